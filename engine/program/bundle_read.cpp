// Bytes to units. A function here and its namesake in bundle_write.cpp say the same fields in the same order; the last argument of
// read_list is the fewest bytes that one element takes, so that no list is longer than its bytes.
#include <algorithm>

#include "engine/base/limits.h"
#include "engine/program/bundle_schema.h"
#include "engine/program/bundle_units.h"

namespace scantling::bundle {

namespace {

template <typename T, typename F>
void read_list(ByteReader& in, std::vector<T>& list, F&& each, std::size_t bytes_each) {
    const std::size_t count = in.count(bytes_each);
    list.reserve(std::min<std::size_t>(count, 1024));  // what a count promises may not be there
    for (std::size_t i = 0; i < count && in.ok(); ++i) each(list.emplace_back());
}

void read(ByteReader& in, std::string& text) { text = std::string(in.text()); }

void read(ByteReader& in, Span& span) {
    span.begin = in.narrow();
    const std::uint64_t end = std::uint64_t{span.begin} + in.narrow();
    if (end > limits::source_bytes) in.fail("a place is outside of its text");
    span.end = static_cast<std::uint32_t>(end);
}

void read(ByteReader& in, PolicyPlace& place) {
    place.source = in.narrow();
    read(in, place.span);
}

void read(ByteReader& in, NameUse& use) {
    read(in, use.name);
    read(in, use.place);
}

void read(ByteReader& in, Value& value, std::uint32_t depth = 0) {
    if (depth > limits::policy_nesting) in.fail("a value nests too deep");
    value.type = in.narrow();
    value.number = in.integer();
    read(in, value.text);
    read_list(
        in, value.items, [&](Value& item) { read(in, item, depth + 1); }, 4);
}

void read(ByteReader& in, Variable& variable) {
    read(in, variable.name);
    variable.collection = in.optional_id();
    variable.type = in.narrow();
}

void read_nodes(ByteReader& in, Expressions& expressions) {
    const std::size_t count = in.count(6);
    expressions.nodes.reserve(count);
    for (ExpressionId id = 0; id < count && in.ok(); ++id) {
        Expression node;
        node.op = static_cast<Op>(in.member(operator_names().size()));
        node.type = in.narrow();
        node.payload = in.narrow();
        read(in, node.span);
        node.first_child = static_cast<std::uint32_t>(expressions.children.size());
        node.child_count = static_cast<std::uint32_t>(in.count(1));
        for (std::uint32_t i = 0; i < node.child_count && in.ok(); ++i) {
            const std::uint32_t distance = in.narrow();
            if (distance == 0 || distance > id) in.fail("an expression stands before its operands");
            expressions.children.push_back(id - distance);
        }
        expressions.nodes.push_back(node);
    }
}

void read(ByteReader& in, Expressions& expressions) {
    read_list(
        in, expressions.constants, [&](Value& value) { read(in, value); }, 4);
    read_list(
        in, expressions.variables, [&](Variable& variable) { read(in, variable); }, 3);
    const auto read_generators = [&](std::vector<std::uint32_t>& variables) {
        read_list(
            in, variables, [&](std::uint32_t& variable) { variable = in.narrow(); }, 1);
    };
    read_list(in, expressions.generators, read_generators, 1);
    read_nodes(in, expressions);
}

void read(ByteReader& in, Given& given) {
    read(in, given.path);
    given.is_text = in.boolean();
    read(in, given.text);
    read(in, given.file);
    read(in, given.place);
}

void read(ByteReader& in, Example& example) {
    example.kind = static_cast<ExampleKind>(in.member(3));
    read_list(
        in, example.given, [&](Given& given) { read(in, given); }, 7);
    read(in, example.place);
}

void read(ByteReader& in, std::vector<std::string>& texts) {
    read_list(
        in, texts, [&](std::string& text) { read(in, text); }, 1);
}

Severity read_severity(ByteReader& in) { return static_cast<Severity>(in.member(5)); }

void read(ByteReader& in, Rule& rule) {
    for (std::string* text : {&rule.name, &rule.documentation, &rule.title, &rule.why, &rule.deprecated}) read(in, *text);
    if (const std::uint8_t practice = in.member(6); practice != 0) rule.practice = static_cast<Practice>(practice - 1);
    const auto read_ref = [&](auto& ref) {
        read(in, ref.first);
        read(in, ref.second);
    };
    read_list(in, rule.refs, read_ref, 2);
    read(in, rule.formerly);
    rule.level = static_cast<Level>(in.member(2));
    rule.forbids = in.boolean();
    for (ExpressionId* id : {&rule.when, &rule.body, &rule.severity, &rule.at, &rule.message, &rule.fix}) *id = in.optional_id();
    const auto read_for = [&](ForClause& clause) {
        clause.variable = in.narrow();
        clause.where = in.optional_id();
    };
    read_list(in, rule.fors, read_for, 2);
    read_list(
        in, rule.examples, [&](Example& example) { read(in, example); }, 5);
    read(in, rule.place);
}

void read(ByteReader& in, Parameter& parameter) {
    read(in, parameter.name);
    read(in, parameter.documentation);
    parameter.type = in.narrow();
    read(in, parameter.initial);
    parameter.range = in.optional_id();
    parameter.range_variable = in.narrow();
    read(in, parameter.place);
}

void read(ByteReader& in, Profile& profile) {
    const auto read_use = [&](NameUse& use) { read(in, use); };
    read(in, profile.name);
    read(in, profile.documentation);
    if (in.boolean()) read(in, profile.extends.emplace());
    read_list(in, profile.includes, read_use, 4);
    const auto read_exclusion = [&](Exclusion& exclusion) {
        read(in, exclusion.name);
        read(in, exclusion.because);
    };
    read_list(in, profile.excludes, read_exclusion, 5);
    const auto read_set = [&](ParameterSetting& set) {
        read(in, set.name);
        read(in, set.value);
    };
    read_list(in, profile.sets, read_set, 8);
    const auto read_severity_of = [&](SeveritySetting& set) {
        read(in, set.name);
        set.severity = read_severity(in);
    };
    read_list(in, profile.severities, read_severity_of, 5);
    read_list(in, profile.demands, read_use, 4);
    read_list(in, profile.allow_unknown, read_use, 4);
    profile.gate = static_cast<GateKind>(in.member(3));
    profile.gate_severity = read_severity(in);
    read(in, profile.place);
}

}  // namespace

void read_unit(ByteReader& in, Unit& unit) {
    read(in, unit.package);
    const auto read_source = [&](std::shared_ptr<const Source>& source) {
        std::string name(in.text());
        source = std::make_shared<const Source>(std::move(name), std::string(in.text()));
    };
    read_list(in, unit.sources, read_source, 2);
    read(in, unit.expressions);
    read(in, unit.parameter_uses);
    read_list(
        in, unit.rules, [&](Rule& rule) { read(in, rule); }, 22);
    read_list(
        in, unit.parameters, [&](Parameter& parameter) { read(in, parameter); }, 12);
    read_list(
        in, unit.profiles, [&](Profile& profile) { read(in, profile); }, 13);
}

Units decode(std::string_view content, std::string& failure) {
    ByteReader in(content);
    const Model model = read_model(in);
    Units units;
    const auto read_shared = [&](std::shared_ptr<const Unit>& shared) {
        auto unit = std::make_shared<Unit>();
        unit->layout = model.layout;
        unit->schema = model.schema;
        read_unit(in, *unit);
        shared = std::move(unit);
    };
    read_list(in, units, read_shared, 10);
    if (in.ok() && !in.at_end()) in.fail("something stands behind its end");
    failure = in.failure();
    if (!in.ok()) units.clear();
    return units;
}

}  // namespace scantling::bundle
