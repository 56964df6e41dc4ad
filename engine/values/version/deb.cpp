// Debian versions, after dpkg's parseversion and verrevcmp: runs of non-digits and of digits in turn; `~` sorts before the
// end of the text, letters before all other signs, an absent epoch is 0 and an absent revision is older than none but `0`.
#include "engine/values/version/deb.h"

#include "engine/values/version/numbers.h"

namespace scantling::version::deb {

namespace {

struct Parts {
    std::string_view epoch;
    std::string_view upstream;
    std::string_view revision;
};

Parts split(std::string_view text) {
    Parts parts;
    if (text.find(':') != std::string_view::npos) parts.epoch = take_until(text, ':');
    const std::size_t dash = text.rfind('-');
    parts.upstream = text.substr(0, dash);
    if (dash != std::string_view::npos) parts.revision = text.substr(dash + 1);
    return parts;
}

int weight(std::string_view text) {
    if (text.empty() || ascii::is_digit(text.front())) return 0;
    if (text.front() == '~') return -1;
    const int value = static_cast<unsigned char>(text.front());
    return ascii::is_letter(text.front()) ? value : value + 256;
}

std::strong_ordering compare_part(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        while ((!a.empty() && !ascii::is_digit(a.front())) || (!b.empty() && !ascii::is_digit(b.front()))) {
            if (const auto order = weight(a) <=> weight(b); order != 0) return order;
            if (!a.empty()) a.remove_prefix(1);
            if (!b.empty()) b.remove_prefix(1);
        }
        const std::string_view number = take_while(a, ascii::is_digit);
        if (const auto order = compare_numbers(number, take_while(b, ascii::is_digit)); order != 0) return order;
    }
    return std::strong_ordering::equal;
}

}  // namespace

bool is_valid(std::string_view text) {
    const Parts parts = split(text);
    if (text.starts_with(':') || (!parts.epoch.empty() && !is_number(parts.epoch)) || parts.upstream.empty()) return false;
    if (text.ends_with('-')) return false;
    const auto of_revision = [](char c) { return ascii::is_alphanumeric(c) || c == '+' || c == '.' || c == '~'; };
    return ascii::all_of(parts.revision, of_revision) &&
           ascii::all_of(parts.upstream, [&](char c) { return of_revision(c) || c == '-' || c == ':'; }) &&
           !ascii::all_of(parts.upstream, [](char c) { return !ascii::is_digit(c); });  // `unknown` is no version
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    const Parts left = split(a);
    const Parts right = split(b);
    if (const auto order = compare_numbers(left.epoch, right.epoch); order != 0) return order;
    if (const auto order = compare_part(left.upstream, right.upstream); order != 0) return order;
    return compare_part(left.revision, right.revision);
}

bool is_prerelease(std::string_view text) {
    // `~` alone says little (`~bpo12+1`, `~deb12u1`): a word that means "not yet" has to follow.
    const std::string_view upstream = split(text).upstream;
    for (std::size_t at = upstream.find('~'); at != std::string_view::npos; at = upstream.find('~', at + 1)) {
        std::string_view rest = upstream.substr(at + 1);
        if (is_prerelease_word(take_while(rest, ascii::is_letter))) return true;
    }
    return false;
}

}  // namespace scantling::version::deb
