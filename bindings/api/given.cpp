// Literal facts into a builder: a walk over the expression's tree along the schema.
#include "bindings/api/given.h"

#include <algorithm>

#include "bindings/api/inputs.h"
#include "dsl/syntax/literal.h"
#include "dsl/syntax/parse.h"
#include "engine/facts/builder.h"
#include "engine/facts/writers.h"

namespace scantling {

namespace {

using dsl::NodeId;
using dsl::NodeKind;
using dsl::Tree;

// Where a value goes: one slot of one row.
struct Place {
    TableId table = no_table;
    Row row = 0;
    SlotIndex slot = 0;
};

class Filler {
  public:
    Filler(Builder& builder, const Tree& tree) : builder_(builder), layout_(builder.layout()), schema_(layout_.schema()), tree_(tree) {}

    void fill(const Place& place, NodeId node) {
        node = tree_.ungrouped(node);
        const SlotLayout& slot = layout_.table(place.table).slots[place.slot];
        if (tree_.kind(node) == NodeKind::name && tree_.text(node) == "absent") return state(place, CellState::absent);
        if (tree_.kind(node) == NodeKind::name && tree_.text(node) == "unknown") return state(place, CellState::not_stated);
        const Type& type = schema_.types()[slot.type];
        switch (slot.kind) {
            case TypeKind::record:
                return fill_record(place, type.declaration, node);
            case TypeKind::list:
                return fill_list(place, node);
            case TypeKind::map:
                return fill_map(place, node);
            default:
                return fill_scalar(place, type, node);
        }
    }

  private:
    void state(const Place& place, CellState value) { builder_.set_state(place.table, place.row, place.slot, value, PlaceId::none); }

    // Everything in a record that is not listed was not stated.
    void forget(TableId table, Row row, SlotIndex first, SlotIndex end) {
        for (SlotIndex slot = first; slot < end; ++slot) builder_.set_state(table, row, slot, CellState::not_stated, PlaceId::none);
    }

    void fill_fields(TableId table, Row row, SlotIndex base, std::uint32_t record, NodeId braces) {
        forget(table, row, base, static_cast<SlotIndex>(base + layout_.slot_count(record)));
        for (const NodeId entry : tree_.children(braces)) {
            if (tree_.kind(entry) != NodeKind::entry) continue;
            const auto field = schema_.records()[record].index_of(dsl::key_text(tree_, tree_.child(entry, 0)));
            if (!field) continue;
            fill({table, row, static_cast<SlotIndex>(base + layout_.slot_of(record, *field))}, tree_.child(entry, 1));
        }
    }

    void fill_record(const Place& place, std::uint32_t record, NodeId node) {
        state(place, CellState::present);
        fill_fields(place.table, place.row, static_cast<SlotIndex>(place.slot + 1), record, node);
    }

    void fill_list(const Place& place, NodeId node) {
        const SlotLayout slot = layout_.table(place.table).slots[place.slot];
        if (slot.view) return state(place, CellState::not_stated);  // rows of a view belong to its home
        state(place, CellState::present);
        const TableLayout& child = layout_.table(slot.child);
        for (const NodeId element : tree_.children(node)) {
            if (tree_.kind(element) == NodeKind::rest) {
                state(place, CellState::incomplete);
                continue;
            }
            const Row row = builder_.add_row(slot.child, place.row, PlaceId::none);
            if (child.record) {
                fill_fields(slot.child, row, 0, *child.record, tree_.ungrouped(element));
            } else {
                fill({slot.child, row, 0}, element);
            }
        }
    }

    void fill_map(const Place& place, NodeId node) {
        state(place, CellState::present);
        const SlotLayout slot = layout_.table(place.table).slots[place.slot];
        for (const NodeId entry : tree_.children(node)) {
            if (tree_.kind(entry) != NodeKind::entry) continue;
            const Row row = builder_.add_row(slot.child, place.row, PlaceId::none);
            const std::string key = dsl::key_text(tree_, tree_.child(entry, 0));
            const SlotLayout& key_slot = layout_.table(slot.child).slots[0];
            if (key_slot.kind == TypeKind::enumeration) {
                set_member({slot.child, row, 0}, schema_.types()[key_slot.type], key);
            } else {
                builder_.set_narrow(slot.child, row, 0, builder_.dictionary().intern(key), PlaceId::none);
            }
            fill({slot.child, row, 1}, tree_.child(entry, 1));
        }
    }

    void set_member(const Place& place, const Type& type, std::string_view name) {
        const auto member = schema_.enums()[type.declaration].member(name);
        if (member) builder_.set_narrow(place.table, place.row, place.slot, *member, PlaceId::none);
    }

    void fill_scalar(const Place& place, const Type& type, NodeId node) {
        bool negative = false;
        if (tree_.kind(node) == NodeKind::negate) {
            negative = true;
            node = tree_.ungrouped(tree_.child(node, 0));
        }
        const auto text = [&] { return dsl::literal_text(tree_, node); };
        switch (type.kind) {
            case TypeKind::enumeration: {  // `high`, `Severity.high`
                const std::string_view name = tree_.kind(node) == NodeKind::member ? tree_.text(tree_.child(node, 1)) : tree_.text(node);
                return set_member(place, type, name);
            }
            case TypeKind::boolean:
                return builder_.set_narrow(place.table, place.row, place.slot, static_cast<std::uint32_t>(dsl::literal_number(tree_, node)),
                                           PlaceId::none);
            case TypeKind::string:
                return builder_.set_narrow(place.table, place.row, place.slot, builder_.dictionary().intern(text()), PlaceId::none);
            case TypeKind::version:
                return builder_.set_narrow(place.table, place.row, place.slot,
                                           builder_.version_id(text(), static_cast<std::uint32_t>(model::Ecosystem::generic)),
                                           PlaceId::none);
            case TypeKind::reference:
                return state(place, CellState::not_stated);  // a row has no name in a literal
            default:
                break;
        }
        std::int64_t number = dsl::literal_number(tree_, node);
        if (type.kind == TypeKind::decimal && tree_.kind(node) == NodeKind::integer) number *= 1000000;
        builder_.set_wide(place.table, place.row, place.slot, negative ? -number : number, PlaceId::none);
    }

    Builder& builder_;
    const Layout& layout_;
    const Schema& schema_;
    const Tree& tree_;
};

// The slot that a dotted path names in a root, and whether it is the run's.
std::optional<Place> find_place(const Layout& layout, const std::string& path, Row subject) {
    const Schema& schema = layout.schema();
    for (const bool run : {true, false}) {
        std::uint32_t record = run ? schema.run_root() : schema.subject_root();
        SlotIndex base = 0;
        std::size_t begin = 0;
        for (;;) {
            const std::size_t dot = std::min(path.find('.', begin), path.size());
            const auto field = schema.records()[record].index_of(std::string_view(path).substr(begin, dot - begin));
            if (!field) break;
            const auto slot = static_cast<SlotIndex>(base + layout.slot_of(record, *field));
            if (dot == path.size()) return Place{run ? run_table : subjects_table, run ? 0 : subject, slot};
            const Type& type = schema.types()[schema.records()[record].fields[*field].type];
            if (type.kind != TypeKind::record) break;
            record = type.declaration;
            base = static_cast<SlotIndex>(slot + 1);
            begin = dot + 1;
        }
    }
    return std::nullopt;
}

// Naming a piece supplies its part and every part and domain above it; not what lies below, even where it is written out with it.
void supply(Builder& builder, const std::string& path, Row subject) {
    for (const Part& part : builder.layout().parts()) {
        const bool same = part.path == path;
        const bool above =
            path.size() > part.path.size() && path.compare(0, part.path.size(), part.path) == 0 && path[part.path.size()] == '.';
        if (same || above) builder.supply(part.path, subject);
    }
}

struct Expression {
    Tree tree;
    NodeId node = 0;
};

// The expression of a given, parsed again from its text: as the right side of a `given` of a test.
std::optional<Expression> parse_given(const Given& given, Diagnostics& diagnostics) {
    const std::string text = "package given\ntest \"given\" { given " + given.path + " " + given.text + " }\n";
    dsl::Parsed parsed = dsl::parse(std::make_shared<const Source>("given", text));
    if (has_errors(parsed.diagnostics)) {
        diagnostics.insert(diagnostics.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
        return std::nullopt;
    }
    for (NodeId node = 0; node < parsed.tree.size(); ++node) {
        if (parsed.tree.kind(node) == NodeKind::given) {
            const NodeId expression = parsed.tree.child(node, 1);
            return Expression{std::move(parsed.tree), expression};
        }
    }
    return std::nullopt;
}

// A text opposite a fact that is a string is that string; opposite anything else it is a document.
bool is_document(const Layout& layout, const Given& given) {
    if (!given.is_text) return false;
    const std::optional<Place> place = find_place(layout, given.path, 0);
    return !place || layout.table(place->table).slots[place->slot].kind != TypeKind::string;
}

void fill_given(Builder& builder, Row subject, const Given& given, GivenFacts& out) {
    if (given.is_text) {
        if (given.path == "environment") {
            out.environment = given.text;
        } else if (const auto place = find_place(builder.layout(), given.path, subject)) {
            supply(builder, given.path, subject);
            builder.set_narrow(place->table, place->row, place->slot, builder.dictionary().intern(given.text), PlaceId::none);
        }
        return;
    }
    const std::optional<Expression> expression = parse_given(given, out.diagnostics);
    if (!expression) return;
    const Tree& tree = expression->tree;
    if (given.path == "now") {
        out.now = dsl::literal_number(tree, tree.ungrouped(expression->node));
        return;
    }
    if (const auto place = find_place(builder.layout(), given.path, subject)) {
        supply(builder, given.path, subject);
        Filler(builder, tree).fill(*place, expression->node);
    }
}

}  // namespace

GivenFacts read_given(const std::shared_ptr<const Layout>& layout, const std::vector<Given>& given) {
    GivenFacts out;
    Inputs inputs = read_inputs(
        layout,
        [&] {
            std::vector<InputDocument> documents;
            for (const Given& one : given) {
                if (is_document(*layout, one)) documents.push_back({one.path == "dockerfile" ? "Dockerfile" : one.path, one.text});
            }
            return documents;
        }(),
        [&](Builder& builder, Row fragment) {
            for (const Given& one : given) {
                if (!is_document(*layout, one)) fill_given(builder, fragment, one, out);
            }
        });
    out.facts = std::move(inputs.facts);
    out.diagnostics.insert(out.diagnostics.end(), inputs.diagnostics.begin(), inputs.diagnostics.end());
    return out;
}

}  // namespace scantling
