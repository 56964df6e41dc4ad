// Text → tokens and comments. Total: any bytes give tokens that end in `end_of_file`; what cannot be a token is an `error` token and
// a diagnostic E00xx.
#pragma once

#include <vector>

#include "dsl/syntax/reports.h"
#include "dsl/syntax/token.h"

namespace scantling::dsl {

struct Lexed {
    std::vector<Token> tokens;
    std::vector<Trivia> trivia;
};

[[nodiscard]] Lexed lex(Reports& reports);

// The last step of lex: sets Token::depth, and folds what is nested deeper than limits::policy_nesting into one error token, so that
// no recursion of a later stage goes deeper.
void match_brackets(std::vector<Token>& tokens, Reports& reports);

}  // namespace scantling::dsl
