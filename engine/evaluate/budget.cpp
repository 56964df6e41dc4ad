// Counts tuples. Lists that facts or constants hold are counted exactly; a list that is computed counts as large as what it is made from.
#include "engine/evaluate/budget.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

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

std::size_t Budget::subject_count(const Space& space) {
    const bool of_subject = !space.order.empty() && space.order.front() == subject_variable;
    return of_subject ? evaluator_.full({subject_variable}).size : 1;
}

// Of each tuple; 0 for all of what stands at the run.
std::vector<std::uint32_t> Budget::subjects_of(const Space& space) {
    if (space.order.empty() || space.order.front() != subject_variable) return std::vector<std::uint32_t>(space.size, 0);
    return *lift_map(space, evaluator_.full({subject_variable}));
}

// Each tuple as often as its weight says.
Budget::Sizes Budget::by_subject(const Space& space, const std::vector<std::uint64_t>& weights) {
    Sizes out(subject_count(space), 0);
    const std::vector<std::uint32_t> subjects = subjects_of(space);
    for (std::uint32_t t = 0; t < space.size; ++t) out[subjects[t]] = plus(out[subjects[t]], weights.empty() ? 1 : weights[t]);
    return out;
}

// The tuples of a chain of lists that are owned: the space is made (and shared) anyway.
Budget::Sizes Budget::count_chain(const std::vector<VariableId>& scope) { return by_subject(evaluator_.full(outermost_first(scope)), {}); }

// The tuples of a chain of stored lists of which some belong to many rows: each such list is looked at once, and weighs as much as the
// tuples that have it. None where the variables are no such chain.
std::optional<Budget::Sizes> Budget::count_shared(const std::vector<VariableId>& chain, ExpressionId once) {
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
            const bool here = *follow == once;
            std::vector<std::uint64_t> sums(groups.representatives.size, here ? 1 : 0);
            for (std::uint32_t t = 0; t < at->size && !here; ++t) sums[groups.rows[t]] = plus(sums[groups.rows[t]], weights[t]);
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

// The longest list that a variable runs over.
Budget::Sizes Budget::longest(VariableId variable) {
    const Program& program = evaluator_.program();
    const std::vector<VariableId>& above = closure(variable);
    const ExpressionId collection = program.expressions.variables[variable].collection;
    const Expression& node = program.expressions[collection];
    if (program.analysis.stored[variable] && (above.empty() || evaluator_.is_bounded_product(above))) {
        const Space& space = evaluator_.full(outermost_first(above));
        const ListUse use = evaluator_.collection(variable, space);
        const std::vector<std::uint32_t> subjects = subjects_of(space);
        Sizes out(subject_count(space), 0);
        for (std::uint32_t t = 0; t < space.size; ++t) out[subjects[t]] = std::max<std::uint64_t>(out[subjects[t]], use.length(t));
        return out;
    }
    if (program.analysis.stored[variable]) {
        std::vector<VariableId> chain = above;
        chain.insert(std::lower_bound(chain.begin(), chain.end(), variable), variable);
        return count_shared(chain, no_expression).value_or(Sizes{limits::counted_tuples});
    }
    if (node.op == Op::list) return {node.child_count};
    if (node.op != Op::comprehension) return {computed_length};
    Sizes out{1};
    for (const VariableId generator : program.expressions.generators[node.payload]) out = product(out, longest(generator));
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
            if (v != subject_variable) out = product(out, longest(v));
        }
    }
    for (const VariableId v : others) {
        if (v != subject_variable) out = product(out, longest(v));
    }
    return out;
}

const Budget::Sizes& Budget::sizes(const Scope& scope) {
    const auto found = sizes_.find(scope);
    if (found != sizes_.end()) return found->second;
    Sizes counted = count(scope);
    return sizes_.emplace(scope, std::move(counted)).first->second;
}

// A quantifier, count or comprehension over a list that many tuples share, which asks about nothing else of them: for each row of the ref.
ExpressionId Budget::computed_once_for(ExpressionId id, ExpressionId above) {
    const Expression& node = evaluator_.node(id);
    const Program& program = evaluator_.program();
    if (node.op != Op::any && node.op != Op::count_if && node.op != Op::comprehension) return above;
    const VariableId first = node.op == Op::comprehension ? program.expressions.generators[node.payload].front() : node.payload;
    if (!program.analysis.stored[first] || program.analysis.owned[first]) return above;
    return evaluator_.references().through(id).value_or(above);
}

std::vector<std::uint64_t> Budget::steps(const LinkedRule& rule, std::size_t subjects) {
    const Program& program = evaluator_.program();
    using Use = std::pair<ExpressionId, ExpressionId>;  // an expression, and for each row of which ref it is computed once
    visited_.resize(program.expressions.nodes.size(), 0);
    ++visit_;
    std::set<Use> visited_once;
    std::map<Use, std::uint64_t> nodes;  // the first: a scope
    std::vector<Use> open;
    const auto reach = [&](ExpressionId id, ExpressionId once) {
        if (id == no_expression) return;
        const bool fresh = once == no_expression ? std::exchange(visited_[id], visit_) != visit_ : visited_once.emplace(id, once).second;
        if (fresh) open.emplace_back(id, once);
    };
    for (const ExpressionId root : {rule.when, rule.status, rule.selected}) reach(root, no_expression);
    while (!open.empty()) {
        const auto [id, above] = open.back();
        open.pop_back();
        const ExpressionId once = computed_once_for(id, above);
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
