// Bundles: whatever the bytes, they are refused or they are units that link, run over facts and are rendered, and that are written again as
// the same bytes.
//
// Random changes of a bundle's bytes seldom get past its digest and its counts. So an input is a script: which of some compiled policies,
// then changes to its units (an operator, an operand, a payload, a clause …) and to its bytes; the bundle is then sealed anew. An input
// that begins with 0xFF is the inside of a bundle as it stands.
#include "bindings/api/bundle.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bindings/api/check.h"
#include "bindings/api/documents.h"
#include "bindings/api/files.h"
#include "bindings/api/rule_list.h"
#include "dsl/compile.h"
#include "engine/program/bundle.h"
#include "engine/program/bundle_units.h"
#include "engine/program/link.h"
#include "tests/fuzz/promise.h"
#include "tests/oracle/domain.h"
#include "tests/oracle/naive.h"
#include "tests/oracle/programs.h"
#include "tests/oracle/worlds.h"
#include "tests/places.h"

namespace {

using namespace scantling;
using fuzz::promise;
using Units = std::vector<std::shared_ptr<const Unit>>;

struct Base {
    Units units;
    std::vector<std::shared_ptr<const Facts>> facts;
};

Units units_of(const std::vector<dsl::PolicyText>& texts) { return dsl::compile(texts).units; }

std::shared_ptr<const Facts> facts_of_demo() {
    std::vector<InputDocument> documents;
    for (const char* name : {"Dockerfile", "image.json", "bom.cdx.json", "trivy.json", "container.json"}) {
        auto document = read_document_file((test::source_dir() / "docs/examples/service" / name).string());
        promise(document.ok());
        documents.push_back(std::move(*document));
    }
    return read_inputs(Layout::builtin(), std::move(documents)).facts;
}

// Packages of the standard library that need no other.
void add_library(std::vector<Base>& bases) {
    const std::shared_ptr<const Facts> demo = facts_of_demo();
    for (const PolicyText& text : standard_library()) {
        const Units units = units_of({{text.name, text.text, true}});
        if (!units.empty() && !units[0]->rules.empty()) bases.push_back({units, {demo}});
    }
}

// Random policies of the oracle: every operator, over facts with every kind of hole.
void add_random(std::vector<Base>& bases) {
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        oracle::Chance chance(seed);
        const Units domain = units_of({{"lab.scant", std::string(oracle::domain_text()), false}});
        const Schema schema = domain[0]->layout->schema();
        const oracle::RandomPolicy policy = oracle::PolicyMaker(schema, chance).make(4);
        const Units units =
            units_of({{"lab.scant", std::string(oracle::domain_text()), false}, {"cases.scant", oracle::policy_text(policy), false}});
        if (units.empty()) continue;
        Base base{units, {}};
        for (int i = 0; i < 2; ++i) {
            oracle::World world = oracle::random_world(schema, 2, chance);
            base.facts.push_back(oracle::write(world, units[0]->layout));
        }
        bases.push_back(std::move(base));
    }
}

const std::vector<Base>& bases() {
    static const std::vector<Base> all = [] {
        std::vector<Base> out;
        add_random(out);
        std::vector<dsl::PolicyText> tour;
        for (const char* name : {"tour.scant", "shell.scant", "acme.scant"}) {
            auto text = read_file((test::source_dir() / "tests/language/units" / name).string(), limits::policy_bytes);
            promise(text.ok());
            tour.push_back({name, std::move(*text), true});
        }
        const Units units = units_of({tour[0], tour[1]});
        promise(!units.empty());
        out.push_back({units, {Builder(units[0]->layout).freeze({})}});
        add_library(out);
        promise(out.size() > 8);
        return out;
    }();
    return all;
}

class Script {
  public:
    Script(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
    [[nodiscard]] bool more() const { return at_ < size_; }
    std::uint32_t byte() { return at_ < size_ ? data_[at_++] : 0; }
    std::uint32_t number() {
        const std::uint32_t high = byte();
        return high << 8U | byte();
    }
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : number() % limit; }

  private:
    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;
};

class Mutator {
  public:
    Mutator(Unit& unit, Script& script) : unit_(unit), all_(unit.expressions), script_(script) {}

    void change() {
        if (all_.nodes.empty()) return;
        switch (script_.byte() % 16) {
            case 0:
                node().op = static_cast<Op>(script_.below(operator_names().size()));
                return;
            case 1:
                node().type = any_type();
                return;
            case 2:
                node().payload = script_.number() % 64;
                return;
            case 3:
            case 4:
            case 5:
                return splice();
            case 6:
                return resize();
            case 7:
                return change_variable();
            case 8:
                return change_value(pick(all_.constants));
            case 9:
            case 10:
                return change_rule();
            case 11:
                return change_parameter();
            case 12:
                return change_profile();
            case 13:
                return change_generators();
            case 14:
                return exchange_fields();
            default:
                return change_place();
        }
    }

  private:
    template <typename T>
    T& pick(std::vector<T>& list) {
        static T nothing;
        if (list.empty()) return nothing = T{};
        return list[script_.below(list.size())];
    }
    Expression& node() { return all_.nodes[script_.below(all_.nodes.size())]; }
    ExpressionId any_expression() {
        const std::size_t at = script_.below(all_.nodes.size() + 1);
        return at == all_.nodes.size() ? no_expression : static_cast<ExpressionId>(at);
    }
    TypeId any_type() { return static_cast<TypeId>(script_.below(unit_.schema->types().size())); }
    std::uint32_t any_variable() { return static_cast<std::uint32_t>(script_.below(all_.variables.size() + 1)); }

    // Another operand: mostly one of the same type, which only what holds beyond types can refuse.
    void splice() {
        Expression& parent = node();
        if (parent.child_count == 0) return;
        const auto id = static_cast<ExpressionId>(&parent - all_.nodes.data());
        ExpressionId& child = all_.children[parent.first_child + script_.below(parent.child_count)];
        const bool alike = script_.byte() % 8 != 0;
        const auto start = static_cast<ExpressionId>(script_.below(id));
        for (ExpressionId step = 0; step < id; ++step) {
            const ExpressionId other = (start + step) % id;
            if (alike && all_.nodes[other].type != all_.nodes[child].type) continue;
            child = other;
            return;
        }
    }

    // Fewer operands; or those of a node before.
    void resize() {
        Expression& at = node();
        if (script_.byte() % 2 == 0 && at.child_count > 0) {
            --at.child_count;
            return;
        }
        const Expression& other = node();
        if (&other > &at) return;
        at.first_child = other.first_child;
        at.child_count = other.child_count;
    }

    void change_variable() {
        Variable& variable = pick(all_.variables);
        if (script_.byte() % 2 == 0) {
            variable.collection = any_expression();
        } else {
            variable.type = any_type();
        }
    }

    void change_value(Value& value) {
        static const std::vector<std::int64_t> numbers = {0, 1, -1, 2, 1LL << 62, INT64_MIN, INT64_MAX, 1000000, 9};
        static const std::vector<std::string> texts = {"", "a", "(", "\xff", std::string("\0", 1), "(a*)*$", "{", "%"};
        switch (script_.byte() % 6) {
            case 0:
                value.number = numbers[script_.below(numbers.size())];
                return;
            case 1:
                value.text = texts[script_.below(texts.size())];
                return;
            case 2:
                value.type = any_type();
                return;
            case 3:
                if (!value.items.empty()) value.items.pop_back();
                return;
            case 4:
                if (!value.items.empty()) value.items.push_back(value.items[script_.below(value.items.size())]);
                return;
            default:
                if (!value.items.empty()) change_value(value.items[script_.below(value.items.size())]);
                return;
        }
    }

    void change_rule() {
        Rule& rule = pick(unit_.rules);
        const std::vector<ExpressionId*> roots = {&rule.when, &rule.body, &rule.severity, &rule.at, &rule.message, &rule.fix};
        switch (script_.byte() % 8) {
            case 0:
                rule.level = rule.level == Level::run ? Level::subject : Level::run;
                return;
            case 1:
                if (!rule.fors.empty()) rule.fors.pop_back();
                return;
            case 2:
                rule.fors.push_back({any_variable(), any_expression()});
                return;
            case 3:
                if (!rule.fors.empty()) std::swap(rule.fors.front(), rule.fors.back());
                return;
            case 4:
                std::swap(*roots[script_.below(6)], *roots[script_.below(6)]);
                return;
            case 5:
                if (!rule.fors.empty()) pick(rule.fors).where = any_expression();
                return;
            case 6:
                unit_.rules.push_back(rule);
                return;
            default:
                *roots[script_.below(6)] = any_expression();
                return;
        }
    }

    void change_parameter() {
        Parameter& parameter = pick(unit_.parameters);
        switch (script_.byte() % 5) {
            case 0:
                parameter.type = any_type();
                return;
            case 1:
                parameter.range = any_expression();
                return;
            case 2:
                parameter.range_variable = any_variable();
                return;
            case 3:
                if (!unit_.parameter_uses.empty()) unit_.parameter_uses[script_.below(unit_.parameter_uses.size())] = parameter.name;
                return;
            default:
                return change_value(parameter.initial);
        }
    }

    void change_profile() {
        Profile& profile = pick(unit_.profiles);
        switch (script_.byte() % 5) {
            case 0:
                return change_value(pick(profile.sets).value);
            case 1:
                profile.extends = NameUse{profile.name, profile.place};
                return;
            case 2:
                if (!unit_.parameters.empty()) profile.sets.push_back({{pick(unit_.parameters).name, profile.place}, pick(all_.constants)});
                return;
            case 3:
                if (!unit_.rules.empty()) profile.excludes.push_back({{pick(unit_.rules).name, profile.place}, "why"});
                return;
            default:
                profile.gate = static_cast<GateKind>(script_.byte() % 3);
                return;
        }
    }

    void change_generators() {
        std::vector<std::uint32_t>& generators = pick(all_.generators);
        if (generators.empty() || script_.byte() % 2 == 0) return generators.push_back(any_variable());
        generators.pop_back();
    }

    // One field for another of its record.
    void exchange_fields() {
        Expression& at = node();
        if (at.op != Op::field) return;
        const Expression& record = all_.nodes[all_.children[at.first_child]];
        const std::uint32_t declaration = unit_.schema->types()[record.type].declaration;
        if (declaration >= unit_.layout->schema().records().size()) return;
        const auto& fields = unit_.layout->schema().records()[declaration].fields;
        if (fields.empty()) return;
        const auto f = static_cast<std::uint32_t>(script_.below(fields.size()));
        at.payload = unit_.layout->slot_of(declaration, f);
        at.type = fields[f].type;
    }

    void change_place() {
        Expression& at = node();
        at.span = {script_.number(), script_.number()};
        if (at.span.begin > at.span.end) std::swap(at.span.begin, at.span.end);
    }

    Unit& unit_;
    Expressions& all_;
    Script& script_;
};

std::string changed_units(const Units& from, Script& script) {
    std::vector<std::shared_ptr<Unit>> units;
    for (const auto& unit : from) units.push_back(std::make_shared<Unit>(*unit));
    for (std::uint32_t changes = 1 + script.byte() % 6; changes > 0 && script.more(); --changes) {
        Mutator(*units[script.below(units.size())], script).change();
    }
    return bundle::encode({units.begin(), units.end()});
}

void change_bytes(std::string& content, Script& script) {
    for (std::uint32_t changes = script.byte() % 4; changes > 0 && script.more() && !content.empty(); --changes) {
        const std::size_t near = script.byte() % 2 == 0 ? std::min<std::size_t>(content.size(), 600) : content.size();
        const std::size_t at = (script.below(near) * 251 + script.byte()) % near;
        content[at] = static_cast<char>(script.byte());
    }
}

void run(const Units& units, const std::string& profile, bool passes, const std::vector<std::shared_ptr<const Facts>>& facts) {
    LinkOptions link_options;
    link_options.profile = profile;
    link_options.passes = passes;
    const Linked linked = link(units, link_options);
    for (const Diagnostic& diagnostic : linked.diagnostics) promise(!diagnostic.code.empty() && !render(diagnostic).empty());
    promise(linked.program != nullptr || has_errors(linked.diagnostics));
    if (linked.program == nullptr) return;
    Policies policies{units, linked.program, {}};
    EvaluationOptions options;
    options.now = 1800000000000000;
    options.environment = "production";
    options.max_steps = 100000;
    options.max_bytes = 64UL << 20U;
    options.chunk_tuples = passes ? 0 : 3;
    options.max_findings = 20;
    for (const auto& some : facts) {
        const Report report = check(policies, {some, {}, false}, options);
        promise(!render_json(report).empty() && !render_text(report).empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Script script(data, size);
    const std::uint32_t which = script.byte();
    const Base& base = bases()[which % bases().size()];
    std::string content;
    if (which == 0xFF) {
        content.assign(data + 1, data + size);
    } else {
        content = script.byte() % 4 == 0 ? bundle::encode(base.units) : changed_units(base.units, script);
        change_bytes(content, script);
    }
    const std::string bytes = bundle::seal(content, "fuzz");
    const auto read = load_units(bytes);
    if (!read) {
        promise(!read.error().empty());
        return 0;
    }
    promise(write_bundle(*read, "fuzz") == bytes);
    for (const auto& unit : *read) promise(!print(unit->expressions, *unit->schema).empty() || unit->expressions.nodes.empty());
    promise(!list_rules_json(*read).empty() && !list_rules(*read).empty());
    std::vector<std::shared_ptr<const Facts>> facts = base.facts;
    if (!read->empty()) facts.push_back(Builder((*read)[0]->layout).freeze({}));
    run(*read, "", true, facts);
    for (const auto& unit : *read) {
        if (!unit->profiles.empty()) run(*read, unit->profiles[0].name, false, facts);
    }
    return 0;
}
