// Policies through the C interface: from texts, files and folders, under profiles, with parameters; and what they say of themselves.
#include <filesystem>
#include <fstream>
#include <random>

#include "tests/c/interface.h"
#include "tests/catch.h"

using namespace scantling::test;

namespace {

namespace fs = std::filesystem;

scantling_source source_path(const std::string& path) {
    scantling_source out = SCANTLING_SOURCE_INIT;
    out.path = str(path);
    return out;
}

scantling_parameter parameter(std::string_view name, std::string_view value) {
    scantling_parameter out = SCANTLING_PARAMETER_INIT;
    out.name = str(name);
    out.value = str(value);
    return out;
}

std::vector<std::string> rule_ids(const scantling_policies* policies) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < scantling_policies_rule_count(policies); ++i) {
        scantling_rule rule = SCANTLING_RULE_INIT;
        REQUIRE(scantling_policies_rule(policies, i, &rule) == SCANTLING_OK);
        out.push_back(text_of(rule.id));
    }
    return out;
}

const std::vector<std::string> small_rules{"acme.has_team", "acme.has_user", "acme.in_production", "acme.no_port_22"};

struct Folder {
    fs::path path = fs::temp_directory_path() / ("scantling-c-policies-" + std::to_string(std::random_device{}()));
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path / "below");
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string write(const std::string& name, std::string_view text) const {
        std::ofstream(path / name, std::ios::binary) << text;
        return (path / name).string();
    }
};

const char* const one_rule = "package acme.other\nrule r {\n title \"t\"\n severity low\n require image.config.user is present\n}\n";

}  // namespace

TEST_CASE("policies are compiled from a text, a file and a folder alike", "[c]") {
    const Folder folder;
    const std::string file = folder.write("small.scant", small_policy);
    folder.write("below/other.scant", one_rule);
    folder.write("below/other_test.scant", "this is not read");
    const OwnPolicies text = compiled({policy(small_policy)});
    CHECK(rule_ids(text) == small_rules);
    CHECK(json_of(compiled({source_path(file)})) == json_of(text));
    CHECK(rule_ids(compiled({source_path(folder.path.string())})).size() == small_rules.size() + 1);
    CHECK(rule_ids(compiled({policy(one_rule), source_path(file)})).size() == small_rules.size() + 1);
}

TEST_CASE("bare policies are without the library, others with it", "[c]") {
    const OwnPolicies bare = compiled({policy(small_policy)});
    CHECK(rule_ids(bare) == small_rules);
    CHECK(scantling_policies_profile(bare).data == nullptr);
    const OwnPolicies library = compiled({}, false);
    CHECK(rule_ids(library).size() >= 30);
    CHECK(text_of(scantling_policies_profile(library)) == "std.baseline");
    CHECK(rule_ids(compiled({policy(small_policy)}, false)).size() == rule_ids(library).size() + small_rules.size());
    OwnPolicies defaults;
    REQUIRE(scantling_compile(nullptr, 0, nullptr, defaults.out(), nullptr) == SCANTLING_OK);
    CHECK(json_of(defaults.get()) == json_of(library.get()));
}

TEST_CASE("a rule says what its text says", "[c]") {
    const OwnPolicies policies = compiled({policy(small_policy)});
    scantling_rule rule = SCANTLING_RULE_INIT;
    REQUIRE(scantling_policies_rule(policies, 1, &rule) == SCANTLING_OK);
    CHECK(text_of(rule.id) == "acme.has_user");
    CHECK(text_of(rule.title) == "The image names a user");
    CHECK(text_of(rule.practice) == "minimal");
    CHECK(text_of(rule.why) == "Root in a container is root.");
    CHECK(text_of(rule.fix) == "Add USER.");
    CHECK(text_of(rule.refs) == R"({"cis_docker":["4.1"]})");
    CHECK(rule.severity == SCANTLING_HIGH);
    CHECK(rule.id.data[rule.id.size] == 0);
    REQUIRE(scantling_policies_rule(policies, 3, &rule) == SCANTLING_OK);
    CHECK(rule.practice.data == nullptr);
    CHECK(rule.why.data == nullptr);
    CHECK(rule.fix.data == nullptr);
    CHECK(text_of(rule.refs) == "{}");
}

TEST_CASE("all rules of the units are rendered, as text and as JSON", "[c]") {
    const OwnPolicies policies = compiled({policy(small_policy)});
    OwnBytes text;
    REQUIRE(scantling_policies_render(policies, scantling_text("text"), text.out(), nullptr) == SCANTLING_OK);
    for (const std::string& id : small_rules) {
        CAPTURE(id);
        CHECK(text_of(text.get()).find(id) != std::string::npos);
        CHECK(json_of(policies.get()).find("\"" + id + "\"") != std::string::npos);
    }
}

TEST_CASE("a parameter of every type is set from JSON", "[c]") {
    struct Case {
        const char* name;
        const char* good;
        const char* bad;
    };
    const Case cases[] = {
        {"acme.flag", "true", "1"},
        {"acme.level", "-7", "1.5"},
        {"acme.ratio", "2.25", "\"2\""},
        {"acme.team", "\"billing\"", "3"},
        {"acme.colour", "\"green\"", "\"blue\""},
        {"acme.since", "\"2026-11-24T12:30Z\"", "\"yesterday\""},
        {"acme.age", "\"2w\"", "\"2 fortnights\""},
        {"acme.room", "\"1GiB\"", "\"large\""},
        {"acme.oldest", "\"2.0~rc1\"", "2"},
        {"acme.bases", "\"ghcr.io/*\"", "[]"},
        {"acme.name", R"("^b+$")", "\"(\""},
        {"acme.teams", R"(["a", "b"])", R"(["a", 3])"},
        {"acme.owners", R"({"a": "ann", "b": "bob"})", R"({"a": true})"},
    };
    const OwnPolicies policies = compiled({policy(small_policy)});
    const scantling_source source = policy(small_policy);
    for (const Case& given : cases) {
        CAPTURE(given.name);
        for (const char* value : {given.good, given.bad, "", "{", "null"}) {
            CAPTURE(value);
            const scantling_parameter set = parameter(given.name, value);
            const bool good = value == given.good;
            scantling_select_options select = SCANTLING_SELECT_OPTIONS_INIT;
            select.parameters = &set;
            select.parameter_count = 1;
            OwnPolicies selected;
            OwnError error;
            CHECK(scantling_select(policies, &select, selected.out(), error.out()) == (good ? SCANTLING_OK : SCANTLING_POLICY_ERROR));
            CHECK((selected.get() != nullptr) == good);
            CHECK((scantling_error_count(error) > 0) != good);
            scantling_compile_options compile = SCANTLING_COMPILE_OPTIONS_INIT;
            compile.bare = 1;
            compile.parameters = &set;
            compile.parameter_count = 1;
            CHECK(scantling_compile(&source, 1, &compile, selected.out(), error.out()) == (good ? SCANTLING_OK : SCANTLING_POLICY_ERROR));
        }
    }
}

TEST_CASE("a parameter's value is what rules see, and is not inherited by the next selection", "[c]") {
    const OwnPolicies policies = compiled({policy(small_policy)});
    const OwnFacts facts = facts_of({document("FROM scratch\nLABEL team=payments\n")});
    const scantling_parameter set = parameter("acme.team", "\"billing\"");
    scantling_select_options options = SCANTLING_SELECT_OPTIONS_INIT;
    options.parameters = &set;
    options.parameter_count = 1;
    OwnPolicies billing;
    REQUIRE(scantling_select(policies, &options, billing.out(), nullptr) == SCANTLING_OK);
    OwnPolicies again;
    REQUIRE(scantling_select(billing, nullptr, again.out(), nullptr) == SCANTLING_OK);
    const std::string expected = json_of(report_of(policies, facts).get());
    const std::string with_billing = json_of(report_of(billing, facts).get());
    CHECK(expected.find("No label payments.") == std::string::npos);
    CHECK(with_billing.find("No label billing.") != std::string::npos);
    CHECK(json_of(report_of(again, facts).get()) == expected);
}

TEST_CASE("a profile is selected by its full name", "[c]") {
    const OwnPolicies policies = compiled({policy(small_policy)});
    scantling_select_options options = SCANTLING_SELECT_OPTIONS_INIT;
    options.profile = scantling_text("acme.strict");
    OwnPolicies strict;
    REQUIRE(scantling_select(policies, &options, strict.out(), nullptr) == SCANTLING_OK);
    CHECK(text_of(scantling_policies_profile(strict)) == "acme.strict");
    options.profile = scantling_text("acme.strikt");
    OwnError error;
    OwnPolicies none;
    CHECK(scantling_select(policies, &options, none.out(), error.out()) == SCANTLING_POLICY_ERROR);
    CHECK(text_of(scantling_error_text(error)).find("acme.strict") != std::string::npos);
    scantling_compile_options compile = SCANTLING_COMPILE_OPTIONS_INIT;
    compile.profile = scantling_text("std.everything");
    REQUIRE(scantling_compile(nullptr, 0, &compile, strict.out(), nullptr) == SCANTLING_OK);
    CHECK(text_of(scantling_policies_profile(strict)) == "std.everything");
}

TEST_CASE("mistakes are listed all at once, each with its place", "[c]") {
    const std::string text = std::string(one_rule) +
                             "rule s {\n title \"t\"\n severity low\n require image.config.usr is present\n}\n"
                             "rule u {\n title \"t\"\n severity low\n require nothing\n}\n";
    const scantling_source source = policy(text, "shop.scant");
    scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
    options.bare = 1;
    OwnPolicies policies;
    OwnError error;
    REQUIRE(scantling_compile(&source, 1, &options, policies.out(), error.out()) == SCANTLING_POLICY_ERROR);
    CHECK(policies.get() == nullptr);
    CHECK(scantling_error_status(error) == SCANTLING_POLICY_ERROR);
    REQUIRE(scantling_error_count(error) == 2);
    scantling_diagnostic first = SCANTLING_DIAGNOSTIC_INIT;
    REQUIRE(scantling_error_at(error, 0, &first) == SCANTLING_OK);
    CHECK(text_of(first.code) == "E0203");
    CHECK(text_of(first.file) == "shop.scant");
    CHECK(first.line == 10);
    CHECK(first.column == 23);
    CHECK(text.substr(first.offset, first.length) == "usr");
    CHECK(text_of(first.help).find("user") != std::string::npos);
    CHECK(first.is_error == 1);
    const std::string said = text_of(scantling_error_text(error));
    CHECK(said.find("shop.scant:10:23") != std::string::npos);
    CHECK(said.find("^^^") != std::string::npos);
    CHECK(said.back() == '\n');
}

TEST_CASE("what cannot be read is SCANTLING_IO, what is not UTF-8 a located mistake", "[c]") {
    const Folder folder;
    OwnPolicies policies;
    OwnError error;
    for (const std::string& path : {(folder.path / "missing.scant").string(), (folder.path / "below").string(), std::string("-")}) {
        CAPTURE(path);
        const scantling_source source = source_path(path);
        CHECK(scantling_compile(&source, 1, nullptr, policies.out(), error.out()) == SCANTLING_IO);
        CHECK(text_of(scantling_error_text(error)).find(path) != std::string::npos);
    }
    const scantling_source source = policy("package acme\n# \xff\n");
    REQUIRE(scantling_compile(&source, 1, nullptr, policies.out(), error.out()) == SCANTLING_POLICY_ERROR);
    scantling_diagnostic at = SCANTLING_DIAGNOSTIC_INIT;
    REQUIRE(scantling_error_at(error, 0, &at) == SCANTLING_OK);
    CHECK(text_of(at.file) == "policy.scant");
    CHECK(at.line == 2);
}

TEST_CASE("a reference keeps policies alive", "[c]") {
    OwnPolicies first = compiled({policy(small_policy)});
    const OwnPolicies second(scantling_policies_ref(first));
    CHECK(second.get() == first.get());
    (void)first.out();
    CHECK(rule_ids(second) == small_rules);
}

TEST_CASE("pages are there for every code, and the schema in both formats", "[c]") {
    OwnBytes page;
    OwnError error;
    REQUIRE(scantling_explain(scantling_text("E0203"), page.out(), error.out()) == SCANTLING_OK);
    CHECK(text_of(page.get()).rfind("E0203", 0) == 0);
    CHECK(scantling_explain(scantling_text("E9999"), page.out(), error.out()) == SCANTLING_INVALID_ARGUMENT);
    REQUIRE(scantling_schema(scantling_text("text"), page.out(), nullptr) == SCANTLING_OK);
    CHECK(text_of(page.get()).find("record ImageConfig") != std::string::npos);
    REQUIRE(scantling_schema(scantling_text("json"), page.out(), nullptr) == SCANTLING_OK);
    CHECK(text_of(page.get()).find("\"$schema\"") != std::string::npos);
}

TEST_CASE("version and names of statuses", "[c]") {
    CHECK(scantling_abi() == SCANTLING_ABI);
    CHECK(text_of(scantling_version()).find('.') != std::string::npos);
    CHECK(text_of(scantling_status_text(SCANTLING_OK)) == "ok");
    CHECK(text_of(scantling_status_text(SCANTLING_LIMIT)) == "limit exceeded");
    CHECK(text_of(scantling_text("abc")) == "abc");
    CHECK(scantling_text(nullptr).data == nullptr);
}
