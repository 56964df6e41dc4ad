// The standard library: it compiles, every rule is complete, and every example does what it says.
#include <set>
#include <string>

#include "bindings/api/examples.h"
#include "bindings/api/policies.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

Policies everything() {
    PolicyOptions options;
    options.profile = "std.everything";
    Policies policies = load_policies(options);
    for (const Diagnostic& d : policies.diagnostics) UNSCOPED_INFO(render(d));
    REQUIRE(policies.program != nullptr);
    return policies;
}

bool has_example(const Rule& rule, ExampleKind kind) {
    for (const Example& example : rule.examples) {
        if (example.kind == kind) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the library compiles without a word, and its profiles link", "[library]") {
    for (const char* profile : {"", "std.baseline", "std.everything"}) {
        PolicyOptions options;
        options.profile = profile;
        const Policies policies = load_policies(options);
        CAPTURE(profile);
        for (const Diagnostic& d : policies.diagnostics) UNSCOPED_INFO(render(d));
        CHECK(policies.diagnostics.empty());
        REQUIRE(policies.program != nullptr);
        CHECK(policies.program->rules.size() >= 30);
    }
}

TEST_CASE("every rule says why and what to do, and shows a good and a bad example", "[library]") {
    const Policies policies = everything();
    std::set<Practice> practices;
    for (const LinkedRule& linked : policies.program->rules) {
        const Rule& rule = *linked.rule;
        CAPTURE(rule.name);
        CHECK_FALSE(rule.why.empty());
        CHECK(rule.practice.has_value());
        CHECK(rule.fix != no_expression);
        CHECK(has_example(rule, ExampleKind::good));
        CHECK(has_example(rule, ExampleKind::bad));
        if (rule.practice) practices.insert(*rule.practice);
    }
    CHECK(practices.size() == 5);
}

TEST_CASE("every example of the library ends as it says", "[library]") {
    const Policies policies = everything();
    const ExampleRun run = run_examples(policies);
    CHECK(run.examples >= 2 * policies.program->rules.size());
    for (const ExampleFailure& failure : run.failures) {
        CAPTURE(failure.rule);
        CAPTURE(failure.message);
        CHECK(false);
    }
}

TEST_CASE("an example that does not do what it says is reported", "[library]") {
    PolicyOptions options;
    options.standard_library = false;
    options.texts.push_back({"a.scant",
                             "package a\nrule r {\n    title \"r\"\n    severity low\n    require environment is present\n"
                             "    example good environment \"production\"\n    example bad environment \"production\"\n}\n"});
    const Policies policies = load_policies(options);
    for (const Diagnostic& d : policies.diagnostics) UNSCOPED_INFO(render(d));
    REQUIRE(policies.program != nullptr);
    const ExampleRun run = run_examples(policies);
    CHECK(run.examples == 2);
    REQUIRE(run.failures.size() == 1);
    CHECK(run.failures[0].message == "expected fail, but it is pass");
}
