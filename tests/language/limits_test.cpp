// The front end's bounds, each at it and one past it; and texts that nobody wrote: cut short anywhere, or made to cost as much as they can.
#include "engine/base/limits.h"

#include <algorithm>
#include <string>

#include "dsl/check/pattern.h"
#include "dsl/compile.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;

namespace {

const std::string package = "package acme\n";
const std::string head = "rule r {\n title \"r\"\n severity high\n";

// The codes of a text, each once, with a blank behind each.
std::string codes(const std::string& text) {
    std::string out;
    for (const Diagnostic& d : dsl::compile({{"limits.scant", text, false}}).diagnostics) {
        if (out.find(d.code) == std::string::npos) out += d.code + " ";
    }
    return out;
}

template <typename Make>
std::string repeat(std::size_t count, Make make) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += make(i);
    return out;
}

std::string number(std::size_t i) { return std::to_string(i); }

std::string lets(std::size_t count) {
    const std::string body = repeat(count, [](std::size_t i) { return " let a" + number(i) + " = " + number(i) + "\n"; });
    return package + head + body + " require count(sboms) > a0\n}\n";
}

std::string parameters(std::size_t count) {
    const std::string list = repeat(count, [](std::size_t i) { return std::string(i == 0 ? "" : ", ") + "a" + number(i) + ": int"; });
    return package + "fn f(" + list + ") -> bool = a0 > 1\n";
}

std::string members(std::size_t count) {
    return package + "enum E {" + repeat(count, [](std::size_t i) { return "m" + number(i) + ", "; }) + "}\n";
}

std::string fields(std::size_t count) {
    return package + "record R {\n" + repeat(count, [](std::size_t i) { return "f" + number(i) + ": int\n"; }) + "}\n";
}

std::string types(std::size_t count) {
    return package + repeat(count, [](std::size_t i) { return "record R" + number(i) + " { key k: int }\n"; });
}

// A row of `count` cells: a record of 64 in a record of as many as are needed.
std::string row(std::size_t count) {
    constexpr std::size_t inner = 64;  // 63 fields and the presence of the record
    std::string out =
        package + "record Inner {\n" + repeat(inner - 1, [](std::size_t i) { return "f" + number(i) + ": int\n"; }) + "}\nfacts org {\n";
    out += repeat(count / inner, [](std::size_t i) { return "r" + number(i) + ": Inner\n"; });
    return out + repeat(count % inner, [](std::size_t i) { return "s" + number(i) + ": int\n"; }) + "}\n";
}

std::string chain(std::size_t count) {
    return package + repeat(count, [](std::size_t i) { return "let a" + number(i) + " = a" + number(i + 1) + "\n"; }) + "let a" +
           number(count) + " = 1\n";
}

}  // namespace

TEST_CASE("bounds of declarations, at them and one past", "[language][limits]") {
    CHECK(codes(lets(limits::rule_bindings)).empty());
    CHECK(codes(lets(limits::rule_bindings + 1)) == "E0512 ");
    CHECK(codes(parameters(limits::rule_bindings)).empty());
    CHECK(codes(parameters(limits::rule_bindings + 1)) == "E0512 ");
    CHECK(codes(members(limits::declared_members)).empty());
    CHECK(codes(members(limits::declared_members + 1)) == "E0520 ");
    CHECK(codes(fields(limits::declared_members)).empty());
    CHECK(codes(fields(limits::declared_members + 1)) == "E0520 ");
    CHECK(codes(types(limits::declared_types)).empty());
    CHECK(codes(types(limits::declared_types + 1)) == "E0520 ");
    CHECK(codes(row(limits::row_slots)).empty());
    CHECK(codes(row(limits::row_slots + 1)) == "E0520 ");
    CHECK(codes(chain(limits::check_depth - 1)).empty());
    const auto lists = [](std::size_t i) {  // the lists, the maps of two kinds: three types for each enum
        const std::string name = "E" + number(i);
        return "enum " + name + " { a, b }\nfn f" + number(i) + "(x: list<" + name + ">, y: map<" + name +
               ", int>) -> bool = count(x) > 0\n";
    };
    CHECK(codes(package + repeat(limits::policy_types / 4, lists)).empty());
    CHECK(codes(package + repeat(limits::policy_types / 3 + 1, lists)).substr(0, 6) == "E0217 ");
    CHECK(codes(chain(limits::check_depth)) == "E0513 ");
}

TEST_CASE("what grows when functions are written out is bounded", "[language][limits]") {
    const auto doubling = [](std::size_t count) {
        return package + "fn f0(b: bool) -> bool = b\n" +
               repeat(count,
                      [](std::size_t i) {
                          return "fn f" + number(i + 1) + "(b: bool) -> bool = f" + number(i) + "(b) and f" + number(i) + "(not b)\n";
                      }) +
               head + " for p in packages\n require f" + number(count) + "(p.direct)\n}\n";
    };
    CHECK(codes(doubling(8)).empty());
    CHECK(codes(doubling(200)) == "E0512 ");
    // Lists in lists: 50 in each of 60 records is a number of tables that no memory holds.
    const std::string lists = repeat(60, [](std::size_t i) {
        const std::string next = "R" + number(i + 1);
        return "record R" + number(i) + " {\nkey k: int\n" +
               repeat(50, [&](std::size_t j) { return "f" + number(j) + ": list<" + next + ">\n"; }) + "}\n";
    });
    CHECK(codes(package + lists + "record R60 { key k: int }\nfacts org {\n x: R0\n}\n") == "E0520 ");
}

TEST_CASE("a policy cut short anywhere is told, never compiled into something else", "[language][limits]") {
    const std::string shell = test::read_file(test::source_dir() / "tests/language/units/shell.scant");
    const std::string whole = test::read_file(test::source_dir() / "tests/language/units/tour.scant");
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        const std::string text = whole.substr(0, size);
        const dsl::Compiled compiled = dsl::compile({{"cut.scant", text, true}, {"shell.scant", shell, true}});
        const bool between_declarations = compiled.diagnostics.empty();
        CAPTURE(size, text);
        CHECK(compiled.units.empty() == has_errors(compiled.diagnostics));
        const std::size_t opened = static_cast<std::size_t>(std::count(text.begin(), text.end(), '{'));
        const std::size_t closed = static_cast<std::size_t>(std::count(text.begin(), text.end(), '}'));
        if (between_declarations) CHECK(opened == closed);
    }
}

TEST_CASE("patterns that can never match are known by their form", "[language]") {
    for (const std::string_view pattern : {"a^", "x^a", "$a", "a$b", "(a|b)^c", "x^a|$b", "a(^b|^c)", "(a$)+b", "\\z\\d", "a\\A"}) {
        CAPTURE(pattern);
        CHECK(dsl::never_matches(pattern));
    }
    for (const std::string_view pattern :
         {"^a$",    "a*^b", "(^a|x$)", "(^|/)a", "a($|b)", "^^a",       "a$$",      "(?m)a$\n^b", "[$^]a", "\\$a",   "a\\^",
          "(?i)^a", "x?^a", "(a$)?b",  "(^a)?b", "a|^b",   "\\Qa$b\\E", "a{0,3}^b", "()^a",       "\\b^a", "a$(\\b)"}) {
        CAPTURE(pattern);
        CHECK(!dsl::never_matches(pattern));
    }
}
