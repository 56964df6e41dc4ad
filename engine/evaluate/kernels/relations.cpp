// Relations between values and lists: equality, order, membership, inclusion, identity of rows.
#include <algorithm>

#include "engine/evaluate/compare.h"
#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

bool is_exact(const Side& side) { return side->high.empty(); }
bool all_present(const Side& side) { return side->form != Form::logic && side->states.empty(); }

// The commonest case: no state to look at, ids or numbers alone.
template <typename T, typename F>
Vector plain_test(const std::vector<T>& a, std::uint32_t a_stride, const std::vector<T>& b, std::uint32_t b_stride, std::size_t size,
                  F test) {
    return make_logic(size, [&](std::size_t t) { return test(a[t * a_stride], b[t * b_stride]) ? Truth::yes : Truth::no; });
}

Comparison comparison_of(Evaluator& evaluator, ExpressionId id) {
    return {evaluator, evaluator.node(evaluator.child(id, 0)).type, evaluator.node(evaluator.child(id, 1)).type};
}

}  // namespace

Vector equal(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const Side a = evaluator.side(evaluator.child(id, 0), space);
    const Side b = evaluator.side(evaluator.child(id, 1), space);
    const Comparison comparison = comparison_of(evaluator, id);
    if (comparison.is_plain() && all_present(a) && all_present(b) && is_exact(a) && is_exact(b)) {
        const auto test = [](auto x, auto y) { return x == y; };
        if (a->form == Form::wide) return plain_test(a->wide, a.stride, b->wide, b.stride, space.size, test);
        if (a->form == Form::narrow) return plain_test(a->narrow, a.stride, b->narrow, b.stride, space.size, test);
    }
    return make_logic(space.size, [&](std::size_t t) { return comparison.equal(*a, a.at(t), *b, b.at(t)); });
}

Vector order(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const Side a = evaluator.side(evaluator.child(id, 0), space);
    const Side b = evaluator.side(evaluator.child(id, 1), space);
    const Comparison comparison = comparison_of(evaluator, id);
    if (evaluator.node(id).op == Op::less) {
        return make_logic(space.size, [&](std::size_t t) { return comparison.less(*a, a.at(t), *b, b.at(t)); });
    }
    return make_logic(space.size, [&](std::size_t t) { return comparison.less_equal(*a, a.at(t), *b, b.at(t)); });
}

namespace {

// Against one complete list without unknown elements, for all tuples: a sorted set of ids or numbers.
template <typename T>
Vector member_of_set(const Side& x, const std::vector<T>& values, std::vector<T> set, std::size_t size) {
    std::sort(set.begin(), set.end());
    return make_logic(size, [&](std::size_t t) {
        const std::size_t i = x.at(t);
        if (x->state(i) != State::present) return set.empty() ? Truth::no : Truth::unknown;
        return std::binary_search(set.begin(), set.end(), values[i]) ? Truth::yes : Truth::no;
    });
}

}  // namespace

Vector in_list(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const Side x = evaluator.side(evaluator.child(id, 0), space);
    const ExpressionId list_id = evaluator.child(id, 1);
    const Comparison comparison(evaluator, evaluator.node(evaluator.child(id, 0)).type, evaluator.type_of(list_id).element);
    if (evaluator.node(list_id).op == Op::constant && comparison.is_plain() && is_exact(x)) {
        const VectorPtr list = evaluator.side(list_id, space).vector;
        // A check that was stopped between the two gives an unknown list, which has no elements.
        if (list->state(0) != State::present) return unknown_vector(Form::logic, space.size);
        if (x->form == Form::narrow) return member_of_set(x, x->narrow, list->elements->narrow, space.size);
        if (x->form == Form::wide) return member_of_set(x, x->wide, list->elements->wide, space.size);
    }
    const ListUse list = evaluator.list(list_id, space);
    return make_logic(space.size, [&](std::size_t t) { return member(comparison, *x, x.at(t), list, static_cast<std::uint32_t>(t)); });
}

// xs within ys = all(x in xs: x in ys)
Vector within(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ListUse xs = evaluator.list(evaluator.child(id, 0), space);
    const ListUse ys = evaluator.list(evaluator.child(id, 1), space);
    const Comparison comparison(evaluator, evaluator.type_of(evaluator.child(id, 0)).element,
                                evaluator.type_of(evaluator.child(id, 1)).element);
    return make_logic(space.size, [&](std::size_t tuple) {
        const auto t = static_cast<std::uint32_t>(tuple);
        Truth all = xs.incomplete(t) ? Truth::unknown : Truth::yes;
        const std::uint32_t begin = xs.begin(t);
        for (std::uint32_t e = begin; e < begin + xs.length(t); ++e) {
            const Truth in = member(comparison, *xs.list->elements, e, ys, t);
            if (in == Truth::no) return Truth::no;
            if (in == Truth::unknown) all = Truth::unknown;
        }
        return all;
    });
}

Vector same(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const VectorPtr a = evaluator.evaluate(evaluator.child(id, 0), space);
    const VectorPtr b = evaluator.evaluate(evaluator.child(id, 1), space);
    return make_logic(space.size, [&](std::size_t t) {
        if (a->state(t) != State::present || b->state(t) != State::present) return Truth::unknown;
        return a->narrow[t] == b->narrow[t] && a->shape(t) == b->shape(t) ? Truth::yes : Truth::no;
    });
}

}  // namespace scantling::evaluation
