// Operators over constants; constants among the operands of `and` and `or`.
#include <algorithm>

#include "engine/program/constant.h"
#include "engine/program/passes/passes.h"

namespace scantling::passes {

namespace {

// `x and true` is x, `x and false` is false, whatever x is; `or` the other way round.
std::optional<ExpressionId> drop_neutral(Graph& graph, Draft& draft) {
    const bool neutral = draft.op == Op::and_;
    std::vector<ExpressionId> left;
    for (const ExpressionId operand : draft.operands) {
        const Value* value = graph.constant(operand);
        if (value == nullptr) {
            left.push_back(operand);
        } else if ((value->number != 0) != neutral) {
            return operand;
        }
    }
    if (left.empty()) return draft.operands.front();
    if (left.size() == 1) return left.front();
    draft.operands = std::move(left);
    return std::nullopt;
}

}  // namespace

std::optional<ExpressionId> fold_constants(Graph& graph, Draft& draft) {
    if (draft.operands.empty()) return std::nullopt;
    const auto is_constant = [&](ExpressionId operand) { return graph.constant(operand) != nullptr; };
    if (draft.op == Op::and_ || draft.op == Op::or_) {
        const bool has_any = std::any_of(draft.operands.begin(), draft.operands.end(), is_constant);
        return has_any || draft.operands.size() == 1 ? drop_neutral(graph, draft) : std::nullopt;
    }
    if (!std::all_of(draft.operands.begin(), draft.operands.end(), is_constant)) return std::nullopt;
    std::vector<const Value*> values;
    for (const ExpressionId operand : draft.operands) values.push_back(graph.constant(operand));
    if (draft.op == Op::list) {
        Value list{draft.type, 0, {}, {}};
        for (const Value* value : values) list.items.push_back(*value);
        return graph.make_constant(list, draft.span);
    }
    const auto folded = fold(draft.op, draft.type, values, graph.types());
    if (!folded) return std::nullopt;
    return graph.make_constant(*folded, draft.span);
}

}  // namespace scantling::passes
