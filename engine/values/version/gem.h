// RubyGems versions (Gem::Version).
#pragma once

#include <compare>
#include <string_view>

namespace scantling::version::gem {

[[nodiscard]] bool is_valid(std::string_view text);
// Both must be valid.
[[nodiscard]] std::strong_ordering compare(std::string_view a, std::string_view b);
[[nodiscard]] bool is_prerelease(std::string_view text);

}  // namespace scantling::version::gem
