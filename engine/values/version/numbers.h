// Numbers inside versions: texts of digits of any length, so that a date or a hash that happens to be digits never overflows.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

#include "engine/values/ascii.h"

namespace scantling::version {

[[nodiscard]] inline std::string_view without_zeros(std::string_view digits) {
    while (!digits.empty() && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

[[nodiscard]] inline std::strong_ordering compare_text(std::string_view a, std::string_view b) { return a.compare(b) <=> 0; }

[[nodiscard]] inline std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
    a = without_zeros(a);
    b = without_zeros(b);
    return a.size() != b.size() ? a.size() <=> b.size() : compare_text(a, b);
}

// The longest run of characters of one kind at the front, taken off.
template <typename Predicate>
std::string_view take_while(std::string_view& text, Predicate predicate) {
    std::size_t end = 0;
    while (end < text.size() && predicate(text[end])) ++end;
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(end);
    return taken;
}

// What stands before the separator, taken off with it; all of it where there is none.
inline std::string_view take_until(std::string_view& text, char separator) {
    const std::size_t at = text.find(separator);
    const std::string_view taken = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
    return taken;
}

[[nodiscard]] inline bool is_number(std::string_view text) { return !text.empty() && ascii::all_of(text, ascii::is_digit); }

// Where a word stands before a release, in any case: 1 development (`dev`, `SNAPSHOT`), 2 alpha, 3 beta, 4 preview, 5 candidate;
// 0 where it does not mean "before".
[[nodiscard]] inline int prerelease_rank(std::string_view word) {
    struct Known {
        std::string_view word;
        int rank;
    };
    constexpr Known words[] = {{"dev", 1},  {"devel", 1}, {"snapshot", 1}, {"nightly", 1}, {"canary", 1},     {"git", 1},
                               {"svn", 1},  {"hg", 1},    {"bzr", 1},      {"cvs", 1},     {"alpha", 2},      {"a", 2},
                               {"beta", 3}, {"b", 3},     {"pre", 4},      {"preview", 4}, {"prerelease", 4}, {"milestone", 4},
                               {"m", 4},    {"next", 4},  {"rc", 5},       {"cr", 5},      {"c", 5}};
    for (const Known& known : words) {
        if (ascii::equal_folded(word, known.word)) return known.rank;
    }
    return 0;
}

[[nodiscard]] inline bool is_prerelease_word(std::string_view word) { return prerelease_rank(word) != 0; }

}  // namespace scantling::version
