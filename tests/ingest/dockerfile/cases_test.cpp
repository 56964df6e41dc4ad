// The Dockerfiles of other tools' rule cases are read: each gives facts, and only those that BuildKit refuses give errors.
#include <memory>
#include <sstream>
#include <string>

#include "engine/ingest/dockerfile/json_form.h"
#include "engine/ingest/document.h"
#include "tests/catch.h"
#include "tests/ingest/dockerfile/shared_files.h"

using namespace scantling;

namespace {

// The string behind a key of a line of JSON; empty where the key is not there.
std::string string_of(const std::string& line, const std::string& key) {
    const std::size_t found = line.find("\"" + key + "\": \"");
    if (found == std::string::npos) return {};
    const std::size_t begin = found + key.size() + 4;
    std::size_t end = begin + 1;
    while (line[end] != '"') end += line[end] == '\\' ? 2U : 1U;
    dockerfile::Pool pool;
    const dockerfile::Mapped text{line, 0, {}};
    return std::string(dockerfile::decode_json_string(text, text.text.substr(begin, end + 1 - begin), pool).text);
}

}  // namespace

TEST_CASE("dockerfile cases: the conformance suites are read", "[dockerfile]") {
    const auto folder = test::shared("conformance");
    if (folder.empty()) return test::say_skipped("conformance suites");
    std::size_t cases = 0;
    std::size_t broken = 0;
    for (const char* suite :
         {"hadolint", "hadolint-shellcheck", "trivy-docker", "buildkit", "buildkit-docs", "checkov-dockerfile", "kics-dockerfile"}) {
        std::istringstream lines(test::read_text(folder / (std::string(suite) + ".jsonl")));
        std::string line;
        while (std::getline(lines, line)) {
            std::string text = string_of(line, "dockerfile");
            if (text.empty()) continue;
            if (line.find("\"fragment\": true") != std::string::npos) text = "FROM debian:12\n" + text;
            Builder builder;
            const ReadResult result = read_document(builder, "Dockerfile", text);
            ++cases;
            CAPTURE(string_of(line, "id"));
            CHECK(result.accepted);
            broken += result.diagnostics.empty() ? 0U : 1U;
        }
    }
    CHECK(cases > 1000);
    CHECK(broken == 26);  // read one by one: image names in capitals, quotes that never close, instructions before FROM, `...`
}
