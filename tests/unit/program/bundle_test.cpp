// engine/program/bundle: what the front end makes comes back as it was; everything else is refused, with a reason.
#include "engine/program/bundle.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "dsl/compile.h"
#include "engine/base/sha256.h"
#include "engine/program/bundle_schema.h"
#include "engine/program/bundle_units.h"
#include "engine/program/link.h"
#include "engine/program/verify.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

namespace {

using Units = std::vector<std::shared_ptr<const Unit>>;

Units units_of(const std::vector<dsl::PolicyText>& texts) {
    const dsl::Compiled compiled = dsl::compile(texts);
    for (const Diagnostic& diagnostic : compiled.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE_FALSE(has_errors(compiled.diagnostics));
    return compiled.units;
}

std::vector<dsl::PolicyText> texts_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".scant" && name.find("_test.scant") == std::string::npos) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<dsl::PolicyText> texts;
    for (const fs::path& file : files) texts.push_back({file.filename().string(), test::read_file(file), true});
    return texts;
}

const Units& standard_library() {
    static const Units units = units_of(texts_below(test::source_dir() / "stdlib-policies"));
    return units;
}

bool same_fields(const std::vector<Field>& a, const std::vector<Field>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Field& x, const Field& y) {
        return x.name == y.name && x.documentation == y.documentation && x.type == y.type && x.flags == y.flags && x.from == y.from;
    });
}

void check_same(const Schema& a, const Schema& b) {
    REQUIRE(a.types().size() == b.types().size());
    for (TypeId id = 0; id < a.types().size(); ++id) CHECK(a.types()[id] == b.types()[id]);
    REQUIRE(a.enums().size() == b.enums().size());
    for (std::size_t e = 0; e < a.enums().size(); ++e) {
        CHECK(a.enums()[e].name == b.enums()[e].name);
        CHECK(a.enums()[e].ordered == b.enums()[e].ordered);
        CHECK(a.enums()[e].members == b.enums()[e].members);
    }
    REQUIRE(a.records().size() == b.records().size());
    for (std::size_t r = 0; r < a.records().size(); ++r) {
        CAPTURE(a.records()[r].name);
        CHECK(a.records()[r].name == b.records()[r].name);
        CHECK(same_fields(a.records()[r].fields, b.records()[r].fields));
    }
    REQUIRE(a.domains().size() == b.domains().size());
    for (std::size_t d = 0; d < a.domains().size(); ++d) {
        CHECK(a.domains()[d].name == b.domains()[d].name);
        CHECK(a.domains()[d].run_record == b.domains()[d].run_record);
        CHECK(a.domains()[d].subject_record == b.domains()[d].subject_record);
    }
}

void check_same(const Layout& a, const Layout& b) {
    check_same(a.schema(), b.schema());
    REQUIRE(a.tables().size() == b.tables().size());
    for (TableId table = 0; table < a.tables().size(); ++table) {
        CHECK(a.table(table).path == b.table(table).path);
        CHECK(a.table(table).slots.size() == b.table(table).slots.size());
    }
    CHECK(a.parts().size() == b.parts().size());
}

void check_round_trip(const Units& units) {
    const std::string bytes = write_bundle(units, "1.2.3");
    const ReadBundle read = read_bundle(bytes);
    INFO(read.message);
    REQUIRE_FALSE(read.failure);
    REQUIRE(read.units.size() == units.size());
    CHECK(write_bundle(read.units, "1.2.3") == bytes);
    for (std::size_t u = 0; u < units.size(); ++u) {
        const Unit& before = *units[u];
        const Unit& after = *read.units[u];
        CAPTURE(before.package);
        CHECK(after.package == before.package);
        CHECK(print(after.expressions, *after.schema) == print(before.expressions, *before.schema));
        CHECK(after.expressions.children == before.expressions.children);
        CHECK(after.rules.size() == before.rules.size());
        CHECK(after.schema == read.units[0]->schema);
        CHECK(after.layout == read.units[0]->layout);
    }
    if (units.empty()) return;
    check_same(*units[0]->schema, *read.units[0]->schema);
    check_same(*units[0]->layout, *read.units[0]->layout);
}

const std::string small_policy = R"(package acme.small

param least: size = 1MB where least > 0B

record Owner { key name: string }
facts acme { owners: list<Owner> }

rule one {
    title "one"
    severity high
    for p in packages where p.name matches "^lib"
    require p.name in ["liba", "libb"] or any(o in acme.owners: o.name == p.name)
    message "{p.name} is odd"
}

profile small { include acme.small set least = 2MB }
)";

Units small() { return units_of({{"small.scant", small_policy, false}}); }

}  // namespace

TEST_CASE("the standard library comes back from a bundle as it was", "[bundle]") {
    check_round_trip(standard_library());
    CHECK(read_bundle(write_bundle(standard_library(), "")).units.front()->layout == Layout::builtin());
}

TEST_CASE("units with declared facts, every construct, none at all come back from a bundle", "[bundle]") {
    check_round_trip({});
    check_round_trip(small());
    check_round_trip(units_of(texts_below(test::source_dir() / "tests/language/units")));
    check_round_trip(units_of({{"lab.scant", test::read_file(test::source_dir() / "tests/language/semantics/lab.scant"), false}}));
}

TEST_CASE("every policy of the tests that compiles comes back from a bundle", "[bundle]") {
    std::size_t compiled_texts = 0;
    for (const auto& text : texts_below(test::source_dir() / "tests")) {
        const dsl::Compiled compiled = dsl::compile({{text.name, text.text, false}});
        if (has_errors(compiled.diagnostics) || compiled.units.empty()) continue;
        ++compiled_texts;
        CAPTURE(text.name);
        check_round_trip(compiled.units);
    }
    CHECK(compiled_texts > 5);
}
