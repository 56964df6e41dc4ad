// Kleene's and, or, not over bitmaps; presence; what is known.
//
// Operands that cost little come first. A costly one is asked only about the tuples that the others left open: its space is filtered.
#include <algorithm>

#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

// An absent bool counts as unknown (the checker lets none through).
std::uint64_t open_word(const Vector& vector, std::size_t w) {
    return vector.unknown.words()[w] | (vector.absent.size() != 0 ? vector.absent.words()[w] : 0);
}

struct Junction {
    Vector value;
    bool is_and;

    Junction(std::size_t size, bool conjunctive) : is_and(conjunctive) {
        value.form = Form::logic;
        value.size = static_cast<std::uint32_t>(size);
        value.truth = Bits(size, conjunctive);
        value.unknown = Bits(size);
    }

    void combine_word(std::size_t w, std::uint64_t truth, std::uint64_t open, std::uint64_t mask) {
        std::uint64_t& t = value.truth.words()[w];
        std::uint64_t& u = value.unknown.words()[w];
        const std::uint64_t yes = is_and ? t & truth : t | truth;
        const std::uint64_t no = is_and ? ~(t | u) | ~(truth | open) : ~(t | u) & ~(truth | open);
        t = (t & ~mask) | (yes & mask);
        u = (u & ~mask) | (~(yes | no) & mask);
    }

    void combine(const Side& side) {
        const std::size_t words = value.truth.words().size();
        if (side.stride == 0) {
            const std::uint64_t truth = side->truth[0] ? ~0ULL : 0;
            const std::uint64_t open = side->state(0) != State::present ? ~0ULL : 0;
            for (std::size_t w = 0; w < words; ++w) combine_word(w, truth, open, ~0ULL);
        } else {
            for (std::size_t w = 0; w < words; ++w) combine_word(w, side->truth.words()[w], open_word(*side, w), ~0ULL);
        }
        value.truth.trim();
        value.unknown.trim();
    }

    // The operand over some of the tuples.
    void combine_some(const Vector& some, const std::vector<std::uint32_t>& tuples) {
        for (std::uint32_t i = 0; i < some.size; ++i) {
            const std::uint32_t t = tuples[i];
            const std::uint64_t bit = 1ULL << (t & 63U);
            combine_word(t >> 6U, some.truth[i] ? bit : 0, some.state(i) != State::present ? bit : 0, bit);
        }
    }

    // What another operand could still change: not false of a conjunction, not true of a disjunction.
    [[nodiscard]] Bits undecided() const {
        Bits out(value.size);
        for (std::size_t w = 0; w < out.words().size(); ++w) {
            out.words()[w] = is_and ? value.truth.words()[w] | value.unknown.words()[w] : ~value.truth.words()[w];
        }
        out.trim();
        return out;
    }
};

Vector junction(Evaluator& evaluator, ExpressionId id, const Space& space, bool conjunctive) {
    const Expression& node = evaluator.node(id);
    const Analysis& analysis = evaluator.program().analysis;
    Junction out(space.size, conjunctive);
    std::vector<ExpressionId> costly;
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
        const ExpressionId child = evaluator.child(id, i);
        if (analysis.lazy[child]) {
            costly.push_back(child);
        } else {
            out.combine(evaluator.side(child, space));
        }
    }
    for (const ExpressionId child : costly) {
        const Bits open = out.undecided();
        const std::size_t left = open.count();
        if (left == 0) break;
        const bool smaller = analysis.scopes[analysis.scope_of[child]].size() < space.order.size();
        if (left == space.size || smaller || space.vectors.contains(child)) {
            out.combine(evaluator.side(child, space));
            continue;
        }
        const Space some = filter(space, open);
        out.combine_some(*evaluator.evaluate(child, some), some.to_parent);
    }
    return std::move(out.value);
}

}  // namespace

Vector conjunction(Evaluator& evaluator, ExpressionId id, const Space& space) { return junction(evaluator, id, space, true); }
Vector disjunction(Evaluator& evaluator, ExpressionId id, const Space& space) { return junction(evaluator, id, space, false); }

Vector negation(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const VectorPtr operand = evaluator.evaluate(evaluator.child(id, 0), space);
    Vector out;
    out.form = Form::logic;
    out.size = operand->size;
    out.truth = Bits(out.size);
    out.unknown = Bits(out.size);
    for (std::size_t w = 0; w < out.truth.words().size(); ++w) {
        const std::uint64_t open = open_word(*operand, w);
        out.truth.words()[w] = ~(operand->truth.words()[w] | open);
        out.unknown.words()[w] = open;
    }
    out.truth.trim();
    return out;
}

Vector is_present(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const VectorPtr operand = evaluator.evaluate(evaluator.child(id, 0), space);
    return make_logic(operand->size, [&](std::size_t t) {
        const State state = operand->state(t);
        return state == State::present ? Truth::yes : state == State::absent ? Truth::no : Truth::unknown;
    });
}

namespace {

// The part that is this field, if it is one.
std::optional<PartId> part_of_field(const Layout& layout, TableId table, SlotIndex slot) {
    if (table >= layout.tables().size()) return std::nullopt;
    for (PartId part = 0; part < layout.parts().size(); ++part) {
        if (layout.parts()[part].table == table && layout.parts()[part].slot == slot) return part;
    }
    return std::nullopt;
}

Row subject_of(const Facts& facts, TableId table, Row row) {
    while (table != subjects_table && table != run_table) {
        row = facts.table(table).parents[row];
        table = facts.layout().table(table).parent;
    }
    return table == subjects_table ? row : 0;
}

// Whether the part that this field is, if it is one, was supplied for the tuple's subject.
Truth field_supplied(Evaluator& evaluator, const Vector& record, std::size_t t, SlotIndex slot) {
    if (record.state(t) != State::present) return Truth::no;
    const Shape& shape = record.shape(t);
    const auto part = part_of_field(evaluator.facts().layout(), shape.table, static_cast<SlotIndex>(shape.base + slot));
    if (!part) {
        // A record that nobody spoke of is read through to its cells, which are as unknown: that is not to know it.
        if (shape.table >= evaluator.facts().layout().tables().size()) return Truth::yes;
        const Column& column = evaluator.facts().column(shape.table, static_cast<SlotIndex>(shape.base + slot));
        return column.state(record.narrow[t]) == CellState::untouched ? Truth::no : Truth::yes;
    }
    return evaluator.facts().supplied(*part, subject_of(evaluator.facts(), shape.table, record.narrow[t])) ? Truth::yes : Truth::no;
}

}  // namespace

Vector is_known(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ExpressionId operand = evaluator.child(id, 0);
    const Form form = form_of(evaluator.type_of(operand).kind);
    const ListUse list = form == Form::list ? evaluator.list(operand, space) : ListUse{};  // not copied for each tuple
    const VectorPtr value = form == Form::list ? list.list : evaluator.evaluate(operand, space);
    const auto index = [&](std::size_t t) { return form == Form::list ? list.row(static_cast<std::uint32_t>(t)) : t; };
    const bool container = form == Form::list || form == Form::record;
    VectorPtr record;
    if (container && evaluator.node(operand).op == Op::field) record = evaluator.evaluate(evaluator.child(operand, 0), space);
    return make_logic(space.size, [&](std::size_t t) {
        const std::size_t i = index(t);
        if (value->state(i) == State::unknown) return Truth::no;
        if (form == Form::list && value->incomplete[i]) return Truth::no;
        if (!value->high.empty() && value->high[i] != value->wide[i]) return Truth::no;
        if (record == nullptr || record->state(t) != State::present) return Truth::yes;
        return field_supplied(evaluator, *record, t, static_cast<SlotIndex>(evaluator.node(operand).payload));
    });
}

}  // namespace scantling::evaluation
