// What happens after a syntax error: what is said, and where reading goes on. No Boost here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dsl/syntax/reports.h"
#include "dsl/syntax/token.h"

namespace scantling::dsl {

// The kinds of braces that hold clauses, and the file itself.
enum class BlockKind : std::uint8_t { file, rule, waive, profile, test, schema };

// Where reading goes on after a mistake at or before `at`: the next token that begins a clause, a declaration or closes the block.
// `depth` is the depth of the block's clauses. Never before `at`; end_of_file at the latest.
[[nodiscard]] const Token* next_start(const Token* at, BlockKind block, std::uint8_t depth);
// A declaration begins here, outside of every bracket: a block that is still being read has lost its `}`.
[[nodiscard]] bool begins_declaration(const Token& token);

// A clause word at the start of a line and an operand after it: no name of an expression, whatever stands before.
[[nodiscard]] bool begins_clause_of_any_block(const Token* at);

// "expected X, found Y" and its relatives. Silent where the lexer has reported what was found.
void report_expected(std::string_view expected, const Token& found, Reports& reports);
// Something stands where a clause or declaration of the block should begin.
void report_no_clause(const Token& found, BlockKind block, bool is_first, Reports& reports);
void report_missing_package(const Token& found, Reports& reports);
void report_unclosed_block(const Token& open, Reports& reports);

}  // namespace scantling::dsl
