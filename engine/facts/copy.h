// Copying fields with everything beneath them, while facts are still being built: for the steps that unite rows.
#pragma once

#include <vector>

#include "engine/facts/builder.h"

namespace scantling {

// The rows of each parent, of tables that are still in the order of reading. Rows that are added afterwards are not seen.
class ChildRows {
  public:
    explicit ChildRows(const Builder& builder) : builder_(&builder), tables_(builder.layout().tables().size()) {}
    // In order; dropped rows left out. Valid until the next call.
    [[nodiscard]] const std::vector<Row>& of(TableId table, Row parent);

  private:
    struct Index {
        bool made = false;
        std::vector<std::uint32_t> offsets;  // by parent
        std::vector<Row> rows;
    };
    const Builder* builder_;
    std::vector<Index> tables_;
    std::vector<Row> found_;
};

// Copies the field at `from_slot` (a cell, an embedded record, a list or map with its rows) to a field of the same type. Every copied cell
// keeps the place of the original. The target's list must have no rows.
void copy_field(Builder& builder, ChildRows& children, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row,
                SlotIndex to_slot);
// The same of all rows from `from_row` to the end of their table, to as many from `to_row` on, a column at a time: what a reader has just
// written. The rows beneath them are at the end of their tables, too, so that no index is needed.
void copy_latest_fields(Builder& builder, TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot);
// The rows beneath that list or map go, and the cell is as if nobody had touched it.
void clear_list(Builder& builder, ChildRows& children, TableId table, Row row, SlotIndex slot);

}  // namespace scantling
