// Reading cells: a record's rows and a slot give a vector of the field's kind.
#include <algorithm>

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

namespace {

State state_of(CellState cell, bool is_required_record) {
    if (cell == CellState::present) return State::present;
    if (cell == CellState::absent) return State::absent;
    // Nobody says of a required record whether it is there: its own cells tell what is known of it.
    return is_required_record && cell == CellState::untouched ? State::present : State::unknown;
}

template <typename T>
void copy_values(std::vector<T>& to, const std::vector<T>& column, const std::vector<std::uint32_t>& rows) {
    to.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) to[i] = rows[i] < column.size() ? column[rows[i]] : T{};
}

Vector logic_cells(const Column& column, const std::vector<std::uint32_t>& rows) {
    bool absences = false;
    Vector out = make_logic(rows.size(), [&](std::size_t i) {
        const CellState cell = column.state(rows[i]);
        if (cell == CellState::present) return column.narrow[rows[i]] != 0 ? Truth::yes : Truth::no;
        absences = absences || cell == CellState::absent;
        return cell == CellState::absent ? Truth::no : Truth::unknown;
    });
    if (!absences) return out;
    out.absent = Bits(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (column.state(rows[i]) == CellState::absent) out.absent.set(i);
    }
    return out;
}

Vector value_cells(const Column& column, const std::vector<std::uint32_t>& rows, Form form, bool is_required_record) {
    Vector out = empty_vector(form);
    out.size = static_cast<std::uint32_t>(rows.size());
    out.states.resize(rows.size());
    bool all = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out.states[i] = state_of(column.state(rows[i]), is_required_record);
        all = all && out.states[i] == State::present;
    }
    if (all) out.states.clear();
    if (form == Form::wide) copy_values(out.wide, column.wide, rows);
    if (form == Form::narrow) copy_values(out.narrow, column.narrow, rows);
    return out;
}

}  // namespace

Vector Evaluator::elements_of(TableId child, std::vector<std::uint32_t> rows) {
    const TableLayout& layout = facts_.layout().table(child);
    if (!layout.record && !layout.is_map) {
        const SlotLayout& slot = layout.slots[0];
        if (rows.empty()) return empty_vector(form_of(slot.kind));
        return read_one({child, 0}, rows, 0, slot.type, true);
    }
    Vector out = empty_vector(Form::record);
    out.size = static_cast<std::uint32_t>(rows.size());
    out.narrow = std::move(rows);
    out.shapes.push_back({child, 0});
    return out;
}

Vector Evaluator::read_list(TableId table, SlotIndex slot, const std::vector<std::uint32_t>& rows) {
    const SlotLayout& layout = facts_.layout().table(table).slots[slot];
    const Column& column = facts_.column(table, slot);
    Vector out = empty_vector(Form::list);
    out.size = static_cast<std::uint32_t>(rows.size());
    out.incomplete = Bits(rows.size());
    out.offsets.reserve(rows.size() + 1);
    const std::vector<std::uint32_t>& offsets = layout.view                ? column.view_offsets
                                                : layout.child != no_table ? facts_.table(layout.child).offsets
                                                                           : column.view_offsets;
    const auto length = [&](std::uint32_t row) { return row + 1 < offsets.size() ? offsets[row + 1] - offsets[row] : 0; };
    std::uint64_t total = 0;
    for (const std::uint32_t row : rows) total += length(row);
    if (!has_memory_for(total)) return unknown_vector(Form::list, rows.size());
    std::vector<std::uint32_t> elements;
    elements.reserve(total);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CellState cell = column.state(rows[i]);
        if (cell == CellState::absent) set_state(out, i, State::absent);
        if (is_unknown(cell)) out.incomplete.set(i);
        if (rows[i] + 1 < offsets.size()) {
            for (std::uint32_t e = offsets[rows[i]]; e < offsets[rows[i] + 1]; ++e)
                elements.push_back(layout.view ? column.view_rows[e] : e);
        }
        out.offsets.push_back(static_cast<std::uint32_t>(elements.size()));
    }
    if (layout.child != no_table) out.elements = std::make_shared<const Vector>(elements_of(layout.child, std::move(elements)));
    return out;
}

void Evaluator::override_run(Vector& out, SlotIndex slot) {
    const auto put = [&](State state) {
        for (std::size_t i = 0; i < out.size; ++i) set_state(out, i, state);
    };
    if (now_slot_ == slot && options_.now) {
        put(State::present);
        std::fill(out.wide.begin(), out.wide.end(), *options_.now);
    }
    if (environment_slot_ != slot) return;
    if (options_.environment) {
        put(State::present);
        std::fill(out.narrow.begin(), out.narrow.end(), scratch_.text_id(*options_.environment));
    } else if (facts_.column(run_table, slot).state(0) == CellState::untouched) {
        put(State::absent);
    }
}

Vector Evaluator::read_one(const Shape& shape, const std::vector<std::uint32_t>& rows, SlotIndex slot, TypeId type_id, bool with_origins) {
    const auto at = static_cast<SlotIndex>(shape.base + slot);
    Vector out;
    if (shape.table == no_table) return unknown_vector(form_of(types_[type_id].kind), rows.size());
    if (shape.table >= scratch_tables) return gather(scratch_.column(shape.table, at), rows);
    const SlotLayout& layout = facts_.layout().table(shape.table).slots[at];
    const Form form = form_of(layout.kind);
    if (form == Form::list) {
        out = read_list(shape.table, at, rows);
        if (with_origins) {
            out.origins = rows;
            out.shapes.push_back({shape.table, at});
        }
        return out;
    }
    const Column& column = facts_.column(shape.table, at);
    if (form == Form::logic) {
        out = logic_cells(column, rows);
    } else {
        out = value_cells(column, rows, form, layout.kind == TypeKind::record && !layout.optional);
    }
    if (shape.table == run_table) override_run(out, at);
    if (form == Form::record) {
        out.narrow = rows;
        out.shapes.push_back({shape.table, static_cast<SlotIndex>(at + 1)});
    } else if (with_origins) {
        out.origins = rows;
        out.shapes.push_back({shape.table, at});
    }
    return out;
}

Vector Evaluator::read(const Vector& record, SlotIndex slot, TypeId type_id, bool with_origins) {
    const Form form = form_of(types_[type_id].kind);
    if (record.size == 0) return empty_vector(form).form == Form::list ? unknown_vector(form, 0) : unknown_vector(form, 0);
    // As of most tables' rows: all are there, and of one shape.
    if (record.states.empty() && record.shapes.size() == 1 && record.which.empty()) {
        return read_one(record.shapes[0], record.narrow, slot, type_id, with_origins);
    }
    // A row number is meaningless where the record is not there: such tuples read row 0 of a table that may be empty.
    std::vector<std::vector<std::uint32_t>> rows(record.shapes.size());
    std::vector<std::uint32_t> place(record.size, no_row);
    std::vector<std::uint32_t> which(record.size, 0);
    for (std::uint32_t t = 0; t < record.size; ++t) {
        if (record.state(t) != State::present) continue;
        const std::size_t s = record.which.empty() ? 0 : record.which[t];
        which[t] = static_cast<std::uint32_t>(s);
        place[t] = static_cast<std::uint32_t>(rows[s].size());
        rows[s].push_back(record.narrow[t]);
    }
    if (rows.size() == 1 && rows[0].size() == record.size) return read_one(record.shapes[0], rows[0], slot, type_id, with_origins);
    Vector pool = empty_vector(form);
    std::vector<std::uint32_t> begin(rows.size(), 0);
    for (std::size_t s = 0; s < rows.size(); ++s) {
        begin[s] = pool.size;
        if (rows[s].empty()) continue;
        const Vector part = read_one(record.shapes[s], rows[s], slot, type_id, with_origins);
        std::vector<std::uint32_t> all(part.size);
        for (std::uint32_t i = 0; i < part.size; ++i) all[i] = i;
        append(pool, part, all);
    }
    const std::uint32_t nothing = pool.size;
    const std::vector<std::uint32_t> first{0};
    append(pool, unknown_vector(form, 1), first);
    std::vector<std::uint32_t> chosen(record.size);
    for (std::uint32_t t = 0; t < record.size; ++t) chosen[t] = place[t] == no_row ? nothing : begin[which[t]] + place[t];
    Vector out = gather(pool, chosen);
    for (std::uint32_t t = 0; t < record.size; ++t) {
        if (record.state(t) == State::present) continue;
        set_state(out, t, record.state(t));
        if (form == Form::list && record.state(t) == State::absent) out.incomplete.reset(t);
    }
    return out;
}

Scalar Evaluator::read_scalar(const Shape& shape, Row row, SlotIndex slot, TypeId type_id) {
    if (shape.table >= scratch_tables || shape.table == run_table) {
        return scalar_at(read_one(shape, std::vector<std::uint32_t>{row}, slot, type_id, false), 0);
    }
    const Column& column = facts_.column(shape.table, static_cast<SlotIndex>(shape.base + slot));
    Scalar out;
    out.state = state_of(column.state(row), false);
    if (row < column.narrow.size()) out.narrow = column.narrow[row];
    if (row < column.wide.size()) out.wide = column.wide[row];
    out.truth = out.state == State::present && out.narrow != 0;
    return out;
}

}  // namespace scantling::evaluation
