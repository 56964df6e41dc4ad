// The words that all reports use for outcomes, severities and causes, and the order in which they list things.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/report.h"

namespace scantling::report {

[[nodiscard]] std::string_view name_of(OutcomeKind kind);  // `not_applicable`
[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(CauseKind kind);
[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::string_view name_of(Practice practice);
[[nodiscard]] std::string_view name_of(OutcomeReason reason);  // empty for none

// What outcomes list in the place of a rule where some input was refused or partly read; unknown, and of that severity.
inline constexpr std::string_view input_partial_rule = "engine.input_partial";
inline constexpr Severity input_partial_severity = Severity::high;

// `not_supplied(image.files)`, `unresolved`.
[[nodiscard]] std::string cause_text(const Cause& cause, const Layout& layout);
// Empty at the level of the run.
[[nodiscard]] std::string subject_name(const Facts& facts, Row subject);

}  // namespace scantling::report
