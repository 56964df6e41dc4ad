// The facts model as Scant text → schema, in two passes over the trees: first every name, so that records may mention each other in any
// order; then the types of fields. Types are interned in the order in which they are written, which numbers them.
#include "dsl/tools/generate_schema/model.h"

#include <array>
#include <optional>

#include "dsl/syntax/parse.h"

namespace scantling::dsl {

namespace {

constexpr auto files =
    std::to_array<std::string_view>({"shared.scant", "roots.scant", "dockerfile.scant", "image.scant", "packages.scant",
                                     "vulnerabilities.scant", "runtime.scant", "attestations.scant", "references.scant", "host.scant"});

struct Scalar {
    std::string_view name;
    TypeKind kind;
};

constexpr auto scalars = std::to_array<Scalar>({{"bool", TypeKind::boolean},
                                                {"int", TypeKind::integer},
                                                {"decimal", TypeKind::decimal},
                                                {"string", TypeKind::string},
                                                {"time", TypeKind::time},
                                                {"duration", TypeKind::duration},
                                                {"size", TypeKind::size},
                                                {"version", TypeKind::version},
                                                {"regex", TypeKind::regex},
                                                {"glob", TypeKind::glob}});

class ModelReader {
  public:
    ReadModel read(std::span<const std::shared_ptr<const Source>> sources) {
        model_.schema = std::make_shared<Schema>();
        for (const Scalar& scalar : scalars) types().scalar(scalar.kind);
        for (const auto& source : sources) {
            Parsed parsed = parse(source);
            diagnostics_.insert(diagnostics_.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
            trees_.push_back(std::move(parsed.tree));
        }
        if (diagnostics_.empty()) declare();
        if (diagnostics_.empty()) define();
        return {std::move(model_), std::move(diagnostics_)};
    }

  private:
    Types& types() { return model_.schema->types(); }
    std::string_view keep(std::string text) {
        model_.texts.push_back(std::make_shared<const std::string>(std::move(text)));
        return *model_.texts.back();
    }
    void mistake(const Tree& tree, NodeId n, std::string message) {
        diagnostics_.push_back({"model", DiagnosticSeverity::error, std::move(message), tree.shared_source(), tree.span(n), {}, {}});
    }

    void declare();
    void define();
    void declare_enum(const Tree& tree, NodeId declaration);
    std::vector<Field> fields_of(const Tree& tree, NodeId block);
    FieldFlags flags_of(const Tree& tree, NodeId modifiers);
    std::optional<TypeId> type_of(const Tree& tree, NodeId type);
    std::optional<Type> named_type(const Tree& tree, NodeId type, std::string_view name);

    Model model_;
    std::vector<Tree> trees_;
    Diagnostics diagnostics_;
};

void ModelReader::declare_enum(const Tree& tree, NodeId declaration) {
    const auto children = tree.children(declaration);
    std::vector<std::string_view> members;
    for (const NodeId member : children.subspan(2)) members.push_back(tree.text(member));
    const bool ordered = !tree.children(children[1]).empty();
    model_.schema->add_enum({tree.text(children[0]), keep(tree.documentation(declaration)), ordered, std::move(members)});
}

void ModelReader::declare() {
    for (const Tree& tree : trees_) {
        for (const NodeId declaration : tree.children(tree.root()).subspan(2)) {
            const NodeKind kind = tree.kind(declaration);
            if (kind != NodeKind::enumeration && kind != NodeKind::record && kind != NodeKind::facts) {
                mistake(tree, declaration, "a model holds `record`, `enum` and `facts` alone");
                continue;
            }
            const NodeId word = tree.child(declaration, 0);
            const std::string_view name = tree.text(word);
            const bool taken = model_.schema->find_enum(name) || model_.schema->find_record(name);
            if (kind != NodeKind::facts && taken) mistake(tree, word, "`" + std::string(name) + "` is declared twice");
            if (kind == NodeKind::enumeration) declare_enum(tree, declaration);
            if (kind == NodeKind::record) model_.schema->add_record({name, keep(tree.documentation(declaration)), {}});
        }
    }
    model_.record_count = model_.schema->records().size();
}

void ModelReader::define() {
    std::uint32_t record = 0;
    for (const Tree& tree : trees_) {
        for (const NodeId declaration : tree.children(tree.root()).subspan(2)) {
            if (tree.kind(declaration) == NodeKind::record) model_.schema->set_fields(record++, fields_of(tree, declaration));
        }
    }
    for (const Tree& tree : trees_) {
        for (const NodeId declaration : tree.children(tree.root()).subspan(2)) {
            if (tree.kind(declaration) != NodeKind::facts) continue;
            const std::string name(tree.text(tree.child(declaration, 0)));
            model_.domains.push_back({name, tree.documentation(declaration), fields_of(tree, declaration)});
        }
    }
    model_.type_count = types().size();
    for (const ModelDomain& domain : model_.domains) model_.schema->add_domain(domain.name, domain.documentation, domain.fields);
    model_.schema->finish();
}

std::vector<Field> ModelReader::fields_of(const Tree& tree, NodeId block) {
    std::vector<Field> fields;
    for (const NodeId field : tree.children(block).subspan(1)) {
        const auto children = tree.children(field);
        const auto type = type_of(tree, children[2]);
        if (!type) continue;
        Field out;
        out.name = keep(std::string(tree.text(children[1])));
        out.documentation = keep(tree.documentation(field));
        out.type = *type;
        out.flags = flags_of(tree, children[0]);
        if (!tree.is_none(children[3])) out.from = keep(std::string(tree.text(children[3])));
        for (const Field& other : fields) {
            if (other.name == out.name) mistake(tree, children[1], "`" + std::string(out.name) + "` is declared twice");
        }
        fields.push_back(out);
    }
    return fields;
}

FieldFlags ModelReader::flags_of(const Tree& tree, NodeId modifiers) {
    FieldFlags flags;
    for (const NodeId modifier : tree.children(modifiers)) {
        switch (tree.mark_word(modifier)) {
            case Word::key_:
                flags.key = true;
                break;
            case Word::part_:
                flags.part = true;
                break;
            case Word::sensitive_:
                flags.sensitive = true;
                break;
            case Word::view_:
                flags.view = true;
                break;
            case Word::derived_:
                flags.derived = true;
                break;
            default:
                flags.per_run = true;
                break;
        }
    }
    return flags;
}

// A type that is a name with or without arguments, before its `?`.
std::optional<Type> ModelReader::named_type(const Tree& tree, NodeId type, std::string_view name) {
    const auto arguments = tree.children(type).subspan(1);
    for (const Scalar& scalar : scalars) {
        if (scalar.name == name && arguments.empty()) return Type{scalar.kind};
    }
    if (arguments.empty()) {
        if (const auto at = model_.schema->find_enum(name)) return Type{TypeKind::enumeration, false, *at};
        if (const auto at = model_.schema->find_record(name)) return Type{TypeKind::record, false, *at};
    }
    if (name == "ref" && arguments.size() == 1) {
        if (const auto at = model_.schema->find_record(tree.text(arguments[0]))) return Type{TypeKind::reference, false, *at};
    }
    if (name == "list" && arguments.size() == 1) {
        if (const auto element = type_of(tree, arguments[0])) return Type{TypeKind::list, false, 0, 0, *element};
        return std::nullopt;
    }
    if (name == "map" && arguments.size() == 2) {
        const auto key = type_of(tree, arguments[0]);
        const auto element = type_of(tree, arguments[1]);
        if (key && element) return Type{TypeKind::map, false, 0, *key, *element};
        return std::nullopt;
    }
    mistake(tree, type, "no such type: `" + std::string(tree.text(type)) + "`");
    return std::nullopt;
}

std::optional<TypeId> ModelReader::type_of(const Tree& tree, NodeId type) {
    auto out = named_type(tree, type, tree.text(tree.child(type, 0)));
    if (!out) return std::nullopt;
    out->optional = tree.is_optional(type);
    return types().intern(*out);
}

}  // namespace

std::span<const std::string_view> model_files() { return files; }

ReadModel read_model(std::span<const std::shared_ptr<const Source>> sources) { return ModelReader().read(sources); }

}  // namespace scantling::dsl
