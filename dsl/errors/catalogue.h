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

}  // namespace scantling::dsl
