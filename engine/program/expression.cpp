// The arena of expressions, and its printing.
#include "engine/program/expression.h"

#include <array>
#include <string>
#include <string_view>

#include "engine/schema/schema.h"

namespace scantling {

namespace {

constexpr auto all_operators = std::to_array<std::string_view>(
    {"constant", "parameter", "variable", "run",         "subject",       "field", "follow", "narrow",     "lookup",   "and",
     "or",       "not",       "present",  "known",       "coalesce",      "equal", "less",   "less_equal", "in_list",  "within",
     "matches",  "like",      "contains", "starts_with", "ends_with",     "same",  "add",    "subtract",   "multiply", "negate",
     "widen",    "any",       "count_if", "count",       "comprehension", "list",  "call",   "interpolate"});

// In the order of enum Builtin.
constexpr auto all_builtins = std::to_array<std::string_view>({"lower",
                                                               "trim",
                                                               "length",
                                                               "split",
                                                               "before",
                                                               "after",
                                                               "to_int",
                                                               "entropy",
                                                               "base_name",
                                                               "dir_name",
                                                               "extension",
                                                               "under",
                                                               "mode_within",
                                                               "next",
                                                               "previous",
                                                               "position",
                                                               "entries",
                                                               "first",
                                                               "last",
                                                               "unique",
                                                               "sum",
                                                               "min",
                                                               "max",
                                                               "without",
                                                               "join",
                                                               "version",
                                                               "version_in",
                                                               "major",
                                                               "minor",
                                                               "is_prerelease",
                                                               "image_reference",
                                                               "purl",
                                                               "same_repository",
                                                               "url_host",
                                                               "url_scheme",
                                                               "in_network",
                                                               "licence_satisfied",
                                                               "licence_ids",
                                                               "severity_of",
                                                               "weekday",
                                                               "start_of_day",
                                                               "days"});
static_assert(all_builtins.size() == static_cast<std::size_t>(Builtin::days) + 1, "a name for each Builtin; its last member stands here");
static_assert(all_operators.size() == static_cast<std::size_t>(Op::interpolate) + 1);

// Numbers as they are held: a printed unit shows what the machine gets.
std::string value_text(const Value& value, const Schema& schema) {
    const Type& type = schema.types()[value.type];
    switch (type.kind) {
        case TypeKind::boolean:
            return value.number != 0 ? "true" : "false";
        case TypeKind::enumeration:
            return std::string(schema.enums()[type.declaration].members[static_cast<std::size_t>(value.number)]);
        case TypeKind::list:
        case TypeKind::map: {
            std::string out;
            for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + value_text(item, schema);
            return "[" + out + "]";
        }
        default:
            return is_wide(type.kind) ? std::to_string(value.number) : "\"" + value.text + "\"";
    }
}

// As the layout counts them: a record in a record takes one slot for its presence, then its own.
std::uint32_t slots_of(const Schema& schema, TypeId id) {
    const Type& type = schema.types()[id];
    std::uint32_t slots = 1;
    if (type.kind != TypeKind::record) return slots;
    for (const Field& field : schema.records()[type.declaration].fields) slots += slots_of(schema, field.type);
    return slots;
}

std::string field_name(const Schema& schema, TypeId record, std::uint32_t slot) {
    std::uint32_t at = 0;
    for (const Field& field : schema.records()[schema.types()[record].declaration].fields) {
        if (at == slot) return std::string(field.name);
        at += slots_of(schema, field.type);
    }
    return "#" + std::to_string(slot);
}

// What the payload means, by operation; empty where there is none.
std::string payload_text(const Expressions& expressions, const Expression& node, const Schema& schema) {
    const auto operand = [&](std::uint32_t i) -> const Expression& { return expressions[expressions.children[node.first_child + i]]; };
    const std::string number = std::to_string(node.payload);
    switch (node.op) {
        case Op::constant:
            return value_text(expressions.constants[node.payload], schema);
        case Op::call:
            return std::string(all_builtins[node.payload]);
        case Op::variable:
        case Op::any:
        case Op::count_if:
            return "#" + number + " " + expressions.variables[node.payload].name;
        case Op::comprehension: {
            std::string out;
            for (const std::uint32_t v : expressions.generators[node.payload]) {
                out += (out.empty() ? "#" : ", #") + std::to_string(v) + " " + expressions.variables[v].name;
            }
            return out;
        }
        case Op::field:
            return field_name(schema, operand(0).type, node.payload);
        case Op::parameter:
            return "#" + number;
        default:
            return {};
    }
}

}  // namespace

ExpressionId Expressions::add(Op op, TypeId type, std::uint32_t payload, const std::vector<ExpressionId>& operands, Span span) {
    Expression node;
    node.op = op;
    node.type = type;
    node.payload = payload;
    node.first_child = static_cast<std::uint32_t>(children.size());
    node.child_count = static_cast<std::uint32_t>(operands.size());
    node.span = span;
    children.insert(children.end(), operands.begin(), operands.end());
    nodes.push_back(node);
    return static_cast<ExpressionId>(nodes.size() - 1);
}

std::span<const std::string_view> operator_names() { return all_operators; }
std::span<const std::string_view> builtin_names() { return all_builtins; }

std::string print(const Expressions& expressions, const Schema& schema) {
    std::string out;
    for (ExpressionId id = 0; id < expressions.nodes.size(); ++id) {
        const Expression& node = expressions[id];
        out += "%" + std::to_string(id) + " = ";
        out += all_operators[static_cast<std::size_t>(node.op)];
        if (std::string payload = payload_text(expressions, node, schema); !payload.empty()) out += " " + payload;
        out += ": " + type_text(schema, schema.types(), node.type);
        for (std::uint32_t i = 0; i < node.child_count; ++i) out += (i == 0 ? " <- %" : " %") + std::to_string(expressions.child(id, i));
        out += "\n";
    }
    return out;
}

}  // namespace scantling
