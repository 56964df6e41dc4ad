// Every read of a fact is a `field` of the program; a list that none of them names is not read.
#include "engine/program/asked.h"

#include <algorithm>

namespace scantling {

namespace {

class Asked {
  public:
    explicit Asked(const Program& program)
        : layout_(*program.layout), out_(layout_.tables().size()), named_(layout_.schema().records().size()) {
        const Expressions& expressions = program.expressions;
        for (ExpressionId id = 0; id < expressions.nodes.size(); ++id) {
            const Expression& node = expressions[id];
            if (node.op != Op::field) continue;
            const Type& record = program.schema->types()[expressions[expressions.child(id, 0)].type];
            if (record.declaration >= named_.size()) continue;  // a row of entries(map): the map was a field
            std::vector<bool>& slots = named_[record.declaration];
            if (slots.size() <= node.payload) slots.resize(node.payload + 1);
            slots[node.payload] = true;
        }
    }

    std::vector<bool> run() {
        out_[run_table] = out_[subjects_table] = true;
        for (TableId table = 0; table < layout_.tables().size(); ++table) {
            if (layout_.table(table).record) look(table, 0, *layout_.table(table).record);
        }
        // A list in a list, which no field names, is asked about with it. Parents come before their children.
        for (const TableLayout& table : layout_.tables()) {
            if (table.record) continue;
            for (const SlotLayout& slot : table.slots) {
                if (slot.child != no_table && !slot.view && out_[static_cast<TableId>(&table - layout_.tables().data())])
                    out_[slot.child] = true;
            }
        }
        return std::move(out_);
    }

  private:
    // The fields of a record whose cells begin at `base`.
    void look(TableId table, SlotIndex base, std::uint32_t record) {
        const std::vector<Field>& fields = layout_.schema().records()[record].fields;
        for (std::uint32_t f = 0; f < fields.size(); ++f) {
            const SlotIndex relative = layout_.slot_of(record, f);
            const auto slot = static_cast<SlotIndex>(base + relative);
            const Type& type = layout_.schema().types()[fields[f].type];
            if (type.kind == TypeKind::record) look(table, static_cast<SlotIndex>(slot + 1), type.declaration);
            const bool named = relative < named_[record].size() && named_[record][relative];
            if (!named && !fields[f].flags.key && !is_sensitive(fields[f])) continue;
            // The rows of a view, and the one that a ref names, are another list's.
            const TableId rows = type.kind == TypeKind::reference ? layout_.home(type.declaration) : layout_.table(table).slots[slot].child;
            if (rows != no_table) out_[rows] = true;
        }
    }

    [[nodiscard]] bool is_sensitive(const Field& field) const {
        TypeId type = field.type;
        const Types& types = layout_.schema().types();
        while (types[type].kind == TypeKind::list || types[type].kind == TypeKind::map) type = types[type].element;
        if (field.flags.sensitive || types[type].kind != TypeKind::record) return field.flags.sensitive;
        const std::vector<Field>& fields = layout_.schema().records()[types[type].declaration].fields;
        return std::any_of(fields.begin(), fields.end(), [&](const Field& inner) { return is_sensitive(inner); });
    }

    const Layout& layout_;
    std::vector<bool> out_;
    std::vector<std::vector<bool>> named_;  // by record, then slot relative to it
};

}  // namespace

std::vector<bool> lists_asked(const Program& program) { return Asked(program).run(); }

}  // namespace scantling
