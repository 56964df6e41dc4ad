// Facts as canonical JSON, after the generated JSON Schema.
#include <algorithm>
#include <map>

#include "engine/base/json_writer.h"
#include "engine/facts/printer.h"
#include "engine/facts/printer_cells.h"
#include "engine/values/duration.h"

namespace scantling {

namespace {

// Keys of keys: a reference's row may be named by a reference. Real ones go two deep.
constexpr int most_key_depth = 8;

class JsonPrinter {
  public:
    explicit JsonPrinter(const Facts& facts) : cells_(facts) {}

    std::string print() {
        const Schema& schema = facts().layout().schema();
        out_.begin_object().key("run");
        print_record({run_table, 0, 0, schema.run_root()});
        out_.key("subjects").begin_array();
        for (Row subject = 0; subject < facts().subjects(); ++subject) {
            out_.line();
            print_record({subjects_table, subject, 0, schema.subject_root()});
        }
        out_.line().end_array().end_object();
        return out_.take() + "\n";
    }

  private:
    [[nodiscard]] const Facts& facts() const { return cells_.facts(); }
    [[nodiscard]] const std::vector<Field>& fields_of(std::uint32_t record) const {
        return facts().layout().schema().records()[record].fields;
    }

    // Positions of a record's fields in the order of their names.
    const std::vector<std::uint32_t>& sorted_fields(std::uint32_t record) {
        std::vector<std::uint32_t>& order = orders_[record];
        const std::vector<Field>& fields = fields_of(record);
        if (order.empty()) {
            for (std::uint32_t i = 0; i < fields.size(); ++i) order.push_back(i);
            std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return fields[a].name < fields[b].name; });
        }
        return order;
    }

    [[nodiscard]] static bool is_list(TypeKind kind) { return kind == TypeKind::list || kind == TypeKind::map; }

    void print_record(const RecordAt& at) {
        out_.begin_object();
        print_incomplete(at);
        const std::vector<Field>& fields = fields_of(at.record);
        for (const std::uint32_t i : sorted_fields(at.record)) {
            const SlotIndex slot = cells_.slot_of(at, i);
            const CellState state = cells_.state(at.table, at.row, slot);
            const TypeKind kind = cells_.slot(at.table, slot).kind;
            const bool domain = kind == TypeKind::record && cells_.is_domain(at, i);
            if (state == CellState::untouched && !(domain && touched(cells_.embedded(at, slot)))) continue;
            if (is_unknown(state) && !is_list(kind) && !domain) continue;
            out_.key(fields[i].name);
            print_value(at, slot, fields[i], state);
        }
        out_.end_object();
    }

    // Whether a domain says anything; a domain's own presence is not stated by those that fill one part of it.
    [[nodiscard]] bool touched(const RecordAt& at) const {
        const std::vector<Field>& fields = fields_of(at.record);
        for (std::uint32_t i = 0; i < fields.size(); ++i) {
            if (cells_.state(at.table, at.row, cells_.slot_of(at, i)) != CellState::untouched) return true;
        }
        return false;
    }

    void print_incomplete(const RecordAt& at) {
        const std::vector<Field>& fields = fields_of(at.record);
        bool any = false;
        for (const std::uint32_t i : sorted_fields(at.record)) {
            const SlotIndex slot = cells_.slot_of(at, i);
            const CellState state = cells_.state(at.table, at.row, slot);
            if (!is_list(cells_.slot(at.table, slot).kind) || !is_unknown(state) || state == CellState::untouched) continue;
            if (!std::exchange(any, true)) out_.key("$incomplete").begin_array();
            out_.string(fields[i].name);
        }
        if (any) out_.end_array();
    }

    void print_value(const RecordAt& at, SlotIndex slot, const Field& field, CellState state) {
        const SlotLayout& layout = cells_.slot(at.table, slot);
        if (is_list(layout.kind)) {
            print_list(at, slot, field);
        } else if (state == CellState::absent) {
            out_.null();
        } else if (layout.kind == TypeKind::record) {
            print_record(cells_.embedded(at, slot));
        } else {
            print_scalar(at.table, at.row, slot, field.flags.sensitive);
        }
    }

    void print_scalar(TableId table, Row row, SlotIndex slot, bool sensitive) {
        const SlotLayout& layout = cells_.slot(table, slot);
        const Column& column = facts().column(table, slot);
        if (sensitive) {
            out_.string(masked_text);
        } else if (layout.kind == TypeKind::reference) {
            const Schema& schema = facts().layout().schema();
            print_keys(facts().layout().home(schema.types()[layout.type].declaration), column.narrow[row], 0);
        } else if (layout.kind == TypeKind::boolean || layout.kind == TypeKind::integer || layout.kind == TypeKind::decimal) {
            out_.raw(cells_.text(table, row, slot));
        } else if (layout.kind == TypeKind::duration) {
            out_.string(duration_text(column.wide[row]));
        } else {
            out_.string(cells_.text(table, row, slot));
        }
    }

    // Whole numbers of a unit, which Scant's own spelling lacks below a second.
    [[nodiscard]] static std::string duration_text(std::int64_t micros) {
        if (micros % duration_second == 0) return print_duration(micros);
        if (micros % 1000 == 0) return std::to_string(micros / 1000) + "ms";
        return std::to_string(micros) + "us";
    }

    void print_list(const RecordAt& at, SlotIndex slot, const Field& field) {
        const SlotLayout& layout = cells_.slot(at.table, slot);
        if (layout.view) {
            out_.begin_array();
            for (const Row row : cells_.view_rows(at.table, at.row, slot)) print_keys(layout.child, row, 0);
            out_.end_array();
            return;
        }
        const auto [begin, end] = cells_.rows(layout.child, at.row);
        const TableLayout& child = facts().layout().table(layout.child);
        if (child.is_map) {
            print_map(layout.child, begin, end, field.flags.sensitive);
            return;
        }
        out_.begin_array();
        for (Row row = begin; row < end; ++row) {
            if (child.record) {
                print_record({layout.child, row, 0, *child.record});
            } else if (cells_.state(layout.child, row, 0) == CellState::present) {
                print_scalar(layout.child, row, 0, field.flags.sensitive);
            }
        }
        out_.end_array();
    }

    void print_map(TableId table, Row begin, Row end, bool sensitive) {
        std::vector<std::pair<std::string, Row>> entries;
        for (Row row = begin; row < end; ++row) {
            if (cells_.state(table, row, 1) == CellState::present) entries.emplace_back(cells_.text(table, row, 0), row);
        }
        std::sort(entries.begin(), entries.end());
        out_.begin_object();
        for (const auto& [key, row] : entries) {
            out_.key(key);
            print_scalar(table, row, 1, sensitive);
        }
        out_.end_object();
    }

    void print_keys(TableId table, Row row, int depth) {
        out_.begin_object();
        const TableLayout& layout = facts().layout().table(table);
        const RecordAt at{table, row, 0, layout.record.value_or(0)};
        const std::vector<Field>& fields = fields_of(at.record);
        for (const std::uint32_t i : sorted_fields(at.record)) {
            const SlotIndex slot = cells_.slot_of(at, i);
            const CellState state = cells_.state(table, row, slot);
            if (!fields[i].flags.key || is_unknown(state)) continue;
            out_.key(fields[i].name);
            const TypeKind kind = cells_.slot(table, slot).kind;
            if (state == CellState::present && kind == TypeKind::reference && depth < most_key_depth) {
                const Schema& schema = facts().layout().schema();
                const TableId home = facts().layout().home(schema.types()[cells_.slot(table, slot).type].declaration);
                print_keys(home, facts().column(table, slot).narrow[row], depth + 1);
            } else {
                print_value(at, slot, fields[i], state);
            }
        }
        out_.end_object();
    }

    CellPrinter cells_;
    JsonWriter out_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> orders_;
};

}  // namespace

std::string print_facts_json(const Facts& facts) { return JsonPrinter(facts).print(); }

}  // namespace scantling
