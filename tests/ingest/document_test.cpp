// The one entry point: what is recognised, what is refused and why, and that no bytes do harm.
#include "engine/ingest/errors/catalogue.h"
#include "tests/catch.h"
#include "tests/ingest/support/cells.h"
#include "tests/ingest/support/corpus_files.h"
#include "tests/ingest/support/reading.h"

using namespace scantling;
using namespace scantling::test;

TEST_CASE("a document is recognised by its content") {
    struct Case {
        const char* name;
        std::string text;
        DocumentKind kind;
        const char* code;  // of the first diagnostic; null: accepted without one
        const char* said;  // part of its message
    };
    const auto later = DocumentKind::not_read_yet;
    const std::vector<Case> cases = {
        {"x", "FROM a\n", DocumentKind::dockerfile, nullptr, ""},
        {"x", "\xEF\xBB\xBF# c\n\n  arg A=1\nFROM a\n", DocumentKind::dockerfile, nullptr, ""},
        {"a/Dockerfile", "RUN x\n", DocumentKind::dockerfile, "D", ""},
        {"Dockerfile.dev", "# only a comment\n", DocumentKind::dockerfile, "D", ""},
        {"api.containerfile", "", DocumentKind::dockerfile, "D", ""},
        {"x", "RUN x\n", DocumentKind::unknown, "I0120", "unknown kind"},
        {"x", "", DocumentKind::unknown, "I0101", "empty"},
        {"x", "  \n", DocumentKind::unknown, "I0101", "empty"},
        {"x", "{", DocumentKind::unknown, "I0105", "too early"},
        {"x", "{}", DocumentKind::unknown, "I0120", "unknown kind"},
        {"x", "[]", DocumentKind::unknown, "I0122", "found nothing"},
        {"x", "[1]", DocumentKind::unknown, "I0122", "neither"},
        {"x", R"([{"Id":"c","State":{},"HostConfig":{}}, 7])", DocumentKind::container_inspect, "I0122", "neither"},
        {"x", R"({"bomFormat":"CycloneDX","specVersion":"1.4"})", DocumentKind::cyclonedx, nullptr, ""},
        {"x", R"({"bomFormat":"CycloneDX","specVersion":"1.4","vulnerabilities":[]})", DocumentKind::cyclonedx, nullptr, ""},
        {"x", R"({"architecture":"a","os":"l"})", DocumentKind::image_configuration, nullptr, ""},
        {"x", R"([{"Id":"x","RepoTags":[],"Architecture":"a"}])", DocumentKind::image_inspect, nullptr, ""},
        {"x", R"({"Id":"x","State":{},"HostConfig":{}})", DocumentKind::container_inspect, nullptr, ""},
        {"x", R"({"spdxVersion":"SPDX-2.3","SPDXID":"x"})", later, "I0121", "SPDX 2"},
        {"x", R"({"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[]})", later, "I0121", "SPDX 3"},
        {"x", R"({"matches":[],"source":{},"descriptor":{"name":"grype"}})", later, "I0121", "Grype"},
        {"x", R"({"matches":[],"source":{},"descriptor":{"name":"xeol"}})", later, "I0121", "Xeol"},
        {"x", R"({"artifacts":[],"source":{},"schema":{}})", later, "I0121", "Syft"},
        {"x", R"({"$schema":"s","version":"2.1.0","runs":[]})", later, "I0121", "SARIF"},
        {"x", R"({"@context":"https://openvex.dev/ns/v0.2.0","statements":[]})", later, "I0121", "OpenVEX"},
        {"x", R"({"document":{},"vulnerabilities":[],"product_tree":{}})", later, "I0121", "CSAF"},
        {"x", R"({"payloadType":"t","payload":"p","signatures":[]})", later, "I0121", "DSSE"},
        {"x", R"({"_type":"https://in-toto.io/Statement/v1","subject":[]})", later, "I0121", "in-toto"},
        {"x", R"({"schemaVersion":2,"config":{},"layers":[]})", later, "I0121", "manifest"},
        {"x", R"({"schemaVersion":2,"manifests":[]})", later, "I0121", "index"},
        {"x", R"({"schemaVersion":1,"fsLayers":[],"architecture":"a","history":[]})", later, "I0121", "schema 1"},
        {"x", R"({"ociVersion":"1.0.2","process":{},"root":{}})", later, "I0121", "OCI runtime"},
        {"x", R"({"apiVersion":"v1","kind":"Pod"})", later, "I0121", "Kubernetes"},
        {"x", "apiVersion: v1\nkind: Pod\n", later, "I0121", "Kubernetes"},
        {"x", "services:\n  a: {}\n", later, "I0121", "YAML"},
        {"x", "<?xml version=\"1.0\"?><bom/>", later, "I0121", "XML"},
        {"x", "SPDXVersion: SPDX-2.2\n", later, "I0121", "SPDX"},
        {"x.tar.gz", "\x1F\x8B\x08garbage", later, "I0121", "archive"},
        {"x", "FROM a\n\xFF\n", DocumentKind::dockerfile, "I0102", "UTF-8"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name, c.text);
        const ReadFacts read = read_facts(c.name, c.text);
        CHECK(read.result.kind == c.kind);
        if (c.code == nullptr) {
            CHECK(read.result.accepted);
            CHECK(read.result.diagnostics.empty());
            continue;
        }
        REQUIRE_FALSE(read.result.diagnostics.empty());
        if (std::string(c.code) == "D") {
            // A broken Dockerfile has facts all the same.
            CHECK(read.result.accepted);
            CHECK(read.result.partial);
            CHECK(read.facts->subjects() == 1);
            continue;
        }
        CHECK_FALSE(read.result.accepted);
        CHECK(read.result.fragments.empty());
        CHECK(read.result.diagnostics.front().code == c.code);
        CHECK(read.result.diagnostics.front().message.find(c.said) != std::string::npos);
    }
}

TEST_CASE("every input error has a page of its own") {
    for (const InputErrorEntry& entry : input_error_catalogue()) {
        CAPTURE(entry.code);
        CHECK(entry.code.size() == 5);
        CHECK_FALSE(entry.title.empty());
        CHECK(entry.explanation.size() > 30);
        CHECK(find_input_error(entry.code) == &entry);
    }
    CHECK(find_input_error("I9999") == nullptr);
}

TEST_CASE("no bytes do harm") {
    const std::string line(10'000'000, 'x');
    const std::vector<std::string> texts = {
        std::string(100000, '['),
        std::string(100000, '{'),
        "{\"bomFormat\": \"" + line + "\"}",
        "FROM a\nRUN " + line + "\n",
        "[" + line + "]",
        line,
        std::string(1000, '\0'),
        std::string("FROM a\n\0RUN b\n", 14),
        std::string("{\"Id\0\":1}", 9),
        "\x7F\x45LF\x02\x01\x01",
        "\xFE\xFF\0F\0R",
    };
    for (const std::string& text : texts) {
        CAPTURE(text.substr(0, 20));
        for (const char* name : {"x", "Dockerfile", "x.json"}) {
            const ReadFacts read = read_facts(name, text);
            CHECK((read.result.accepted || !read.result.diagnostics.empty()));
            for (const Diagnostic& diagnostic : read.result.diagnostics) CHECK(render(diagnostic).size() < 4000);
        }
    }
}

TEST_CASE("a large document cut off at five places is refused at each") {
    std::string text = R"({"bomFormat":"CycloneDX","specVersion":"1.5","components":[)";
    for (int i = 0; i < 20000; ++i) {
        text += (i == 0 ? "" : ",") + std::string(R"({"type":"library","name":"p)") + std::to_string(i) + R"(","version":"1.0"})";
    }
    text += "]}";
    CHECK(read_facts("bom.json", text).result.accepted);
    for (int fifth = 0; fifth < 5; ++fifth) {
        const std::size_t size = text.size() * static_cast<std::size_t>(fifth) / 5 + 777;
        const ReadFacts read = read_facts("bom.json", text.substr(0, size));
        CHECK_FALSE(read.result.accepted);
        REQUIRE(read.result.diagnostics.size() == 1);
        CHECK(read.result.diagnostics.front().span.begin <= size);
    }
}

TEST_CASE("formats of the corpus that are not read yet are told by name") {
    struct Folder {
        const char* path;
        const char* name;
        std::size_t at_least;
    };
    for (const Folder& folder :
         {Folder{"sbom/spdx2", "SPDX", 190}, Folder{"sbom/spdx3", "SPDX 3", 70}, Folder{"sbom/syft", "Syft", 15},
          Folder{"vuln/grype", "Grype", 18}, Folder{"vuln/xeol", "Xeol", 2}, Folder{"vuln/openvex", "OpenVEX", 44}}) {
        const std::vector<CorpusFile> files = corpus_files(folder.path);
        std::size_t told = 0;
        for (const CorpusFile& file : files) {
            const ReadFacts read = read_facts(file.name, file.bytes);
            CAPTURE(file.name);
            CHECK_FALSE(read.result.accepted);
            if (read.result.kind_name.find(folder.name) != std::string_view::npos) ++told;
        }
        CAPTURE(folder.path);
        if (!files.empty()) CHECK(told >= folder.at_least);
    }
}
