// next, previous, position of a bound element: its neighbours in the list that its binding runs over.
#include <algorithm>

#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

// A binding over a comprehension of bound elements: the neighbours are those in the fact list beneath.
bool shows_elements_of(const Evaluator& evaluator, VariableId variable, ExpressionId& beneath) {
    const Expressions& all = evaluator.program().expressions;
    const ExpressionId collection = all.variables[variable].collection;
    if (all[collection].op != Op::comprehension) return false;
    beneath = all.child(collection, 0);
    return all[beneath].op == Op::variable;
}

struct Walk {
    Evaluator& evaluator;
    Builtin builtin;
    Form form;
    const ListUse* list = nullptr;

    [[nodiscard]] std::uint32_t picked(std::uint32_t parent, std::uint32_t ordinal) const {
        if (list->incomplete(parent)) return open_pick;
        if (builtin == Builtin::next) return ordinal + 1 < list->length(parent) ? list->begin(parent) + ordinal + 1 : no_pick;
        return ordinal > 0 ? list->begin(parent) + ordinal - 1 : no_pick;
    }
};

// Over the space that binds the variable.
Vector over_binder(const Walk& walk, const Space& binder) {
    Vector out = unknown_vector(Form::wide, binder.size);
    std::vector<std::uint32_t> picks(binder.size, open_pick);
    for (std::uint32_t e = 0; e < binder.size; ++e) {
        const std::uint32_t parent = binder.to_parent[e];
        const std::uint32_t ordinal = binder.ordinal(e);
        if (walk.builtin != Builtin::position) {
            picks[e] = walk.picked(parent, ordinal);
        } else if (!walk.list->incomplete(parent)) {
            out.wide[e] = ordinal;
            out.states[e] = State::present;
        }
    }
    if (walk.builtin == Builtin::position) return out;
    return pick(walk.list->list->elements, picks, walk.form);
}

// The element's ordinal within the rows of the fact list beneath a comprehension, found by its row.
Vector by_row(const Walk& walk, const Vector& element, ExpressionId collection, const Space& space) {
    const ListUse list = walk.evaluator.list(collection, space);
    Vector out = unknown_vector(Form::wide, space.size);
    std::vector<std::uint32_t> picks(space.size, open_pick);
    const Walk inner{walk.evaluator, walk.builtin, walk.form, &list};
    for (std::uint32_t t = 0; t < space.size; ++t) {
        if (element.form != Form::record || element.state(t) != State::present) continue;
        const Vector* all = list.list->elements.get();
        for (std::uint32_t k = 0; k < list.length(t); ++k) {
            const std::uint32_t e = list.begin(t) + k;
            if (all->narrow[e] != element.narrow[t] || all->shape(e) != element.shape(t)) continue;
            picks[t] = inner.picked(t, k);
            if (!list.incomplete(t)) {
                out.wide[t] = k;
                out.states[t] = State::present;
            }
        }
    }
    if (walk.builtin == Builtin::position) return out;
    return pick(list.list->elements, picks, walk.form);
}

}  // namespace

Vector neighbour(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const Form form = form_of(evaluator.type_of(id).kind);
    Walk walk{evaluator, static_cast<Builtin>(evaluator.node(id).payload), form, nullptr};
    const ExpressionId element = evaluator.child(id, 0);
    if (evaluator.node(element).op != Op::variable) return unknown_vector(form, space.size);
    const VariableId variable = evaluator.node(element).payload;
    ExpressionId beneath = no_expression;
    if (shows_elements_of(evaluator, variable, beneath)) {
        const ExpressionId facts = evaluator.program().expressions.variables[evaluator.node(beneath).payload].collection;
        const Analysis& analysis = evaluator.program().analysis;
        for (const VariableId read : analysis.scopes[analysis.scope_of[facts]]) {
            // A list that only the comprehension's own variables reach is gone where its element stands.
            const auto& scope = analysis.scopes[analysis.scope_of[id]];
            if (std::find(scope.begin(), scope.end(), read) == scope.end()) return unknown_vector(form, space.size);
        }
        return by_row(walk, *evaluator.evaluate(element, space), facts, space);
    }
    const Space* binder = &space;
    while (binder != nullptr && !(binder->expands && binder->variable == variable)) binder = binder->parent;
    if (binder == nullptr) return unknown_vector(form, space.size);
    walk.list = &binder->collection;
    const Vector out = over_binder(walk, *binder);
    return binder == &space ? out : gather(out, ancestor_map(space, *binder));
}

}  // namespace scantling::evaluation
