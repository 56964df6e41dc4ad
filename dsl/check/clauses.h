// The checkers of the larger declarations; each is given the one expression checker of the run.
#pragma once

#include "dsl/check/expression.h"

namespace scantling::dsl {

void check_rule(ExpressionChecker& checker, std::uint32_t rule);
void check_waiver(ExpressionChecker& checker, std::uint32_t file, NodeId node);
void check_profile(ExpressionChecker& checker, std::uint32_t file, NodeId node);
void check_test(ExpressionChecker& checker, std::uint32_t file, NodeId node);

// The facts of `given`, of a test or an example.
void check_given(ExpressionChecker& checker, std::uint32_t file, NodeId given);
// A rule by the name that a file calls it: its own package's short names, or the full one.
[[nodiscard]] std::optional<std::uint32_t> find_rule(const Checked& checked, std::uint32_t file, std::string_view name);
void report_unknown_rule(ExpressionChecker& checker, std::uint32_t file, NodeId path);
// A parameter likewise.
[[nodiscard]] SymbolId find_parameter(const Checked& checked, std::uint32_t file, std::string_view name);
// A part, a domain or a bare fact of the model, by its dotted name.
[[nodiscard]] bool is_part(const Checked& checked, std::string_view name);
// The plain text of a title and the like; an interpolation in it is reported.
void check_plain_text(ExpressionChecker& checker, std::uint32_t file, NodeId text);

}  // namespace scantling::dsl
