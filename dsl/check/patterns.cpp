// The right side of `matches` and `like`: known before any fact is read, and sound.
#include "dsl/check/expression.h"
#include "dsl/check/pattern.h"
#include "dsl/syntax/literal.h"
#include "engine/values/regex.h"

namespace scantling::dsl {

bool ExpressionChecker::validate_pattern(NodeId n, TypeKind kind, std::string_view text) {
    if (kind != TypeKind::regex) return true;  // every text is a glob
    const Result<Regex> compiled = Regex::compile(text);
    if (!compiled) {
        reporter_.add(tree(), n, "E0309", "this is no regular expression: " + compiled.error(), "RE2 syntax")
            .help.push_back("a character that means something there is meant literally after a backslash: `r\"\\.\"`");
        return false;
    }
    if (!never_matches(text)) return true;
    reporter_.add(tree(), n, "E0310", "this pattern can never match", "matches no text")
        .help.push_back("`^` is the beginning and `$` the end of the whole text; write `\\^` or `\\$` for the characters");
    return false;
}

bool ExpressionChecker::is_pattern_form(NodeId n) {
    switch (tree().kind(n)) {
        case NodeKind::string:
        case NodeKind::raw:
        case NodeKind::block:
            return true;
        case NodeKind::name: {
            const NodeInfo& at = info(n);
            if (at.meaning == Meaning::binding) return checked_.symbols[at.symbol].constant_collection;
            if (at.meaning == Meaning::constant || at.meaning == Meaning::rule_let) return constant(n).has_value();
            return at.meaning == Meaning::parameter || at.meaning == Meaning::argument;
        }
        case NodeKind::member: {
            const NodeInfo& at = info(n);
            if (at.meaning == Meaning::constant) return constant(n).has_value();
            if (at.meaning == Meaning::parameter) return true;
            const NodeInfo& base = info(tree().ungrouped(tree().child(n, 0)));
            return at.meaning == Meaning::field && base.meaning == Meaning::binding && checked_.symbols[base.symbol].constant_collection;
        }
        default:
            return false;
    }
}

// The texts that an expression of type string stands for, where the policy alone says so.
std::optional<std::vector<std::string>> ExpressionChecker::pattern_texts(NodeId n) {
    if (const auto value = constant(n)) return std::vector<std::string>{value->text};
    const bool is_member = tree().kind(n) == NodeKind::member;
    const NodeInfo& base = info(is_member ? tree().ungrouped(tree().child(n, 0)) : n);
    if (base.meaning != Meaning::binding) return std::nullopt;
    const Symbol& symbol = checked_.symbols[base.symbol];
    if (symbol.file != here.file) return std::nullopt;
    const NodeKind owner = tree().kind(symbol.node);
    if (owner != NodeKind::for_in && owner != NodeKind::quantifier && owner != NodeKind::binding) return std::nullopt;
    NodeId list = tree().ungrouped(tree().child(symbol.node, 1));
    if (is_member && tree().kind(list) == NodeKind::call) list = tree().child(list, 1);  // of entries(map)
    const auto values = constant(list);
    if (!values) return std::nullopt;
    std::vector<std::string> texts;
    const std::size_t step = is_member ? 2 : 1;
    for (std::size_t i = is_member ? info(n).payload : 0; i < values->items.size(); i += step) texts.push_back(values->items[i].text);
    return texts;
}

bool ExpressionChecker::require_pattern(NodeId n, TypeKind kind) {
    const TypeId target = scalar(kind);
    const TypeId found = check(n, target);
    if (found == no_type) return false;
    if (is_optional(found)) {
        report_absent(n);
        return false;
    }
    const NodeId inner = tree().ungrouped(n);
    if (found != target && kind_of(found) != TypeKind::string) {
        report_mismatch(n, found, target);
        return false;
    }
    const std::string what = kind == TypeKind::regex ? "regex" : "glob";
    const auto report = [&] {
        Diagnostic& error = reporter_.add(tree(), n, "E0308", "a pattern must be known before the facts are read", "not a constant");
        error.help.push_back("a text, a `let`, a `param` of type `" + what + "`, or an element of a constant list: `any(p in [\"…\"]: x " +
                             (kind == TypeKind::regex ? "matches" : "like") + " p)`");
        if (kind == TypeKind::glob)
            error.help.push_back("whether one fact equals or holds another is asked by `==`, `contains`, `starts_with`");
        return false;
    };
    if (!is_pattern_form(inner)) return report();
    if (found == target) return true;
    const auto texts = pattern_texts(inner);
    if (!texts) return report();
    for (const std::string& text : *texts) {
        if (!validate_pattern(n, kind, text)) return false;
    }
    set_converted(n, Conversion::pattern, target);
    return true;
}

}  // namespace scantling::dsl
