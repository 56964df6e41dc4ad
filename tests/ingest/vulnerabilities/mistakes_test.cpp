// What is wrong with a Trivy report is said, whatever it is and wherever.
#include <string>

#include "tests/catch.h"
#include "tests/ingest/support/reading.h"

using namespace scantling;
using namespace scantling::test;

namespace {

// Every key that the reader maps, once.
const std::string full = R"({"SchemaVersion":2,"Trivy":{"Version":"0.5"},"CreatedAt":"2024-01-02T03:04:05Z","ArtifactName":"app:1",
 "ArtifactType":"container_image","Metadata":{"OS":{"Family":"debian","Name":"12","EOSL":false},
  "ImageID":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","DiffIDs":["sha256:1"],"RepoTags":["app:1"],
  "RepoDigests":["app@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"],"ImageConfig":{"os":"linux"}},
 "Results":[{"Target":"app","Class":"os-pkgs","Type":"debian",
  "Packages":[{"ID":"apt@2","Name":"apt","Identifier":{"PURL":"pkg:deb/debian/apt@2","UID":"u","BOMRef":"r"},"Version":"2","Release":"1","Epoch":0,
   "SrcName":"apt","SrcVersion":"2","SrcRelease":"1","SrcEpoch":0,"Licenses":["MIT"],"Layer":{"DiffID":"sha256:1"},"DependsOn":["x"],
   "Digest":"md5:d41d8cd98f00b204e9800998ecf8427e","Dev":false,"InstalledFiles":["/a"],"Maintainer":"m","Relationship":"direct","Indirect":false}],
  "Vulnerabilities":[{"VulnerabilityID":"CVE-1","VendorIDs":["GHSA-1"],"PkgID":"apt@2","PkgName":"apt","PkgPath":"p",
   "PkgIdentifier":{"PURL":"pkg:deb/debian/apt@2"},"InstalledVersion":"2","FixedVersion":"3","Status":"fixed","Layer":{"DiffID":"sha256:1"},
   "Title":"t","SeveritySource":"nvd","PrimaryURL":"u","Severity":"HIGH","CweIDs":["CWE-1"],
   "CVSS":{"nvd":{"V2Vector":"AV:N","V3Vector":"CVSS:3.1/AV:N","V40Vector":"CVSS:4.0/AV:N","V2Score":1.5,"V3Score":7.5,"V40Score":8.5}},
   "PublishedDate":"2024-01-02T03:04:05Z","LastModifiedDate":"2024-01-02T03:04:05Z"}],
  "Secrets":[{"RuleID":"r","Severity":"LOW","StartLine":3,"Match":"m","Layer":{"DiffID":"sha256:1"}}],
  "ExperimentalModifiedFindings":[{"Type":"vulnerability","Status":"not_affected","Statement":"s","Source":"f",
   "Finding":{"VulnerabilityID":"CVE-2","PkgName":"apt"}}]}]})";

std::string under(const char* place, const char* key) { return std::string(place) + key; }

}  // namespace

TEST_CASE("every key of a Trivy report has one type") {
    const char* const package = "/Results/0/Packages/0/";
    const char* const found = "/Results/0/Vulnerabilities/0/";
    std::vector<std::string> pointers;
    std::vector<std::vector<Edit>> accepted;
    const auto add = [&](const char* place, std::initializer_list<const char*> keys, const std::vector<Edit>& types) {
        for (const char* const key : keys) {
            pointers.push_back(under(place, key));
            accepted.push_back(types);
        }
    };
    const std::vector<Edit> text{Edit::string, Edit::empty_string};
    const std::vector<Edit> list{Edit::empty_array, Edit::array};
    const std::vector<Edit> texts{Edit::empty_array, Edit::array, Edit::string, Edit::empty_string};
    const std::vector<Edit> object{Edit::object};
    const std::vector<Edit> number{Edit::integer};
    add("/", {"CreatedAt", "ArtifactName", "ArtifactType", "Trivy/Version", "Metadata/OS/Family", "Metadata/OS/Name", "Metadata/ImageID"},
        text);
    add("/", {"Trivy", "Metadata", "Metadata/OS", "Metadata/ImageConfig", "Results/0"}, object);
    add("/", {"Results"}, list);
    add("/", {"SchemaVersion"}, number);
    add("/", {"Metadata/OS/EOSL"}, {Edit::boolean});
    add("/Results/0/", {"Target", "Class", "Type"}, text);
    add("/Results/0/", {"Packages", "Vulnerabilities", "Secrets", "ExperimentalModifiedFindings"}, list);
    add(package,
        {"ID", "Name", "Identifier/PURL", "Identifier/UID", "Identifier/BOMRef", "Version", "Release", "SrcName", "SrcVersion",
         "SrcRelease", "Layer/DiffID", "Digest", "Maintainer", "Relationship"},
        text);
    add(package, {"Epoch", "SrcEpoch"}, number);
    add(package, {"Dev", "Indirect"}, {Edit::boolean});
    add(package, {"Licenses", "DependsOn", "InstalledFiles"}, texts);
    add(package, {"Identifier", "Layer"}, object);
    add(found,
        {"VulnerabilityID", "PkgID", "PkgName", "PkgPath", "PkgIdentifier/PURL", "InstalledVersion", "FixedVersion", "Status", "Title",
         "SeveritySource", "PrimaryURL", "Severity", "CVSS/nvd/V2Vector", "CVSS/nvd/V3Vector", "CVSS/nvd/V40Vector", "PublishedDate",
         "LastModifiedDate"},
        text);
    add(found, {"VendorIDs", "CweIDs"}, texts);
    add(found, {"PkgIdentifier", "Layer", "CVSS", "CVSS/nvd"}, object);
    add(found, {"CVSS/nvd/V2Score", "CVSS/nvd/V3Score", "CVSS/nvd/V40Score"}, number);
    add("/Results/0/Secrets/0/", {"RuleID", "Severity", "Match"}, text);
    add("/Results/0/Secrets/0/", {"StartLine"}, number);
    add("/Results/0/ExperimentalModifiedFindings/0/", {"Type", "Status", "Statement", "Source", "Finding/VulnerabilityID"}, text);
    add("/Results/0/ExperimentalModifiedFindings/0/", {"Finding"}, object);
    std::vector<TypedKey> keys;
    for (std::size_t i = 0; i < pointers.size(); ++i) keys.push_back({pointers[i].c_str(), accepted[i]});
    check_wrong_types(full, keys);
}

TEST_CASE("a Trivy report whose bytes are damaged is refused") { check_bad_bytes("scan.json", full); }
