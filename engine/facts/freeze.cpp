// Merging fragments and sorting tables.
//
// A *unit* is what merges whole: a bare field of the subject or a field of one of its domains, with all slots inside it. For each unit and
// subject one fragment wins; the rows below a losing fragment's lists are dropped, unless the list unites. Then, parents before
// children, each table gets a permutation (new row of each old row, or none), which columns, references and views follow.
#include "engine/facts/freeze.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace scantling {

namespace {

// Domains that one document states as a whole: two Dockerfiles of one subject are not one Dockerfile.
constexpr std::array<std::string_view, 2> single_source_domains = {"dockerfile", "image"};
// Lists inside those to which each document adds.
constexpr std::array<std::string_view, 3> united_in_single_source = {"references", "secrets", "malware"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& all, std::string_view name) {
    return std::find(all.begin(), all.end(), name) != all.end();
}

struct Unit {
    SlotIndex first = 0;
    SlotIndex end = 0;
    bool united = false;
};

std::vector<Unit> units_of(const Layout& layout) {
    const Schema& schema = layout.schema();
    const std::uint32_t root = schema.subject_root();
    std::vector<Unit> units;
    const auto add = [&](SlotIndex base, std::uint32_t record, std::string_view domain) {
        const std::vector<Field>& fields = schema.records()[record].fields;
        for (std::uint32_t i = 0; i < fields.size(); ++i) {
            const auto first = static_cast<SlotIndex>(base + layout.slot_of(record, i));
            const auto end = i + 1 < fields.size() ? static_cast<SlotIndex>(base + layout.slot_of(record, i + 1))
                                                   : static_cast<SlotIndex>(base + layout.slot_count(record));
            const TypeKind kind = schema.types()[fields[i].type].kind;
            const bool listed = kind == TypeKind::list || kind == TypeKind::map;
            const bool united = listed && (!among(single_source_domains, domain) || among(united_in_single_source, fields[i].name));
            units.push_back({first, end, united});
        }
    };
    const std::vector<Field>& fields = schema.records()[root].fields;
    for (std::uint32_t i = 0; i < fields.size(); ++i) {
        const SlotIndex slot = layout.slot_of(root, i);
        const Type& type = schema.types()[fields[i].type];
        const bool is_domain = type.kind == TypeKind::record && schema.find_domain(fields[i].name) != nullptr;
        if (is_domain) {
            units.push_back({slot, static_cast<SlotIndex>(slot + 1), false});
            add(static_cast<SlotIndex>(slot + 1), type.declaration, fields[i].name);
        } else {
            const bool listed = type.kind == TypeKind::list || type.kind == TypeKind::map;
            const auto size = type.kind == TypeKind::record ? layout.slot_count(type.declaration) : 0;
            units.push_back({slot, static_cast<SlotIndex>(slot + 1 + size), listed});
        }
    }
    return units;
}

void move_cell(const Column& from, Row old_row, Column& to, Row new_row) {
    const CellState state = from.state(old_row);
    const PlaceId place = from.place(old_row);
    if (state == CellState::untouched && place == PlaceId::none) return;
    if (to.states.size() <= new_row) to.states.resize(new_row + 1, CellState::untouched);
    to.states[new_row] = state;
    if (old_row < from.narrow.size()) {
        if (to.narrow.size() <= new_row) to.narrow.resize(new_row + 1);
        to.narrow[new_row] = from.narrow[old_row];
    }
    if (old_row < from.wide.size()) {
        if (to.wide.size() <= new_row) to.wide.resize(new_row + 1);
        to.wide[new_row] = from.wide[old_row];
    }
    if (place != PlaceId::none) {
        if (to.places.size() <= new_row) to.places.resize(new_row + 1, PlaceId::none);
        to.places[new_row] = place;
    }
}

// The values of these rows; as a column's vectors, empty where there are none.
template <typename T>
std::vector<T> picked(const std::vector<T>& from, const std::vector<Row>& rows, T untouched) {
    std::vector<T> out;
    if (from.empty()) return out;
    out.reserve(rows.size());
    for (const Row row : rows) out.push_back(row < from.size() ? from[row] : untouched);
    return out;
}

class Freezer {
  public:
    Freezer(const Layout& layout, std::vector<Table>& tables, const FreezeInput& input)
        : layout_(layout), tables_(tables), input_(input), permutation_(tables.size()) {}

    void run() {
        for (Table& table : tables_) end_columns(table);
        order_fragments();
        permutation_[run_table] = {0};
        tables_[run_table].offsets = {0, 1};
        merge_subjects();
        for (TableId table = subjects_table + 1; table < tables_.size(); ++table) sort_table(table);
        for (TableId table = 0; table < tables_.size(); ++table) renumber_references(table);
        make_views();
    }

  private:
    // A column that is being filled has room for rows to come.
    static void end_columns(Table& table) {
        const auto end = [&](auto& values) {
            if (values.size() > table.rows) values.resize(table.rows);
        };
        for (Column& column : table.columns) {
            end(column.states);
            end(column.narrow);
            end(column.wide);
            end(column.places);
        }
    }

    // Fragments by (subject, rank, input order), dropped ones last.
    void order_fragments() {
        const Assignment& assignment = input_.assignment;
        order_.resize(assignment.subject.size());
        std::iota(order_.begin(), order_.end(), 0U);
        const auto rank = [&](Row f) { return assignment.rank.empty() ? 0U : assignment.rank[f]; };
        std::stable_sort(order_.begin(), order_.end(), [&](Row a, Row b) {
            if (assignment.subject[a] != assignment.subject[b]) return assignment.subject[a] < assignment.subject[b];
            return rank(a) < rank(b);
        });
        position_.resize(order_.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i) position_[order_[i]] = i;
    }

    void merge_subjects() {
        Table& old = tables_[subjects_table];
        const Row count = input_.assignment.subjects;
        Table merged;
        merged.rows = count;
        merged.parents.assign(count, 0);
        merged.offsets = {0, count};
        merged.places.assign(count, PlaceId::none);
        merged.columns.resize(layout_.table(subjects_table).slots.size());
        slot_winner_.assign(merged.columns.size(), {});
        slot_united_.assign(merged.columns.size(), false);
        for (const Row fragment : order_) {
            const Row subject = input_.assignment.subject[fragment];
            if (subject != no_row && merged.places[subject] == PlaceId::none) merged.places[subject] = old.places[fragment];
        }
        if (!old.columns.empty()) {
            for (const Unit& unit : units_of(layout_)) merge_unit(unit, old, merged);
        }
        tables_[subjects_table] = std::move(merged);
    }

    void merge_unit(const Unit& unit, const Table& old, Table& merged) {
        const Column& lead = old.columns[unit.first];
        if (lead.states.empty() && !unit.united) {
            // Nobody touched the unit's own slot; a domain's fields are units of their own, so nothing is lost.
            for (SlotIndex slot = unit.first; slot < unit.end; ++slot) slot_winner_[slot].assign(merged.rows, no_row);
            return;
        }
        std::vector<Row> winner(merged.rows, no_row);
        for (const Row fragment : order_) {
            const Row subject = input_.assignment.subject[fragment];
            if (subject == no_row || lead.state(fragment) == CellState::untouched) continue;
            const bool first = winner[subject] == no_row;
            const bool better = !first && is_unknown(lead.state(winner[subject])) && !is_unknown(lead.state(fragment));
            if (unit.united && !first) {
                unite(merged.columns[unit.first], subject, lead.state(fragment));
                continue;
            }
            if (!first && !better) continue;
            winner[subject] = fragment;
            if (unit.united) move_cell(lead, fragment, merged.columns[unit.first], subject);
        }
        for (SlotIndex slot = unit.first; slot < unit.end; ++slot) {
            slot_united_[slot] = unit.united;
            slot_winner_[slot] = winner;
            if (unit.united) continue;
            for (Row subject = 0; subject < merged.rows; ++subject) {
                if (winner[subject] != no_row) move_cell(old.columns[slot], winner[subject], merged.columns[slot], subject);
            }
        }
    }

    // A united list is complete only where each of its fragments' is.
    static void unite(Column& column, Row subject, CellState state) {
        if (column.states[subject] == CellState::present) column.states[subject] = state;
    }

    // Of each row of a table its parent after freezing; none where the parent goes, or where another fragment's list won.
    [[nodiscard]] std::vector<Row> new_parents(TableId id) const {
        const TableLayout& layout = layout_.table(id);
        std::vector<Row> out = tables_[id].parents;
        if (layout.parent != subjects_table) {
            const std::vector<Row>& permutation = permutation_[layout.parent];
            for (Row& parent : out) parent = parent == no_row || permutation.empty() ? no_row : permutation[parent];
            return out;
        }
        for (Row& parent : out) {
            if (parent == no_row) continue;  // a row that was dropped
            const Row subject = input_.assignment.subject[parent];
            const bool kept =
                subject != no_row && (slot_united_[layout.parent_slot] || slot_winner_[layout.parent_slot][subject] == parent);
            parent = kept ? subject : no_row;
        }
        return out;
    }

    void sort_table(TableId id) {
        Table& table = tables_[id];
        const Row parent_rows = tables_[layout_.table(id).parent].rows;
        table.offsets.assign(parent_rows + 1, 0);
        if (table.rows == 0) return;
        const bool under_subject = layout_.table(id).parent == subjects_table;
        std::vector<Row> parent = new_parents(id);
        const auto before = [&](Row a, Row b) {
            if (parent[a] != parent[b]) return parent[a] < parent[b];
            return under_subject && position_[table.parents[a]] < position_[table.parents[b]];
        };
        std::vector<Row> kept;
        kept.reserve(table.rows);
        bool sorted = true;
        for (Row row = 0; row < table.rows; ++row) {
            if (parent[row] == no_row) continue;
            sorted = sorted && (kept.empty() || !before(row, kept.back()));
            kept.push_back(row);
        }
        for (const Row row : kept) ++table.offsets[parent[row] + 1];
        std::partial_sum(table.offsets.begin(), table.offsets.end(), table.offsets.begin());
        std::vector<Row>& permutation = permutation_[id];
        if (sorted && kept.size() == table.rows) {
            permutation = std::move(kept);  // every row stays where it is
            table.parents = std::move(parent);
            return;
        }
        if (!sorted) std::stable_sort(kept.begin(), kept.end(), before);
        permutation.assign(table.rows, no_row);
        for (Row row = 0; row < kept.size(); ++row) permutation[kept[row]] = row;
        take_rows(table, kept);
        for (Row row = 0; row < kept.size(); ++row) table.parents[row] = parent[kept[row]];
    }

    static void take_rows(Table& table, const std::vector<Row>& rows) {
        table.parents.resize(rows.size());
        table.places = picked(table.places, rows, PlaceId::none);
        for (Column& column : table.columns) {
            if (column.states.empty()) continue;
            column.states = picked(column.states, rows, CellState::untouched);
            column.narrow = picked(column.narrow, rows, 0U);
            column.wide = picked(column.wide, rows, std::int64_t{0});
            column.places = picked(column.places, rows, PlaceId::none);
        }
        table.rows = static_cast<std::uint32_t>(rows.size());
    }

    void renumber_references(TableId id) {
        Table& table = tables_[id];
        for (SlotIndex slot = 0; slot < table.columns.size(); ++slot) {
            const SlotLayout& layout = layout_.table(id).slots[slot];
            if (layout.kind != TypeKind::reference) continue;
            Column& column = table.columns[slot];
            const TableId home = layout_.home(layout_.schema().types()[layout.type].declaration);
            for (Row row = 0; row < column.narrow.size(); ++row) {
                if (column.state(row) != CellState::present) continue;
                const Row target = home == no_table || permutation_[home].empty() ? no_row : permutation_[home][column.narrow[row]];
                if (target == no_row) {
                    column.states[row] = CellState::unresolved;
                } else {
                    column.narrow[row] = target;
                }
            }
        }
    }

    void make_views() {
        std::vector<FrozenView> views = input_.views;
        for (FrozenView& view : views) {
            const TableId home = layout_.table(view.table).slots[view.slot].child;
            view.parent = permutation_[view.table].empty() ? no_row : permutation_[view.table][view.parent];
            view.target = permutation_[home].empty() ? no_row : permutation_[home][view.target];
        }
        const auto key = [](const FrozenView& v) { return std::tuple(v.table, v.slot, v.parent, v.target); };
        std::sort(views.begin(), views.end(), [&](const FrozenView& a, const FrozenView& b) { return key(a) < key(b); });
        for (const FrozenView& view : views) {
            if (view.parent == no_row || view.target == no_row) continue;
            Column& column = tables_[view.table].columns[view.slot];
            if (column.view_offsets.empty()) column.view_offsets.assign(tables_[view.table].rows + 1, 0);
            ++column.view_offsets[view.parent + 1];
            column.view_rows.push_back(view.target);
        }
        for (TableId table = 0; table < tables_.size(); ++table) {
            for (Column& column : tables_[table].columns) {
                std::partial_sum(column.view_offsets.begin(), column.view_offsets.end(), column.view_offsets.begin());
            }
        }
    }

    const Layout& layout_;
    std::vector<Table>& tables_;
    const FreezeInput& input_;
    std::vector<std::vector<Row>> permutation_;  // by table: new row of each old one
    std::vector<Row> order_;                     // fragments, in merging order
    std::vector<std::uint32_t> position_;        // of each fragment in that order
    std::vector<std::vector<Row>> slot_winner_;  // by slot of the subjects table, then subject
    std::vector<bool> slot_united_;
};

}  // namespace

std::vector<std::vector<bool>> freeze_tables(const Layout& layout, std::vector<Table>& tables, const FreezeInput& input) {
    Freezer(layout, tables, input).run();
    std::vector<std::vector<bool>> supplied(layout.parts().size());
    for (PartId part = 0; part < supplied.size(); ++part) {
        if (layout.parts()[part].per_run) {
            supplied[part] = {input.run_parts[part]};
            continue;
        }
        supplied[part].assign(input.assignment.subjects, false);
        for (Row fragment = 0; fragment < input.fragment_parts.size(); ++fragment) {
            const Row subject = input.assignment.subject[fragment];
            if (subject != no_row && input.fragment_parts[fragment][part]) supplied[part][subject] = true;
        }
    }
    return supplied;
}

}  // namespace scantling
