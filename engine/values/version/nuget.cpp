// NuGet: up to four numbers, prerelease words without case, metadata ignored.
#include "engine/values/version/nuget.h"

#include <algorithm>

#include "engine/values/version/semver.h"

namespace scantling::version::nuget {

bool is_valid(std::string_view text) {
    const semver::Parts parts = semver::split(text);
    return std::count(parts.numbers.begin(), parts.numbers.end(), '.') < 4 && semver::is_valid(parts);
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    return semver::compare(semver::split(a), semver::split(b), semver::Case::insensitive);
}

bool is_prerelease(std::string_view text) { return semver::split(text).has_prerelease; }

}  // namespace scantling::version::nuget
