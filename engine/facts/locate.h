// From a JSON pointer to the bytes that it names, in a text that was already found to be valid JSON.
//
// The fast parser keeps no offsets; reports show a handful of places, so each is found by walking the text once.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/source.h"

namespace scantling {

// The span of the value (a string with its quotes). Empty where the pointer names nothing. Linear; no recursion.
[[nodiscard]] std::optional<Span> locate_json(std::string_view json, std::string_view pointer);

}  // namespace scantling
