// Counts tuples. Lists that facts or constants hold are counted exactly; a list that is computed counts as large as what it is made from.
#include "engine/evaluate/budget.h"

#include <algorithm>
#include <memory>

#include "engine/base/limits.h"

namespace scantling::evaluation {

namespace {

// A computed list of unknown length: pieces of a text.
constexpr std::uint64_t computed_length = 16;

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    std::uint64_t out = 0;
    return __builtin_mul_overflow(a, b, &out) ? ~0ULL : out;
}
std::uint64_t plus(std::uint64_t a, std::uint64_t b) {
    std::uint64_t out = 0;
    return __builtin_add_overflow(a, b, &out) ? ~0ULL : out;
}
std::uint64_t at(const std::vector<std::uint64_t>& sizes, std::size_t subject) { return sizes.size() == 1 ? sizes[0] : sizes[subject]; }

std::vector<std::uint64_t> product(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::vector<std::uint64_t> out(std::max(a.size(), b.size()));
    if (a.empty() || b.empty()) return {};
    for (std::size_t s = 0; s < out.size(); ++s) out[s] = times(at(a, s), at(b, s));
    return out;
}

}  // namespace

const std::vector<VariableId>& Budget::closure(VariableId variable) const {
    const Program& program = evaluator_.program();
    return program.analysis.scopes[program.analysis.scope_of[program.expressions.variables[variable].collection]];
}

std::vector<VariableId> Budget::outermost_first(const std::vector<VariableId>& scope) const {
    std::vector<VariableId> order;
    for (const VariableId v : scope) {
        if (v != subject_variable) order.push_back(v);
    }
    std::sort(order.begin(), order.end(), [&](VariableId a, VariableId b) { return closure(a).size() < closure(b).size(); });
    if (!scope.empty() && scope.back() == subject_variable) order.insert(order.begin(), subject_variable);
    return order;
}

// Each tuple as often as its weight says.
Budget::Sizes Budget::by_subject(const Space& space, const std::vector<std::uint64_t>& weights) {
    const bool of_subject = !space.order.empty() && space.order.front() == subject_variable;
    Sizes out(of_subject ? evaluator_.full({subject_variable}).size : 1, 0);
    const auto subjects = of_subject ? lift_map(space, evaluator_.full({subject_variable})) : nullptr;
    for (std::uint32_t t = 0; t < space.size; ++t) {
        std::uint64_t& size = out[subjects == nullptr ? 0 : (*subjects)[t]];
        size = plus(size, weights.empty() ? 1 : weights[t]);
    }
    return out;
}

// The tuples of a chain of lists that are owned: the space is made (and shared) anyway.
Budget::Sizes Budget::count_chain(const std::vector<VariableId>& scope) { return by_subject(evaluator_.full(outermost_first(scope)), {}); }

// The tuples of a chain of stored lists of which some belong to many rows: each such list is looked at once, and weighs as much as the
// tuples that have it. None where the variables are no such chain.
std::optional<Budget::Sizes> Budget::count_shared(const std::vector<VariableId>& chain, bool once) {
    const Program& program = evaluator_.program();
    const std::vector<VariableId> order = outermost_first(chain);
    std::size_t owned = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] == subject_variable) continue;
        if (!program.analysis.stored[order[i]] || closure(order[i]).size() != i) return std::nullopt;
        if (program.analysis.owned[order[i]] && owned + 1 >= i) owned = i;
    }
    std::vector<std::unique_ptr<Space>> spaces;
    const Space* at = &evaluator_.full(std::vector<VariableId>(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(owned) + 1));
    std::vector<std::uint64_t> weights(at->size, 1);
    for (std::size_t i = owned + 1; i < order.size(); ++i) {
        if (const auto follow = evaluator_.references().through(program.expressions.variables[order[i]].collection)) {
            Sharing groups = evaluator_.group(*follow, *at);
            std::vector<std::uint64_t> sums(groups.representatives.size, once ? 1 : 0);
            for (std::uint32_t t = 0; t < at->size && !once; ++t) sums[groups.rows[t]] = plus(sums[groups.rows[t]], weights[t]);
            weights = std::move(sums);
            spaces.push_back(std::make_unique<Space>(std::move(groups.representatives)));
            at = spaces.back().get();
        }
        ListUse use = evaluator_.collection(order[i], *at);
        std::uint64_t total = 0;
        for (std::uint32_t t = 0; t < at->size; ++t) total += use.length(t);
        if (total > limits::counted_tuples) return Sizes(by_subject(*at, {}).size(), ~0ULL);
        spaces.push_back(std::make_unique<Space>(expand(*at, order[i], std::move(use), false)));
        at = spaces.back().get();
        std::vector<std::uint64_t> expanded(at->size);
        for (std::uint32_t t = 0; t < at->size; ++t) expanded[t] = weights[at->to_parent[t]];
        weights = std::move(expanded);
    }
    return by_subject(*at, weights);
}

// An upper bound of how many elements a variable runs over, all its outer variables taken together.
Budget::Sizes Budget::bound(VariableId variable) {
    const Program& program = evaluator_.program();
    std::vector<VariableId> scope = closure(variable);
    scope.insert(std::lower_bound(scope.begin(), scope.end(), variable), variable);
    if (program.analysis.owned[variable]) return count_chain(scope);
    if (program.analysis.stored[variable]) {
        if (auto shared = count_shared(scope, false)) return std::move(*shared);
    }
    const ExpressionId collection = program.expressions.variables[variable].collection;
    const Expression& node = program.expressions[collection];
    if (node.op == Op::list) return {node.child_count};
    if (node.op != Op::comprehension) return {program.analysis.stored[variable] ? limits::counted_tuples : computed_length};
    Sizes out{1};
    for (const VariableId generator : program.expressions.generators[node.payload]) out = product(out, bound(generator));
    return out;
}

Budget::Sizes Budget::count(const Scope& wanted) {
    const auto& [scope, once] = wanted;
    if (scope.empty()) return {1};
    std::vector<VariableId> rest;
    std::size_t deepest = 0;
    VariableId last = subject_variable;
    for (const VariableId v : scope) {
        if (v == subject_variable) continue;
        rest.push_back(v);
        if (closure(v).size() >= deepest) last = v;
        deepest = std::max(deepest, closure(v).size());
    }
    if (rest.empty() || evaluator_.is_bounded_product(scope)) return count_chain(scope);
    // One chain after another.
    std::vector<VariableId> chain = closure(last);
    chain.insert(std::lower_bound(chain.begin(), chain.end(), last), last);
    std::vector<VariableId> others;
    std::set_difference(scope.begin(), scope.end(), chain.begin(), chain.end(), std::back_inserter(others));
    Sizes out{1};
    if (evaluator_.is_bounded_product(chain)) {
        out = count_chain(chain);
    } else if (auto shared = count_shared(chain, once)) {
        out = std::move(*shared);
    } else {
        for (const VariableId v : chain) {
            if (v != subject_variable) out = product(out, bound(v));
        }
    }
    for (const VariableId v : others) {
        if (v != subject_variable) out = product(out, bound(v));
    }
    return out;
}

const Budget::Sizes& Budget::sizes(const Scope& scope) {
    const auto found = sizes_.find(scope);
    if (found != sizes_.end()) return found->second;
    Sizes counted = count(scope);
    return sizes_.emplace(scope, std::move(counted)).first->second;
}

// A quantifier, count or comprehension over a list that many tuples share, which asks about nothing else of them.
bool Budget::is_computed_once(ExpressionId id) {
    const Expression& node = evaluator_.node(id);
    const Program& program = evaluator_.program();
    if (node.op != Op::any && node.op != Op::count_if && node.op != Op::comprehension) return false;
    const VariableId first = node.op == Op::comprehension ? program.expressions.generators[node.payload].front() : node.payload;
    if (!program.analysis.stored[first] || program.analysis.owned[first]) return false;
    return evaluator_.references().through(id).has_value();
}

std::vector<std::uint64_t> Budget::steps(const LinkedRule& rule, std::size_t subjects) {
    const Program& program = evaluator_.program();
    visited_.resize(program.expressions.nodes.size() * 2, 0);
    ++visit_;
    std::map<std::pair<std::uint32_t, bool>, std::uint64_t> nodes;  // by scope
    std::vector<std::pair<ExpressionId, bool>> open;
    const auto reach = [&](ExpressionId id, bool once) {
        if (id == no_expression) return;
        std::uint32_t& visited = visited_[std::size_t{id} * 2 + (once ? 1 : 0)];
        if (visited == visit_) return;
        visited = visit_;
        open.emplace_back(id, once);
    };
    for (const ExpressionId root : {rule.when, rule.status, rule.selected}) reach(root, false);
    while (!open.empty()) {
        const auto [id, above] = open.back();
        open.pop_back();
        const bool once = above || is_computed_once(id);
        ++nodes[{program.analysis.scope_of[id], once}];
        for (std::uint32_t i = 0; i < program.expressions[id].child_count; ++i) reach(program.expressions.child(id, i), once);
    }
    std::vector<std::uint64_t> out(subjects, 0);
    for (const auto& [scope, count] : nodes) {
        const Sizes& tuples = sizes({program.analysis.scopes[scope.first], scope.second});
        for (std::size_t s = 0; s < subjects && !tuples.empty(); ++s) out[s] = plus(out[s], times(count, at(tuples, s)));
    }
    return out;
}

}  // namespace scantling::evaluation
