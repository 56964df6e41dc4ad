// What the steps of uniting share. Private to engine/ingest.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/facts/copy.h"
#include "engine/facts/writers.h"
#include "engine/ingest/packages.h"

namespace scantling::united {

struct Subjects {
    Subjects(Builder& the_builder, const FragmentGroups& the_groups);

    [[nodiscard]] TableId list(SlotIndex slot) const { return builder->child(subjects_table, slot); }
    [[nodiscard]] bool is_present(TableId table, Row row, SlotIndex slot) const {
        return !builder->table(table).columns.empty() && builder->column(table, slot).state(row) == CellState::present;
    }
    // Text id, enum member, row or flag of a cell that is present.
    [[nodiscard]] std::uint32_t narrow(TableId table, Row row, SlotIndex slot) const { return builder->column(table, slot).narrow[row]; }
    // The list of the subject is complete where that of any of its fragments is.
    void unite_completeness(SlotIndex slot) const;

    Builder* builder;
    const FragmentGroups* groups;
    std::vector<Row> group;               // by fragment; no_row: of no subject
    std::vector<std::uint32_t> position;  // by fragment, within its group
    mutable ChildRows children;
};

// Copies the field from the first of `rows` that knows it (that has it, where `present_first`) to the first row; a list goes whole.
void take_first_known(const Subjects& subjects, TableId table, const std::vector<Row>& rows, SlotIndex slot, bool present_first = false);
// Every reference to a row of `home` goes where `moved` says; no_row: it is unresolved.
void move_references(Builder& builder, TableId home, const std::vector<Row>& moved);

void unite_packages(const Subjects& subjects);
void unite_vulnerabilities(const Subjects& subjects);
void decide_vex(const Subjects& subjects);
void unite_layers(const Subjects& subjects);

// Texts of two ids as one key.
[[nodiscard]] constexpr std::uint64_t key_of(Row group, StringId id) { return (std::uint64_t{group} << 32U) | id; }

}  // namespace scantling::united
