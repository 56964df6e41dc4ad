// The standard library cut off anywhere: what was expected there is said in words, never by the name of a type of ours.
#include <string>

#include "bindings/api/policies.h"
#include "dsl/compile.h"
#include "tests/catch.h"

namespace {

using namespace scantling;

TEST_CASE("a policy that is cut off says in words what was expected", "[library]") {
    std::size_t cut = 0;
    for (const PolicyText& text : standard_library()) {
        for (std::size_t end = 0; end < text.text.size(); end += end < 400 ? 1 : 97) {
            const dsl::Compiled compiled = dsl::compile({{text.name, text.text.substr(0, end), false}});
            for (const Diagnostic& diagnostic : compiled.diagnostics) {
                CAPTURE(text.name, end, diagnostic.message);
                REQUIRE(diagnostic.message.find("scantling3dsl") == std::string::npos);
                REQUIRE(diagnostic.message.find("5boost") == std::string::npos);
            }
            ++cut;
        }
    }
    CHECK(cut > 3000);
}

}  // namespace
