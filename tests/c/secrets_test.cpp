// What is secret in the example service, and in documents made to leak, is in nothing that the interface hands out but the document itself:
// neither reports nor views of them, neither facts nor errors. A value is secret if its name says so, wherever it stands.
#include "tests/c/interface.h"
#include "tests/catch.h"

using namespace scantling::test;

namespace {

// Binds everything that holds a secret, and says it aloud.
const char* const loud_policy = R"scant(package acme
rule variables {
    title    "t"
    severity low
    for      e in image.config.env
    forbid   e.name != "" or e.value != ""
    at       e
    message  "{e.name} {e.value}"
    fix      "remove {e.value}"
}
rule instructions {
    title    "t"
    severity low
    for      i in dockerfile.instructions
    forbid   i.text != ""
    at       i
    message  "{i.text}"
}
)scant";

const char* const leaking_dockerfile =
    "ARG DB_PASSWORD=hunter2-argument\n"
    "FROM debian:12\n"
    "ARG API_TOKEN=hunter2-stage\n"
    "ENV AWS_SECRET_ACCESS_KEY=hunter2-env PATH=/bin\n"
    "ENV OTHER_PASSWORD hunter2-old\n"
    "USER 1000\n";
const char* const leaking_image =
    R"([{"Id": "sha256:aaaa", "RepoTags": ["shop:1"], "Architecture": "amd64", "Os": "linux", "Config": {"Env": ["PATH=/bin", "DB_PASSWORD=hunter2-image"]}}])";
const char* const leaking_container =
    R"([{"Id": "bbbb", "Name": "/shop", "Image": "sha256:aaaa", "State": {"Status": "running"},)"
    R"( "Config": {"Image": "shop:1", "Env": ["API_TOKEN=hunter2-container"]}, "HostConfig": {"Privileged": false}}])";

// Everything that can be read of a report.
std::vector<std::string> texts_of(const scantling_report* report) {
    std::vector<std::string> out{json_of(report)};
    OwnBytes text;
    REQUIRE(scantling_report_render(report, scantling_text("text"), text.out(), nullptr) == SCANTLING_OK);
    out.push_back(text_of(text.get()));
    for (std::size_t i = 0; i < scantling_report_finding_count(report); ++i) {
        scantling_finding at = SCANTLING_FINDING_INIT;
        REQUIRE(scantling_report_finding(report, i, &at) == SCANTLING_OK);
        for (const scantling_str& each : {at.message, at.fix, at.bindings, at.pointer, at.subject, at.file}) out.push_back(text_of(each));
    }
    for (std::size_t i = 0; i < scantling_report_outcome_count(report); ++i) {
        scantling_outcome at = SCANTLING_OUTCOME_INIT;
        REQUIRE(scantling_report_outcome(report, i, &at) == SCANTLING_OK);
        for (const scantling_str& each : {at.causes, at.reason, at.subject}) out.push_back(text_of(each));
    }
    for (std::size_t i = 0; i < scantling_report_reason_count(report); ++i) out.push_back(text_of(scantling_report_reason(report, i)));
    for (std::size_t i = 0; i < scantling_report_diagnostic_count(report); ++i) {
        scantling_diagnostic at = SCANTLING_DIAGNOSTIC_INIT;
        REQUIRE(scantling_report_diagnostic(report, i, &at) == SCANTLING_OK);
        for (const scantling_str& each : {at.message, at.help, at.file}) out.push_back(text_of(each));
    }
    return out;
}

void holds_no(const char* secret, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const std::size_t at = text.find(secret);
        INFO((at == std::string::npos ? std::string() : text.substr(at < 200 ? 0 : at - 200, 300)));
        CHECK(at == std::string::npos);
    }
}

std::vector<std::string> texts_of(const scantling_policies* policies, const std::vector<scantling_document>& documents) {
    const OwnFacts facts = facts_of(documents);
    std::vector<std::string> out = texts_of(report_of(policies, facts));
    out.push_back(json_of(facts.get()));
    OwnBytes text;
    REQUIRE(scantling_facts_render(facts, scantling_text("text"), text.out(), nullptr) == SCANTLING_OK);
    out.push_back(text_of(text.get()));
    return out;
}

}  // namespace

TEST_CASE("no output holds the example service's secret", "[c]") {
    const std::string& dockerfile = example_service()[0].bytes;
    REQUIRE(dockerfile.find("changeme") != std::string::npos);
    scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
    options.profile = scantling_text("std.everything");
    OwnPolicies everything;
    REQUIRE(scantling_compile(nullptr, 0, &options, everything.out(), nullptr) == SCANTLING_OK);
    holds_no("changeme", texts_of(everything, as_bytes(example_service())));
    holds_no("changeme", texts_of(compiled({policy(loud_policy)}), as_bytes(example_service())));
    for (const scantling_document& alone : as_bytes(example_service())) holds_no("changeme", texts_of(everything, {alone}));
}

TEST_CASE("no output holds a secret of a Dockerfile, an image or a container, even if a rule says it", "[c]") {
    const OwnPolicies loud = compiled({policy(loud_policy)}, false);
    for (const char* bytes : {leaking_dockerfile, leaking_image, leaking_container}) {
        const std::vector<std::string> texts = texts_of(loud, {document(bytes, "leak")});
        CHECK(scantling_report_finding_count(report_of(loud, facts_of({document(bytes, "leak")}))) > 0);
        holds_no("hunter2", texts);
    }
}

// The excerpt of a mistake is the line that holds it; the others are not shown.
TEST_CASE("an error over a Dockerfile shows no secret of another line", "[c]") {
    const scantling_document given = document("FROM scratch\nENV API_TOKEN=hunter2\nEXPOSE\nENV DB_PASSWORD hunter2\n", "Dockerfile");
    OwnFacts facts;
    OwnError error;
    REQUIRE(scantling_read(&given, 1, nullptr, facts.out(), error.out()) == SCANTLING_OK);
    CHECK(scantling_error_count(error) == 1);
    holds_no("hunter2", {text_of(scantling_error_text(error))});
    holds_no("hunter2", texts_of(report_of(compiled({policy(loud_policy)}, false), facts)));
}
