// Logic, comparisons, arithmetic, presence.
#include <algorithm>
#include <string>

#include "dsl/check/contradiction.h"
#include "dsl/check/expression.h"

namespace scantling::dsl {

namespace {

bool has_order(const Type& type, const Schema& schema) {
    switch (type.kind) {
        case TypeKind::integer:
        case TypeKind::decimal:
        case TypeKind::time:
        case TypeKind::duration:
        case TypeKind::size:
        case TypeKind::version:
            return true;
        case TypeKind::enumeration:
            return schema.enums()[type.declaration].ordered;
        default:
            return false;
    }
}

bool has_equality(const Type& type) {
    return is_scalar(type.kind) && type.kind != TypeKind::regex && type.kind != TypeKind::glob && type.kind != TypeKind::reference;
}

}  // namespace

TypeId ExpressionChecker::check_logic(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    const NodeKind kind = tree().kind(n);
    {
        const KnownScope known(here, kind == NodeKind::implies ? negated(here.known) : here.known,
                               kind == NodeKind::implies ? "left of `implies`" : here.known_reason);
        condition(left);
    }
    const NameScope scope(here);
    if (kind == NodeKind::or_) {
        false_facts(left, here.narrowed);
    } else {
        true_facts(left, here.narrowed);
    }
    condition(right);
    if (kind != NodeKind::implies) {
        const auto literal = [this](NodeId x) -> std::optional<Value> {
            if (info(x).type == no_type || kind_of(info(x).type) == TypeKind::version) return std::nullopt;  // 1.0 is 1.0.0
            return constant(x);
        };
        if (const auto clash = find_clash(tree(), n, literal)) report_clash(reporter_, tree(), kind, *clash);
    }
    return boolean();
}

TypeId ExpressionChecker::check_not(NodeId n) {
    const KnownScope known(here, negated(here.known), "under `not`");
    condition(tree().child(n, 0));
    return boolean();
}

void ExpressionChecker::ask_known(NodeId n) {
    if (here.known == Known::free) return;
    if (here.declaring != no_symbol && here.known != Known::refused) {
        Symbol& outer = checked_.symbols[here.declaring];
        (here.known == Known::negated ? outer.asks_known_negated : outer.asks_known) = true;
        return;
    }
    if (here.known == Known::allowed) return;
    Diagnostic& error = reporter_.add(tree(), n, "E0404", "`is known` may not be asked " + std::string(here.known_reason), "not here");
    error.help.push_back("there, a fact that nobody looked for could help the rule to pass");
    error.help.push_back("`require x is known` says that the fact must have been supplied");
}

TypeId ExpressionChecker::check_is_test(NodeId n) {
    const NodeId operand = tree().child(n, 0);
    const bool asks_known = tree().mark_word(n) == Word::known_;
    if (asks_known) ask_known(n);
    TypeId found = no_type;
    {
        const KnownScope known(here, Known::refused, "about the answer of another test");
        found = check(operand, no_type, Place::raw);
    }
    if (found == no_type || asks_known || is_optional(found)) return boolean();
    Diagnostic& error =
        reporter_.add(tree(), operand, "E0403", quoted_text(operand) + " is never absent", quoted_type(found) + " is always there");
    if (kind_of(found) == TypeKind::list) error.help.push_back("a list may be empty: `count(…) == 0`");
    error.help.push_back("whether anybody looked is asked by `is known`");
    return boolean();
}

TypeId ExpressionChecker::check_coalesce(NodeId n, TypeId hint) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    const KnownScope known(here, Known::refused, "beside `\?\?`");
    const TypeId found = check(left, hint, Place::raw);
    if (found == no_type) {
        check(right, hint);
        return no_type;
    }
    if (!is_optional(found)) {
        reporter_.add(tree(), left, "E0403", quoted_text(left) + " is never absent", "never absent")
            .help.push_back("leave out `\?\?` and what follows it: a fact that is unknown stays unknown");
        check(right, bare(found));
        return found;
    }
    const TypeId other = check(right, bare(found));
    if (other == no_type) return no_type;
    const TypeId target = is_optional(other) ? found : bare(found);
    return adapt(right, other, target) ? target : no_type;
}

// Which side has a type of its own: 0 any expression, 1 a name in reach, 2 a literal, 3 a word that must be an enum member.
int ExpressionChecker::rank(NodeId n) const {
    n = tree().ungrouped(n);
    switch (tree().kind(n)) {
        case NodeKind::name: {
            const SymbolId id = find_symbol(tree().text(n));
            if (id == no_symbol) return 3;
            return checked_.symbols[id].kind == SymbolKind::fact ? 1 : 0;
        }
        case NodeKind::string:
        case NodeKind::raw:
        case NodeKind::block:
        case NodeKind::integer:
        case NodeKind::braces:
            return 2;
        case NodeKind::list: {
            const auto elements = tree().children(n);
            return elements.empty() ? 3 : std::max(1, rank(elements[0]));
        }
        case NodeKind::negate:
            return rank(tree().child(n, 0));
        default:
            return 0;
    }
}

// Checks both sides, that with a type of its own first; absent operands are reported.
std::pair<TypeId, TypeId> ExpressionChecker::check_pair(NodeId left, NodeId right, Place place) {
    TypeId a = no_type;
    TypeId b = no_type;
    if (rank(left) <= rank(right)) {
        a = check(left, no_type, place);
        if (a != no_type || rank(right) < 2) b = check(right, bare(a), place);  // else it would have taken its meaning from the left
    } else {
        b = check(right, no_type, place);
        if (b != no_type || rank(left) < 2) a = check(left, bare(b), place);
    }
    if (is_optional(a)) report_absent(left);
    if (is_optional(b)) report_absent(right);
    if (is_optional(a) || is_optional(b)) return {no_type, no_type};
    return {a, b};
}

// Widens an int opposite a decimal. False, and silent, where the types differ otherwise.
bool ExpressionChecker::unify(NodeId left, NodeId right, std::pair<TypeId, TypeId>& found) {
    auto& [a, b] = found;
    if (a == b) return true;
    if (kind_of(a) == TypeKind::integer && kind_of(b) == TypeKind::decimal) {
        set_converted(left, Conversion::widen, b);
        a = b;
        return true;
    }
    if (kind_of(b) == TypeKind::integer && kind_of(a) == TypeKind::decimal) {
        set_converted(right, Conversion::widen, a);
        b = a;
        return true;
    }
    return false;
}

TypeId ExpressionChecker::check_comparison(NodeId n) {
    const KnownScope known(here, Known::refused, "inside a comparison");
    const Token& mark = tree().mark(n);
    switch (mark.kind) {
        case TokenKind::equal:
        case TokenKind::not_equal:
            check_equality(n);
            return boolean();
        case TokenKind::less:
        case TokenKind::less_equal:
        case TokenKind::greater:
        case TokenKind::greater_equal:
            check_order(n);
            return boolean();
        default:
            break;
    }
    switch (mark.word) {
        case Word::within_:
            check_within(n);
            break;
        case Word::matches_:
            check_match(n, TypeKind::regex);
            break;
        case Word::like_:
            check_match(n, TypeKind::glob);
            break;
        case Word::contains_:
            check_contains(n);
            break;
        case Word::starts_with_:
        case Word::ends_with_:
            check_ends(n);
            break;
        default:
            check_in(n);
            break;
    }
    return boolean();
}

void ExpressionChecker::check_equality(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    auto found = check_pair(left, right, Place::operand);
    if (found.first == no_type || found.second == no_type) return;
    const std::string op(tree().source().text(tree().mark(n).span));
    if (!unify(left, right, found)) {
        Diagnostic& error =
            reporter_.add(tree(), n, "E0303", quoted_type(found.first) + " and " + quoted_type(found.second) + " cannot be compared");
        const bool left_enum = kind_of(found.first) == TypeKind::enumeration && kind_of(found.second) == TypeKind::string;
        const bool right_enum = kind_of(found.second) == TypeKind::enumeration && kind_of(found.first) == TypeKind::string;
        if (left_enum || right_enum) error.help.push_back("members of an enum are written without quotes: `high`, not `\"high\"`");
        return;
    }
    Type type = type_of(found.first);
    if (type.kind == TypeKind::list) type = type_of(type.element);
    if (has_equality(type)) return;
    Diagnostic& error = reporter_.add(tree(), n, "E0302", "`" + op + "` does not apply to " + quoted_type(found.first));
    if (type.kind == TypeKind::record || type.kind == TypeKind::reference) {
        error.help.push_back("compare a field of both, or ask `same(a, b)`: whether two bound elements are one row");
    }
}

void ExpressionChecker::check_order(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    auto found = check_pair(left, right, Place::stored);
    if (found.first == no_type || found.second == no_type) return;
    const std::string op(tree().source().text(tree().mark(n).span));
    if (!unify(left, right, found)) {
        reporter_.add(tree(), n, "E0303", quoted_type(found.first) + " and " + quoted_type(found.second) + " cannot be compared");
        return;
    }
    if (has_order(type_of(found.first), *checked_.schema)) return;
    Diagnostic& error = reporter_.add(tree(), n, "E0302", "`" + op + "` does not apply to " + quoted_type(found.first));
    if (kind_of(found.first) == TypeKind::string) {
        error.help.push_back("texts have no order: a version is compared as `version(…, deb)`, a number as `to_int(…)`");
    } else if (kind_of(found.first) == TypeKind::enumeration) {
        error.help.push_back("its members have no order: say which you mean, `… in [a, b]`");
    }
}

void ExpressionChecker::check_in(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    TypeId value = no_type;
    TypeId element = no_type;
    if (rank(left) < 2 || rank(left) <= rank(right)) {
        value = check(left);
        if (value == no_type && rank(right) >= 2) return;  // it would have taken its meaning from the left
        const TypeId list = value == no_type ? no_type : types().list_of(bare(value));
        const TypeId found = check(right, list, Place::operand);
        if (found == no_type) return;
        element = element_of(right, found);
    } else {
        element = collection(right, Place::operand);
        value = check(left, element);
    }
    if (value == no_type || element == no_type) return;
    if (is_optional(value)) {
        report_absent(left);
        return;
    }
    std::pair found{value, element};
    if (found.first != found.second && kind_of(value) == TypeKind::integer && kind_of(element) == TypeKind::decimal) {
        set_converted(left, Conversion::widen, element);
        return;
    }
    if (value != element) {
        reporter_.add(tree(), n, "E0303", "the list holds " + quoted_type(element) + ", not " + quoted_type(value));
        return;
    }
    if (has_equality(type_of(value))) return;
    reporter_.add(tree(), n, "E0302", "`in` does not apply to " + quoted_type(value))
        .help.push_back("ask about the elements: `any(x in …: …)`");
}

void ExpressionChecker::check_within(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    const bool left_first = rank(left) <= rank(right);
    const NodeId first = left_first ? left : right;
    const NodeId second = left_first ? right : left;
    const TypeId element = collection(first, Place::operand);
    if (element == no_type) {
        check(second, no_type, Place::operand);
        return;
    }
    const TypeId other = element_of(second, check(second, types().list_of(element), Place::operand));
    if (other == no_type) return;
    if (other != element) {
        reporter_.add(
            tree(), n, "E0303",
            "one list holds " + quoted_type(left_first ? element : other) + ", the other " + quoted_type(left_first ? other : element));
    } else if (!has_equality(type_of(element))) {
        reporter_.add(tree(), n, "E0302", "`within` does not apply to " + quoted_type(types().list_of(element)));
    }
}

void ExpressionChecker::check_match(NodeId n, TypeKind pattern) {
    require(tree().child(n, 0), scalar(TypeKind::string));
    require_pattern(tree().child(n, 1), pattern);
}

void ExpressionChecker::check_contains(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const TypeId found = check(left);
    const NodeId right = tree().child(n, 1);
    if (found != no_type && kind_of(found) == TypeKind::list) {
        const TypeId element = type_of(found).element;
        check(right, element);
        const std::string list(tree().text(left));
        reporter_.add(tree(), n, "E0302", "`contains` is about texts, not about " + quoted_type(found))
            .help.push_back(has_equality(type_of(element)) ? "write `" + std::string(tree().text(right)) + " in " + list + "`"
                                                           : "ask about the elements: `any(x in " + list + ": …)`");
        return;
    }
    if (found != no_type) adapt(left, found, scalar(TypeKind::string));
    require(right, scalar(TypeKind::string));
}

void ExpressionChecker::check_ends(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    auto found = check_pair(left, right, Place::operand);
    if (found.first == no_type || found.second == no_type) return;
    const Type type = type_of(found.first);
    const bool applies = type.kind == TypeKind::string || (type.kind == TypeKind::list && has_equality(type_of(type.element)));
    const std::string op(tree().source().text(tree().mark(n).span));
    if (!applies) {
        reporter_.add(tree(), left, "E0302", "`" + op + "` does not apply to " + quoted_type(found.first))
            .help.push_back("it is about texts and lists");
    } else if (found.first != found.second) {
        report_mismatch(right, found.second, found.first);
    }
}

TypeId ExpressionChecker::check_sum(NodeId n, TypeId hint) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    const KnownScope known(here, Known::refused, "inside a sum");
    auto found = check_pair(left, right, Place::stored);
    if (found.first == no_type || found.second == no_type) return no_type;
    const bool plus = tree().mark(n).kind == TokenKind::plus;
    const TypeKind a = kind_of(found.first);
    const TypeKind b = kind_of(found.second);
    if (a == TypeKind::time && b == TypeKind::duration) return found.first;
    if (a == TypeKind::time && b == TypeKind::time && !plus) return scalar(TypeKind::duration);
    static_cast<void>(hint);
    const bool is_number = a == TypeKind::integer || a == TypeKind::decimal || a == TypeKind::duration || a == TypeKind::size;
    if (is_number && unify(left, right, found)) return found.first;
    Diagnostic& error = reporter_.add(
        tree(), n, "E0302",
        "`" + std::string(plus ? "+" : "-") + "` does not apply to " + quoted_type(found.first) + " and " + quoted_type(found.second));
    if (a == TypeKind::string || b == TypeKind::string) {
        error.help.push_back("texts are put together in messages only: `message \"{a} {b}\"`");
    } else if (a == TypeKind::duration && b == TypeKind::time) {
        error.help.push_back("write the time first: `time + duration`");
    } else {
        error.help.push_back("it adds numbers, durations, sizes, and durations to times");
    }
    return no_type;
}

TypeId ExpressionChecker::check_product(NodeId n, TypeId hint) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    const KnownScope known(here, Known::refused, "inside a product");
    static_cast<void>(hint);
    auto found = check_pair(left, right, Place::stored);
    if (found.first == no_type || found.second == no_type) return no_type;
    const TypeKind a = kind_of(found.first);
    const TypeKind b = kind_of(found.second);
    const auto is_amount = [](TypeKind kind) { return kind == TypeKind::duration || kind == TypeKind::size; };
    if (a == TypeKind::integer && is_amount(b)) return found.second;
    if (b == TypeKind::integer && is_amount(a)) return found.first;
    const bool is_number = a == TypeKind::integer || a == TypeKind::decimal;
    if (is_number && unify(left, right, found)) return found.first;
    reporter_.add(tree(), n, "E0302", "`*` does not apply to " + quoted_type(found.first) + " and " + quoted_type(found.second))
        .help.push_back("it multiplies numbers, and a duration or a size by an int");
    return no_type;
}

TypeId ExpressionChecker::check_negate(NodeId n, TypeId hint) {
    const NodeId operand = tree().child(n, 0);
    const TypeId found = check(operand, bare(hint));
    if (found == no_type) return no_type;
    if (is_optional(found)) {
        report_absent(operand);
        return no_type;
    }
    switch (kind_of(found)) {
        case TypeKind::integer:
        case TypeKind::decimal:
        case TypeKind::duration:
        case TypeKind::size:
            return found;
        default:
            reporter_.add(tree(), n, "E0302", "`-` does not apply to " + quoted_type(found));
            return no_type;
    }
}

}  // namespace scantling::dsl
