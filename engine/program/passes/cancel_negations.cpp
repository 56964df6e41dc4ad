// `not not x` is x: not of unknown is unknown.
#include "engine/program/passes/passes.h"

namespace scantling::passes {

std::optional<ExpressionId> cancel_negations(Graph& graph, Draft& draft) {
    if (draft.op != Op::not_ || graph[draft.operands[0]].op != Op::not_) return std::nullopt;
    return graph.expressions().child(draft.operands[0], 0);
}

}  // namespace scantling::passes
