// RubyGems: segments of digits or letters, a letter segment makes a prerelease and is older than any number; `-` reads as
// `.pre.`; zeros at the end of the numbers, and of the words, do not count.
#include "engine/values/version/gem.h"

#include <vector>

#include "engine/values/version/numbers.h"

namespace scantling::version::gem {

namespace {

using Segments = std::vector<std::string_view>;

bool is_zero(std::string_view segment) { return is_number(segment) && without_zeros(segment).empty(); }

Segments segments_of(std::string_view text) {
    Segments segments;
    bool words = false;
    const auto drop_zeros = [&segments](std::size_t from) {
        while (segments.size() > from && is_zero(segments.back())) segments.pop_back();
    };
    const auto append = [&](std::string_view segment) {
        if (!words && !is_number(segment)) {
            words = true;
            drop_zeros(0);
        }
        segments.push_back(segment);
    };
    text = ascii::trim(text);
    while (!text.empty()) {
        if (ascii::is_digit(text.front())) {
            append(take_while(text, ascii::is_digit));
        } else if (ascii::is_letter(text.front())) {
            append(take_while(text, ascii::is_letter));
        } else {
            if (text.front() == '-') append("pre");
            text.remove_prefix(1);
        }
    }
    drop_zeros(0);
    return segments;
}

bool is_segment_list(std::string_view text, bool hyphens) {
    if (text.empty() || text.ends_with('.')) return false;
    while (!text.empty()) {
        const std::string_view segment = take_until(text, '.');
        if (segment.empty() || !ascii::all_of(segment, [=](char c) { return ascii::is_alphanumeric(c) || (hyphens && c == '-'); }))
            return false;
    }
    return true;
}

}  // namespace

bool is_valid(std::string_view text) {
    text = ascii::trim(text);
    if (text.empty()) return true;  // RubyGems: an empty version is 0
    const std::size_t dash = text.find('-');
    std::string_view head = text.substr(0, dash);
    if (dash != std::string_view::npos && !is_segment_list(text.substr(dash + 1), true)) return false;
    if (!is_segment_list(head, false)) return false;
    return is_number(take_until(head, '.'));
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    const Segments left = segments_of(a);
    const Segments right = segments_of(b);
    for (std::size_t i = 0; i < left.size() || i < right.size(); ++i) {
        const std::string_view x = i < left.size() ? left[i] : "0";
        const std::string_view y = i < right.size() ? right[i] : "0";
        if (is_number(x) != is_number(y)) return is_number(x) ? std::strong_ordering::greater : std::strong_ordering::less;
        if (const auto order = is_number(x) ? compare_numbers(x, y) : compare_text(x, y); order != 0) return order;
    }
    return std::strong_ordering::equal;
}

bool is_prerelease(std::string_view text) {
    return !ascii::all_of(text, [](char c) { return !ascii::is_letter(c) && c != '-'; });
}

}  // namespace scantling::version::gem
