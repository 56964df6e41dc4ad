// What is generated from the facts model is fresh, and a schema that is printed reads back as itself.
#include <filesystem>

#include "dsl/syntax/parse.h"
#include "dsl/tools/generate_schema/generate.h"
#include "dsl/tools/generate_schema/schema_text.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

namespace {

std::string rendered(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& d : diagnostics) out += render(d);
    return out;
}

dsl::ReadModel read_text(std::string text) {
    const std::shared_ptr<const Source> source = std::make_shared<Source>("model.scant", std::move(text));
    return dsl::read_model(std::span(&source, 1));
}

}  // namespace

TEST_CASE("the generated files are what `./run generate` writes", "[generated]") {
    const fs::path schema = test::source_dir() / "engine/schema";
    std::vector<std::shared_ptr<const Source>> sources;
    for (const std::string_view name : dsl::model_files()) {
        sources.push_back(std::make_shared<Source>(std::string(name), test::read_file(schema / "model" / name)));
    }
    const auto in_folder = std::distance(fs::directory_iterator(schema / "model"), fs::directory_iterator());
    CHECK(static_cast<std::size_t>(in_folder) == sources.size());
    const dsl::ReadModel read = dsl::read_model(sources);
    CAPTURE(rendered(read.diagnostics));
    REQUIRE(read.diagnostics.empty());
    for (const dsl::GeneratedFile& file : dsl::generate(read.model)) {
        CAPTURE(std::string(file.name));
        const bool fresh = file.text == test::read_file(schema / "generated" / file.name);
        CHECK(fresh);
    }
}

TEST_CASE("the built-in schema printed as Scant reads back as itself", "[generated]") {
    const std::string text = dsl::schema_as_scant(*Schema::builtin());
    const dsl::ReadModel read = read_text(text);
    CAPTURE(rendered(read.diagnostics));
    REQUIRE(read.diagnostics.empty());
    const bool same = dsl::schema_as_scant(*read.model.schema) == text;
    CHECK(same);
    const bool same_json = dsl::json_schema(*read.model.schema) == dsl::json_schema(*Schema::builtin());
    CHECK(same_json);
}

TEST_CASE("no two types of the generated tables are equal", "[generated]") {
    // The built-in schema takes them as they stand, without a search for each among those before it.
    Types types = Schema::builtin()->types();
    const std::size_t count = types.size();
    for (TypeId id = 0; id < count; ++id) CHECK(types.intern(types[id]) == id);
    CHECK(types.size() == count);
}

TEST_CASE("a mistake in a model is located", "[generated]") {
    struct Case {
        const char* text;
        const char* message;
        const char* place;
    };
    const Case cases[] = {
        {"package p\nrecord R { a: nothing }", "no such type: `nothing`", "nothing"},
        {"package p\nrecord R { a: list<int, int> }", "no such type: `list<int, int>`", "list<int, int>"},
        {"package p\nrecord R { a: ref<E> }\nenum E { a }", "no such type: `ref<E>`", "ref<E>"},
        {"package p\nrecord R { a: int, a: int }", "`a` is declared twice", "a"},
        {"package p\nrecord R { a: int }\nenum R { a }", "`R` is declared twice", "R"},
        {"package p\nlet x = 1", "a model holds `record`, `enum` and `facts` alone", "let x = 1"},
    };
    for (const Case& c : cases) {
        const dsl::ReadModel read = read_text(c.text);
        CAPTURE(c.text);
        REQUIRE(read.diagnostics.size() == 1);
        CHECK(read.diagnostics[0].message == c.message);
        CHECK(read.diagnostics[0].source->text(read.diagnostics[0].span) == c.place);
    }
}
