// Go: module versions are semantic ones (pseudo-versions are prereleases, `+incompatible` is build metadata, the `v` is optional
// as in OSV); Go itself writes `go1.21rc2`, whose `rc2` follows without a hyphen.
#include "engine/values/version/golang.h"

#include "engine/values/version/numbers.h"
#include "engine/values/version/semver.h"

namespace scantling::version::golang {

namespace {

struct Split {
    semver::Parts parts;
    bool glued = false;  // `rc2` stands directly behind the numbers, as Go itself writes it
};

Split split(std::string_view text) {
    const bool toolchain = text.starts_with("go");
    if (toolchain) text.remove_prefix(2);
    if (!toolchain && text.starts_with('v')) text.remove_prefix(1);
    Split result{semver::split(text), false};
    std::string_view rest = result.parts.numbers;
    const std::string_view numbers = take_while(rest, [](char c) { return ascii::is_digit(c) || c == '.'; });
    if (!result.parts.has_prerelease && (rest.starts_with("rc") || rest.starts_with("beta"))) {
        result.parts.numbers = numbers;
        result.parts.prerelease = rest;
        result.parts.has_prerelease = result.glued = true;
    }
    return result;
}

}  // namespace

bool is_valid(std::string_view text) { return semver::is_valid(split(text).parts); }

std::strong_ordering compare(std::string_view a, std::string_view b) {
    const Split left = split(a);
    const Split right = split(b);
    if (!left.glued || !right.glued) return semver::compare(left.parts, right.parts, semver::Case::sensitive);
    semver::Parts x = left.parts;
    semver::Parts y = right.parts;
    // Numbers first, then the word, then its number: `rc2` before `rc10`.
    const std::string_view words[] = {take_while(x.prerelease, ascii::is_letter), take_while(y.prerelease, ascii::is_letter)};
    if (words[0] != words[1] || !is_number(x.prerelease) || !is_number(y.prerelease)) {
        return semver::compare(left.parts, right.parts, semver::Case::sensitive);
    }
    return semver::compare(x, y, semver::Case::sensitive);
}

bool is_prerelease(std::string_view text) { return split(text).parts.has_prerelease; }

}  // namespace scantling::version::golang
