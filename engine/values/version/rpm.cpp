// RPM versions, after rpm's rpmvercmp: segments of digits or letters, separators do not count; `~` sorts before everything,
// `^` after the end but before anything else; a segment of digits is newer than one of letters.
#include "engine/values/version/rpm.h"

#include "engine/values/version/numbers.h"

namespace scantling::version::rpm {

namespace {

struct Parts {
    std::string_view epoch;
    std::string_view version;
    std::string_view release;
};

Parts split(std::string_view text) {
    Parts parts;
    std::string_view rest = text;
    const std::string_view before = take_until(rest, ':');
    if (before.size() < text.size() && ascii::all_of(before, ascii::is_digit)) {
        parts.epoch = before;
        text = rest;
    }
    const std::size_t dash = text.rfind('-');
    parts.version = text.substr(0, dash);
    if (dash != std::string_view::npos) parts.release = text.substr(dash + 1);
    return parts;
}

bool separates(char c) { return !ascii::is_alphanumeric(c) && c != '~' && c != '^'; }

// Decides by `~` or `^` at the front of either; otherwise leaves it to the segments.
bool decided_by_sign(std::string_view& a, std::string_view& b, char sign, std::strong_ordering& order, bool& both) {
    const bool left = a.starts_with(sign);
    const bool right = b.starts_with(sign);
    both = left && right;
    if (both) {
        a.remove_prefix(1);
        b.remove_prefix(1);
        return false;
    }
    if (!left && !right) return false;
    if (sign == '~') {
        order = left ? std::strong_ordering::less : std::strong_ordering::greater;
    } else if (left) {
        order = b.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
    } else {
        order = a.empty() ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    return true;
}

std::strong_ordering compare_part(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        take_while(a, separates);
        take_while(b, separates);
        std::strong_ordering order = std::strong_ordering::equal;
        bool both = false;
        if (decided_by_sign(a, b, '~', order, both)) return order;
        if (both) continue;
        if (decided_by_sign(a, b, '^', order, both)) return order;
        if (both) continue;
        if (a.empty() || b.empty()) break;
        const bool digits = ascii::is_digit(a.front());
        const auto kind = digits ? ascii::is_digit : ascii::is_letter;
        const std::string_view left = take_while(a, kind);
        const std::string_view right = take_while(b, kind);
        if (right.empty()) return digits ? std::strong_ordering::greater : std::strong_ordering::less;
        order = digits ? compare_numbers(left, right) : compare_text(left, right);
        if (order != 0) return order;
    }
    return !a.empty() <=> !b.empty();
}

}  // namespace

bool is_valid(std::string_view text) {
    if (ascii::all_of(text, [](char c) { return !ascii::is_digit(c); })) return false;
    return ascii::all_of(text, [](char c) { return static_cast<unsigned char>(c) > ' ' && c != 0x7F; });
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    const Parts left = split(a);
    const Parts right = split(b);
    if (const auto order = compare_numbers(left.epoch, right.epoch); order != 0) return order;
    if (const auto order = compare_part(left.version, right.version); order != 0) return order;
    return compare_part(left.release, right.release);
}

bool is_prerelease(std::string_view text) {
    const std::string_view version = split(text).version;
    for (std::size_t at = version.find('~'); at != std::string_view::npos; at = version.find('~', at + 1)) {
        std::string_view rest = version.substr(at + 1);
        if (is_prerelease_word(take_while(rest, ascii::is_letter))) return true;
    }
    return false;
}

}  // namespace scantling::version::rpm
