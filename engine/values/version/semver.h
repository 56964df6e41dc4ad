// Semantic versions (semver.org, 2.0.0) with what the registries that use them tolerate: `v` and `=` before, missing numbers
// (which are 0), more than three. Build metadata never counts.
#pragma once

#include <compare>
#include <string_view>

namespace scantling::version::semver {

[[nodiscard]] bool is_valid(std::string_view text);
// Both must be valid.
[[nodiscard]] std::strong_ordering compare(std::string_view a, std::string_view b);
[[nodiscard]] bool is_prerelease(std::string_view text);

// The pieces that Go and NuGet share: `1.2.3`, `beta.1`, `build`.
struct Parts {
    std::string_view numbers;
    std::string_view prerelease;
    bool has_prerelease = false;
    std::string_view build;
    bool has_build = false;
};
[[nodiscard]] Parts split(std::string_view text);
[[nodiscard]] bool is_valid(const Parts& parts);
enum class Case { sensitive, insensitive };
[[nodiscard]] std::strong_ordering compare(const Parts& a, const Parts& b, Case letters);

}  // namespace scantling::version::semver
