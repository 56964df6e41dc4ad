// A profile and its parents against the units. A rule's own name beats its package's, a nearer package a farther one; between lines about
// the same name a child profile beats its parent; lines of one profile about the same name that disagree are errors.
#include "engine/program/selection.h"

#include <algorithm>
#include <set>

#include "engine/base/limits.h"
#include "engine/base/nearest.h"
#include "engine/program/constant.h"

namespace scantling {

namespace {

constexpr std::string_view default_profile = "std.baseline";

std::string quoted(const std::string& name) { return "`" + name + "`"; }

// How closely a selector names a rule: 0 not at all, else more for a longer name.
std::size_t closeness(const std::string& selector, const std::string& rule) {
    if (selector == rule) return rule.size() + 1;
    return rule.size() > selector.size() && rule.starts_with(selector) && rule[selector.size()] == '.' ? selector.size() : 0;
}

struct ProfileAt {
    const Profile* profile = nullptr;
    const Unit* unit = nullptr;
};

class Selector {
  public:
    Selector(const std::vector<std::shared_ptr<const Unit>>& units, const LinkOptions& options, Diagnostics& diagnostics)
        : units_(units), options_(options), diagnostics_(diagnostics) {}

    ProfileSelection run() {
        index();
        find_profiles();
        set_parameters();
        choose_rules();
        choose_rest();
        return std::move(out_);
    }

  private:
    void report(std::string code, std::string message, const Unit* unit, PolicyPlace place, std::string label,
                std::vector<std::string> help) {
        if (diagnostics_.size() >= limits::link_errors) return;
        Diagnostic diagnostic;
        diagnostic.code = std::move(code);
        diagnostic.message = std::move(message);
        if (unit != nullptr && place.source < unit->sources.size()) {
            diagnostic.source = unit->sources[place.source];
            diagnostic.span = place.span;
            diagnostic.label = std::move(label);
        }
        diagnostic.help = std::move(help);
        diagnostics_.push_back(std::move(diagnostic));
    }

    static std::vector<std::string> suggestion(const std::string& name, const std::vector<std::string_view>& candidates) {
        constexpr std::size_t shown = 12;
        const auto full = [&](std::string_view candidate) { return candidate.ends_with("." + name); };
        const auto owned = std::find_if(candidates.begin(), candidates.end(), full);
        if (owned != candidates.end()) return {"names are written in full: " + quoted(std::string(*owned))};
        if (const auto near = nearest_name(name, candidates)) return {"did you mean " + quoted(std::string(*near)) + "?"};
        if (candidates.empty() || candidates.size() > shown) return {};
        std::string all;
        for (const std::string_view candidate : candidates) all += (all.empty() ? "" : ", ") + quoted(std::string(candidate));
        return {"known: " + all};
    }

    void index() {
        for (const auto& unit : units_) {
            for (const Rule& rule : unit->rules) {
                const auto [at, added] = rules_.emplace(rule.name, SelectedRule{&rule, unit.get(), {}, false});
                if (!added) report("E0211", "there is a rule " + quoted(rule.name) + " already", unit.get(), rule.place, "again", {});
            }
            for (const Profile& profile : unit->profiles) profiles_.emplace(profile.name, ProfileAt{&profile, unit.get()});
            for (const Parameter& parameter : unit->parameters) {
                parameters_.emplace(parameter.name, std::pair(&parameter, unit.get()));
                out_.parameters.emplace(parameter.name, parameter.initial);
            }
        }
    }

    template <typename Map>
    static std::vector<std::string_view> names(const Map& map) {
        std::vector<std::string_view> out;
        for (const auto& [name, value] : map) out.push_back(name);
        return out;
    }

    // The profile asked for, then its parent, and so on.
    void find_profiles() {
        std::string name = options_.profile.empty() ? std::string(default_profile) : options_.profile;
        out_.profile = name;
        auto at = profiles_.find(name);
        if (at == profiles_.end() && options_.profile.empty()) {
            out_.profile.clear();
            return;
        }
        if (at == profiles_.end()) {
            report("E0601", "there is no profile " + quoted(name), nullptr, {}, "", suggestion(name, names(profiles_)));
            return;
        }
        std::set<std::string> seen;
        for (;;) {
            chain_.push_back(at->second);
            seen.insert(at->first);
            const auto& extends = at->second.profile->extends;
            if (!extends) return;
            const Unit* unit = at->second.unit;
            at = profiles_.find(extends->name);
            if (at == profiles_.end()) {
                report("E0601", "there is no profile " + quoted(extends->name), unit, extends->place, "not a profile",
                       suggestion(extends->name, names(profiles_)));
                return;
            }
            if (seen.contains(at->first)) {
                report("E0602", "profile " + quoted(at->first) + " extends itself", unit, extends->place, "this closes the circle", {});
                return;
            }
        }
    }

    bool in_range(const Parameter& parameter, const Unit& unit, const Value& value) {
        if (parameter.range == no_expression) return true;
        Bound bound{{parameter.range_variable, value}};
        const auto holds = evaluate_constant(unit.expressions, parameter.range, bound, unit.schema->types(), steps_);
        return holds && holds->number != 0;
    }

    // A list without elements has no type of its own; a text may stand for a pattern.
    static bool fits(const Value& value, TypeId type, const Types& types) {
        if (value.type == type) return true;
        const Type& wanted = types[type];
        const Type& given = types[value.type];
        const bool pattern = (wanted.kind == TypeKind::regex || wanted.kind == TypeKind::glob) && given.kind == TypeKind::string;
        if (pattern) return true;
        if (wanted.kind != TypeKind::list || given.kind != TypeKind::list) return false;
        return std::all_of(value.items.begin(), value.items.end(), [&](const Value& item) { return fits(item, wanted.element, types); });
    }

    static void retype(Value& value, TypeId type, const Types& types) {
        value.type = type;
        if (types[type].kind != TypeKind::list) return;
        for (Value& item : value.items) retype(item, types[type].element, types);
    }

    void set_parameter(const std::string& name, Value value, const Unit* unit, PolicyPlace place) {
        const auto at = parameters_.find(name);
        if (at == parameters_.end()) {
            report("E0218", "there is no parameter " + quoted(name), unit, place, "not a parameter", suggestion(name, names(parameters_)));
            return;
        }
        const auto& [parameter, owner] = at->second;
        const Schema& schema = *owner->schema;
        if (!fits(value, parameter->type, schema.types())) {
            report("E0301",
                   "parameter " + quoted(name) + " is of type " + quoted(type_text(schema, schema.types(), parameter->type)) + ", not " +
                       quoted(type_text(schema, schema.types(), value.type)),
                   unit, place, "of another type", {});
            return;
        }
        retype(value, parameter->type, schema.types());
        if (!in_range(*parameter, *owner, value)) {
            report_range(*parameter, *owner, value, unit, place);
            return;
        }
        out_.parameters[name] = std::move(value);
    }

    // A default may lie outside the range that its own parameter states.
    void check_defaults() {
        for (const auto& [name, at] : parameters_) {
            const auto& [parameter, unit] = at;
            if (in_range(*parameter, *unit, parameter->initial)) continue;
            report_range(*parameter, *unit, parameter->initial, unit, parameter->place);
        }
    }

    void report_range(const Parameter& parameter, const Unit& owner, const Value& value, const Unit* unit, PolicyPlace place) {
        const Span range = owner.expressions[parameter.range].span;
        report("E0605", "parameter " + quoted(parameter.name) + " cannot be " + quoted(print(value, *owner.schema)), unit, place,
               "out of its range", {"the parameter allows: `" + std::string(owner.sources[parameter.place.source]->text(range)) + "`"});
    }

    void set_parameters() {
        check_defaults();
        for (auto at = chain_.rbegin(); at != chain_.rend(); ++at) {  // parents first
            std::map<std::string, const ParameterSetting*> own;
            for (const ParameterSetting& set : at->profile->sets) {
                const auto [before, added] = own.emplace(set.name.name, &set);
                if (!added && !equal_values(before->second->value, set.value)) contradiction(*at, set.name);
                set_parameter(set.name.name, set.value, at->unit, set.name.place);
            }
        }
        for (const auto& [name, value] : options_.parameters) set_parameter(name, value, nullptr, {});
        for (const auto& [name, at] : parameters_) {
            const Value& now = out_.parameters[name];
            if (equal_values(now, at.first->initial)) continue;
            out_.deviations.push_back({name, print(now, *at.second->schema), print(at.first->initial, *at.second->schema)});
        }
    }

    void contradiction(const ProfileAt& at, const NameUse& use) {
        report("E0603", "two lines of profile " + quoted(at.profile->name) + " disagree about " + quoted(use.name), at.unit, use.place,
               "says otherwise than a line before", {"leave one of them out"});
    }

    // A selector has to reach something.
    bool reaches(const ProfileAt& at, const NameUse& use) {
        const bool any = std::any_of(rules_.begin(), rules_.end(), [&](const auto& rule) { return closeness(use.name, rule.first) != 0; });
        if (any) return true;
        std::vector<std::string_view> candidates = names(rules_);
        for (const auto& unit : units_) candidates.emplace_back(unit->package);
        report("E0604", "no rule is called " + quoted(use.name) + " and no package of rules is", at.unit, use.place, "reaches no rule",
               suggestion(use.name, candidates));
        return false;
    }

    // The line that decides about a rule, of those that `lines` lists of a profile; the chain goes from child to parent.
    struct Line {
        const NameUse* use;
        std::int64_t value;
        const std::string* because = nullptr;
    };
    using Lines = std::vector<Line>;

    static const Line* decisive(const std::vector<Lines>& by_profile, const std::string& rule) {
        const Line* best = nullptr;
        std::size_t best_closeness = 0;
        for (const Lines& lines : by_profile) {
            for (const Line& line : lines) {
                const std::size_t close = closeness(line.use->name, rule);
                if (close <= best_closeness) continue;
                best_closeness = close;
                best = &line;
            }
        }
        return best;
    }

    void check_lines(const ProfileAt& at, const Lines& lines) {
        std::map<std::string, std::int64_t> said;
        for (const Line& line : lines) {
            if (!reaches(at, *line.use)) continue;
            const auto [before, added] = said.emplace(line.use->name, line.value);
            if (!added && before->second != line.value) contradiction(at, *line.use);
        }
    }

    void choose_rules() {
        std::vector<Lines> chosen;
        std::vector<Lines> severities;
        for (const ProfileAt& at : chain_) {
            Lines lines;
            for (const NameUse& use : at.profile->includes) lines.push_back({&use, 1, nullptr});
            for (const Exclusion& exclusion : at.profile->excludes) lines.push_back({&exclusion.name, 0, &exclusion.because});
            check_lines(at, lines);
            chosen.push_back(std::move(lines));
            Lines severity;
            for (const SeveritySetting& set : at.profile->severities)
                severity.push_back({&set.name, static_cast<int>(set.severity), nullptr});
            check_lines(at, severity);
            severities.push_back(std::move(severity));
        }
        for (auto& [name, rule] : rules_) {
            const Line* line = decisive(chosen, name);
            const bool own = options_.profile.empty() && rule.unit->package != "std" && !rule.unit->package.starts_with("std.");
            if (line != nullptr && line->value == 0) {
                out_.excluded.push_back({name, *line->because});
                continue;
            }
            if (line == nullptr && !own) continue;
            if (const Line* severity = decisive(severities, name)) {
                rule.severity = static_cast<Severity>(severity->value);
                add_deviation(rule);
            }
            out_.rules.push_back(rule);
        }
        if (out_.rules.empty() && !has_errors(diagnostics_)) {
            const bool named = !chain_.empty();
            report("E0606", named ? "profile " + quoted(out_.profile) + " selects no rule" : "there is no rule to run",
                   named ? chain_.front().unit : nullptr, named ? chain_.front().profile->place : PolicyPlace{},
                   "includes nothing that is there", {"name policies with rules, or a profile that includes some"});
        }
    }

    void add_deviation(const SelectedRule& rule) {
        const auto& members = rule.unit->schema->enums()[*rule.unit->schema->find_enum("Severity")].members;
        const std::string to(members[static_cast<std::size_t>(*rule.severity)]);
        std::string from = "as the rule computes it";
        if (rule.rule->severity != no_expression) {
            const Expression& node = rule.unit->expressions[rule.rule->severity];
            if (node.op == Op::constant) from = members[static_cast<std::size_t>(rule.unit->expressions.constants[node.payload].number)];
        }
        if (from != to) out_.deviations.push_back({"severity " + rule.rule->name, to, from});
    }

    void choose_rest() {
        std::set<PartId> demanded;
        out_.gate = Severity::high;
        bool gated = false;
        for (const ProfileAt& at : chain_) {
            for (const NameUse& use : at.profile->demands) demand(at, use, demanded);
            for (const NameUse& use : at.profile->allow_unknown) {
                if (!reaches(at, use)) continue;
                for (SelectedRule& rule : out_.rules)
                    rule.allows_unknown = rule.allows_unknown || closeness(use.name, rule.rule->name) != 0;
            }
            if (gated || at.profile->gate == GateKind::inherited) continue;
            gated = true;
            out_.gate = at.profile->gate == GateKind::never ? std::nullopt : std::optional(at.profile->gate_severity);
        }
        out_.demanded.assign(demanded.begin(), demanded.end());
    }

    // A part; or of a domain all its parts.
    void demand(const ProfileAt& at, const NameUse& use, std::set<PartId>& demanded) {
        const auto& parts = at.unit->layout->parts();
        const bool domain = at.unit->layout->schema().find_domain(use.name) != nullptr;
        bool any = false;
        for (PartId part = 0; part < parts.size(); ++part) {
            const bool is_named = domain ? closeness(use.name, parts[part].path) != 0 : use.name == parts[part].path;
            if (!is_named) continue;
            demanded.insert(part);
            any = true;
        }
        if (any) return;
        std::vector<std::string_view> candidates;
        for (const Part& part : parts) candidates.emplace_back(part.path);
        report("E0215", "there is no part " + quoted(use.name), at.unit, use.place, "not a part that a source supplies",
               suggestion(use.name, candidates));
    }

    std::size_t steps_ = limits::constant_steps;
    const std::vector<std::shared_ptr<const Unit>>& units_;
    const LinkOptions& options_;
    Diagnostics& diagnostics_;
    ProfileSelection out_;
    std::map<std::string, SelectedRule> rules_;
    std::map<std::string, ProfileAt> profiles_;
    std::map<std::string, std::pair<const Parameter*, const Unit*>> parameters_;
    std::vector<ProfileAt> chain_;  // child first
};

}  // namespace

ProfileSelection select(const std::vector<std::shared_ptr<const Unit>>& units, const LinkOptions& options, Diagnostics& diagnostics) {
    return Selector(units, options, diagnostics).run();
}

}  // namespace scantling
