// Versions without known rules: numbers divided by `.` or `-`, then words. Numbers decide first; after equal numbers a word that
// means "before" (`rc`) is older than none, and none older than any other (`1.1.1` < `1.1.1k`, `9.0p1`). What does not begin
// with a number is no version: a branch name or a hash has no order.
#include "engine/values/version/generic.h"

#include "engine/values/version/numbers.h"

namespace scantling::version::generic {

namespace {

std::string_view without_v(std::string_view text) {
    if (text.size() > 1 && (text.front() == 'v' || text.front() == 'V') && ascii::is_digit(text[1])) text.remove_prefix(1);
    return text;
}

bool separates(char c) { return c == '.' || c == '-' || c == '_' || c == '~' || c == '+'; }

// Distributions whose versions are generic here (Arch) put an epoch before them.
std::string_view take_epoch(std::string_view& text) {
    std::string_view rest = text;
    const std::string_view number = take_while(rest, ascii::is_digit);
    if (number.empty() || !rest.starts_with(':')) return {};
    text = rest.substr(1);
    return number;
}

// The next number if only separators stand before it, taken off; empty where a word or nothing follows.
std::string_view take_number(std::string_view& text) {
    std::string_view rest = text;
    take_while(rest, separates);
    const std::string_view number = take_while(rest, ascii::is_digit);
    if (!number.empty()) text = rest;
    return number;
}

// A single letter means "before" only with its number (`1.0b2`); alone it is a patch level (`1.1.1a` of OpenSSL).
bool is_suffix_before(std::string_view word, std::string_view rest) {
    const bool numbered = !rest.empty() && ascii::is_digit(rest.front());
    return is_prerelease_word(word) && (word.size() > 1 || numbered);
}

enum class Next { before, nothing, after };

Next next_of(std::string_view text) {
    take_while(text, separates);
    if (text.empty()) return Next::nothing;
    return is_suffix_before(take_while(text, ascii::is_letter), text) ? Next::before : Next::after;
}

std::strong_ordering compare_numbers_of(std::string_view& a, std::string_view& b) {
    while (true) {
        const std::string_view left = take_number(a);
        const std::string_view right = take_number(b);
        if (left.empty() && right.empty()) return std::strong_ordering::equal;
        if (const auto order = compare_numbers(left, right); order != 0) return order;
    }
}

}  // namespace

bool is_valid(std::string_view text) {
    text = without_v(text);
    take_epoch(text);
    if (text.empty() || !ascii::is_digit(text.front())) return false;
    return ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || separates(c); });
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    a = without_v(a);
    b = without_v(b);
    const std::string_view epoch = take_epoch(a);
    if (const auto order = compare_numbers(epoch, take_epoch(b)); order != 0) return order;
    while (true) {
        if (const auto order = compare_numbers_of(a, b); order != 0) return order;
        const Next left = next_of(a);
        const Next right = next_of(b);
        if (left != right) return left <=> right;
        if (left == Next::nothing) return std::strong_ordering::equal;
        take_while(a, separates);
        take_while(b, separates);
        const std::string_view word = take_while(a, ascii::is_letter);
        const std::string_view other = take_while(b, ascii::is_letter);
        const auto order =
            left == Next::before ? prerelease_rank(word) <=> prerelease_rank(other) : compare_text(ascii::lower(word), ascii::lower(other));
        if (order != 0) return order;
    }
}

bool is_prerelease(std::string_view text) {
    text = without_v(text);
    while (!text.empty()) {
        take_while(text, [](char c) { return !ascii::is_letter(c); });
        const std::string_view word = take_while(text, ascii::is_letter);
        if (is_suffix_before(word, text)) return true;
    }
    return false;
}

}  // namespace scantling::version::generic
