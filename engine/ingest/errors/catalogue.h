// Every error and warning about a supplied document: code, title and the page that `scantling explain CODE` prints (errors.def).
#pragma once

#include <span>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace scantling {

struct InputErrorEntry {
    std::string_view code;
    DiagnosticSeverity severity;
    std::string_view title;
    std::string_view explanation;
};

// All codes, in order.
[[nodiscard]] std::span<const InputErrorEntry> input_error_catalogue();
// Null for a code that does not exist.
[[nodiscard]] const InputErrorEntry* find_input_error(std::string_view code);

// A diagnostic of the catalogue's severity. `code` must be in the catalogue.
[[nodiscard]] Diagnostic input_diagnostic(std::string_view code, std::string message, std::shared_ptr<const Source> source, Span span);

}  // namespace scantling
