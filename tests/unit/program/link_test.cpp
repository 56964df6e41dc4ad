// engine/program: selecting rules by profile, setting parameters, linking errors, sharing of expressions.
#include "engine/program/link.h"

#include <algorithm>

#include "dsl/compile.h"
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

TEST_CASE("a range that would take years to decide holds for nothing", "[link]") {
    std::string text = "package acme\nfn f0(x: int) -> bool = x > 0\n";
    for (int i = 1; i <= 40; ++i) {
        const std::string before = "f" + std::to_string(i - 1) + "(x)";
        text += "fn f" + std::to_string(i) + "(x: int) -> bool = " + before + " and " + before + "\n";
    }
    text += "param p: int = 3 where f40(p)\n" + rule("one");
    CHECK(codes_of(std::vector<std::string>{text}, LinkOptions()) == std::vector<std::string>{"E0605"});
}
