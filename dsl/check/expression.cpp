// The entry of expression checking: which function judges which kind, literals, texts, and what a true or false condition says about
// presence.
#include "dsl/check/expression.h"

#include "dsl/syntax/literal.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

TypeId ExpressionChecker::check(NodeId n, TypeId hint, Place place) {
    if (depth_ >= limits::check_depth) {
        reporter_.add(tree(), n, "E0513", "definitions lead to definitions too deeply here")
            .help.push_back("a constant or function may stand on others, but not on a chain of hundreds");
        return no_type;
    }
    ++depth_;
    const TypeId type = dispatch(n, hint, place);
    --depth_;
    info(n).type = type;
    return type;
}

TypeId ExpressionChecker::dispatch(NodeId n, TypeId hint, Place place) {
    switch (tree().kind(n)) {
        case NodeKind::group:
            return check(tree().child(n, 0), hint, place);
        case NodeKind::implies:
        case NodeKind::or_:
        case NodeKind::and_:
            return check_logic(n);
        case NodeKind::not_:
            return check_not(n);
        case NodeKind::comparison:
            return check_comparison(n);
        case NodeKind::is_test:
            return check_is_test(n);
        case NodeKind::coalesce:
            return check_coalesce(n, hint);
        case NodeKind::sum:
            return check_sum(n, hint);
        case NodeKind::product:
            return check_product(n, hint);
        case NodeKind::negate:
            return check_negate(n, hint);
        case NodeKind::member:
        case NodeKind::optional_member:
            return check_member(n, place);
        case NodeKind::index:
            return check_index(n, place);
        case NodeKind::call:
            return check_call(n);
        case NodeKind::name:
            return check_name(n, hint, place);
        case NodeKind::string:
        case NodeKind::raw:
        case NodeKind::block:
            return check_text(n, hint);
        case NodeKind::interpolated:
            return check_interpolated(n);
        case NodeKind::list:
            return check_list(n, hint);
        case NodeKind::comprehension:
            return check_comprehension(n, place);
        case NodeKind::quantifier:
            return check_quantifier(n);
        case NodeKind::count: {
            const KnownScope known(here, Known::refused, "inside `count`");
            collection(tree().child(n, 0), Place::operand);
            return scalar(TypeKind::integer);
        }
        case NodeKind::braces:
            return check_braces(n, hint);
        default:
            return check_literal(n, hint);
    }
}

TypeId ExpressionChecker::check_literal(NodeId n, TypeId hint) {
    switch (tree().kind(n)) {
        case NodeKind::boolean:
            return boolean();
        case NodeKind::integer:
            if (hint == no_type || kind_of(hint) != TypeKind::decimal) return scalar(TypeKind::integer);
            info(n).conversion = Conversion::widen;
            return scalar(TypeKind::decimal);
        case NodeKind::decimal:
            return scalar(TypeKind::decimal);
        case NodeKind::duration:
            return scalar(TypeKind::duration);
        case NodeKind::size:
            return scalar(TypeKind::size);
        case NodeKind::time:
            return scalar(TypeKind::time);
        default:
            return no_type;  // error: reported by the parser
    }
}

TypeId ExpressionChecker::check_text(NodeId n, TypeId hint) {
    if (hint == no_type) return scalar(TypeKind::string);
    switch (kind_of(hint)) {
        case TypeKind::version:
            return scalar(TypeKind::version);
        case TypeKind::regex:
        case TypeKind::glob:
            return validate_pattern(n, kind_of(hint), literal_text(tree(), n)) ? bare(hint) : no_type;
        default:
            return scalar(TypeKind::string);
    }
}

TypeId ExpressionChecker::check_interpolated(NodeId n) {
    if (!here.interpolates) return no_type;  // the parser has said so
    for (const NodeId part : tree().children(n)) {
        if (tree().kind(part) != NodeKind::text_piece) check(part, no_type, Place::operand);
    }
    return scalar(TypeKind::string);
}

void ExpressionChecker::message(NodeId n) {
    here.interpolates = true;
    here.known = Known::free;
    check(n);
    here.interpolates = false;
}

bool ExpressionChecker::condition(NodeId n) { return require(n, boolean()); }

std::string ExpressionChecker::quoted_text(NodeId n) const {
    constexpr std::size_t longest = 60;
    std::string text(tree().text(n));
    if (text.size() > longest || text.find('\n') != std::string::npos) return "this";
    return quoted(text);
}

// A path is a name of something and members, optional members and indexes from there on; `.` and `?.` are one.
std::string ExpressionChecker::path_key(NodeId n) {
    n = tree().ungrouped(n);
    const NodeInfo& at = info(n);
    switch (tree().kind(n)) {
        case NodeKind::name:
            if (at.meaning == Meaning::run_fact || at.meaning == Meaning::subject_fact) return "f" + std::string(tree().text(n));
            if (at.symbol == no_symbol || at.meaning == Meaning::enum_member) return {};
            return "s" + std::to_string(at.symbol);
        case NodeKind::member:
        case NodeKind::optional_member: {
            if (at.meaning != Meaning::field) return {};
            const std::string base = path_key(tree().child(n, 0));
            return base.empty() ? base : base + "." + std::string(tree().text(tree().child(n, 1)));
        }
        case NodeKind::index: {
            const std::string base = path_key(tree().child(n, 0));
            const NodeId index = tree().ungrouped(tree().child(n, 1));
            const bool is_literal = tree().kind(index) == NodeKind::integer || tree().kind(index) == NodeKind::string ||
                                    tree().kind(index) == NodeKind::raw || info(index).meaning == Meaning::enum_member;
            const std::string inner = is_literal ? std::string(tree().text(index)) : path_key(index);
            return base.empty() || inner.empty() ? std::string() : base + "[" + inner + "]";
        }
        default:
            return {};
    }
}

// Whoever is present stands in something that is present.
void ExpressionChecker::add_path(NodeId n, std::vector<std::string>& out) {
    for (n = tree().ungrouped(n);; n = tree().ungrouped(tree().child(n, 0))) {
        std::string key = path_key(n);
        if (key.empty()) return;
        out.push_back(std::move(key));
        if (tree().kind(n) == NodeKind::name) return;
    }
}

void ExpressionChecker::true_facts(NodeId n, std::vector<std::string>& out) {
    n = tree().ungrouped(n);
    switch (tree().kind(n)) {
        case NodeKind::and_:
            true_facts(tree().child(n, 0), out);
            true_facts(tree().child(n, 1), out);
            return;
        case NodeKind::not_:
            false_facts(tree().child(n, 0), out);
            return;
        case NodeKind::is_test:
            if (tree().mark_word(n) == Word::present_) add_path(tree().child(n, 0), out);
            return;
        default:
            return;
    }
}

void ExpressionChecker::false_facts(NodeId n, std::vector<std::string>& out) {
    n = tree().ungrouped(n);
    switch (tree().kind(n)) {
        case NodeKind::or_:
            false_facts(tree().child(n, 0), out);
            false_facts(tree().child(n, 1), out);
            return;
        case NodeKind::implies:
            true_facts(tree().child(n, 0), out);
            false_facts(tree().child(n, 1), out);
            return;
        case NodeKind::not_:
            true_facts(tree().child(n, 0), out);
            return;
        case NodeKind::is_test:
            if (tree().mark_word(n) == Word::absent_) add_path(tree().child(n, 0), out);
            return;
        default:
            return;
    }
}

void ExpressionChecker::narrow_by(NodeId condition) { true_facts(condition, here.narrowed); }

}  // namespace scantling::dsl
