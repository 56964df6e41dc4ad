// Operands of what is commutative, by id.
#include <algorithm>

#include "engine/program/passes/passes.h"

namespace scantling::passes {

std::optional<ExpressionId> sort_operands(Graph& graph, Draft& draft) {
    switch (draft.op) {
        case Op::and_:
        case Op::or_:
        case Op::equal:
        case Op::same:
            std::sort(draft.operands.begin(), draft.operands.end());
            break;
        case Op::add: {
            // Of equal types only: `time + duration` tells them apart by their places.
            const bool alike = graph[draft.operands[0]].type == graph[draft.operands[1]].type;
            if (alike) std::sort(draft.operands.begin(), draft.operands.end());
            break;
        }
        default:
            break;
    }
    return std::nullopt;
}

}  // namespace scantling::passes
