// The naive fact model: a tree of cells in vectors, nothing shared, nothing packed. The oracle reads it; `write` copies it into a Builder,
// so that the product reads the same facts from its columns.
//
// A cell's state means what cell.h says: of a list or map, present is complete and any unknown state an incomplete list whose known
// elements are those that stand here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/facts/builder.h"
#include "engine/schema/layout.h"

namespace scantling::oracle {

struct Element;

struct Cell {
    TypeId type = 0;
    CellState state = CellState::untouched;
    std::int64_t number = 0;        // bool, int, decimal, time, duration, size, enum member; of a version its ecosystem
    std::string text;               // string, version
    std::vector<Cell> fields;       // of a record, in the order of its declaration; made even where the record is absent or unknown
    std::vector<Element> elements;  // of a list or map
    std::uint32_t id = 0;           // of a listed record: its own; of a ref: that of the row it names
    bool own_place = false;         // whether the document states the cell at a place of its own

    // Filled by `write`.
    PartId part = no_part;
    PlaceId place = PlaceId::none;
    const Cell* target = nullptr;  // of a ref or an element of a view
};

struct Element {
    Cell key;  // of a map
    Cell value;
};

struct World {
    Cell run;                    // a record: Schema::run_root()
    std::vector<Cell> subjects;  // records: Schema::subject_root()
    std::uint32_t next_id = 1;
    std::optional<std::int64_t> now;
    std::optional<std::string> environment;
};

// Everything untouched.
[[nodiscard]] Cell blank(const Schema& schema, TypeId type);
[[nodiscard]] World blank_world(const Schema& schema, std::size_t subjects);
// By dotted path below one of the roots (`lab.items`); null where there is none.
[[nodiscard]] Cell* find_cell(const Schema& schema, World& world, std::size_t subject, std::string_view path);

// The same facts for the product; fills part, place and target of the naive cells. The layout must be of the schema that made the world.
[[nodiscard]] std::shared_ptr<const Facts> write(World& world, std::shared_ptr<const Layout> layout);

// In the words of a `given`: what a person sees of a case.
[[nodiscard]] std::string print(const Schema& schema, const World& world);

}  // namespace scantling::oracle
