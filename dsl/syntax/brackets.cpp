// Which brackets are open around each token.
//
// A closing bracket without partner is where recovery would go astray, so mismatches are repaired here the way a reader would: a `}`
// closes what was left open inside its braces, and a declaration that begins a line at the margin closes everything before it. The
// grammar still reports the mismatch; the depth only tells recovery where a block ends.
#include <algorithm>
#include <cstddef>
#include <string>

#include "dsl/syntax/lexer.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

namespace {

bool opens(TokenKind kind) {
    return kind == TokenKind::left_paren || kind == TokenKind::left_bracket || kind == TokenKind::left_brace ||
           kind == TokenKind::string_head;
}

// The opening bracket that `kind` closes; end_of_file where it closes nothing.
TokenKind partner(TokenKind kind) {
    switch (kind) {
        case TokenKind::right_paren:
            return TokenKind::left_paren;
        case TokenKind::right_bracket:
            return TokenKind::left_bracket;
        case TokenKind::right_brace:
            return TokenKind::left_brace;
        case TokenKind::string_tail:
            return TokenKind::string_head;
        default:
            return TokenKind::end_of_file;
    }
}

// `rule x {`, `fn f(`, `private record R {`: no clause, field or expression begins a line so.
bool begins_declaration(const std::vector<Token>& tokens, std::size_t i) {
    const auto kind_at = [&](std::size_t at) { return at < tokens.size() ? tokens[at].kind : TokenKind::end_of_file; };
    if (tokens[i].word == Word::private_) ++i;
    const Word word = i < tokens.size() ? tokens[i].word : Word::plain;
    const TokenKind second = kind_at(i + 1);
    const TokenKind third = kind_at(i + 2);
    if (word == Word::test_) return second == TokenKind::string && third == TokenKind::left_brace;
    if (second != TokenKind::word) return false;
    switch (word) {
        case Word::let_:
            return i > 0 && tokens[i - 1].word == Word::private_;
        case Word::param_:
            return third == TokenKind::colon;
        case Word::fn_:
            return third == TokenKind::left_paren;
        case Word::record_:
        case Word::facts_:
        case Word::rule_:
            return third == TokenKind::left_brace;
        case Word::waive_:
            return third == TokenKind::left_brace || third == TokenKind::dot;
        case Word::enum_:
        case Word::profile_:
            return third == TokenKind::left_brace || third == TokenKind::word;
        default:
            return false;
    }
}

// `let x =`: a declaration too where no braces are open, a clause where they are.
bool begins_let(const std::vector<Token>& tokens, std::size_t i) {
    if (tokens[i].word != Word::let_ || i + 2 >= tokens.size() || tokens[i + 1].kind != TokenKind::word) return false;
    return tokens[i + 2].kind == TokenKind::assign || tokens[i + 2].kind == TokenKind::colon;
}

// The brackets open at some place, innermost last.
class OpenBrackets {
  public:
    void open(TokenKind kind) { kinds_.push_back(kind); }
    void close(TokenKind opening) {
        std::size_t at = kinds_.size();
        // Only braces reach over others: `)` against an open `{` is a stray one.
        while (at > 0 && kinds_[at - 1] != opening && (opening == TokenKind::left_brace || opening == TokenKind::string_head) &&
               kinds_[at - 1] != TokenKind::string_head) {
            --at;
        }
        if (at > 0 && kinds_[at - 1] == opening) kinds_.resize(at - 1);
    }
    void clear() { kinds_.clear(); }
    [[nodiscard]] bool inside_braces() const { return std::find(kinds_.begin(), kinds_.end(), TokenKind::left_brace) != kinds_.end(); }
    [[nodiscard]] std::size_t depth() const { return kinds_.size(); }

  private:
    std::vector<TokenKind> kinds_;
};

void report_too_deep(Span span, Reports& reports) {
    reports.error("E0011", span, "brackets are nested deeper than " + std::to_string(limits::policy_nesting), "one too many",
                  {"give parts of it a name with `let` or `fn`"});
}

}  // namespace

void match_brackets(std::vector<Token>& tokens, Reports& reports) {
    OpenBrackets open;
    std::size_t kept = 0;
    bool folding = false;
    const std::string_view text = reports.source().text();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token token = tokens[i];
        const bool at_margin = token.first_on_line && (token.span.begin == 0 || text[token.span.begin - 1] == '\n');
        if (at_margin && token.kind == TokenKind::word && open.depth() > 0) {
            if (begins_declaration(tokens, i) || (begins_let(tokens, i) && !open.inside_braces())) open.clear();
        }
        const std::size_t before = open.depth();
        const TokenKind closes = partner(token.kind);
        if (closes != TokenKind::end_of_file) open.close(closes);
        token.depth = static_cast<std::uint8_t>(std::min<std::size_t>(open.depth(), limits::policy_nesting));
        if (opens(token.kind)) open.open(token.kind);
        const std::size_t after = open.depth();
        const bool too_deep = std::max(before, after) > limits::policy_nesting && after >= limits::policy_nesting;
        if (!too_deep || token.kind == TokenKind::end_of_file) {
            folding = false;
            tokens[kept++] = token;
        } else if (folding) {
            tokens[kept - 1].span.end = token.span.end;
        } else {
            folding = true;
            report_too_deep(token.span, reports);
            token.kind = TokenKind::error;
            token.word = Word::plain;
            tokens[kept++] = token;
        }
    }
    tokens.resize(kept);
}

}  // namespace scantling::dsl
