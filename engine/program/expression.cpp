// The arena of expressions, and its printing.
#include "engine/program/expression.h"

#include <array>
#include <string>
#include <string_view>

#include "engine/schema/schema.h"

namespace scantling {

namespace {

constexpr auto op_names = std::to_array<std::string_view>(
    {"constant", "parameter", "variable", "run",         "subject",       "field", "follow", "narrow",     "lookup",   "and",
     "or",       "not",       "present",  "known",       "coalesce",      "equal", "less",   "less_equal", "in_list",  "within",
     "matches",  "like",      "contains", "starts_with", "ends_with",     "same",  "add",    "subtract",   "multiply", "negate",
     "widen",    "any",       "count_if", "count",       "comprehension", "list",  "call",   "interpolate"});

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

std::string print(const Expressions& expressions, const Schema& schema) {
    std::string out;
    for (ExpressionId id = 0; id < expressions.nodes.size(); ++id) {
        const Expression& node = expressions[id];
        out += "%" + std::to_string(id) + " = ";
        out += op_names[static_cast<std::size_t>(node.op)];
        out += " " + type_text(schema, schema.types(), node.type) + " (";
        for (std::uint32_t i = 0; i < node.child_count; ++i) out += (i == 0 ? "%" : ", %") + std::to_string(expressions.child(id, i));
        out += ")";
        if (node.payload != 0) out += " #" + std::to_string(node.payload);
        out += "\n";
    }
    return out;
}

}  // namespace scantling
