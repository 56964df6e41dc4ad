// Structs of other lengths than ours: a shorter one is refused, a longer one taken if it asks for nothing that we do not know; what is
// handed out is filled as far as the caller's struct goes.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

#include "tests/c/interface.h"
#include "tests/catch.h"

using namespace scantling::test;

namespace {

// A struct of a later version: ours, and a member that is not known here.
template <typename T>
struct Longer {
    T ours;
    std::uint64_t later = 0;
    explicit Longer(const T& from) : ours(from) { ours.size = sizeof(Longer); }
};

template <typename T, typename Call>
void try_lengths(const char* name, T valid, Call call) {
    CAPTURE(name);
    CHECK(call(&valid) == SCANTLING_OK);
    Longer<T> longer(valid);
    CHECK(call(&longer.ours) == SCANTLING_OK);
    longer.later = 1;
    CHECK(call(&longer.ours) == SCANTLING_INCOMPATIBLE);
    T shorter = valid;
    for (const std::size_t size : {std::size_t{0}, sizeof(std::size_t), sizeof(T) - 1}) {
        shorter.size = size;
        CHECK(call(&shorter) == SCANTLING_INVALID_ARGUMENT);
    }
}

// Every prefix of the struct is filled like the whole, and nothing beyond it is touched.
template <typename T, typename Call>
void try_prefixes(const char* name, T whole, Call call) {
    CAPTURE(name);
    whole.size = sizeof(T);
    REQUIRE(call(&whole) == SCANTLING_OK);
    for (std::size_t size = sizeof(std::size_t); size <= sizeof(T) + 16; ++size) {
        CAPTURE(size);
        struct alignas(T) Room {
            std::array<unsigned char, sizeof(T) + 32> bytes;
        };
        Room room;
        room.bytes.fill(0xAB);
        T* out = reinterpret_cast<T*>(room.bytes.data());
        std::memcpy(room.bytes.data(), &size, sizeof size);
        REQUIRE(call(out) == SCANTLING_OK);
        const std::size_t shared = std::min(size, sizeof(T));
        const auto* expected = reinterpret_cast<const unsigned char*>(&whole);
        CHECK(
            std::equal(room.bytes.begin() + sizeof size, room.bytes.begin() + static_cast<std::ptrdiff_t>(shared), expected + sizeof size));
        CHECK(std::all_of(room.bytes.begin() + static_cast<std::ptrdiff_t>(shared), room.bytes.begin() + static_cast<std::ptrdiff_t>(size),
                          [](unsigned char byte) { return byte == 0; }));
        CHECK(std::all_of(room.bytes.begin() + static_cast<std::ptrdiff_t>(size), room.bytes.end(),
                          [](unsigned char byte) { return byte == 0xAB; }));
    }
    for (const std::size_t size : {std::size_t{0}, sizeof(std::size_t) - 1, 65 * sizeof(T), SIZE_MAX}) {
        whole.size = size;
        CHECK(call(&whole) == SCANTLING_INVALID_ARGUMENT);
    }
    CHECK(call(nullptr) == SCANTLING_INVALID_ARGUMENT);
}

}  // namespace

TEST_CASE("structs that are handed in may be longer, not shorter", "[c]") {
    const OwnPolicies policies = compiled({policy(small_policy)});
    const OwnFacts facts = facts_of({document(small_dockerfile)});
    OwnPolicies made;
    OwnFacts read;
    OwnInputs inputs;
    OwnReport report;
    try_lengths<scantling_source>("source", policy(small_policy),
                                  [&](const scantling_source* given) { return scantling_compile(given, 1, nullptr, made.out(), nullptr); });
    const scantling_source small = policy(small_policy);
    scantling_compile_options compile = SCANTLING_COMPILE_OPTIONS_INIT;
    compile.bare = 1;
    try_lengths("compile options", compile,
                [&](const scantling_compile_options* given) { return scantling_compile(&small, 1, given, made.out(), nullptr); });
    try_lengths<scantling_select_options>("select options", SCANTLING_SELECT_OPTIONS_INIT, [&](const scantling_select_options* given) {
        return scantling_select(policies, given, made.out(), nullptr);
    });
    scantling_parameter parameter = SCANTLING_PARAMETER_INIT;
    parameter.name = scantling_text("acme.flag");
    parameter.value = scantling_text("true");
    try_lengths("parameter", parameter, [&](const scantling_parameter* given) {
        scantling_select_options options = SCANTLING_SELECT_OPTIONS_INIT;
        options.parameters = given;
        options.parameter_count = 1;
        return scantling_select(policies, &options, made.out(), nullptr);
    });
    try_lengths<scantling_input_options>("input options", SCANTLING_INPUT_OPTIONS_INIT, [&](const scantling_input_options* given) {
        return scantling_inputs_create(given, inputs.out(), nullptr);
    });
    try_lengths("document", document(small_dockerfile),
                [&](const scantling_document* given) { return scantling_read(given, 1, nullptr, read.out(), nullptr); });
    try_lengths("check options", at_some_time(),
                [&](const scantling_check_options* given) { return scantling_check(policies, facts, given, report.out(), nullptr); });
}

TEST_CASE("arrays of longer structs are walked by the length that their elements state", "[c]") {
    const std::string other = "package acme.other\nrule r {\n title \"t\"\n severity low\n require image.config.user is present\n}\n";
    const std::array<Longer<scantling_source>, 2> sources{Longer<scantling_source>(policy(small_policy)),
                                                          Longer<scantling_source>(policy(other))};
    OwnPolicies policies;
    scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
    options.bare = 1;
    REQUIRE(scantling_compile(&sources[0].ours, 2, &options, policies.out(), nullptr) == SCANTLING_OK);
    CHECK(scantling_policies_rule_count(policies) == 5);

    std::array<Longer<scantling_document>, 2> documents{Longer<scantling_document>(document("FROM scratch\n", "a/Dockerfile")),
                                                        Longer<scantling_document>(document("FROM scratch\n", "b/Dockerfile"))};
    OwnFacts facts;
    REQUIRE(scantling_read(&documents[0].ours, 2, nullptr, facts.out(), nullptr) == SCANTLING_OK);
    CHECK(scantling_facts_subject_count(facts) == 2);
    documents[1].later = 1;
    CHECK(scantling_read(&documents[0].ours, 2, nullptr, facts.out(), nullptr) == SCANTLING_INCOMPATIBLE);
    documents[1].later = 0;
    documents[1].ours.size = sizeof(scantling_document);
    CHECK(scantling_read(&documents[0].ours, 2, nullptr, facts.out(), nullptr) == SCANTLING_INVALID_ARGUMENT);
}

TEST_CASE("structs that are handed out are filled as far as they go", "[c]") {
    const OwnPolicies policies = compiled({policy(small_policy)});
    const OwnFacts facts = facts_of({document("FROM scratch\nENV\nEXPOSE 22\n", "Dockerfile")});
    const OwnReport report = report_of(policies, facts);
    OwnError error;
    OwnPolicies none;
    const scantling_source wrong = policy("package acme\nrule\n");
    REQUIRE(scantling_compile(&wrong, 1, nullptr, none.out(), error.out()) == SCANTLING_POLICY_ERROR);
    try_prefixes<scantling_rule>("rule", SCANTLING_RULE_INIT,
                                 [&](scantling_rule* out) { return scantling_policies_rule(policies, 1, out); });
    try_prefixes<scantling_finding>("finding", SCANTLING_FINDING_INIT,
                                    [&](scantling_finding* out) { return scantling_report_finding(report, 0, out); });
    // 0 is the one of an input that was read in part, 1 that of a rule.
    for (const std::size_t index : {std::size_t{0}, std::size_t{1}})
        try_prefixes<scantling_outcome>("outcome", SCANTLING_OUTCOME_INIT,
                                        [&](scantling_outcome* out) { return scantling_report_outcome(report, index, out); });
    try_prefixes<scantling_diagnostic>("diagnostic", SCANTLING_DIAGNOSTIC_INIT,
                                       [&](scantling_diagnostic* out) { return scantling_error_at(error, 0, out); });
    try_prefixes<scantling_diagnostic>("diagnostic of a report", SCANTLING_DIAGNOSTIC_INIT,
                                       [&](scantling_diagnostic* out) { return scantling_report_diagnostic(report, 0, out); });
}
