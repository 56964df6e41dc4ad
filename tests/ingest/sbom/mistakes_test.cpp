// What is wrong with a CycloneDX document is said, whatever it is and wherever: every mapped key of every other type, bytes, sizes.
#include <string>

#include "tests/catch.h"
#include "tests/ingest/support/cells.h"
#include "tests/ingest/support/corpus_files.h"
#include "tests/ingest/support/reading.h"

using namespace scantling;
using namespace scantling::test;

namespace {

// Every key that the reader maps, once.
const std::string full = R"({"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:1",
 "metadata":{"timestamp":"2024-01-02T03:04:05Z","tools":[{"vendor":"v","name":"t","version":"1"}],"authors":[{"name":"n","email":"e"}],
  "component":{"type":"container","name":"app:1","version":"1","bom-ref":"root","purl":"pkg:docker/app@1","properties":[{"name":"p","value":"q"}]},
  "supplier":{"name":"s"}},
 "components":[{"type":"library","bom-ref":"a","supplier":{"name":"s"},"author":"x","authors":[{"name":"y"}],"group":"g","name":"a","version":"1",
  "scope":"required","hashes":[{"alg":"MD5","content":"d41d8cd98f00b204e9800998ecf8427e"}],"licenses":[{"license":{"id":"MIT","name":"m"}}],
  "cpe":"cpe:2.3:a","purl":"pkg:npm/a@1","components":[{"type":"library","name":"b"}],"evidence":{"occurrences":[{"location":"/a"}]},
  "properties":[{"name":"p","value":"q"}],"externalReferences":[{"type":"vcs","url":"u"}]}],
 "dependencies":[{"ref":"root","dependsOn":["a"]}],
 "compositions":[{"aggregate":"complete","assemblies":["root"],"dependencies":["a"],"vulnerabilities":["v"]}],
 "vulnerabilities":[{"id":"CVE-1","source":{"name":"n","url":"u"},"references":[{"id":"GHSA-1"}],
  "ratings":[{"source":{"name":"n"},"score":7.5,"severity":"high","method":"CVSSv31","vector":"CVSS:3.1/AV:N"}],"cwes":[79],
  "recommendation":"r","detail":"d","updated":"2024-01-02T03:04:05Z","published":"2024-01-02T03:04:05Z","advisories":[{"url":"u"}],
  "analysis":{"state":"exploitable","justification":"code_not_present","detail":"d","firstIssued":"2024-01-02T03:04:05Z",
   "lastUpdated":"2024-01-02T03:04:05Z"},"affects":[{"ref":"a"}]}]})";

}  // namespace

TEST_CASE("every key of a CycloneDX document has one type") {
    std::vector<TypedKey> keys;
    for (const char* const text : {"/specVersion",
                                   "/serialNumber",
                                   "/metadata/timestamp",
                                   "/metadata/tools/0/vendor",
                                   "/metadata/tools/0/name",
                                   "/metadata/tools/0/version",
                                   "/metadata/authors/0/name",
                                   "/metadata/authors/0/email",
                                   "/metadata/component/type",
                                   "/metadata/component/name",
                                   "/metadata/component/version",
                                   "/metadata/component/bom-ref",
                                   "/metadata/component/purl",
                                   "/metadata/component/properties/0/name",
                                   "/metadata/component/properties/0/value",
                                   "/metadata/supplier/name",
                                   "/components/0/type",
                                   "/components/0/bom-ref",
                                   "/components/0/supplier/name",
                                   "/components/0/author",
                                   "/components/0/authors/0/name",
                                   "/components/0/group",
                                   "/components/0/name",
                                   "/components/0/version",
                                   "/components/0/scope",
                                   "/components/0/hashes/0/alg",
                                   "/components/0/hashes/0/content",
                                   "/components/0/licenses/0/license/id",
                                   "/components/0/licenses/0/license/name",
                                   "/components/0/cpe",
                                   "/components/0/purl",
                                   "/components/0/components/0/name",
                                   "/components/0/evidence/occurrences/0/location",
                                   "/components/0/properties/0/name",
                                   "/components/0/properties/0/value",
                                   "/components/0/externalReferences/0/type",
                                   "/components/0/externalReferences/0/url",
                                   "/dependencies/0/ref",
                                   "/dependencies/0/dependsOn/0",
                                   "/compositions/0/aggregate",
                                   "/compositions/0/assemblies/0",
                                   "/compositions/0/dependencies/0",
                                   "/vulnerabilities/0/id",
                                   "/vulnerabilities/0/source/url",
                                   "/vulnerabilities/0/references/0/id",
                                   "/vulnerabilities/0/ratings/0/source/name",
                                   "/vulnerabilities/0/ratings/0/severity",
                                   "/vulnerabilities/0/ratings/0/method",
                                   "/vulnerabilities/0/ratings/0/vector",
                                   "/vulnerabilities/0/recommendation",
                                   "/vulnerabilities/0/detail",
                                   "/vulnerabilities/0/updated",
                                   "/vulnerabilities/0/published",
                                   "/vulnerabilities/0/advisories/0/url",
                                   "/vulnerabilities/0/analysis/state",
                                   "/vulnerabilities/0/analysis/justification",
                                   "/vulnerabilities/0/analysis/detail",
                                   "/vulnerabilities/0/analysis/firstIssued",
                                   "/vulnerabilities/0/analysis/lastUpdated",
                                   "/vulnerabilities/0/affects/0/ref"}) {
        keys.push_back({text, {Edit::string, Edit::empty_string}});
    }
    for (const char* const list : {"/metadata/authors",
                                   "/metadata/component/properties",
                                   "/components",
                                   "/components/0/authors",
                                   "/components/0/hashes",
                                   "/components/0/licenses",
                                   "/components/0/components",
                                   "/components/0/evidence/occurrences",
                                   "/components/0/properties",
                                   "/components/0/externalReferences",
                                   "/dependencies",
                                   "/dependencies/0/dependsOn",
                                   "/compositions",
                                   "/compositions/0/assemblies",
                                   "/compositions/0/dependencies",
                                   "/vulnerabilities",
                                   "/vulnerabilities/0/references",
                                   "/vulnerabilities/0/ratings",
                                   "/vulnerabilities/0/cwes",
                                   "/vulnerabilities/0/advisories",
                                   "/vulnerabilities/0/affects"}) {
        keys.push_back({list, {Edit::empty_array, Edit::array}});
    }
    for (const char* const object : {"/metadata",
                                     "/metadata/component",
                                     "/metadata/supplier",
                                     "/metadata/authors/0",
                                     "/components/0",
                                     "/components/0/supplier",
                                     "/components/0/authors/0",
                                     "/components/0/hashes/0",
                                     "/components/0/licenses/0",
                                     "/components/0/licenses/0/license",
                                     "/components/0/evidence",
                                     "/components/0/evidence/occurrences/0",
                                     "/components/0/properties/0",
                                     "/components/0/externalReferences/0",
                                     "/dependencies/0",
                                     "/compositions/0",
                                     "/vulnerabilities/0",
                                     "/vulnerabilities/0/source",
                                     "/vulnerabilities/0/references/0",
                                     "/vulnerabilities/0/ratings/0",
                                     "/vulnerabilities/0/analysis",
                                     "/vulnerabilities/0/affects/0",
                                     "/metadata/tools/0"}) {
        keys.push_back({object, {Edit::object}});
    }
    keys.push_back({"/metadata/tools", {Edit::empty_array, Edit::array, Edit::object}});
    keys.push_back({"/vulnerabilities/0/ratings/0/score", {Edit::integer}});
    keys.push_back({"/vulnerabilities/0/cwes/0", {Edit::integer}});
    check_wrong_types(full, keys);
}

TEST_CASE("a CycloneDX document whose bytes are damaged is refused") { check_bad_bytes("bom.json", full); }

TEST_CASE("a large CycloneDX document that is cut off is refused, on one line it is read") {
    std::string components;
    for (int i = 0; i < 60000; ++i) {
        const std::string n = std::to_string(i);
        components += std::string(i == 0 ? "" : ",") + R"({"type":"library","bom-ref":")" + n + R"(","name":"package-)" + n +
                      R"(","version":"1.)" + n + R"(","purl":"pkg:npm/package-)" + n + "@1." + n +
                      R"(","licenses":[{"license":{"id":"MIT"}}],"properties":[{"name":"k","value":")" + n + R"("}]})";
    }
    const std::string whole = R"({"bomFormat":"CycloneDX","specVersion":"1.5","components":[)" + components + "]}";
    REQUIRE(whole.size() > 10'000'000);
    const ReadFacts read = read_facts("bom.json", whole);
    REQUIRE(read.result.accepted);
    CHECK(cell(*read.facts, 0, "packages[59999].id") == "npm/package-59999@1.59999");
    for (const std::size_t part : {1U, 2U, 3U, 4U, 5U}) {
        const ReadFacts cut = read_facts("bom.json", whole.substr(0, whole.size() / 6 * part));
        CHECK_FALSE(cut.result.accepted);
        REQUIRE(cut.result.diagnostics.size() == 1);
        CHECK(cut.result.diagnostics.front().code == "I0105");
    }
}
