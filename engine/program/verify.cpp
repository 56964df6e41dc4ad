// Around the expressions: names, texts, places; which rule an expression is of, and whether every variable stands where it is bound.
#include "engine/program/verify.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string_view>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"

namespace scantling {

namespace {

using verification::Shape;

// Of a parameter's range, which is evaluated by recursion as it stands; a rule's depth is looked at when it is linked.
constexpr std::uint32_t range_depth = 2 * limits::program_depth;
// Lines of profiles times names that they may reach.
constexpr std::uint64_t most_selections = 200'000'000;
// A rule is measured before its last bindings are made.
constexpr std::size_t most_nodes = limits::rule_nodes + limits::rule_bindings;

bool is_word(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto is_sound = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), is_sound);
}

// `acme.images`
bool is_path(std::string_view text) {
    for (;;) {
        const std::size_t dot = std::min(text.find('.'), text.size());
        if (!is_word(text.substr(0, dot))) return false;
        if (dot == text.size()) return true;
        text.remove_prefix(dot + 1);
    }
}

using ParameterTypes = std::map<std::string_view, TypeId>;

class UnitVerifier {
  public:
    UnitVerifier(const Unit& unit, const ParameterTypes& parameters, std::size_t largest, verification::Cost& cost)
        : unit_(unit), all_(unit.expressions), parameters_(parameters), largest_(largest), cost_(cost) {}

    // What is wrong with the unit; empty: nothing.
    std::string run() {
        check_sources();
        check_constants();
        // What follows looks at nodes that are sound.
        if (!ok() || !verification::are_sound(unit_, shape_, cost_, failure_)) return described();
        check_parameter_uses();
        if (!ok()) return described();
        owner_.assign(all_.nodes.size(), nobody);
        for (const Rule& rule : unit_.rules) check(rule);
        for (const Parameter& parameter : unit_.parameters) check(parameter);
        for (const Profile& profile : unit_.profiles) check(profile);
        return ok() ? std::string() : described();
    }

  private:
    static constexpr std::uint32_t nobody = 0xFFFFFFFFU;

    [[nodiscard]] bool ok() const { return failure_.empty(); }
    [[nodiscard]] std::string described() const {
        return (about_.empty() ? "package `" + printable(unit_.package) + "`" : "`" + printable(about_) + "`") + ": " + failure_;
    }
    void expect(bool holds, std::string_view otherwise) {
        if (!holds && ok()) failure_ = otherwise;
    }
    void expect_texts(std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts) {
            expect(text.size() <= limits::policy_bytes, "a text is too long");
            expect(!first_invalid_utf8(text), "a text is not UTF-8");
        }
    }

    void check_sources() {
        for (const auto& source : unit_.sources) {
            expect_texts({source->name(), source->text()});
        }
    }

    void check_constants() {
        for (const Value& value : all_.constants) {
            if (!ok()) return;
            expect(verification::is_sound(value, value.type, *unit_.schema), "a constant is malformed");
        }
        for (const Variable& variable : all_.variables) expect_texts({variable.name});
    }

    // Parameters may be those of another package.
    void check_parameter_uses() {
        std::vector<TypeId> types;
        for (const std::string& name : unit_.parameter_uses) {
            const auto found = parameters_.find(name);
            expect(found != parameters_.end(), "a parameter is missing");
            if (!ok()) return;
            types.push_back(found->second);
        }
        for (const Expression& node : all_.nodes) {
            if (node.op != Op::parameter) continue;
            expect(node.type == types[node.payload], "a parameter is of another type");
            cost_.values += largest_;
        }
        expect(cost_.values <= verification::most_values, "linking it would cost too much");
    }

    void check(const PolicyPlace& place) {
        const bool is_inside = place.source < unit_.sources.size() && place.span.end <= unit_.sources[place.source]->text().size();
        expect(is_inside, "a place is outside of its text");
    }

    void check_name(const std::string& name) {
        const std::string_view text = name;
        const bool is_own = text.size() > unit_.package.size() && text.starts_with(unit_.package) && text[unit_.package.size()] == '.' &&
                            is_word(text.substr(unit_.package.size() + 1));
        expect(is_own, "the name is not one of its package");
        if (is_own) about_ = name;
    }

    // Everything below the roots is of `who` alone, and its places are in its source.
    void own(std::uint32_t who, std::vector<ExpressionId> open, const PolicyPlace& place) {
        const std::size_t end = unit_.sources[place.source]->text().size();
        std::size_t count = 0;
        const auto take = [&](ExpressionId id, std::vector<ExpressionId>& to) {
            if (owner_[id] == who) return;
            expect(owner_[id] == nobody, "it shares an expression with another");
            if (!ok()) return;
            owner_[id] = who;
            ++count;
            to.push_back(id);
        };
        std::vector<ExpressionId> left;
        for (const ExpressionId id : open) take(id, left);
        while (!left.empty() && ok()) {
            const ExpressionId id = left.back();
            left.pop_back();
            const Expression& node = all_[id];
            expect(node.span.end <= end, "a place is outside of its text");
            for (std::uint32_t i = 0; i < node.child_count; ++i) take(all_.child(id, i), left);
            if (node.op == Op::variable && all_.variables[node.payload].collection != no_expression) {
                take(all_.variables[node.payload].collection, left);
            }
        }
        expect(count <= most_nodes, "it is too large");
    }

    [[nodiscard]] bool is_there(ExpressionId id) const { return id < all_.nodes.size(); }

    // Reads no variable but these.
    void expect_bound(ExpressionId id, const std::vector<std::uint32_t>& bound) {
        const std::vector<std::uint32_t>& free = shape_.scopes[shape_.scope_of[id]];
        const auto is_bound = [&](std::uint32_t variable) { return std::find(bound.begin(), bound.end(), variable) != bound.end(); };
        expect(std::all_of(free.begin(), free.end(), is_bound), "a variable stands where it is not bound");
    }

    void expect_type(ExpressionId id, const Type& type) {
        expect(unit_.schema->types()[all_[id].type] == type, "an expression has a type that does not fit its clause");
    }

    static Type boolean() { return {TypeKind::boolean, false, 0, 0, 0}; }

    void check_metadata(const Rule& rule) {
        expect_texts({rule.documentation, rule.title, rule.why, rule.deprecated});
        for (std::size_t i = 0; i < rule.refs.size(); ++i) {
            const auto& [key, values] = rule.refs[i];
            expect(i == 0 || rule.refs[i - 1].first < key, "its references are not sorted");
            expect_texts({key});
            for (const std::string& value : values) expect_texts({value});
        }
        for (const std::string& name : rule.formerly) expect_texts({name});
        for (const Example& example : rule.examples) {
            check(example.place);
            for (const Given& given : example.given) {
                check(given.place);
                expect_texts({given.path, given.text, given.file});
            }
        }
    }

    void check(const Rule& rule) {
        if (!ok()) return;
        check_name(rule.name);
        check(rule.place);
        check_metadata(rule);
        expect(rule.fors.size() <= limits::rule_bindings, "it binds too many names");
        std::vector<ExpressionId> roots;
        for (const ExpressionId id : {rule.when, rule.body, rule.severity, rule.at, rule.message, rule.fix}) {
            if (id == no_expression) continue;
            expect(is_there(id), "an expression is missing");
            roots.push_back(id);
        }
        expect(rule.body != no_expression, "it requires nothing and forbids nothing");
        if (ok()) check_bindings(rule, roots);
        if (!ok()) return;
        own(rules_++, roots, rule.place);
        const bool of_run = rule.level == Level::run;
        for (const ExpressionId id : roots) expect(!of_run || !shape_.reads_subject[id], "a rule of the run reads a subject");
        check_clauses(rule);
    }

    // `for` by `for`: its list sees the variables before it, its condition this one, too.
    void check_bindings(const Rule& rule, std::vector<ExpressionId>& roots) {
        std::vector<std::uint32_t> bound;
        for (const ForClause& clause : rule.fors) {
            const bool is_new = clause.variable < all_.variables.size() && !shape_.bound[clause.variable];
            expect(is_new, "a variable is bound twice");
            if (!ok()) return;
            shape_.bound[clause.variable] = true;
            const ExpressionId list = all_.variables[clause.variable].collection;
            expect(list != no_expression && (clause.where == no_expression || is_there(clause.where)), "an expression is missing");
            if (!ok()) return;
            expect_bound(list, bound);
            roots.push_back(list);
            bound.push_back(clause.variable);
            if (clause.where == no_expression) continue;
            expect_bound(clause.where, bound);
            expect_type(clause.where, boolean());
            roots.push_back(clause.where);
        }
        if (rule.when != no_expression) expect_bound(rule.when, {});
        for (const ExpressionId id : {rule.body, rule.severity, rule.at, rule.message, rule.fix}) {
            if (id != no_expression) expect_bound(id, bound);
        }
    }

    void check_clauses(const Rule& rule) {
        const Type severity{TypeKind::enumeration, false, unit_.schema->find_enum("Severity").value_or(0), 0, 0};
        const Type text{TypeKind::string, false, 0, 0, 0};
        expect_type(rule.body, boolean());
        if (rule.when != no_expression) expect_type(rule.when, boolean());
        if (rule.severity != no_expression) expect_type(rule.severity, severity);
        if (rule.at != no_expression) expect(all_[rule.at].op != Op::interpolate, "its place is a message");
        for (const ExpressionId id : {rule.message, rule.fix}) {
            if (id != no_expression) expect_type(id, text);
        }
    }

    void check(const Parameter& parameter) {
        if (!ok()) return;
        check_name(parameter.name);
        check(parameter.place);
        expect_texts({parameter.documentation});
        expect(verification::is_sound(parameter.initial, parameter.type, *unit_.schema), "its default is malformed");
        if (parameter.range == no_expression) return;
        const bool is_known = parameter.range_variable < all_.variables.size() && !shape_.bound[parameter.range_variable] &&
                              all_.variables[parameter.range_variable].collection == no_expression &&
                              all_.variables[parameter.range_variable].type == parameter.type;
        expect(is_known && is_there(parameter.range), "its range is malformed");
        if (!ok()) return;
        shape_.bound[parameter.range_variable] = true;
        expect_bound(parameter.range, {parameter.range_variable});
        expect_type(parameter.range, boolean());
        expect(!shape_.reads_facts[parameter.range] && shape_.depth[parameter.range] <= range_depth, "its range is malformed");
        own(static_cast<std::uint32_t>(unit_.rules.size()) + ranges_++, {parameter.range}, parameter.place);
    }

    void check(const NameUse& use) {
        check(use.place);
        expect_texts({use.name});
    }

    void check(const Profile& profile) {
        if (!ok()) return;
        check_name(profile.name);
        check(profile.place);
        expect_texts({profile.documentation});
        if (profile.extends) check(*profile.extends);
        for (const auto* uses : {&profile.includes, &profile.demands, &profile.allow_unknown}) {
            for (const NameUse& use : *uses) check(use);
        }
        for (const Exclusion& exclusion : profile.excludes) {
            check(exclusion.name);
            expect_texts({exclusion.because});
        }
        for (const ParameterSetting& set : profile.sets) {
            check(set.name);
            expect(verification::is_sound(set.value, set.value.type, *unit_.schema), "a value that it sets is malformed");
        }
        for (const SeveritySetting& set : profile.severities) check(set.name);
    }

    const Unit& unit_;
    const Expressions& all_;
    const ParameterTypes& parameters_;
    std::size_t largest_;  // values of which a parameter's value is made, at most
    verification::Cost& cost_;
    Shape shape_;
    std::string failure_;
    std::string about_;
    std::vector<std::uint32_t> owner_;  // of each expression: a rule, or behind all rules a parameter
    std::uint32_t rules_ = 0;
    std::uint32_t ranges_ = 0;
};

// How often linking holds the name of a rule or part against a line of a profile.
std::uint64_t selection_steps(const std::vector<std::shared_ptr<const Unit>>& units) {
    std::uint64_t lines = 0;
    std::uint64_t names = units.empty() ? 0 : units.front()->layout->parts().size();
    for (const auto& unit : units) {
        names += unit->rules.size() + unit->parameters.size();
        for (const Profile& profile : unit->profiles) {
            lines += profile.includes.size() + profile.excludes.size() + profile.sets.size() + profile.severities.size() +
                     profile.demands.size() + profile.allow_unknown.size() + 1;
        }
    }
    return lines * names;
}

std::size_t largest_parameter(const std::vector<std::shared_ptr<const Unit>>& units) {
    std::size_t largest = 1;
    for (const auto& unit : units) {
        for (const Parameter& parameter : unit->parameters) largest = std::max(largest, verification::count_values(parameter.initial));
        for (const Profile& profile : unit->profiles) {
            for (const ParameterSetting& set : profile.sets) largest = std::max(largest, verification::count_values(set.value));
        }
    }
    return largest;
}

}  // namespace

std::string verify(const std::vector<std::shared_ptr<const Unit>>& units) {
    std::set<std::string_view> packages;
    std::set<std::string_view> profiles;
    ParameterTypes parameters;
    for (const auto& unit : units) {
        if (!is_path(unit->package)) return "the name of a package is malformed";
        if (!packages.insert(unit->package).second) return "package `" + unit->package + "` stands twice";
        for (const Parameter& parameter : unit->parameters) {
            if (!parameters.emplace(parameter.name, parameter.type).second) return "a parameter is declared twice";
        }
        for (const Profile& profile : unit->profiles) {
            if (!profiles.insert(profile.name).second) return "a profile is declared twice";
        }
    }
    if (selection_steps(units) > most_selections) return "it has too many profiles for so many rules";
    const std::size_t largest = largest_parameter(units);
    verification::Cost cost;
    for (const auto& unit : units) {
        if (std::string failure = UnitVerifier(*unit, parameters, largest, cost).run(); !failure.empty()) return failure;
    }
    return {};
}

}  // namespace scantling
