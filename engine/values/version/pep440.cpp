// PEP 440: [N!]N{.N}[{a|b|rc}N][.postN][.devN][+local], in any of its many spellings. Compared by epoch, release without
// trailing zeros, and then a key in which a development release of no stage is oldest, a stage before the release itself,
// post releases after it, and local versions last.
#include "engine/values/version/pep440.h"

#include <optional>

#include "engine/values/version/numbers.h"

namespace scantling::version::pep440 {

namespace {

struct Parsed {
    std::string_view epoch;
    std::string_view release;
    int stage = 0;  // 1 a, 2 b, 3 rc; 0 none
    std::string_view stage_number;
    bool post = false;
    std::string_view post_number;
    bool dev = false;
    std::string_view dev_number;
    std::string_view local;
};

bool is_separator(char c) { return c == '.' || c == '-' || c == '_'; }

// A word at the front, in any case; longer spellings are tried first by the caller.
bool take_word(std::string_view& text, std::string_view word) {
    if (text.size() < word.size() || !ascii::equal_folded(text.substr(0, word.size()), word)) return false;
    text.remove_prefix(word.size());
    return true;
}

// The number after a word: one separator may stand before it, and none at all is 0.
std::string_view take_number(std::string_view& text) {
    std::string_view rest = text;
    if (!rest.empty() && is_separator(rest.front())) rest.remove_prefix(1);
    const std::string_view number = take_while(rest, ascii::is_digit);
    if (!number.empty()) text = rest;
    return number;
}

std::string_view skip_separator(std::string_view text) {
    if (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
    return text;
}

void take_stage(std::string_view& text, Parsed& parsed) {
    struct Spelling {
        std::string_view word;
        int stage;
    };
    constexpr Spelling spellings[] = {{"alpha", 1}, {"a", 1}, {"beta", 2}, {"b", 2}, {"preview", 3}, {"pre", 3}, {"rc", 3}, {"c", 3}};
    for (const Spelling& spelling : spellings) {
        std::string_view rest = skip_separator(text);
        if (!take_word(rest, spelling.word)) continue;
        parsed.stage = spelling.stage;
        parsed.stage_number = take_number(rest);
        text = rest;
        return;
    }
}

void take_post(std::string_view& text, Parsed& parsed) {
    // `1.0-1` is an implicit post release.
    if (text.size() > 1 && text.front() == '-' && ascii::is_digit(text[1])) {
        text.remove_prefix(1);
        parsed.post = true;
        parsed.post_number = take_while(text, ascii::is_digit);
        return;
    }
    for (const std::string_view word : {"post", "rev", "r"}) {
        std::string_view rest = skip_separator(text);
        if (!take_word(rest, word)) continue;
        parsed.post = true;
        parsed.post_number = take_number(rest);
        text = rest;
        return;
    }
}

bool is_local(std::string_view text) {
    if (text.empty() || is_separator(text.back())) return false;
    bool separated = true;
    for (const char c : text) {
        if (is_separator(c)) {
            if (separated) return false;
            separated = true;
        } else {
            if (!ascii::is_alphanumeric(c)) return false;
            separated = false;
        }
    }
    return true;
}

std::string_view take_release(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() &&
           (ascii::is_digit(text[end]) || (text[end] == '.' && end + 1 < text.size() && ascii::is_digit(text[end + 1]))))
        ++end;
    const std::string_view release = text.substr(0, end);
    text.remove_prefix(end);
    return release;
}

std::optional<Parsed> parse(std::string_view text) {
    text = ascii::trim(text);
    if (text.starts_with('v') || text.starts_with('V')) text.remove_prefix(1);
    Parsed parsed;
    if (text.find('!') != std::string_view::npos) {
        parsed.epoch = take_until(text, '!');
        if (!is_number(parsed.epoch)) return std::nullopt;
    }
    if (text.empty() || !ascii::is_digit(text.front())) return std::nullopt;
    parsed.release = take_release(text);
    take_stage(text, parsed);
    take_post(text, parsed);
    if (std::string_view rest = skip_separator(text); take_word(rest, "dev")) {
        parsed.dev = true;
        parsed.dev_number = take_number(rest);
        text = rest;
    }
    if (text.starts_with('+')) {
        parsed.local = text.substr(1);
        return is_local(parsed.local) ? std::optional(parsed) : std::nullopt;
    }
    return text.empty() ? std::optional(parsed) : std::nullopt;
}

std::strong_ordering compare_releases(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        const std::string_view number = take_until(a, '.');
        if (const auto order = compare_numbers(number, take_until(b, '.')); order != 0) return order;
    }
    return std::strong_ordering::equal;
}

// Where a version stands among those of its release: -1 a development release of no stage, 1 to 3 a stage, 4 the release.
int rank(const Parsed& parsed) {
    if (parsed.stage != 0) return parsed.stage;
    return parsed.dev && !parsed.post ? -1 : 4;
}

std::strong_ordering compare_locals(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        const std::string_view left = take_while(a, [](char c) { return !is_separator(c); });
        const std::string_view right = take_while(b, [](char c) { return !is_separator(c); });
        a = skip_separator(a);
        b = skip_separator(b);
        if (is_number(left) != is_number(right)) return is_number(left) ? std::strong_ordering::greater : std::strong_ordering::less;
        const auto order = is_number(left) ? compare_numbers(left, right) : compare_text(ascii::lower(left), ascii::lower(right));
        if (order != 0) return order;
    }
    return !a.empty() <=> !b.empty();
}

}  // namespace

bool is_valid(std::string_view text) { return parse(text).has_value(); }

std::strong_ordering compare(std::string_view a, std::string_view b) {
    const Parsed left = parse(a).value_or(Parsed());
    const Parsed right = parse(b).value_or(Parsed());
    if (const auto order = compare_numbers(left.epoch, right.epoch); order != 0) return order;
    if (const auto order = compare_releases(left.release, right.release); order != 0) return order;
    if (const auto order = rank(left) <=> rank(right); order != 0) return order;
    if (const auto order = compare_numbers(left.stage_number, right.stage_number); order != 0) return order;
    if (left.post != right.post) return left.post ? std::strong_ordering::greater : std::strong_ordering::less;
    if (const auto order = compare_numbers(left.post_number, right.post_number); order != 0) return order;
    if (left.dev != right.dev) return left.dev ? std::strong_ordering::less : std::strong_ordering::greater;
    if (const auto order = compare_numbers(left.dev_number, right.dev_number); order != 0) return order;
    return compare_locals(left.local, right.local);
}

bool is_prerelease(std::string_view text) {
    const std::optional<Parsed> parsed = parse(text);
    return parsed && (parsed->stage != 0 || parsed->dev);
}

}  // namespace scantling::version::pep440
