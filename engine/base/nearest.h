// The name that somebody most likely meant: for "did you mean" in every error about a name.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace scantling {

// The candidate with the smallest edit distance (with transpositions), if that is at most a third of the length of
// `name`, rounded up; the first of equals. Empty when none is near.
[[nodiscard]] std::optional<std::string_view> nearest_name(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace scantling
