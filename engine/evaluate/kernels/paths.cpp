// Paths: variables, refs, narrowed reads, defaults, maps.
#include <algorithm>

#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

constexpr State unless_present(State state, State absent) { return state == State::absent ? absent : state; }

// Over the space that binds the variable: its elements, one a tuple.
Vector bound_elements(const Space& space, Form form) {
    const ListUse& use = space.collection;
    if (use.list->elements == nullptr) return unknown_vector(form, space.size);
    std::vector<std::uint32_t> rows(space.size);
    for (std::uint32_t t = 0; t < space.size; ++t) rows[t] = use.begin(space.to_parent[t]) + space.ordinal(t);
    return gather(*use.list->elements, rows);
}

}  // namespace

Vector variable(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const bool is_subject = evaluator.node(id).op == Op::subject;
    const VariableId wanted = is_subject ? subject_variable : evaluator.node(id).payload;
    const Form form = form_of(evaluator.type_of(id).kind);
    const Space* binder = &space;
    while (binder != nullptr && !(binder->expands && binder->variable == wanted)) binder = binder->parent;
    if (binder == nullptr) return unknown_vector(form, space.size);
    const Vector elements = bound_elements(*binder, form);
    if (binder == &space) return elements;
    return gather(elements, ancestor_map(space, *binder));
}

Vector follow(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const VectorPtr ref = evaluator.evaluate(evaluator.child(id, 0), space);
    Vector out = empty_vector(Form::record);
    out.size = ref->size;
    out.narrow = ref->narrow;
    out.states = ref->states;
    const TableId home = evaluator.facts().layout().home(evaluator.type_of(id).declaration);
    out.shapes.push_back({home, 0});
    return out;
}

// Where a test for presence has decided, an absent value is unknown (the test's own value decides).
Vector narrow(Evaluator& evaluator, ExpressionId id, const Space& space) {
    Vector out = *evaluator.evaluate(evaluator.child(id, 0), space);
    if (out.form == Form::logic) {
        if (out.absent.size() != 0) {
            for (std::size_t w = 0; w < out.unknown.words().size(); ++w) out.unknown.words()[w] |= out.absent.words()[w];
        }
        out.absent = Bits();
        return out;
    }
    for (std::size_t i = 0; i < out.states.size(); ++i) {
        if (out.form == Form::list && out.states[i] == State::absent) out.incomplete.set(i);
        out.states[i] = unless_present(out.states[i], State::unknown);
    }
    return out;
}

Vector coalesce(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const VectorPtr first = evaluator.evaluate(evaluator.child(id, 0), space);
    bool absences = false;
    for (std::size_t t = 0; t < first->size && !absences; ++t) absences = first->state(t) == State::absent;
    if (!absences) return *first;
    const Side second = evaluator.side(evaluator.child(id, 1), space);
    Vector pool = empty_vector(first->form);
    std::vector<std::uint32_t> all(first->size);
    for (std::uint32_t t = 0; t < first->size; ++t) all[t] = t;
    append(pool, *first, all);
    std::vector<std::uint32_t> every(second->size);
    for (std::uint32_t t = 0; t < second->size; ++t) every[t] = t;
    append(pool, *second, every);
    for (std::uint32_t t = 0; t < first->size; ++t) {
        if (first->state(t) == State::absent) all[t] = first->size + static_cast<std::uint32_t>(second.at(t));
    }
    return gather(pool, all);
}

Vector pick(const VectorPtr& elements, const std::vector<std::uint32_t>& picks, Form form) {
    Vector pool = elements == nullptr ? empty_vector(form) : *elements;
    const std::uint32_t placeholder = pool.size;
    const std::vector<std::uint32_t> first{0};
    const bool traced = pool.size == 0 || !pool.origins.empty();
    Vector nothing = unknown_vector(form, 1);
    if (traced && form != Form::record) {  // keeps the origins of the others
        nothing.origins.push_back(no_row);
        nothing.shapes.emplace_back();
    }
    append(pool, nothing, first);
    std::vector<std::uint32_t> rows(picks.size());
    for (std::size_t t = 0; t < picks.size(); ++t) rows[t] = picks[t] >= open_pick ? placeholder : picks[t];
    Vector out = gather(pool, rows);
    for (std::size_t t = 0; t < picks.size(); ++t) {
        if (picks[t] != no_pick) continue;
        set_state(out, t, State::absent);
        if (form == Form::list) out.incomplete.reset(t);
    }
    return out;
}

namespace {

std::vector<std::uint32_t> index_picks(const ListUse& list, const Side& index, std::uint32_t size) {
    std::vector<std::uint32_t> picks(size, open_pick);
    for (std::uint32_t t = 0; t < size; ++t) {
        if (index->state(index.at(t)) != State::present || list.incomplete(t)) continue;
        if (!index->high.empty() && index->high[index.at(t)] != index->wide[index.at(t)]) continue;
        const std::int64_t i = index->wide[index.at(t)];
        picks[t] = i >= 0 && i < static_cast<std::int64_t>(list.length(t)) ? list.begin(t) + static_cast<std::uint32_t>(i) : no_pick;
    }
    return picks;
}

std::vector<std::uint32_t> key_picks(const ListUse& map, const Vector& keys, const Side& wanted, std::uint32_t size) {
    std::vector<std::uint32_t> picks(size, open_pick);
    for (std::uint32_t t = 0; t < size; ++t) {
        const std::size_t w = wanted.at(t);
        if (wanted->state(w) != State::present) continue;
        bool open = map.incomplete(t);
        std::uint32_t found = no_pick;
        for (std::uint32_t e = map.begin(t); e < map.begin(t) + map.length(t) && found == no_pick; ++e) {
            open = open || keys.state(e) != State::present;
            if (keys.state(e) == State::present && keys.narrow[e] == wanted->narrow[w]) found = e;
        }
        picks[t] = found != no_pick ? found : open ? open_pick : no_pick;
    }
    return picks;
}

}  // namespace

std::vector<std::uint32_t> lookup_picks(Evaluator& evaluator, ExpressionId id, const Space& space, const ListUse& list) {
    const Type& type = evaluator.type_of(evaluator.child(id, 0));
    const Side wanted = evaluator.side(evaluator.child(id, 1), space);
    if (type.kind == TypeKind::list) return index_picks(list, wanted, space.size);
    if (list.list->elements == nullptr || list.list->elements->size == 0) {
        return key_picks(list, unknown_vector(Form::narrow, 0), wanted, space.size);
    }
    return key_picks(list, evaluator.read(*list.list->elements, 0, type.key), wanted, space.size);
}

Vector lookup(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ExpressionId container = evaluator.child(id, 0);
    const Type& type = evaluator.type_of(container);
    const ListUse list = evaluator.list(container, space);
    const std::vector<std::uint32_t> picks = lookup_picks(evaluator, id, space, list);
    const Form form = form_of(evaluator.type_of(id).kind);
    if (type.kind == TypeKind::list) return pick(list.list->elements, picks, form);
    const VectorPtr& entries = list.list->elements;
    if (entries == nullptr || entries->size == 0) return pick(nullptr, picks, form);
    return pick(std::make_shared<const Vector>(evaluator.read(*entries, 1, type.element, true)), picks, form);
}

}  // namespace scantling::evaluation
