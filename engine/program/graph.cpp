// Hash-consing.
#include "engine/program/graph.h"

#include <algorithm>

#include "engine/base/text_hash.h"

namespace scantling {

namespace {

std::size_t hash_of(const Draft& draft) {
    const auto both = [](std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32U | b; };
    std::uint64_t hash = hash_with(both(static_cast<std::uint32_t>(draft.op), draft.type), draft.payload);
    std::size_t i = 0;
    for (; i + 1 < draft.operands.size(); i += 2) hash = hash_with(hash, both(draft.operands[i], draft.operands[i + 1]));
    if (i < draft.operands.size()) hash = hash_with(hash, draft.operands[i]);
    return hash;
}

std::size_t hash_of(const Value& value) {
    std::size_t hash = hash_with(value.type, static_cast<std::size_t>(value.number));
    hash = hash_with(hash, text_hash(value.text));
    for (const Value& item : value.items) hash = hash_with(hash, hash_of(item));
    return hash;
}

}  // namespace

const Value* Graph::constant(ExpressionId id) const {
    return expressions_[id].op == Op::constant ? &expressions_.constants[expressions_[id].payload] : nullptr;
}

void Graph::reserve(std::size_t nodes) {
    expressions_.nodes.reserve(nodes);
    expressions_.children.reserve(nodes);
    nodes_.reserve(nodes);
}

ExpressionId Graph::make(Draft& draft) {
    if (!draft.operands.empty()) {
        for (const Pass& pass : passes_) {
            if (const auto equal = pass.rewrite(*this, draft)) return *equal;
        }
    }
    const std::size_t hash = hash_of(draft);
    const auto is_same = [&](ExpressionId id) {
        const Expression& node = expressions_[id];
        if (node.op != draft.op || node.type != draft.type || node.payload != draft.payload || node.child_count != draft.operands.size()) {
            return false;
        }
        const auto first = expressions_.children.begin() + static_cast<std::ptrdiff_t>(node.first_child);
        return std::equal(draft.operands.begin(), draft.operands.end(), first);
    };
    if (const auto found = nodes_.find(hash, is_same)) return *found;
    const ExpressionId id = expressions_.add(draft.op, draft.type, draft.payload, draft.operands, draft.span);
    nodes_.add(hash, id);
    return id;
}

ExpressionId Graph::make_constant(const Value& value, Span span) {
    const std::size_t hash = hash_of(value);
    const auto found = constants_.find(hash, [&](std::uint32_t index) { return expressions_.constants[index] == value; });
    if (found) return nodes_of_constants_[*found];
    const auto index = static_cast<std::uint32_t>(expressions_.constants.size());
    expressions_.constants.push_back(value);
    constants_.add(hash, index);
    // No pass rewrites a constant, and none is made but here: it is looked up by its value alone.
    nodes_of_constants_.push_back(expressions_.add(Op::constant, value.type, index, {}, span));
    return nodes_of_constants_.back();
}

std::uint32_t Graph::variable(const std::string& name, ExpressionId collection, TypeId type, std::uint32_t number) {
    const auto [at, added] =
        variables_.try_emplace(std::pair(collection, number), static_cast<std::uint32_t>(expressions_.variables.size()));
    if (added) {
        expressions_.variables.push_back({name, collection, type});
        numbers_.push_back(number);
    }
    return at->second;
}

std::uint32_t Graph::generators(std::vector<std::uint32_t> variables) {
    const auto [at, added] = generators_.try_emplace(std::move(variables), static_cast<std::uint32_t>(expressions_.generators.size()));
    if (added) expressions_.generators.push_back(at->first);
    return at->second;
}

}  // namespace scantling
