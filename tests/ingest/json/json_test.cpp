// The located JSON reader: what is refused and where, and the cursor.
#include "engine/ingest/json/json.h"

#include <algorithm>
#include <string>

#include "engine/facts/locate.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

struct Reading {
    explicit Reading(const std::string& text) {
        const DocumentId id = builder.add_document({std::make_shared<const Source>("d.json", text), "test", true, false});
        document = parse_json(builder, id, diagnostics);
    }
    [[nodiscard]] std::string first_code() const { return diagnostics.empty() ? "" : diagnostics.front().code; }
    [[nodiscard]] Span first_span() const { return diagnostics.empty() ? Span{} : diagnostics.front().span; }

    Builder builder;
    Diagnostics diagnostics;
    std::unique_ptr<JsonDocument> document;
};

const JsonKeys keys{"name", "count", "labels", "items", "score", "flag"};
enum Key : std::size_t { name, count, labels, items, score, flag };

std::string deep_objects(int levels) {
    std::string text;
    for (int i = 0; i < levels; ++i) text += "{\"a\":";
    return text;
}

}  // namespace

TEST_CASE("what is no JSON document is refused with its place") {
    struct Case {
        const char* what;
        std::string text;
        const char* code;
        std::uint32_t at;
    };
    const std::vector<Case> cases = {
        {"empty", "", "I0101", 0},
        {"blank", " \n\t ", "I0101", 0},
        {"a byte order mark alone", "\xEF\xBB\xBF", "I0101", 0},
        {"invalid UTF-8", "{\"a\": \"\xFF\"}", "I0102", 7},
        {"an overlong form", "{\"a\": \"\xC0\xAF\"}", "I0102", 7},
        {"a surrogate in UTF-8", "[\"\xED\xA0\x80\"]", "I0102", 2},
        {"a bare word", "{\"a\": tru}", "I0103", 9},
        {"a trailing comma", "[1, 2,]", "I0103", 6},
        {"a comment", "{} // x", "I0104", 3},
        {"a second document", "{}\n{}", "I0104", 3},
        {"garbage after", "{\"a\": 1} x", "I0104", 9},
        {"a NUL after", std::string("{}\0", 3), "I0104", 2},
        {"a NUL inside", std::string("{\"a\": \0 1}", 10), "I0103", 6},
        {"a NUL in a string", std::string("[\"a\0b\"]", 7), "I0103", 3},
        {"cut off in an object", "{\"a\": ", "I0105", 6},
        {"cut off in a string", "{\"a", "I0105", 3},
        {"cut off before the end", "[[1]", "I0105", 4},
        {"single quotes", "{'a': 1}", "I0103", 1},
        {"a control character in a string", "[\"a\nb\"]", "I0103", 3},
        {"a lone surrogate escape", "[\"\\ud800\"]", "I0103", 8},
        {"an integer outside 64 bits", "{\"a\": 18446744073709551616}", "I0107", 6},
        {"a negative one", "[1, -9223372036854775809]", "I0107", 4},
        {"1,025 levels", std::string(1025, '['), "I0106", 1024},
        {"100,000 levels of objects", deep_objects(100000), "I0106", 5120},
        {"binary", std::string("\x7F\x45LF\x02\x01\x01\0\0\0", 10), "I0103", 0},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const Reading reading(c.text);
        CHECK(reading.document == nullptr);
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.first_code() == c.code);
        CHECK(reading.first_span().begin == c.at);
        CHECK_FALSE(render(reading.diagnostics.front()).empty());
    }
}

TEST_CASE("a JSON document cut off anywhere is refused") {
    const std::string text = R"({"name": "a\u00e9b", "items": [1, -2.5e3, true, null, {"x": []}], "count": 12})";
    for (std::size_t size = 0; size < text.size(); ++size) {
        CAPTURE(size);
        const Reading reading(text.substr(0, size));
        CHECK(reading.document == nullptr);
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK((reading.first_code() == "I0105" || reading.first_code() == "I0101" || reading.first_code() == "I0103"));
        CHECK(reading.first_span().begin <= size);
    }
    CHECK(Reading(text).document != nullptr);
}

TEST_CASE("what is JSON is read") {
    const std::vector<std::string> texts = {"\xEF\xBB\xBF{}",
                                            "[]",
                                            "\"\\u0000\"",
                                            "1",
                                            std::string(1024, '[') + std::string(1024, ']'),
                                            "[18446744073709551615, -9223372036854775808, 1e300]",
                                            "[\"" + std::string(10'000'000, 'x') + "\"]"};
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 40));
        Reading reading(text);
        CHECK(reading.document != nullptr);
        CHECK(reading.diagnostics.empty());
    }
}

TEST_CASE("JSON fields: known keys, in any order, missing and null alike") {
    Reading reading(R"({"other": 1, "count": 7, "name": "a\tb", "labels": null, "score": 7.25, "flag": true, "other": 2})");
    REQUIRE(reading.document);
    const JsonValue root = reading.document->root();
    const JsonFields fields = root.fields(keys);
    CHECK(fields[name].string() == "a\tb");
    CHECK(fields[count].integer() == 7);
    CHECK(fields[count].decimal() == 7'000'000);
    CHECK(fields[score].decimal() == 7'250'000);
    CHECK(fields[flag].boolean() == true);
    CHECK(fields[labels].is_null());
    CHECK(fields[labels].members().size() == 0);
    CHECK_FALSE(fields[items].exists());
    CHECK(fields[items].elements().size() == 0);
    CHECK_FALSE(fields[items].string().has_value());
    CHECK(reading.builder.places().pointer(fields[name].place()) == "/name");
    CHECK(fields[items].place() == root.place());
    CHECK_FALSE(reading.document->refused());
    CHECK(reading.diagnostics.empty());
}

TEST_CASE("JSON elements and members carry their places") {
    Reading reading(R"({"items": [{"name": "x"}, {"name": "y"}],
                        "labels": {"a/b": "1", "c": {"z": 1, "b": [1, 2.5, "q\"", null, false]}}})");
    REQUIRE(reading.document);
    const JsonFields fields = reading.document->root().fields(keys);
    std::vector<std::string> pointers;
    std::vector<std::string> names;
    for (const JsonValue item : fields[items].elements()) {
        const JsonFields inner = item.fields(keys);
        names.emplace_back(inner[name].string().value_or("?"));
        pointers.push_back(reading.builder.places().pointer(inner[name].place()));
    }
    CHECK(names == std::vector<std::string>{"x", "y"});
    CHECK(pointers == std::vector<std::string>{"/items/0/name", "/items/1/name"});
    std::vector<std::string> read;
    for (const auto& [key, value] : fields[labels].members()) {
        read.push_back(std::string(key) + "=" + value.canonical() + "@" + reading.builder.places().pointer(value.place()));
    }
    CHECK(read == std::vector<std::string>{"a/b=\"1\"@/labels/a~1b", R"(c={"b":[1,2.5,"q\"",null,false],"z":1}@/labels/c)"});
}

TEST_CASE("a wrong type or a repeated key refuses the document, with the place of each") {
    struct Case {
        std::string text;
        const char* code;
        std::string at;  // the text at the place
    };
    const std::vector<Case> cases = {
        {R"({"name": 12})", "I0111", "12"},
        {R"({"name": ["x"]})", "I0111", R"(["x"])"},
        {R"({"count": "7"})", "I0111", R"("7")"},
        {R"({"count": 7.5})", "I0111", "7.5"},
        {R"({"flag": 0})", "I0111", "0"},
        {R"({"items": {}})", "I0111", "{}"},
        {R"({"labels": []})", "I0111", "[]"},
        {R"({"score": "high"})", "I0111", R"("high")"},
        {R"({"count": 9223372036854775808})", "I0112", "9223372036854775808"},
        {R"({"name": "a", "x": 1, "name": "b"})", "I0110", R"("b")"},
        {R"({"labels": {"q": "1", "r": "2", "q": "3"}})", "I0110", R"("3")"},
        {R"({"labels": {"q": "1", "\u0071": "3"}})", "I0110", R"("3")"},
        {R"([])", "I0111", "[]"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        Reading reading(c.text);
        REQUIRE(reading.document);
        const JsonFields fields = reading.document->root().fields(keys);
        static_cast<void>(fields[name].string());
        static_cast<void>(fields[count].integer());
        static_cast<void>(fields[score].decimal());
        static_cast<void>(fields[flag].boolean());
        static_cast<void>(fields[items].elements());
        static_cast<void>(fields[labels].members());
        CHECK(reading.document->refused());
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.first_code() == c.code);
        const Span span = reading.first_span();
        CHECK(c.text.substr(span.begin, span.size()) == c.at);
    }
}

TEST_CASE("of many errors in one JSON document twenty are told, and that there are more") {
    std::string text = "[";
    for (int i = 0; i < 50; ++i) text += "1,";
    Reading reading(text + "1]");
    REQUIRE(reading.document);
    for (const JsonValue value : reading.document->root().elements()) static_cast<void>(value.string());
    CHECK(reading.diagnostics.size() == 21);
    CHECK(reading.diagnostics.back().code == "I0113");
}

TEST_CASE("the keys of a JSON object are told apart from any other") {
    const JsonKeys some{"CapAdd", "CapDrop", "Cpu", "Cap", "", "a"};
    for (std::size_t i = 0; i < some.size(); ++i) CHECK(some.find(some.name(i)) == i);
    for (int i = 0; i < 60; ++i) CHECK(some.find("key" + std::to_string(i)) == JsonKeys::none);
}
