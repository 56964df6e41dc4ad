// Blank cells, the copy into a Builder, and the printed form.
#include "tests/oracle/naive.h"

#include "engine/values/decimal.h"
#include "engine/values/duration.h"
#include "engine/values/size.h"
#include "engine/values/time.h"
#include "engine/values/version/ecosystem.h"

namespace scantling::oracle {

namespace {

bool is_domain(const Schema& schema, std::uint32_t record, std::size_t field) {
    if (record != schema.run_root() && record != schema.subject_root()) return false;
    const Field& at = schema.records()[record].fields[field];
    return schema.types()[at.type].kind == TypeKind::record && schema.find_domain(at.name) != nullptr;
}

}  // namespace

Cell blank(const Schema& schema, TypeId type) {
    Cell cell;
    cell.type = type;
    const Type& at = schema.types()[type];
    if (at.kind != TypeKind::record) return cell;
    for (const Field& field : schema.records()[at.declaration].fields) cell.fields.push_back(blank(schema, field.type));
    return cell;
}

World blank_world(const Schema& schema, std::size_t subjects) {
    const auto root = [&](std::uint32_t record) {
        Cell cell;
        cell.state = CellState::present;
        cell.type = record;  // the roots are no types of the schema: the record's number, never asked as a type
        for (const Field& field : schema.records()[record].fields) cell.fields.push_back(blank(schema, field.type));
        return cell;
    };
    World world;
    world.run = root(schema.run_root());
    for (std::size_t i = 0; i < subjects; ++i) world.subjects.push_back(root(schema.subject_root()));
    return world;
}

Cell* find_cell(const Schema& schema, World& world, std::size_t subject, std::string_view path) {
    const auto walk = [&](Cell& root, std::uint32_t record) -> Cell* {
        Cell* at = &root;
        std::string_view rest = path;
        for (;;) {
            const std::size_t dot = rest.find('.');
            const auto field = schema.records()[record].index_of(rest.substr(0, dot));
            if (!field) return nullptr;
            at = &at->fields[*field];
            if (dot == std::string_view::npos) return at;
            const Type& type = schema.types()[at->type];
            if (type.kind != TypeKind::record) return nullptr;
            at->state = CellState::present;
            record = type.declaration;
            rest.remove_prefix(dot + 1);
        }
    };
    Cell* found = walk(world.run, schema.run_root());
    if (found == nullptr && subject < world.subjects.size()) found = walk(world.subjects[subject], schema.subject_root());
    return found;
}

namespace {

class Writer {
  public:
    Writer(World& world, const std::shared_ptr<const Layout>& layout) : world_(world), schema_(layout->schema()), builder_(layout) {
        const std::string text = "{}";
        document_ = builder_.add_document({std::make_shared<Source>("case.json", text), "case", true, false});
    }

    std::shared_ptr<const Facts> run() {
        write_fields(world_.run, schema_.run_root(), run_table, 0, 0, PlaceId::none);
        Assignment assignment;
        for (Cell& subject : world_.subjects) {
            Document document{std::make_shared<Source>("subject.json", "{}"), "case", true, false};
            const DocumentId id = builder_.add_document(std::move(document));
            const Row fragment = builder_.add_fragment(id);
            fragment_ = fragment;
            subject.place = builder_.table(subjects_table).places[fragment];
            write_fields(subject, schema_.subject_root(), subjects_table, fragment, 0, subject.place);
            assignment.subject.push_back(fragment);
        }
        assignment.subjects = static_cast<Row>(world_.subjects.size());
        resolve(world_.run);
        for (Cell& subject : world_.subjects) resolve(subject);
        return builder_.freeze(assignment);
    }

  private:
    PlaceId new_place() { return builder_.places().element(builder_.places().document(document_), next_place_++); }

    void write_fields(Cell& record, std::uint32_t declaration, TableId table, Row row, SlotIndex base, PlaceId around) {
        for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
            const auto slot = static_cast<SlotIndex>(base + builder_.layout().slot_of(declaration, i));
            write_cell(record.fields[i], table, row, slot, around, is_domain(schema_, declaration, i));
        }
    }

    void write_cell(Cell& cell, TableId table, Row row, SlotIndex slot, PlaceId around, bool domain) {
        const SlotLayout& layout = builder_.layout().table(table).slots[slot];
        const bool touched = cell.state != CellState::untouched;
        const PlaceId own = cell.own_place && touched ? new_place() : PlaceId::none;
        cell.part = layout.part;
        cell.place = own != PlaceId::none ? own : around;
        if (touched && layout.field != nullptr && (layout.field->flags.part || domain)) supply(layout.part);
        const Type type = schema_.types()[cell.type];
        switch (type.kind) {
            case TypeKind::record:
                if (touched) builder_.set_state(table, row, slot, cell.state, own);
                write_fields(cell, type.declaration, table, row, static_cast<SlotIndex>(slot + 1), cell.place);
                break;
            case TypeKind::list:
            case TypeKind::map:
                if (touched) builder_.set_state(table, row, slot, cell.state, own);
                if (layout.view) {
                    for (const Element& element : cell.elements) views_.push_back({table, row, slot, element.value.id});
                } else {
                    write_elements(cell, layout.child, row);
                }
                break;
            default:
                write_scalar(cell, type.kind, table, row, slot, own);
                break;
        }
    }

    void supply(PartId part) { builder_.supply(builder_.layout().parts()[part].path, fragment_); }

    void write_elements(Cell& cell, TableId child, Row parent) {
        for (Element& element : cell.elements) {
            const PlaceId own = element.value.own_place ? new_place() : PlaceId::none;
            const Row row = builder_.add_row(child, parent, own);
            const PlaceId around = own != PlaceId::none ? own : cell.place;
            const Type type = schema_.types()[element.value.type];
            const bool is_map = schema_.types()[cell.type].kind == TypeKind::map;
            if (!is_map && type.kind == TypeKind::record) {
                element.value.place = around;
                rows_[element.value.id] = {child, row};
                write_fields(element.value, type.declaration, child, row, 0, around);
                continue;
            }
            const bool own_place = element.value.own_place;
            element.value.own_place = false;  // the element's place is its row's
            if (is_map) write_cell(element.key, child, row, 0, around, false);
            write_cell(element.value, child, row, is_map ? 1 : 0, around, false);
            element.value.own_place = own_place;
        }
    }

    void write_scalar(const Cell& cell, TypeKind kind, TableId table, Row row, SlotIndex slot, PlaceId own) {
        if (cell.state == CellState::untouched) return;
        if (cell.state != CellState::present) {
            builder_.set_state(table, row, slot, cell.state, own);
        } else if (is_wide(kind)) {
            builder_.set_wide(table, row, slot, cell.number, own);
        } else if (kind == TypeKind::string) {
            builder_.set_narrow(table, row, slot, builder_.dictionary().intern(cell.text), own);
        } else if (kind == TypeKind::version) {
            builder_.set_narrow(table, row, slot, builder_.version_id(cell.text, static_cast<std::uint32_t>(cell.number)), own);
        } else if (kind == TypeKind::reference) {
            references_.push_back({table, row, slot, cell.id});
            builder_.set_narrow(table, row, slot, 0, own);
        } else {
            builder_.set_narrow(table, row, slot, static_cast<std::uint32_t>(cell.number), own);
        }
    }

    // Refs and views, once every row is written.
    void resolve(Cell& cell) {
        if (cells_.empty()) {
            index(world_.run);
            for (Cell& subject : world_.subjects) index(subject);
            for (const Link& link : references_) {
                builder_.set_narrow(link.table, link.row, link.slot, rows_.at(link.id).row, PlaceId::none);
            }
            for (const Link& link : views_) builder_.add_to_view(link.table, link.row, link.slot, rows_.at(link.id).row);
            cells_.try_emplace(0, nullptr);
        }
        if (cell.id != 0) {
            const auto found = cells_.find(cell.id);
            cell.target = found == cells_.end() ? nullptr : found->second;
        }
        for (Cell& field : cell.fields) resolve(field);
        for (Element& element : cell.elements) resolve(element.value);
    }

    // The rows that own an id: listed records, not the views that show them (those have no fields).
    void index(Cell& cell) {
        for (Cell& field : cell.fields) index(field);
        for (Element& element : cell.elements) {
            if (element.value.id != 0 && !element.value.fields.empty()) cells_[element.value.id] = &element.value;
            index(element.value);
        }
    }

    struct Link {
        TableId table;
        Row row;
        SlotIndex slot;
        std::uint32_t id;
    };
    struct Written {
        TableId table = 0;
        Row row = 0;
    };

    World& world_;
    const Schema& schema_;
    Builder builder_;
    DocumentId document_ = 0;
    Row fragment_ = 0;
    std::uint32_t next_place_ = 0;
    std::vector<Link> references_;
    std::vector<Link> views_;
    std::unordered_map<std::uint32_t, Written> rows_;
    std::unordered_map<std::uint32_t, const Cell*> cells_;
};

class Printer {
  public:
    explicit Printer(const Schema& schema) : schema_(schema) {}

    std::string out;

    void root(const Cell& cell, std::uint32_t record) {
        const auto& fields = schema_.records()[record].fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (!says_something(cell.fields[i])) continue;
            out += "    given " + std::string(fields[i].name) + " ";
            value(cell.fields[i]);
            out += "\n";
        }
    }

  private:
    static bool says_something(const Cell& cell) {
        if (cell.state != CellState::untouched || !cell.elements.empty()) return true;
        for (const Cell& field : cell.fields) {
            if (says_something(field)) return true;
        }
        return false;
    }

    void value(const Cell& cell) {
        const Type& type = schema_.types()[cell.type];
        const bool holds = type.kind == TypeKind::list || type.kind == TypeKind::map;
        if (holds) {
            elements(cell, type);
        } else if (cell.state == CellState::absent) {
            out += "absent";
        } else if (is_unknown(cell.state)) {
            out += "unknown";
            note(cell.state);
        } else if (type.kind == TypeKind::record) {
            fields(cell, type.declaration);
        } else {
            scalar(cell, type);
        }
    }

    void note(CellState state) {
        if (state == CellState::untouched) out += "(not_supplied)";
        if (state == CellState::incomplete) out += "(incomplete)";
        if (state == CellState::unresolved) out += "(unresolved)";
        if (state == CellState::unreadable) out += "(unreadable)";
    }

    void fields(const Cell& cell, std::uint32_t declaration) {
        const auto& names = schema_.records()[declaration].fields;
        if (cell.id != 0) out += "#" + std::to_string(cell.id);
        out += "{";
        bool first = true;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!says_something(cell.fields[i])) continue;
            out += first ? " " : ", ";
            first = false;
            out += std::string(names[i].name) + ": ";
            value(cell.fields[i]);
        }
        out += first ? "}" : " }";
    }

    void elements(const Cell& cell, const Type& type) {
        const bool is_map = type.kind == TypeKind::map;
        out += is_map ? "{" : "[";
        bool first = true;
        for (const Element& element : cell.elements) {
            if (!first) out += ", ";
            first = false;
            if (is_map) {
                value(element.key);
                out += ": ";
            }
            if (element.value.fields.empty() && element.value.id != 0) {
                out += "#" + std::to_string(element.value.id);
            } else {
                value(element.value);
            }
        }
        if (cell.state != CellState::present) {
            out += first ? "..." : ", ...";
            note(cell.state);
        }
        out += is_map ? "}" : "]";
    }

    void scalar(const Cell& cell, const Type& type) {
        switch (type.kind) {
            case TypeKind::boolean:
                out += cell.number != 0 ? "true" : "false";
                break;
            case TypeKind::decimal:
                out += print_decimal(cell.number);
                break;
            case TypeKind::time:
                out += print_time(cell.number);
                break;
            case TypeKind::duration:
                out += print_duration(cell.number);
                break;
            case TypeKind::size:
                out += print_size(cell.number);
                break;
            case TypeKind::enumeration:
                out += schema_.enums()[type.declaration].members[static_cast<std::size_t>(cell.number)];
                break;
            case TypeKind::string:
                out += "\"" + cell.text + "\"";
                break;
            case TypeKind::version:
                out += "\"" + std::string(ecosystem_name(static_cast<Ecosystem>(cell.number))) + ":" + cell.text + "\"";
                break;
            case TypeKind::reference:
                out += "#" + std::to_string(cell.id);
                break;
            default:
                out += std::to_string(cell.number);
                break;
        }
    }

    const Schema& schema_;
};

}  // namespace

std::shared_ptr<const Facts> write(World& world, std::shared_ptr<const Layout> layout) { return Writer(world, layout).run(); }

std::string print(const Schema& schema, const World& world) {
    Printer printer(schema);
    if (world.now) printer.out += "    given now " + print_time(*world.now) + "\n";
    if (world.environment) printer.out += "    given environment \"" + *world.environment + "\"\n";
    printer.root(world.run, schema.run_root());
    for (std::size_t i = 0; i < world.subjects.size(); ++i) {
        printer.out += "  subject " + std::to_string(i) + "\n";
        printer.root(world.subjects[i], schema.subject_root());
    }
    return printer.out;
}

}  // namespace scantling::oracle
