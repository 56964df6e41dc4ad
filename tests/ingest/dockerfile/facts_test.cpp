// What a Dockerfile becomes: a table of files, and of paths with the value that must stand there.
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "engine/ingest/document.h"
#include "tests/catch.h"
#include "tests/ingest/dockerfile/query.h"
#include "tests/ingest/dockerfile/shared_files.h"

using namespace scantling;

namespace {

struct Expectation {
    const char* path;
    const char* value;
};
struct Case {
    const char* name;
    const char* dockerfile;
    std::vector<Expectation> expected;
};

void check(const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        CAPTURE(one.name);
        const auto facts = test::facts_of(one.dockerfile);
        for (const Expectation& expectation : one.expected) {
            CAPTURE(expectation.path);
            CHECK(test::ask(*facts, expectation.path).text == expectation.value);
        }
    }
}

}  // namespace

TEST_CASE("dockerfile facts: header, comments, errors", "[dockerfile]") {
    check({
        {"header",
         "# syntax=docker/dockerfile:1\n# check=skip=all\nFROM scratch\n# hadolint ignore=DL3008,DL3009\nRUN \\\n\n  x\n",
         {{"dockerfile.path", "Dockerfile"},
          {"dockerfile.syntax", "docker/dockerfile:1"},
          {"dockerfile.escape", "\\"},
          {"dockerfile.line_count", "7"},
          {"dockerfile.empty_continuations[0]", "6"},
          {"dockerfile.comments", "1"},
          {"dockerfile.comments[0].text", "hadolint ignore=DL3008,DL3009"},
          {"dockerfile.comments[0].directive.tool", "hadolint"},
          {"dockerfile.comments[0].directive.rules[1]", "DL3009"},
          {"dockerfile.comments[0].directive.reason", "absent"},
          {"dockerfile.comments[0].before", "#1"},
          {"dockerfile.errors", "0"},
          {"dockerfile.ignore", "unknown(not_supplied)"},
          {"image.history", "0?"}}},
        {"an error keeps the rest",
         "FROM scratch\nUSER app\nFOO bar\nRUN x\n",
         {{"dockerfile.errors", "1"},
          {"dockerfile.errors[0].line", "3"},
          {"dockerfile.errors[0].message", "unknown instruction: FOO"},
          {"dockerfile.instructions", "4+"},
          {"dockerfile.commands", "1+"},
          {"dockerfile.commands[0].program", "x"},
          {"dockerfile.stages[0].runs", "1+"},
          {"image.config.user", "unknown(unreadable)"},
          {"image.config.env", "0+"}}},
        {"an error before what counts",
         "FROM scratch\nFOO bar\nUSER app\n",
         {{"image.config.user.text", "app"}, {"image.config.cmd", "unknown(unreadable)"}}},
        {"no FROM",
         "ARG X\nRUN y\n",
         {{"dockerfile.final", "unknown(unreadable)"},
          {"dockerfile.stages", "0+"},
          {"dockerfile.global_arguments", "1+"},
          {"image.config.user", "unknown(unreadable)"},
          {"image.config.labels", "0+"},
          {"dockerfile.runs[0].stage", "unknown(unreadable)"}}},
        {"lines that are lost",
         "# escape=x\nFROM scratch\nUSER app\n",
         {{"dockerfile.errors", "1"}, {"image.config.user", "unknown(unreadable)"}}},
    });
}

TEST_CASE("dockerfile facts: bases", "[dockerfile]") {
    check({
        {"scratch leaves nothing open",
         "FROM scratch\n",
         {{"dockerfile.stages[0].base.is_scratch", "true"},
          {"dockerfile.stages[0].base.image", "absent"},
          {"dockerfile.stages[0].base.stage", "absent"},
          {"dockerfile.stages[0].base.user", "absent"},
          {"image.config.user", "absent"},
          {"image.config.env", "0"},
          {"image.config.labels", "0"},
          {"image.config.workdir", "absent"},
          {"image.config.shell", "2"},
          {"image.config.shell[0]", "/bin/sh"}}},
        {"a well-known root base",
         "FROM debian:12\n",
         {{"dockerfile.stages[0].base.raw", "debian:12"},
          {"dockerfile.stages[0].base.image.name", "docker.io/library/debian"},
          {"dockerfile.stages[0].base.image.tag", "12"},
          {"dockerfile.stages[0].base.image.digest", "absent"},
          {"dockerfile.stages[0].base.image.is_latest", "false"},
          {"dockerfile.stages[0].base.user", "absent"},
          {"image.config.user", "absent"},
          {"image.config.entrypoint", "unknown(unresolved)"},
          {"image.config.env", "0+"},
          {"image.config.labels", "0+"}}},
        {"a base that nobody knows",
         "FROM registry.acme.io/base:1\n",
         {{"image.config.user", "unknown(unresolved)"}, {"dockerfile.stages[0].base.user", "unknown(unresolved)"}}},
        {"a variable without value is not latest",
         "ARG TAG\nFROM debian:$TAG\n",
         {{"dockerfile.stages[0].base.image", "unknown(unresolved)"},
          {"dockerfile.stages[0].base.image.tag", "unknown(unresolved)"},
          {"dockerfile.stages[0].base.is_scratch", "false"},
          {"dockerfile.stages[0].base.variables[0]", "TAG"},
          {"dockerfile.stages[0].base.undeclared", "0"},
          {"dockerfile.stages[0].base.defaults_valid", "false"},
          {"dockerfile.global_arguments[0].used_in_from", "true"},
          {"dockerfile.global_arguments[0].value", "absent"},
          {"image.config.user", "unknown(unresolved)"}}},
        {"a default counts",
         "ARG TAG=12-slim\nFROM --platform=linux/arm64 debian:${TAG}\n",
         {{"dockerfile.stages[0].base.image.tag", "12-slim"},
          {"dockerfile.stages[0].base.is_minimal", "true"},
          {"dockerfile.stages[0].base.defaults_valid", "true"},
          {"dockerfile.stages[0].base.platform.architecture", "arm64"},
          {"dockerfile.stages[0].base.platform_raw", "linux/arm64"}}},
        {"undeclared",
         "FROM $X\n",
         {{"dockerfile.stages[0].base.is_scratch", "unknown(unresolved)"},
          {"dockerfile.stages[0].base.undeclared[0]", "X"},
          {"dockerfile.instructions[0].uses[0].defined", "false"}}},
        {"platform of the builder",
         "FROM --platform=$BUILDPLATFORM golang:1.22 AS b\n",
         {{"dockerfile.stages[0].base.platform", "unknown(unresolved)"},
          {"dockerfile.stages[0].base.is_sdk", "true"},
          {"dockerfile.stages[0].base.undeclared", "0"}}},
    });
}

TEST_CASE("dockerfile facts: stages", "[dockerfile]") {
    check({
        {"what matters to the target",
         "FROM golang:1 AS Build\nUSER builder\nFROM scratch AS unused\nFROM alpine AS base\nUSER 1000:1000\n"
         "FROM base\nCOPY --from=build /a /b\nCOPY --from=nginx:1.25 /c /d\nCOPY --from=0 /e /f\nCOPY --from=9 /g /h\n",
         {{"dockerfile.stages[0].name", "build"},
          {"dockerfile.stages[0].name_text", "Build"},
          {"dockerfile.stages[0].in_image", "false"},
          {"dockerfile.stages[0].reached", "true"},
          {"dockerfile.stages[0].copied_from", "true"},
          {"dockerfile.stages[1].reached", "false"},
          {"dockerfile.stages[2].in_image", "true"},
          {"dockerfile.stages[3].is_final", "true"},
          {"dockerfile.stages[3].base.stage", "#2"},
          {"dockerfile.stages[3].base.user.uid", "1000"},
          {"dockerfile.final", "#3"},
          {"image.config.user.text", "1000:1000"},
          {"image.config.user.is_root", "false"},
          {"image.config.user.is_numeric", "true"},
          {"image.config.user.gid", "1000"},
          {"dockerfile.copies[0].from_stage", "#0"},
          {"dockerfile.copies[0].sources[0].kind", "stage"},
          {"dockerfile.copies[1].from_image.tag", "1.25"},
          {"dockerfile.copies[1].sources[0].kind", "image"},
          {"dockerfile.copies[1].sources[0].pinned", "false"},
          {"dockerfile.copies[2].from_is_index", "true"},
          {"dockerfile.copies[2].from_stage", "#0"},
          {"dockerfile.copies[3].from_text", "9"},
          {"dockerfile.copies[3].from_stage", "absent"},
          {"dockerfile.copies[3].from_image", "absent"}}},
        {"configuration",
         "FROM scratch\nENV A=1 B=\"x $A\"\nENV A 2 3\nLABEL a=b \"c d\"=e\nEXPOSE 80 53/udp 8000-8010\nVOLUME /v\nWORKDIR /w\nWORKDIR "
         "x/../y\n"
         "ENTRYPOINT [\"/e\", \"f\"]\nCMD g h\nHEALTHCHECK --interval=30s --retries=2 CMD curl x\nSTOPSIGNAL SIGINT\nONBUILD RUN z\nUSER "
         "app\n",
         {{"image.config.env", "2"},
          {"image.config.env[0].value", "2 3"},
          {"image.config.env[1].value", "unknown(unresolved)"},
          {"image.config.labels[a]", "b"},
          {"image.config.labels[c d]", "e"},
          {"image.config.exposed_ports", "3"},
          {"image.config.exposed_ports[1].protocol", "udp"},
          {"image.config.exposed_ports[2].last", "8010"},
          {"image.config.volumes[0]", "/v"},
          {"image.config.workdir", "/w/y"},
          {"image.config.entrypoint.words[0]", "/e"},
          {"image.config.entrypoint.form", "exec"},
          {"image.config.cmd.form", "shell"},
          {"image.config.cmd.words[2]", "g h"},
          {"image.config.cmd.program", "g"},
          {"image.config.command", "5"},
          {"image.config.healthcheck.disabled", "false"},
          {"image.config.healthcheck.interval", "30000000"},
          {"image.config.healthcheck.timeout", "absent"},
          {"image.config.healthcheck.retries", "2"},
          {"image.config.stop_signal", "SIGINT"},
          {"image.config.on_build[0]", "RUN z"},
          {"dockerfile.instructions[12].trigger", "RUN"},
          {"dockerfile.runs", "0"},
          {"image.config.user.says_root", "false"},
          {"image.config.user.is_root", "unknown(not_supplied)"},
          {"dockerfile.variables[2].is_legacy", "true"},
          {"dockerfile.variables[1].uses_itself[0]", "A"},
          {"dockerfile.labels[1].name", "c d"},
          {"dockerfile.exposes[2].last", "8010"}}},
        {"ENTRYPOINT takes an inherited CMD away",
         "FROM scratch AS a\nCMD x\nFROM a\nENTRYPOINT y\n",
         {{"image.config.cmd", "absent"}, {"dockerfile.stages[0].config.cmd.program", "x"}, {"image.config.command", "3"}}},
        {"HEALTHCHECK NONE",
         "FROM x\nHEALTHCHECK NONE\n",
         {{"image.config.healthcheck.disabled", "true"}, {"image.config.healthcheck.exec", "absent"}}},
        {"variables of stages",
         "ARG G=1\nFROM scratch\nARG G\nARG N\nARG TARGETARCH\nENV A=$G B=$N C=$TARGETARCH D=${N:-d} E=$PATH\nUSER $N\nCOPY $N $G\n",
         {{"dockerfile.variables[0].value", "1"},
          {"dockerfile.variables[0].defined", "absent"},
          {"dockerfile.variables[1].value", "absent"},
          {"image.config.env[0].value", "1"},
          {"image.config.env[1].value", "unknown(unresolved)"},
          {"image.config.env[2].value", "unknown(unresolved)"},
          {"image.config.env[3].value", "d"},
          {"image.config.user", "present"},
          {"image.config.user.text", "unknown(unresolved)"},
          {"image.config.user.is_root", "unknown(unresolved)"},
          {"dockerfile.copies[0].sources[0].text", "unknown(unresolved)"},
          {"dockerfile.copies[0].destination", "1"},
          {"dockerfile.instructions[6].uses[0].defined", "true"}}},
        {"Windows has another shell",
         "# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir | sort\n",
         {{"image.config.shell[0]", "cmd"},
          {"dockerfile.runs[0].has_pipe", "unknown(unresolved)"},
          {"dockerfile.runs[0].commands", "0+"},
          {"dockerfile.commands", "0+"}}},
    });
}

TEST_CASE("dockerfile facts: runs and commands", "[dockerfile]") {
    check({
        {"a script",
         "FROM scratch\nARG V=1.2\nRUN --mount=type=cache,target=/c,sharing=locked --mount=type=secret,id=k,required \\\n apt-get update "
         "&& \\\n"
         "  sudo apt-get install -yt sid a=$V b | tee /x > /y\n",
         {{"dockerfile.runs[0].mounts[0].kind", "cache"},
          {"dockerfile.runs[0].mounts[0].target", "/c"},
          {"dockerfile.runs[0].mounts[0].options[sharing]", "locked"},
          {"dockerfile.runs[0].mounts[1].required", "true"},
          {"dockerfile.runs[0].mounts[1].target", "absent"},
          {"dockerfile.runs[0].has_pipe", "true"},
          {"dockerfile.runs[0].pipefail", "false"},
          {"dockerfile.runs[0].commands", "3"},
          {"dockerfile.commands[1].program", "apt-get"},
          {"dockerfile.commands[1].sudo", "true"},
          {"dockerfile.commands[1].subcommand", "install"},
          {"dockerfile.commands[1].list_op", "and_if"},
          {"dockerfile.commands[1].line", "5"},
          {"dockerfile.commands[1].flags[1].value", "sid"},
          {"dockerfile.commands[1].pipes_into", "2"},
          {"dockerfile.commands[1].installs[0].version", "1.2"},
          {"dockerfile.commands[1].installs[0].pinned", "true"},
          {"dockerfile.commands[1].installs[1].pinned", "false"},
          {"dockerfile.commands[2].list_op", "absent"},
          {"dockerfile.commands[2].redirects[0].target", "/y"},
          {"dockerfile.stages[0].commands", "3"}}},
        {"pipefail by SHELL",
         "FROM scratch\nSHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN a | b\nRUN c\n",
         {{"dockerfile.runs[0].pipefail", "true"}, {"dockerfile.runs[1].pipefail", "true"}, {"dockerfile.runs[0].shell[2]", "pipefail"}}},
        {"unknown words",
         "FROM scratch\nRUN $X a\nRUN apt-get install $Y\nRUN pip install -r r.txt\n",
         {{"dockerfile.commands[0].program", "unknown(unresolved)"},
          {"dockerfile.commands[0].program_text", "$X"},
          {"dockerfile.commands[0].installs", "0+"},
          {"dockerfile.commands[1].operands", "1+"},
          {"dockerfile.commands[1].installs", "1+"},
          {"dockerfile.commands[1].installs[0].pinned", "unknown(unresolved)"},
          {"dockerfile.commands[2].installs[0].is_file", "true"},
          {"dockerfile.commands[2].installs[0].pinned", "unknown(unresolved)"}}},
        {"exec form",
         "FROM scratch\nRUN [\"sh\", \"-c\", \"a && b\"]\n",
         {{"dockerfile.commands", "2"}, {"dockerfile.runs[0].form", "exec"}}},
        {"heredocs",
         "FROM scratch\nRUN <<EOF\n#!/usr/bin/env bash\na | b\nEOF\nRUN bash -o pipefail <<-E\n\tc | d\n\tE\nRUN cat <<X >/f && "
         "e\nbody\nX\nRUN python3 <<P\nq\nP\n",
         {{"dockerfile.runs[0].shell[1]", "bash"},
          {"dockerfile.runs[0].commands", "2"},
          {"dockerfile.runs[0].pipefail", "false"},
          {"dockerfile.runs[1].script", "c | d\n"},
          {"dockerfile.runs[1].pipefail", "true"},
          {"dockerfile.runs[2].commands", "2"},
          {"dockerfile.runs[2].script", "cat <<X >/f && e\nbody\nX"},
          {"dockerfile.runs[3].commands", "1+"},
          {"dockerfile.commands", "7+"}}},
    });
}

TEST_CASE("dockerfile facts: copies", "[dockerfile]") {
    const auto facts = test::facts_of(
        "FROM scratch\nCOPY --chown=app:0 --chmod=0755 --link a.tar.gz secret.pem . /x/\nADD https://h/f.tgz "
        "https://h/r.git#0123456789012345678901234567890123456789 y\n"
        "ADD --checksum=sha256:aa https://h/g /g\nWORKDIR /w\nCOPY <<E z/\nbody\nE\nCOPY . .\n",
        "*.pem\n!keep.pem\n");
    const Expectation expected[] = {
        {"dockerfile.ignore.patterns", "2"},
        {"dockerfile.copies[0].owner.text", "app:0"},
        {"dockerfile.copies[0].mode", "493"},
        {"dockerfile.copies[0].link", "true"},
        {"dockerfile.copies[0].destination", "/x/"},
        {"dockerfile.copies[0].effective_path", "/x"},
        {"dockerfile.copies[0].ends_in_slash", "true"},
        {"dockerfile.copies[0].workdir_set", "false"},
        {"dockerfile.copies[0].sources[0].is_archive", "true"},
        {"dockerfile.copies[0].sources[0].ignored", "false"},
        {"dockerfile.copies[0].sources[1].ignored", "true"},
        {"dockerfile.copies[0].sources[2].is_everything", "true"},
        {"dockerfile.copies[0].sources[0].matches", "0?"},
        {"dockerfile.copies[1].sources[0].kind", "remote"},
        {"dockerfile.copies[1].sources[0].url", "https://h/f.tgz"},
        {"dockerfile.copies[1].sources[0].pinned", "false"},
        {"dockerfile.copies[1].sources[1].kind", "git"},
        {"dockerfile.copies[1].sources[1].pinned", "true"},
        {"dockerfile.copies[1].is_relative", "true"},
        {"dockerfile.copies[1].effective_path", "/y"},
        {"dockerfile.copies[2].sources[0].pinned", "true"},
        {"dockerfile.copies[2].checksum", "sha256:aa"},
        {"dockerfile.copies[3].sources[0].kind", "heredoc"},
        {"dockerfile.copies[3].effective_path", "/w/z"},
        {"dockerfile.copies[4].workdir_set", "true"},
    };
    for (const Expectation& one : expected) {
        CAPTURE(one.path);
        CHECK(test::ask(*facts, one.path).text == one.value);
    }
    CHECK(test::ask(*facts, "dockerfile.copies[0].sources[1].text").at == "secret.pem");
    CHECK(test::ask(*facts, "dockerfile.ignore.patterns[1]").at == "!keep.pem");
    CHECK(test::ask(*facts, "dockerfile.copies[0].owner.text").at == "app:0");
}

TEST_CASE("dockerfile facts: hostile files stay small and quick", "[dockerfile]") {
    std::string doubling = "FROM scratch\nENV A=xxxxxxxxxxxxxxxx\n";
    std::string chain = "FROM scratch AS s0\n";
    std::string commands = "FROM scratch\nRUN a";
    std::string lines;
    for (int i = 0; i < 3000; ++i) {
        doubling += "ENV A=$A$A\n";
        chain += "FROM s" + std::to_string(i) + " AS s" + std::to_string(i + 1) + "\nENV v" + std::to_string(i) + "=1\n";
        commands += ";a\\\n";
        lines += "A\n";
    }
    std::string many;
    for (int i = 0; i < 30000; ++i) many += "ENV A" + std::to_string(i) + "=$A\n";
    for (const std::string& input : {doubling, chain, commands, lines, many, std::string(5 << 20, 'a'),
                                     std::string("FROM a\nCOPY " + std::string(60000, '*') + " .\n")}) {
        const auto facts = test::facts_of(input, "a*a*a*a*a*b\n**/**/**/x\n");
        CHECK(facts->subjects() == 1);
    }
    const std::string small =
        "ARG A=1\nFROM a:$A AS b\nRUN --mount=type=ssh x \"$(y)\" | z\nCOPY --from=b [\"c\", \"d\"]\nHEALTHCHECK CMD e\nEXPOSE 1-2/udp\n";
    for (std::size_t size = 0; size <= small.size(); ++size) (void)test::facts_of(small.substr(0, size));
}

TEST_CASE("dockerfile facts: every real file of the corpus", "[dockerfile]") {
    const auto folder = test::shared("corpus/dockerfile/real");
    if (folder.empty()) return test::say_skipped("real Dockerfiles");
    std::vector<std::string> texts;
    for (const auto& path : test::files_below(folder)) texts.push_back(test::read_text(path));
    const auto begin = std::chrono::steady_clock::now();
    Builder builder;
    std::size_t partial = 0;
    for (const std::string& text : texts) {
        const ReadResult result = read_document(builder, "Dockerfile", text);
        partial += result.partial ? 1U : 0U;
        CHECK(result.partial == !result.diagnostics.empty());
    }
    const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
    std::printf("Dockerfiles: %zu read, %zu broken, %lld us a file\n", texts.size(), partial,
                static_cast<long long>(spent) / static_cast<long long>(texts.size()));
    Assignment assignment;
    assignment.subjects = builder.fragments();
    for (Row row = 0; row < builder.fragments(); ++row) assignment.subject.push_back(row);
    const auto facts = builder.freeze(assignment);
    CHECK(facts->subjects() == texts.size());
    CHECK(partial == 22);  // read one by one: templates, another frontend's words, names that are none, files that are bad on purpose
}
