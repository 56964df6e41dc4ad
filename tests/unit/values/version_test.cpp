// Versions against the vectors of dpkg, rpm, apk-tools, packaging, Maven, RubyGems, node-semver and OSV, and `vers:` ranges.
#include "engine/values/version/version.h"

#include <iostream>

#include "engine/values/package_type.h"
#include "tests/catch.h"
#include "tests/unit/values/vectors.h"

using namespace scantling;
using namespace scantling::test;

namespace {

std::string sign(const std::optional<std::strong_ordering>& order) {
    if (!order) return "incomparable";
    return *order < 0 ? "<" : *order > 0 ? ">" : "=";
}

std::string mirrored(std::string text) { return text == "<" ? ">" : text == ">" ? "<" : text; }

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// Why a whole kind of vectors may disagree; empty where it may not. `ours` is what we say of them.
std::string excuse_for(Ecosystem ecosystem, const std::string& a, const std::string& b, const std::string& ours) {
    const bool incomparable = ours == "incomparable";
    if (incomparable && (!has_digit(a) || !has_digit(b)))
        return "a text without a digit is no version: `unknown` and `latest` are not ordered";
    if (incomparable && ecosystem == Ecosystem::apk)
        return "apk-tools orders versions that its own grammar refuses; here they are incomparable";
    if (incomparable && ecosystem == Ecosystem::pep440) return "no version by PEP 440; OSV orders the legacy ones of before";
    if (incomparable && ecosystem == Ecosystem::gem) return "Gem::Version refuses a letter that follows the first number without a dot";
    if (ours == "=" && (a.find('+') != std::string::npos || b.find('+') != std::string::npos)) {
        return "build metadata has no order in a semantic version; pub and Conan give it one";
    }
    if (ours == "=" && ecosystem == Ecosystem::generic)
        return "zeros at the end, and before a number, do not count in a generic version; CRAN counts them";
    return {};
}

void add_comparison(Tally& tally, Ecosystem ecosystem, const std::string& a, const std::string& b, const std::string& expected,
                    const std::string& scheme_excuse = "") {
    const std::string forwards = sign(compare_versions(ecosystem, a, b));
    const std::string backwards = sign(compare_versions(ecosystem, b, a));
    const bool agrees = forwards == expected && backwards == mirrored(expected);
    std::string excuse = agrees ? "" : excuse_for(ecosystem, a, b, forwards);
    if (!agrees && excuse.empty()) excuse = scheme_excuse;
    if (!excuse.empty()) {
        tally.excuse(agrees, excuse);
    } else {
        tally.add(agrees, a + " " + expected + " " + b, forwards);
    }
}

void add_file(Tally& tally, Ecosystem ecosystem, const std::string& path, const std::string& excuse) {
    for (const Json& v : read_vectors(path)) {
        const std::string& op = v.at("op").text;
        if (op.find('~') != std::string::npos) continue;  // apk's "begins like", which is no order
        add_comparison(tally, ecosystem, v.at("a").text, v.at("b").text, op, excuse);
    }
}

}  // namespace

TEST_CASE("versions are compared by the rules of their ecosystem", "[values]") {
    struct Case {
        Ecosystem ecosystem;
        const char* a;
        const char* order;
        const char* b;
    };
    for (const Case& c : {Case{Ecosystem::deb, "1.0~rc1-1", "<", "1.0-1"},
                          Case{Ecosystem::deb, "1:0.1", ">", "9.9"},
                          Case{Ecosystem::deb, "2.36-9+deb12u4", "<", "2.36-9+deb12u10"},
                          Case{Ecosystem::deb, "1.0_2", "incomparable", "1.0"},
                          Case{Ecosystem::deb, "1.0-", "incomparable", "1.0"},
                          Case{Ecosystem::rpm, "1:1.0-1", ">", "2.0-1"},
                          Case{Ecosystem::rpm, "0:1.0-1.el9", "=", "1.0-1.el9"},
                          Case{Ecosystem::rpm, "1.0-1.el8", "<", "1.0-1.el9"},
                          Case{Ecosystem::rpm, "1.0 1", "incomparable", "1.0"},
                          Case{Ecosystem::apk, "1.2.3-r0", "<", "1.2.3-r1"},
                          Case{Ecosystem::apk, "1.2_rc1", "<", "1.2"},
                          Case{Ecosystem::apk, "1.2_p1", ">", "1.2"},
                          Case{Ecosystem::apk, "1.2_foo", "incomparable", "1.2"},
                          Case{Ecosystem::semver, "1.0.0-rc.1", "<", "1.0.0"},
                          Case{Ecosystem::semver, "v1.2", "=", "1.2.0+build"},
                          Case{Ecosystem::semver, "latest", "incomparable", "1.0.0"},
                          Case{Ecosystem::semver, "1.0.0-", "incomparable", "1.0.0"},
                          Case{Ecosystem::semver, "1..0", "incomparable", "1.0.0"},
                          Case{Ecosystem::pep440, "1.0.dev1", "<", "1.0a1"},
                          Case{Ecosystem::pep440, "1!0.1", ">", "2023.1"},
                          Case{Ecosystem::pep440, "1.0.post1", ">", "1.0+local"},
                          Case{Ecosystem::pep440, "french toast", "incomparable", "1"},
                          Case{Ecosystem::maven, "1.0.Final", "=", "1"},
                          Case{Ecosystem::maven, "1.0-SNAPSHOT", "<", "1.0"},
                          Case{Ecosystem::maven, "${project.version}", "incomparable", "1.0"},
                          Case{Ecosystem::gem, "1.0.pre", "<", "1.0"},
                          Case{Ecosystem::golang, "v0.0.0-20200101000000-abcdefabcdef", "<", "0.0.1"},
                          Case{Ecosystem::golang, "v2.0.0+incompatible", "=", "2.0.0"},
                          Case{Ecosystem::golang, "go1.17.9", "<", "go1.21rc2"},
                          Case{Ecosystem::golang, "1.21rc2", "<", "1.21rc10"},
                          Case{Ecosystem::golang, "1.21rc10", "<", "1.21.0"},
                          Case{Ecosystem::golang, "(devel)", "incomparable", "1.0.0"},
                          Case{Ecosystem::nuget, "1.0.0-BETA", "=", "1.0-beta"},
                          Case{Ecosystem::nuget, "1.0.0.1", ">", "1.0"},
                          Case{Ecosystem::generic, "1.1.1k", "<", "1.1.1l"},
                          Case{Ecosystem::generic, "1.1.1", "<", "1.1.1k"},
                          Case{Ecosystem::generic, "1.0-rc1", "<", "1.0"},
                          Case{Ecosystem::generic, "1.0", "=", "1.0.0"},
                          Case{Ecosystem::generic, "9.0p1", ">", "9.0"},
                          Case{Ecosystem::generic, "1:0.47.4-4", "<", "1:0.48-1"},
                          Case{Ecosystem::generic, "1:0.1", ">", "9"},
                          Case{Ecosystem::generic, "main", "incomparable", "1.0"},
                          Case{Ecosystem::generic, "a72d2c07", "incomparable", "b72d2c07"}}) {
        CAPTURE(c.a, c.b);
        CHECK(sign(compare_versions(c.ecosystem, c.a, c.b)) == c.order);
        CHECK(sign(compare_versions(c.ecosystem, c.b, c.a)) == mirrored(c.order));
    }
}

TEST_CASE("no text makes a version overflow, hang or crash", "[values]") {
    const std::string digits(500, '9');
    std::string nested;
    while (nested.size() + 2 < 500) nested += "1-";
    nested += "1";
    for (std::size_t i = 0; i < ecosystem_count; ++i) {
        const auto ecosystem = static_cast<Ecosystem>(i);
        CAPTURE(ecosystem_name(ecosystem));
        CHECK(sign(compare_versions(ecosystem, digits, digits.substr(1))) == ">");
        CHECK_FALSE(major_version(ecosystem, digits));
        CHECK_FALSE(is_valid_version(ecosystem, std::string(513, '1')));
        CHECK_FALSE(is_valid_version(ecosystem, "unknown"));
        CHECK_FALSE(is_valid_version(ecosystem, "1.0 beta"));
        CHECK_FALSE(is_valid_version(ecosystem, std::string_view("1\0", 2)));
        for (const char* odd :
             {"", "-", ":", "1:", "~", "^", ".", "+", "1-", "1.", "1~", "_", "-r", "!", "1!", "v", "go", "1+", "0", "a", "--", "..1"}) {
            const auto order = compare_versions(ecosystem, odd, odd);
            CHECK((!order || *order == 0));
        }
        (void)compare_versions(ecosystem, nested, nested + "1");
    }
    CHECK(sign(compare_versions(Ecosystem::maven, nested, nested)) == "=");
}

TEST_CASE("major, minor and prerelease", "[values]") {
    CHECK(major_version(Ecosystem::deb, "1:2.36-9") == 2);
    CHECK(minor_version(Ecosystem::deb, "1:2.36-9") == 36);
    CHECK(major_version(Ecosystem::pep440, "1!2.3") == 2);
    CHECK(major_version(Ecosystem::semver, "v18.12.0") == 18);
    CHECK(major_version(Ecosystem::golang, "go1.21") == 1);
    CHECK(minor_version(Ecosystem::golang, "go1.21") == 21);
    CHECK_FALSE(minor_version(Ecosystem::semver, "18"));
    struct Case {
        Ecosystem ecosystem;
        const char* text;
        std::optional<bool> prerelease;
    };
    for (const Case& c : {Case{Ecosystem::deb, "2.2~rc-4", true},      Case{Ecosystem::deb, "1.0-1~bpo12+1", false},
                          Case{Ecosystem::rpm, "1.0~beta2-1", true},   Case{Ecosystem::rpm, "1.0-1", false},
                          Case{Ecosystem::apk, "1.0_rc1-r0", true},    Case{Ecosystem::apk, "1.0_p1-r0", false},
                          Case{Ecosystem::semver, "1.0.0-0", true},    Case{Ecosystem::semver, "1.0.0+build-1", false},
                          Case{Ecosystem::pep440, "1.0rc1", true},     Case{Ecosystem::pep440, "1.0.dev0", true},
                          Case{Ecosystem::pep440, "1.0.post1", false}, Case{Ecosystem::maven, "1.0-M1", true},
                          Case{Ecosystem::maven, "1.0.Final", false},  Case{Ecosystem::maven, "33.0-jre", false},
                          Case{Ecosystem::gem, "1.0.rc1", true},       Case{Ecosystem::gem, "1.0", false},
                          Case{Ecosystem::golang, "1.21rc2", true},    Case{Ecosystem::golang, "v2.0.0+incompatible", false},
                          Case{Ecosystem::nuget, "1.0-alpha", true},   Case{Ecosystem::generic, "1.0rc1", true},
                          Case{Ecosystem::generic, "1.1.1k", false},   Case{Ecosystem::generic, "main", std::nullopt}}) {
        CAPTURE(c.text);
        CHECK(is_prerelease(c.ecosystem, c.text) == c.prerelease);
    }
}

TEST_CASE("version ranges", "[values]") {
    struct Case {
        const char* range;
        Ecosystem ecosystem;
        const char* version;
        std::optional<bool> inside;
    };
    for (const Case& c :
         {Case{"vers:deb/>=1.2|<1.4~", Ecosystem::deb, "1.4~rc1", false}, Case{"vers:deb/>=1.2|<1.4", Ecosystem::deb, "1.3-1", true},
          Case{"vers:deb/>=1.2|<1.4", Ecosystem::rpm, "1.3-1", std::nullopt},
          Case{"vers:npm/>=1.2.0|<1.4.0", Ecosystem::semver, "latest", std::nullopt},
          Case{"vers:npm/1.0.0|2.0.0", Ecosystem::semver, "2.0.0", true}, Case{"vers:npm/1.0.0|2.0.0", Ecosystem::semver, "1.5.0", false},
          Case{"vers:npm/!=1.0.0", Ecosystem::semver, "1.5.0", true}, Case{"vers:npm/!=1.0.0", Ecosystem::semver, "1.0.0", false},
          Case{"vers:npm/*", Ecosystem::semver, "1.0.0", true}, Case{"vers:all/*", Ecosystem::deb, "1.0", true},
          Case{"vers:npm/<1.0.0|>=2.0.0|<3.0.0", Ecosystem::semver, "1.5.0", false},
          Case{"vers:npm/<1.0.0|>=2.0.0|<3.0.0", Ecosystem::semver, "0.5.0", true},
          Case{"vers:npm/<1.0.0|>=2.0.0|<3.0.0", Ecosystem::semver, "2.5.0", true},
          Case{"vers:npm/<1.0.0|>=2.0.0|<3.0.0", Ecosystem::semver, "3.0.0", false},
          Case{"vers:npm/>1.0.0|>=2.0.0", Ecosystem::semver, "1.5.0", true},
          Case{"vers:npm/<1.0.0|<=2.0.0", Ecosystem::semver, "1.5.0", true},
          Case{"vers:npm/>1.0.0|!=1.5.0|<2.0.0", Ecosystem::semver, "1.5.0", false},
          Case{"vers:npm/>1.0.0|!=1.5.0|<2.0.0", Ecosystem::semver, "1.6.0", true}}) {
        CAPTURE(c.range, c.version);
        const auto range = VersionRange::parse(c.range);
        REQUIRE(range);
        CHECK(range->contains(c.ecosystem, c.version) == c.inside);
    }
    for (const char* wrong :
         {"", ">=1.0", "vers:", "vers:deb", "vers:deb/", "vers:deb/>=", "vers:deb/|1", "vers:deb/1|", "vers:deb/1||2", "vers:deb/>=1 |<2",
          "vers:nobody/1", "vers:npm/latest", "vers:npm/1.0%2G0", "vers:deb/1|>1", "vers:deb/*|1", "vers:all/1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(VersionRange::parse(wrong));
    }
}

TEST_CASE("versions agree with the vectors of the tools themselves", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    const std::string versions = folder + "/versions/";
    const char* older_maven =
        "Maven 3.9 (whose own vectors all agree) orders words with numbers, and words after dots, otherwise than Maven 3.6, which OSV "
        "follows";
    const char* composer = "the facts model compares Composer's versions as semantic ones: `1.0RC1` has no order, `RC` is before `beta`";
    struct File {
        Ecosystem ecosystem;
        const char* name;
        const char* excuse;
        int disagreements;
    };
    for (const File& file : {File{Ecosystem::deb, "dpkg", "", 0},
                             File{Ecosystem::deb, "osv-debian", "", 0},
                             File{Ecosystem::deb, "osv-debian-generated", "", 0},
                             File{Ecosystem::rpm, "rpmvercmp", "", 9},
                             File{Ecosystem::rpm, "osv-redhat", "an empty release is none", 10},
                             File{Ecosystem::apk, "apk", "", 1},
                             File{Ecosystem::apk, "osv-alpine", "", 25},
                             File{Ecosystem::apk, "osv-alpine-generated", "", 0},
                             File{Ecosystem::semver, "osv-semver", "", 0},
                             File{Ecosystem::semver, "npm-comparisons", "", 0},
                             File{Ecosystem::semver, "npm-equality", "", 0},
                             File{Ecosystem::pep440, "pep440", "", 0},
                             File{Ecosystem::pep440, "osv-pypi", "", 9},
                             File{Ecosystem::pep440, "osv-pypi-generated", "", 15},
                             File{Ecosystem::maven, "maven", "", 0},
                             File{Ecosystem::maven, "osv-maven", older_maven, 2},
                             File{Ecosystem::maven, "osv-maven-generated", older_maven, 9},
                             File{Ecosystem::gem, "rubygems", "", 0},
                             File{Ecosystem::gem, "osv-rubygems", "", 1},
                             File{Ecosystem::gem, "osv-rubygems-generated", "", 0},
                             File{Ecosystem::nuget, "osv-nuget", "", 0},
                             File{Ecosystem::generic, "osv-hackage", "", 0},
                             File{Ecosystem::generic, "osv-cran", "", 3},
                             File{Ecosystem::generic, "osv-cran-generated", "", 1},
                             File{Ecosystem::semver, "osv-pub", "", 9},
                             File{Ecosystem::semver, "osv-packagist", composer, 47},
                             File{Ecosystem::semver, "osv-packagist-generated", composer, 70}}) {
        Tally tally(std::string("versions ") + file.name);
        add_file(tally, file.ecosystem, versions + file.name + ".jsonl", file.excuse);
        tally.finish(file.disagreements);
    }
}

TEST_CASE("what is a version and what is none agrees with the tools", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    Tally tally("version validity", {{"0.1a1", "apk-tools 2 takes a number after the letter, and images have such versions"}});
    for (const Json& v : read_vectors(folder + "/versions/apk-validity.jsonl")) {
        tally.add(is_valid_version(Ecosystem::apk, v.at("version").text) == v.at("valid").is_true(), v.at("version").text);
    }
    for (const Json& v : read_vectors(folder + "/versions/pep440-validity.jsonl")) {
        tally.add(is_valid_version(Ecosystem::pep440, v.at("version").text) == v.at("valid").is_true(), v.at("version").text);
    }
    for (const Json& v : read_vectors(folder + "/versions/pep440-normalize.jsonl")) {
        add_comparison(tally, Ecosystem::pep440, v.at("version").text, v.at("normalized").text, "=");
    }
    for (const Json& v : read_vectors(folder + "/versions/npm-valid-versions.jsonl")) {
        const std::string& text = v.at("value").text;
        const bool prerelease = !v.at("prerelease").items.empty();
        tally.add(is_prerelease(Ecosystem::semver, text) == prerelease &&
                      std::to_string(major_version(Ecosystem::semver, text).value_or(-1)) == v.at("major").text &&
                      std::to_string(minor_version(Ecosystem::semver, text).value_or(-1)) == v.at("minor").text,
                  text);
    }
    for (const Json& v : read_vectors(folder + "/versions/npm-invalid-versions.jsonl")) {
        if (!v.at("value").is_string()) continue;
        const bool refused = !is_valid_version(Ecosystem::semver, v.at("value").text);
        if (v.at("reason").text == "too big") {
            tally.excuse(refused, "numbers beyond JavaScript's are compared all the same");
        } else {
            tally.add(refused, v.at("value").text);
        }
    }
    tally.finish(2);
}

TEST_CASE("versions and ranges agree with the vers suite", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    const char* nuget = "NuGet compares words without case, as its own vectors in `versions` say; here upper case is expected to differ";
    const char* maven = "Maven 3.9's own vectors say otherwise: 2.0.a and 2.0.0.a are equal and before 2-1";
    Tally tally("vers suite",
                {{"1.0.0-BETA > 1.0.0-beta2", nuget},
                 {"1.0.0-BETA.X.y.5.77.0+AA > 1.0.0-beta.x.y.5.79.0+aa", nuget},
                 {"1.0.0-BETA.X.y.5.79.0+AA > 1.0.0-beta.x.y.5.790.0+abc", nuget},
                 {"2-1 < 2.0.a", maven},
                 {"2-1 < 2.0.0.a", maven},
                 {"2.0.0.a > 2.0.a", maven},
                 {"vers:npm/>=2.0.0|<1.0.0", "constraints out of order are sorted, as the suite's own containment tests need"},
                 {"vers:npm/1.0%252F0", "`1.0%2F0` is no version of npm"}});
    const char* conan = "the facts model compares Conan's versions as semantic ones";
    int other_schemes = 0;
    int native_ranges = 0;
    for (const std::string& file : files_in(folder + "/vers-suite", ".json")) {
        for (const Json& test : read_vectors(file)) {
            const std::string& kind = test.at("test_type").text;
            const Json& input = test.at("input");
            if (kind == "from_native") {
                ++native_ranges;
            } else if (kind == "comparison" || kind == "equality") {
                const PackageType type = package_type_of(input.at("input_scheme").text);
                if (type == PackageType::other || type == PackageType::alpm) {
                    ++other_schemes;
                    continue;
                }
                const std::string& a = input.at("versions").items.at(0).text;
                const std::string& b = input.at("versions").items.at(1).text;
                const Json& expected = test.at("expected_output");
                if (kind == "equality" && !expected.is_true()) {
                    tally.add(sign(compare_versions(ecosystem_of(type), a, b)) != "=", a + " != " + b);
                } else {
                    const bool swapped = kind == "comparison" && expected.items.at(0).text != a;
                    add_comparison(tally, ecosystem_of(type), a, b,
                                   kind == "equality" ? "="
                                   : swapped          ? ">"
                                                      : "<",
                                   type == PackageType::conan ? conan : "");
                }
            } else if (kind == "containment") {
                const auto range = VersionRange::parse(input.at("vers").text);
                tally.add(range && range->contains(Ecosystem::pep440, input.at("version").text) == test.at("expected_output").is_true(),
                          input.at("vers").text + " has " + input.at("version").text);
            } else if (input.text.starts_with("vers:datetime/")) {
                ++other_schemes;
            } else {
                const auto range = VersionRange::parse(input.text);
                const bool refused = test.at("expected_failure").is_true();
                const Json& expected = test.at("expected_output");
                tally.add(refused ? !range : range && (!expected.is_string() || range->canonical() == expected.text), input.text,
                          range ? range->canonical() : range.error());
            }
        }
    }
    std::cout << "vers suite: left out " << native_ranges << " native ranges and " << other_schemes
              << " vectors of schemes that the facts model does not have\n";
    tally.finish(10);
}

TEST_CASE("a version without an ecosystem follows no rules", "[values]") {
    const auto none = static_cast<Ecosystem>(0xFF);  // of a version that a policy writes out
    CHECK_FALSE(is_valid_version(none, "1.0"));
    CHECK_FALSE(is_prerelease(none, "1.0"));
    CHECK_FALSE(compare_versions(none, "1.0", "1.0"));
}
