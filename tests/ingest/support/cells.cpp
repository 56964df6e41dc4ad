// A path is walked from the subject's row: names of fields go to slots, brackets to rows of child tables.
#include "tests/ingest/support/cells.h"

#include <cstdlib>
#include <optional>

#include "engine/values/decimal.h"
#include "engine/values/time.h"

namespace scantling::test {

namespace {

struct At {
    TableId table = subjects_table;
    Row row = 0;
    std::optional<SlotIndex> slot;        // none: the whole row
    std::optional<std::uint32_t> record;  // fields are looked up here
    SlotIndex base = 0;
    std::string error;
};

std::string scalar(const Facts& facts, const At& at) {
    const Column& column = facts.column(at.table, *at.slot);
    const SlotLayout& slot = facts.layout().table(at.table).slots[*at.slot];
    const auto narrow = [&] { return column.narrow[at.row]; };
    switch (slot.kind) {
        case TypeKind::boolean:
            return narrow() != 0 ? "true" : "false";
        case TypeKind::string:
            return std::string(facts.text(narrow()));
        case TypeKind::enumeration: {
            const Schema& schema = facts.layout().schema();
            return std::string(schema.enums()[schema.types()[slot.type].declaration].members[narrow()]);
        }
        case TypeKind::version:
            return std::string(facts.text(facts.version(narrow()).text));
        case TypeKind::reference:
            return "#" + std::to_string(narrow());
        case TypeKind::decimal:
            return print_decimal(column.wide[at.row]);
        case TypeKind::time:
            return print_time(column.wide[at.row]);
        case TypeKind::record:
            return "present";
        default:
            return std::to_string(column.wide[at.row]);
    }
}

std::string state_text(CellState state) {
    constexpr const char* names[] = {"not_supplied", "present", "absent", "not_stated", "incomplete", "unresolved", "unreadable"};
    if (state == CellState::present || state == CellState::absent) return names[static_cast<int>(state)];
    return std::string("unknown (") + names[static_cast<int>(state)] + ")";
}

CellState state_at(const Facts& facts, const At& at) {
    if (facts.table(at.table).columns.empty()) return CellState::untouched;
    return facts.column(at.table, *at.slot).state(at.row);
}

std::string shown(const Facts& facts, const At& at);

std::string list(const Facts& facts, const At& at, TableId child) {
    std::string out = "[";
    const Table& table = facts.table(child);
    const bool has_rows = table.offsets.size() > at.row + 1;
    for (Row row = has_rows ? table.offsets[at.row] : 0; has_rows && row < table.offsets[at.row + 1]; ++row) {
        if (out.size() > 1) out += ", ";
        const TableLayout& layout = facts.layout().table(child);
        if (layout.record) {
            out += "#" + std::to_string(row - table.offsets[at.row]);
        } else if (layout.is_map) {
            out += shown(facts, {child, row, SlotIndex{0}, {}, 0, {}}) + ": " + shown(facts, {child, row, SlotIndex{1}, {}, 0, {}});
        } else {
            out += shown(facts, {child, row, SlotIndex{0}, {}, 0, {}});
        }
    }
    const CellState state = state_at(facts, at);
    if (state != CellState::present) out += std::string(out.size() > 1 ? ", " : "") + "… " + state_text(state);
    return out + "]";
}

std::string shown(const Facts& facts, const At& at) {
    const SlotLayout& slot = facts.layout().table(at.table).slots[*at.slot];
    if (slot.kind == TypeKind::list || slot.kind == TypeKind::map) return list(facts, at, slot.child);
    const CellState state = state_at(facts, at);
    return state == CellState::present ? scalar(facts, at) : state_text(state);
}

void step_field(const Facts& facts, At& at, std::string_view name) {
    const Schema& schema = facts.layout().schema();
    const auto field = at.record ? schema.records()[*at.record].index_of(name) : std::nullopt;
    if (!field) {
        at.error = "no field " + std::string(name);
        return;
    }
    at.slot = static_cast<SlotIndex>(at.base + facts.layout().slot_of(*at.record, *field));
    const SlotLayout& slot = facts.layout().table(at.table).slots[*at.slot];
    at.record.reset();
    if (slot.kind == TypeKind::record) {
        at.record = schema.types()[slot.type].declaration;
        at.base = static_cast<SlotIndex>(*at.slot + 1);
    }
}

void step_into(const Facts& facts, At& at, std::string_view index) {
    const TableId child = facts.layout().table(at.table).slots[*at.slot].child;
    const Table& table = facts.table(child);
    const TableLayout& layout = facts.layout().table(child);
    if (table.offsets.size() <= at.row + 1) {
        at.error = "no row";
        return;
    }
    const Row begin = table.offsets[at.row];
    const Row end = table.offsets[at.row + 1];
    Row row = begin;
    if (layout.is_map) {
        const std::string_view key = index.substr(1, index.size() - 2);
        while (row < end && facts.text(facts.column(child, 0).narrow[row]) != key) ++row;
    } else {
        row = begin + static_cast<Row>(std::atoi(std::string(index).c_str()));
    }
    if (row >= end) at.error = "no row";
    at.table = child;
    at.row = row;
    at.base = 0;
    at.record = layout.record;
    at.slot.reset();
    if (!layout.record) at.slot = layout.is_map ? SlotIndex{1} : SlotIndex{0};
}

At find(const Facts& facts, Row subject, std::string_view path) {
    At at;
    at.row = subject;
    at.record = facts.layout().schema().subject_root();
    while (!path.empty() && at.error.empty()) {
        if (path.front() == '.') path.remove_prefix(1);
        if (path.front() == '[') {
            const std::size_t end = path.find(']');
            step_into(facts, at, path.substr(1, end - 1));
            path.remove_prefix(end + 1);
            continue;
        }
        const std::size_t end = std::min(path.find_first_of(".["), path.size());
        step_field(facts, at, path.substr(0, end));
        path.remove_prefix(end);
    }
    return at;
}

}  // namespace

std::string cell(const Facts& facts, Row subject, std::string_view path) {
    const At at = find(facts, subject, path);
    if (!at.error.empty()) return at.error;
    return at.slot ? shown(facts, at) : "#" + std::to_string(at.row);
}

std::string part_of(const Facts& facts, Row subject, std::string_view path) {
    const At at = find(facts, subject, path);
    if (!at.error.empty() || !at.slot) return at.error;
    const PartId part = facts.layout().table(at.table).slots[*at.slot].part;
    return part == no_part ? std::string() : facts.layout().parts()[part].path;
}

std::string pointer_of(const Facts& facts, Row subject, std::string_view path) {
    const At at = find(facts, subject, path);
    if (!at.error.empty()) return at.error;
    return facts.locate(at.slot ? facts.place_of(at.table, at.row, *at.slot) : facts.place_of_row(at.table, at.row)).pointer;
}

}  // namespace scantling::test
