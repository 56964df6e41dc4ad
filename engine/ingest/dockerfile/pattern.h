// Shell patterns of `${X#p}`, `${X%p}`, `${X/p/r}`: `*`, `?` and escapes, as BuildKit has them (no brackets).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scantling::dockerfile {

enum class PatternOutcome { done, invalid, too_large };

// `steps` is lowered by the work that was done; too_large where it does not suffice.
PatternOutcome trim_prefix(std::string_view pattern, bool longest, std::string& value, std::size_t& steps);
PatternOutcome trim_suffix(std::string_view pattern, bool longest, std::string& value, std::size_t& steps);
PatternOutcome replace(std::string_view pattern, std::string_view with, bool all, std::string& value, std::size_t& steps);

}  // namespace scantling::dockerfile
