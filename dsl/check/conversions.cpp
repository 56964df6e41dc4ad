// What a value may be taken for, and how an error says that it may not.
#include "dsl/check/expression.h"
#include "dsl/syntax/literal.h"

namespace scantling::dsl {

void ExpressionChecker::set_converted(NodeId n, Conversion conversion, TypeId type) {
    for (;;) {
        info(n).type = type;
        if (tree().kind(n) != NodeKind::group) break;
        n = tree().child(n, 0);
    }
    info(n).conversion = conversion;
}

bool ExpressionChecker::require(NodeId n, TypeId target, Place place) {
    const TypeId found = check(n, target, place);
    if (found == no_type || target == no_type) return false;
    return adapt(n, found, target);
}

bool ExpressionChecker::adapt(NodeId n, TypeId found, TypeId target) {
    if (found == target) return true;
    const Type from = type_of(found);
    const Type to = type_of(target);
    const bool same_bare = bare(found) == bare(target);
    if (from.optional && !to.optional) {
        const bool fits =
            same_bare || (from.kind == TypeKind::reference && to.kind == TypeKind::record && from.declaration == to.declaration);
        if (fits) {
            report_absent(n);
        } else {
            report_mismatch(n, found, target);
        }
        return false;
    }
    if (same_bare) return true;
    if (from.kind == TypeKind::integer && to.kind == TypeKind::decimal && !from.optional) {
        set_converted(n, Conversion::widen, scalar(TypeKind::decimal));
        return true;
    }
    if (from.kind == TypeKind::reference && to.kind == TypeKind::record && from.declaration == to.declaration) {
        set_converted(n, Conversion::follow, types().intern({TypeKind::record, from.optional, to.declaration, 0, 0}));
        return true;
    }
    report_mismatch(n, found, target);
    return false;
}

void ExpressionChecker::report_mismatch(NodeId n, TypeId found, TypeId target) {
    const Type from = type_of(found);
    const Type to = type_of(target);
    Diagnostic& error = reporter_.add(tree(), n, "E0301", quoted_type(target) + " is expected here", "this is " + quoted_type(found));
    if (error.code.empty()) return;
    const NodeId literal = tree().ungrouped(n);
    if (to.kind == TypeKind::enumeration && from.kind == TypeKind::string) {
        const Enum& declared = checked_.schema->enums()[to.declaration];
        const bool is_text = tree().kind(literal) == NodeKind::string || tree().kind(literal) == NodeKind::raw;
        const std::string text = is_text ? literal_text(tree(), literal) : std::string();
        if (declared.member(text)) {
            error.help.push_back("members of an enum are written without quotes: `" + text + "`");
        } else {
            suggest(error, text, declared.members, "Members");
        }
    } else if (to.kind == TypeKind::boolean && from.kind == TypeKind::list) {
        error.help.push_back("ask about its elements: `any(x in " + std::string(tree().text(n)) + ": …)` or `count(…) > 0`");
    } else if (from.kind == TypeKind::integer && (to.kind == TypeKind::duration || to.kind == TypeKind::size)) {
        error.help.push_back(to.kind == TypeKind::duration ? "write a unit: `90s`, `5m`, `12h`, `7d`, `2w`"
                                                           : "write a unit: `B`, `kB`, `MB`, `GB`, `KiB`, `MiB`, `GiB`");
    }
}

void ExpressionChecker::report_absent(NodeId n) {
    Diagnostic& error = reporter_.add(tree(), n, "E0401", quoted_text(n) + " may be absent", "may be absent");
    if (error.code.empty()) return;
    error.help.push_back("say what holds then: `" + std::string(tree().text(n)) + " ?? …`");
    add_presence_help(error, n);
}

// The words of an expression, `?.` as `.`: the test that stands too late was not checked yet and has no key.
std::string ExpressionChecker::spelling(NodeId n) const {
    n = tree().ungrouped(n);
    std::string out;
    for (std::uint32_t i = tree().first_token(n); i < tree().end_token(n); ++i) {
        const Token& token = tree().tokens()[i];
        out += token.kind == TokenKind::question_dot ? std::string_view(".") : tree().source().text(token.span);
        out += ' ';
    }
    return out;
}

// `x > 3 or x is absent` narrows nothing: the test has to come first. The help shows the chain in the order that works.
void ExpressionChecker::add_presence_help(Diagnostic& error, NodeId n) {
    if (error.code.empty()) return;
    if (path_key(n).empty()) {
        error.help.push_back("or give it a name, `let x = …`, and test that first: `x is present and …`");
        return;
    }
    const std::string key = spelling(n);
    const Span span = tree().span(n);
    for (NodeId chain = n + 1; chain < tree().size(); ++chain) {  // parents have greater ids
        const NodeKind kind = tree().kind(chain);
        if (kind != NodeKind::and_ && kind != NodeKind::or_) continue;
        const Span left = tree().span(tree().child(chain, 0));
        if (span.begin < left.begin || span.end > left.end) continue;
        const NodeId test = tree().ungrouped(tree().child(chain, 1));
        if (tree().kind(test) != NodeKind::is_test || spelling(tree().child(test, 0)) != key) continue;
        const bool fits = tree().mark_word(test) == (kind == NodeKind::and_ ? Word::present_ : Word::absent_);
        if (!fits) continue;
        error.help.push_back("a test counts for what stands after it, so put it first: `" + std::string(tree().text(test)) +
                             (kind == NodeKind::and_ ? " and " : " or ") + std::string(tree().text(tree().child(chain, 0))) + "`");
        return;
    }
    error.help.push_back("or test it first: `" + std::string(tree().text(n)) + " is present and …`");
}

}  // namespace scantling::dsl
