// How a schema becomes tables: every list or map of the tree is a table, every record inside a record is columns of its parent.
//
// A record's cells stand in *slots*, numbered from 0 in declaration order; an embedded record takes one slot for its own
// presence and then its slots in line. So the same record has the same relative slots wherever it stands, and a path is a sum of
// small constants. A list or map field takes one slot (its completeness) and owns a child table.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/schema/schema.h"

namespace scantling {

using TableId = std::uint32_t;
using SlotIndex = std::uint16_t;
using PartId = std::uint16_t;

inline constexpr TableId no_table = 0xFFFFFFFFU;
inline constexpr PartId no_part = 0xFFFFU;
inline constexpr TableId run_table = 0;       // one row
inline constexpr TableId subjects_table = 1;  // one row a subject; child of run

struct SlotLayout {
    TypeId type = 0;
    TypeKind kind = TypeKind::boolean;
    bool optional = false;
    const Field* field = nullptr;  // null for the element of a list of scalars and for the key and value of a map
    SlotIndex parent = 0;          // slot of the embedded record that holds it, relative to the table; its own index where none does
    PartId part = no_part;         // named in `not_supplied` where nothing was said
    TableId child = no_table;      // of a list or map: the table of its elements
    bool view = false;             // child is the home table; the rows are chosen, not owned
};

struct TableLayout {
    std::string path;  // `dockerfile.stages.config.env`: for messages and the printer
    TableId parent = no_table;
    SlotIndex parent_slot = 0;
    std::optional<std::uint32_t> record;  // of its rows; none for a list of scalars, a map or a list of lists
    bool is_map = false;                  // slot 0 is the key, slot 1 the value
    bool per_run = false;                 // stands at the level of the run
    std::vector<SlotLayout> slots;
};

struct Part {
    std::string path;  // `image.config`
    bool per_run = false;
    TableId table = no_table;  // where its slot stands
    SlotIndex slot = 0;        // of a block's own part (`image`): the domain's slot in the root
};

class Layout {
  public:
    explicit Layout(std::shared_ptr<const Schema> schema);
    // Of the built-in model, computed once.
    static const std::shared_ptr<const Layout>& builtin();

    [[nodiscard]] const Schema& schema() const { return *schema_; }
    [[nodiscard]] const std::shared_ptr<const Schema>& schema_pointer() const { return schema_; }
    [[nodiscard]] const std::vector<TableLayout>& tables() const { return tables_; }
    [[nodiscard]] const TableLayout& table(TableId id) const { return tables_[id]; }
    [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
    [[nodiscard]] std::optional<PartId> find_part(std::string_view path) const;
    [[nodiscard]] std::optional<TableId> find_table(std::string_view path) const;

    // Slot of the i-th field of a record, relative to that record; and how many slots it takes.
    [[nodiscard]] SlotIndex slot_of(std::uint32_t record, std::uint32_t field) const { return field_slots_[record][field]; }
    [[nodiscard]] SlotIndex slot_count(std::uint32_t record) const { return slot_counts_[record]; }
    // The table whose rows a `ref<R>` names; `no_table` where no list of R stands at a level.
    [[nodiscard]] TableId home(std::uint32_t record) const { return homes_[record]; }

  private:
    struct Place;
    void measure();
    void add_slots_of_record(TableId table, std::uint32_t record, const Place& place);
    void add_slot(TableId table, TypeId type, const Field* field, const Place& place);
    void add_child(TableId table, SlotIndex slot, const Place& place);
    [[nodiscard]] std::string path_of(std::string prefix, TableId table, SlotIndex slot) const;
    void find_homes();
    void bind_views();
    PartId part_named(std::string_view path, bool per_run);

    std::shared_ptr<const Schema> schema_;
    std::vector<TableLayout> tables_;
    std::vector<Part> parts_;
    std::vector<std::vector<SlotIndex>> field_slots_;
    std::vector<SlotIndex> slot_counts_;
    std::vector<TableId> homes_;
};

}  // namespace scantling
