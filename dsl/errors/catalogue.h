// Every error and warning of policy text: code, title, severity (errors.def), and the page `scantling explain CODE` prints.
#pragma once

#include <span>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace scantling::dsl {

struct ErrorEntry {
    std::string_view code;
    std::string_view title;
    DiagnosticSeverity severity;
};

// All codes, in order.
[[nodiscard]] std::span<const ErrorEntry> error_catalogue();
// Null for a code that does not exist.
[[nodiscard]] const ErrorEntry* find_error(std::string_view code);
// What `scantling explain CODE` prints below the title: cause, a wrong example, a right one, the way out (pages/CODE.md). A fenced `scant`
// block after "Wrong:" gives that error and one after "Right:" none: a test sees to it. Empty where there is no such code.
[[nodiscard]] std::string_view error_page(std::string_view code);

}  // namespace scantling::dsl
