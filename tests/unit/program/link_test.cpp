// engine/program: selecting rules by profile, setting parameters, linking errors, sharing of expressions, what expressions read.
#include "engine/program/link.h"

#include <algorithm>
#include <set>

#include "dsl/compile.h"
#include "engine/program/analysis.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

std::vector<std::shared_ptr<const Unit>> compile(const std::vector<std::string>& files) {
    std::vector<dsl::PolicyText> texts;
    for (const std::string& file : files) texts.push_back({"f" + std::to_string(texts.size()) + ".scant", file, false});
    const dsl::Compiled compiled = dsl::compile(texts);
    for (const Diagnostic& diagnostic : compiled.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE_FALSE(has_errors(compiled.diagnostics));
    return compiled.units;
}

std::string rule(const std::string& name, const std::string& body = "require packages is known") {
    return "rule " + name + " {\n title \"t\"\n severity low\n " + body + "\n}\n";
}

const std::string base = "package acme.base\n" + rule("one") + rule("two");
const std::string sub = "package acme.base.sub\n" + rule("three");

std::string rules_of(const std::vector<std::string>& files, const std::string& profile) {
    LinkOptions options;
    options.profile = profile;
    const Linked linked = link(compile(files), options);
    for (const Diagnostic& diagnostic : linked.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE(linked.program != nullptr);
    std::string out;
    for (const LinkedRule& one : linked.program->rules) out += one.rule->name.substr(one.rule->name.rfind('.') + 1) + " ";
    return out;
}

std::vector<std::string> codes_of(const std::vector<std::string>& files, const LinkOptions& options) {
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : link(compile(files), options).diagnostics) out.push_back(diagnostic.code);
    return out;
}

std::vector<std::string> codes_of(const std::string& profile_body, const std::string& declarations = "") {
    LinkOptions options;
    options.profile = "p.main";
    return codes_of({base, "package p\n" + declarations + "profile main {\n" + profile_body + "\n}\n"}, options);
}

// What an expression reads and does not bind, looked for anew from every one: what find_scopes does in one pass.
std::set<std::uint32_t> free_variables(const Expressions& all, ExpressionId id) {
    const Expression& node = all[id];
    std::set<std::uint32_t> out;
    for (std::size_t i = 0; i < node.child_count; ++i) out.merge(free_variables(all, all.child(id, i)));
    if (node.op == Op::subject) out.insert(subject_variable);
    if (node.op == Op::any || node.op == Op::count_if) out.erase(node.payload);
    if (node.op == Op::comprehension) {
        for (const std::uint32_t variable : all.generators[node.payload]) out.erase(variable);
    }
    if (node.op == Op::variable) {
        out.insert(node.payload);
        if (const ExpressionId list = all.variables[node.payload].collection; list != no_expression) out.merge(free_variables(all, list));
    }
    return out;
}

void check_scopes(const Expressions& all, const Scopes& scopes) {
    REQUIRE(scopes.scope_of.size() == all.nodes.size());
    for (ExpressionId id = 0; id < all.nodes.size(); ++id) {
        const std::set<std::uint32_t> expected = free_variables(all, id);
        CHECK(scopes.scopes[scopes.scope_of[id]] == std::vector(expected.begin(), expected.end()));
    }
    const std::set<std::vector<std::uint32_t>> different(scopes.scopes.begin(), scopes.scopes.end());
    CHECK(different.size() == scopes.scopes.size());
}

// Variables over one list and over several, quantifiers within quantifiers that read all, some or none of what is bound around.
const std::string nested =
    rule("a",
         "for p in packages where p.name != \"x\"\n for q in packages where q.name == p.name\n require any(z in packages: z.id == q.id)") +
    rule("b", "for p in packages\n forbid any(q in packages: q.name == p.name and any(r in packages: r.name == \"x\" or r.id == q.id))") +
    rule("c", "forbid any(p in packages: p.name == \"x\" and count([q.name for q in packages where q.id == p.id]) > 1)") +
    rule("d",
         "for c in dockerfile.commands\n forbid any(p in packages: p.name == \"x\") and any(d in dockerfile.commands: d.program == "
         "c.program)");

}  // namespace

TEST_CASE("a rule's name beats its package's, a nearer package a farther one, a child profile its parent", "[link]") {
    struct Line {
        std::string parent;
        std::string child;
        std::string expected;
    };
    for (const Line& line :
         std::vector<Line>{{"include acme", "gate high", "one three two "},
                           {"include acme.base", "exclude acme.base.sub because \"x\"", "one two "},
                           {"include acme.base.sub", "gate never", "three "},
                           {"include acme", "exclude acme.base because \"x\"\n include acme.base.two", "two "},
                           {"exclude acme.base.one because \"x\"", "include acme", "three two "},
                           {"exclude acme.base because \"x\"\n include acme.base.sub", "include acme.base", "one three two "}}) {
        CAPTURE(line.parent, line.child);
        CHECK(
            rules_of({base, sub, "package p\nprofile old {\n" + line.parent + "\n}\nprofile main extends p.old {\n" + line.child + "\n}\n"},
                     "p.main") == line.expected);
    }
    CHECK(rules_of({base, sub}, "") == "one three two ");
}

TEST_CASE("every mistake of a profile is an error of its own", "[link]") {
    CHECK(codes_of("include acme.bse") == std::vector<std::string>{"E0604"});
    CHECK(codes_of("include acme\n exclude acme because \"x\"") == std::vector<std::string>{"E0603"});
    CHECK(codes_of("include acme\n severity acme.base.one = high\n severity acme.base.one = low") == std::vector<std::string>{"E0603"});
    CHECK(codes_of("gate high") == std::vector<std::string>{"E0606"});
    LinkOptions options;
    options.profile = "p.mian";
    CHECK(codes_of({base, "package p\nprofile main {\n include acme\n}\n"}, options) == std::vector<std::string>{"E0601"});
}

TEST_CASE("parameters: set, typed, held against their range, listed where they differ", "[link]") {
    const std::string text = "package acme\nparam most: int = 3 where most > 0 and most < 10\nparam names: list<glob> = [\"a*\"]\n" +
                             rule("r", "require count(packages) < most or any(p in packages: any(n in names: p.name like n))");
    const auto units = compile({text});
    const Type integer{TypeKind::integer};
    const auto number = [&](std::int64_t value) {
        Schema schema = *units[0]->schema;
        return Value{schema.types().intern(integer), value, {}, {}};
    };
    const auto link_with = [&](const std::string& name, Value value) {
        LinkOptions options;
        options.parameters.emplace_back(name, std::move(value));
        return link(units, options);
    };
    const Linked five = link_with("acme.most", number(5));
    REQUIRE(five.program != nullptr);
    REQUIRE(five.program->deviations.size() == 1);
    CHECK(five.program->deviations[0].name == "acme.most");
    CHECK(five.program->deviations[0].value == "5");
    CHECK(five.program->deviations[0].initial == "3");
    CHECK(link_with("acme.most", number(10)).diagnostics.at(0).code == "E0605");
    CHECK(link_with("acme.mots", number(5)).diagnostics.at(0).code == "E0218");
    CHECK(link_with("acme.names", number(5)).diagnostics.at(0).code == "E0301");
}

TEST_CASE("equal conditions of different rules are one expression", "[link]") {
    const auto size_of = [](const std::string& text) {
        const Linked linked = link(compile({"package acme\n" + text}), {});
        REQUIRE(linked.program != nullptr);
        return linked.program->expressions.nodes.size();
    };
    const std::string first = rule("a", "for p in packages\n require p.name != \"x\" and p.id != \"y\"");
    const std::string same = rule("b", "for q in packages\n require q.id != \"y\" and q.name != \"x\"");
    CHECK(size_of(first + same) == size_of(first));
    const std::string quantified = rule("b", "require any(z in packages: z.id != \"y\" and z.name != \"x\")");
    CHECK(size_of(first + quantified) == size_of(first) + 1);
}

TEST_CASE("the scope of an expression is what it reads and does not bind", "[link]") {
    const auto units = compile({"package acme\n" + nested});
    for (const auto& unit : units) check_scopes(unit->expressions, find_scopes(unit->expressions));
    const Linked linked = link(units, {});
    REQUIRE(linked.program != nullptr);
    check_scopes(linked.program->expressions, linked.program->analysis);
}

TEST_CASE("variables over one list are told apart where both may be read, and are one where not", "[link]") {
    const auto variables_of = [](const std::string& body) {
        const Linked linked = link(compile({"package acme\n" + rule("r", body)}), {});
        REQUIRE(linked.program != nullptr);
        return linked.program->expressions.variables.size();
    };
    CHECK(variables_of("forbid any(p in packages: p.name == \"x\") and any(q in packages: q.id == \"y\")") == 1);
    CHECK(variables_of("forbid any(p in packages: p.name == \"x\" and any(q in packages: q.id == \"y\"))") == 1);
    CHECK(variables_of("forbid any(p in packages: p.name == \"x\" and any(q in packages: q.id == p.id))") == 2);
    CHECK(variables_of("for p in packages\n for q in packages\n forbid p.id == \"x\" and q.id == \"x\"") == 2);
    CHECK(variables_of("for p in packages\n forbid p.id == \"x\" and any(q in packages: q.id == \"y\")") == 1);
    CHECK(variables_of("forbid count([q.name for p in packages for q in packages where q.id == p.id]) > 1") == 2);
}

TEST_CASE("a program has its units' schema, or one with the types that the passes needed", "[link]") {
    const auto few = compile({"package acme\n" + rule("r")});
    const Linked same = link(few, {});
    REQUIRE(same.program != nullptr);
    CHECK(same.program->schema == few.front()->schema);
    // No policy and no fact speaks of a list of this enum; the pass that merges the comparisons does.
    const auto more =
        compile({"package acme\nenum Own { a, b, c }\nfacts own { it: Own }\n" + rule("r", "forbid own.it == a or own.it == b")});
    const Linked other = link(more, {});
    REQUIRE(other.program != nullptr);
    CHECK(other.program->schema != more.front()->schema);
    CHECK(other.program->schema->types().size() > more.front()->schema->types().size());
}

TEST_CASE("a range that would take years to decide holds for nothing", "[link]") {
    std::string text = "package acme\nfn f0(x: int) -> bool = x > 0\n";
    for (int i = 1; i <= 40; ++i) {
        const std::string before = "f" + std::to_string(i - 1) + "(x)";
        text += "fn f" + std::to_string(i) + "(x: int) -> bool = " + before + " and " + before + "\n";
    }
    text += "param p: int = 3 where f40(p)\n" + rule("one");
    CHECK(codes_of(std::vector<std::string>{text}, LinkOptions()) == std::vector<std::string>{"E0605"});
}
