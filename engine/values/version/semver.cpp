// Semantic versions: numbers by value, then a prerelease before none, its identifiers one by one (numbers by value and before
// words, words by code point, fewer before more).
#include "engine/values/version/semver.h"

#include <algorithm>

#include "engine/values/version/numbers.h"

namespace scantling::version::semver {

namespace {

bool is_identifier_list(std::string_view text) {
    do {
        const bool last = text.find('.') == std::string_view::npos;
        const std::string_view identifier = take_until(text, '.');
        if (identifier.empty() || !ascii::all_of(identifier, [](char c) { return ascii::is_alphanumeric(c) || c == '-'; })) return false;
        if (last) return true;
    } while (true);
}

std::strong_ordering compare_words(std::string_view a, std::string_view b, Case letters) {
    if (letters == Case::sensitive) return compare_text(a, b);
    const auto [left, right] =
        std::mismatch(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii::lower(x) == ascii::lower(y); });
    if (left == a.end() || right == b.end()) return a.size() <=> b.size();
    return ascii::lower(*left) <=> ascii::lower(*right);
}

std::strong_ordering compare_prereleases(std::string_view a, std::string_view b, Case letters) {
    while (!a.empty() && !b.empty()) {
        const std::string_view left = take_until(a, '.');
        const std::string_view right = take_until(b, '.');
        const bool number = is_number(left);
        if (number != is_number(right)) return number ? std::strong_ordering::less : std::strong_ordering::greater;
        const auto order = number ? compare_numbers(left, right) : compare_words(left, right, letters);
        if (order != 0) return order;
    }
    return !a.empty() <=> !b.empty();
}

std::string_view without_prefix(std::string_view text) {
    text = ascii::trim(text);
    take_while(text, [](char c) { return c == 'v' || c == 'V' || c == '=' || c == ' '; });
    return text;
}

}  // namespace

Parts split(std::string_view text) {
    Parts parts;
    if (const std::size_t plus = text.find('+'); plus != std::string_view::npos) {
        parts.build = text.substr(plus + 1);
        parts.has_build = true;
        text = text.substr(0, plus);
    }
    if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
        parts.prerelease = text.substr(dash + 1);
        parts.has_prerelease = true;
        text = text.substr(0, dash);
    }
    parts.numbers = text;
    return parts;
}

bool is_valid(const Parts& parts) {
    std::string_view numbers = parts.numbers;
    if (numbers.empty() || numbers.ends_with('.')) return false;
    while (!numbers.empty()) {
        if (!is_number(take_until(numbers, '.'))) return false;
    }
    return (!parts.has_prerelease || is_identifier_list(parts.prerelease)) && (!parts.has_build || is_identifier_list(parts.build));
}

std::strong_ordering compare(const Parts& a, const Parts& b, Case letters) {
    std::string_view left = a.numbers;
    std::string_view right = b.numbers;
    while (!left.empty() || !right.empty()) {
        const std::string_view number = take_until(left, '.');
        if (const auto order = compare_numbers(number, take_until(right, '.')); order != 0) return order;
    }
    if (a.has_prerelease != b.has_prerelease) return a.has_prerelease ? std::strong_ordering::less : std::strong_ordering::greater;
    return compare_prereleases(a.prerelease, b.prerelease, letters);
}

bool is_valid(std::string_view text) { return is_valid(split(without_prefix(text))); }

std::strong_ordering compare(std::string_view a, std::string_view b) {
    return compare(split(without_prefix(a)), split(without_prefix(b)), Case::sensitive);
}

bool is_prerelease(std::string_view text) { return split(without_prefix(text)).has_prerelease; }

}  // namespace scantling::version::semver
