// Lists, maps, and what runs over them: quantifiers, comprehensions, indexes, literals.
#include <string>
#include <unordered_set>

#include "dsl/check/expression.h"
#include "dsl/syntax/literal.h"

namespace scantling::dsl {

TypeId ExpressionChecker::element_of(NodeId n, TypeId found) {
    if (found == no_type) return no_type;
    const Type type = type_of(found);
    const std::string text(tree().text(n));
    if (type.kind == TypeKind::list) {
        if (!type.optional) return type.element;
        report_absent(n);
        return no_type;
    }
    Diagnostic& error = reporter_.add(tree(), n, "E0305", "a list is expected here", "this is " + quoted_type(found));
    if (error.code.empty()) return no_type;
    if (type.kind == TypeKind::map) error.help.push_back("a map as a list of its keys and values: `entries(" + text + ")`");
    if (type.kind == TypeKind::string) error.help.push_back("whether a text holds another: `" + text + " contains …`");
    return no_type;
}

// Whether an element of it may be a pattern: known before any fact is read, and no work of a function or condition.
bool ExpressionChecker::is_constant_collection(NodeId n, Reads own) {
    if ((own & (reads::facts | reads::own_value)) != 0) return false;
    n = tree().ungrouped(n);
    switch (tree().kind(n)) {
        case NodeKind::list:
            return true;
        case NodeKind::name:
        case NodeKind::member:
            return info(n).meaning == Meaning::constant || info(n).meaning == Meaning::parameter || info(n).meaning == Meaning::argument ||
                   info(n).meaning == Meaning::rule_let;
        case NodeKind::call: {
            const NodeInfo& callee = info(tree().child(n, 0));
            const bool is_entries = callee.meaning == Meaning::builtin && builtin_signatures()[callee.payload].builtin == Builtin::entries;
            return is_entries && is_constant_collection(tree().child(n, 1), own);
        }
        default:
            return false;
    }
}

SymbolId ExpressionChecker::bind_element(NodeId owner, NodeId word, NodeId list, Place place) {
    const Reads outer = here.reads;
    here.reads = 0;
    const KnownScope known(here, Known::refused, "about a collection");
    const TypeId element = collection(list, place);
    const Reads own = here.reads;
    here.reads = outer | own;
    const SymbolId id = bind(owner, word, SymbolKind::binding, element);
    Symbol& symbol = checked_.symbols[id];
    symbol.constant_collection = element != no_type && is_constant_collection(list, own);
    symbol.reads = (own & reads::facts) != 0 || !symbol.constant_collection ? reads::binding : reads::element;
    return id;
}

TypeId ExpressionChecker::check_quantifier(NodeId n) {
    const NameScope scope(here);
    bind_element(n, tree().child(n, 0), tree().child(n, 1), Place::operand);
    const Word mark = tree().mark_word(n);
    const bool counts = mark == Word::count_;
    const KnownScope known(here, counts ? Known::refused : (mark == Word::none_ ? negated(here.known) : here.known),
                           counts ? "inside `count`" : (mark == Word::none_ ? "inside `none`" : here.known_reason));
    condition(tree().child(n, 2));
    return counts ? scalar(TypeKind::integer) : boolean();
}

TypeId ExpressionChecker::check_comprehension(NodeId n, Place place) {
    if (place != Place::operand) {
        Diagnostic& error = reporter_.add(tree(), n, "E0311", "a list made on the spot cannot stand here", "not stored anywhere");
        error.help.push_back("it may stand beside `in`, `within`, `starts_with`, `ends_with`, `==`, in `count(…)`, `sum(…)` and the like");
        error.help.push_back("or be what `any(x in …: …)` runs over");
    }
    const NameScope scope(here);
    const KnownScope known(here, Known::refused, "inside a list");
    const auto children = tree().children(n);
    for (const NodeId binding : children.subspan(1, children.size() - 2)) {
        bind_element(binding, tree().child(binding, 0), tree().child(binding, 1), Place::operand);
    }
    const NodeId where = children.back();
    if (!tree().is_none(where)) {
        condition(where);
        narrow_by(where);
    }
    const TypeId element = check(children[0]);
    if (element == no_type || place != Place::operand) return no_type;
    if (is_optional(element)) {
        report_absent(children[0]);
        return no_type;
    }
    if (kind_of(element) == TypeKind::map || kind_of(element) == TypeKind::list) {
        reporter_.add(tree(), children[0], "E0302", "the elements of such a list are values or rows, not " + quoted_type(element))
            .help.push_back("run over the inner list with another `for … in …`");
        return no_type;
    }
    return types().list_of(element);
}

TypeId ExpressionChecker::check_index(NodeId n, Place place) {
    const NodeId base = tree().child(n, 0);
    const NodeId index = tree().child(n, 1);
    const KnownScope known(here, Known::refused, "inside `[…]`");
    const TypeId found = check(base);
    if (found == no_type) {
        check(index);
        return no_type;
    }
    const Type type = type_of(found);
    if (type.kind != TypeKind::list && type.kind != TypeKind::map) {
        check(index);
        reporter_.add(tree(), n, "E0307", "`[…]` does not apply to " + quoted_type(found), "neither a list nor a map");
        return no_type;
    }
    if (type.optional) report_absent(base);
    require(index, type.kind == TypeKind::map ? type.key : scalar(TypeKind::integer));
    return narrowed_type(n, types().optional_of(type.element), place);
}

TypeId ExpressionChecker::check_list(NodeId n, TypeId hint) {
    const auto elements = tree().children(n);
    TypeId expected = hint != no_type && kind_of(hint) == TypeKind::list ? type_of(hint).element : no_type;
    if (elements.empty()) {
        if (expected != no_type) return types().list_of(expected);
        reporter_.add(tree(), n, "E0312", "nothing says what this empty list would hold")
            .help.push_back("give it a type: `let none_of_them: list<string> = []`");
        return no_type;
    }
    bool sound = true;
    for (const NodeId element : elements) {
        if (tree().kind(element) == NodeKind::rest) continue;
        const TypeId found = check(element, expected);
        if (found == no_type) {
            sound = false;
        } else if (expected == no_type) {
            if (is_optional(found)) report_absent(element);
            expected = bare(found);
        } else {
            sound = adapt(element, found, expected) && sound;
        }
    }
    if (expected == no_type || !sound) return no_type;
    const TypeKind kind = kind_of(expected);
    if (kind == TypeKind::record || kind == TypeKind::reference) {
        reporter_.add(tree(), n, "E0318", "a list that is written out holds values, not rows");
        return no_type;
    }
    return types().list_of(expected);
}

// A map; its keys and values are constants. Records are written out in `given` only.
TypeId ExpressionChecker::check_braces(NodeId n, TypeId hint) {
    if (hint != no_type && kind_of(hint) != TypeKind::map) {
        reporter_.add(tree(), n, "E0318", "a map cannot stand here; " + quoted_type(hint) + " is expected");
        return no_type;
    }
    TypeId key = hint == no_type ? scalar(TypeKind::string) : type_of(hint).key;
    TypeId value = hint == no_type ? no_type : type_of(hint).element;
    const Reads outer = here.reads;
    here.reads = 0;
    bool sound = true;
    std::unordered_set<std::string> keys;
    for (const NodeId entry : tree().children(n)) {
        const NodeId word = tree().child(entry, 0);
        const std::string text = key_text(tree(), word);
        if (!keys.insert(text).second) {
            reporter_.add(tree(), word, "E0317", "the key " + quoted(text) + " stands here twice", "again");
        }
        if (kind_of(key) == TypeKind::enumeration) {
            const Enum& declared = checked_.schema->enums()[type_of(key).declaration];
            if (!declared.member(text)) {
                Diagnostic& error = reporter_.add(tree(), word, "E0208", quoted(declared.name) + " has no member " + quoted(text));
                suggest(error, text, declared.members, "Members");
                sound = false;
            }
        }
        const TypeId found = check(tree().child(entry, 1), value);
        if (found == no_type) {
            sound = false;
        } else if (value == no_type) {
            value = found;
        } else {
            sound = adapt(tree().child(entry, 1), found, value) && sound;
        }
    }
    const Reads own = here.reads;
    here.reads |= outer;
    if (value == no_type && sound) {
        reporter_.add(tree(), n, "E0312", "nothing says what this empty map would hold");
        return no_type;
    }
    if (!sound) return no_type;
    if (own != 0) {
        reporter_.add(tree(), n, "E0504", "the values of a map are constants", "reads what is not known before the rule runs");
        return no_type;
    }
    return types().map_of(key, value);
}

// The record type of `entries(map)`, which the schema does not name: one for each pair of key and value types.
TypeId ExpressionChecker::entry_list(TypeId map) {
    const Type type = type_of(map);
    Schema& schema = *checked_.schema;
    for (std::uint32_t i = checked_.first_entry_record; i < schema.records().size(); ++i) {
        const auto& fields = schema.records()[i].fields;
        if (fields[0].type == type.key && fields[1].type == type.element) {
            return types().list_of(types().intern({TypeKind::record, false, i, 0, 0}));
        }
    }
    const std::string name = "entry of " + checked_.type_name(bare(map));
    const std::uint32_t record =
        schema.add_record({name, "A key of a map, and its value.", {{"key", {}, type.key, {}, {}}, {"value", {}, type.element, {}, {}}}});
    return types().list_of(types().intern({TypeKind::record, false, record, 0, 0}));
}

}  // namespace scantling::dsl
