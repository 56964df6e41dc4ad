// Prints tokens and trees, a line each. Texts are shown as written, with line ends and controls made visible.
#include "dsl/syntax/print.h"

#include <utility>
#include <vector>

#include "engine/base/utf8.h"

namespace scantling::dsl {

namespace {

std::string place(const Source& source, std::uint32_t offset) {
    const Position at = source.position(offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

void print_trivia(const Source& source, const Trivia& t, std::string& out) {
    out += place(source, t.span.begin) + (t.kind == TriviaKind::doc ? " doc " : " comment ") + printable(source.text(t.span)) + "\n";
}

void print_token(const Source& source, const Token& token, std::string& out) {
    out += place(source, token.span.begin) + " " + std::string(kind_name(token.kind));
    if (token.kind == TokenKind::word && token.word != Word::plain) out += is_reserved(token.word) ? " reserved" : " known";
    if (token.span.size() > 0) out += " " + printable(source.text(token.span));
    out += "\n";
}

bool mark_tells(NodeKind kind) {
    switch (kind) {
        case NodeKind::example:
        case NodeKind::expect:
        case NodeKind::comparison:
        case NodeKind::is_test:
        case NodeKind::sum:
        case NodeKind::quantifier:
            return true;
        default:
            return false;
    }
}

std::string node_line(const Tree& tree, NodeId n) {
    std::string out(kind_name(tree.kind(n)));
    if (mark_tells(tree.kind(n))) out += " `" + printable(tree.source().text(tree.mark(n).span)) + "`";
    if (is_declaration(tree.kind(n)) && tree.is_private(n)) out += " private";
    if (tree.kind(n) == NodeKind::type && tree.is_optional(n)) out += " optional";
    const bool leaf = tree.children(n).empty() && tree.first_token(n) < tree.end_token(n);
    if (leaf) out += " " + printable(tree.text(n));
    return out;
}

}  // namespace

std::string print_tokens(const Source& source, const Lexed& lexed) {
    std::string out;
    auto trivia = lexed.trivia.begin();
    for (std::size_t i = 0; i < lexed.tokens.size(); ++i) {
        for (; trivia != lexed.trivia.end() && trivia->before_token <= i; ++trivia) print_trivia(source, *trivia, out);
        print_token(source, lexed.tokens[i], out);
    }
    return out;
}

std::string print_tree(const Tree& tree) { return print_tree(tree, tree.root()); }

std::string print_tree(const Tree& tree, NodeId root) {
    std::string out;
    std::vector<std::pair<NodeId, std::size_t>> open = {{root, 0}};
    while (!open.empty()) {
        const auto [n, indent] = open.back();
        open.pop_back();
        out += std::string(indent * 2, ' ') + node_line(tree, n) + "\n";
        const auto children = tree.children(n);
        for (auto child = children.rbegin(); child != children.rend(); ++child) open.emplace_back(*child, indent + 1);
    }
    return out;
}

}  // namespace scantling::dsl
