// Versions of which nothing is known but what people mean by dots, numbers and words.
#pragma once

#include <compare>
#include <string_view>

namespace scantling::version::generic {

[[nodiscard]] bool is_valid(std::string_view text);
// Both must be valid.
[[nodiscard]] std::strong_ordering compare(std::string_view a, std::string_view b);
[[nodiscard]] bool is_prerelease(std::string_view text);

}  // namespace scantling::version::generic
