// Policies that would pass in silence and do not compile: a file for each, whose first line names the code that it must get and the line of
// the language's law that it is about.
#include <algorithm>
#include <filesystem>
#include <string>

#include "dsl/compile.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

TEST_CASE("what would pass in silence does not compile", "[language]") {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(test::source_dir() / "tests/language/no_silent_pass")) {
        if (entry.path().extension() != ".scant") continue;
        ++files;
        const std::string text = test::read_file(entry.path());
        const dsl::Compiled compiled = dsl::compile({{entry.path().filename().string(), text, false}});
        const std::string code = text.substr(2, 5);
        std::string diagnostics;
        for (const Diagnostic& d : compiled.diagnostics) diagnostics += render(d);
        CAPTURE(entry.path().filename().string(), text, diagnostics);
        CHECK(compiled.units.empty());
        CHECK(std::any_of(compiled.diagnostics.begin(), compiled.diagnostics.end(),
                          [&](const Diagnostic& d) { return d.code == code && d.severity == DiagnosticSeverity::error; }));
    }
    CHECK(files >= 40);
}
