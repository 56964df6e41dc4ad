// The names of the ecosystems.
#include "engine/values/version/ecosystem.h"

#include <array>

namespace scantling {

namespace {
constexpr std::array<std::string_view, ecosystem_count> names = {"deb",   "rpm", "apk",    "semver", "pep440",
                                                                 "maven", "gem", "golang", "nuget",  "generic"};
}  // namespace

std::string_view ecosystem_name(Ecosystem ecosystem) { return names[static_cast<std::size_t>(ecosystem)]; }

std::optional<Ecosystem> ecosystem_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Ecosystem>(i);
    }
    return std::nullopt;
}

}  // namespace scantling
