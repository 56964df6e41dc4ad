// The CycloneDX reader: what each key becomes, what its lack becomes, and what is refused.
#include <iostream>

#include "engine/facts/writers.h"
#include "engine/ingest/document.h"
#include "tests/catch.h"
#include "tests/ingest/support/cells.h"
#include "tests/ingest/support/corpus_files.h"

using namespace scantling;
using test::cell;

namespace {

struct Reading {
    explicit Reading(const std::string& text) : result(read_document(builder, "bom.json", text)) {
        const Row subject = result.accepted ? 0 : no_row;
        facts = builder.freeze({1, std::vector<Row>(builder.fragments(), subject), {}});
    }
    Builder builder;
    ReadResult result;
    std::shared_ptr<const Facts> facts;
};

// A document with one component, or with other keys.
std::string bom(const std::string& rest) {
    return R"({"bomFormat":"CycloneDX","specVersion":"1.5")" + (rest.empty() ? "" : "," + rest) + "}";
}
std::string one(const std::string& component) { return bom(R"("components":[)" + component + "]"); }

struct Expectation {
    std::string text;
    const char* path;
    const char* expected;
};
void check_all(const std::vector<Expectation>& all) {
    for (const Expectation& e : all) {
        CAPTURE(e.text, e.path);
        const Reading reading(e.text);
        REQUIRE(reading.result.accepted);
        CHECK(cell(*reading.facts, 0, e.path) == e.expected);
    }
}

}  // namespace

TEST_CASE("a CycloneDX document as a whole") {
    check_all({
        {bom(""), "sboms[0].packages", "[]"},
        {bom(R"("components":null)"), "packages", "[]"},
        {bom(""), "sboms[0].format", "cyclonedx"},
        {bom(""), "sboms[0].format_version", "1.5"},
        {bom(""), "sboms[0].document", "bom.json"},
        {R"({"bomFormat":"CycloneDX","components":[]})", "sboms[0].format_version", "unknown (not_stated)"},
        {bom(""), "sboms[0].serial", "absent"},
        {bom(R"("serialNumber":"urn:uuid:1")"), "sboms[0].serial", "urn:uuid:1"},
        {bom(""), "sboms[0].valid", "unknown (not_stated)"},
        {bom(""), "sboms[0].time", "absent"},
        {bom(R"("metadata":{"timestamp":"2024-01-02T03:04:05+01:00"})"), "sboms[0].time", "2024-01-02T02:04:05Z"},
        {bom(R"("metadata":{"timestamp":"yesterday"})"), "sboms[0].time", "unknown (unreadable)"},
        {bom(R"("metadata":{"authors":[{"name":"A"},{"email":"b@c"}]})"), "sboms[0].authors", "[A, b@c]"},
        {bom(R"("metadata":{"supplier":{"name":"ACME"}})"), "sboms[0].supplier", "ACME"},
        {bom(R"("metadata":{"tools":[{"vendor":"anchore","name":"Syft","version":"0.9"}]})"), "sboms[0].tools[0].name", "syft"},
        {bom(R"("metadata":{"tools":[{"vendor":"anchore","name":"Syft","version":"0.9"}]})"), "sboms[0].tools[0].vendor", "anchore"},
        {bom(R"("metadata":{"tools":{"components":[{"group":"aquasecurity","name":"trivy","version":"0.5"}]}})"),
         "sboms[0].tools[0].version", "0.5"},
        {bom(R"("metadata":{"tools":{"services":[{"name":"s","provider":{"name":"p"}}]}})"), "sboms[0].tools[0].vendor", "p"},
        {bom(""), "sboms[0].tools", "[]"},
        {bom(""), "sboms[0].os", "absent"},
        {bom(""), "image.os", "unknown (not_supplied)"},
        {one(R"({"type":"operating-system","name":"Debian","version":"12"})"), "sboms[0].os.id", "debian"},
        {one(R"({"type":"operating-system","name":"Debian","version":"12"})"), "image.os.release", "12"},
        {one(R"({"type":"operating-system","name":"Debian","version":"12"})"), "packages", "[]"},
        {one(R"({"type":"file","name":"/a"},{"type":"file","name":"/b"})"), "sboms[0].file_count", "2"},
        {one(R"({"type":"cryptographic-asset","name":"k"},{"type":"data","name":"d"})"), "packages", "[]"},
        {one(R"({"type":"application","name":"package-lock.json","properties":[{"name":"aquasecurity:trivy:Type","value":"npm"}]})"),
         "packages", "[]"},
    });
}

TEST_CASE("a CycloneDX component") {
    const char* const apt =
        R"({"type":"library","bom-ref":"r1","name":"apt","version":"2.6.1","purl":"pkg:deb/debian/apt@2.6.1?arch=amd64"})";
    const char* const bare = R"({"type":"library","name":"x"})";
    check_all({
        {one(apt), "sboms[0].packages[0].id", "deb/debian/apt@2.6.1"},
        {one(apt), "sboms[0].packages[0].type", "deb"},
        {one(apt), "sboms[0].packages[0].type_name", "absent"},
        {one(apt), "sboms[0].packages[0].namespace", "debian"},
        {one(apt), "sboms[0].packages[0].version", "2.6.1"},
        {one(apt), "sboms[0].packages[0].purl.qualifiers[\"arch\"]", "amd64"},
        {one(apt), "sboms[0].packages[0].reference", "r1"},
        {one(apt), "sboms[0].packages[0].origin.kind", "sbom"},
        {one(apt), "sboms[0].packages[0].package", "#0"},
        {one(apt), "packages[0].is_os", "true"},
        {one(apt), "packages[0].id", "deb/debian/apt@2.6.1"},
        {one(apt), "packages[0].purl.name", "apt"},
        {one(apt), "packages[0].origins[0].document", "bom.json"},
        {one(apt), "packages[0].layer", "unknown (not_supplied)"},
        {one(apt), "packages[0].registry", "unknown (not_supplied)"},
        {one(bare), "sboms[0].packages[0].version", "unknown (not_stated)"},
        {one(bare), "sboms[0].packages[0].version_text", "absent"},
        {one(bare), "sboms[0].packages[0].purl", "absent"},
        {one(bare), "sboms[0].packages[0].purl_text", "absent"},
        {one(bare), "sboms[0].packages[0].type", "other"},
        {one(bare), "sboms[0].packages[0].type_name", "absent"},
        {one(bare), "sboms[0].packages[0].id", "other/x"},
        {one(bare), "sboms[0].packages[0].licence", "absent"},
        {one(bare), "sboms[0].packages[0].supplier", "absent"},
        {one(bare), "sboms[0].packages[0].author", "absent"},
        {one(bare), "sboms[0].packages[0].hashes", "[]"},
        {one(bare), "sboms[0].packages[0].cpes", "[]"},
        {one(bare), "sboms[0].packages[0].scope", "required"},
        {one(bare), "packages[0].files", "[… unknown (not_stated)]"},
        {one(bare), "packages[0].source_name", "absent"},
        {one(R"({"type":"library","name":"","version":"1"})"), "sboms[0].packages[0].name", "unknown (not_stated)"},
        {one(R"~({"type":"library","name":"a","version":"(devel)","purl":"pkg:golang/a@%28devel%29"})~"), "packages[0].version",
         "unknown (not_stated)"},
        {one(R"({"type":"library","name":"a","version":"x y","purl":"pkg:npm/a@x%20y"})"), "packages[0].version", "unknown (unreadable)"},
        {one(R"({"type":"library","name":"a","version":"1","purl":"not a purl"})"), "packages[0].purl", "unknown (unreadable)"},
        {one(R"({"type":"library","name":"a","version":"1","purl":"not a purl"})"), "sboms[0].packages[0].purl_text", "not a purl"},
        {one(R"({"type":"library","name":"a","version":"2.3-4","purl":"pkg:rpm/redhat/a@2.3-4?epoch=1"})"), "packages[0].id",
         "rpm/redhat/a@1:2.3-4"},
        {one(R"({"type":"library","name":"a","version":"1:2.3-4","purl":"pkg:rpm/redhat/a@2.3-4"})"), "packages[0].version", "1:2.3-4"},
        {one(R"({"type":"library","group":"org.x","name":"a","version":"1"})"), "packages[0].namespace", "org.x"},
        {one(R"({"type":"library","name":"a","properties":[{"name":"syft:package:type","value":"go-module"}]})"), "packages[0].type",
         "golang"},
        {one(R"({"type":"library","name":"a","properties":[{"name":"syft:package:type","value":"binary"}]})"), "packages[0].type_name",
         "binary"},
        {one(R"({"type":"library","name":"a","scope":"optional"})"), "packages[0].scope", "optional"},
        {one(R"({"type":"library","name":"a","scope":"sometimes"})"), "packages[0].scope", "unknown (unreadable)"},
        {one(R"({"type":"library","name":"a","properties":[{"name":"cdx:npm:package:development","value":"true"}]})"), "packages[0].scope",
         "dev"},
        {one(R"({"type":"library","name":"a","hashes":[{"alg":"MD5","content":"D41D8CD98F00B204E9800998ECF8427E"}]})"),
         "sboms[0].packages[0].hashes", "[md5:d41d8cd98f00b204e9800998ecf8427e]"},
        {one(R"({"type":"library","name":"a","hashes":[{"alg":"MD5","content":"zz"}]})"), "sboms[0].packages[0].hashes",
         "[unknown (unreadable)]"},
        {one(R"({"type":"library","name":"a","cpe":"cpe:2.3:a","properties":[{"name":"syft:cpe23","value":"cpe:2.3:b"}]})"),
         "packages[0].cpes", "[cpe:2.3:a, cpe:2.3:b]"},
        {one(R"({"type":"library","name":"a","properties":[{"name":"p","value":"1"},{"name":"p","value":"2"}]})"), "packages[0].properties",
         "[p: 2]"},
        {one(R"({"type":"library","name":"a","externalReferences":[{"type":"vcs","url":"u"},{"type":"vcs","url":"v"}]})"),
         "packages[0].external_references", "[vcs: u]"},
        {one(R"({"type":"library","name":"a","supplier":{"name":"S"},"author":"A"})"), "packages[0].supplier", "S"},
        {one(R"({"type":"library","name":"a","authors":[{"email":"x"},{"name":"B"}]})"), "sboms[0].packages[0].author", "B"},
        {one(R"({"type":"library","name":"a","evidence":{"occurrences":[{"location":"/usr/bin/a"}]}})"), "packages[0].files",
         "[/usr/bin/a, … unknown (incomplete)]"},
        {one(R"({"type":"library","name":"a","components":[{"type":"file","name":"/etc/a"},{"type":"library","name":"b"}]})"),
         "packages[0].files", "[/etc/a, … unknown (incomplete)]"},
        {one(R"({"type":"library","name":"a","components":[{"type":"library","name":"b"}]})"), "packages", "[#0, #1]"},
        {one(R"({"type":"library","name":"a","version":"1","purl":"pkg:deb/debian/a@1?upstream=src%402"})"), "packages[0].source_name",
         "src"},
        {one(R"({"type":"library","name":"a","version":"1","purl":"pkg:rpm/rhel/a@1?upstream=a-b-1.2-3.el8.src.rpm"})"),
         "packages[0].source_version", "1.2-3.el8"},
    });
}

TEST_CASE("licences of a CycloneDX component") {
    const auto with = [](const std::string& licenses) { return one(R"({"type":"library","name":"a","licenses":)" + licenses + "}"); };
    check_all({
        {with("null"), "packages[0].licence", "absent"},
        {with("[]"), "packages[0].licence", "absent"},
        {with(R"([{"license":{"id":"mit"}}])"), "packages[0].licence", "MIT"},
        {with(R"([{"license":{"id":"MIT"}}])"), "packages[0].licence_texts", "[]"},
        {with(R"([{"license":{"name":"NOASSERTION"}}])"), "packages[0].licence", "unknown (not_stated)"},
        {with(R"([{"license":{"name":"NONE"}}])"), "packages[0].licence", "absent"},
        {with(R"([{"license":{}}])"), "packages[0].licence", "unknown (not_stated)"},
        {with(R"([{"license":{"id":"MIT"}},{"license":{"name":"Apache-2.0"}}])"), "packages[0].licence", "MIT AND Apache-2.0"},
        {with(R"([{"expression":"MIT OR Apache-2.0"}])"), "packages[0].licence", "MIT OR Apache-2.0"},
        {with(R"([{"license":{"name":"My Own"}}])"), "packages[0].licence_texts", "[My Own]"},
    });
}

TEST_CASE("the dependency graph and completeness of a CycloneDX document") {
    const std::string parts = R"("metadata":{"component":{"type":"application","name":"app","bom-ref":"root"}},
        "components":[{"type":"library","name":"a","bom-ref":"a"},{"type":"library","name":"b","bom-ref":"b"},
                      {"type":"library","name":"c","bom-ref":"c"},{"type":"application","name":"lock","bom-ref":"lock",
                       "properties":[{"name":"aquasecurity:trivy:Class","value":"lang-pkgs"}]}])";
    const std::string graph = bom(parts + R"(,"dependencies":[{"ref":"root","dependsOn":["lock"]},{"ref":"lock","dependsOn":["a"]},
                                        {"ref":"a","dependsOn":["b","gone"]},{"ref":"b"}])");
    check_all({
        {bom(parts), "sboms[0].has_graph", "false"},
        {bom(parts), "sboms[0].is_connected", "unknown (not_stated)"},
        {bom(parts), "sboms[0].packages[0].depends_on", "[… unknown (not_stated)]"},
        {bom(parts), "packages[0].direct", "unknown (not_stated)"},
        {bom(parts), "packages[0].depth", "unknown (not_stated)"},
        {graph, "sboms[0].has_graph", "true"},
        {graph, "sboms[0].is_connected", "false"},
        {graph, "sboms[0].packages[0].depends_on", "[other/b, unknown (unresolved)]"},
        {graph, "sboms[0].packages[1].depends_on", "[]"},
        {graph, "sboms[0].packages[2].depends_on", "[… unknown (not_stated)]"},
        {graph, "sboms[0].packages[2].in_graph", "false"},
        {graph, "sboms[0].packages[1].reachable_from_root", "true"},
        {graph, "packages[0].direct", "true"},
        {graph, "packages[1].direct", "false"},
        {graph, "packages[1].depth", "2"},
        {graph, "packages[2].depth", "absent"},
        {graph, "packages[2].reachable", "false"},
        {bom(parts), "sboms[0].declared_complete", "absent"},
        {bom(parts + R"(,"compositions":[{"aggregate":"complete"}])"), "sboms[0].declared_complete", "true"},
        {bom(parts + R"(,"compositions":[{"aggregate":"complete","assemblies":["root"]}])"), "sboms[0].declared_complete", "true"},
        {bom(parts + R"(,"compositions":[{"aggregate":"complete","assemblies":["a"]}])"), "sboms[0].declared_complete", "absent"},
        {bom(parts + R"(,"compositions":[{"aggregate":"incomplete","assemblies":["a"]}])"), "sboms[0].declared_complete", "false"},
        {bom(parts + R"(,"compositions":[{"aggregate":"unknown"}])"), "packages", "[#0, #1, #2, … unknown (incomplete)]"},
        {bom(parts + R"(,"compositions":[{}])"), "sboms[0].packages", "[#0, #1, #2, … unknown (incomplete)]"},
        {bom(parts + R"(,"compositions":[{"aggregate":"incomplete","vulnerabilities":["v"]}])"), "packages", "[#0, #1, #2]"},
    });
}

TEST_CASE("vulnerabilities and VEX statements of a CycloneDX document") {
    const std::string parts = R"("components":[{"type":"library","name":"a","version":"1","bom-ref":"a","purl":"pkg:npm/a@1"}],)";
    const auto with = [&](const std::string& vulnerability) { return bom(parts + R"("vulnerabilities":[)" + vulnerability + "]"); };
    const std::string full = with(R"({"id":"GHSA-1","references":[{"id":"CVE-2024-1"}],
        "ratings":[{"severity":"low"},{"severity":"high","score":7.5,"method":"CVSSv31","vector":"CVSS:3.1/AV:N","source":{"name":"nvd"}}],
        "cwes":[79],"published":"2024-01-01T00:00:00Z","affects":[{"ref":"a"}],
        "analysis":{"state":"not_affected","justification":"code_not_reachable","detail":"d","lastUpdated":"2024-02-01T00:00:00Z"}})");
    check_all({
        {full, "vulnerabilities", "[#0, … unknown (incomplete)]"},
        {full, "vulnerabilities[0].id", "CVE-2024-1"},
        {full, "vulnerabilities[0].aliases", "[GHSA-1]"},
        {full, "vulnerabilities[0].package_id", "npm/a@1"},
        {full, "vulnerabilities[0].package", "#0"},
        {full, "vulnerabilities[0].installed", "1"},
        {full, "vulnerabilities[0].severity", "high"},
        {full, "vulnerabilities[0].cvss", "7.5"},
        {full, "vulnerabilities[0].scores[0].version", "3.1"},
        {full, "vulnerabilities[0].cwes", "[CWE-79]"},
        {full, "vulnerabilities[0].fix", "unknown (not_stated)"},
        {full, "vex[0].status", "not_affected"},
        {full, "vex[0].justification", "code_not_reachable"},
        {full, "vex[0].vulnerability", "CVE-2024-1"},
        {full, "vex[0].product_id", "npm/a@1"},
        {full, "vex[0].time", "2024-02-01T00:00:00Z"},
        {with(R"({"id":"CVE-1","affects":[{"ref":"b"}]})"), "vulnerabilities[0].package", "absent"},
        {with(R"({"id":"CVE-1","affects":[{"ref":"b"}]})"), "vulnerabilities[0].package_id", "b"},
        {with(R"({"id":"CVE-1"})"), "vulnerabilities[0].severity", "unknown (not_stated)"},
        {with(R"({"id":"CVE-1"})"), "vex", "[]"},
        {bom(R"("vulnerabilities":[{"id":"CVE-1","affects":[{"ref":"pkg:npm/b@2"}],"analysis":{"state":"resolved"}}])"), "sboms",
         "[… unknown (not_supplied)]"},
        {bom(R"("vulnerabilities":[{"id":"CVE-1","affects":[{"ref":"pkg:npm/b@2"}],"analysis":{"state":"resolved"}}])"), "vex[0].status",
         "fixed"},
        {bom(R"("vulnerabilities":[{"id":"CVE-1","affects":[{"ref":"pkg:npm/b@2"}]}])"), "vulnerabilities[0].package_id", "npm/b@2"},
    });
}

TEST_CASE("which image a CycloneDX document names") {
    const std::string digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const auto identity = [&](const std::string& component) {
        Builder builder;
        const ReadResult result = read_document(builder, "b", bom(R"("metadata":{"component":)" + component + "}"));
        REQUIRE(result.accepted);
        REQUIRE(result.fragments.size() == 1);
        return result.fragments.front().identity;
    };
    using Texts = std::vector<std::string>;
    const ImageIdentity syft = identity(R"({"type":"container","name":"alpine:3.14","version":")" + digest + R"("})");
    CHECK(syft.either == Texts{digest});
    CHECK(syft.references == Texts{"alpine:3.14"});
    const ImageIdentity trivy = identity(R"({"type":"container","name":"alpine:3.14","purl":"pkg:oci/alpine@)" + digest +
                                         R"(?repository_url=index.docker.io%2Flibrary%2Falpine","properties":[
        {"name":"aquasecurity:trivy:ImageID","value":")" +
                                         digest + R"("},{"name":"aquasecurity:trivy:RepoTag","value":"alpine:3.14"},
        {"name":"aquasecurity:trivy:DiffID","value":")" +
                                         digest + R"("}]})");
    CHECK(trivy.digests == Texts{digest});
    CHECK(trivy.ids == Texts{digest});
    CHECK(trivy.diff_ids == Texts{digest});
    CHECK(trivy.references == Texts{"index.docker.io/library/alpine", "alpine:3.14"});
    CHECK(identity(R"({"type":"application","name":"app","version":"1"})").empty());
}

TEST_CASE("cells of a CycloneDX document point at the text that states them") {
    const Reading reading(
        one(R"({"type":"library","name":"apt","version":"2","purl":"pkg:deb/debian/apt@2","licenses":[{"license":{"id":"MIT"}}],
                                  "properties":[{"name":"k","value":"v"}]})"));
    REQUIRE(reading.result.accepted);
    const auto at = [&](const char* path) { return test::pointer_of(*reading.facts, 0, path); };
    CHECK(at("packages[0].name") == "/components/0/name");
    CHECK(at("packages[0].version") == "/components/0/version");
    CHECK(at("packages[0].namespace") == "/components/0/purl");
    CHECK(at("packages[0].purl.name") == "/components/0/purl");
    CHECK(at("packages[0].licence") == "/components/0/licenses/0/license/id");
    CHECK(at("packages[0].properties[\"k\"]") == "/components/0/properties/0/value");
    CHECK(at("sboms[0].packages[0]") == "/components/0");
    CHECK(at("sboms[0].format_version") == "/specVersion");
}

TEST_CASE("a broken CycloneDX document is refused with a place") {
    struct Case {
        std::string text;
        const char* code;
    };
    const std::vector<Case> cases = {
        {R"({"bomFormat":"CycloneDX","specVersion":1.5})", "I0111"},
        {bom(R"("components":{})"), "I0111"},
        {bom(R"("components":[3])"), "I0111"},
        {one(R"({"type":"library","name":7})"), "I0111"},
        {one(R"({"type":"library","name":"a","name":"b"})"), "I0110"},
        {one(R"({"type":"library","name":"a","licenses":{"license":"MIT"}})"), "I0111"},
        {one(R"({"type":"library","name":"a","properties":[{"name":"p","name":"q","value":"1"}]})"), "I0110"},
        {bom(R"("components":[],"components":[])"), "I0110"},
        {bom(R"("dependencies":[{"ref":"a","dependsOn":"b"}])"), "I0111"},
        {bom(R"("metadata":{"tools":"syft"})"), "I0111"},
        {bom(R"("vulnerabilities":[{"id":1}])"), "I0111"},
        {bom(R"("vulnerabilities":[{"ratings":[{"score":"high"}]}])"), "I0111"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Reading reading(c.text);
        CHECK_FALSE(reading.result.accepted);
        REQUIRE_FALSE(reading.result.diagnostics.empty());
        CHECK(reading.result.diagnostics.front().code == c.code);
        CHECK(reading.result.diagnostics.front().span.size() > 0);
        CHECK(reading.facts->table(*reading.facts->layout().find_table("packages")).rows == 0);
    }
    const Reading newer(R"({"bomFormat":"CycloneDX","specVersion":"1.9","components":[]})");
    CHECK(newer.result.accepted);
    REQUIRE(newer.result.diagnostics.size() == 1);
    CHECK(newer.result.diagnostics.front().code == "I0123");
}

TEST_CASE("hostile CycloneDX documents are read or refused in linear time") {
    std::string nested = R"({"type":"library","name":"x"})";
    for (int i = 0; i < 400; ++i) nested = R"({"type":"library","name":"x","components":[)" + nested + "]}";
    CHECK(Reading(one(nested)).result.accepted);
    for (int i = 0; i < 400; ++i) nested = R"({"type":"library","name":"x","components":[)" + nested + "]}";
    const Reading deep(one(nested));
    CHECK_FALSE(deep.result.accepted);
    std::string licences;
    std::string properties;
    std::string chain = R"({"ref":"r0","dependsOn":["r1"]})";
    for (int i = 0; i < 20000; ++i) {
        const std::string n = std::to_string(i);
        licences += std::string(i == 0 ? "" : ",") + R"({"license":{"name":"L)" + n + "\"}}";
        properties += std::string(i == 0 ? "" : ",") + R"({"name":"p)" + n + R"(","value":"v"})";
        chain += R"(,{"ref":"r)" + n + R"(","dependsOn":["r)" + std::to_string(i + 1) + "\"]}";
    }
    const Reading many(
        bom(R"("metadata":{"component":{"bom-ref":"r0"}},"components":[{"type":"library","name":"a","bom-ref":"r20000","licenses":[)" +
            licences + R"(],"properties":[)" + properties + R"(]}],"dependencies":[)" + chain + "]"));
    REQUIRE(many.result.accepted);
    CHECK(cell(*many.facts, 0, "packages[0].licence") == "unknown (unreadable)");
    CHECK(cell(*many.facts, 0, "packages[0].depth") == "1");
}

TEST_CASE("every CycloneDX document of the corpus is read, every broken one refused", "[corpus]") {
    std::size_t read = 0;
    std::size_t packages = 0;
    for (const char* const folder : {"sbom/cyclonedx", "sbom/cyclonedx-suite", "vuln/cyclonedx-vex"}) {
        for (const test::CorpusFile& file : test::corpus_files(folder)) {
            Builder builder;
            const ReadResult result = read_document(builder, file.name, file.bytes);
            if (result.kind != DocumentKind::cyclonedx) {
                // `invalid-bomformat`: it says that it is another format.
                CAPTURE(file.name);
                CHECK(file.name.find("invalid-bomformat") != std::string::npos);
                continue;
            }
            ++read;
            // Its serial number is a number.
            const bool broken = file.name.find("invalid-serial.json") != std::string::npos;
            CAPTURE(file.name);
            CHECK(result.accepted == !broken);
            packages += builder.table(builder.child(subjects_table, model::SubjectRoot::packages.index)).rows;
        }
    }
    std::cout << "cyclonedx: " << read << " documents, " << packages << " packages\n";
}
