// Units to bytes. A function here and its namesake in bundle_read.cpp say the same fields in the same order.
#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/program/bundle_units.h"

namespace scantling::bundle {

namespace {

template <typename T, typename F>
void write_list(ByteWriter& out, const std::vector<T>& list, F&& each) {
    out.number(list.size());
    for (const T& one : list) each(one);
}

void write(ByteWriter& out, Span span) {
    out.number(span.begin);
    out.number(span.end - span.begin);
}

void write(ByteWriter& out, const PolicyPlace& place) {
    out.number(place.source);
    write(out, place.span);
}

void write(ByteWriter& out, const NameUse& use) {
    out.text(use.name);
    write(out, use.place);
}

void write(ByteWriter& out, const Value& value) {
    out.number(value.type);
    out.integer(value.number);
    out.text(value.text);
    write_list(out, value.items, [&](const Value& item) { write(out, item); });
}

// Children stand before their parents, mostly just before: distances are short.
void write(ByteWriter& out, const Expressions& expressions) {
    write_list(out, expressions.constants, [&](const Value& value) { write(out, value); });
    write_list(out, expressions.variables, [&](const Variable& variable) {
        out.text(variable.name);
        out.optional_id(variable.collection);
        out.number(variable.type);
    });
    write_list(out, expressions.generators, [&](const std::vector<std::uint32_t>& variables) {
        write_list(out, variables, [&](std::uint32_t variable) { out.number(variable); });
    });
    out.number(expressions.nodes.size());
    for (ExpressionId id = 0; id < expressions.nodes.size(); ++id) {
        const Expression& node = expressions[id];
        out.byte(static_cast<std::uint8_t>(node.op));
        out.number(node.type);
        out.number(node.payload);
        write(out, node.span);
        out.number(node.child_count);
        for (std::uint32_t i = 0; i < node.child_count; ++i) out.number(id - expressions.child(id, i));
    }
}

void write(ByteWriter& out, const Example& example) {
    out.byte(static_cast<std::uint8_t>(example.kind));
    write_list(out, example.given, [&](const Given& given) {
        out.text(given.path);
        out.boolean(given.is_text);
        out.text(given.text);
        out.text(given.file);
        write(out, given.place);
    });
    write(out, example.place);
}

void write_texts(ByteWriter& out, const std::vector<std::string>& texts) {
    write_list(out, texts, [&](const std::string& text) { out.text(text); });
}

void write(ByteWriter& out, const Rule& rule) {
    for (const std::string* text : {&rule.name, &rule.documentation, &rule.title, &rule.why, &rule.deprecated}) out.text(*text);
    out.byte(rule.practice ? static_cast<std::uint8_t>(static_cast<std::size_t>(*rule.practice) + 1) : 0);
    write_list(out, rule.refs, [&](const auto& ref) {
        out.text(ref.first);
        write_texts(out, ref.second);
    });
    write_texts(out, rule.formerly);
    out.byte(static_cast<std::uint8_t>(rule.level));
    out.boolean(rule.forbids);
    for (const ExpressionId id : {rule.when, rule.body, rule.severity, rule.at, rule.message, rule.fix}) out.optional_id(id);
    write_list(out, rule.fors, [&](const ForClause& clause) {
        out.number(clause.variable);
        out.optional_id(clause.where);
    });
    write_list(out, rule.examples, [&](const Example& example) { write(out, example); });
    write(out, rule.place);
}

void write(ByteWriter& out, const Parameter& parameter) {
    out.text(parameter.name);
    out.text(parameter.documentation);
    out.number(parameter.type);
    write(out, parameter.initial);
    out.optional_id(parameter.range);
    out.number(parameter.range_variable);
    write(out, parameter.place);
}

void write(ByteWriter& out, const Profile& profile) {
    const auto write_names = [&](const std::vector<NameUse>& names) {
        write_list(out, names, [&](const NameUse& use) { write(out, use); });
    };
    out.text(profile.name);
    out.text(profile.documentation);
    out.boolean(profile.extends.has_value());
    if (profile.extends) write(out, *profile.extends);
    write_names(profile.includes);
    write_list(out, profile.excludes, [&](const Exclusion& exclusion) {
        write(out, exclusion.name);
        out.text(exclusion.because);
    });
    write_list(out, profile.sets, [&](const ParameterSetting& set) {
        write(out, set.name);
        write(out, set.value);
    });
    write_list(out, profile.severities, [&](const SeveritySetting& set) {
        write(out, set.name);
        out.byte(static_cast<std::uint8_t>(set.severity));
    });
    write_names(profile.demands);
    write_names(profile.allow_unknown);
    out.byte(static_cast<std::uint8_t>(profile.gate));
    out.byte(static_cast<std::uint8_t>(profile.gate_severity));
    write(out, profile.place);
}

}  // namespace

void write_unit(ByteWriter& out, const Unit& unit) {
    out.text(unit.package);
    write_list(out, unit.sources, [&](const std::shared_ptr<const Source>& source) {
        const std::string& name = source->name();  // a path: perhaps no UTF-8
        out.text(first_invalid_utf8(name) ? printable(name) : name);
        out.text(source->text());
    });
    write(out, unit.expressions);
    write_texts(out, unit.parameter_uses);
    write_list(out, unit.rules, [&](const Rule& rule) { write(out, rule); });
    write_list(out, unit.parameters, [&](const Parameter& parameter) { write(out, parameter); });
    write_list(out, unit.profiles, [&](const Profile& profile) { write(out, profile); });
}

}  // namespace scantling::bundle
