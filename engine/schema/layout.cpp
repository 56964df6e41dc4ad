// Expands the two roots of a schema into the tree of tables.
//
// Order: run, subjects, then child tables breadth first in slot order. Extending a schema by a domain appends slots to the roots and moves
// none; table ids belong to one layout, so code reaches a table through its parent's slot and never by number.
#include "engine/schema/layout.h"

#include <algorithm>

namespace scantling {

namespace {

// `image.config` and `labels`: `image.config.labels`. Below nothing a name stands alone.
std::string below(std::string_view path, std::string_view name) {
    std::string out;
    out.reserve(path.size() + 1 + name.size());
    out += path;
    if (!path.empty()) out += '.';
    out += name;
    return out;
}

}  // namespace

// Where the walk stands: what messages call it, and which part its untouched cells lack.
struct Layout::Place {
    std::string path;
    PartId part = no_part;
    SlotIndex parent = 0;
    bool has_parent = false;
    bool per_run = false;
    bool at_root = false;
};

Layout::Layout(std::shared_ptr<const Schema> schema) : schema_(std::move(schema)) {
    measure();
    const auto root = [this](std::uint32_t record, std::string_view part, bool per_run) {
        const auto id = static_cast<TableId>(tables_.size());
        TableLayout table;
        table.parent = id == run_table ? no_table : run_table;
        table.record = record;
        table.per_run = per_run;
        table.path = part;
        tables_.push_back(std::move(table));
        Place place;
        place.part = part_named(part, per_run);
        place.per_run = per_run;
        place.at_root = true;
        add_slots_of_record(id, record, place);
    };
    root(schema_->run_root(), "run", true);
    root(schema_->subject_root(), "subject", false);
    for (TableId id = 0; id < tables_.size(); ++id) {  // grows while it runs: breadth first
        for (std::size_t slot = 0; slot < tables_[id].slots.size(); ++slot) {
            const SlotLayout& at = tables_[id].slots[slot];
            const bool holds_rows = at.kind == TypeKind::list || at.kind == TypeKind::map;
            if (!holds_rows || at.view) continue;
            Place place;
            place.part = at.part;
            place.per_run = tables_[id].per_run;
            add_child(id, static_cast<SlotIndex>(slot), place);
        }
    }
    find_homes();
    bind_views();
}

// Slot counts of records, bottom up: records contain no record of their own kind, so the recursion ends.
void Layout::measure() {
    const auto& records = schema_->records();
    const Types& types = schema_->types();
    slot_counts_.assign(records.size(), 0);
    field_slots_.assign(records.size(), {});
    std::vector<bool> done(records.size(), false);
    const auto visit = [&](auto&& self, std::uint32_t record) -> void {
        if (done[record]) return;
        done[record] = true;
        SlotIndex next = 0;
        field_slots_[record].reserve(records[record].fields.size());
        for (const Field& field : records[record].fields) {
            field_slots_[record].push_back(next);
            ++next;
            const Type& type = types[field.type];
            if (type.kind == TypeKind::record) {
                self(self, type.declaration);
                next = static_cast<SlotIndex>(next + slot_counts_[type.declaration]);
            }
        }
        slot_counts_[record] = next;
    };
    for (std::uint32_t record = 0; record < records.size(); ++record) visit(visit, record);
}

PartId Layout::part_named(std::string_view path, bool per_run) {
    if (const auto found = find_part(path)) return *found;
    parts_.push_back({std::string(path), per_run, no_table, 0});
    return static_cast<PartId>(parts_.size() - 1);
}

std::optional<PartId> Layout::find_part(std::string_view path) const {
    const auto found = std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.path == path; });
    if (found == parts_.end()) return std::nullopt;
    return static_cast<PartId>(found - parts_.begin());
}

std::optional<TableId> Layout::find_table(std::string_view path) const {
    const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const TableLayout& table) { return table.path == path; });
    if (found == tables_.end()) return std::nullopt;
    return static_cast<TableId>(found - tables_.begin());
}

void Layout::add_slots_of_record(TableId table, std::uint32_t record, const Place& place) {
    if (!place.has_parent) tables_[table].slots.reserve(slot_counts_[record]);
    for (const Field& field : schema_->records()[record].fields) add_slot(table, field.type, &field, place);
}

void Layout::add_slot(TableId table, TypeId type_id, const Field* field, const Place& place) {
    const Type& type = schema_->types()[type_id];
    const auto index = static_cast<SlotIndex>(tables_[table].slots.size());
    const bool is_record = type.kind == TypeKind::record;
    const bool is_domain = place.at_root && is_record && field != nullptr && schema_->find_domain(field->name) != nullptr;
    const bool is_part = is_domain || (field != nullptr && field->flags.part);
    std::string path;  // of most cells nobody asks for it
    if (field != nullptr && (is_part || is_record)) path = below(place.path, field->name);
    PartId part = place.part;
    if (is_part) {
        part = part_named(tables_[table].parent == no_table || table == subjects_table ? path : below(tables_[table].path, path),
                          place.per_run);
        if (parts_[part].table == no_table) {
            parts_[part].table = table;
            parts_[part].slot = index;
        }
    }
    SlotLayout slot;
    slot.type = type_id;
    slot.kind = type.kind;
    slot.optional = type.optional;
    slot.field = field;
    slot.parent = place.has_parent ? place.parent : index;
    slot.part = field != nullptr && !field->from.empty() ? part_named(field->from, place.per_run) : part;
    // Of anything but a list of rows the word says nothing.
    const bool is_of_rows = type.kind == TypeKind::list && schema_->types()[type.element].kind == TypeKind::record;
    slot.view = is_of_rows && field != nullptr && field->flags.view;
    tables_[table].slots.push_back(slot);
    if (!is_record) return;
    Place inner;
    inner.path = field != nullptr ? std::move(path) : place.path;
    inner.part = slot.part;
    inner.parent = index;
    inner.has_parent = true;
    inner.per_run = place.per_run;
    add_slots_of_record(table, type.declaration, inner);
}

// The name of a slot's field behind those of the records that hold it: they are found from the inside out.
std::string Layout::path_of(std::string prefix, TableId table, SlotIndex slot) const {
    const SlotLayout& here = tables_[table].slots[slot];
    const std::size_t begin = prefix.size();
    std::string path = here.parent != slot ? path_of(std::move(prefix), table, here.parent) : std::move(prefix);
    if (here.field == nullptr) return path;
    if (path.size() != begin) path += '.';
    path += here.field->name;
    return path;
}

void Layout::add_child(TableId table, SlotIndex slot, const Place& place) {
    const auto id = static_cast<TableId>(tables_.size());
    const SlotLayout owner = tables_[table].slots[slot];
    const Type type = schema_->types()[owner.type];
    TableLayout child;
    child.parent = table;
    child.parent_slot = slot;
    child.per_run = place.per_run;
    child.is_map = type.kind == TypeKind::map;
    const bool under_root = table == run_table || table == subjects_table;
    child.path = path_of(under_root ? std::string() : tables_[table].path + ".", table, slot);
    tables_[table].slots[slot].child = id;
    const Type element = schema_->types()[type.element];
    if (!child.is_map && element.kind == TypeKind::record) child.record = element.declaration;
    tables_.push_back(std::move(child));
    if (tables_[id].record) {
        add_slots_of_record(id, *tables_[id].record, place);
        return;
    }
    if (tables_[id].is_map) add_slot(id, type.key, nullptr, place);
    add_slot(id, type.element, nullptr, place);
}

// The first list of R in table order that owns its rows: `dockerfile.commands`, not `stage.commands`; `image.files`, not a base's.
void Layout::find_homes() {
    homes_.assign(schema_->records().size(), no_table);
    for (TableId id = 0; id < tables_.size(); ++id) {
        if (tables_[id].record && homes_[*tables_[id].record] == no_table) homes_[*tables_[id].record] = id;
    }
}

void Layout::bind_views() {
    for (TableLayout& table : tables_) {
        for (SlotLayout& slot : table.slots) {
            if (!slot.view) continue;
            const Type& element = schema_->types()[schema_->types()[slot.type].element];
            slot.child = homes_[element.declaration];
        }
    }
}

}  // namespace scantling
