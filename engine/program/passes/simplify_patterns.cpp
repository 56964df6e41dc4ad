// `x like "abc"` is `x == "abc"`.
#include "engine/program/passes/passes.h"
#include "engine/values/glob.h"

namespace scantling::passes {

std::optional<ExpressionId> simplify_patterns(Graph& graph, Draft& draft) {
    if (draft.op != Op::like) return std::nullopt;
    const Value* pattern = graph.constant(draft.operands[1]);
    if (pattern == nullptr || !Glob(pattern->text).is_literal()) return std::nullopt;
    Value text = *pattern;
    text.type = graph.types().scalar(TypeKind::string);
    const ExpressionId constant = graph.make_constant(text, graph[draft.operands[1]].span);
    return graph.make({Op::equal, draft.type, 0, {draft.operands[0], constant}, draft.span});
}

}  // namespace scantling::passes
