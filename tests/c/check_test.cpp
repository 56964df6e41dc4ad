// Checking through the C interface: what is found is what the report's JSON says, and what stops a check never makes it cleaner.
#include <map>

#include "engine/base/json_writer.h"
#include "tests/c/interface.h"
#include "tests/catch.h"

using namespace scantling;
using namespace scantling::test;

namespace {

constexpr const char* severities[] = {"unknown", "info", "low", "medium", "high", "critical"};
constexpr const char* kinds[] = {"unknown", "pass", "fail", "skipped", "waived", "not_applicable"};

struct Checked {
    OwnPolicies policies;
    OwnFacts facts;
    OwnReport report;
};

Checked small_check(std::string_view dockerfile = small_dockerfile) {
    Checked out;
    out.policies = compiled({policy(small_policy)});
    out.facts = facts_of({document(dockerfile, "Dockerfile")});
    out.report = report_of(out.policies, out.facts);
    return out;
}

Checked service_check() {
    Checked out;
    out.policies = compiled({}, false);
    out.facts = facts_of(as_bytes(example_service()));
    out.report = report_of(out.policies, out.facts);
    return out;
}

std::map<std::string, std::string> refs_of(const scantling_policies* policies) {
    std::map<std::string, std::string> out;
    for (std::size_t i = 0; i < scantling_policies_rule_count(policies); ++i) {
        scantling_rule rule = SCANTLING_RULE_INIT;
        REQUIRE(scantling_policies_rule(policies, i, &rule) == SCANTLING_OK);
        out[text_of(rule.id)] = text_of(rule.refs);
    }
    return out;
}

void write_subject(JsonWriter& json, const scantling_str& subject) {
    json.key("subject");
    subject.data == nullptr ? json.null() : json.string(text_of(subject));
}

std::string finding_json(const scantling_finding& from, const std::string& refs) {
    JsonWriter json;
    json.begin_object().member("fingerprint", text_of(from.fingerprint));
    if (from.fix.data != nullptr) json.member("fix", text_of(from.fix));
    if (from.file.data != nullptr) {
        json.key("location").begin_object().member("column", std::int64_t{from.column}).member("file", text_of(from.file));
        json.member("line", std::int64_t{from.line});
        if (from.pointer.data != nullptr) json.member("pointer", text_of(from.pointer));
        json.end_object();
    }
    json.member("message", text_of(from.message)).key("refs").raw(refs).member("rule", text_of(from.rule));
    json.member("severity", severities[from.severity]);
    write_subject(json, from.subject);
    return json.member("waived", from.waived == 1).end_object().take();
}

std::string outcome_json(const scantling_outcome& from, const std::string& refs) {
    const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
    JsonWriter json;
    json.begin_object();
    if (text_of(from.causes) != "[]") json.key("causes").raw(text_of(from.causes));
    json.key("counts").begin_object().member("candidates", number(from.candidates)).member("selected", number(from.selected));
    json.member("undetermined", number(from.undetermined)).member("violating", number(from.violating));
    json.member("waived", number(from.waived)).end_object().member("id", text_of(from.rule));
    if (from.more_causes != 0) json.member("more_causes", number(from.more_causes));
    json.member("outcome", kinds[from.kind]);
    if (from.reason.data != nullptr) json.member("reason", text_of(from.reason));
    json.key("refs").raw(refs);
    if (from.kind == SCANTLING_FAIL || from.kind == SCANTLING_UNKNOWN || from.severity != SCANTLING_SEVERITY_UNKNOWN)
        json.member("severity", severities[from.severity]);
    write_subject(json, from.subject);
    return json.end_object().take();
}

// The sections `findings` and `rules` as the views give them.
std::string section(const char* name, const std::vector<std::string>& items) {
    std::string out = std::string("\"") + name + "\":[";
    for (const std::string& item : items) out += (&item == &items.front() ? "\n" : ",\n") + item;
    return out + (items.empty() ? "]" : "\n]");
}

std::string findings_section(const Checked& given) {
    const auto refs = refs_of(given.policies);
    std::vector<std::string> items;
    for (std::size_t i = 0; i < scantling_report_finding_count(given.report); ++i) {
        scantling_finding finding = SCANTLING_FINDING_INIT;
        REQUIRE(scantling_report_finding(given.report, i, &finding) == SCANTLING_OK);
        items.push_back(finding_json(finding, refs.at(text_of(finding.rule))));
    }
    return section("findings", items);
}

std::string rules_section(const Checked& given) {
    const auto refs = refs_of(given.policies);
    std::vector<std::string> items;
    for (std::size_t i = 0; i < scantling_report_outcome_count(given.report); ++i) {
        scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
        REQUIRE(scantling_report_outcome(given.report, i, &outcome) == SCANTLING_OK);
        items.push_back(outcome_json(outcome, refs.at(text_of(outcome.rule))));
    }
    return section("rules", items);
}

OwnReport check_with(const Checked& given, const scantling_check_options& options) {
    OwnReport out;
    REQUIRE(scantling_check(given.policies, given.facts, &options, out.out(), nullptr) == SCANTLING_OK);
    return out;
}

// What is the matter with a report that was stopped: every rule is unknown for that cause or decided as it would be without the limit;
// the verdict is not clean.
void hold_against(const scantling_report* stopped, const scantling_report* whole, const char* cause) {
    std::size_t unknown = 0;
    REQUIRE(scantling_report_outcome_count(stopped) == scantling_report_outcome_count(whole));
    for (std::size_t i = 0; i < scantling_report_outcome_count(stopped); ++i) {
        scantling_outcome one = SCANTLING_OUTCOME_INIT;
        scantling_outcome other = SCANTLING_OUTCOME_INIT;
        REQUIRE(scantling_report_outcome(stopped, i, &one) == SCANTLING_OK);
        REQUIRE(scantling_report_outcome(whole, i, &other) == SCANTLING_OK);
        CAPTURE(text_of(one.rule), text_of(one.causes));
        if (text_of(one.causes).find(cause) != std::string::npos) {
            CHECK(one.kind == SCANTLING_UNKNOWN);
            ++unknown;
        } else {
            CHECK(one.kind == other.kind);
        }
    }
    CHECK(unknown > 0);
    CHECK(scantling_report_verdict(stopped) != SCANTLING_CLEAN);
}

}  // namespace

TEST_CASE("findings and outcomes are those of the report's JSON, byte for byte", "[c]") {
    for (const bool service : {false, true}) {
        const Checked given = service ? service_check() : small_check();
        const std::string json = json_of(given.report.get());
        CHECK(scantling_report_finding_count(given.report) > 0);
        CHECK(json.find(findings_section(given)) != std::string::npos);
        CHECK(json.find(rules_section(given)) != std::string::npos);
        CHECK(scantling_report_verdict(given.report) == SCANTLING_CLOSED);
    }
}

TEST_CASE("a finding has its place, in bytes as in lines, and what its variables stood for", "[c]") {
    const Checked given = small_check();
    scantling_finding finding = SCANTLING_FINDING_INIT;
    std::size_t at = 0;
    do {
        REQUIRE(scantling_report_finding(given.report, at++, &finding) == SCANTLING_OK);
    } while (text_of(finding.rule) != "acme.no_port_22");
    CHECK(text_of(finding.file) == "Dockerfile");
    CHECK(std::string(small_dockerfile).substr(finding.offset, finding.length) == "22");
    CHECK(finding.line == 2);
    CHECK(finding.column == 13);
    CHECK(finding.pointer.data == nullptr);
    CHECK(finding.severity == SCANTLING_MEDIUM);
    CHECK(text_of(finding.subject) == "build Dockerfile");
    CHECK(text_of(finding.message) == "Port 22 is exposed.");
    CHECK(finding.fingerprint.size == 32);
    CHECK(text_of(finding.bindings).rfind("{\"p\":", 0) == 0);
    CHECK(finding.message.data[finding.message.size] == 0);
}

TEST_CASE("the verdict gives its reasons", "[c]") {
    const Checked given = service_check();
    REQUIRE(scantling_report_reason_count(given.report) > 0);
    OwnBytes text;
    REQUIRE(scantling_report_render(given.report, scantling_text("text"), text.out(), nullptr) == SCANTLING_OK);
    for (std::size_t i = 0; i < scantling_report_reason_count(given.report); ++i) {
        const std::string reason = text_of(scantling_report_reason(given.report, i));
        CAPTURE(reason);
        CHECK_FALSE(reason.empty());
    }
    CHECK(text_of(text.get()).find(text_of(scantling_report_reason(given.report, 0))) != std::string::npos);
    CHECK(scantling_report_reason(given.report, scantling_report_reason_count(given.report)).data == nullptr);
    const OwnPolicies fine = compiled({policy("package acme\nrule r {\n title \"t\"\n severity low\n require count(sboms) == 1\n}\n")});
    const OwnReport clean = report_of(fine, given.facts);
    CHECK(scantling_report_verdict(clean) == SCANTLING_CLEAN);
    CHECK(scantling_report_reason_count(clean) == 0);
}

TEST_CASE("rules see the time and the environment that the caller tells", "[c]") {
    const char* const timely =
        "package acme\nrule late {\n title \"t\"\n severity low\n require now < 2026-11-25\n}\n"
        "rule there {\n title \"t\"\n severity low\n require environment ?? \"\" == \"production\"\n}\n";
    Checked given;
    given.policies = compiled({policy(timely)});
    given.facts = facts_of({document(small_dockerfile)});
    const auto kinds_at = [&](std::int64_t now, const char* environment) {
        scantling_check_options options = SCANTLING_CHECK_OPTIONS_INIT;
        options.now = now;
        options.environment = scantling_text(environment);
        const OwnReport report = check_with(given, options);
        std::vector<scantling_outcome_kind> out;
        for (std::size_t i = 0; i < scantling_report_outcome_count(report); ++i) {
            scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
            REQUIRE(scantling_report_outcome(report, i, &outcome) == SCANTLING_OK);
            out.push_back(outcome.kind);
        }
        return out;
    };
    using Kinds = std::vector<scantling_outcome_kind>;
    constexpr std::int64_t day = 86400000000;
    CHECK(kinds_at(some_time, nullptr) == Kinds{SCANTLING_PASS, SCANTLING_FAIL});
    CHECK(kinds_at(some_time + day, "production") == Kinds{SCANTLING_FAIL, SCANTLING_PASS});
    CHECK(kinds_at(SCANTLING_NO_TIME, "test") == Kinds{SCANTLING_SKIPPED, SCANTLING_FAIL});
    CHECK(kinds_at(-62135596800000000, "") == Kinds{SCANTLING_PASS, SCANTLING_FAIL});
    CHECK(kinds_at(253402300799999999, "") == Kinds{SCANTLING_FAIL, SCANTLING_FAIL});
}

TEST_CASE("what a limit stops is unknown, never clean", "[c]") {
    const Checked given = service_check();
    scantling_check_options steps = at_some_time();
    steps.max_steps = 1;
    hold_against(check_with(given, steps), given.report, "step");
    scantling_check_options bytes = at_some_time();
    bytes.max_bytes = 1;
    CHECK(scantling_report_verdict(check_with(given, bytes)) != SCANTLING_CLEAN);
    // Limits that nothing meets change nothing.
    scantling_check_options wide = at_some_time();
    wide.max_steps = wide.max_bytes = wide.deadline_us = wide.max_findings = UINT64_MAX;
    CHECK(json_of(check_with(given, wide).get()) == json_of(given.report.get()));
}

TEST_CASE("a limit on findings counts those that it does not render", "[c]") {
    const Checked given = small_check("FROM scratch\nEXPOSE 22 22/udp 22/sctp\nUSER 1\n");
    scantling_check_options options = at_some_time();
    options.max_findings = 1;
    const OwnReport limited = check_with(given, options);
    CHECK(scantling_report_finding_count(limited) < scantling_report_finding_count(given.report));
    CHECK(scantling_report_verdict(limited) == scantling_report_verdict(given.report));
    for (std::size_t i = 0; i < scantling_report_outcome_count(limited); ++i) {
        scantling_outcome one = SCANTLING_OUTCOME_INIT;
        scantling_outcome other = SCANTLING_OUTCOME_INIT;
        REQUIRE(scantling_report_outcome(limited, i, &one) == SCANTLING_OK);
        REQUIRE(scantling_report_outcome(given.report, i, &other) == SCANTLING_OK);
        CHECK(one.kind == other.kind);
        CHECK(one.violating == other.violating);
    }
}

TEST_CASE("a check that is cancelled, or out of time, is unknown", "[c]") {
    const Checked given = service_check();
    OwnCancel cancel;
    REQUIRE(scantling_cancel_create(cancel.out()) == SCANTLING_OK);
    scantling_check_options options = at_some_time();
    options.cancel = cancel;
    CHECK(json_of(check_with(given, options).get()) == json_of(given.report.get()));
    scantling_cancel_request(cancel);
    scantling_cancel_request(cancel);
    const OwnReport cancelled = check_with(given, options);
    hold_against(cancelled, given.report, "cancel");
    CHECK(scantling_report_verdict(cancelled) == SCANTLING_UNDECIDED);
    scantling_check_options soon = at_some_time();
    soon.deadline_us = 1;
    CHECK(scantling_report_verdict(check_with(given, soon)) != SCANTLING_CLEAN);
}

TEST_CASE("diagnostics of documents are in the report, as its JSON lists them", "[c]") {
    const Checked given = small_check("FROM scratch\nENV\n");
    REQUIRE(scantling_report_diagnostic_count(given.report) == 1);
    scantling_diagnostic why = SCANTLING_DIAGNOSTIC_INIT;
    REQUIRE(scantling_report_diagnostic(given.report, 0, &why) == SCANTLING_OK);
    JsonWriter json;
    json.begin_object().member("code", text_of(why.code)).member("column", std::int64_t{why.column}).member("file", text_of(why.file));
    json.member("line", std::int64_t{why.line}).member("message", text_of(why.message));
    json.member("severity", why.is_error == 1 ? "error" : "warning").end_object();
    CHECK(json_of(given.report.get()).find(section("diagnostics", {json.take()})) != std::string::npos);
}

TEST_CASE("a report outlives what it was made of", "[c]") {
    Checked given = small_check();
    const std::string expected = json_of(given.report.get());
    const OwnReport second(scantling_report_ref(given.report));
    (void)given.report.out();
    (void)given.policies.out();
    (void)given.facts.out();
    CHECK(json_of(second.get()) == expected);
    scantling_finding finding = SCANTLING_FINDING_INIT;
    REQUIRE(scantling_report_finding(second, 0, &finding) == SCANTLING_OK);
    CHECK(text_of(finding.rule) == "acme.has_user");
}
