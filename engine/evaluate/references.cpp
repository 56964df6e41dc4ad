// From the leaves up. Expressions are as deep as the linker lets them be (limits::program_depth), so the recursion is.
#include "engine/evaluate/references.h"

#include <algorithm>

namespace scantling::evaluation {

std::optional<ExpressionId> References::through(ExpressionId id) {
    const Roots& all = roots(id);
    if (all.size() != 1 || all.front().follow == no_expression) return std::nullopt;
    return all.front().follow;
}

bool References::only(ExpressionId id, std::uint32_t variable) {
    const Roots& all = roots(id);
    return std::all_of(all.begin(), all.end(), [&](const Root& root) { return root.variable == variable; });
}

const References::Roots& References::roots(ExpressionId id) {
    if (known_.empty()) known_.resize(expressions_.nodes.size());
    if (!known_[id]) {
        Roots found = find(id);
        known_[id] = std::move(found);
    }
    return *known_[id];
}

bool References::binds(ExpressionId id, std::uint32_t variable) const {
    const Expression& node = expressions_[id];
    if (node.op == Op::any || node.op == Op::count_if) return node.payload == variable;
    if (node.op != Op::comprehension) return false;
    const std::vector<std::uint32_t>& generators = expressions_.generators[node.payload];
    return std::find(generators.begin(), generators.end(), variable) != generators.end();
}

References::Roots References::find(ExpressionId id) {
    const Expression& node = expressions_[id];
    if (node.op == Op::variable) return {{node.payload, no_expression}};
    Roots out;
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
        for (const Root& root : roots(expressions_.child(id, i))) {
            if (!binds(id, root.variable) && std::find(out.begin(), out.end(), root) == out.end()) out.push_back(root);
        }
    }
    if (node.op == Op::follow && out.size() == 1) out.front().follow = id;
    return out;
}

}  // namespace scantling::evaluation
