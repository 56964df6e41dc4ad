// Shapes of trees, one line of policy each: what binds tighter, what a node holds.
#include "dsl/syntax/parse.h"
#include "dsl/syntax/print.h"
#include "tests/catch.h"

using namespace scantling;
using namespace scantling::dsl;

namespace {

Parsed parse_text(std::string text) { return parse(std::make_shared<Source>("test.scant", std::move(text))); }

// The tree as `kind(child, child)`, leaves as their text.
std::string shape(const Tree& tree, NodeId n) {
    if (tree.children(n).empty()) return std::string(tree.text(n));
    std::string out(kind_name(tree.kind(n)));
    std::string separator = "(";
    for (const NodeId child : tree.children(n)) {
        out += separator + shape(tree, child);
        separator = " ";
    }
    return out + ")";
}

std::string shape_of(const std::string& expression) {
    const Parsed parsed = parse_text("package p\nlet x = " + expression + "\n");
    CAPTURE(expression);
    std::string mistakes;
    for (const Diagnostic& d : parsed.diagnostics) mistakes += render(d);
    CAPTURE(mistakes);
    CHECK(parsed.diagnostics.empty());
    const NodeId let = parsed.tree.children(parsed.tree.root()).back();
    return shape(parsed.tree, parsed.tree.children(let).back());
}

struct Shape {
    const char* text;
    const char* tree;
};

}  // namespace

TEST_CASE("operators have the precedence of the language", "[syntax]") {
    const Shape shapes[] = {
        {"a", "a"},
        {"a and b and c", "and(and(a b) c)"},
        {"a implies b implies c", "implies(a implies(b c))"},
        {"a and b implies c or d", "implies(and(a b) or(c d))"},
        {"not a == b and c", "and(not(comparison(a b)) c)"},
        {"not not a", "not(not(a))"},
        {"a ?? b ?? c == d", "comparison(coalesce(a coalesce(b c)) d)"},
        {"a ?? b is present", "is_test(coalesce(a b))"},
        {"a not in b", "comparison(a b)"},
        {"a + b * c - d", "sum(sum(a product(b c)) d)"},
        {"-a.b * -c", "product(negate(member(a b)) negate(c))"},
        {"a - -b", "sum(a negate(b))"},
        {"(a or b) and c", "and(group(or(a b)) c)"},
        {"a?.b.c[0](d, e)", "call(index(member(optional_member(a b) c) 0) d e)"},
        {"any(p in xs: p.in == 1)", "quantifier(p xs comparison(member(p in) 1))"},
        {"count(xs) == 0", "comparison(count(xs) 0)"},
        {"count(x in xs: x)", "quantifier(x xs x)"},
        {"[a, b,]", "list(a b)"},
        {"[x.y for x in xs for y in x where z]", "comprehension(member(x y) binding(x xs) binding(y x) z)"},
        {"[x for x in xs]", "comprehension(x binding(x xs) )"},
        {"{ a: 1, in: 2, \"b c\": 3 }", "braces(entry(a 1) entry(in 2) entry(\"b c\" 3))"},
        {"2026-11-01 - 7d", "sum(2026-11-01 7d)"},
        {"2026 - 11 - 1", "sum(sum(2026 11) 1)"},
    };
    for (const Shape& s : shapes) CHECK(shape_of(s.text) == s.tree);
}

TEST_CASE("a field may be named like a modifier") {
    const Parsed parsed = parse_text("package p\nrecord S {\n    key: string\n    view part: int\n}\n");
    CHECK(parsed.diagnostics.empty());
    const NodeId record = parsed.tree.children(parsed.tree.root()).back();
    CHECK(shape(parsed.tree, parsed.tree.child(record, 1)) == "field( key type(path(string)) )");
    CHECK(shape(parsed.tree, parsed.tree.child(record, 2)) == "field(modifiers(view) part type(path(int)) )");
}
