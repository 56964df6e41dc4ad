// Policies that compile: the whole example of the language's description becomes the unit that somebody has looked at.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "dsl/compile.h"
#include "engine/schema/schema.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;

namespace {

std::string id(ExpressionId expression) { return expression == no_expression ? "-" : "%" + std::to_string(expression); }

std::string print_unit(const Unit& unit) {
    std::string out = "unit " + unit.package + "\n" + print(unit.expressions, *unit.schema);
    for (const Rule& rule : unit.rules) {
        out += "rule " + rule.name + (rule.level == Level::run ? " of the run" : " of a subject") + ": when " + id(rule.when);
        for (const ForClause& clause : rule.fors) out += " for #" + std::to_string(clause.variable) + " where " + id(clause.where);
        out += (rule.forbids ? " forbid " : " require ") + id(rule.body) + " severity " + id(rule.severity) + " at " + id(rule.at) +
               " message " + id(rule.message) + " fix " + id(rule.fix) + ", " + std::to_string(rule.examples.size()) + " examples\n";
    }
    for (const Parameter& parameter : unit.parameters) out += "param " + parameter.name + "\n";
    for (const Profile& profile : unit.profiles) out += "profile " + profile.name + "\n";
    return out;
}

dsl::Compiled compile_files(const std::vector<std::string>& names) {
    std::vector<dsl::PolicyText> texts;
    for (const std::string& name : names) {
        texts.push_back({name, test::read_file(test::source_dir() / "tests/language/units" / name), true});
    }
    return dsl::compile(texts);
}

void check_unit(const std::vector<std::string>& files, const std::string& golden) {
    const dsl::Compiled compiled = compile_files(files);
    std::string diagnostics;
    for (const Diagnostic& d : compiled.diagnostics) diagnostics += render(d);
    CAPTURE(diagnostics);
    REQUIRE(compiled.units.size() == files.size());
    CHECK(diagnostics.empty());
    CHECK(test::matches_golden(test::source_dir() / "tests/language/units" / golden, print_unit(*compiled.units[0])));
}

}  // namespace

TEST_CASE("the example of the language becomes units", "[language]") { check_unit({"acme.scant", "shell.scant"}, "acme.txt"); }

TEST_CASE("every construct is lowered as its golden says", "[language]") { check_unit({"tour.scant", "shell.scant"}, "tour.txt"); }
