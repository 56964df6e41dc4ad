// Package URLs against the purl-spec suites, and the ids made of them.
#include "engine/values/package_url.h"

#include "tests/catch.h"
#include "tests/unit/values/vectors.h"

using namespace scantling;
using namespace scantling::test;

namespace {

PackageUrl pieces_of(const Json& from) {
    PackageUrl purl;
    purl.type_name = from.at("type").text;
    if (from.at("namespace").is_string()) purl.name_space = from.at("namespace").text;
    purl.name = from.at("name").text;
    if (from.at("version").is_string()) purl.version = from.at("version").text;
    for (const auto& [key, value] : from.at("qualifiers").text_fields()) purl.qualifiers.emplace_back(key, value);
    if (from.at("subpath").is_string()) purl.subpath = from.at("subpath").text;
    return purl;
}

bool same_pieces(const PackageUrl& purl, const Json& expected) {
    std::size_t present = 0;
    for (const auto& [key, value] : expected.at("qualifiers").text_fields()) {
        if (purl.qualifier(key) == std::optional<std::string_view>(value)) ++present;
    }
    return purl.type_name == expected.at("type").text && purl.name == expected.at("name").text && present == purl.qualifiers.size() &&
           present == expected.at("qualifiers").names.size() && purl.name_space.value_or("") == expected.at("namespace").text &&
           purl.version.value_or("") == expected.at("version").text && purl.subpath.value_or("") == expected.at("subpath").text;
}

bool agrees(const Json& test) {
    const bool refused = test.at("expected_failure").is_true();
    const std::optional<PackageUrl> purl =
        test.at("test_type").text == "build" ? make_package_url(pieces_of(test.at("input"))) : parse_package_url(test.at("input").text);
    if (!purl || refused) return purl.has_value() != refused;
    const Json& expected = test.at("expected_output");
    return expected.is_string() ? purl->canonical() == expected.text : same_pieces(*purl, expected);
}

// The older suite leaves slashes in qualifiers as they are, the newer one encodes them.
std::string slashes_bare(std::string text) {
    for (std::size_t at = text.find("%2F"); at != std::string::npos; at = text.find("%2F")) text.replace(at, 3, "/");
    return text;
}

std::string shown(const Json& test) {
    if (test.at("input").is_string()) return test.at("test_type").text + " " + test.at("input").text;
    const PackageUrl purl = pieces_of(test.at("input"));
    return "build " + purl.canonical();
}

}  // namespace

TEST_CASE("a package id is decoded and has the rpm epoch in its version", "[values]") {
    struct Case {
        const char* purl;
        const char* id;
    };
    for (const Case& c :
         {Case{"pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12", "deb/debian/libc6@2.36-9+deb12u4"},
          Case{"pkg:rpm/redhat/bash@5.1.8-6.el9?epoch=1", "rpm/redhat/bash@1:5.1.8-6.el9"},
          Case{"pkg:rpm/redhat/bash@1:5.1.8-6.el9?epoch=1", "rpm/redhat/bash@1:5.1.8-6.el9"},
          Case{"pkg:rpm/redhat/bash@0:5.1.8-6.el9", "rpm/redhat/bash@5.1.8-6.el9"},
          Case{"pkg:rpm/redhat/bash@5.1.8-6.el9?epoch=0", "rpm/redhat/bash@5.1.8-6.el9"},
          Case{"pkg:alpine/musl@1.2.2-r7?arch=x86_64", "apk/musl@1.2.2-r7"}, Case{"pkg:npm/%40babel/core@7.0.0", "npm/@babel/core@7.0.0"},
          Case{"pkg:npm/@babel/core", "npm/@babel/core"}, Case{"pkg:golang/github.com/a/b@%28devel%29", "golang/github.com/a/b@(devel)"},
          Case{"pkg://yocto/core/zlib@1", "yocto/core/zlib@1"}, Case{"pkg:github/a/b@refs/heads/main", "github/a/b@refs/heads/main"},
          Case{"pkg:pypi/Zope.Interface@5", "pypi/zope-interface@5"}}) {
        CAPTURE(c.purl);
        const auto purl = parse_package_url(c.purl);
        REQUIRE(purl);
        CHECK(package_id(*purl) == c.id);
        CHECK(parse_package_url(purl->canonical())->canonical() == purl->canonical());
    }
    CHECK(package_id(PackageType::generic, "", std::nullopt, "app", std::nullopt) == "generic/app");
}

TEST_CASE("what is no package URL is refused", "[values]") {
    for (const char* wrong : {"", "pkg:", "pkg:npm", "pkg:npm/", "pkg:/npm", "npm/a@1", "pkg:golang/@(devel)", "pkg:npm/a?x",
                              "pkg:npm/a?k=1&k=2", "pkg:npm/%FF", "pkg:np m/a"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_package_url(wrong));
    }
}

TEST_CASE("every package type has one spelling and an order of versions", "[values]") {
    for (std::size_t i = 0; i + 1 < package_type_count; ++i) {
        const auto type = static_cast<PackageType>(i);
        CHECK(package_type_of(purl_type(type)) == type);
    }
    CHECK(package_type_of("yocto") == PackageType::other);
    CHECK(ecosystem_of(PackageType::pypi) == Ecosystem::pep440);
    CHECK(ecosystem_of(PackageType::cargo) == Ecosystem::semver);
    CHECK(ecosystem_of(PackageType::swid) == Ecosystem::generic);
}

TEST_CASE("package URLs agree with the purl suite", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    const char* keys = "qualifier keys in upper case are folded, as the suite's own `validate` cases demand; its `parse` cases refuse them";
    Tally tally("purl suite", {{"parse pkg:gem/jruby-launcher@1.1.2?Platform=java", keys},
                               {"parse pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25", keys},
                               {"validate pkg:git/github/Package-url/purl-Spec@244fd47e07d1004f0aed9c",
                                "the type's definition calls names of `git` case sensitive"}});
    for (const std::string& file : files_in(folder + "/purl-suite", "-test.json")) {
        for (const Json& test : read_vectors(file)) tally.add(agrees(test), shown(test), test.at("expected_output").text);
    }
    tally.finish();
}

TEST_CASE("package URLs agree with the older purl suite", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    const char* newer = "the newer suite and the type definitions accept it";
    const char* dots = "dot segments are dropped decoded or not: the case's pieces contradict its canonical text";
    Tally tally("older purl suite", {{"pkg:GOLANG/google.golang.org/genproto@abcdedf#/googleapis/%2E%2E/api/annotations/", dots},
                                     {"pkg:GOLANG/google.golang.org/genproto@abcdedf#/googleapis/%2E/api/annotations/", dots},
                                     {"pkg:conan/bincrafters/cctz@2.3", newer},
                                     {"pkg:cran/A3", newer},
                                     {"pkg:swift/github.com/Alamofire/Alamofire", newer},
                                     {"pkg:cpan/Perl-Version@1.013", newer},
                                     {"pkg:cpan/URI::PackageURL@2.11", "the newer suite refuses module names"}});
    for (const Json& test : read_vectors(folder + "/purl-legacy-suite/test-suite-data.json")) {
        const auto purl = parse_package_url(test.at("purl").text);
        const bool invalid = test.at("is_invalid").is_true();
        const bool agree =
            invalid ? !purl
                    : purl && same_pieces(*purl, test) && slashes_bare(purl->canonical()) == slashes_bare(test.at("canonical_purl").text);
        tally.add(agree, test.at("purl").text, purl ? purl->canonical() : "refused");
    }
    tally.finish();
}
