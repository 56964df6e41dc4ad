// Facts as text and as JSON.
#include "engine/facts/printer.h"

#include <string>

#include "engine/facts/writers.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

std::shared_ptr<const Facts> some_facts() {
    Builder builder;
    const DocumentId document =
        builder.add_document({std::make_shared<const Source>("Dockerfile", "FROM a\n"), "dockerfile", false, false});
    const Row fragment = builder.add_fragment(document);
    builder.supply(model::part::dockerfile, fragment);
    const auto subject = fragment_writer(builder, fragment);
    subject.set(model::SubjectRoot::subject_name, "build Dockerfile");
    const auto dockerfile = subject.open(model::SubjectRoot::dockerfile);
    const auto stages = dockerfile.list(model::Dockerfile::stages);
    stages.incomplete(CellState::unreadable);
    const auto stage = stages.add();
    stage.set(model::Stage::index, 0);
    stage.absent(model::Stage::name);
    stage.open_view(model::Stage::runs);
    const auto config = stage.open(model::Stage::config);
    config.unknown(model::ImageConfig::user, CellState::unresolved);
    const auto variable = config.list(model::ImageConfig::env).add();
    variable.set(model::EnvVariable::name, "TOKEN\x1b[31m");
    variable.set(model::EnvVariable::value, "hunter2");
    config.map(model::ImageConfig::labels).incomplete(CellState::unresolved);
    const auto volumes = config.list(model::ImageConfig::volumes);
    volumes.add("/data");
    volumes.incomplete(CellState::unresolved);
    const auto healthcheck = config.open(model::ImageConfig::healthcheck);
    healthcheck.set(model::Healthcheck::interval, 1500000);
    const auto runs = dockerfile.list(model::Dockerfile::runs);
    const auto run = runs.add();
    run.set(model::Run::stage, stage.row());
    run.set(model::Run::has_pipe, false);
    stage.add_to_view(model::Stage::runs, run.row());
    dockerfile.set(model::Dockerfile::final, stage.row());
    return builder.freeze({1, {0}, {}});
}

}  // namespace

TEST_CASE("facts print as text: states, views, masks, what is not whole") {
    const std::string text = print_facts(*some_facts());
    const std::size_t at = text.find("subject 1 of 1");
    REQUIRE(at != std::string::npos);
    const std::size_t end = text.find("  not supplied:", at);
    REQUIRE(end != std::string::npos);
    CHECK(text.substr(at, end - at) ==
          "subject 1 of 1\n"
          "  from: dockerfile \"Dockerfile\"\n"
          "  subject_name: \"build Dockerfile\"\n"
          "  dockerfile:\n"
          "    stages:\n"
          "    - index: 0\n"
          "      name: absent\n"
          "      runs: dockerfile.runs[0]\n"
          "      config:\n"
          "        user: unknown (unresolved)\n"
          "        env:\n"
          "        - name: \"TOKEN\\u001b[31m\"\n"
          "          value: <masked>\n"
          "        volumes: [\"/data\", ... unknown (unresolved)]\n"
          "        labels: ... unknown (unresolved)\n"
          "        healthcheck:\n"
          "          interval: 1.5s\n"
          "      ...: unknown (unreadable)\n"
          "    final: dockerfile.stages[0]\n"
          "    runs:\n"
          "    - stage: dockerfile.stages[0]\n"
          "      has_pipe: false\n");
    CHECK(text.find("hunter2") == std::string::npos);
    CHECK(text.find("attestations, dockerfile") == std::string::npos);
    CHECK(text.find("  not supplied: packages, vulnerabilities") != std::string::npos);
}

TEST_CASE("facts print as canonical JSON after the schema") {
    CHECK(print_facts_json(*some_facts()) ==
          "{\"run\":{},\"subjects\":[\n"
          "{\"dockerfile\":{\"$incomplete\":[\"stages\"],\"final\":{\"index\":0},"
          "\"runs\":[{\"has_pipe\":false,\"stage\":{\"index\":0}}],"
          "\"stages\":[{\"config\":{\"$incomplete\":[\"labels\",\"volumes\"],\"env\":[{\"name\":\"TOKEN\\u001b[31m\",\"value\":\"<masked>"
          "\"}],"
          "\"healthcheck\":{\"interval\":\"1500ms\"},\"labels\":{},\"volumes\":[\"/data\"]},"
          "\"index\":0,\"name\":null,\"runs\":[{}]}]},\"subject_name\":\"build Dockerfile\"}\n]}\n");
}
