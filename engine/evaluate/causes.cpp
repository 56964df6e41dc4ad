// Walks an unknown value down to its causes. Runs only for undetermined bindings, over spaces of few tuples: its vectors are mostly those
// that the evaluation computed already.
#include "engine/evaluate/causes.h"

#include <algorithm>

#include "engine/evaluate/compare.h"
#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

bool Causes::is_open(const Vector& vector, std::uint32_t tuple) const {
    if (vector.state(tuple) == State::unknown) return true;
    if (vector.form == Form::list) return vector.incomplete[tuple];
    return !vector.high.empty() && vector.high[tuple] != vector.wide[tuple];
}

bool Causes::is_open(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const auto [vector, index] = evaluator_.one(id, space, tuple);
    return is_open(*vector, index);
}

State Causes::state(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const auto [vector, index] = evaluator_.one(id, space, tuple);
    return vector->state(index);
}

bool Causes::add_cell(TableId table, Row row, SlotIndex slot) {
    const Facts& facts = evaluator_.facts();
    if (table >= facts.layout().tables().size()) return false;
    const CellState state = facts.column(table, slot).state(row);
    if (!is_unknown(state)) return false;
    const Cause cause = cause_of(state, facts.layout().table(table).slots[slot].part);
    // What was not supplied stands nowhere.
    found_.emplace(cause, cause.kind == CauseKind::not_supplied ? PlaceId::none : facts.place_of(table, row, slot));
    return true;
}

bool Causes::add_origin(const Vector& vector, std::size_t i) {
    if (vector.form == Form::record || vector.origins.size() != vector.size || vector.origins[i] == no_row) return false;
    return add_cell(vector.shape(i).table, vector.origins[i], vector.shape(i).base);
}

void Causes::add_value(ExpressionId id, const Space& space, std::uint32_t tuple) {
    if (!seen_[&space].insert((std::uint64_t{id} << 32U) | tuple).second) return;
    const auto [value, index] = evaluator_.one(id, space, tuple);
    if (!is_open(*value, index) || add_origin(*value, index)) return;
    if (value->form == Form::list && value->incomplete[index]) {
        seen_[&space].erase((std::uint64_t{id} << 32U) | tuple);
        add_incomplete(id, space, tuple);
        return;
    }
    switch (evaluator_.node(id).op) {
        case Op::field:
            add_field(id, space, tuple);
            break;
        case Op::variable:
            add_variable(id, space, tuple);
            break;
        case Op::lookup:
            add_lookup(id, space, tuple);
            break;
        case Op::any:
        case Op::count_if:
            add_quantifier(id, space, tuple);
            break;
        case Op::count:
            add_incomplete(evaluator_.child(id, 0), space, tuple);
            break;
        case Op::in_list:
        case Op::within:
        case Op::equal:
        case Op::starts_with:
        case Op::ends_with:
            add_list_relation(id, space, tuple);
            break;
        case Op::call:
            add_call(id, space, tuple);
            break;
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::negate:
        case Op::widen:
            add_operands(id, space, tuple, CauseKind::overflow);
            break;
        case Op::less:
        case Op::less_equal:
            add_operands(id, space, tuple, CauseKind::incomparable);
            break;
        case Op::coalesce:
            if (state(evaluator_.child(id, 0), space, tuple) == State::absent) {
                add_value(evaluator_.child(id, 1), space, tuple);
            } else {
                add_value(evaluator_.child(id, 0), space, tuple);
            }
            break;
        default:
            for (std::uint32_t i = 0; i < evaluator_.node(id).child_count; ++i) add_value(evaluator_.child(id, i), space, tuple);
            break;
    }
}

// Of a strict operator: those of its unknown operands; where all are known, that it could not be carried out.
void Causes::add_operands(ExpressionId id, const Space& space, std::uint32_t tuple, CauseKind otherwise) {
    bool any = false;
    for (std::uint32_t i = 0; i < evaluator_.node(id).child_count; ++i) {
        const ExpressionId child = evaluator_.child(id, i);
        const bool open = is_open(child, space, tuple);
        any = any || open || state(child, space, tuple) != State::present;
        if (open) add_value(child, space, tuple);
    }
    if (!any) add(otherwise);
}

void Causes::add_field(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId record_id = evaluator_.child(id, 0);
    const auto [record, index] = evaluator_.one(record_id, space, tuple);
    if (record->state(index) != State::present) {
        add_value(record_id, space, tuple);
        return;
    }
    const Shape& shape = record->shape(index);
    add_cell(shape.table, record->narrow[index], static_cast<SlotIndex>(shape.base + evaluator_.node(id).payload));
}

void Causes::add_variable(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const VariableId variable = evaluator_.node(id).payload;
    const Space* binder = &space;
    while (binder != nullptr && !(binder->expands && binder->variable == variable)) {
        if (binder->parent != nullptr) tuple = binder->to_parent[tuple];
        binder = binder->parent;
    }
    if (binder == nullptr) return;
    add_element(evaluator_.program().expressions.variables[variable].collection, *binder->parent, binder->to_parent[tuple],
                binder->ordinal(tuple));
}

// Expands a comprehension for one tuple; `visit` sees the innermost space.
void Causes::with_comprehension(ExpressionId id, const Space& space, std::uint32_t tuple, const Evaluator::Visit& visit) {
    const auto& generators = evaluator_.program().expressions.generators[evaluator_.node(id).payload];
    const Space one = range(space, tuple, tuple + 1);
    std::vector<std::unique_ptr<Space>> spaces;
    const Space* at = &one;
    for (const VariableId variable : generators) {
        ListUse use = evaluator_.collection(variable, *at);
        spaces.push_back(std::make_unique<Space>(expand(*at, variable, std::move(use), false)));
        at = spaces.back().get();
    }
    visit(*at, {});
    for (const auto& inner : spaces) leave(*inner);
    leave(one);
}

// The k-th element of a list.
void Causes::add_element(ExpressionId list, const Space& space, std::uint32_t tuple, std::uint32_t ordinal) {
    const ListUse use = evaluator_.list(list, space);
    if (!use.holds(tuple, ordinal)) return;
    const std::uint32_t e = use.begin(tuple) + ordinal;
    const Vector& elements = *use.list->elements;
    if (!is_open(elements, e) || add_origin(elements, e)) return;
    switch (evaluator_.node(list).op) {
        case Op::list:
            add_value(evaluator_.child(list, ordinal), space, tuple);
            break;
        case Op::narrow:
            add_element(evaluator_.child(list, 0), space, tuple, ordinal);
            break;
        case Op::coalesce: {
            const bool absent = state(evaluator_.child(list, 0), space, tuple) == State::absent;
            add_element(evaluator_.child(list, absent ? 1 : 0), space, tuple, ordinal);
            break;
        }
        case Op::comprehension:
            with_comprehension(list, space, tuple, [&](const Space& inner, const std::vector<std::uint32_t>&) {
                const VectorPtr holds = evaluator_.evaluate(evaluator_.child(list, 1), inner);
                std::uint32_t kept = 0;
                for (std::uint32_t t = 0; t < inner.size; ++t) {
                    if (holds->truth[t] && kept++ == ordinal) add_value(evaluator_.child(list, 0), inner, t);
                }
            });
            break;
        default:
            break;
    }
}

bool Causes::add_unknown_elements(ExpressionId list, const Space& space, std::uint32_t tuple) {
    const ListUse use = evaluator_.list(list, space);
    bool any = false;
    for (std::uint32_t k = 0; k < use.length(tuple); ++k) {
        if (!is_open(*use.list->elements, use.begin(tuple) + k)) continue;
        any = true;
        add_element(list, space, tuple, k);
    }
    return any;
}

void Causes::add_incomplete(ExpressionId list, const Space& space, std::uint32_t tuple) {
    const ListUse use = evaluator_.list(list, space);
    if (!use.incomplete(tuple) || !seen_[&space].insert((std::uint64_t{list} << 32U) | tuple).second) return;
    if (add_origin(*use.list, use.row(tuple))) return;
    const Expression& node = evaluator_.node(list);
    switch (node.op) {
        case Op::field:
            add_field(list, space, tuple);
            break;
        case Op::variable:
            add_variable(list, space, tuple);
            break;
        case Op::lookup:
            add_lookup(list, space, tuple);
            break;
        case Op::narrow:
            add_incomplete(evaluator_.child(list, 0), space, tuple);
            break;
        case Op::coalesce: {
            const bool absent = state(evaluator_.child(list, 0), space, tuple) == State::absent;
            add_incomplete(evaluator_.child(list, absent ? 1 : 0), space, tuple);
            break;
        }
        case Op::comprehension:
            add_comprehension(list, space, tuple);
            break;
        case Op::call:
            add_call(list, space, tuple);
            break;
        default:
            break;
    }
}

// Its lists' incompleteness, and the elements whose condition is unknown.
void Causes::add_comprehension(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const Expressions& all = evaluator_.program().expressions;
    const auto& generators = all.generators[evaluator_.node(id).payload];
    with_comprehension(id, space, tuple, [&](const Space& inner, const std::vector<std::uint32_t>&) {
        const Space* at = &inner;
        for (std::size_t g = generators.size(); g-- > 0; at = at->parent) {
            for (std::uint32_t t = 0; t < at->parent->size; ++t) add_incomplete(all.variables[generators[g]].collection, *at->parent, t);
        }
        const VectorPtr holds = evaluator_.evaluate(evaluator_.child(id, 1), inner);
        for (std::uint32_t t = 0; t < inner.size; ++t) {
            if (holds->state(t) == State::unknown) add_value(evaluator_.child(id, 1), inner, t);
        }
    });
}

void Causes::add_quantifier(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId condition = evaluator_.child(id, 1);
    add_incomplete(evaluator_.child(id, 0), space, tuple);
    const Space one = range(space, tuple, tuple + 1);
    const VariableId variable = evaluator_.node(id).payload;
    {
        const Space inner = expand(one, variable, evaluator_.collection(variable, one), false);
        const VectorPtr holds = evaluator_.evaluate(condition, inner);
        for (std::uint32_t t = 0; t < inner.size; ++t) {
            if (holds->state(t) == State::unknown) add_value(condition, inner, t);
        }
        leave(inner);
    }
    leave(one);
}

void Causes::add_lookup(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId container = evaluator_.child(id, 0);
    const ExpressionId key = evaluator_.child(id, 1);
    const ListUse list = evaluator_.list(container, space);
    const std::uint32_t picked = lookup_picks(evaluator_, id, space, list)[tuple];
    if (picked < open_pick) {
        if (evaluator_.type_of(container).kind != TypeKind::list) return;
        add_element(container, space, tuple, picked - list.begin(tuple));
        return;
    }
    if (is_open(key, space, tuple)) {
        add_value(key, space, tuple);
    } else {
        add_incomplete(container, space, tuple);
    }
}

// Why it is unknown whether x, the i-th of a vector, is among ys: that ys is not whole, and the elements of which nobody knows whether they
// equal x (a count may be decided against some by its bounds). Whether there are such elements: then x's own causes count, too.
bool Causes::add_membership(const Comparison& comparison, const Vector& x, std::size_t i, ExpressionId ys, const Space& space,
                            std::uint32_t tuple) {
    add_incomplete(ys, space, tuple);
    const ListUse use = evaluator_.list(ys, space);
    const bool x_open = is_open(x, static_cast<std::uint32_t>(i));
    bool undecided = false;
    for (std::uint32_t k = 0; k < use.length(tuple); ++k) {
        const std::uint32_t e = use.begin(tuple) + k;
        if (comparison.equal(x, i, *use.list->elements, e) != Truth::unknown) continue;
        undecided = true;
        const bool y_open = is_open(*use.list->elements, e);
        if (y_open) add_element(ys, space, tuple, k);
        if (!x_open && !y_open) add(CauseKind::incomparable);
    }
    return undecided;
}

// The elements of xs of which it is unknown whether they are among ys, and the incompleteness of xs. `without` leaves out every element
// that is itself unknown; `within` asks for each whether one of ys equals it, which no element can where ys has none.
void Causes::add_members(ExpressionId xs, ExpressionId ys, bool leaves_out_unknown, const Space& space, std::uint32_t tuple) {
    add_incomplete(xs, space, tuple);
    const ListUse left = evaluator_.list(xs, space);
    const ListUse right = evaluator_.list(ys, space);
    const Comparison comparison(evaluator_, evaluator_.type_of(xs).element, evaluator_.type_of(ys).element);
    for (std::uint32_t k = 0; k < left.length(tuple); ++k) {
        const std::uint32_t e = left.begin(tuple) + k;
        const bool open = is_open(*left.list->elements, e);
        const bool left_out = open && leaves_out_unknown;
        if (!left_out && member(comparison, *left.list->elements, e, right, tuple) != Truth::unknown) continue;
        const bool compared =
            (!left_out || right.length(tuple) != 0) && add_membership(comparison, *left.list->elements, e, ys, space, tuple);
        if (open && (left_out || compared)) add_element(xs, space, tuple, k);
    }
}

// Lists compared pair by pair: their incompleteness, else the unknown elements of the pairs.
void Causes::add_pairs(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId a = evaluator_.child(id, 0);
    const ExpressionId b = evaluator_.child(id, 1);
    const ListUse left = evaluator_.list(a, space);
    const ListUse right = evaluator_.list(b, space);
    if (left.incomplete(tuple) || right.incomplete(tuple)) {
        add_incomplete(a, space, tuple);
        add_incomplete(b, space, tuple);
        return;
    }
    const std::uint32_t skipped = evaluator_.node(id).op == Op::ends_with ? left.length(tuple) - right.length(tuple) : 0;
    const Comparison comparison(evaluator_, evaluator_.type_of(a).element, evaluator_.type_of(b).element);
    for (std::uint32_t k = 0; k < right.length(tuple); ++k) {
        const std::size_t i = left.begin(tuple) + skipped + k;
        const std::size_t j = right.begin(tuple) + k;
        const bool left_open = is_open(*left.list->elements, left.begin(tuple) + skipped + k);
        const bool right_open = is_open(*right.list->elements, right.begin(tuple) + k);
        if (left_open) add_element(a, space, tuple, skipped + k);
        if (right_open) add_element(b, space, tuple, k);
        if (left_open || right_open) continue;
        if (comparison.equal(*left.list->elements, i, *right.list->elements, j) == Truth::unknown) add(CauseKind::incomparable);
    }
}

void Causes::add_list_relation(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId left = evaluator_.child(id, 0);
    const ExpressionId right = evaluator_.child(id, 1);
    if (evaluator_.node(id).op == Op::in_list) {
        const Comparison comparison(evaluator_, evaluator_.node(left).type, evaluator_.type_of(right).element);
        const auto [x, index] = evaluator_.one(left, space, tuple);
        const bool compared = add_membership(comparison, *x, index, right, space, tuple);
        if (compared && is_open(*x, index)) add_value(left, space, tuple);
    } else if (evaluator_.node(id).op == Op::within) {
        add_members(left, right, false, space, tuple);
    } else if (evaluator_.type_of(left).kind == TypeKind::list) {
        add_pairs(id, space, tuple);
    } else {
        add_operands(id, space, tuple, CauseKind::incomparable);
    }
}

void Causes::add_neighbour(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId element = evaluator_.child(id, 0);
    if (evaluator_.node(element).op != Op::variable) return;
    const VariableId variable = evaluator_.node(element).payload;
    const Space* binder = &space;
    while (binder != nullptr && !(binder->expands && binder->variable == variable)) {
        if (binder->parent != nullptr) tuple = binder->to_parent[tuple];
        binder = binder->parent;
    }
    if (binder == nullptr) return;
    ExpressionId collection = evaluator_.program().expressions.variables[variable].collection;
    const std::uint32_t parent = binder->to_parent[tuple];
    if (evaluator_.node(collection).op == Op::comprehension) {
        const ExpressionId beneath = evaluator_.child(collection, 0);
        if (evaluator_.node(beneath).op != Op::variable) return;
        add_incomplete(evaluator_.program().expressions.variables[evaluator_.node(beneath).payload].collection, *binder->parent, parent);
        return;
    }
    if (binder->collection.incomplete(parent)) {
        add_incomplete(collection, *binder->parent, parent);
        return;
    }
    const std::uint32_t ordinal = binder->ordinal(tuple);
    add_element(collection, *binder->parent, parent,
                static_cast<Builtin>(evaluator_.node(id).payload) == Builtin::next ? ordinal + 1 : ordinal - 1);
}

void Causes::add_call(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const ExpressionId first = evaluator_.child(id, 0);
    switch (static_cast<Builtin>(evaluator_.node(id).payload)) {
        case Builtin::next:
        case Builtin::previous:
        case Builtin::position:
            add_neighbour(id, space, tuple);
            return;
        case Builtin::first:
        case Builtin::last: {
            const ListUse list = evaluator_.list(first, space);
            if (list.incomplete(tuple)) {
                add_incomplete(first, space, tuple);
            } else {
                const bool last = static_cast<Builtin>(evaluator_.node(id).payload) == Builtin::last;
                add_element(first, space, tuple, last ? list.length(tuple) - 1 : 0);
            }
            return;
        }
        case Builtin::entries:
            add_incomplete(first, space, tuple);
            return;
        case Builtin::sum:
        case Builtin::join: {
            const bool incomplete = evaluator_.list(first, space).incomplete(tuple);
            add_incomplete(first, space, tuple);
            if (!add_unknown_elements(first, space, tuple) && !incomplete) add(CauseKind::overflow);
            return;
        }
        case Builtin::unique:
            add_incomplete(first, space, tuple);
            add_unknown_elements(first, space, tuple);
            return;
        case Builtin::min:
        case Builtin::max: {
            const bool incomplete = evaluator_.list(first, space).incomplete(tuple);
            add_incomplete(first, space, tuple);
            if (!add_unknown_elements(first, space, tuple) && !incomplete) add(CauseKind::incomparable);
            return;
        }
        case Builtin::without:
            add_members(first, evaluator_.child(id, 1), true, space, tuple);
            return;
        case Builtin::licence_satisfied: {
            bool open = add_unknown_elements(evaluator_.child(id, 1), space, tuple);
            for (const ExpressionId operand : {first, evaluator_.child(id, 1)}) {
                if (!is_open(operand, space, tuple)) continue;
                open = true;
                add_value(operand, space, tuple);
            }
            if (!open) add(CauseKind::unreadable);
            return;
        }
        case Builtin::licence_ids:
            add_operands(id, space, tuple, CauseKind::unreadable);
            return;
        default:
            add_operands(id, space, tuple, CauseKind::incomparable);
            return;
    }
}

}  // namespace scantling::evaluation
