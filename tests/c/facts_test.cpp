// Documents and facts through the C interface: all at once and one by one, refused, noted, taken back.
#include <filesystem>

#include "tests/c/interface.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling::test;

namespace {

OwnInputs builder(scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT) {
    OwnInputs out;
    REQUIRE(scantling_inputs_create(&options, out.out(), nullptr) == SCANTLING_OK);
    return out;
}

OwnFacts frozen(scantling_inputs* inputs) {
    OwnFacts out;
    REQUIRE(scantling_inputs_freeze(inputs, out.out(), nullptr) == SCANTLING_OK);
    return out;
}

scantling_status add(scantling_inputs* inputs, const scantling_document& given, OwnError& error) {
    return scantling_inputs_add(inputs, &given, error.out());
}

const char* const broken_json = "{\"bomFormat\": \"CycloneDX\", ";
const char* const image_a =
    R"([{"Id": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "RepoTags": ["shop:1"], "Architecture": "amd64", "Os": "linux", "RootFS": {"Type": "layers", "Layers": []}, "Config": {"User": "1000"}}])";
const char* const image_b =
    R"([{"Id": "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "RepoTags": ["shop:1"], "Architecture": "amd64", "Os": "linux", "RootFS": {"Type": "layers", "Layers": []}, "Config": {"User": "1000"}}])";

}  // namespace

TEST_CASE("bytes and paths, at once and one by one, give the same facts", "[c]") {
    const auto bytes = as_bytes(example_service());
    auto with_ignore = bytes;
    const std::string ignore = read_file(source_dir() / "docs/examples/service/.dockerignore");
    const std::string ignore_name = (source_dir() / "docs/examples/service/.dockerignore").string();
    with_ignore[0].ignore_bytes = str(ignore);
    with_ignore[0].ignore_name = str(ignore_name);
    const std::string expected = json_of(facts_of(with_ignore).get());
    CHECK(json_of(facts_of(as_paths(example_service())).get()) == expected);
    CHECK(json_of(facts_of(bytes).get()) != expected);  // that file counts

    const OwnInputs inputs = builder();
    OwnError error;
    for (const scantling_document& each : with_ignore) {
        CHECK(add(inputs, each, error) == SCANTLING_OK);
        CHECK(error.get() == nullptr);
    }
    CHECK(json_of(frozen(inputs).get()) == expected);
    // The builder is empty now, and serves again.
    CHECK(json_of(frozen(inputs).get()) == json_of(facts_of({}).get()));
    for (const scantling_document& each : with_ignore) CHECK(add(inputs, each, error) == SCANTLING_OK);
    CHECK(json_of(frozen(inputs).get()) == expected);
}

TEST_CASE("subjects have the names that reports give them", "[c]") {
    const OwnFacts service = facts_of(as_bytes(example_service()));
    REQUIRE(scantling_facts_subject_count(service) == 1);
    CHECK(text_of(scantling_facts_subject(service, 0)) == "registry.example.com/shop/orders:1.4.2");
    CHECK(scantling_facts_subject(service, 1).data == nullptr);
    CHECK(scantling_facts_subject_count(facts_of({})) == 0);
    scantling_document renamed = document(small_dockerfile);
    renamed.subject = scantling_text("build elsewhere/Dockerfile");
    const OwnFacts two = facts_of({document(small_dockerfile), renamed});
    REQUIRE(scantling_facts_subject_count(two) == 2);
    CHECK(text_of(scantling_facts_subject(two, 0)) == "build document 1");
    CHECK(text_of(scantling_facts_subject(two, 1)) == "build elsewhere/Dockerfile");
}

TEST_CASE("a refused document leaves no trace, wherever it comes", "[c]") {
    const auto good = as_bytes(example_service());
    const std::string expected = json_of(facts_of(good).get());
    for (std::size_t at = 0; at <= good.size(); ++at) {
        const OwnInputs inputs = builder();
        OwnError error;
        for (std::size_t i = 0; i <= good.size(); ++i) {
            if (i == at) {
                CHECK(add(inputs, document(broken_json, "broken.json"), error) == SCANTLING_INPUT_ERROR);
                REQUIRE(scantling_error_count(error) == 1);
                scantling_diagnostic why = SCANTLING_DIAGNOSTIC_INIT;
                REQUIRE(scantling_error_at(error, 0, &why) == SCANTLING_OK);
                CHECK(text_of(why.code) == "I0105");
                CHECK(text_of(why.file) == "broken.json");
            }
            if (i < good.size()) CHECK(add(inputs, good[i], error) == SCANTLING_OK);
        }
        CHECK(json_of(frozen(inputs).get()) == expected);
    }
}

TEST_CASE("a refusal that is noted makes the verdict undecided, and is listed", "[c]") {
    scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT;
    options.note_refused = 1;
    const OwnInputs inputs = builder(options);
    OwnError error;
    CHECK(add(inputs, document(broken_json, "broken.json"), error) == SCANTLING_OK);
    CHECK(scantling_error_status(error) == SCANTLING_OK);
    CHECK(scantling_error_count(error) == 1);
    const OwnFacts facts = frozen(inputs);
    const OwnReport report = report_of(compiled({policy(small_policy)}), facts);
    CHECK(scantling_report_verdict(report) == SCANTLING_UNDECIDED);
    CHECK(scantling_report_diagnostic_count(report) == 1);
    scantling_outcome first = SCANTLING_OUTCOME_INIT;
    REQUIRE(scantling_report_outcome_count(report) > 0);
    REQUIRE(scantling_report_outcome(report, 0, &first) == SCANTLING_OK);
    CHECK(text_of(first.rule) == "engine.input_partial");
    CHECK(first.kind == SCANTLING_UNKNOWN);
    CHECK(first.severity == SCANTLING_HIGH);
    // Without the option reading is all or nothing.
    const std::vector<scantling_document> both{document(small_dockerfile), document(broken_json)};
    OwnFacts none;
    CHECK(scantling_read(both.data(), both.size(), nullptr, none.out(), error.out()) == SCANTLING_INPUT_ERROR);
    CHECK(none.get() == nullptr);
    CHECK(scantling_read(both.data(), both.size(), &options, none.out(), error.out()) == SCANTLING_OK);
}

TEST_CASE("a Dockerfile with mistakes is read as far as it goes, with an error object", "[c]") {
    const OwnInputs inputs = builder();
    OwnError error;
    CHECK(add(inputs, document("FROM scratch\nENV\nUSER 1000\n", "Dockerfile"), error) == SCANTLING_OK);
    CHECK(scantling_error_status(error) == SCANTLING_OK);
    REQUIRE(scantling_error_count(error) == 1);
    scantling_diagnostic why = SCANTLING_DIAGNOSTIC_INIT;
    REQUIRE(scantling_error_at(error, 0, &why) == SCANTLING_OK);
    CHECK(why.line == 2);
    CHECK(text_of(scantling_error_text(error)).find("Dockerfile:2") != std::string::npos);
    const OwnFacts facts = frozen(inputs);
    CHECK(scantling_report_verdict(report_of(compiled({policy(small_policy)}), facts)) == SCANTLING_UNDECIDED);
}

TEST_CASE("a document is of the kind that the caller says, or refused", "[c]") {
    struct Case {
        const char* kind;
        const char* bytes;
        scantling_status status;
    };
    const Case cases[] = {
        {"dockerfile", small_dockerfile, SCANTLING_OK},
        {"dockerfile", "# {\"not\": \"json\"}\nFROM scratch\n", SCANTLING_OK},
        {"image-inspect", image_a, SCANTLING_OK},
        {"image-inspect", small_dockerfile, SCANTLING_INPUT_ERROR},
        {"cyclonedx", image_a, SCANTLING_INPUT_ERROR},
        {"trivy", R"({"bomFormat": "CycloneDX", "specVersion": "1.5"})", SCANTLING_INPUT_ERROR},
        {"cyclonedx", R"({"bomFormat": "CycloneDX", "specVersion": "1.5"})", SCANTLING_OK},
        {"", image_a, SCANTLING_OK},
        {"dockerignore", "a", SCANTLING_INVALID_ARGUMENT},
        {"unknown", image_a, SCANTLING_INVALID_ARGUMENT},
    };
    for (const Case& given : cases) {
        CAPTURE(given.kind, given.bytes);
        scantling_document made = document(given.bytes);
        made.kind = scantling_text(given.kind);
        OwnFacts facts;
        OwnError error;
        CHECK(scantling_read(&made, 1, nullptr, facts.out(), error.out()) == given.status);
        CHECK((facts.get() != nullptr) == (given.status == SCANTLING_OK));
    }
}

TEST_CASE("an unclear subject is said when freezing, and the builder stays as it was", "[c]") {
    const OwnInputs inputs = builder();
    OwnError error;
    CHECK(add(inputs, document(image_a, "a.json"), error) == SCANTLING_OK);
    CHECK(add(inputs, document(image_b, "b.json"), error) == SCANTLING_OK);
    scantling_document unclear = document(R"({"bomFormat": "CycloneDX", "specVersion": "1.5"})", "bom.json");
    unclear.subject = scantling_text("shop:1");
    CHECK(add(inputs, unclear, error) == SCANTLING_OK);
    for (int twice = 0; twice < 2; ++twice) {
        OwnFacts none;
        CHECK(scantling_inputs_freeze(inputs, none.out(), error.out()) == SCANTLING_INPUT_ERROR);
        CHECK(none.get() == nullptr);
        CHECK(text_of(scantling_error_text(error)).find("shop:1") != std::string::npos);
    }
    // One document more does not make it clear, and it is still what it was.
    CHECK(add(inputs, document(small_dockerfile), error) == SCANTLING_OK);
    OwnFacts none;
    CHECK(scantling_inputs_freeze(inputs, none.out(), error.out()) == SCANTLING_INPUT_ERROR);
    const std::vector<scantling_document> all{document(image_a, "a.json"), document(image_b, "b.json"), unclear};
    CHECK(scantling_read(all.data(), all.size(), nullptr, none.out(), nullptr) == SCANTLING_INPUT_ERROR);
}

TEST_CASE("a document that is larger than the caller allows is SCANTLING_LIMIT", "[c]") {
    scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT;
    options.max_document_bytes = std::string_view(small_dockerfile).size();
    OwnFacts facts;
    scantling_document fits = document(small_dockerfile);
    CHECK(scantling_read(&fits, 1, &options, facts.out(), nullptr) == SCANTLING_OK);
    --options.max_document_bytes;
    CHECK(scantling_read(&fits, 1, &options, facts.out(), nullptr) == SCANTLING_LIMIT);
    const scantling_document path = as_paths(example_service())[0];
    CHECK(scantling_read(&path, 1, &options, facts.out(), nullptr) == SCANTLING_LIMIT);
}

TEST_CASE("what cannot be read is SCANTLING_IO, and names its path", "[c]") {
    for (const std::string& path : {std::string("no/such/file"), std::filesystem::temp_directory_path().string(), std::string("-")}) {
        scantling_document given = SCANTLING_DOCUMENT_INIT;
        given.path = str(path);
        OwnFacts facts;
        OwnError error;
        CHECK(scantling_read(&given, 1, nullptr, facts.out(), error.out()) == SCANTLING_IO);
        CHECK(text_of(scantling_error_text(error)).find(path) != std::string::npos);
    }
}

TEST_CASE("documents without a name are numbered by the builder that they are added to", "[c]") {
    const OwnInputs inputs = builder();
    OwnError error;
    for (int round = 0; round < 2; ++round) {
        CHECK(add(inputs, document(image_a), error) == SCANTLING_OK);
        CHECK(add(inputs, document(broken_json), error) == SCANTLING_INPUT_ERROR);
        CHECK(text_of(scantling_error_text(error)).find("document 2") != std::string::npos);
        // What was refused has left no trace: its number is free.
        CHECK(add(inputs, document("FROM debian:12\n"), error) == SCANTLING_OK);
        const std::string facts = json_of(frozen(inputs).get());
        CHECK(facts.find("document 2") != std::string::npos);
        CHECK(facts.find("document 3") == std::string::npos);
    }
}

TEST_CASE("facts of declared domains belong to their policies", "[c]") {
    const char* const declared =
        "package acme\nfacts tickets {\n open: list<string>\n}\n"
        "rule r {\n title \"t\"\n severity low\n forbid count(tickets.open) > 0\n}\n";
    const OwnPolicies policies = compiled({policy(declared)});
    const OwnFacts own = facts_of({document(small_dockerfile)}, policies);
    const OwnFacts builtin = facts_of({document(small_dockerfile)});
    for (const scantling_facts* facts : {own.get(), builtin.get()}) {
        const OwnReport report = report_of(policies, facts);
        CHECK(scantling_report_verdict(report) != SCANTLING_CLOSED);
        for (std::size_t i = 0; i < scantling_report_outcome_count(report); ++i) {
            scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
            REQUIRE(scantling_report_outcome(report, i, &outcome) == SCANTLING_OK);
            CHECK(outcome.kind != SCANTLING_PASS);
        }
    }
}

TEST_CASE("facts are rendered in both formats, and live by references", "[c]") {
    OwnFacts first = facts_of({document(small_dockerfile)});
    const std::string expected = json_of(first.get());
    const OwnFacts second(scantling_facts_ref(first));
    (void)first.out();
    CHECK(json_of(second.get()) == expected);
    OwnBytes text;
    REQUIRE(scantling_facts_render(second, scantling_text("text"), text.out(), nullptr) == SCANTLING_OK);
    CHECK(text_of(text.get()).find("exposed_ports") != std::string::npos);
    const scantling_str view = scantling_bytes_view(text);
    CHECK(view.data[view.size] == 0);
}
