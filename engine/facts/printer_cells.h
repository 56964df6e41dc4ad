// What both printers need: walking the slots of a record, and the texts of cells. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/facts/facts.h"
#include "engine/facts/sensitive.h"

namespace scantling {

// A record somewhere in the tables: a whole row, or one embedded at slot `base`.
struct RecordAt {
    TableId table = 0;
    Row row = 0;
    SlotIndex base = 0;
    std::uint32_t record = 0;
};

class CellPrinter {
  public:
    explicit CellPrinter(const Facts& facts) : facts_(&facts), sensitive_(facts) {}

    [[nodiscard]] const Facts& facts() const { return *facts_; }
    [[nodiscard]] const SlotLayout& slot(TableId table, SlotIndex index) const { return facts_->layout().table(table).slots[index]; }
    [[nodiscard]] CellState state(TableId table, Row row, SlotIndex index) const;
    [[nodiscard]] SlotIndex slot_of(const RecordAt& at, std::uint32_t field) const;
    [[nodiscard]] RecordAt embedded(const RecordAt& at, SlotIndex index) const;
    [[nodiscard]] bool is_domain(const RecordAt& at, std::uint32_t field) const;
    // First and one past the last row of a list of that parent row.
    [[nodiscard]] std::pair<Row, Row> rows(TableId child, Row parent) const;
    // Of a view: the home's rows that it shows.
    [[nodiscard]] std::vector<Row> view_rows(TableId table, Row row, SlotIndex index) const;

    // The value of a present scalar cell, unquoted, without the sensitive values that stand in it; a reference's row within its subject.
    [[nodiscard]] std::string text(TableId table, Row row, SlotIndex index);
    // `unknown (not stated)`, `absent`.
    [[nodiscard]] static std::string_view state_text(CellState state);
    // Position of a row among those of its parent.
    [[nodiscard]] Row position(TableId table, Row row) const;

  private:
    const Facts* facts_;
    SensitiveSpans sensitive_;
};

}  // namespace scantling
