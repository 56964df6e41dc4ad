// Copying fields: cells in line, lists and maps by recursion over their tables (as deep as the model nests, which is bounded).
//
// Before freezing a table knows each row's parent, not each parent's rows. Two ways round that: an index made once a table by counting,
// and, for the rows that a reader has just written, a walk back from the end of the table.
#include "engine/facts/copy.h"

#include <numeric>

namespace scantling {

namespace {

SlotIndex width_of(const Layout& layout, const SlotLayout& slot) {
    if (slot.kind != TypeKind::record) return 1;
    return static_cast<SlotIndex>(1 + layout.slot_count(layout.schema().types()[slot.type].declaration));
}

// A cell without a place of its own has that of what it stands in, which is copied too; only the field itself may lose it on the way.
void copy_one(Builder& builder, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot, bool inside) {
    const Column& source = builder.column(from, from_slot);
    const CellState state = source.state(from_row);
    if (state == CellState::untouched) return;
    PlaceId place = source.place(from_row);
    if (place == PlaceId::none && !inside && builder.table(from).places[from_row] != builder.table(to).places[to_row]) {
        place = builder.table(from).places[from_row];
    }
    if (state != CellState::present) {
        builder.set_state(to, to_row, to_slot, state, place);
    } else if (from_row < source.wide.size()) {
        builder.set_wide(to, to_row, to_slot, source.wide[from_row], place);
    } else if (from_row < source.narrow.size()) {
        builder.set_narrow(to, to_row, to_slot, source.narrow[from_row], place);
    } else {
        builder.set_state(to, to_row, to_slot, state, place);
    }
}

void copy_with(Builder& builder, ChildRows& children, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row,
               SlotIndex to_slot, bool inside = false) {
    const Layout& layout = builder.layout();
    const std::vector<SlotLayout>& slots = layout.table(from).slots;
    const SlotIndex width = width_of(layout, slots[from_slot]);
    for (SlotIndex i = 0; i < width; ++i) {
        const auto source = static_cast<SlotIndex>(from_slot + i);
        const auto target = static_cast<SlotIndex>(to_slot + i);
        copy_one(builder, from, from_row, source, to, to_row, target, inside || i != 0);
        if (slots[source].child == no_table || slots[source].view) continue;
        const TableId child = slots[source].child;
        const TableId new_child = layout.table(to).slots[target].child;
        const std::size_t child_slots = layout.table(child).slots.size();
        const std::vector<Row> rows = children.of(child, from_row);
        for (const Row row : rows) {
            const Row copy = builder.add_row(new_child, to_row, builder.table(child).places[row]);
            for (SlotIndex at = 0; at < child_slots; at = static_cast<SlotIndex>(at + width_of(layout, layout.table(child).slots[at]))) {
                copy_with(builder, children, child, row, at, new_child, copy, at, true);
            }
        }
    }
}

// The slots from `from_slot` on, `width` of them, of that many rows.
void copy_columns(Builder& builder, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot,
                  std::size_t width, bool inside) {
    const Row count = builder.table(from).rows - from_row;
    for (SlotIndex i = 0; i < width; ++i) {
        const auto source = static_cast<SlotIndex>(from_slot + i);
        const auto target = static_cast<SlotIndex>(to_slot + i);
        builder.copy_cells(from, from_row, source, to, to_row, target, count, !inside && i == 0);
        const SlotLayout& slot = builder.layout().table(from).slots[source];
        if (slot.child == no_table || slot.view) continue;
        const Table& child = builder.table(slot.child);
        Row first = child.rows;
        while (first > 0 && child.parents[first - 1] >= from_row && child.parents[first - 1] != no_row) --first;
        if (first == child.rows) continue;
        const TableId new_child = builder.layout().table(to).slots[target].child;
        const Row copies = builder.copy_rows(slot.child, first, child.rows - first, new_child, to_row - from_row);
        copy_columns(builder, slot.child, first, 0, new_child, copies, 0, builder.layout().table(slot.child).slots.size(), true);
    }
}

}  // namespace

const std::vector<Row>& ChildRows::of(TableId table, Row parent) {
    Index& index = tables_[table];
    const std::vector<Row>& parents = builder_->table(table).parents;
    if (!index.made) {
        index.made = true;
        const Row count = builder_->table(builder_->layout().table(table).parent).rows;
        index.offsets.assign(count + 1, 0);
        for (const Row at : parents) {
            if (at != no_row) ++index.offsets[at + 1];
        }
        std::partial_sum(index.offsets.begin(), index.offsets.end(), index.offsets.begin());
        index.rows.resize(index.offsets.back());
        std::vector<std::uint32_t> next(index.offsets.begin(), index.offsets.end() - 1);
        for (Row row = 0; row < parents.size(); ++row) {
            if (parents[row] != no_row) index.rows[next[parents[row]]++] = row;
        }
    }
    found_.clear();
    if (parent + 1 >= index.offsets.size()) return found_;
    for (std::uint32_t i = index.offsets[parent]; i < index.offsets[parent + 1]; ++i) {
        if (parents[index.rows[i]] == parent) found_.push_back(index.rows[i]);
    }
    return found_;
}

void copy_field(Builder& builder, ChildRows& children, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row,
                SlotIndex to_slot) {
    copy_with(builder, children, from, from_row, from_slot, to, to_row, to_slot);
}

void copy_latest_fields(Builder& builder, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot) {
    const Layout& layout = builder.layout();
    copy_columns(builder, from, from_row, from_slot, to, to_row, to_slot, width_of(layout, layout.table(from).slots[from_slot]), false);
}

void clear_list(Builder& builder, ChildRows& children, TableId table, Row row, SlotIndex slot) {
    const TableId child = builder.child(table, slot);
    const std::vector<Row> rows = children.of(child, row);
    for (const Row at : rows) builder.drop_row(child, at);
    builder.set_state(table, row, slot, CellState::untouched, PlaceId::none);
}

}  // namespace scantling
