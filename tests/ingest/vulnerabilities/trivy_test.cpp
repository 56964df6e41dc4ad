// The Trivy reader: what each key becomes, what its lack becomes, and what is refused.
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
    explicit Reading(const std::string& text) : result(read_document(builder, "scan.json", text)) {
        const Row subject = result.accepted ? 0 : no_row;
        facts = builder.freeze({1, std::vector<Row>(builder.fragments(), subject), {}});
    }
    Builder builder;
    ReadResult result;
    std::shared_ptr<const Facts> facts;
};

const std::string digest_a = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const std::string digest_b = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
const std::string digest_c = "sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc";

std::string image_report(const std::string& results, const std::string& metadata = R"("OS":{"Family":"debian","Name":"12.4"})") {
    return R"({"SchemaVersion":2,"ArtifactName":"app:1","ArtifactType":"container_image","Metadata":{)" + metadata + "}" +
           (results.empty() ? "" : R"(,"Results":[)" + results + "]") + "}";
}
std::string os_result(const std::string& rest) {
    return R"({"Target":"app:1","Class":"os-pkgs","Type":"debian")" + (rest.empty() ? "" : "," + rest) + "}";
}
std::string finding(const std::string& rest) {
    return image_report(os_result(R"("Vulnerabilities":[{"VulnerabilityID":"CVE-2024-1","PkgName":"apt","InstalledVersion":"2.6")" +
                                  (rest.empty() ? "" : "," + rest) + "}]"));
}
std::string package(const std::string& json) { return image_report(os_result(R"("Packages":[)" + json + "]")); }

struct Expectation {
    std::string text;
    const char* path;
    std::string expected;
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

TEST_CASE("a Trivy report as a whole") {
    const std::string named = image_report("", R"("ImageID":")" + digest_a + R"(","DiffIDs":[")" + digest_b + R"("],"RepoTags":["app:1"],
        "RepoDigests":["app@)" + digest_c + R"("],"OS":{"Family":"alpine","Name":"3.19","EOSL":true})");
    const std::string config = image_report("", R"("ImageID":")" + digest_a + R"(","ImageConfig":{"architecture":"amd64","os":"linux",
        "config":{"User":"app"},"history":[{"created_by":"RUN x"}],"rootfs":{"diff_ids":[")" +
                                                    digest_b + R"("]}})");
    check_all({
        {named, "scans[0].document", "scan.json"},
        {named, "scans[0].tool.name", "trivy"},
        {named, "scans[0].tool.version", "absent"},
        {R"({"SchemaVersion":2,"Trivy":{"Version":"0.68.1"},"ArtifactName":"."})", "scans[0].tool.version", "0.68.1"},
        {named, "scans[0].time", "absent"},
        {R"({"SchemaVersion":2,"CreatedAt":"2024-01-02T03:04:05.5Z","ArtifactName":"."})", "scans[0].time", "2024-01-02T03:04:05.5Z"},
        {named, "scans[0].database_time", "unknown (not_supplied)"},
        {named, "scans[0].subjects", "[" + digest_a + ", " + digest_c + "]"},
        {named, "scans[0].os.id", "alpine"},
        {named, "scans[0].os.stated_ended", "true"},
        {named, "image.os.release", "3.19"},
        {image_report(""), "image.os.stated_ended", "absent"},
        {image_report("", ""), "scans[0].os", "absent"},
        {image_report("", ""), "image.os", "unknown (not_supplied)"},
        {named, "image.id", digest_a},
        {named, "image.digest", digest_c},
        {named, "image.reference.name", "docker.io/library/app"},
        {named, "image.layers[0].diff_id", digest_b},
        {named, "image.config", "unknown (not_supplied)"},
        {config, "image.config.user.text", "app"},
        {config, "image.history", "[#0]"},
        {config, "image.layers", "[#0]"},
        {R"({"SchemaVersion":2,"ArtifactName":".","ArtifactType":"filesystem","Metadata":{"ImageConfig":{"os":"x"}}})", "image.config",
         "unknown (not_supplied)"},
        {named, "scans[0].kinds", "[… unknown (not_stated)]"},
        {named, "vulnerabilities", "[… unknown (incomplete)]"},
        {named, "packages", "[… unknown (incomplete)]"},
        {image_report(os_result("")), "vulnerabilities", "[]"},
        {image_report(os_result(R"("Vulnerabilities":null)")), "vulnerabilities", "[]"},
        {image_report(os_result(R"("Packages":[])")), "packages", "[]"},
        {image_report(os_result("")), "packages", "[… unknown (incomplete)]"},
        {image_report(os_result("")), "scans[0].os_supported", "true"},
        {image_report(os_result("")), "scans[0].ecosystems", "[deb, … unknown (not_stated)]"},
        {image_report(os_result("")), "scans[0].kinds", "[vulnerability, … unknown (not_stated)]"},
        {image_report(R"({"Target":"go.mod","Class":"lang-pkgs","Type":"gomod"})"), "vulnerabilities", "[… unknown (incomplete)]"},
        {image_report(R"({"Target":"go.mod","Class":"lang-pkgs","Type":"gomod"})", ""), "vulnerabilities", "[]"},
        {R"([{"Target":"a","Type":"debian","Vulnerabilities":[{"VulnerabilityID":"CVE-1","PkgName":"apt"}]}])",
         "vulnerabilities[0].package_id", "deb/debian/apt"},
    });
}

TEST_CASE("packages of a Trivy report") {
    const std::string listed = package(R"({"ID":"zlib1g@1:1.2-3","Name":"zlib1g","Version":"1.2","Release":"3","Epoch":1,"SrcName":"zlib",
        "SrcVersion":"1.2","SrcRelease":"3","SrcEpoch":1,"Licenses":["Zlib"],"Maintainer":"M","Digest":"md5:d41d8cd98f00b204e9800998ecf8427e"})");
    const std::string graph = image_report(R"({"Target":"package-lock.json","Class":"lang-pkgs","Type":"npm","Packages":[
        {"ID":"a@1","Name":"a","Version":"1","Relationship":"direct","DependsOn":["@s/b@2","gone@1"]},
        {"ID":"@s/b@2","Name":"@s/b","Version":"2","Relationship":"indirect","Indirect":true,"Dev":true}]})",
                                           "");
    check_all({
        {listed, "packages[0].id", "deb/debian/zlib1g@1:1.2-3"},
        {listed, "packages[0].version", "1:1.2-3"},
        {listed, "packages[0].version_text", "1.2"},
        {listed, "packages[0].namespace", "debian"},
        {listed, "packages[0].source_name", "zlib"},
        {listed, "packages[0].source_version", "1:1.2-3"},
        {listed, "packages[0].licence", "Zlib"},
        {listed, "packages[0].supplier", "M"},
        {listed, "packages[0].purl", "absent"},
        {listed, "packages[0].scope", "required"},
        {listed, "packages[0].files", "[… unknown (not_stated)]"},
        {listed, "packages[0].layer", "absent"},
        {listed, "packages[0].cpes", "[… unknown (not_supplied)]"},
        {listed, "packages[0].direct", "unknown (not_stated)"},
        {listed, "packages[0].origins[0].kind", "scan"},
        {listed, "scans[0].packages[0].hashes", "[md5:d41d8cd98f00b204e9800998ecf8427e]"},
        {listed, "packages", "[#0]"},
        {package(R"({"Name":"a","Version":"1","InstalledFiles":["/bin/a"]})"), "packages[0].files", "[/bin/a]"},
        {package(R"({"Name":"a"})"), "packages[0].version", "unknown (not_stated)"},
        {package(R"({"Name":"a","Version":"1","Identifier":{"PURL":"pkg:deb/ubuntu/a@1","UID":"u"}})"), "packages[0].id", "deb/ubuntu/a@1"},
        {package(R"({"Name":"a","Version":"1","Identifier":{"PURL":"pkg:deb/ubuntu/a@1","UID":"u"}})"), "scans[0].packages[0].reference",
         "u"},
        {package(R"({"Name":"a","Version":"1","Layer":{"DiffID":"sha256:1"}})"), "packages[0].layer", "unknown (unresolved)"},
        {graph, "scans[0].packages[0].depends_on", "[npm/@s/b@2, unknown (unresolved)]"},
        {graph, "scans[0].packages[1].depends_on", "[… unknown (not_stated)]"},
        {graph, "scans[0].packages[1].in_graph", "true"},
        {graph, "packages[0].direct", "true"},
        {graph, "packages[0].depth", "1"},
        {graph, "packages[1].direct", "false"},
        {graph, "packages[1].depth", "2"},
        {graph, "packages[1].scope", "dev"},
        {graph, "packages[1].namespace", "@s"},
    });
}

TEST_CASE("vulnerabilities of a Trivy report") {
    const std::string with_layer =
        image_report(os_result(R"("Vulnerabilities":[{"VulnerabilityID":"C","PkgName":"a","Layer":{"DiffID":")" + digest_b + R"("}}])"),
                     R"("DiffIDs":[")" + digest_a + R"(",")" + digest_b + R"("])");
    check_all({
        {finding(""), "vulnerabilities[0].id", "CVE-2024-1"},
        {finding(""), "vulnerabilities[0].package", "#0"},
        {finding(""), "vulnerabilities[0].package_id", "deb/debian/apt@2.6"},
        {finding(""), "vulnerabilities[0].package_name", "apt"},
        {finding(""), "vulnerabilities[0].installed", "2.6"},
        {finding(""), "vulnerabilities[0].severity", "unknown (not_stated)"},
        {finding(R"("Severity":"UNKNOWN")"), "vulnerabilities[0].severity", "unknown (not_stated)"},
        {finding(R"("Severity":"HIGH")"), "vulnerabilities[0].severity", "high"},
        {finding(""), "vulnerabilities[0].cvss", "absent"},
        {finding(""), "vulnerabilities[0].scores", "[]"},
        {finding(R"("CVSS":{"nvd":{"V2Score":4.3,"V3Vector":"CVSS:3.1/AV:N","V3Score":7.5}})"), "vulnerabilities[0].cvss", "7.5"},
        {finding(R"("CVSS":{"nvd":{"V2Score":4.3,"V3Vector":"CVSS:3.1/AV:N","V3Score":7.5}})"), "vulnerabilities[0].scores", "[#0, #1]"},
        {finding(R"("CVSS":{"nvd":{"V3Vector":"CVSS:3.1/AV:N","V3Score":7}})"), "vulnerabilities[0].scores[0].version", "3.1"},
        {finding(""), "vulnerabilities[0].published", "unknown (not_stated)"},
        {finding(R"("PublishedDate":"2024-01-02T00:00:00Z")"), "vulnerabilities[0].published", "2024-01-02T00:00:00Z"},
        {finding(""), "vulnerabilities[0].modified", "absent"},
        {finding(""), "vulnerabilities[0].fix", "not_fixed"},
        {finding(R"("FixedVersion":"")"), "vulnerabilities[0].fixed_in", "[]"},
        {finding(R"("FixedVersion":"")"), "vulnerabilities[0].fixed_at", "absent"},
        {finding(R"("FixedVersion":"1.2.3, 2.0.1")"), "vulnerabilities[0].fixed_in", "[1.2.3, 2.0.1]"},
        {finding(R"("FixedVersion":"1.2.3")"), "vulnerabilities[0].fix", "fixed"},
        {finding(R"("FixedVersion":"1.2.3")"), "vulnerabilities[0].fixed_at", "unknown (not_supplied)"},
        {finding(R"("Status":"will_not_fix")"), "vulnerabilities[0].fix", "wont_fix"},
        {finding(R"("Status":"fix_deferred")"), "vulnerabilities[0].fix", "deferred"},
        {finding(R"("Status":"end_of_life")"), "vulnerabilities[0].fix", "end_of_life"},
        {finding(R"("Status":"affected")"), "vulnerabilities[0].fix", "not_fixed"},
        {finding(R"("Status":"unknown")"), "vulnerabilities[0].fix", "unknown (not_stated)"},
        {finding(R"("CweIDs":["CWE-79"])"), "vulnerabilities[0].cwes", "[CWE-79]"},
        {finding(R"("VendorIDs":["RHSA-1","GHSA-2"])"), "vulnerabilities[0].aliases", "[GHSA-2]"},
        {finding(R"("PkgPath":"a.jar")"), "vulnerabilities[0].path", "a.jar"},
        {finding(""), "vulnerabilities[0].path", "absent"},
        {finding(R"("SeveritySource":"nvd")"), "vulnerabilities[0].reports[0].severity_source", "nvd"},
        {finding(""), "vulnerabilities[0].reports[0].scan", "#0"},
        {finding(""), "vulnerabilities[0].epss", "unknown (not_supplied)"},
        {finding(""), "vulnerabilities[0].vex", "absent"},
        {finding(R"("PkgIdentifier":{"PURL":"pkg:deb/debian/apt@2.6?arch=amd64"})"), "packages[0].purl.name", "apt"},
        {with_layer, "vulnerabilities[0].layer", "#1"},
        {with_layer, "packages[0].layer", "#1"},
    });
    // One that was listed is not made again.
    const Reading listed(image_report(os_result(R"("Packages":[{"ID":"apt@2.6","Name":"apt","Version":"2.6"}],
        "Vulnerabilities":[{"VulnerabilityID":"A","PkgID":"apt@2.6","PkgName":"apt","InstalledVersion":"2.6"},
                           {"VulnerabilityID":"B","PkgName":"apt","InstalledVersion":"2.6"}])")));
    CHECK(cell(*listed.facts, 0, "packages") == "[#0]");
    CHECK(cell(*listed.facts, 0, "vulnerabilities[1].package") == "#0");
}

TEST_CASE("secrets and suppressed findings of a Trivy report") {
    const std::string secret = image_report(R"({"Target":"/app/.env","Class":"secret","Secrets":[
        {"RuleID":"github-pat","Severity":"CRITICAL","StartLine":24,"Match":"X=***"}]})");
    const std::string suppressed =
        image_report(os_result(R"("ExperimentalModifiedFindings":[{"Type":"vulnerability","Status":"not_affected",
        "Statement":"s","Source":"vex.json","Finding":{"VulnerabilityID":"CVE-2","PkgName":"apt","InstalledVersion":"2.6"}},
        {"Type":"misconfiguration","Finding":{"ID":"AVD-1"}}])"));
    check_all({
        {secret, "image.secrets[0].rule", "github-pat"},
        {secret, "image.secrets[0].path", "/app/.env"},
        {secret, "image.secrets[0].line", "24"},
        {secret, "image.secrets[0].severity", "critical"},
        {secret, "image.secrets[0].scan", "#0"},
        {secret, "scans[0].kinds", "[secret, … unknown (not_stated)]"},
        {image_report(""), "image.secrets", "[… unknown (not_supplied)]"},
        {suppressed, "scans[0].suppressed", "[#0]"},
        {suppressed, "scans[0].suppressed[0].id", "CVE-2"},
        {suppressed, "scans[0].suppressed[0].package_id", "deb/debian/apt@2.6"},
        {suppressed, "scans[0].suppressed[0].status", "not_affected"},
        {suppressed, "vulnerabilities", "[]"},
    });
}

TEST_CASE("cells of a Trivy report point at the text that states them") {
    const Reading reading(finding(R"("Severity":"HIGH","FixedVersion":"2.7","CVSS":{"nvd":{"V3Score":7.5}})"));
    const auto at = [&](const char* path) { return test::pointer_of(*reading.facts, 0, path); };
    CHECK(at("vulnerabilities[0]") == "/Results/0/Vulnerabilities/0");
    CHECK(at("vulnerabilities[0].id") == "/Results/0/Vulnerabilities/0/VulnerabilityID");
    CHECK(at("vulnerabilities[0].severity") == "/Results/0/Vulnerabilities/0/Severity");
    CHECK(at("vulnerabilities[0].fixed_in[0]") == "/Results/0/Vulnerabilities/0/FixedVersion");
    CHECK(at("vulnerabilities[0].cvss") == "/Results/0/Vulnerabilities/0/CVSS/nvd/V3Score");
    CHECK(at("packages[0].name") == "/Results/0/Vulnerabilities/0/PkgName");
    CHECK(at("packages[0].namespace") == "/Results/0/Type");
    CHECK(at("image.os.id") == "/Metadata/OS/Family");
}

TEST_CASE("a broken Trivy report is refused with a place") {
    struct Case {
        std::string text;
        const char* code;
    };
    const std::vector<Case> cases = {
        {R"({"SchemaVersion":"2","ArtifactName":"a"})", "I0111"},
        {R"({"SchemaVersion":2,"ArtifactName":"a","Results":{}})", "I0111"},
        {R"({"SchemaVersion":2,"ArtifactName":"a","Results":[1]})", "I0111"},
        {R"({"SchemaVersion":2,"ArtifactName":"a","ArtifactName":"b"})", "I0110"},
        {finding(R"("Severity":3)"), "I0111"},
        {finding(R"("PkgName":"b")"), "I0110"},
        {finding(R"("CVSS":{"nvd":{},"nvd":{}})"), "I0110"},
        {finding(R"("CVSS":{"nvd":{"V3Score":"7"}})"), "I0111"},
        {package(R"({"Name":"a","DependsOn":{}})"), "I0111"},
        {package(R"({"Name":"a","Epoch":1.5})"), "I0111"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const Reading reading(c.text);
        CHECK_FALSE(reading.result.accepted);
        REQUIRE_FALSE(reading.result.diagnostics.empty());
        CHECK(reading.result.diagnostics.front().code == c.code);
        CHECK(reading.result.diagnostics.front().span.size() > 0);
        CHECK(reading.facts->table(*reading.facts->layout().find_table("vulnerabilities")).rows == 0);
    }
    const Reading newer(R"({"SchemaVersion":3,"ArtifactName":"a"})");
    CHECK(newer.result.accepted);
    REQUIRE(newer.result.diagnostics.size() == 1);
    CHECK(newer.result.diagnostics.front().code == "I0123");
}

TEST_CASE("a Trivy report that is cut off anywhere is refused") {
    const std::string whole = finding(R"("Severity":"HIGH","FixedVersion":"2.7","CVSS":{"nvd":{"V3Score":7.5}})");
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CAPTURE(length);
        const Reading reading(whole.substr(0, length));
        CHECK_FALSE(reading.result.accepted);
        CHECK_FALSE(reading.result.diagnostics.empty());
    }
}

TEST_CASE("every Trivy report of the corpus is read", "[corpus]") {
    std::size_t read = 0;
    std::size_t findings = 0;
    for (const test::CorpusFile& file : test::corpus_files("vuln/trivy")) {
        Builder builder;
        const ReadResult result = read_document(builder, file.name, file.bytes);
        CAPTURE(file.name);
        CHECK(result.kind == DocumentKind::trivy);
        CHECK(result.accepted);
        ++read;
        findings += builder.table(builder.child(subjects_table, model::SubjectRoot::vulnerabilities.index)).rows;
    }
    std::cout << "trivy: " << read << " documents, " << findings << " vulnerabilities\n";
}
