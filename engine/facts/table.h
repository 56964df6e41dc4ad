// Columns and tables: the physical shape of facts, for the builder that fills them and the evaluator that reads them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/dictionary.h"
#include "engine/facts/cell.h"
#include "engine/facts/places.h"
#include "engine/schema/layout.h"

namespace scantling {

using Row = std::uint32_t;
inline constexpr Row no_row = 0xFFFFFFFFU;

// One slot of a table. Vectors may be shorter than the table: what lies past their end is untouched. While a builder fills them they may
// be longer, by untouched cells of rows to come.
struct Column {
    std::vector<CellState> states;
    std::vector<std::uint32_t> narrow;  // bool (0, 1), enum member, string id, row of the home table (ref), version id
    std::vector<std::int64_t> wide;     // int, decimal, time, duration, size
    std::vector<PlaceId> places;        // of single cells; none: the row's place
    // Of a view, once frozen: its rows of the home table; those of parent p are [view_offsets[p], view_offsets[p + 1]).
    std::vector<std::uint32_t> view_offsets;
    std::vector<Row> view_rows;

    [[nodiscard]] CellState state(Row row) const { return row < states.size() ? states[row] : CellState::untouched; }
    [[nodiscard]] PlaceId place(Row row) const { return row < places.size() ? places[row] : PlaceId::none; }
};

struct Table {
    std::uint32_t rows = 0;
    std::vector<Row> parents;            // of each row; ascending once frozen
    std::vector<std::uint32_t> offsets;  // once frozen: rows of parent p are [offsets[p], offsets[p + 1])
    std::vector<PlaceId> places;         // of each row; none: the parent row's place
    std::vector<Column> columns;         // one a slot
};

// A version as stated, with the ecosystem that says how it compares. Held once per distinct pair.
struct VersionValue {
    StringId text = 0;
    std::uint32_t ecosystem = 0;  // member of the schema's enum `Ecosystem`

    friend bool operator==(const VersionValue&, const VersionValue&) = default;
};

}  // namespace scantling
