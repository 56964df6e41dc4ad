// Globs and regular expressions.
#include "engine/values/glob.h"
#include "engine/values/regex.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

// The definition, by trying everything: what the automaton must equal.
bool matches_slowly(std::string_view pattern, std::string_view text) {
    if (pattern.empty()) return text.empty();
    if (pattern[0] == '*') {
        const bool any = pattern.size() > 1 && pattern[1] == '*';
        std::string_view rest = pattern.substr(1);
        if (any) rest = rest.substr(1);
        while (any && !rest.empty() && rest[0] == '*') rest.remove_prefix(1);
        for (std::size_t taken = 0;; ++taken) {
            if (matches_slowly(rest, text.substr(taken))) return true;
            if (taken == text.size() || (!any && text[taken] == '/')) return false;
        }
    }
    if (text.empty()) return false;
    if (pattern[0] == '?' ? text[0] == '/' : text[0] != pattern[0]) return false;
    return matches_slowly(pattern.substr(1), text.substr(1));
}

}  // namespace

TEST_CASE("a glob covers the whole text", "[values]") {
    struct Case {
        const char* pattern;
        const char* text;
        bool matches;
    };
    for (const Case& c : {Case{"cgr.dev/chainguard/*", "cgr.dev/chainguard/node", true},
                          Case{"cgr.dev/chainguard/*", "cgr.dev/chainguard/a/b", false},
                          Case{"cgr.dev/**", "cgr.dev/chainguard/a/b", true},
                          Case{"**/passwd", "/etc/passwd", true},
                          Case{"**/passwd", "passwd", false},
                          Case{"**passwd", "passwd", true},
                          Case{"a?c", "abc", true},
                          Case{"a?c", "a/c", false},
                          Case{"a?c",
                               "a\xC3\xA9"
                               "c",
                               true},
                          Case{"a?c",
                               "a\xF0\x9F\x90\xB3"
                               "c",
                               true},
                          Case{"a??c",
                               "a\xC3\xA9"
                               "c",
                               false},
                          Case{"?", "\xC3\xA9", true},
                          Case{"??", "\xC3\xA9", false},
                          Case{"", "", true},
                          Case{"", "a", false},
                          Case{"*", "", true},
                          Case{"*", "a/b", false},
                          Case{"**", "a/b", true},
                          Case{"[a]", "[a]", true},
                          Case{"[a]", "a", false},
                          Case{"a*b*c", "aXbYbZc", true},
                          Case{"abc", "abcd", false},
                          Case{"*.so", "lib.so.1", false},
                          Case{"*\xC3\xA9", "caf\xC3\xA9", true}}) {
        CAPTURE(c.pattern, c.text);
        CHECK(Glob(c.pattern).matches(c.text) == c.matches);
    }
    CHECK(Glob("a/b").is_literal());
    CHECK_FALSE(Glob("a/?").is_literal());
}

TEST_CASE("a glob equals its definition on all small patterns and texts", "[values]") {
    const std::string alphabet = "a/*?";
    const std::string letters = "ab/";
    const auto word = [](const std::string& from, std::size_t index, std::size_t length) {
        std::string result;
        for (std::size_t i = 0; i < length; ++i, index /= from.size()) result.push_back(from[index % from.size()]);
        return result;
    };
    std::size_t compared = 0;
    std::size_t wrong = 0;
    for (std::size_t p = 0; p < 1024; ++p) {
        const std::string pattern = word(alphabet, p, 5);
        const Glob glob(pattern);
        for (std::size_t length = 0, count = 1; length <= 5; ++length, count *= 3) {
            for (std::size_t t = 0; t < count; ++t, ++compared) {
                const std::string text = word(letters, t, length);
                if (glob.matches(text) != matches_slowly(pattern, text)) ++wrong;
            }
        }
    }
    CHECK(compared == 1024 * 364);
    CHECK(wrong == 0);
}

TEST_CASE("long globs cross word borders, and hostile ones stay linear", "[values]") {
    for (const std::size_t length : {62U, 63U, 64U, 65U, 127U, 128U, 600U}) {
        CAPTURE(length);
        const std::string literal(length, 'a');
        CHECK(Glob(literal + "*").matches(literal));
        CHECK(Glob("*" + literal).matches("bb" + literal));
        CHECK_FALSE(Glob("*" + literal).matches(literal + "b"));
        CHECK(Glob(literal + "?" + literal).matches(literal + "\xC3\xA9" + literal));
    }
    std::string hostile;
    for (int i = 0; i < 40; ++i) hostile += "**a*b";
    CHECK_FALSE(Glob(hostile).matches(std::string(1 << 20, 'a')));
}

TEST_CASE("a regular expression searches anywhere", "[values]") {
    struct Case {
        const char* pattern;
        const char* text;
        bool matches;
    };
    for (const Case& c :
         {Case{"b+", "abbc", true}, Case{"^b", "ab", false}, Case{R"(^SEC-\d+$)", "SEC-12", true}, Case{R"(^SEC-\d+$)", "SEC-12\n", false},
          Case{R"(a\.b)", "axb", false}, Case{R"(a\.b)", "a.b", true}, Case{"^a$", "a\nb", false}, Case{"(?m)^b$", "a\nb", true},
          Case{"", "", true}, Case{"$", "x", true}, Case{"x$", "ax", true}, Case{"(?i)root", "ROOT", true}, Case{".", "\n", false}}) {
        CAPTURE(c.pattern, c.text);
        const auto regex = Regex::compile(c.pattern);
        REQUIRE(regex);
        CHECK(regex->search(c.text) == c.matches);
        CHECK(regex->clone().search(c.text) == c.matches);
    }
    CHECK(Regex::compile(R"(^a\.b)")->shape() == RegexShape::prefix);
    CHECK(Regex::compile(R"(^a\.b)")->literal() == "a.b");
    CHECK(Regex::compile("a|b")->shape() == RegexShape::general);
    CHECK(Regex::compile(R"(\d)")->shape() == RegexShape::general);
}

TEST_CASE("a wrong regular expression says why", "[values]") {
    for (const char* wrong : {"(", "a**", "[z-a]", R"(\8)", "(?<=a)b", "a{1001}", "\xFF", "*", "((a{100}){100}){100}"}) {
        CAPTURE(wrong);
        const auto regex = Regex::compile(wrong);
        REQUIRE_FALSE(regex);
        CHECK_FALSE(regex.error().empty());
    }
}

TEST_CASE("a regular expression that outgrows its memory still answers", "[values]") {
    // Needs about 2^20 states of a DFA, far beyond the budget; the text makes it build them.
    const auto regex = Regex::compile("[ab]*a[ab]{60}c");
    REQUIRE(regex);
    std::string text;
    std::uint32_t state = 1;
    for (int i = 0; i < 200000; ++i) {
        state = state * 1664525U + 1013904223U;
        text.push_back((state >> 31U) != 0 ? 'a' : 'b');
    }
    CHECK_FALSE(regex->search(text));
    CHECK(regex->search(text + "a" + std::string(60, 'b') + "c"));
}
