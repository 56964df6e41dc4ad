// `x == "a" or x == "b" or x in ["c"]` is `x in ["a", "b", "c"]`, for one x that is no version and no list.
#include <map>
#include <span>
#include <vector>

#include "engine/program/passes/passes.h"

namespace scantling::passes {

namespace {

bool is_plain(TypeKind kind) {
    return kind == TypeKind::string || kind == TypeKind::enumeration || (is_wide(kind) && kind != TypeKind::decimal);
}

// The subject and the constants that an operand compares it with; nothing for other operands.
struct Membership {
    ExpressionId x = no_expression;
    std::span<const Value> values;  // the graph's, until it gets another constant
};

std::optional<Membership> membership_of(Graph& graph, ExpressionId id) {
    const Expression& node = graph[id];
    if (node.op != Op::equal && node.op != Op::in_list) return std::nullopt;
    ExpressionId x = graph.expressions().child(id, 0);
    ExpressionId other = graph.expressions().child(id, 1);
    if (node.op == Op::equal && graph.constant(x) != nullptr) std::swap(x, other);
    const Value* constant = graph.constant(other);
    const Type type = graph.types()[graph[x].type];
    if (constant == nullptr || graph.constant(x) != nullptr || type.optional || !is_plain(type.kind)) return std::nullopt;
    if (node.op == Op::in_list) {
        // Nothing is in an empty list, not even what is unknown.
        if (constant->items.empty()) return std::nullopt;
        return Membership{x, constant->items};
    }
    return Membership{x, {constant, 1}};
}

}  // namespace

std::optional<ExpressionId> merge_memberships(Graph& graph, Draft& draft) {
    if (draft.op != Op::or_) return std::nullopt;
    std::map<ExpressionId, std::vector<Value>> groups;
    std::map<ExpressionId, std::size_t> operands;
    for (const ExpressionId operand : draft.operands) {
        const auto found = membership_of(graph, operand);
        if (!found) continue;
        auto& values = groups[found->x];
        values.insert(values.end(), found->values.begin(), found->values.end());
        ++operands[found->x];
    }
    std::vector<ExpressionId> left;
    std::map<ExpressionId, bool> done;
    for (const ExpressionId operand : draft.operands) {
        const auto found = membership_of(graph, operand);
        if (!found || operands[found->x] < 2) {
            left.push_back(operand);
            continue;
        }
        if (done[found->x]) continue;
        done[found->x] = true;
        Value list{graph.types().list_of(graph[found->x].type), 0, {}, groups[found->x]};
        const ExpressionId constant = graph.make_constant(list, draft.span);
        left.push_back(graph.make({Op::in_list, draft.type, 0, {found->x, constant}, draft.span}));
    }
    if (left.size() == 1) return left.front();
    draft.operands = std::move(left);
    return std::nullopt;
}

}  // namespace scantling::passes
