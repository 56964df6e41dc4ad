// The order of uniting, and what its steps share.
#include "engine/ingest/united.h"

#include <algorithm>

namespace scantling {

namespace united {

Subjects::Subjects(Builder& the_builder, const FragmentGroups& the_groups)
    : builder(&the_builder),
      groups(&the_groups),
      group(the_builder.fragments(), no_row),
      position(the_builder.fragments(), 0),
      children(the_builder) {
    for (Row at = 0; at < groups->size(); ++at) {
        std::uint32_t next = 0;
        for (const Row fragment : (*groups)[at]) {
            group[fragment] = at;
            position[fragment] = next++;
        }
    }
}

void Subjects::unite_completeness(SlotIndex slot) const {
    if (builder->table(subjects_table).columns.empty()) return;
    for (const std::vector<Row>& fragments : *groups) {
        const Column& column = builder->column(subjects_table, slot);
        const bool complete =
            std::any_of(fragments.begin(), fragments.end(), [&](Row fragment) { return column.state(fragment) == CellState::present; });
        if (!complete) continue;
        for (const Row fragment : fragments) {
            if (builder->column(subjects_table, slot).state(fragment) == CellState::untouched) continue;
            builder->set_state(subjects_table, fragment, slot, CellState::present, PlaceId::none);
        }
    }
}

void take_first_known(const Subjects& subjects, TableId table, const std::vector<Row>& rows, SlotIndex slot, bool present_first) {
    Builder& builder = *subjects.builder;
    const auto state = [&](Row row) { return builder.column(table, slot).state(row); };
    const auto find = [&](auto fits) { return std::find_if(rows.begin(), rows.end(), [&](Row row) { return fits(state(row)); }); };
    auto found = rows.end();
    if (present_first) found = find([](CellState s) { return s == CellState::present; });
    if (found == rows.end()) found = find([](CellState s) { return !is_unknown(s); });
    if (found == rows.end()) found = find([](CellState s) { return s != CellState::untouched; });
    if (found == rows.end() || found == rows.begin()) return;
    const SlotLayout& layout = builder.layout().table(table).slots[slot];
    if (layout.child != no_table) clear_list(builder, subjects.children, table, rows.front(), slot);
    copy_field(builder, subjects.children, table, *found, slot, table, rows.front(), slot);
}

void move_references(Builder& builder, TableId home, const std::vector<Row>& moved) {
    const Layout& layout = builder.layout();
    for (TableId table = 0; table < layout.tables().size(); ++table) {
        if (builder.table(table).rows == 0) continue;
        for (SlotIndex slot = 0; slot < layout.table(table).slots.size(); ++slot) {
            const SlotLayout& at = layout.table(table).slots[slot];
            if (at.kind != TypeKind::reference || layout.home(layout.schema().types()[at.type].declaration) != home) continue;
            const std::size_t rows = builder.column(table, slot).states.size();
            for (Row row = 0; row < rows; ++row) {
                const Column& column = builder.column(table, slot);
                if (column.state(row) != CellState::present) continue;
                const Row target = column.narrow[row];
                if (target >= moved.size() || moved[target] == target) continue;
                if (moved[target] == no_row) {
                    builder.set_state(table, row, slot, CellState::unresolved, PlaceId::none);
                } else {
                    builder.set_narrow(table, row, slot, moved[target], PlaceId::none);
                }
            }
        }
    }
}

// Layers: one fragment's list wins; what names a layer of another goes to the winner's layer of the same diff id.
void unite_layers(const Subjects& subjects) {
    Builder& builder = *subjects.builder;
    const auto slot = static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::layers.index);
    const TableId table = subjects.list(slot);
    const Table& layers = builder.table(table);
    if (layers.rows == 0) return;
    const auto diff_id = [&](Row row) {
        const SlotIndex at = model::Layer::diff_id.index;
        return subjects.is_present(table, row, at) ? subjects.narrow(table, row, at) : Dictionary::none;
    };
    std::vector<Row> winner(subjects.groups->size(), no_row);
    for (Row at = 0; at < winner.size(); ++at) {
        for (const Row fragment : (*subjects.groups)[at]) {
            const CellState state = builder.column(subjects_table, slot).state(fragment);
            if (state == CellState::untouched) continue;
            const bool better =
                winner[at] == no_row || (is_unknown(builder.column(subjects_table, slot).state(winner[at])) && !is_unknown(state));
            if (better) winner[at] = fragment;
        }
    }
    std::vector<Row> moved(layers.rows);
    for (Row row = 0; row < layers.rows; ++row) {
        moved[row] = row;
        const Row fragment = layers.parents[row];
        const Row at = fragment == no_row ? no_row : subjects.group[fragment];
        if (at == no_row || winner[at] == fragment) continue;
        moved[row] = no_row;
        for (const Row kept : subjects.children.of(table, winner[at])) {
            if (diff_id(kept) == diff_id(row) && diff_id(row) != Dictionary::none) moved[row] = kept;
        }
    }
    move_references(builder, table, moved);
}

}  // namespace united

void unite_sources(Builder& builder, const FragmentGroups& groups) {
    const united::Subjects subjects(builder, groups);
    united::unite_layers(subjects);
    united::unite_packages(subjects);
    united::unite_vulnerabilities(subjects);
    // Names of vulnerabilities have changed: the rows beneath are looked up anew.
    united::decide_vex(united::Subjects(builder, groups));
}

}  // namespace scantling
