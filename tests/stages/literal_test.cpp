// What literals mean, at their bounds and one past them; documentation; the kinds that the lexer tells apart.
#include "dsl/syntax/literal.h"

#include <optional>

#include "dsl/syntax/parse.h"
#include "tests/catch.h"

using namespace scantling;
using namespace scantling::dsl;

namespace {

Parsed parse_text(std::string text) { return parse(std::make_shared<Source>("test.scant", std::move(text))); }

struct NumberCase {
    const char* text;
    NodeKind kind;
    std::int64_t value;
};

struct TextCase {
    const char* text;
    const char* value;
};

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day = 86400 * second;

NodeId value_of(const Parsed& parsed) { return parsed.tree.child(parsed.tree.children(parsed.tree.root()).back(), 2); }

}  // namespace

TEST_CASE("a literal has the value that it says", "[literal]") {
    const NumberCase cases[] = {
        {"0", NodeKind::integer, 0},
        {"0o755", NodeKind::integer, 493},
        {"9223372036854775807", NodeKind::integer, 9223372036854775807},
        {"1.5", NodeKind::decimal, 1'500'000},
        {"0.000001", NodeKind::decimal, 1},
        {"9223372036854.775807", NodeKind::decimal, 9223372036854775807},
        {"0s", NodeKind::duration, 0},
        {"90m", NodeKind::duration, 5400 * second},
        {"2h", NodeKind::duration, 7200 * second},
        {"7d", NodeKind::duration, 7 * day},
        {"1w", NodeKind::duration, 7 * day},
        {"1B", NodeKind::size, 1},
        {"10kB", NodeKind::size, 10'000},
        {"1MB", NodeKind::size, 1'000'000},
        {"1GB", NodeKind::size, 1'000'000'000},
        {"1TB", NodeKind::size, 1'000'000'000'000},
        {"5KiB", NodeKind::size, 5120},
        {"5MiB", NodeKind::size, 5242880},
        {"1GiB", NodeKind::size, 1073741824},
        {"1TiB", NodeKind::size, 1099511627776},
        {"1970-01-01", NodeKind::time, 0},
        {"1969-12-31", NodeKind::time, -day},
        {"2000-02-29", NodeKind::time, 11016 * day},
        {"2026-11-01", NodeKind::time, 20758 * day},
        {"2026-11-01T10:30Z", NodeKind::time, 20758 * day + 37800 * second},
        {"2026-11-01T10:30:07Z", NodeKind::time, 20758 * day + 37807 * second},
        {"2026-11-01T10:30:00+02:00", NodeKind::time, 20758 * day + 30600 * second},
        {"2026-11-01T23:30:00-01:00", NodeKind::time, 20759 * day + 1800 * second},
        {"9999-12-31", NodeKind::time, 2932896 * day},
        {"true", NodeKind::boolean, 1},
        {"false", NodeKind::boolean, 0},
    };
    for (const NumberCase& c : cases) {
        const Parsed parsed = parse_text(std::string("package p\nlet x = ") + c.text);
        CAPTURE(c.text);
        REQUIRE(parsed.diagnostics.empty());
        CHECK(parsed.tree.kind(value_of(parsed)) == c.kind);
        CHECK(literal_number(parsed.tree, value_of(parsed)) == c.value);
    }
}

TEST_CASE("what does not fit or does not exist is no literal", "[literal]") {
    for (const char* text : {"9223372036854775808",
                             "00",
                             "0755",
                             "0o8",
                             "0o",
                             "1.0000000",
                             "9223372036854.775808",
                             "15250285w",
                             "8388608TiB",
                             "2025-02-29",
                             "2026-00-01",
                             "2026-13-01",
                             "2026-01-32",
                             "0000-01-01",
                             "2026-11-01T24:00Z",
                             "2026-11-01T10:60Z",
                             "2026-11-01T10:00",
                             "2026-11-01T10:00:60Z",
                             "2026-11-01T10:00+2:00",
                             "1x",
                             "1kb",
                             "1.5d",
                             "7D"}) {
        const Parsed parsed = parse_text(std::string("package p\nlet x = ") + text);
        CAPTURE(text);
        CHECK(parsed.diagnostics.size() == 1);
        CHECK(parsed.tree.kind(value_of(parsed)) == NodeKind::error);
    }
}

TEST_CASE("texts lose their marks, escapes and common indentation", "[literal]") {
    const TextCase cases[] = {
        {R"("")", ""},
        {R"("a\n\t\"\\\{\}b")", "a\n\t\"\\{}b"},
        {R"("\u{e9}\u{1F600}\u{0}")", "\xC3\xA9\xF0\x9F\x98\x80"},  // compared up to the NUL below
        {R"(r"\d{3}")", "\\d{3}"},
        {R"(r'say "no"')", "say \"no\""},
        {"\"\"\"one\"\"\"", "one"},
        {"\"\"\"\"\"\"", ""},
        {"\"\"\"\n    FROM a\n      RUN b\n\n    USER c\n    \"\"\"", "FROM a\n  RUN b\n\nUSER c\n"},
        {"\"\"\"\n    FROM a\n    USER c\"\"\"", "FROM a\nUSER c"},
        {"\"\"\"\n\tone\n    two\n\"\"\"", "\tone\n    two\n"},
        {"\"\"\"\r\n    one\r\n    two\r\n    \"\"\"", "one\ntwo\n"},
        {"\"\"\"  first\n  second\"\"\"", "  first\n  second"},
        {"\"\"\"\n\"\"\"", ""},
    };
    for (const TextCase& c : cases) {
        const Parsed parsed = parse_text(std::string("package p\nlet x = ") + c.text);
        CAPTURE(c.text);
        REQUIRE(parsed.diagnostics.empty());
        const std::string value = literal_text(parsed.tree, value_of(parsed));
        CHECK(value.substr(0, value.find('\0')) == c.value);
    }
}

TEST_CASE("an interpolated text is pieces and expressions in turn", "[literal]") {
    const Parsed parsed = parse_text("package p\nrule r {\n    message \"a\\n{x}{y.z ?? \"q\"}b\"\n}\n");
    REQUIRE(parsed.diagnostics.empty());
    const Tree& tree = parsed.tree;
    const NodeId text = tree.child(tree.child(tree.children(tree.root()).back(), 1), 0);
    REQUIRE(tree.kind(text) == NodeKind::interpolated);
    REQUIRE(tree.children(text).size() == 5);
    CHECK(literal_text(tree, tree.child(text, 0)) == "a\n");
    CHECK(tree.text(tree.child(text, 1)) == "x");
    CHECK(literal_text(tree, tree.child(text, 2)).empty());
    CHECK(tree.kind(tree.child(text, 3)) == NodeKind::coalesce);
    CHECK(literal_text(tree, tree.child(text, 4)) == "b");
}

TEST_CASE("documentation stands before a thing and at the end of its lines", "[literal]") {
    const Parsed parsed = parse_text(
        "package p\n"
        "## far away\n"
        "\n"
        "## One.\n"
        "## Two.\n"
        "record R {   ## Three.\n"
        "    ## Before.\n"
        "    key name: string   ## After.\n"
        "    a: int, b: int   ## Of b.\n"
        "}   ## Four.\n"
        "# no documentation\n"
        "let x = 1   # nor this\n");
    REQUIRE(parsed.diagnostics.empty());
    const Tree& tree = parsed.tree;
    const NodeId record = tree.child(tree.root(), 2);
    CHECK(tree.documentation(record) == "One.\nTwo.\nThree.\nFour.");
    CHECK(tree.documentation(tree.child(record, 1)) == "Before.\nAfter.");
    CHECK(tree.documentation(tree.child(record, 2)).empty());
    CHECK(tree.documentation(tree.child(record, 3)) == "Of b.");
    CHECK(tree.documentation(tree.child(tree.root(), 3)).empty());
}
