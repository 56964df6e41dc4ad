// `test` blocks and `given`: fields, values and names are checked against the model; nothing runs here.
//
// In `given` a record is written out as far as it is known: a field that is not listed is unknown, and `absent` and `unknown` may stand for
// a value. So its braces are not checked as expressions but against the type that the path has.
#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/constant.h"
#include "dsl/syntax/literal.h"

namespace scantling::dsl {

namespace {

struct FactPath {
    TypeId type = no_type;
    std::uint32_t record = 0;  // of a domain that stands at both levels: one of its records
    std::uint32_t other = 0;
    bool is_split = false;
};

class GivenChecker {
  public:
    GivenChecker(ExpressionChecker& checker, std::uint32_t file)
        : checker_(checker), checked_(checker.checked()), reporter_(checker.reporter()), file_(file), tree_(checker.checked().tree(file)) {}

    void check(NodeId given) {
        if (tree_.kind(given) != NodeKind::given && tree_.kind(given) != NodeKind::given_file) return;
        checker_.here = Context{};
        checker_.here.file = file_;
        const FactPath path = find_path(tree_.child(given, 0));
        if (path.type == no_type && !path.is_split) return;
        const NodeId value = tree_.child(given, 1);
        if (tree_.kind(given) == NodeKind::given_file || is_text(value)) {
            return check_document(path, value, tree_.kind(given) == NodeKind::given_file);
        }
        if (path.is_split) return check_record(value, path.record, path.other);
        check_value(value, path.type);
    }

  private:
    [[nodiscard]] bool is_text(NodeId n) const {
        const NodeKind kind = tree_.kind(n);
        return kind == NodeKind::string || kind == NodeKind::raw || kind == NodeKind::block || kind == NodeKind::interpolated;
    }

    // A document as text stands for a part or a domain; a text may also be the value of a fact that is a text.
    void check_document(const FactPath& path, NodeId value, bool is_file) {
        checker_.check(value);
        if (is_file || path.is_split) return;
        const TypeKind kind = checked_.type(path.type).kind;
        if (kind == TypeKind::record || kind == TypeKind::list || kind == TypeKind::string || kind == TypeKind::version) return;
        reporter_.add(tree_, value, "E0301", quoted(checked_.type_name(path.type)) + " is expected here", "this is a text");
    }

    FactPath find_path(NodeId path) {
        const auto words = tree_.children(path);
        const Schema& schema = *checked_.schema;
        const std::string_view first = tree_.text(words[0]);
        const Domain* const domain = schema.find_domain(first);
        FactPath out;
        if (domain != nullptr && first != "run" && first != "subject") {
            out.is_split = domain->run_record && domain->subject_record;
            out.record = domain->run_record ? *domain->run_record : *domain->subject_record;
            out.other = domain->subject_record ? *domain->subject_record : out.record;
            if (words.size() == 1) {
                if (!out.is_split) out.type = checked_.schema->types().intern({TypeKind::record, false, out.record, 0, 0});
                return out;
            }
            out.type = field_type(words[1], {out.record, out.other});
            out.is_split = false;
            return walk(words, 2, out);
        }
        out.type = field_type(words[0], {schema.run_root(), schema.subject_root()});
        return walk(words, 1, out);
    }

    FactPath walk(std::span<const NodeId> words, std::size_t from, FactPath path) {
        for (std::size_t i = from; i < words.size() && path.type != no_type; ++i) {
            const auto record = checked_.record_of(path.type);
            if (!record) {
                reporter_.add(tree_, words[i], "E0215", "there is no part of the facts below " + quoted(tree_.text(words[i - 1])));
                path.type = no_type;
                break;
            }
            path.type = field_type(words[i], {*record, *record});
        }
        return path;
    }

    TypeId field_type(NodeId word, std::pair<std::uint32_t, std::uint32_t> records) {
        const Schema& schema = *checked_.schema;
        const std::string_view name = tree_.text(word);
        for (const std::uint32_t record : {records.first, records.second}) {
            if (const Field* const field = schema.records()[record].find(name)) return field->type;
        }
        Diagnostic& error = reporter_.add(tree_, word, "E0215", "there is no part of the facts called " + quoted(name));
        std::vector<std::string_view> names;
        for (const std::uint32_t record : {records.first, records.second}) {
            for (const Field& field : schema.records()[record].fields) names.push_back(field.name);
        }
        suggest(error, name, std::move(names), "There are");
        return no_type;
    }

    [[nodiscard]] bool is_state(NodeId n) const {
        return tree_.kind(n) == NodeKind::name && (tree_.text(n) == "absent" || tree_.text(n) == "unknown");
    }

    void check_value(NodeId n, TypeId id) {
        n = tree_.ungrouped(n);
        const Type type = checked_.type(id);
        if (tree_.kind(n) == NodeKind::rest || tree_.kind(n) == NodeKind::error) return;
        if (is_state(n)) {
            if (tree_.text(n) == "absent" && !type.optional) {
                reporter_.add(tree_, n, "E0301", quoted(checked_.type_name(id)) + " is never absent", "never absent")
                    .help.push_back("leave it out, or write `unknown`: then nobody looked");
            }
            return;
        }
        switch (type.kind) {
            case TypeKind::record:
                return check_record(n, type.declaration, type.declaration);
            case TypeKind::reference:
                checker_.check(n);  // the key of the row, or a record: bound when the test runs
                return;
            case TypeKind::list:
                return check_list(n, id);
            case TypeKind::map:
                return check_map(n, id);
            default:
                checker_.require(n, checked_.schema->types().required_of(id));
                return;
        }
    }

    void check_record(NodeId n, std::uint32_t record, std::uint32_t other) {
        n = tree_.ungrouped(n);
        const Schema& schema = *checked_.schema;
        if (tree_.kind(n) != NodeKind::braces) {
            if (tree_.kind(n) == NodeKind::error) return;
            reporter_.add(tree_, n, "E0301", quoted(schema.records()[record].name) + " is expected here", "not a record")
                .help.push_back("write its fields in braces: `{ name: \"…\" }`");
            return;
        }
        for (const NodeId entry : tree_.children(n)) {
            if (tree_.kind(entry) != NodeKind::entry) continue;
            const NodeId word = tree_.child(entry, 0);
            const std::string name = key_text(tree_, word);
            const Field* field = schema.records()[record].find(name);
            if (field == nullptr) field = schema.records()[other].find(name);
            if (field != nullptr) {
                check_value(tree_.child(entry, 1), field->type);
                continue;
            }
            Diagnostic& error = reporter_.add(tree_, word, "E0203", quoted(schema.records()[record].name) + " has no field " + quoted(name),
                                              "not a field of " + quoted(schema.records()[record].name));
            std::vector<std::string_view> names;
            for (const Field& known : schema.records()[record].fields) names.push_back(known.name);
            suggest(error, name, std::move(names), "Fields");
        }
    }

    void check_list(NodeId n, TypeId id) {
        if (tree_.kind(n) != NodeKind::list) {
            checker_.require(n, id);
            return;
        }
        const TypeId element = checked_.type(id).element;
        for (const NodeId item : tree_.children(n)) check_value(item, element);
    }

    void check_map(NodeId n, TypeId id) {
        if (tree_.kind(n) != NodeKind::braces) {
            checker_.require(n, id);
            return;
        }
        const TypeId element = checked_.type(id).element;
        for (const NodeId entry : tree_.children(n)) {
            if (tree_.kind(entry) == NodeKind::entry) check_value(tree_.child(entry, 1), element);
        }
    }

    ExpressionChecker& checker_;
    Checked& checked_;
    Reporter& reporter_;
    std::uint32_t file_;
    const Tree& tree_;
};

void check_test_setting(ExpressionChecker& checker, std::uint32_t file, NodeId setting) {
    Checked& checked = checker.checked();
    const Tree& tree = checked.tree(file);
    const std::string name = path_text(tree, tree.child(setting, 0));
    checker.here = Context{};
    checker.here.file = file;
    const SymbolId parameter = find_parameter(checked, file, name);
    if (parameter == no_symbol) {
        Diagnostic& error = checker.reporter().add(tree, tree.child(setting, 0), "E0218", "there is no parameter " + quoted(name));
        std::vector<std::string_view> names;
        for (const CheckedPackage& package : checked.packages) {
            for (const SymbolId id : package.parameters) names.push_back(checked.symbols[id].name);
        }
        suggest(error, name, std::move(names));
        return;
    }
    checker.ensure_checked(parameter);
    checker.require(tree.child(setting, 1), checked.symbols[parameter].type);
}

}  // namespace

void check_given(ExpressionChecker& checker, std::uint32_t file, NodeId given) { GivenChecker(checker, file).check(given); }

void check_test(ExpressionChecker& checker, std::uint32_t file, NodeId node) {
    const Tree& tree = checker.checked().tree(file);
    check_plain_text(checker, file, tree.child(node, 0));
    for (const NodeId part : tree.children(node).subspan(1)) {
        switch (tree.kind(part)) {
            case NodeKind::given:
            case NodeKind::given_file:
                check_given(checker, file, part);
                break;
            case NodeKind::set:
                check_test_setting(checker, file, part);
                break;
            case NodeKind::expect:
                if (!find_rule(checker.checked(), file, path_text(tree, tree.child(part, 0)))) {
                    report_unknown_rule(checker, file, tree.child(part, 0));
                }
                for (const NodeId text : tree.children(part).subspan(2)) check_plain_text(checker, file, text);
                break;
            default:
                break;
        }
    }
}

}  // namespace scantling::dsl
