// Follows a path to the cell or row that it ends at.
#include "engine/evaluate/place.h"

namespace scantling::evaluation {

namespace {

PlaceId place_of_shape(const Facts& facts, const Shape& shape, Row row) {
    if (shape.table >= facts.layout().tables().size()) return PlaceId::none;
    if (shape.base == 0) return facts.place_of_row(shape.table, row);
    return facts.place_of(shape.table, row, static_cast<SlotIndex>(shape.base - 1));
}

// A record's row, or the cell that a scalar was taken from.
PlaceId place_in(const Facts& facts, const Vector& vector, std::size_t i) {
    if (vector.form == Form::record) {
        return vector.state(i) == State::present ? place_of_shape(facts, vector.shape(i), vector.narrow[i]) : PlaceId::none;
    }
    if (vector.origins.size() != vector.size || vector.size == 0 || vector.origins[i] == no_row) return PlaceId::none;
    return facts.place_of(vector.shape(i).table, vector.origins[i], vector.shape(i).base);
}

PlaceId place_of_field(Evaluator& evaluator, ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId record_id = evaluator.child(id, 0);
    const auto [record, index] = evaluator.one(record_id, space, tuple);
    if (record->state(index) != State::present) return place_of(evaluator, record_id, space, tuple);
    const Shape& shape = record->shape(index);
    if (shape.table >= evaluator.facts().layout().tables().size()) return PlaceId::none;
    return evaluator.facts().place_of(shape.table, record->narrow[index], static_cast<SlotIndex>(shape.base + evaluator.node(id).payload));
}

}  // namespace

PlaceId place_of_element(Evaluator& evaluator, const Space& binder, std::uint32_t tuple) {
    const std::uint32_t parent = binder.to_parent[tuple];
    if (!binder.collection.holds(parent, binder.ordinal(tuple))) return PlaceId::none;
    const Vector& elements = *binder.collection.list->elements;
    const PlaceId own = place_in(evaluator.facts(), elements, binder.collection.begin(parent) + binder.ordinal(tuple));
    if (own != PlaceId::none || binder.variable == subject_variable) return own;
    const ExpressionId collection = evaluator.program().expressions.variables[binder.variable].collection;
    if (evaluator.node(collection).op == Op::list) {  // each element of a list that is written out has a place of its own, or none
        const ExpressionId element = evaluator.child(collection, binder.ordinal(tuple));
        if (const PlaceId place = place_of(evaluator, element, *binder.parent, parent); place != PlaceId::none) return place;
    }
    return place_of(evaluator, collection, *binder.parent, parent);
}

PlaceId place_of(Evaluator& evaluator, ExpressionId id, const Space& space, std::uint32_t tuple) {
    const Expression& node = evaluator.node(id);
    if (node.op == Op::field) return place_of_field(evaluator, id, space, tuple);
    const auto [value, index] = evaluator.one(id, space, tuple);
    if (const PlaceId own = place_in(evaluator.facts(), *value, index); own != PlaceId::none) return own;
    if (node.op == Op::coalesce) {
        const ExpressionId first = evaluator.child(id, 0);
        const auto [left, at] = evaluator.one(first, space, tuple);
        const bool absent = left->state(at) == State::absent;
        const PlaceId chosen = absent ? place_of(evaluator, evaluator.child(id, 1), space, tuple) : PlaceId::none;
        return chosen != PlaceId::none ? chosen : place_of(evaluator, first, space, tuple);
    }
    if (node.op == Op::variable) {
        const Space* binder = &space;
        while (binder != nullptr && !(binder->expands && binder->variable == node.payload)) {
            if (binder->parent != nullptr) tuple = binder->to_parent[tuple];
            binder = binder->parent;
        }
        return binder == nullptr ? PlaceId::none : place_of_element(evaluator, *binder, tuple);
    }
    for (std::uint32_t i = 0; i < node.child_count && node.op != Op::any && node.op != Op::count_if && node.op != Op::comprehension; ++i) {
        const PlaceId place = place_of(evaluator, evaluator.child(id, i), space, tuple);
        if (place != PlaceId::none) return place;
    }
    return PlaceId::none;
}

}  // namespace scantling::evaluation
