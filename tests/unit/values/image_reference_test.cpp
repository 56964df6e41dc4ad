// Image references against the vectors of distribution/reference and Docker.
#include "engine/values/image_reference.h"

#include <set>

#include "engine/values/digest.h"
#include "tests/catch.h"
#include "tests/unit/values/vectors.h"

using namespace scantling;
using namespace scantling::test;

TEST_CASE("an image reference has Docker's defaults and no invented tag", "[values]") {
    const auto debian = parse_image_reference("debian");
    REQUIRE(debian);
    CHECK(debian->name == "docker.io/library/debian");
    CHECK_FALSE(debian->tag);
    CHECK(debian->is_latest());
    const auto pinned = parse_image_reference("ghcr.io:443/a/b:latest@sha256:" + std::string(64, 'a'));
    REQUIRE(pinned);
    CHECK(pinned->registry == "ghcr.io:443");
    CHECK(pinned->repository == "a/b");
    CHECK(pinned->tag == "latest");
    CHECK_FALSE(pinned->is_latest());
    CHECK(parse_image_reference("debian:12")->is_latest() == false);
    for (const char* wrong :
         {"", ":", "debian:", "debian@", "a b", "A/b/C", "debian:12:13", "x@sha256:AA", "/a", "a//b", "[::1]", "-a/b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_image_reference(wrong));
    }
}

TEST_CASE("digests have one spelling", "[values]") {
    CHECK(make_digest("SHA-256", std::string(64, 'A')) == "sha256:" + std::string(64, 'a'));
    CHECK(make_digest("SHA3-256", std::string(64, '0')) == "sha3-256:" + std::string(64, '0'));
    CHECK_FALSE(make_digest("SHA-256", "abc"));
    CHECK_FALSE(make_digest("crc", "abcdef01"));
    CHECK(parse_digest("md5:" + std::string(32, '1')));
    CHECK_FALSE(is_image_digest("sha256:" + std::string(64, 'A')));
    CHECK(is_image_digest("sha512:" + std::string(128, 'a')));
}

TEST_CASE("image references agree with Docker's own vectors", "[values][corpus]") {
    const std::string folder = ident_folder();
    if (folder.empty()) return;
    const char* wrong_list = "stands among upstream's invalid names; the corpus marks it valid";
    const std::string sha512 = "validname@sha512:" + std::string(128, 'f');
    Tally tally("image references", {{"-docker", wrong_list},
                                     {"[fc00::1]", wrong_list},
                                     {"[fc00::1]:5000", wrong_list},
                                     {"-docker-/docker", wrong_list},
                                     {"dock-.er/docker", wrong_list},
                                     {sha512, "upstream's test program does not link SHA-512; Docker does"}});
    const std::vector<Json> names = read_vectors(folder + "/imageref/familiar-name-validity.jsonl");
    std::set<std::string> invalid;
    for (const Json& v : names) {
        if (!v.at("valid").is_true()) invalid.insert(v.at("input").text);
    }
    for (const Json& v : names) {
        // The corpus holds upstream's invalid names twice, once marked valid; of the overlong one only that copy.
        if (v.at("valid").is_true() && (invalid.count(v.at("input").text) != 0 || v.at("input").text.starts_with("this_is_not_a_valid")))
            continue;
        tally.add(parse_image_reference(v.at("input").text).has_value() == v.at("valid").is_true(), v.at("input").text);
    }
    for (const Json& v : read_vectors(folder + "/imageref/TestNormalizedSplitHostname.jsonl")) {
        const auto parsed = parse_image_reference(v.at("input").text);
        tally.add(parsed && parsed->registry == v.at("domain").text && parsed->repository == v.at("path").text, v.at("input").text);
    }
    for (const Json& v : read_vectors(folder + "/imageref/TestParseRepositoryInfo.jsonl")) {
        for (const char* spelling : {"FamiliarName", "FullName", "AmbiguousName"}) {
            const std::string& text = v.at(spelling).text;
            if (text.empty()) continue;
            const auto parsed = parse_image_reference(text);
            tally.add(parsed && parsed->name == v.at("FullName").text && parsed->registry == v.at("Domain").text, text);
        }
    }
    for (const Json& v : read_vectors(folder + "/imageref/TestParseAnyReference.jsonl")) {
        const std::string& text = v.at("Reference").text;
        const auto parsed = parse_image_reference(text);
        tally.add(
            parsed ? parsed->canonical() == v.at("Equivalent").text : is_image_id(text) && "sha256:" + text == v.at("Equivalent").text,
            text);
    }
    // ParseDockerRef adds `latest` and drops a tag beside a digest; we do neither, so only the name is compared.
    for (const Json& v : read_vectors(folder + "/imageref/TestParseDockerRef.jsonl")) {
        const auto ours = parse_image_reference(v.at("input").text);
        const auto theirs = parse_image_reference(v.at("expected").text);
        tally.add(ours && theirs && ours->name == theirs->name && ours->digest == theirs->digest, v.at("input").text);
    }
    // The grammar alone, without Docker's defaults: what it refuses we refuse, tag and digest are the same.
    for (const Json& v : read_vectors(folder + "/imageref/reference-parse.jsonl")) {
        const auto parsed = parse_image_reference(v.at("input").text);
        const bool refused = v.at("err").is_string();
        tally.add(refused ? !parsed
                          : parsed && parsed->tag.value_or("") == v.at("tag").text && parsed->digest.value_or("") == v.at("digest").text,
                  v.at("input").text, v.at("err").text);
    }
    tally.finish();
}
