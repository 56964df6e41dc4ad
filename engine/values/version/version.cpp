// The one door to the ecosystems' rules: everything outside this folder asks here. Lengths are bounded here, once for all,
// because some rules (Maven's) recurse.
#include "engine/values/version/version.h"

#include <array>

#include "engine/base/limits.h"
#include "engine/values/arithmetic.h"
#include "engine/values/version/apk.h"
#include "engine/values/version/deb.h"
#include "engine/values/version/gem.h"
#include "engine/values/version/generic.h"
#include "engine/values/version/golang.h"
#include "engine/values/version/maven.h"
#include "engine/values/version/nuget.h"
#include "engine/values/version/numbers.h"
#include "engine/values/version/pep440.h"
#include "engine/values/version/rpm.h"
#include "engine/values/version/semver.h"

namespace scantling {

namespace {

struct Rules {
    bool (*is_valid)(std::string_view);
    std::strong_ordering (*compare)(std::string_view, std::string_view);
    bool (*is_prerelease)(std::string_view);
};
// In the order of `Ecosystem`.
constexpr std::array<Rules, ecosystem_count> rules = {{
    {version::deb::is_valid, version::deb::compare, version::deb::is_prerelease},
    {version::rpm::is_valid, version::rpm::compare, version::rpm::is_prerelease},
    {version::apk::is_valid, version::apk::compare, version::apk::is_prerelease},
    {version::semver::is_valid, version::semver::compare, version::semver::is_prerelease},
    {version::pep440::is_valid, version::pep440::compare, version::pep440::is_prerelease},
    {version::maven::is_valid, version::maven::compare, version::maven::is_prerelease},
    {version::gem::is_valid, version::gem::compare, version::gem::is_prerelease},
    {version::golang::is_valid, version::golang::compare, version::golang::is_prerelease},
    {version::nuget::is_valid, version::nuget::compare, version::nuget::is_prerelease},
    {version::generic::is_valid, version::generic::compare, version::generic::is_prerelease},
}};

const Rules& rules_of(Ecosystem ecosystem) { return rules[static_cast<std::size_t>(ecosystem)]; }

std::string_view behind_prefix(Ecosystem ecosystem, std::string_view text) {
    text = ascii::trim(text);
    const char epoch_sign = ecosystem == Ecosystem::pep440 ? '!' : ':';
    const bool has_epoch = ecosystem == Ecosystem::deb || ecosystem == Ecosystem::rpm || ecosystem == Ecosystem::pep440;
    version::take_while(text, [](char c) { return !ascii::is_digit(c); });
    if (has_epoch) {
        std::string_view rest = text;
        if (version::is_number(version::take_until(rest, epoch_sign)) && !rest.empty()) text = rest;
    }
    return text;
}

std::optional<std::int64_t> to_int(std::string_view digits) {
    if (digits.empty()) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : digits) {
        const std::optional<std::int64_t> shifted = checked_multiply(value, 10);
        const std::optional<std::int64_t> next = shifted ? checked_add(*shifted, c - '0') : std::nullopt;
        if (!next) return std::nullopt;
        value = *next;
    }
    return value;
}

}  // namespace

// A version that a policy writes out has the ecosystem of what it is compared with, and by itself none: no rules, not valid.
bool is_valid_version(Ecosystem ecosystem, std::string_view text) {
    return static_cast<std::size_t>(ecosystem) < ecosystem_count && text.size() <= limits::version_bytes &&
           rules_of(ecosystem).is_valid(text);
}

std::optional<std::strong_ordering> compare_versions(Ecosystem ecosystem, std::string_view a, std::string_view b) {
    if (!is_valid_version(ecosystem, a) || !is_valid_version(ecosystem, b)) return std::nullopt;
    return rules_of(ecosystem).compare(a, b);
}

std::optional<std::int64_t> major_version(Ecosystem ecosystem, std::string_view text) {
    std::string_view rest = behind_prefix(ecosystem, text);
    return to_int(version::take_while(rest, ascii::is_digit));
}

std::optional<std::int64_t> minor_version(Ecosystem ecosystem, std::string_view text) {
    std::string_view rest = behind_prefix(ecosystem, text);
    if (version::take_while(rest, ascii::is_digit).empty() || !rest.starts_with('.')) return std::nullopt;
    rest.remove_prefix(1);
    return to_int(version::take_while(rest, ascii::is_digit));
}

std::optional<bool> is_prerelease(Ecosystem ecosystem, std::string_view text) {
    if (!is_valid_version(ecosystem, text)) return std::nullopt;
    return rules_of(ecosystem).is_prerelease(text);
}

}  // namespace scantling
