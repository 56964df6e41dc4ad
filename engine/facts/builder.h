// Filling facts: what every reader writes to.
//
// One *fragment* a document: a row of the subjects table that holds what this document says about its subject. When all documents are
// read, an Assignment tells which fragments speak for one subject, and `freeze` lays their rows together. A document that turns out to be
// broken is simply assigned to nobody: nothing has to be rolled back.
//
// Cells that nobody touches are unknown (`not_supplied`): a reader states *absent* by saying so. See docs/reference/facts.md.
// One thread. The typed writers (writers.h) are the interface that readers use; the untyped calls below serve them and the linking steps.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/facts/facts.h"

namespace scantling {

// Which subject each fragment speaks for, and in which order where two state the same thing: lower rank first.
struct Assignment {
    Row subjects = 0;
    std::vector<Row> subject;         // by fragment; no_row: dropped
    std::vector<std::uint32_t> rank;  // by fragment; may be empty: input order
};

class Builder {
  public:
    explicit Builder(std::shared_ptr<const Layout> layout = Layout::builtin());

    [[nodiscard]] const Layout& layout() const { return *facts_.layout_; }
    [[nodiscard]] Dictionary& dictionary() { return *facts_.dictionary_; }
    [[nodiscard]] const Dictionary& dictionary() const { return *facts_.dictionary_; }
    [[nodiscard]] Places& places() { return *facts_.places_; }
    [[nodiscard]] const Document& document(DocumentId id) const { return facts_.documents_[id]; }
    [[nodiscard]] Document& document(DocumentId id) { return facts_.documents_[id]; }

    DocumentId add_document(Document document);
    // What stands there may be a secret, and there is no sensitive cell to hold it: a value in an instruction that makes no rows, or does
    // not parse.
    void hide(PlaceId place) { facts_.hidden_.push_back(place); }
    // A new row of the subjects table for what `document` says.
    Row add_fragment(DocumentId document);
    [[nodiscard]] Row fragments() const { return facts_.tables_[subjects_table].rows; }
    [[nodiscard]] DocumentId document_of_fragment(Row fragment) const { return fragment_documents_[fragment]; }
    // Marks a part as supplied by the fragment (a part of the run: whatever the fragment). The path must exist.
    void supply(std::string_view part, Row fragment = 0);
    [[nodiscard]] bool supplied(std::string_view part, Row fragment) const;

    // The facts are for one program, which asks about these lists (by table): a reader may leave out the rows of another, whose cell then
    // stays untouched. Unless called, everything is asked for.
    void ask_only(std::vector<bool> tables) { asked_ = std::move(tables); }
    [[nodiscard]] bool is_asked(TableId table) const { return asked_.empty() || asked_[table]; }

    Row add_row(TableId table, Row parent, PlaceId place);
    void set_narrow(TableId table, Row row, SlotIndex slot, std::uint32_t value, PlaceId place);
    void set_wide(TableId table, Row row, SlotIndex slot, std::int64_t value, PlaceId place);
    void set_state(TableId table, Row row, SlotIndex slot, CellState state, PlaceId place);
    void add_to_view(TableId table, Row row, SlotIndex slot, Row target);
    // The row and all beneath it will not be there after freezing: it was united with another. What refers to it must be changed first.
    void drop_row(TableId table, Row row) { facts_.tables_[table].parents[row] = no_row; }
    std::uint32_t version_id(std::string_view text, std::uint32_t ecosystem) { return version_id(dictionary().intern(text), ecosystem); }
    std::uint32_t version_id(StringId text, std::uint32_t ecosystem);

    // Reading back, for the steps that link documents (subjects, packages) before freezing.
    [[nodiscard]] const Table& table(TableId id) const { return facts_.tables_[id]; }
    [[nodiscard]] const Column& column(TableId table, SlotIndex slot) const { return facts_.tables_[table].columns[slot]; }
    [[nodiscard]] const VersionValue& version(std::uint32_t id) const { return facts_.versions_[id]; }
    // The child table of a list or map slot.
    [[nodiscard]] TableId child(TableId table, SlotIndex slot) const { return layout().table(table).slots[slot].child; }
    // Copies one cell (state, value and place) to another slot of the same kind. Fields with all beneath them: copy.h.
    void copy_cell(TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot);
    // The same of that many rows, from those rows on, of another table, a column at a time. A cell that has the place of its row keeps it
    // where `keep_places` says so; else it has that of its new row.
    void copy_cells(TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot, Row count,
                    bool keep_places);
    // As many new rows, placed as those from `from_row` on; their parents are those of the originals, `shift` further on. Returns the
    // first.
    Row copy_rows(TableId from, Row from_row, Row count, TableId to, Row shift);

    // The builder is empty afterwards.
    [[nodiscard]] std::shared_ptr<const Facts> freeze(const Assignment& assignment);

  private:
    Column& column_for(TableId table, Row row, SlotIndex slot, CellState state, PlaceId place);

    Facts facts_;
    std::vector<DocumentId> fragment_documents_;
    std::vector<std::vector<bool>> fragment_parts_;  // by fragment, then part
    std::vector<bool> run_parts_;
    std::vector<bool> asked_;  // by table; empty: all
    struct ViewEntry {
        Row parent;
        Row target;
    };
    std::vector<std::vector<std::vector<ViewEntry>>> views_;  // by table, then slot; empty where none
};

}  // namespace scantling
