// Image configurations and inspections: what each key becomes, what its lack becomes, what is refused.
#include <iostream>
#include <set>

#include "engine/ingest/shared/image_config.h"
#include "tests/catch.h"
#include "tests/ingest/support/cells.h"
#include "tests/ingest/support/corpus_files.h"
#include "tests/ingest/support/reading.h"

using namespace scantling;
using namespace scantling::test;

namespace {

const std::string configuration = R"({
  "architecture": "arm64", "os": "linux", "variant": "v7", "created": "2024-05-06T07:08:09.5Z", "author": "me",
  "config": {"User": "app:0", "ExposedPorts": {"80/tcp": {}, "53/udp": {}}, "Env": ["PATH=/bin", "A=1", "A=2"],
             "Entrypoint": ["/bin/sh", "-c", "exec nginx -g x"], "Cmd": ["a"], "Volumes": {"/data/": {}}, "WorkingDir": "/srv//x/",
             "Labels": {"l": "v"}, "StopSignal": "SIGQUIT", "OnBuild": ["RUN x"], "Shell": ["/bin/bash", "-c"],
             "Healthcheck": {"Test": ["CMD-SHELL", "curl localhost || exit 1"], "Interval": 5000000000, "Timeout": 250000000,
                             "StartPeriod": 0, "Retries": 3}},
  "rootfs": {"type": "layers", "diff_ids": [
    "sha256:1111111111111111111111111111111111111111111111111111111111111111",
    "sha256:2222222222222222222222222222222222222222222222222222222222222222"]},
  "history": [
    {"created": "2024-01-01T00:00:00Z", "created_by": "/bin/sh -c #(nop) ADD file:x in / "},
    {"created_by": "/bin/sh -c #(nop)  CMD [\"bash\"]", "empty_layer": true, "comment": "c"},
    {"created_by": "RUN |1 TOKEN=s3cret /bin/sh -c make 'a b' # buildkit"}]})";

const std::string inspection = R"([{
  "Id": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "RepoTags": ["registry.example:5000/team/app:1.0", "app:latest"],
  "RepoDigests": ["app@sha256:9999999999999999999999999999999999999999999999999999999999999999",
                  "registry.example:5000/team/app@sha256:8888888888888888888888888888888888888888888888888888888888888888"],
  "Created": "2024-05-06T07:08:09Z", "Author": "", "Architecture": "amd64", "Os": "linux", "Variant": "",
  "Config": {"User": "0", "Env": ["A=1"], "Cmd": ["sh"]},
  "RootFS": {"Type": "layers", "Layers": ["sha256:1111111111111111111111111111111111111111111111111111111111111111"]}}])";

}  // namespace

TEST_CASE("an image configuration becomes facts") {
    const ReadFacts read = read_facts("config.json", configuration);
    REQUIRE(read.result.accepted);
    REQUIRE(read.result.kind == DocumentKind::image_configuration);
    const std::vector<std::pair<const char*, const char*>> cells = {
        {"image.platform.architecture", "arm64"},
        {"image.platform.os", "linux"},
        {"image.platform.variant", "v7"},
        {"image.created", "2024-05-06T07:08:09.5Z"},
        {"image.author", "me"},
        {"image.digest", "unknown (not_stated)"},
        {"image.reference", "unknown (not_stated)"},
        {"image.references", "[]"},
        {"image.config.user.text", "app:0"},
        {"image.config.user.name", "app"},
        {"image.config.user.uid", "unknown (not_supplied)"},
        {"image.config.user.is_root", "unknown (not_supplied)"},
        {"image.config.user.gid", "0"},
        {"image.config.user.in_root_group", "true"},
        {"image.config.user.says_root", "false"},
        {"image.config.entrypoint.form", "exec"},
        {"image.config.entrypoint.program", "/bin/sh"},
        {"image.config.entrypoint.needs_shell", "true"},
        {"image.config.cmd.words", "[a]"},
        {"image.config.command", "[/bin/sh, -c, exec nginx -g x, a]"},
        {"image.config.shell", "[/bin/bash, -c]"},
        {"image.config.workdir", "/srv/x"},
        {"image.config.env[0].name", "PATH"},
        {"image.config.env[1].value", "2"},
        {"image.config.env[2]", "no row"},
        {"image.config.exposed_ports[0].number", "80"},
        {"image.config.exposed_ports[1].protocol", "udp"},
        {"image.config.volumes", "[/data]"},
        {"image.config.labels[\"l\"]", "v"},
        {"image.config.stop_signal", "SIGQUIT"},
        {"image.config.on_build", "[RUN x]"},
        {"image.config.healthcheck.disabled", "false"},
        {"image.config.healthcheck.exec.form", "shell"},
        {"image.config.healthcheck.exec.program", "curl"},
        {"image.config.healthcheck.interval", "5000000"},
        {"image.config.healthcheck.timeout", "250000"},
        {"image.config.healthcheck.start_period", "absent"},
        {"image.config.healthcheck.retries", "3"},
        {"image.layers[1].index", "1"},
        {"image.layers[0].created_by", "/bin/sh -c #(nop) ADD file:x in / "},
        {"image.layers[0].size", "unknown (not_supplied)"},
        {"image.history[0].keyword", "ADD"},
        {"image.history[0].layer", "#0"},
        {"image.history[0].empty_layer", "false"},
        {"image.history[1].keyword", "CMD"},
        {"image.history[1].layer", "absent"},
        {"image.history[1].created", "absent"},
        {"image.history[1].comment", "c"},
        {"image.history[2].keyword", "RUN"},
        {"image.history[2].layer", "#1"},
        {"image.history[2].words", "[RUN, |1, TOKEN=s3cret, /bin/sh, -c, make, a b, #, buildkit]"},
    };
    for (const auto& [path, expected] : cells) {
        CAPTURE(path);
        CHECK(cell(*read.facts, 0, path) == expected);
    }
    CHECK(pointer_of(*read.facts, 0, "image.config.env[1].value") == "/config/Env/2");
    CHECK(pointer_of(*read.facts, 0, "image.config.user.text") == "/config/User");
    CHECK(pointer_of(*read.facts, 0, "image.history[2].created_by") == "/history/2/created_by");
}

TEST_CASE("an image inspection becomes facts: names, digests, the rest as a configuration") {
    const ReadFacts read = read_facts("image.json", inspection);
    REQUIRE(read.result.accepted);
    const std::vector<std::pair<const char*, const char*>> cells = {
        {"image.id", "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"image.reference.text", "registry.example:5000/team/app:1.0"},
        {"image.reference.registry", "registry.example:5000"},
        {"image.reference.tag", "1.0"},
        {"image.references[1].name", "docker.io/library/app"},
        {"image.references[1].is_latest", "true"},
        {"image.digest", "sha256:8888888888888888888888888888888888888888888888888888888888888888"},
        {"image.author", "absent"},
        {"image.config.user.says_root", "true"},
        {"image.config.user.is_root", "true"},
        {"image.layers[0].diff_id", "sha256:1111111111111111111111111111111111111111111111111111111111111111"},
        {"image.layers[0].created_by", "absent"},
    };
    for (const auto& [path, expected] : cells) {
        CAPTURE(path);
        CHECK(cell(*read.facts, 0, path) == expected);
    }
    CHECK_FALSE(read.facts->supplied(*read.facts->layout().find_part("image.history"), 0));
    CHECK(read.facts->supplied(*read.facts->layout().find_part("image.layers"), 0));
}

TEST_CASE("what a missing key of an image configuration becomes") {
    using E = Edit;
    check_missing_keys(configuration,
                       {
                           {"/config", "image.config.user", "absent"},
                           {"/config", "image.config.entrypoint", "absent"},
                           {"/config", "image.config.cmd", "absent"},
                           {"/config", "image.config.workdir", "absent"},
                           {"/config", "image.config.healthcheck", "absent"},
                           {"/config", "image.config.stop_signal", "absent"},
                           {"/config", "image.config.env", "[]"},
                           {"/config", "image.config.labels", "[]"},
                           {"/config", "image.config.shell", "[/bin/sh, -c]"},
                           {"/config/User", "image.config.user", "absent", {E::remove, E::null, E::empty_string}},
                           {"/config/Entrypoint", "image.config.entrypoint", "absent", {E::remove, E::null, E::empty_array}},
                           {"/config/Cmd", "image.config.cmd", "absent", {E::remove, E::null, E::empty_array}},
                           {"/config/WorkingDir", "image.config.workdir", "absent", {E::remove, E::null, E::empty_string}},
                           {"/config/StopSignal", "image.config.stop_signal", "absent", {E::remove, E::null, E::empty_string}},
                           {"/config/Healthcheck", "image.config.healthcheck", "absent"},
                           {"/config/Healthcheck/Test", "image.config.healthcheck", "absent", {E::remove, E::null, E::empty_array}},
                           {"/config/Healthcheck/Interval", "image.config.healthcheck.interval", "absent"},
                           {"/config/Healthcheck/Retries", "image.config.healthcheck.retries", "absent"},
                           {"/config/Env", "image.config.env", "[]", {E::remove, E::null, E::empty_array}},
                           {"/config/Labels", "image.config.labels", "[]"},
                           {"/config/ExposedPorts", "image.config.exposed_ports", "[]"},
                           {"/config/Volumes", "image.config.volumes", "[]"},
                           {"/config/OnBuild", "image.config.on_build", "[]", {E::remove, E::null, E::empty_array}},
                           {"/config/Shell", "image.config.shell", "[/bin/sh, -c]", {E::remove, E::null, E::empty_array}},
                           {"/created", "image.created", "absent", {E::remove, E::null, E::empty_string}},
                           {"/author", "image.author", "absent", {E::remove, E::null, E::empty_string}},
                           {"/architecture", "image.platform.architecture", "unknown (not_stated)", {E::remove, E::null, E::empty_string}},
                           {"/os", "image.platform.os", "unknown (not_stated)", {E::remove, E::null, E::empty_string}},
                           {"/variant", "image.platform.variant", "absent", {E::remove, E::null, E::empty_string}},
                           {"/history", "image.history", "[… unknown (not_supplied)]"},
                           {"/history", "image.layers[0].created_by", "absent"},
                           {"/rootfs", "image.layers", "[… unknown (not_supplied)]"},
                           {"/rootfs/diff_ids", "image.layers", "[… unknown (not_supplied)]"},
                           {"/rootfs/diff_ids", "image.history[0].layer", "unknown (not_supplied)"},
                           {"/history/0/created_by", "image.history[0].created_by", "unknown (not_stated)"},
                           {"/history/1/empty_layer", "image.history[1].empty_layer", "false"},
                           {"/history/1/comment", "image.history[1].comment", "absent", {E::remove, E::null, E::empty_string}},
                       });
}

TEST_CASE("what a missing key of an image inspection becomes") {
    using E = Edit;
    check_missing_keys(inspection, {
                                       {"/0/Id", "image.id", "unknown (not_stated)", {E::remove, E::null, E::empty_string}},
                                       {"/0/RepoTags", "image.reference", "unknown (not_stated)", {E::remove, E::null, E::empty_array}},
                                       {"/0/RepoTags", "image.references", "[]", {E::remove, E::null, E::empty_array}},
                                       {"/0/RepoTags", "image.digest", "unknown (not_stated)", {E::remove, E::null, E::empty_array}},
                                       {"/0/RepoDigests", "image.digest", "unknown (not_stated)", {E::remove, E::null, E::empty_array}},
                                       {"/0/RepoDigests", "image.purl", "unknown (not_stated)", {E::remove, E::null, E::empty_array}},
                                       {"/0/Created", "image.created", "absent", {E::remove, E::null, E::empty_string}},
                                       {"/0/Architecture", "image.platform.architecture", "unknown (not_stated)"},
                                       {"/0/Os", "image.platform.os", "unknown (not_stated)"},
                                       {"/0/Config", "image.config.user", "absent"},
                                       {"/0/Config/User", "image.config.user", "absent", {E::remove, E::null, E::empty_string}},
                                       {"/0/RootFS", "image.layers", "[… unknown (not_supplied)]"},
                                       {"/0/RootFS/Layers", "image.layers", "[… unknown (not_supplied)]"},
                                   });
}

TEST_CASE("a key of an image document with a value of another type refuses it") {
    using E = Edit;
    check_wrong_types(configuration, {
                                         {"/architecture", {E::string}},
                                         {"/os", {E::string}},
                                         {"/created", {E::string}},
                                         {"/author", {E::string}},
                                         {"/config/User", {E::string}},
                                         {"/config/Env", {E::string}},  // one text stands for a list of one, as old versions write it
                                         {"/config/Env/0", {E::string}},
                                         {"/config/Entrypoint", {E::string}},
                                         {"/config/WorkingDir", {E::string}},
                                         {"/config/Labels/l", {E::string}},
                                         {"/config/Healthcheck/Interval", {E::integer}},
                                         {"/config/Healthcheck/Test", {E::string}},
                                         {"/history", {}},
                                         {"/history/0", {E::object}},
                                         {"/history/0/created_by", {E::string}},
                                         {"/history/1/empty_layer", {E::boolean}},
                                         {"/rootfs", {E::object}},
                                         {"/rootfs/diff_ids", {}},
                                         {"/rootfs/diff_ids/0", {E::string}},
                                     });
    check_wrong_types(inspection, {
                                      {"/0/Id", {E::string}},
                                      {"/0/RepoTags", {E::string}},
                                      {"/0/RepoTags/0", {E::string}},
                                      {"/0/RepoDigests", {E::string}},
                                      {"/0/Created", {E::string}},
                                      {"/0/Architecture", {E::string}},
                                      {"/0/Config", {E::object}},
                                      {"/0/RootFS", {E::object}},
                                  });
}

TEST_CASE("image documents of broken bytes are refused") {
    check_bad_bytes("config.json", R"({"architecture":"a","os":"l","config":{"Env":["A=1"]},"rootfs":{"diff_ids":[]}})");
    check_bad_bytes("image.json", R"([{"Id":"x","RepoTags":["a"],"RepoDigests":[],"Config":{}}])");
}

TEST_CASE("texts of image documents that are no digest, time, port or variable are told apart") {
    const auto with = [](const std::string& from, const std::string& to) {
        std::string text = configuration;
        text.replace(text.find(from), from.size(), to);
        return read_facts("c.json", text);
    };
    CHECK(cell(*with("2024-05-06T07:08:09.5Z", "0001-01-01T00:00:00Z").facts, 0, "image.created") == "absent");
    CHECK(cell(*with("2024-05-06T07:08:09.5Z", "yesterday").facts, 0, "image.created") == "unknown (unreadable)");
    CHECK(cell(*with("53/udp", "dns").facts, 0, "image.config.exposed_ports").find("…") != std::string::npos);
    CHECK(cell(*with("sha256:1111", "sha257:1111").facts, 0, "image.layers[0].diff_id") == "unknown (unreadable)");
    CHECK(cell(*with("\"PATH=/bin\"", "\"PATH\"").facts, 0, "image.config.env[0].value") == "unknown (not_stated)");
    CHECK(cell(*with("\"CMD-SHELL\", \"curl localhost || exit 1\"", "\"NONE\"").facts, 0, "image.config.healthcheck.disabled") == "true");
    CHECK(cell(*with("\"RUN |1", "\"unheard |1").facts, 0, "image.history[2].keyword") == "absent");
    CHECK(cell(*with("\"empty_layer\": true", "\"empty_layer\": false").facts, 0, "image.history[2].layer") == "unknown (unreadable)");
}

TEST_CASE("a history step and the Dockerfile instruction that it is") {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"/bin/sh -c apt-get update", "RUN"},
        {"/bin/sh -c #(nop)  ENV A=1", "ENV"},
        {"|2 A=1 B=2 /bin/sh -c make", "RUN"},
        {"COPY dir:x in /app # buildkit", "COPY"},
        {"cmd /S /C #(nop)  ENTRYPOINT [\"a\"]", "ENTRYPOINT"},
        {"powershell -Command x", "RUN"},
        {"bazel build ...", "-"},
        {"copy that", "-"},
        {"", "-"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        const HistoryText parsed = parse_history(text);
        const auto& members = Schema::builtin()->enums()[*Schema::builtin()->find_enum("Keyword")].members;
        CHECK((parsed.keyword ? members[static_cast<std::size_t>(*parsed.keyword)] : std::string_view("-")) == expected);
    }
}

TEST_CASE("image documents of the corpus are read, and nothing else is taken for one") {
    std::size_t read_count = 0;
    for (const char* folder :
         {"runtime/docker-inspect-image", "runtime/inspect-generated-image", "supplychain/oci-docs", "images/manifests"}) {
        for (const CorpusFile& file : corpus_files(folder)) {
            CAPTURE(file.name);
            const ReadFacts read = read_facts(file.name, file.bytes);
            const bool image = read.result.kind == DocumentKind::image_inspect || read.result.kind == DocumentKind::image_configuration;
            if (file.name.find("MANIFEST") != std::string::npos) continue;
            CHECK(read.result.accepted == image);
            if (image) ++read_count;
            if (image) CHECK(cell(*read.facts, 0, "image.config.command").substr(0, 1) == "[");
        }
    }
    if (read_count != 0) CHECK(read_count == 102);
}
