// engine/program: the lists that a program can ask about.
#include "engine/program/asked.h"

#include "dsl/compile.h"
#include "engine/program/link.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

struct Line {
    std::string body;
    std::vector<std::string> asked;
    std::vector<std::string> left;
};

std::shared_ptr<const Program> program_of(const Line& line) {
    const std::string text = "package p\n" + std::string("rule one {\n title \"t\"\n severity low\n ") + line.body + "\n}\n";
    const dsl::Compiled compiled = dsl::compile({{"p.scant", text, false}});
    for (const Diagnostic& diagnostic : compiled.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE_FALSE(has_errors(compiled.diagnostics));
    const Linked linked = link(compiled.units, {});
    REQUIRE(linked.program != nullptr);
    return linked.program;
}

}  // namespace

TEST_CASE("a list is asked about where an expression reads it, however it comes to it", "[asked]") {
    for (const Line& line : std::vector<Line>{
             {"require packages is known",
              {"packages"},
              {"packages.cpes", "packages.properties", "sboms.packages", "sboms.packages.hashes"}},
             {"for p in packages\n require count(p.cpes) > 0",
              {"packages", "packages.cpes"},
              {"packages.properties", "sboms.packages.cpes"}},
             {"for p in packages\n require any(e in entries(p.properties): e.key == \"a\")", {"packages.properties"}, {"packages.cpes"}},
             {"for p in packages\n require p.external_references[\"vcs\"] is present", {"packages.external_references"}, {"packages.cpes"}},
             {"for b in sboms\n require all(s in b.packages: count(s.hashes) > 0)",
              {"sboms", "sboms.packages", "sboms.packages.hashes"},
              {"packages", "sboms.packages.cpes", "sboms.packages.external_references"}},
             {"for b in sboms\n require all(s in b.packages: s.package is present and count(s.package.cpes) > 0)",
              {"packages", "packages.cpes"},  // a ref's list is asked about with it
              {"sboms.packages.cpes"}},
             {"for p in packages\n require p.version is known\n message \"{p.name} {p.cpes}\"", {"packages.cpes"}, {"packages.properties"}},
             {"require packages is known", {"image.history.words"}, {}},  // sensitive: reports have to hide it
         }) {
        CAPTURE(line.body);
        const auto program = program_of(line);
        const std::vector<bool> asked = lists_asked(*program);
        REQUIRE(asked.size() == program->layout->tables().size());
        const auto is_asked = [&](const std::string& path) {
            const auto table = program->layout->find_table(path);
            REQUIRE(table.has_value());
            return asked[*table];
        };
        for (const std::string& path : line.asked) {
            CAPTURE(path);
            CHECK(is_asked(path));
        }
        for (const std::string& path : line.left) {
            CAPTURE(path);
            CHECK_FALSE(is_asked(path));
        }
    }
}
