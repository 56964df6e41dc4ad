// Calls: of functions, whose parameters say what they take, and of builtins, by the table of signatures.
#include "dsl/check/expression.h"
#include "dsl/syntax/literal.h"
#include "engine/values/version/ecosystem.h"
#include "engine/values/version/version.h"

namespace scantling::dsl {

namespace {

bool is_number(TypeKind kind) {
    return kind == TypeKind::integer || kind == TypeKind::decimal || kind == TypeKind::size || kind == TypeKind::duration;
}

bool has_order(const Type& type, const Schema& schema) {
    if (type.kind == TypeKind::enumeration) return schema.enums()[type.declaration].ordered;
    return is_number(type.kind) || type.kind == TypeKind::time || type.kind == TypeKind::version;
}

TypeKind scalar_of(Accepts accepts) {
    switch (accepts) {
        case Accepts::integer:
            return TypeKind::integer;
        case Accepts::decimal:
            return TypeKind::decimal;
        case Accepts::time:
            return TypeKind::time;
        case Accepts::duration:
            return TypeKind::duration;
        case Accepts::version:
            return TypeKind::version;
        default:
            return TypeKind::string;
    }
}

}  // namespace

bool ExpressionChecker::check_count(NodeId n, std::string_view shape, std::size_t expected, Span name) {
    const std::size_t given = tree().children(n).size() - 1;
    if (given == expected) return true;
    reporter_
        .add(tree(), name, "E0304",
             std::to_string(expected) + (expected == 1 ? " argument" : " arguments") + " expected, " + std::to_string(given) + " given")
        .help.push_back(quoted(shape));
    for (const NodeId argument : tree().children(n).subspan(1)) check(argument, no_type, Place::operand);
    return false;
}

TypeId ExpressionChecker::check_call(NodeId n) {
    const NodeId callee = tree().child(n, 0);
    const NodeKind kind = tree().kind(callee);
    const auto check_arguments = [&] {
        for (const NodeId argument : tree().children(n).subspan(1)) check(argument, no_type, Place::operand);
    };
    SymbolId id = no_symbol;
    if (kind == NodeKind::name) {
        id = find_symbol(tree().text(callee));
        if (id == no_symbol) {
            report_unknown_name(callee, no_type);
            check_arguments();
            return no_type;
        }
    } else if (kind == NodeKind::member && tree().kind(tree().child(callee, 0)) == NodeKind::name) {
        const auto& aliases = checked_.files[here.file].aliases;
        const auto alias = aliases.find(tree().text(tree().child(callee, 0)));
        if (alias != aliases.end()) {
            const auto& names = checked_.packages[alias->second].names;
            const auto found = names.find(tree().text(tree().child(callee, 1)));
            const bool reachable = found != names.end() && !checked_.symbols[found->second].is_private;
            if (!reachable) {
                check_qualified(callee, found == names.end() ? no_symbol : found->second, alias->second);
                check_arguments();
                return no_type;
            }
            id = found->second;
        }
    }
    if (id == no_symbol) {
        if (check(callee) != no_type) reporter_.add(tree(), callee, "E0214", quoted_text(callee) + " is not a function", "called here");
        check_arguments();
        return no_type;
    }
    info(callee).symbol = id;
    const SymbolKind symbol = checked_.symbols[id].kind;
    if (symbol == SymbolKind::builtin) return call_builtin(n, checked_.symbols[id].index);
    if (symbol == SymbolKind::function) return call_function(n, id);
    reporter_.add(tree(), callee, "E0214", quoted_text(callee) + " is not a function", "called here");
    check_arguments();
    return no_type;
}

TypeId ExpressionChecker::call_function(NodeId n, SymbolId id) {
    const NodeId callee = tree().child(n, 0);
    info(callee).meaning = Meaning::function;
    use_ = callee;
    ensure_checked(id);
    const std::vector<SymbolId> parameters = checked_.symbols[id].arguments;
    const TypeId result = checked_.symbols[id].type;
    here.reads |= checked_.symbols[id].reads;
    {
        const Symbol symbol = checked_.symbols[id];
        use_known(n, symbol);
    }
    if (checked_.symbols[id].broken) {
        for (const NodeId argument : tree().children(n).subspan(1)) check(argument, no_type, Place::operand);
        return no_type;
    }
    const Symbol& function = checked_.symbols[id];
    const Tree& home = checked_.tree(function.file);
    const std::string shape(
        home.source().text({home.span(home.child(function.node, 0)).begin, home.span(home.child(function.node, 2)).end}));
    if (!check_count(n, shape, parameters.size(), tree().span(callee))) return result;
    const KnownScope known(here, Known::refused, "in an argument");
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const NodeId argument = tree().child(n, i + 1);
        const TypeId wanted = checked_.symbols[parameters[i]].type;
        const bool is_pattern = wanted != no_type && (kind_of(wanted) == TypeKind::regex || kind_of(wanted) == TypeKind::glob);
        if (wanted == no_type) {
            check(argument);
        } else if (is_pattern) {
            require_pattern(argument, kind_of(wanted));
        } else if (require(argument, wanted) && holds_patterns(wanted) && !is_constant_collection(argument, 0)) {
            reporter_.add(tree(), argument, "E0308", "patterns must be known before the facts are read", "not a constant");
        }
    }
    return result;
}

bool ExpressionChecker::holds_patterns(TypeId id) {
    const Type type = type_of(id);
    if (type.kind != TypeKind::list && type.kind != TypeKind::map) return false;
    const TypeKind element = kind_of(type.element);
    return element == TypeKind::regex || element == TypeKind::glob;
}

// A binding over a list: its neighbours are those in the list that it runs over.
bool ExpressionChecker::check_element_argument(NodeId argument) {
    const TypeId found = check(argument);
    if (found == no_type) return false;
    if (info(tree().ungrouped(argument)).meaning == Meaning::binding) return true;
    reporter_.add(tree(), argument, "E0320", "an element that a `for` or a quantifier binds is expected here", "not one")
        .help.push_back("name the binding itself: `for x in … require next(x) …`");
    return false;
}

bool ExpressionChecker::check_list_argument(NodeId argument, Accepts accepts, TypeId first, Place place) {
    if (accepts == Accepts::same_list) return require(argument, first, place);
    if (accepts == Accepts::text_list) return require(argument, types().list_of(scalar(TypeKind::string)), place);
    const TypeId element = collection(argument, place);
    if (element == no_type) return false;
    const Type type = type_of(element);
    const bool fits = accepts == Accepts::any_list ||
                      (accepts == Accepts::scalar_list && is_scalar(type.kind) && type.kind != TypeKind::reference) ||
                      (accepts == Accepts::number_list && is_number(type.kind)) ||
                      (accepts == Accepts::ordered_list && has_order(type, *checked_.schema));
    if (fits) return true;
    const std::string what = accepts == Accepts::number_list    ? "numbers, sizes or durations"
                             : accepts == Accepts::ordered_list ? "what has an order"
                                                                : "values";
    reporter_.add(tree(), argument, "E0301", "a list of " + what + " is expected here", "it holds " + quoted_type(element));
    return false;
}

bool ExpressionChecker::check_argument(NodeId argument, Accepts accepts, TypeId first, Place place) {
    switch (accepts) {
        case Accepts::constant_text: {
            const Reads outer = here.reads;
            here.reads = 0;
            const bool fits = require(argument, scalar(TypeKind::string));
            const bool is_constant = (here.reads & ~reads::parameter) == 0;
            here.reads |= outer;
            if (fits && !is_constant) {
                reporter_.add(tree(), argument, "E0319", "this argument must be a constant", "depends on facts")
                    .help.push_back("a text, a `let` or a `param`");
            }
            return fits && is_constant;
        }
        case Accepts::ecosystem:
            return require(argument, types().intern({TypeKind::enumeration, false, *checked_.schema->find_enum("Ecosystem"), 0, 0}));
        case Accepts::row: {
            const TypeId found = check(argument);
            if (found == no_type) return false;
            if (is_optional(found)) {
                report_absent(argument);
                return false;
            }
            const Type type = type_of(found);
            if (type.kind == TypeKind::record) return true;
            if (type.kind == TypeKind::reference) {
                return adapt(argument, found, types().intern({TypeKind::record, false, type.declaration, 0, 0}));
            }
            reporter_.add(tree(), argument, "E0301", "a row is expected here", "this is " + quoted_type(found));
            return false;
        }
        case Accepts::element:
            return check_element_argument(argument);
        case Accepts::any_map: {
            const TypeId found = check(argument);
            if (found == no_type) return false;
            if (is_optional(found)) {
                report_absent(argument);
                return false;
            }
            if (kind_of(found) == TypeKind::map) return true;
            reporter_.add(tree(), argument, "E0301", "a map is expected here", "this is " + quoted_type(found));
            return false;
        }
        case Accepts::any_list:
        case Accepts::scalar_list:
        case Accepts::text_list:
        case Accepts::number_list:
        case Accepts::ordered_list:
        case Accepts::same_list:
            return check_list_argument(argument, accepts, first, place);
        default:
            return require(argument, scalar(scalar_of(accepts)));
    }
}

TypeId ExpressionChecker::result_of(const BuiltinSignature& signature, TypeId first) {
    const auto optional = [&](TypeKind kind) { return types().optional_of(scalar(kind)); };
    const auto enumeration = [&](std::string_view name) {
        return types().intern({TypeKind::enumeration, false, *checked_.schema->find_enum(name), 0, 0});
    };
    switch (signature.result) {
        case Gives::boolean:
            return boolean();
        case Gives::text:
            return scalar(TypeKind::string);
        case Gives::optional_text:
            return optional(TypeKind::string);
        case Gives::text_list:
            return types().list_of(scalar(TypeKind::string));
        case Gives::integer:
            return scalar(TypeKind::integer);
        case Gives::optional_integer:
            return optional(TypeKind::integer);
        case Gives::time:
            return scalar(TypeKind::time);
        case Gives::weekday:
            return enumeration("Weekday");
        case Gives::severity:
            return enumeration("Severity");
        case Gives::optional_version:
            return optional(TypeKind::version);
        case Gives::first_argument:
            return first;
        case Gives::element:
            return type_of(first).element;
        case Gives::optional_element:
            return types().optional_of(type_of(first).element);
        case Gives::optional_row:
            return types().optional_of(first);
        case Gives::entries:
            return entry_list(first);
    }
    return no_type;
}

// Texts that are written out are held against what they must be now, so that they cannot be unknown for ever.
void ExpressionChecker::validate_constants(NodeId n, const BuiltinSignature& signature) {
    if (signature.builtin == Builtin::version) {
        const auto text = constant(tree().child(n, 1));
        const auto ecosystem = constant(tree().child(n, 2));
        if (!text || !ecosystem) return;
        const std::string_view member =
            checked_.schema->enums()[type_of(ecosystem->type).declaration].members[static_cast<std::size_t>(ecosystem->number)];
        const auto known = ecosystem_named(member);
        if (!known || is_valid_version(*known, text->text)) return;
        reporter_.add(tree(), tree().child(n, 1), "E0314", "this is no " + std::string(member) + " version", "never compares");
    } else if (signature.builtin == Builtin::version_in) {
        const auto range = constant(tree().child(n, 2));
        if (!range) return;
        const auto parsed = VersionRange::parse(range->text);
        if (parsed) return;
        reporter_.add(tree(), tree().child(n, 2), "E0314", "this is no range of versions: " + parsed.error(), "never holds")
            .help.push_back("it is written `vers:TYPE/CONSTRAINT|CONSTRAINT…`: `\"vers:deb/>=1.2|<1.4\"`");
    }
}

TypeId ExpressionChecker::call_builtin(NodeId n, std::uint32_t index) {
    const BuiltinSignature& signature = builtin_signatures()[index];
    const NodeId callee = tree().child(n, 0);
    info(callee).meaning = Meaning::builtin;
    info(callee).payload = index;
    const KnownScope known(here, Known::refused, "in an argument");
    const std::size_t expected = argument_count(signature);
    if (!check_count(n, signature.shape, expected, tree().span(callee))) return no_type;
    const Place place = takes_comprehension(signature) ? Place::operand : Place::stored;
    bool sound = true;
    TypeId first = no_type;
    for (std::size_t i = 0; i < expected; ++i) {
        const NodeId argument = tree().child(n, i + 1);
        if (i == 1 && signature.arguments[1] == Accepts::same_list && first == no_type) {
            check(argument);
            continue;
        }
        sound = check_argument(argument, signature.arguments[i], first, place) && sound;
        if (i == 0 && sound) first = info(argument).type;
    }
    if (sound) validate_constants(n, signature);
    const bool sides_differ =
        sound && signature.arguments[0] == Accepts::row && info(tree().child(n, 1)).type != info(tree().child(n, 2)).type;
    if (sides_differ) {
        reporter_.add(tree(), n, "E0303",
                      quoted_type(info(tree().child(n, 1)).type) + " and " + quoted_type(info(tree().child(n, 2)).type) +
                          " are rows of different tables");
    }
    if (first == no_type && signature.result >= Gives::first_argument) return no_type;
    return result_of(signature, first);
}

}  // namespace scantling::dsl
