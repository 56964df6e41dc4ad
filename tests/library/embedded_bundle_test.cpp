// The bundle that the build left in the program says what the texts say.
#include <string>

#include "bindings/api/bundle.h"
#include "bindings/api/policies.h"
#include "bindings/api/rule_list.h"
#include "dsl/compile.h"
#include "engine/program/bundle.h"
#include "tests/catch.h"

namespace {

using namespace scantling;

TEST_CASE("the embedded bundle of the standard library is that of its texts", "[library]") {
    std::vector<dsl::PolicyText> texts;
    for (PolicyText& text : standard_library()) texts.push_back({std::move(text.name), std::move(text.text), true});
    const dsl::Compiled compiled = dsl::compile(texts);
    REQUIRE(compiled.diagnostics.empty());
    if (standard_bundle().empty()) {
        WARN("skipped: this build embeds no bundle; the texts are compiled at every start");
        return;
    }
    const auto verified = load_units(standard_bundle());
    REQUIRE(verified);
    const auto trusted = read_own_bundle(standard_bundle());
    CHECK(list_rules_json(*verified) == list_rules_json(compiled.units));
    CHECK(list_rules_json(trusted) == list_rules_json(compiled.units));
    REQUIRE(trusted.size() == compiled.units.size());
    for (std::size_t i = 0; i < trusted.size(); ++i) {
        CAPTURE(trusted[i]->package);
        CHECK(print(trusted[i]->expressions, *trusted[i]->schema) == print(compiled.units[i]->expressions, *compiled.units[i]->schema));
    }
    CHECK(write_bundle(trusted, "") == write_bundle(compiled.units, ""));
}

}  // namespace
