// Appending rows and cells.
#include "engine/facts/builder.h"

#include <algorithm>
#include <cassert>

#include "engine/facts/freeze.h"

namespace scantling {

Builder::Builder(std::shared_ptr<const Layout> layout) {
    facts_.layout_ = std::move(layout);
    facts_.dictionary_ = std::make_unique<Dictionary>();
    facts_.places_ = std::make_unique<Places>(*facts_.dictionary_);
    const auto& tables = facts_.layout_->tables();
    facts_.tables_.resize(tables.size());
    views_.resize(tables.size());
    run_parts_.resize(facts_.layout_->parts().size());
    add_row(run_table, 0, PlaceId::none);
}

DocumentId Builder::add_document(Document document) {
    facts_.documents_.push_back(std::move(document));
    return static_cast<DocumentId>(facts_.documents_.size() - 1);
}

Row Builder::add_fragment(DocumentId document) {
    fragment_documents_.push_back(document);
    fragment_parts_.emplace_back(facts_.layout_->parts().size());
    return add_row(subjects_table, 0, facts_.places_->document(document));
}

void Builder::supply(std::string_view part, Row fragment) {
    const auto id = facts_.layout_->find_part(part);
    assert(id.has_value());
    if (!id) return;
    if (facts_.layout_->parts()[*id].per_run) {
        run_parts_[*id] = true;
    } else {
        fragment_parts_[fragment][*id] = true;
    }
}

bool Builder::supplied(std::string_view part, Row fragment) const {
    const auto id = facts_.layout_->find_part(part);
    if (!id) return false;
    return facts_.layout_->parts()[*id].per_run ? run_parts_[*id] : fragment_parts_[fragment][*id];
}

Row Builder::add_row(TableId table, Row parent, PlaceId place) {
    Table& at = facts_.tables_[table];
    // Most tables of the tree stay empty in any one run: their columns are made when the first row comes.
    if (at.columns.empty()) at.columns.resize(facts_.layout_->table(table).slots.size());
    at.parents.push_back(parent);
    at.places.push_back(place);
    return at.rows++;
}

namespace {

// Room for more rows than this one: most tables are filled row by row, and what is past the last row is untouched until freezing ends it.
template <typename T>
[[gnu::noinline]] void make_room(std::vector<T>& values, Row row) {
    values.resize(std::max(std::size_t{row} + 1, values.size() * 2));
}

template <typename T>
inline void put(std::vector<T>& values, Row row, T value) {
    if (values.size() <= row) make_room(values, row);
    values[row] = value;
}

}  // namespace

inline Column& Builder::column_for(TableId table, Row row, SlotIndex slot, CellState state, PlaceId place) {
    Column& column = facts_.tables_[table].columns[slot];
    put(column.states, row, state);
    if (place != PlaceId::none) put(column.places, row, place);
    return column;
}

void Builder::set_narrow(TableId table, Row row, SlotIndex slot, std::uint32_t value, PlaceId place) {
    put(column_for(table, row, slot, CellState::present, place).narrow, row, value);
}

void Builder::set_wide(TableId table, Row row, SlotIndex slot, std::int64_t value, PlaceId place) {
    put(column_for(table, row, slot, CellState::present, place).wide, row, value);
}

void Builder::set_state(TableId table, Row row, SlotIndex slot, CellState state, PlaceId place) {
    column_for(table, row, slot, state, place);
}

void Builder::add_to_view(TableId table, Row row, SlotIndex slot, Row target) {
    auto& slots = views_[table];
    if (slots.empty()) slots.resize(facts_.layout_->table(table).slots.size());
    slots[slot].push_back({row, target});
}

std::uint32_t Builder::version_id(StringId text, std::uint32_t ecosystem) {
    // Not deduplicated: one a package row; equal versions compare equal by their texts.
    facts_.versions_.push_back({text, ecosystem});
    return static_cast<std::uint32_t>(facts_.versions_.size() - 1);
}

void Builder::copy_cell(TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot) {
    const Column& source = facts_.tables_[from].columns[from_slot];
    const CellState state = source.state(from_row);
    const PlaceId place = source.place(from_row) != PlaceId::none ? source.place(from_row) : facts_.tables_[from].places[from_row];
    if (state != CellState::present) {
        set_state(to, to_row, to_slot, state, place);
    } else if (is_wide(layout().table(from).slots[from_slot].kind)) {
        set_wide(to, to_row, to_slot, source.wide[from_row], place);
    } else {
        set_narrow(to, to_row, to_slot, source.narrow[from_row], place);
    }
}

namespace {

template <typename T>
void put_all(std::vector<T>& values, Row row, const std::vector<T>& from, Row from_row, Row count) {
    if (from.size() <= from_row) return;
    const std::size_t known = std::min(std::size_t{count}, from.size() - from_row);
    if (values.size() < row + known) values.resize(row + known);
    std::copy_n(from.begin() + from_row, known, values.begin() + row);
}

}  // namespace

void Builder::copy_cells(TableId from, Row from_row, SlotIndex from_slot, TableId to, Row to_row, SlotIndex to_slot, Row count,
                         bool keep_places) {
    assert(from != to);
    const Column& source = facts_.tables_[from].columns[from_slot];
    Column& target = facts_.tables_[to].columns[to_slot];
    put_all(target.states, to_row, source.states, from_row, count);
    put_all(target.narrow, to_row, source.narrow, from_row, count);
    put_all(target.wide, to_row, source.wide, from_row, count);
    put_all(target.places, to_row, source.places, from_row, count);
    if (!keep_places) return;
    const std::vector<PlaceId>& from_places = facts_.tables_[from].places;
    const std::vector<PlaceId>& to_places = facts_.tables_[to].places;
    for (Row i = 0; i < count; ++i) {
        if (source.state(from_row + i) == CellState::untouched || source.place(from_row + i) != PlaceId::none) continue;
        if (from_places[from_row + i] != to_places[to_row + i]) put(target.places, to_row + i, from_places[from_row + i]);
    }
}

Row Builder::copy_rows(TableId from, Row from_row, Row count, TableId to, Row shift) {
    assert(from != to);
    const Table& source = facts_.tables_[from];
    Table& target = facts_.tables_[to];
    if (target.columns.empty()) target.columns.resize(facts_.layout_->table(to).slots.size());
    const Row first = target.rows;
    put_all(target.places, first, source.places, from_row, count);
    put_all(target.parents, first, source.parents, from_row, count);
    for (Row row = first; row < first + count; ++row) target.parents[row] += shift;
    target.rows += count;
    return first;
}

std::shared_ptr<const Facts> Builder::freeze(const Assignment& assignment) {
    FreezeInput input{assignment, fragment_parts_, run_parts_, {}};
    for (TableId table = 0; table < views_.size(); ++table) {
        for (std::size_t slot = 0; slot < views_[table].size(); ++slot) {
            for (const ViewEntry& entry : views_[table][slot])
                input.views.push_back({table, static_cast<SlotIndex>(slot), entry.parent, entry.target});
        }
    }
    facts_.document_subjects_.assign(facts_.documents_.size(), no_row);
    for (Row fragment = 0; fragment < fragment_documents_.size(); ++fragment) {
        facts_.document_subjects_[fragment_documents_[fragment]] = assignment.subject[fragment];
    }
    for (DocumentId id = 0; id < facts_.documents_.size(); ++id) {
        if (const auto main = facts_.documents_[id].read_for) facts_.document_subjects_[id] = facts_.document_subjects_[*main];
    }
    facts_.supplied_ = freeze_tables(facts_.layout(), facts_.tables_, input);
    auto frozen = std::make_shared<const Facts>(std::move(facts_));
    *this = Builder(frozen->layout_pointer());
    return frozen;
}

}  // namespace scantling
