// An organisation's `record`, `enum` and `facts` extend a copy of the built-in model, in the words in which that model itself is written.
//
// Types are global, as the built-in ones are: first all names, then all fields, then the promise that no record contains its own kind.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "dsl/resolve/resolve.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

namespace {

class SchemaReader {
  public:
    SchemaReader(Checked& checked, Reporter& reporter) : checked_(checked), reporter_(reporter), schema_(*checked.schema) {}

    // Whether tables have to be laid out anew.
    bool read() {
        each([&](std::uint32_t file, NodeId node) { declare(file, node); });
        for (const auto& [file, node, record] : records_) schema_.set_fields(record, read_fields(file, node, false));
        for (const auto& [file, node, record] : records_) refuse_circle(file, node, record);
        each([&](std::uint32_t file, NodeId node) {
            if (checked_.tree(file).kind(node) == NodeKind::facts) read_facts(file, node);
        });
        for (const auto& [file, node, record] : listed_) refuse_keyless(file, node, record);
        return !records_.empty() || has_facts_;
    }

  private:
    struct Declared {
        std::uint32_t file;
        NodeId node;
        std::uint32_t record;
    };

    template <typename Visit>
    void each(Visit visit) {
        for (std::uint32_t file = 0; file < checked_.files.size(); ++file) {
            if (!checked_.files[file].usable) continue;
            const Tree& tree = checked_.tree(file);
            for (const NodeId node : tree.children(tree.root())) visit(file, node);
        }
    }

    void declare(std::uint32_t file, NodeId node) {
        const Tree& tree = checked_.tree(file);
        const NodeKind kind = tree.kind(node);
        if (kind != NodeKind::record && kind != NodeKind::enumeration) return;
        const NodeId word = tree.child(node, 0);
        const std::string_view name = tree.text(word);
        if (++declared_ > limits::declared_types) {
            if (declared_ == limits::declared_types + 1) {
                reporter_.add(tree, word, "E0520",
                              "the policies of this run declare more than " + std::to_string(limits::declared_types) + " types");
            }
            return;
        }
        if (schema_.find_enum(name) || schema_.find_record(name)) {
            reporter_.add(tree, word, "E0211", "there is a type " + quoted(name) + " already", "declared again");
            return;
        }
        if (tree.is_private(node)) checked_.private_types.emplace(name, checked_.files[file].package);
        const std::string documentation = tree.documentation(node);
        if (kind == NodeKind::record) {
            records_.push_back({file, node, schema_.add_record({name, documentation, {}})});
            return;
        }
        Enum declared{name, documentation, !tree.children(tree.child(node, 1)).empty(), {}};
        std::unordered_set<std::string_view> seen;
        for (const NodeId member : tree.children(node).subspan(2)) {
            if (too_many(tree, member, seen.size(), "members")) break;
            if (seen.insert(tree.text(member)).second) {
                declared.members.push_back(tree.text(member));
            } else {
                reporter_.add(tree, member, "E0211", quoted(name) + " has a member " + quoted(tree.text(member)) + " already", "again");
            }
        }
        schema_.add_enum(std::move(declared));
    }

    bool too_many(const Tree& tree, NodeId at, std::size_t count, std::string_view what) {
        if (count < limits::declared_members) return false;
        reporter_.add(tree, at, "E0520", "more than " + std::to_string(limits::declared_members) + " " + std::string(what), "one too many");
        return true;
    }

    std::vector<Field> read_fields(std::uint32_t file, NodeId node, bool of_domain) {
        const Tree& tree = checked_.tree(file);
        std::vector<Field> fields;
        for (const NodeId child : tree.children(node).subspan(1)) {
            if (tree.kind(child) != NodeKind::field) continue;
            if (too_many(tree, child, fields.size(), "fields")) break;
            const NodeId word = tree.child(child, 1);
            const std::string_view name = tree.text(word);
            if (std::any_of(fields.begin(), fields.end(), [&](const Field& f) { return f.name == name; })) {
                reporter_.add(tree, word, "E0211", "two fields are called " + quoted(name), "declared again");
                continue;
            }
            const TypeId type = resolve_type(checked_, reporter_, file, tree.child(child, 2));
            if (type == no_type || !may_be_fact(file, child, type)) continue;
            Field field{name, keep(tree.documentation(child)), type, read_flags(tree, child, of_domain), {}};
            if (!tree.is_none(tree.child(child, 3))) field.from = keep(path_text(tree, tree.child(tree.child(child, 3), 0)));
            fields.push_back(field);
        }
        return fields;
    }

    static FieldFlags read_flags(const Tree& tree, NodeId field, bool of_domain) {
        FieldFlags flags;
        flags.per_run = of_domain;  // an organisation's domain stands at the level of the run
        for (const NodeId modifier : tree.children(tree.child(field, 0))) {
            const Word word = tree.mark_word(modifier);
            flags.key = flags.key || word == Word::key_;
            flags.part = flags.part || word == Word::part_;
            flags.sensitive = flags.sensitive || word == Word::sensitive_;
            flags.view = flags.view || word == Word::view_;
            flags.derived = flags.derived || word == Word::derived_;
        }
        return flags;
    }

    bool may_be_fact(std::uint32_t file, NodeId field, TypeId id) {
        const Tree& tree = checked_.tree(file);
        Type type = checked_.type(id);
        if (type.kind == TypeKind::list) {
            const Type element = checked_.type(type.element);
            if (element.kind == TypeKind::record) listed_.push_back({file, tree.child(field, 2), element.declaration});
        }
        while (type.kind == TypeKind::list || type.kind == TypeKind::map) type = checked_.type(type.element);
        if (type.kind != TypeKind::regex && type.kind != TypeKind::glob) return true;
        reporter_.add(tree, tree.child(field, 2), "E0520", "a pattern is never a fact")
            .help.push_back("write `string` here, and keep patterns in a `param` or a `let`");
        return false;
    }

    // Depth first over the records that a record holds; a `ref` may close a circle.
    void refuse_circle(std::uint32_t file, NodeId node, std::uint32_t record) {
        std::vector<std::uint32_t> open{record};
        std::vector<bool> seen(schema_.records().size(), false);
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            for (const Field& field : schema_.records()[at].fields) {
                Type type = checked_.type(field.type);
                while (type.kind == TypeKind::list || type.kind == TypeKind::map) type = checked_.type(type.element);
                if (type.kind != TypeKind::record) continue;
                if (type.declaration == record) {
                    const Tree& tree = checked_.tree(file);
                    reporter_
                        .add(tree, tree.child(node, 0), "E0520",
                             quoted(tree.text(tree.child(node, 0))) + " contains a record of its own kind")
                        .help.push_back("say `ref<…>` where one row names another");
                    schema_.set_fields(record, {});
                    return;
                }
                if (seen[type.declaration]) continue;
                seen[type.declaration] = true;
                open.push_back(type.declaration);
            }
        }
    }

    void read_facts(std::uint32_t file, NodeId node) {
        const Tree& tree = checked_.tree(file);
        const NodeId word = tree.child(node, 0);
        const std::string_view name = tree.text(word);
        if (name == "run" || name == "subject" || schema_.find_domain(name) != nullptr || is_root_field(name)) {
            reporter_.add(tree, word, "E0211", "there are facts called " + quoted(name) + " already", "declared again")
                .help.push_back("name the domain after your organisation: its fields are then " + quoted("acme.owner") + " and the like");
            return;
        }
        std::vector<Field> fields = read_fields(file, node, true);
        if (fields.empty()) return;
        if (is_too_wide(fields)) {
            reporter_.add(tree, word, "E0520", quoted(name) + " is too wide", "records in records make more cells than a row holds")
                .help.push_back("a row has up to " + std::to_string(limits::row_slots) + " cells, a domain up to " +
                                std::to_string(limits::domain_slots) + " with all its tables");
            return;
        }
        schema_.add_domain(name, tree.documentation(node), std::move(fields));
        schema_.finish();
        has_facts_ = true;
    }

    struct Extent {
        std::size_t row = 0;     // cells of one row
        std::size_t tables = 0;  // cells of the tables below
    };

    // Saturates: what a record holds is counted once and then known.
    Extent extent_of(TypeId id) {
        const Type type = checked_.type(id);
        if (type.kind == TypeKind::list || type.kind == TypeKind::map) {
            const Extent element = extent_of(type.element);
            return {1, std::min(element.row + element.tables + 2, limits::domain_slots + 1)};
        }
        if (type.kind != TypeKind::record) return {1, 0};
        if (const auto found = extents_.find(type.declaration); found != extents_.end()) return found->second;
        Extent out = extent_of(schema_.records()[type.declaration].fields);
        ++out.row;
        extents_.emplace(type.declaration, out);
        return out;
    }

    Extent extent_of(const std::vector<Field>& fields) {
        Extent out;
        for (const Field& field : fields) {
            const Extent more = extent_of(field.type);
            out.row = std::min(out.row + more.row, limits::row_slots + 1);
            out.tables = std::min(out.tables + more.tables, limits::domain_slots + 1);
        }
        return out;
    }

    bool is_too_wide(const std::vector<Field>& fields) {
        const Extent extent = extent_of(fields);
        total_row_ += extent.row;
        total_tables_ += extent.tables;
        return total_row_ > limits::row_slots || total_tables_ > limits::domain_slots;
    }

    bool is_root_field(std::string_view name) const {
        return schema_.records()[schema_.run_root()].find(name) != nullptr ||
               schema_.records()[schema_.subject_root()].find(name) != nullptr;
    }

    void refuse_keyless(std::uint32_t file, NodeId at, std::uint32_t record) {
        const Record& listed = schema_.records()[record];
        if (std::any_of(listed.fields.begin(), listed.fields.end(), [](const Field& f) { return f.flags.key; })) return;
        reporter_.add(checked_.tree(file), at, "E0520", "rows of " + quoted(listed.name) + " have no `key`")
            .help.push_back("mark the fields that tell one row from another with `key`: they give findings their identity");
    }

    // Fields hold views until the schema has copied them.
    std::string_view keep(std::string text) {
        texts_.push_back(std::make_unique<std::string>(std::move(text)));
        return *texts_.back();
    }

    Checked& checked_;
    Reporter& reporter_;
    Schema& schema_;
    std::vector<Declared> records_;
    std::vector<Declared> listed_;  // where a list of a record is declared
    std::vector<std::unique_ptr<std::string>> texts_;
    std::unordered_map<std::uint32_t, Extent> extents_;
    std::size_t total_row_ = 0;  // all declared domains share the row of the run
    std::size_t total_tables_ = 0;
    std::size_t declared_ = 0;
    bool has_facts_ = false;
};

}  // namespace

void extend_schema(Checked& checked, Reporter& reporter) {
    checked.schema = std::make_shared<Schema>(*Schema::builtin());
    const bool has_tables = SchemaReader(checked, reporter).read();
    checked.first_entry_record = static_cast<std::uint32_t>(checked.schema->records().size());
    if (has_tables) {
        checked.layout = std::make_shared<const Layout>(std::make_shared<const Schema>(*checked.schema));
    } else {
        checked.layout = Layout::builtin();
    }
}

}  // namespace scantling::dsl
