// Questions to a finished tree. Documentation is found from the comments on demand: most trees are compiled, few are documented.
#include "dsl/syntax/tree.h"

#include <algorithm>
#include <array>
#include <string>

namespace scantling::dsl {

namespace {

constexpr auto kind_names = std::to_array<std::string_view>({
    "none",
    "error",
    "word",
    "file",
    "edition",
    "package",
    "use",
    "path",
    "paths",
    "let",
    "param",
    "fn",
    "parameters",
    "parameter",
    "type",
    "record",
    "facts",
    "field",
    "modifiers",
    "enum",
    "rule",
    "waive",
    "profile",
    "test",
    "title",
    "why",
    "severity",
    "practice",
    "refs",
    "formerly",
    "deprecated",
    "when",
    "for",
    "require",
    "forbid",
    "at",
    "message",
    "fix",
    "example",
    "given",
    "given_file",
    "where",
    "until",
    "because",
    "by",
    "ticket",
    "include",
    "exclude",
    "set",
    "severity_of",
    "demand",
    "gate",
    "allow_unknown",
    "never_waive",
    "longest_waiver",
    "waiver_ticket",
    "expect",
    "implies",
    "or",
    "and",
    "not",
    "comparison",
    "is_test",
    "coalesce",
    "sum",
    "product",
    "negate",
    "member",
    "optional_member",
    "index",
    "call",
    "name",
    "boolean",
    "integer",
    "decimal",
    "duration",
    "size",
    "time",
    "string",
    "raw",
    "block",
    "interpolated",
    "text_piece",
    "group",
    "list",
    "rest",
    "comprehension",
    "binding",
    "quantifier",
    "count",
    "braces",
    "entry",
});
static_assert(kind_names.size() == static_cast<std::size_t>(NodeKind::entry) + 1);

// `##  text` → `text`
std::string_view doc_text(std::string_view comment) {
    comment.remove_prefix(std::min<std::size_t>(comment.size(), 2));
    if (!comment.empty() && comment.front() == ' ') comment.remove_prefix(1);
    while (!comment.empty() && (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r')) comment.remove_suffix(1);
    return comment;
}

bool has_blank_line(std::string_view between) { return std::count(between.begin(), between.end(), '\n') > 1; }

void add_line(std::string& to, std::string_view line) {
    if (!to.empty()) to += '\n';
    to += line;
}

}  // namespace

Span Tree::span(NodeId n) const {
    const Node& node = nodes_[n];
    if (node.first < node.end) return {tokens_[node.first].span.begin, tokens_[node.end - 1].span.end};
    const std::uint32_t at = node.first > 0 ? tokens_[node.first - 1].span.end : tokens_[node.first].span.begin;
    return {at, at};
}

bool Tree::is_private(NodeId declaration) const { return token(declaration, 0).word == Word::private_; }

bool Tree::is_optional(NodeId type) const { return tokens_[end_token(type) - 1].kind == TokenKind::question; }

NodeId Tree::ungrouped(NodeId n) const {
    while (kind(n) == NodeKind::group) n = child(n, 0);
    return n;
}

std::string Tree::documentation(NodeId n) const {
    const Node& node = nodes_[n];
    std::string out;
    // Before it: the unbroken run of `##` lines that ends at its first token.
    const auto before = [](const Trivia& t, std::uint32_t token) { return t.before_token < token; };
    const auto from = std::lower_bound(trivia_.begin(), trivia_.end(), node.first, before);
    const auto to = std::lower_bound(from, trivia_.end(), node.first + 1, before);
    std::uint32_t next = tokens_[node.first].span.begin;
    auto run = to;
    while (run != from) {
        const Trivia& t = *(run - 1);
        if (t.kind != TriviaKind::doc || !t.first_on_line || has_blank_line(source_->text({t.span.end, next}))) break;
        next = t.span.begin;
        --run;
    }
    for (; run != to; ++run) add_line(out, doc_text(source_->text(run->span)));
    // At the end of its lines: of a block those of its first and last line, since the lines between speak of its parts.
    std::uint32_t open = node.end;
    for (std::uint32_t i = node.first; i < node.end && open == node.end; ++i) {
        if (tokens_[i].kind == TokenKind::left_brace) open = i;
    }
    const std::uint32_t comma = node.end < tokens_.size() && tokens_[node.end].kind == TokenKind::comma ? 1 : 0;
    for (auto t = to; t != trivia_.end() && t->before_token <= node.end + comma; ++t) {
        const std::uint32_t after = t->before_token - 1;
        const bool inside_block = after > open && after < node.end - 1;
        if (t->kind == TriviaKind::doc && !t->first_on_line && !inside_block) add_line(out, doc_text(source_->text(t->span)));
    }
    return out;
}

std::string_view kind_name(NodeKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

bool is_expression(NodeKind kind) {
    if (kind == NodeKind::error) return true;
    return kind >= NodeKind::implies && kind <= NodeKind::braces && kind != NodeKind::text_piece && kind != NodeKind::rest &&
           kind != NodeKind::binding;
}

bool is_declaration(NodeKind kind) {
    switch (kind) {
        case NodeKind::let:
        case NodeKind::param:
        case NodeKind::fn:
        case NodeKind::record:
        case NodeKind::facts:
        case NodeKind::enumeration:
        case NodeKind::rule:
        case NodeKind::waive:
        case NodeKind::profile:
        case NodeKind::test:
            return true;
        default:
            return false;
    }
}

}  // namespace scantling::dsl
