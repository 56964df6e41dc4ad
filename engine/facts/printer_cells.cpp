// Slots and texts for the printers.
#include "engine/facts/printer_cells.h"

#include "engine/values/decimal.h"
#include "engine/values/duration.h"
#include "engine/values/size.h"
#include "engine/values/time.h"

namespace scantling {

CellState CellPrinter::state(TableId table, Row row, SlotIndex index) const {
    const Table& at = facts_->table(table);
    return at.columns.empty() ? CellState::untouched : at.columns[index].state(row);
}

SlotIndex CellPrinter::slot_of(const RecordAt& at, std::uint32_t field) const {
    return static_cast<SlotIndex>(at.base + facts_->layout().slot_of(at.record, field));
}

RecordAt CellPrinter::embedded(const RecordAt& at, SlotIndex index) const {
    const Schema& schema = facts_->layout().schema();
    return {at.table, at.row, static_cast<SlotIndex>(index + 1), schema.types()[slot(at.table, index).type].declaration};
}

bool CellPrinter::is_domain(const RecordAt& at, std::uint32_t field) const {
    const Schema& schema = facts_->layout().schema();
    if (at.record != schema.subject_root() && at.record != schema.run_root()) return false;
    return schema.find_domain(schema.records()[at.record].fields[field].name) != nullptr;
}

std::pair<Row, Row> CellPrinter::rows(TableId child, Row parent) const {
    const Table& table = facts_->table(child);
    if (parent + 1 >= table.offsets.size()) return {0, 0};
    return {table.offsets[parent], table.offsets[parent + 1]};
}

std::vector<Row> CellPrinter::view_rows(TableId table, Row row, SlotIndex index) const {
    const Column& column = facts_->column(table, index);
    if (row + 1 >= column.view_offsets.size()) return {};
    const auto begin = column.view_rows.begin();
    return {begin + static_cast<std::ptrdiff_t>(column.view_offsets[row]),
            begin + static_cast<std::ptrdiff_t>(column.view_offsets[row + 1])};
}

Row CellPrinter::position(TableId table, Row row) const {
    const Table& at = facts_->table(table);
    return row - at.offsets[at.parents[row]];
}

std::string CellPrinter::text(TableId table, Row row, SlotIndex index) {
    const SlotLayout& layout = slot(table, index);
    const Column& column = facts_->column(table, index);
    const Schema& schema = facts_->layout().schema();
    switch (layout.kind) {
        case TypeKind::boolean:
            return column.narrow[row] != 0 ? "true" : "false";
        case TypeKind::integer:
            return std::to_string(column.wide[row]);
        case TypeKind::decimal:
            return print_decimal(column.wide[row]);
        case TypeKind::time:
            return print_time(column.wide[row]);
        case TypeKind::duration:
            return print_duration(column.wide[row]);
        case TypeKind::size:
            return print_size(column.wide[row]);
        case TypeKind::version:
            return std::string(facts_->text(facts_->version(column.narrow[row]).text));
        case TypeKind::enumeration:
            return std::string(schema.enums()[schema.types()[layout.type].declaration].members[column.narrow[row]]);
        case TypeKind::reference: {
            const TableId home = facts_->layout().home(schema.types()[layout.type].declaration);
            return facts_->layout().table(home).path + "[" + std::to_string(position(home, column.narrow[row])) + "]";
        }
        default:
            return sensitive_.hide(std::string(facts_->text(column.narrow[row])), facts_->place_of(table, row, index));
    }
}

std::string_view CellPrinter::state_text(CellState state) {
    switch (state) {
        case CellState::absent:
            return "absent";
        case CellState::not_stated:
            return "unknown (not stated)";
        case CellState::incomplete:
            return "unknown (incomplete)";
        case CellState::unresolved:
            return "unknown (unresolved)";
        case CellState::unreadable:
            return "unknown (unreadable)";
        default:
            return "unknown (not supplied)";
    }
}

}  // namespace scantling
