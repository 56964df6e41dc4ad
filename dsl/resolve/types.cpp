// Types as written → TypeId.
#include <array>

#include "dsl/resolve/resolve.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

namespace {

struct ScalarName {
    std::string_view name;
    TypeKind kind;
};

constexpr auto scalars = std::to_array<ScalarName>({{"bool", TypeKind::boolean},
                                                    {"int", TypeKind::integer},
                                                    {"decimal", TypeKind::decimal},
                                                    {"string", TypeKind::string},
                                                    {"time", TypeKind::time},
                                                    {"duration", TypeKind::duration},
                                                    {"size", TypeKind::size},
                                                    {"version", TypeKind::version},
                                                    {"regex", TypeKind::regex},
                                                    {"glob", TypeKind::glob}});

class TypeReader {
  public:
    TypeReader(Checked& checked, Reporter& reporter, std::uint32_t file)
        : checked_(checked), reporter_(reporter), file_(file), tree_(checked.tree(file)) {}

    // Recursion is bounded by the nesting that the parser takes.
    TypeId read(NodeId node) {
        if (tree_.kind(node) != NodeKind::type) return no_type;
        if (types().size() > limits::policy_types) {
            reporter_.add(tree_, node, "E0217",
                          "the policies of this run mention more than " + std::to_string(limits::policy_types) + " different types",
                          "one too many");
            return no_type;
        }
        const TypeId type = read_required(node);
        if (type == no_type || !tree_.is_optional(node)) return type;
        const TypeKind kind = types()[type].kind;
        if (kind == TypeKind::list || kind == TypeKind::map) {
            reporter_
                .add(tree_, node, "E0217", "a " + std::string(kind == TypeKind::list ? "list" : "map") + " is never absent, only empty")
                .help.push_back("leave out the `?`");
            return no_type;
        }
        return types().optional_of(type);
    }

  private:
    Types& types() { return checked_.schema->types(); }

    TypeId read_required(NodeId node) {
        const auto children = tree_.children(node);
        const NodeId path = children[0];
        const auto arguments = children.subspan(1);
        const auto words = tree_.children(path);
        const std::string_view name = tree_.text(words.back());
        if (words.size() == 1) {
            if (name == "list" || name == "map" || name == "ref") return read_generic(node, name, arguments);
            for (const ScalarName& scalar : scalars) {
                if (scalar.name == name) return without_arguments(node, arguments, types().scalar(scalar.kind));
            }
        } else if (!is_alias(tree_.text(words[0])) || words.size() > 2) {
            unknown(path, path_text(tree_, path));
            return no_type;
        }
        return without_arguments(node, arguments, read_declared(path, name));
    }

    bool is_alias(std::string_view name) const { return checked_.files[file_].aliases.contains(name); }

    TypeId without_arguments(NodeId node, std::span<const NodeId> arguments, TypeId type) {
        if (arguments.empty() || type == no_type) return type;
        reporter_.add(tree_, node, "E0217", "only `list`, `map` and `ref` take types in `<…>`");
        return no_type;
    }

    TypeId read_generic(NodeId node, std::string_view name, std::span<const NodeId> arguments) {
        const std::size_t expected = name == "map" ? 2 : 1;
        if (arguments.size() != expected) {
            reporter_.add(tree_, node, "E0217", quoted(name) + " takes " + (expected == 1 ? "one type" : "two types"))
                .help.push_back(name == "map"
                                    ? "`map<string, int>`: the types of its keys and its values"
                                    : "`" + std::string(name) +
                                          (name == "list" ? "<string>`: the type of its elements" : "<Package>`: the record of the rows"));
            return no_type;
        }
        const TypeId last = read(arguments.back());
        if (last == no_type) return no_type;
        if (name == "ref") return reference(arguments[0], last);
        if (types()[last].optional) {
            reporter_.add(tree_, arguments.back(), "E0217", "what a list or map holds is never absent").help.push_back("leave out the `?`");
            return no_type;
        }
        if (name == "list") return types().list_of(last);
        const TypeId key = read(arguments[0]);
        if (key == no_type) return no_type;
        const Type key_type = types()[key];
        if (key_type.optional || (key_type.kind != TypeKind::string && key_type.kind != TypeKind::enumeration)) {
            reporter_.add(tree_, arguments[0], "E0217",
                          "the keys of a map are strings or members of an enum, not " + quoted(checked_.type_name(key)));
            return no_type;
        }
        return types().map_of(key, last);
    }

    TypeId reference(NodeId argument, TypeId record) {
        const Type type = types()[record];
        if (type.kind == TypeKind::record && !type.optional) return types().intern({TypeKind::reference, false, type.declaration, 0, 0});
        reporter_.add(tree_, argument, "E0217", "a `ref` names a row of a record, not " + quoted(checked_.type_name(record)));
        return no_type;
    }

    TypeId read_declared(NodeId path, std::string_view name) {
        const auto hidden = checked_.private_types.find(name);
        if (hidden != checked_.private_types.end() && hidden->second != checked_.files[file_].package) {
            reporter_.add(tree_, path, "E0206", quoted(name) + " is private to " + quoted(checked_.packages[hidden->second].name));
            return no_type;
        }
        if (const auto found = checked_.schema->find_enum(name)) return types().intern({TypeKind::enumeration, false, *found, 0, 0});
        if (const auto found = checked_.schema->find_record(name)) return types().intern({TypeKind::record, false, *found, 0, 0});
        unknown(path, name);
        return no_type;
    }

    void unknown(NodeId path, std::string_view name) {
        Diagnostic& error = reporter_.add(tree_, path, "E0207", "there is no type " + quoted(name), "not a type");
        std::vector<std::string_view> names{"list", "map", "ref"};
        for (const ScalarName& scalar : scalars) names.push_back(scalar.name);
        for (const Enum& declared : checked_.schema->enums()) names.push_back(declared.name);
        for (const Record& declared : checked_.schema->records()) names.push_back(declared.name);
        suggest(error, name, std::move(names));
    }

    Checked& checked_;
    Reporter& reporter_;
    std::uint32_t file_;
    const Tree& tree_;
};

}  // namespace

TypeId resolve_type(Checked& checked, Reporter& reporter, std::uint32_t file, NodeId type) {
    return TypeReader(checked, reporter, file).read(type);
}

std::optional<std::uint32_t> Checked::record_of(TypeId id) const {
    if (id == no_type) return std::nullopt;
    const Type& found = type(id);
    if (found.kind != TypeKind::record && found.kind != TypeKind::reference) return std::nullopt;
    return found.declaration;
}

}  // namespace scantling::dsl
