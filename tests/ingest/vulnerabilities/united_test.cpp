// Several documents of one subject: packages, vulnerabilities, VEX and layers become one.
#include "engine/ingest/packages.h"
#include "engine/ingest/subjects.h"
#include "tests/catch.h"
#include "tests/ingest/support/cells.h"

using namespace scantling;
using test::cell;

namespace {

// All documents speak for one image, which the caller names.
std::shared_ptr<const Facts> facts_of(const std::vector<std::string>& documents) {
    Builder builder;
    std::vector<SubjectInput> inputs;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        ReadResult result = read_document(builder, "d" + std::to_string(i) + ".json", documents[i]);
        CAPTURE(documents[i]);
        REQUIRE(result.accepted);
        inputs.push_back({result.document, result.fragments, "app:1"});
    }
    Assembly assembly = assemble(builder, inputs);
    REQUIRE(assembly.facts != nullptr);
    REQUIRE(assembly.facts->subjects() == 1);
    return assembly.facts;
}

std::string bom(const std::string& components, const std::string& rest = "") {
    return R"({"bomFormat":"CycloneDX","specVersion":"1.5","components":[)" + components + "]" + rest + "}";
}
std::string scan(const std::string& results) {
    return R"({"SchemaVersion":2,"ArtifactName":"app:1","ArtifactType":"container_image","Results":[)" + results + "]}";
}
std::string deb(const std::string& rest) { return R"({"Target":"app","Class":"os-pkgs","Type":"debian",)" + rest + "}"; }
std::string vulnerable(const std::string& rest) {
    return deb(R"("Vulnerabilities":[{"VulnerabilityID":"CVE-2024-1","PkgName":"apt","InstalledVersion":"2.6")" + rest + "}]");
}

const char* const apt = R"({"type":"library","name":"apt","version":"2.6","purl":"pkg:deb/debian/apt@2.6?arch=amd64"})";

}  // namespace

TEST_CASE("sightings of one package are one package, whichever document comes first") {
    const std::string listed = scan(deb(R"("Packages":[{"ID":"apt@2.6","Name":"apt","Version":"2.6","Licenses":["GPL-2.0-or-later"],
        "Identifier":{"PURL":"pkg:deb/debian/apt@2.6?distro=debian-12"},"InstalledFiles":["/usr/bin/apt"]}])"));
    for (const auto& documents : {std::vector<std::string>{bom(apt), listed}, std::vector<std::string>{listed, bom(apt)}}) {
        const auto facts = facts_of(documents);
        const auto at = [&](const char* path) { return cell(*facts, 0, path); };
        CHECK(at("packages") == "[#0]");
        CHECK(at("packages[0].id") == "deb/debian/apt@2.6");
        CHECK(at("packages[0].purl.qualifiers") == "[arch: amd64]");
        CHECK(at("packages[0].origins") == "[#0, #1]");
        CHECK(at("packages[0].origins[0].kind") == "sbom");
        CHECK(at("packages[0].origins[1].kind") == "scan");
        CHECK(at("packages[0].files") == "[/usr/bin/apt]");
        // The SBOM says that it has none: that is known.
        CHECK(at("packages[0].licence") == "absent");
        CHECK(at("sboms[0].packages[0].package") == "#0");
        CHECK(at("scans[0].packages[0].package") == "#0");
    }
}

TEST_CASE("a package without a package URL joins the one that fits, and none where several do") {
    const auto facts = facts_of({bom(apt), scan(vulnerable(""))});
    CHECK(cell(*facts, 0, "packages") == "[#0]");
    CHECK(cell(*facts, 0, "vulnerabilities[0].package") == "#0");
    const std::string twice = bom(std::string(apt) + R"(,{"type":"library","name":"apt","version":"2.6","purl":"pkg:deb/ubuntu/apt@2.6"})");
    const std::string bare = scan(R"({"Target":"app","Class":"os-pkgs","Type":"debian","Vulnerabilities":[
        {"VulnerabilityID":"CVE-1","PkgName":"apt","InstalledVersion":"2.6","PkgIdentifier":{"PURL":"nonsense"}}]})");
    // One of the two has the very id that the type of the result gives; so a third name is needed for doubt.
    const auto exact = facts_of({twice, scan(vulnerable(""))});
    CHECK(cell(*exact, 0, "packages") == "[#0, #1]");
    CHECK(cell(*exact, 0, "vulnerabilities[0].package") == "#0");
    const std::string elsewhere = scan(R"({"Target":"app","Class":"os-pkgs","Type":"echo","Vulnerabilities":[
        {"VulnerabilityID":"CVE-1","PkgName":"apt","InstalledVersion":"2.6"}]})");
    const auto doubtful = facts_of({twice, elsewhere});
    CHECK(cell(*doubtful, 0, "packages") == "[#0, #1, #2]");
    CHECK(cell(*doubtful, 0, "vulnerabilities[0].package") == "unknown (unresolved)");
    CHECK(cell(*doubtful, 0, "vulnerabilities[0].package_id") == "deb/echo/apt@2.6");
    CHECK(cell(*doubtful, 0, "scans[0].packages[0].package") == "unknown (unresolved)");
}

TEST_CASE("a package without a package URL joins the one that fits wherever its namespace ends") {
    // `githubactions` is no type of ours: type and name alone tell that the two are one.
    const std::string identified =
        bom(R"({"type":"library","name":"checkout","version":"4","purl":"pkg:githubactions/actions/checkout@4"})");
    for (const char* bare : {R"({"type":"library","name":"actions/checkout","version":"4"})",
                             R"({"type":"library","group":"actions","name":"checkout","version":"4"})"}) {
        CAPTURE(bare);
        CHECK(cell(*facts_of({identified, bom(bare)}), 0, "packages") == "[#0]");
        CHECK(cell(*facts_of({bom(bare), identified}), 0, "packages") == "[#0]");
    }
    for (const char* other :
         {R"({"type":"library","name":"checkout","version":"4"})", R"({"type":"library","name":"actions/cache","version":"4"})",
          R"({"type":"library","name":"actions/checkout","version":"5"})"}) {
        CAPTURE(other);
        CHECK(cell(*facts_of({identified, bom(other)}), 0, "packages") == "[#0, #1]");
    }
}

TEST_CASE("packages are complete where one source's list is") {
    const std::string partial = bom(apt, R"(,"compositions":[{"aggregate":"incomplete"}])");
    CHECK(cell(*facts_of({partial}), 0, "packages") == "[#0, … unknown (incomplete)]");
    CHECK(cell(*facts_of({partial, bom(apt)}), 0, "packages") == "[#0]");
    CHECK(cell(*facts_of({partial, scan(vulnerable(""))}), 0, "packages") == "[#0, … unknown (incomplete)]");
    // A vulnerability list never makes them so, a VEX neither.
    const std::string vex = R"({"bomFormat":"CycloneDX","specVersion":"1.5","vulnerabilities":[{"id":"CVE-9","affects":[{"ref":"x"}]}]})";
    CHECK(cell(*facts_of({partial, vex}), 0, "packages") == "[#0, … unknown (incomplete)]");
    CHECK(cell(*facts_of({scan(vulnerable("")), vex}), 0, "vulnerabilities") == "[#0, #1]");
    CHECK(cell(*facts_of({vex}), 0, "vulnerabilities") == "[#0, … unknown (incomplete)]");
}

TEST_CASE("positions in the graph are the best of all sources") {
    const std::string parts =
        R"({"type":"library","name":"a","version":"1","bom-ref":"a"},{"type":"library","name":"b","version":"1","bom-ref":"b"})";
    const std::string root = R"(,"metadata":{"component":{"type":"application","name":"app","bom-ref":"r"}})";
    const std::string far = bom(parts, root + R"(,"dependencies":[{"ref":"r","dependsOn":["a"]},{"ref":"a","dependsOn":["b"]}])");
    const std::string near = bom(parts, root + R"(,"dependencies":[{"ref":"r","dependsOn":["b"]}])");
    const auto facts = facts_of({far, near});
    CHECK(cell(*facts, 0, "packages[1].name") == "b");
    CHECK(cell(*facts, 0, "packages[1].depth") == "1");
    CHECK(cell(*facts, 0, "packages[1].direct") == "true");
    CHECK(cell(*facts, 0, "packages[0].reachable") == "true");
}

TEST_CASE("reports of one vulnerability are one row, by any of its names") {
    const std::string low =
        scan(vulnerable(R"(,"Severity":"LOW","FixedVersion":"2.7","CVSS":{"nvd":{"V3Vector":"CVSS:3.0/A","V3Score":3}})"));
    const std::string high = scan(deb(R"("Vulnerabilities":[{"VulnerabilityID":"CVE-2024-1","PkgName":"apt","InstalledVersion":"2.6",
        "Severity":"HIGH","FixedVersion":"2.8","Title":"T","CVSS":{"ghsa":{"V3Vector":"CVSS:3.1/A","V3Score":8}},"VendorIDs":["GHSA-a"]}])"));
    const std::string other = scan(deb(R"("Vulnerabilities":[{"VulnerabilityID":"GHSA-a","PkgName":"apt","InstalledVersion":"2.6"}])"));
    const auto facts = facts_of({other, low, high});
    const auto at = [&](const char* path) { return cell(*facts, 0, path); };
    CHECK(at("vulnerabilities") == "[#0]");
    CHECK(at("vulnerabilities[0].id") == "CVE-2024-1");
    CHECK(at("vulnerabilities[0].aliases") == "[GHSA-a]");
    CHECK(at("vulnerabilities[0].severity") == "high");
    CHECK(at("vulnerabilities[0].fix") == "fixed");
    CHECK(at("vulnerabilities[0].fixed_in") == "[2.7, 2.8]");
    CHECK(at("vulnerabilities[0].fixed_at") == "unknown (not_supplied)");
    CHECK(at("vulnerabilities[0].title") == "T");
    CHECK(at("vulnerabilities[0].scores") == "[#0, #1]");
    CHECK(at("vulnerabilities[0].cvss") == "8");
    CHECK(at("vulnerabilities[0].reports") == "[#0, #1, #2]");
    CHECK(at("vulnerabilities[0].reports[2].severity") == "high");
    CHECK(at("vulnerabilities[0].reports[2].scan") == "#2");
    CHECK(at("vulnerabilities[0].missed_by") == "[]");
    CHECK(at("packages") == "[#0, … unknown (incomplete)]");
}

TEST_CASE("a tool that covers the ecosystem and does not name a vulnerability missed it") {
    const auto facts =
        facts_of({scan(vulnerable("")), scan(deb(R"("Vulnerabilities":[])")), scan(R"({"Target":"l","Class":"lang-pkgs","Type":"npm"})")});
    CHECK(cell(*facts, 0, "vulnerabilities[0].missed_by") == "[trivy]");
}

TEST_CASE("VEX statements decide for their vulnerability and package") {
    const auto statement = [](const std::string& product, const std::string& state, const std::string& when) {
        return R"({"bomFormat":"CycloneDX","specVersion":"1.5","vulnerabilities":[{"id":"CVE-2024-1","affects":[{"ref":")" + product +
               R"("}],"analysis":{"state":")" + state + R"(","lastUpdated":")" + when + "\"}}]}";
    };
    const std::string found = scan(vulnerable(""));
    const std::string sbom = bom(apt);
    const auto old_one = statement("pkg:deb/debian/apt@2.6", "exploitable", "2024-01-01T00:00:00Z");
    const auto new_one = statement("pkg:deb/debian/apt@2.6", "not_affected", "2024-02-01T00:00:00Z");
    const auto all_versions = statement("pkg:deb/debian/apt", "resolved", "2024-03-01T00:00:00Z");
    const auto other = statement("pkg:deb/debian/dpkg@1", "not_affected", "2024-03-01T00:00:00Z");

    CHECK(cell(*facts_of({found}), 0, "vulnerabilities[0].vex") == "absent");
    CHECK(cell(*facts_of({sbom, found, other}), 0, "vulnerabilities[0].vex") == "absent");
    CHECK(cell(*facts_of({sbom, found, other}), 0, "vex[0].applies") == "false");
    CHECK(cell(*facts_of({found, other}), 0, "vex[0].applies") == "unknown (not_stated)");
    const auto facts = facts_of({sbom, found, all_versions, new_one, old_one});
    const auto at = [&](const char* path) { return cell(*facts, 0, path); };
    CHECK(at("vulnerabilities") == "[#0, #1]");  // `apt` of no version is a row of its own
    CHECK(at("vulnerabilities[0].vex.status") == "not_affected");
    CHECK(at("vulnerabilities[0].vex.statement") == "#1");
    CHECK(at("vulnerabilities[0].vex.contradicted") == "true");
    CHECK(at("vex[0].applies") == "true");
    CHECK(at("vex[1].superseded") == "false");
    CHECK(at("vex[2].superseded") == "true");
    CHECK(at("vex[2].contradicted") == "true");
    CHECK(at("vulnerabilities[0].reports") == "[#0]");
    const auto whole =
        facts_of({found, R"({"bomFormat":"CycloneDX","specVersion":"1.5","metadata":{"component":{"type":"container","bom-ref":"r",
        "name":"app:1"}},"vulnerabilities":[{"id":"CVE-2024-1","affects":[{"ref":"r"}],"analysis":{"state":"in_triage"}}]})"});
    CHECK(cell(*whole, 0, "vulnerabilities[0].vex.status") == "under_investigation");
}

TEST_CASE("a VEX by BOM-Link finds the component of the other document") {
    const std::string sbom = R"({"bomFormat":"CycloneDX","specVersion":"1.5","serialNumber":"urn:uuid:1","components":[
        {"type":"library","bom-ref":"c7","name":"a","version":"1","purl":"pkg:npm/a@1"}]})";
    const std::string vex = R"({"bomFormat":"CycloneDX","specVersion":"1.5","vulnerabilities":[
        {"id":"CVE-1","affects":[{"ref":"urn:cdx:1/1#c7"}]}]})";
    const auto facts = facts_of({vex, sbom});
    CHECK(cell(*facts, 0, "vulnerabilities[0].package") == "#0");
    CHECK(cell(*facts, 0, "vulnerabilities[0].package_id") == "npm/a@1");
    CHECK(cell(*facts, 0, "vulnerabilities[0].installed") == "1");
}

TEST_CASE("layers are those of the document that wins, and references follow") {
    const std::string digest_a = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const std::string digest_b = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    const std::string config = R"({"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[")" + digest_a +
                               R"(",")" + digest_b + R"("]}})";
    const std::string report = R"({"SchemaVersion":2,"ArtifactName":"app:1","ArtifactType":"container_image","Metadata":{"DiffIDs":[")" +
                               digest_a + R"(",")" + digest_b + R"("]},"Results":[)" +
                               vulnerable(R"(,"Layer":{"DiffID":")" + digest_b + "\"}") + "]}";
    for (const auto& documents : {std::vector<std::string>{report, config}, std::vector<std::string>{config, report}}) {
        const auto facts = facts_of(documents);
        CHECK(cell(*facts, 0, "image.layers") == "[#0, #1]");
        CHECK(cell(*facts, 0, "vulnerabilities[0].layer") == "#1");
        CHECK(cell(*facts, 0, "packages[0].layer") == "#1");
    }
}

TEST_CASE("one run over two subjects gives what two runs give") {
    const std::string first = bom(apt);
    const std::string second = bom(R"({"type":"library","name":"b","version":"1"})");
    Builder builder;
    std::vector<SubjectInput> inputs;
    for (const auto& [text, name] : {std::pair(first, "a:1"), std::pair(second, "b:1"), std::pair(first, "b:1")}) {
        ReadResult result = read_document(builder, "d" + std::to_string(inputs.size()), text);
        inputs.push_back({result.document, result.fragments, name});
    }
    const Assembly assembly = assemble(builder, inputs);
    REQUIRE(assembly.facts != nullptr);
    CHECK(cell(*assembly.facts, 0, "packages") == "[#0]");
    CHECK(cell(*assembly.facts, 1, "packages") == "[#0, #1]");
}
