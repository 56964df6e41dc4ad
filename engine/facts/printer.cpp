// Facts for people. A line is `field: value`; records indent, rows of lists begin with a dash.
#include "engine/facts/printer.h"

#include <algorithm>

#include "engine/base/json_writer.h"
#include "engine/base/utf8.h"
#include "engine/facts/printer_cells.h"

namespace scantling {

namespace {

constexpr std::size_t step = 2;

std::string quoted(std::string_view text) {
    JsonWriter out;
    out.string(text);
    return printable(out.text());
}

class TextPrinter {
  public:
    explicit TextPrinter(const Facts& facts) : cells_(facts) {}

    std::string print() {
        const Layout& layout = facts().layout();
        out_ += "run\n";
        print_record({run_table, 0, 0, layout.schema().run_root()}, step, std::string());
        print_missing_parts(true, 0);
        for (Row subject = 0; subject < facts().subjects(); ++subject) {
            out_ += "\nsubject " + std::to_string(subject + 1) + " of " + std::to_string(facts().subjects()) + "\n";
            print_documents(subject);
            print_record({subjects_table, subject, 0, layout.schema().subject_root()}, step, std::string());
            print_missing_parts(false, subject);
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] const Facts& facts() const { return cells_.facts(); }

    void line(std::size_t indent, std::string_view field, std::string_view value) {
        // The first line of a list's row stands behind its dash.
        if (!dash_.empty()) {
            out_ += dash_;
            dash_.clear();
        } else {
            out_.append(indent, ' ');
        }
        out_ += field;
        if (!value.empty()) {
            out_ += ": ";
            out_ += value;
        } else {
            out_ += ':';
        }
        out_ += '\n';
    }

    void print_documents(Row subject) {
        for (DocumentId id = 0; id < facts().documents().size(); ++id) {
            const Document& document = facts().documents()[id];
            if (facts().subject_of(id) != subject) continue;
            line(step, "from", document.kind + " " + quoted(document.source->name()) + (document.partial ? " (in part)" : ""));
        }
    }

    void print_record(const RecordAt& at, std::size_t indent, const std::string& dash) {
        dash_ = dash;
        const std::vector<Field>& fields = facts().layout().schema().records()[at.record].fields;
        for (std::uint32_t i = 0; i < fields.size(); ++i) print_field(at, i, fields[i], indent);
    }

    void print_field(const RecordAt& at, std::uint32_t index, const Field& field, std::size_t indent) {
        const SlotIndex slot = cells_.slot_of(at, index);
        const SlotLayout& layout = cells_.slot(at.table, slot);
        const CellState state = cells_.state(at.table, at.row, slot);
        if (layout.kind == TypeKind::list || layout.kind == TypeKind::map) {
            if (state != CellState::untouched) print_list(at, slot, field, state, indent);
        } else if (layout.kind == TypeKind::record && (state == CellState::present || cells_.is_domain(at, index))) {
            print_embedded(cells_.embedded(at, slot), field, indent);
        } else if (state == CellState::present) {
            line(indent, field.name, field.flags.sensitive ? std::string(masked_text) : value_text(at.table, at.row, slot));
        } else if (state != CellState::untouched) {
            line(indent, field.name, CellPrinter::state_text(state));
        }
    }

    void print_embedded(const RecordAt& inner, const Field& field, std::size_t indent) {
        const std::size_t before = out_.size();
        const std::string dash = dash_;
        line(indent, field.name, "");
        const std::size_t header = out_.size();
        print_record(inner, indent + step, std::string());
        if (out_.size() != header) return;
        // Nothing inside is known to be anything: the header alone would say less than nothing.
        out_.resize(before);
        dash_ = dash;
    }

    [[nodiscard]] std::string value_text(TableId table, Row row, SlotIndex slot) {
        const TypeKind kind = cells_.slot(table, slot).kind;
        const std::string text = cells_.text(table, row, slot);
        return kind == TypeKind::string || kind == TypeKind::version ? quoted(text) : text;
    }

    void print_list(const RecordAt& at, SlotIndex slot, const Field& field, CellState state, std::size_t indent) {
        const SlotLayout& layout = cells_.slot(at.table, slot);
        const std::string open_end = is_unknown(state) ? "... " + std::string(CellPrinter::state_text(state)) : std::string();
        if (layout.view) {
            print_view(at, slot, field, open_end, indent);
            return;
        }
        const auto [begin, end] = cells_.rows(layout.child, at.row);
        const TableLayout& child = facts().layout().table(layout.child);
        if (begin == end) {
            line(indent, field.name, open_end.empty() ? (child.is_map ? "{}" : "[]") : open_end);
        } else if (child.record) {
            line(indent, field.name, "");
            for (Row row = begin; row < end; ++row) print_row({layout.child, row, 0, *child.record}, indent);
            if (!open_end.empty()) line(indent + step, open_end.substr(0, 3), open_end.substr(4));
        } else if (child.is_map) {
            line(indent, field.name, "");
            for (Row row = begin; row < end; ++row) {
                line(indent + step, quoted(cells_.text(layout.child, row, 0)), element_text(layout.child, row, 1, field));
            }
            if (!open_end.empty()) line(indent + step, open_end.substr(0, 3), open_end.substr(4));
        } else {
            print_scalars(layout.child, {begin, end}, field, open_end, indent);
        }
    }

    void print_row(const RecordAt& row, std::size_t indent) {
        const std::string dash = std::string(indent, ' ') + "- ";
        print_record(row, indent + step, dash);
        if (!dash_.empty()) out_ += dash + "(nothing known)\n";
        dash_.clear();
    }

    [[nodiscard]] std::string element_text(TableId table, Row row, SlotIndex slot, const Field& field) {
        const CellState state = cells_.state(table, row, slot);
        if (state != CellState::present) return std::string(CellPrinter::state_text(state));
        return field.flags.sensitive ? std::string(masked_text) : value_text(table, row, slot);
    }

    void print_scalars(TableId child, std::pair<Row, Row> rows, const Field& field, const std::string& open_end, std::size_t indent) {
        std::string text = "[";
        for (Row row = rows.first; row < rows.second; ++row) {
            if (row != rows.first) text += ", ";
            text += element_text(child, row, 0, field);
        }
        text += open_end.empty() ? "]" : ", " + open_end + "]";
        line(indent, field.name, text);
    }

    void print_view(const RecordAt& at, SlotIndex slot, const Field& field, const std::string& open_end, std::size_t indent) {
        const TableId home = cells_.slot(at.table, slot).child;
        std::string text = facts().layout().table(home).path + "[";
        bool first = true;
        for (const Row row : cells_.view_rows(at.table, at.row, slot)) {
            if (!std::exchange(first, false)) text += ", ";
            text += std::to_string(cells_.position(home, row));
        }
        if (!open_end.empty()) text += (first ? "" : ", ") + open_end;
        line(indent, field.name, text + "]");
    }

    // Only the outermost: `image` stands for all parts below it.
    void print_missing_parts(bool per_run, Row subject) {
        const std::vector<Part>& parts = facts().layout().parts();
        std::vector<std::string_view> missing;
        for (PartId part = 0; part < parts.size(); ++part) {
            // The two roots' own names are no parts that a document could supply.
            if (parts[part].path == "run" || parts[part].path == "subject") continue;
            if (parts[part].per_run == per_run && !facts().supplied(part, subject)) missing.push_back(parts[part].path);
        }
        std::string text;
        for (const std::string_view path : missing) {
            const bool below = std::any_of(missing.begin(), missing.end(), [&](std::string_view above) {
                return path.size() > above.size() && path.substr(0, above.size()) == above && path[above.size()] == '.';
            });
            const bool has_supplied_below = std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
                const auto id = static_cast<PartId>(&part - parts.data());
                return part.per_run == per_run && part.path.size() > path.size() && part.path.compare(0, path.size(), path) == 0 &&
                       part.path[path.size()] == '.' && facts().supplied(id, subject);
            });
            if (below && !has_supplied_below) continue;
            if (!text.empty()) text += ", ";
            text += path;
        }
        if (!text.empty()) line(step, "not supplied", text);
    }

    CellPrinter cells_;
    std::string out_;
    std::string dash_;
};

}  // namespace

std::string print_facts(const Facts& facts) { return TextPrinter(facts).print(); }

}  // namespace scantling
