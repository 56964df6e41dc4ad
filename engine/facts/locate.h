// From a JSON pointer to the bytes that it names, in a text that was already found to be valid JSON.
//
// The fast parser keeps no offsets; reports show a handful of places, so they are found by walking the text. Locator remembers the
// elements and members of each container that it walked, so that a thousand findings in one document cost one walk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/source.h"

namespace scantling {

// The span of the value (a string with its quotes). Empty where the pointer names nothing. Linear; no recursion.
[[nodiscard]] std::optional<Span> locate_json(std::string_view json, std::string_view pointer);

// The offsets of a container's elements (of an array), or of its members' values with their names (of an object).
struct JsonChildren {
    std::vector<std::pair<std::string, std::uint32_t>> items;  // name (empty in an array), offset
};
[[nodiscard]] JsonChildren json_children(std::string_view json, std::uint32_t offset);
// The span of the value that starts at `offset`.
[[nodiscard]] Span json_value(std::string_view json, std::uint32_t offset);

}  // namespace scantling
