// Walks a path over the layout. For tests: names are looked up one by one, a mistake in a path throws.
#include "tests/ingest/dockerfile/query.h"

#include <stdexcept>
#include <vector>

#include "engine/ingest/document.h"

namespace scantling::test {

namespace {

std::string state_text(CellState state) {
    switch (state) {
        case CellState::untouched:
            return "unknown(not_supplied)";
        case CellState::absent:
            return "absent";
        case CellState::not_stated:
            return "unknown(not_stated)";
        case CellState::incomplete:
            return "unknown(incomplete)";
        case CellState::unresolved:
            return "unknown(unresolved)";
        case CellState::unreadable:
            return "unknown(unreadable)";
        default:
            return "present";
    }
}

// Where the walk stands: a row, the slot of a cell in it, and the record that begins at `base`.
struct Cursor {
    TableId table = subjects_table;
    Row row = 0;
    SlotIndex base = 0;
    std::uint32_t record = 0;
};

struct Step {
    std::string name;
    std::string index;  // between brackets
};

std::vector<Step> steps_of(std::string_view path) {
    std::vector<Step> steps;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        std::string name(path.substr(0, dot));
        std::string index;
        if (const std::size_t bracket = name.find('['); bracket != std::string::npos) {
            index = name.substr(bracket + 1, name.size() - bracket - 2);
            name.erase(bracket);
        }
        steps.push_back({name, index});
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return steps;
}

std::string value_text(const Facts& facts, TableId table, Row row, SlotIndex slot) {
    const Column& column = facts.column(table, slot);
    const CellState state = column.state(row);
    if (state != CellState::present) return state_text(state);
    const SlotLayout& layout = facts.layout().table(table).slots[slot];
    if (layout.kind == TypeKind::boolean) return column.narrow[row] != 0 ? "true" : "false";
    if (layout.kind == TypeKind::string) return std::string(facts.text(column.narrow[row]));
    if (is_wide(layout.kind)) return std::to_string(column.wide[row]);
    if (layout.kind == TypeKind::enumeration) {
        const Type& type = facts.layout().schema().types()[layout.type];
        return std::string(facts.layout().schema().enums()[type.declaration].members[column.narrow[row]]);
    }
    if (layout.kind == TypeKind::reference) return "#" + std::to_string(column.narrow[row]);
    return "present";
}

std::vector<Row> rows_of(const Facts& facts, TableId table, Row row, SlotIndex slot) {
    const SlotLayout& layout = facts.layout().table(table).slots[slot];
    std::vector<Row> rows;
    if (layout.view) {
        const Column& column = facts.column(table, slot);
        for (std::uint32_t i = row + 1 < column.view_offsets.size() ? column.view_offsets[row] : 0;
             row + 1 < column.view_offsets.size() && i < column.view_offsets[row + 1]; ++i)
            rows.push_back(column.view_rows[i]);
        return rows;
    }
    const Table& child = facts.table(layout.child);
    for (std::uint32_t i = child.offsets[row]; i < child.offsets[row + 1]; ++i) rows.push_back(i);
    return rows;
}

std::string place_text(const Facts& facts, PlaceId place) {
    if (place == PlaceId::none) return {};
    const Location location = facts.locate(place);
    return std::string(facts.documents()[location.document].source->text(location.span));
}

}  // namespace

Answer ask(const Facts& facts, std::string_view path) {
    const Layout& layout = facts.layout();
    Cursor at;
    at.record = layout.schema().subject_root();
    const std::vector<Step> steps = steps_of(path);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto field = layout.schema().records()[at.record].index_of(steps[i].name);
        if (!field) throw std::runtime_error("no field " + steps[i].name);
        const auto slot = static_cast<SlotIndex>(at.base + layout.slot_of(at.record, *field));
        const SlotLayout& cell = layout.table(at.table).slots[slot];
        const bool last = i + 1 == steps.size();
        if (cell.kind == TypeKind::list || cell.kind == TypeKind::map) {
            const std::vector<Row> rows = rows_of(facts, at.table, at.row, slot);
            if (steps[i].index.empty()) {
                const CellState state = facts.column(at.table, slot).state(at.row);
                const std::string mark = state == CellState::present ? "" : state == CellState::untouched ? "?" : "+";
                return {std::to_string(rows.size()) + mark, {}};
            }
            std::size_t index = rows.size();
            if (cell.kind == TypeKind::map) {
                for (std::size_t k = 0; k < rows.size(); ++k) {
                    if (value_text(facts, cell.child, rows[k], 0) == steps[i].index) index = k;
                }
            } else {
                index = static_cast<std::size_t>(std::stoul(steps[i].index));
            }
            if (index >= rows.size()) return {"none", {}};
            at = {cell.child, rows[index], 0, layout.table(cell.child).record.value_or(0)};
            const auto value = static_cast<SlotIndex>(cell.kind == TypeKind::map ? 1 : 0);
            if (last) return {value_text(facts, at.table, at.row, value), place_text(facts, facts.place_of(at.table, at.row, value))};
            continue;
        }
        if (cell.kind == TypeKind::record && !last) {
            at.base = static_cast<SlotIndex>(slot + 1);
            at.record = layout.schema().types()[cell.type].declaration;
            continue;
        }
        return {value_text(facts, at.table, at.row, slot), place_text(facts, facts.place_of(at.table, at.row, slot))};
    }
    return {};
}

std::shared_ptr<const Facts> facts_of(std::string dockerfile, const char* ignore) {
    Builder builder;
    DocumentOptions options;
    if (ignore != nullptr) options.ignore = DocumentOptions::Ignore{".dockerignore", ignore};
    const ReadResult result = read_document(builder, "Dockerfile", std::move(dockerfile), options);
    Assignment assignment;
    assignment.subjects = 1;
    assignment.subject.assign(builder.fragments(), 0);
    (void)result;
    return builder.freeze(assignment);
}

}  // namespace scantling::test
