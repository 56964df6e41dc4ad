// What the tests of the C interface have in common.
#include "tests/c/interface.h"

#include <stdexcept>

#include "tests/golden.h"
#include "tests/places.h"

namespace scantling::test {

const char* const small_policy = R"scant(package acme

enum Colour { red, green }

param flag: bool = false
param level: int = 3
param ratio: decimal = 1.5
param team: string = "payments"
param colour: Colour = red
param since: time = 2026-01-01
param age: duration = 30d
param room: size = 64MiB
param oldest: version = "1.2.3"
param bases: glob = "docker.io/*"
param name: regex = r"^a+$"
param teams: list<string> = ["payments"]
param owners: map<string, string> = { payments: "ann" }

rule has_user {
    title    "The image names a user"
    why      "Root in a container is root."
    severity high
    practice minimal
    refs     { cis_docker: ["4.1"] }
    require  image.config.user is present
    message  "There is no USER."
    fix      "Add USER."
}
rule no_port_22 {
    title    "No SSH"
    severity medium
    for      p in image.config.exposed_ports
    forbid   p.number == 22
    at       p
    message  "Port {p.number} is exposed."
}
rule has_team {
    title    "There is a label"
    severity low
    require  image.config.labels["team"] ?? "" == team
    message  "No label {team}."
}
rule in_production {
    title    "The gate's environment is known"
    severity low
    require  environment ?? "" == "production"
    message  "Not in production."
}
profile strict {
    include  acme
    gate     low
}
)scant";

const char* const small_dockerfile = "FROM debian:12\nEXPOSE 8080 22\nLABEL team=payments\n";

namespace {

std::vector<File> read_example_service() {
    std::vector<File> out;
    for (const char* name : {"Dockerfile", "bom.cdx.json", "container.json", "image.json", "trivy.json"}) {
        const auto path = source_dir() / "docs/examples/service" / name;
        out.push_back({name, path.string(), read_file(path)});
    }
    return out;
}

void demand(scantling_status status, const OwnError& error) {
    if (status != SCANTLING_OK)
        throw std::runtime_error(text_of(scantling_status_text(status)) + ": " + text_of(scantling_error_text(error)));
}

}  // namespace

const std::vector<File>& example_service() {
    static const std::vector<File> files = read_example_service();
    return files;
}

std::vector<scantling_document> as_bytes(const std::vector<File>& files) {
    std::vector<scantling_document> out;
    for (const File& file : files) out.push_back(document(file.bytes, file.name));
    return out;
}

std::vector<scantling_document> as_paths(const std::vector<File>& files) {
    std::vector<scantling_document> out;
    for (const File& file : files) {
        scantling_document& next = out.emplace_back(scantling_document SCANTLING_DOCUMENT_INIT);
        next.path = str(file.path);
        next.name = str(file.name);
    }
    return out;
}

OwnPolicies compiled(const std::vector<scantling_source>& sources, bool bare) {
    OwnPolicies out;
    OwnError error;
    scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
    options.bare = bare ? 1 : 0;
    demand(scantling_compile(sources.data(), sources.size(), &options, out.out(), error.out()), error);
    return out;
}

OwnFacts facts_of(const std::vector<scantling_document>& documents, const scantling_policies* policies) {
    OwnFacts out;
    OwnError error;
    scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT;
    options.policies = policies;
    demand(scantling_read(documents.data(), documents.size(), &options, out.out(), error.out()), error);
    return out;
}

OwnReport report_of(const scantling_policies* policies, const scantling_facts* facts) {
    OwnReport out;
    OwnError error;
    const scantling_check_options options = at_some_time();
    demand(scantling_check(policies, facts, &options, out.out(), error.out()), error);
    return out;
}

std::string json_of(const scantling_report* report) {
    OwnBytes out;
    OwnError error;
    demand(scantling_report_render(report, scantling_text("json"), out.out(), error.out()), error);
    return text_of(out.get());
}

std::string json_of(const scantling_facts* facts) {
    OwnBytes out;
    OwnError error;
    demand(scantling_facts_render(facts, scantling_text("json"), out.out(), error.out()), error);
    return text_of(out.get());
}

std::string json_of(const scantling_policies* policies) {
    OwnBytes out;
    OwnError error;
    demand(scantling_policies_render(policies, scantling_text("json"), out.out(), error.out()), error);
    return text_of(out.get());
}

}  // namespace scantling::test
