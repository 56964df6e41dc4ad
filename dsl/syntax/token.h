// The words of a policy text: what the lexer makes and the grammar runs over.
//
// A text with interpolations is not one token but `string_head expr string_middle expr … string_tail`, so that the
// grammar reads the expressions inside it in the same pass and their spans are places in the file. Comments are trivia
// beside the tokens. Blanks are not kept: they are what lies between two spans.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/base/source.h"

namespace scantling::dsl {

enum class TokenKind : std::uint8_t {
    end_of_file,
    error,  // was reported by the lexer; the grammar takes it for an operand and stays silent
    word,   // a name or a reserved word; `Token::word` tells
    integer,
    decimal,
    duration,
    size,
    time,
    string,         // "…" without interpolation, quotes included
    string_head,    // "…{
    string_middle,  // }…{
    string_tail,    // }…"
    raw,            // r"…" or r'…'
    block,          // """…"""
    left_paren,
    right_paren,
    left_bracket,
    right_bracket,
    left_brace,
    right_brace,
    comma,
    colon,
    dot,
    question_dot,
    question,
    question_question,
    ellipsis,
    arrow,
    assign,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    plus,
    minus,
    star,
};

// Words that the grammar knows. `plain` is any other name.
enum class Word : std::uint8_t {
    plain,
#define SCANTLING_RESERVED(id, text) id,
#define SCANTLING_WORD(id, text) id,
#include "dsl/syntax/words.def"
#undef SCANTLING_RESERVED
#undef SCANTLING_WORD
};

struct Token {
    TokenKind kind = TokenKind::end_of_file;
    Word word = Word::plain;     // of a `word`
    bool first_on_line = false;  // only blanks before it on its line
    std::uint8_t depth = 0;      // brackets open around it; a bracket itself stands outside of what it opens or closes
    Span span;
};

enum class TriviaKind : std::uint8_t { comment, doc };

// A comment with its `#` or `##`, without its line end.
struct Trivia {
    TriviaKind kind = TriviaKind::comment;
    bool first_on_line = false;      // alone on its line; otherwise it speaks about the token before it
    std::uint32_t before_token = 0;  // index of the token that follows it
    Span span;
};

// Can never be a name (docs/reference/language.md, "Grammar").
[[nodiscard]] bool is_reserved(Word word);
// `plain` for a word that the grammar does not know.
[[nodiscard]] Word find_word(std::string_view text);
// The text of a known word; empty for `plain`.
[[nodiscard]] std::string_view word_text(Word word);
// "`->`", "a string", "a name": as an error calls it.
[[nodiscard]] std::string_view describe(TokenKind kind);
// "left_paren": as the printed token stage calls it.
[[nodiscard]] std::string_view kind_name(TokenKind kind);

}  // namespace scantling::dsl
