// Texts that the library can print about itself: diagnostics by code, the facts model.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// Title and page of a diagnostic of policy text (E…) or of an input (I…); empty where there is no such code.
[[nodiscard]] std::optional<std::string> explanation(std::string_view code);

// The facts model in Scant with its documentation, and as a JSON Schema.
[[nodiscard]] std::string facts_schema();
[[nodiscard]] std::string facts_json_schema();

}  // namespace scantling
