// No bytes crash the front end, hang it or make it forget a token: truncation at every byte, deletion of every byte, planted pieces, and
// very long and very deep texts. Limits at their bound and one past it.
#include <random>
#include <string>

#include "dsl/syntax/literal.h"
#include "dsl/syntax/parse.h"
#include "dsl/syntax/print.h"
#include "engine/base/limits.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;
using namespace scantling::dsl;

namespace {

// Parses and walks everything; true where the promises of tree.h hold.
bool is_sound(std::string text) {
    const Parsed parsed = parse(std::make_shared<Source>("test.scant", std::move(text)));
    const Tree& tree = parsed.tree;
    bool sound = tree.kind(tree.root()) == NodeKind::file && tree.tokens().back().kind == TokenKind::end_of_file;
    bool has_error_node = false;
    for (NodeId n = 0; n < tree.size(); ++n) {
        has_error_node = has_error_node || tree.kind(n) == NodeKind::error;
        std::uint32_t from = tree.first_token(n);
        for (const NodeId child : tree.children(n)) {  // children in order, inside their parent, with smaller ids
            sound = sound && child < n && tree.first_token(child) >= from && tree.end_token(child) <= tree.end_token(n);
            from = tree.end_token(child);
        }
        sound = sound && literal_text(tree, n).size() <= tree.span(n).size() + 1;
    }
    sound = sound && (!has_error_node || has_errors(parsed.diagnostics));
    for (const Diagnostic& d : parsed.diagnostics) {
        sound = sound && d.span.begin <= d.span.end && d.span.end <= tree.source().text().size() && !render(d).empty();
    }
    return sound;
}

std::string tour() { return test::read_file(test::source_dir() / "tests/stages/syntax/tour.scant"); }

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

std::vector<std::string> codes_of(std::string text) {
    std::vector<std::string> codes;
    for (const Diagnostic& d : parse(std::make_shared<Source>("test.scant", std::move(text))).diagnostics) codes.push_back(d.code);
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a policy that ends or has a hole anywhere gives a sound tree", "[robustness]") {
    const std::string text = tour();
    REQUIRE(text.size() > 1000);
    for (std::size_t at = 0; at <= text.size(); ++at) {
        CAPTURE(at);
        if (!is_sound(text.substr(0, at))) FAIL("truncated");
        if (!is_sound(std::string(text).erase(std::min(at, text.size() - 1), 1))) FAIL("one byte less");
    }
}

TEST_CASE("a policy with planted pieces gives a sound tree", "[robustness]") {
    const std::string text = tour();
    constexpr std::string_view pieces[] = {"{",
                                           "}",
                                           "(",
                                           ")",
                                           "[",
                                           "]",
                                           "\"",
                                           "\"\"\"",
                                           "r\"",
                                           "\\",
                                           "\nrule ",
                                           "\nlet ",
                                           "\n",
                                           "and ",
                                           "not ",
                                           "in ",
                                           "for ",
                                           "any(",
                                           "...",
                                           "?.",
                                           "=",
                                           "-",
                                           "2026-01-01",
                                           "\xff",
                                           "\xe2\x80\xae",
                                           "\xc3\xa9",
                                           "#",
                                           "##",
                                           "message \"a{",
                                           "list<",
                                           "private ",
                                           "package ",
                                           std::string_view("\0", 1)};
    std::mt19937 random(20261101);
    for (int round = 0; round < 400; ++round) {
        std::string planted = text;
        for (int i = 0; i < 3; ++i) {
            const std::size_t at = random() % planted.size();
            planted.insert(at, pieces[random() % std::size(pieces)]);
        }
        CAPTURE(round, planted);
        if (!is_sound(planted)) FAIL("planted");
    }
}

TEST_CASE("long lines, deep nesting and binary files are mistakes, no more", "[robustness]") {
    constexpr std::string_view pieces[] = {"(",
                                           "[",
                                           "{",
                                           "a.",
                                           "a and ",
                                           "not ",
                                           "a implies ",
                                           "a ?? ",
                                           "-",
                                           "a == ",
                                           "list<",
                                           "\"",
                                           "rule x {\n",
                                           "let x 1\n",
                                           "any(x in ",
                                           "message \"{",
                                           "}",
                                           "\xff",
                                           "[x for x in ",
                                           "a(",
                                           "{a:",
                                           std::string_view("\0", 1),
                                           "let x = 1\n"};
    for (const std::string_view piece : pieces) {
        CAPTURE(std::string(piece));
        const std::string text = repeated(piece, 100'000 / piece.size());
        CHECK(is_sound(text));
        CHECK(is_sound("package p\nlet x = " + text));
        CHECK(is_sound("package p\nlet x: " + text));
        CHECK(is_sound("package p\nrule x {\n    require " + text));
    }
    CHECK(codes_of("package p\n# " + std::string(10'000'000, 'x')) == Codes{"E0013"});
}

TEST_CASE("a policy file has a bound", "[robustness]") {
    const std::string head = "package p\n#";
    CHECK(codes_of(head + std::string(limits::policy_bytes - head.size(), 'x')).empty());
    CHECK(codes_of(head + std::string(limits::policy_bytes - head.size() + 1, 'x')) == Codes{"E0013"});
}

TEST_CASE("nesting has a bound, at it all is well", "[robustness]") {
    const auto nested = [](std::size_t depth) { return "package p\nlet x = " + repeated("(", depth) + "1" + repeated(")", depth); };
    CHECK(codes_of(nested(limits::policy_nesting)).empty());
    CHECK(codes_of(nested(limits::policy_nesting + 1)) == Codes{"E0011"});
    const auto types = [](std::size_t depth) {
        return "package p\nparam x: " + repeated("list<", depth - 1) + "int" + repeated(">", depth - 1) + " = 1";
    };
    CHECK(codes_of(types(limits::policy_nesting)).empty());
    CHECK(codes_of(types(limits::policy_nesting + 1)) == Codes{"E0011"});
    const auto chain = [](std::size_t levels) { return "package p\nlet x = a" + repeated(" or a", levels - 1); };
    CHECK(codes_of(chain(limits::expression_depth)).empty());
    CHECK(codes_of(chain(limits::expression_depth + 1)) == Codes{"E0108"});
    const auto members = [](std::size_t levels) { return "package p\nlet x = a" + repeated(".a", levels); };
    CHECK(codes_of(members(limits::expression_depth - 2)).empty());
    CHECK(codes_of(members(limits::expression_depth + 10)) == Codes{"E0108"});
}

TEST_CASE("mistakes are listed up to a bound", "[robustness]") {
    const auto wrong = [](std::size_t times) { return codes_of("package p\n" + repeated("let x 1\n", times)); };
    CHECK(wrong(limits::policy_errors - 1).size() == limits::policy_errors - 1);
    CHECK(wrong(limits::policy_errors).back() == "E0014");
    CHECK(wrong(limits::policy_errors + 50).size() == limits::policy_errors + 1);
}
