// Counts tuples. Lists that facts or constants hold are counted exactly; a list that is computed counts as large as what it is made from.
#include "engine/evaluate/budget.h"

#include <algorithm>

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

// The tuples of a chain of stored lists: the space is made (and shared) anyway.
Budget::Sizes Budget::count_chain(const std::vector<VariableId>& scope) {
    std::vector<VariableId> order;
    const bool of_subject = !scope.empty() && scope.back() == subject_variable;
    if (of_subject) order.push_back(subject_variable);
    std::vector<VariableId> chain;
    for (const VariableId v : scope) {
        if (v != subject_variable) chain.push_back(v);
    }
    std::sort(chain.begin(), chain.end(), [&](VariableId a, VariableId b) { return closure(a).size() < closure(b).size(); });
    order.insert(order.end(), chain.begin(), chain.end());
    const Space& space = evaluator_.full(order);
    if (!of_subject) return {space.size};
    const Space& root = evaluator_.full({subject_variable});
    Sizes out(root.size, 0);
    for (const std::uint32_t subject : ancestor_map(space, root)) ++out[subject];
    return out;
}

// An upper bound of how many elements a variable runs over, all its outer variables taken together.
Budget::Sizes Budget::bound(VariableId variable) {
    const Program& program = evaluator_.program();
    std::vector<VariableId> scope = closure(variable);
    if (program.analysis.stored[variable]) {
        scope.insert(std::lower_bound(scope.begin(), scope.end(), variable), variable);
        return count_chain(scope);
    }
    const ExpressionId collection = program.expressions.variables[variable].collection;
    const Expression& node = program.expressions[collection];
    if (node.op == Op::list) return {node.child_count};
    if (node.op != Op::comprehension) return {computed_length};
    Sizes out{1};
    for (const VariableId generator : program.expressions.generators[node.payload]) out = product(out, bound(generator));
    return out;
}

Budget::Sizes Budget::count(const std::vector<VariableId>& scope) {
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
    const bool chain_bounded = evaluator_.is_bounded_product(chain);
    Sizes out{1};
    if (chain_bounded) {
        out = count_chain(chain);
    } else {
        for (const VariableId v : chain) {
            if (v != subject_variable) out = product(out, bound(v));
        }
    }
    std::vector<VariableId> left;
    for (const VariableId v : others) {
        if (v != subject_variable) left.push_back(v);
    }
    for (const VariableId v : left) out = product(out, bound(v));
    return out;
}

const Budget::Sizes& Budget::sizes(const std::vector<VariableId>& scope) {
    const auto found = sizes_.find(scope);
    if (found != sizes_.end()) return found->second;
    Sizes counted = count(scope);
    return sizes_.emplace(scope, std::move(counted)).first->second;
}

std::vector<std::uint64_t> Budget::steps(const LinkedRule& rule, std::size_t subjects) {
    const Program& program = evaluator_.program();
    visited_.resize(program.expressions.nodes.size(), 0);
    ++visit_;
    std::unordered_map<std::uint32_t, std::uint64_t> nodes;  // by scope
    std::vector<ExpressionId> open;
    const auto reach = [&](ExpressionId id) {
        if (id == no_expression || visited_[id] == visit_) return;
        visited_[id] = visit_;
        open.push_back(id);
    };
    for (const ExpressionId root : {rule.when, rule.status, rule.selected}) reach(root);
    while (!open.empty()) {
        const ExpressionId id = open.back();
        open.pop_back();
        ++nodes[program.analysis.scope_of[id]];
        for (std::uint32_t i = 0; i < program.expressions[id].child_count; ++i) reach(program.expressions.child(id, i));
    }
    std::vector<std::uint64_t> out(subjects, 0);
    for (const auto& [scope, count] : nodes) {
        const Sizes& tuples = sizes(program.analysis.scopes[scope]);
        for (std::size_t s = 0; s < subjects && !tuples.empty(); ++s) out[s] = plus(out[s], times(count, at(tuples, s)));
    }
    return out;
}

}  // namespace scantling::evaluation
