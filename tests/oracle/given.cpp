// Walks the tree of a `test` block by the type of each place.
#include "tests/oracle/given.h"

#include "dsl/syntax/literal.h"
#include "dsl/syntax/parse.h"
#include "engine/values/version/ecosystem.h"

namespace scantling::oracle {

namespace {

using dsl::NodeId;
using dsl::NodeKind;

class GivenReader {
  public:
    GivenReader(const Schema& schema, World& world, std::size_t subject, const dsl::Tree& tree, std::string& mistakes)
        : schema_(schema), world_(world), subject_(subject), tree_(tree), mistakes_(mistakes) {}

    void read(NodeId given) {
        const std::string path(tree_.text(tree_.child(given, 0)));
        const NodeId value = tree_.child(given, 1);
        if (path == "now") {
            world_.now = dsl::literal_number(tree_, value);
            return;
        }
        Cell* cell = find_cell(schema_, world_, subject_, path);
        if (cell == nullptr) {
            mistakes_ += "no facts called " + path + "\n";
            return;
        }
        fill(*cell, value);
    }

    void link() {
        for (const auto& [cell, key] : links_) {
            cell->id = row_named(schema_.types()[cell->type].declaration, key);
            if (cell->id == 0) mistakes_ += "no row called " + key + "\n";
        }
    }

  private:
    void wrong(NodeId n, std::string_view what) { mistakes_ += std::string(tree_.text(n)) + ": " + std::string(what) + "\n"; }

    void fill(Cell& cell, NodeId n) {
        n = tree_.ungrouped(n);
        const Type& type = schema_.types()[cell.type];
        const bool is_name = tree_.kind(n) == NodeKind::name;
        cell.state = CellState::present;
        if (is_name && tree_.text(n) == "absent") {
            cell.state = CellState::absent;
        } else if (is_name && tree_.text(n) == "unknown") {
            cell.state = CellState::not_stated;
        } else if (type.kind == TypeKind::record && tree_.kind(n) != NodeKind::braces) {
            links_.emplace_back(&cell, dsl::literal_text(tree_, n));  // an element of a view
        } else if (type.kind == TypeKind::record) {
            fill_record(cell, n, type.declaration);
        } else if (type.kind == TypeKind::list) {
            fill_list(cell, n, type.element);
        } else if (type.kind == TypeKind::map) {
            fill_map(cell, n, type);
        } else {
            fill_scalar(cell, n, type);
        }
    }

    void fill_record(Cell& cell, NodeId n, std::uint32_t declaration) {
        const Record& record = schema_.records()[declaration];
        for (const NodeId entry : tree_.children(n)) {
            const auto field = record.index_of(dsl::key_text(tree_, tree_.child(entry, 0)));
            if (field) {
                fill(cell.fields[*field], tree_.child(entry, 1));
            } else {
                wrong(entry, "no such field");
            }
        }
        const bool is_root_record = schema_.find_domain(record.name) != nullptr;
        for (std::size_t i = 0; i < cell.fields.size(); ++i) {
            const bool own_part = is_root_record && record.fields[i].flags.part;
            if (!own_part && cell.fields[i].state == CellState::untouched) cell.fields[i].state = CellState::not_stated;
        }
    }

    void fill_list(Cell& cell, NodeId n, TypeId element_type) {
        if (tree_.kind(n) != NodeKind::list) return wrong(n, "a list is expected");
        const Type& element = schema_.types()[element_type];
        std::size_t count = 0;
        for (const NodeId child : tree_.children(n)) count += tree_.kind(child) != NodeKind::rest ? 1U : 0U;
        cell.elements.reserve(count);
        for (const NodeId child : tree_.children(n)) {
            if (tree_.kind(child) == NodeKind::rest) {
                cell.state = CellState::incomplete;
                continue;
            }
            Element& added = cell.elements.emplace_back();
            const bool owned = element.kind == TypeKind::record && tree_.kind(child) == NodeKind::braces;
            if (owned) {
                added.value = blank(schema_, element_type);
                added.value.id = world_.next_id++;
            }
            added.value.type = element_type;
            fill(added.value, child);
        }
    }

    void fill_map(Cell& cell, NodeId n, const Type& type) {
        cell.elements.reserve(tree_.children(n).size());
        for (const NodeId entry : tree_.children(n)) {
            Element& added = cell.elements.emplace_back();
            added.key.type = type.key;
            added.key.state = CellState::present;
            const std::string key = dsl::key_text(tree_, tree_.child(entry, 0));
            if (key == "rest") {  // braces take no `...`
                cell.elements.pop_back();
                cell.state = CellState::incomplete;
                continue;
            }
            const Type& key_type = schema_.types()[type.key];
            if (key_type.kind == TypeKind::enumeration) {
                added.key.number = schema_.enums()[key_type.declaration].member(key).value_or(0);
            } else {
                added.key.text = key;
            }
            added.value = blank(schema_, type.element);
            fill(added.value, tree_.child(entry, 1));
        }
    }

    void fill_scalar(Cell& cell, NodeId n, const Type& type) {
        switch (type.kind) {
            case TypeKind::string:
                cell.text = dsl::literal_text(tree_, n);
                break;
            case TypeKind::version: {
                const std::string text = dsl::literal_text(tree_, n);
                const std::size_t colon = text.find(':');
                const auto ecosystem = ecosystem_named(text.substr(0, colon));
                if (!ecosystem) return wrong(n, "no ecosystem");
                cell.number = static_cast<std::int64_t>(*ecosystem);
                cell.text = text.substr(colon + 1);
                break;
            }
            case TypeKind::enumeration:
                cell.number = schema_.enums()[type.declaration].member(tree_.text(n)).value_or(0);
                break;
            case TypeKind::reference:
                links_.emplace_back(&cell, dsl::literal_text(tree_, n));
                break;
            default: {
                const bool negative = tree_.kind(n) == NodeKind::negate;
                const NodeId literal = negative ? tree_.child(n, 0) : n;
                cell.number = dsl::literal_number(tree_, literal);
                if (type.kind == TypeKind::decimal && tree_.kind(literal) == NodeKind::integer) cell.number *= 1'000'000;
                if (negative) cell.number = -cell.number;
                break;
            }
        }
    }

    std::uint32_t row_named(std::uint32_t declaration, const std::string& key) const {
        std::uint32_t found = search(world_.run, declaration, key);
        if (found == 0 && subject_ < world_.subjects.size()) found = search(world_.subjects[subject_], declaration, key);
        return found;
    }

    std::uint32_t search(const Cell& cell, std::uint32_t declaration, const std::string& key) const {
        for (const Element& element : cell.elements) {
            const Type& type = schema_.types()[element.value.type];
            const bool fits = type.kind == TypeKind::record && type.declaration == declaration && !element.value.fields.empty();
            if (fits) {
                const auto& fields = schema_.records()[declaration].fields;
                for (std::size_t i = 0; i < fields.size(); ++i) {
                    if (fields[i].flags.key && element.value.fields[i].text == key) return element.value.id;
                }
            }
            if (const std::uint32_t inner = search(element.value, declaration, key); inner != 0) return inner;
        }
        for (const Cell& field : cell.fields) {
            if (const std::uint32_t inner = search(field, declaration, key); inner != 0) return inner;
        }
        return 0;
    }

    const Schema& schema_;
    World& world_;
    std::size_t subject_;
    const dsl::Tree& tree_;
    std::string& mistakes_;
    std::vector<std::pair<Cell*, std::string>> links_;
};

}  // namespace

void read_given(const Schema& schema, World& world, std::size_t subject, const std::string& given_lines, std::string& mistakes) {
    const std::string text = "package given\ntest \"facts\" {\n" + given_lines + "\n}\n";
    const dsl::Parsed parsed = dsl::parse(std::make_shared<Source>("given.scant", text));
    for (const Diagnostic& diagnostic : parsed.diagnostics) mistakes += render(diagnostic) + "\n";
    if (!parsed.diagnostics.empty()) return;
    GivenReader reader(schema, world, subject, parsed.tree, mistakes);
    for (NodeId n = 0; n < parsed.tree.size(); ++n) {
        if (parsed.tree.kind(n) == NodeKind::given) reader.read(n);
    }
    reader.link();
}

}  // namespace scantling::oracle
