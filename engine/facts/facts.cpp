// Asking facts for what was supplied and where a value came from.
#include "engine/facts/facts.h"

#include "engine/facts/locate.h"

namespace scantling {

bool Facts::supplied(PartId part, Row subject) const {
    if (part >= supplied_.size()) return false;
    const std::vector<bool>& by_subject = supplied_[part];
    if (layout_->parts()[part].per_run) return !by_subject.empty() && by_subject[0];
    return subject < by_subject.size() && by_subject[subject];
}

PlaceId Facts::place_of(TableId table, Row row, SlotIndex slot) const {
    const std::vector<SlotLayout>& slots = layout_->table(table).slots;
    for (;;) {
        const PlaceId own = tables_[table].columns[slot].place(row);
        if (own != PlaceId::none) return own;
        if (slots[slot].parent == slot) break;
        slot = slots[slot].parent;
    }
    return place_of_row(table, row);
}

PlaceId Facts::place_of_row(TableId table, Row row) const {
    while (table != no_table) {
        const Table& at = tables_[table];
        if (row < at.places.size() && at.places[row] != PlaceId::none) return at.places[row];
        const TableLayout& layout = layout_->table(table);
        if (layout.parent == no_table) break;
        const Row parent = at.parents[row];
        for (SlotIndex slot = layout.parent_slot;;) {
            const PlaceId list =
                tables_[layout.parent].columns.empty() ? PlaceId::none : tables_[layout.parent].columns[slot].place(parent);
            if (list != PlaceId::none) return list;
            const SlotIndex up = layout_->table(layout.parent).slots[slot].parent;
            if (up == slot) break;
            slot = up;
        }
        row = parent;
        table = layout.parent;
    }
    return PlaceId::none;
}

Location Facts::locate(PlaceId place) const {
    Location out;
    out.document = places_->document_of(place);
    if (const auto span = places_->span(place)) {
        out.span = *span;
        return out;
    }
    out.pointer = places_->pointer(place);
    const Document& document = documents_[out.document];
    if (document.is_json) {
        if (const auto span = locate_json(document.source->text(), out.pointer)) out.span = *span;
    }
    return out;
}

}  // namespace scantling
