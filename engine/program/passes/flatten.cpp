// `and` within `and`, `or` within `or`; an operand twice is that operand once.
#include <algorithm>

#include "engine/program/passes/passes.h"

namespace scantling::passes {

std::optional<ExpressionId> flatten(Graph& graph, Draft& draft) {
    if (draft.op != Op::and_ && draft.op != Op::or_) return std::nullopt;
    std::vector<ExpressionId> flat;
    flat.reserve(draft.operands.size());
    const auto add = [&](ExpressionId operand) {
        if (std::find(flat.begin(), flat.end(), operand) == flat.end()) flat.push_back(operand);
    };
    for (const ExpressionId operand : draft.operands) {
        const Expression& node = graph[operand];
        if (node.op != draft.op) {
            add(operand);
            continue;
        }
        for (std::uint32_t i = 0; i < node.child_count; ++i) add(graph.expressions().child(operand, i));
    }
    if (flat.size() == 1) return flat.front();
    draft.operands = std::move(flat);
    return std::nullopt;
}

}  // namespace scantling::passes
