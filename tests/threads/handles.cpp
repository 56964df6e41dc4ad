// Handles of the C interface in eight threads at a time: the same policies over the same facts and over each thread's own; one report of
// which all ask for the findings first; references taken and given back; a check that another thread cancels.
#include "tests/threads/handles.h"

#include <array>
#include <atomic>
#include <functional>
#include <iostream>
#include <thread>

#include "tests/c/interface.h"

namespace scantling::test {

namespace {

constexpr std::size_t threads = 8;
constexpr int rounds = 5;

// The number of threads in which `work` came to something else.
int in_threads(const char* what, const std::function<bool(std::size_t thread)>& work) {
    std::array<bool, threads> right{};
    std::vector<std::thread> pool;
    for (std::size_t id = 0; id < threads; ++id) pool.emplace_back([&, id] { right[id] = work(id); });
    for (std::thread& thread : pool) thread.join();
    int wrong = 0;
    for (const bool each : right) wrong += each ? 0 : 1;
    std::cout << "threads: C interface, " << what << ": " << wrong << " of " << threads << " threads differ\n";
    return wrong;
}

std::string findings_of(const scantling_report* report) {
    std::string out;
    for (std::size_t i = 0; i < scantling_report_finding_count(report); ++i) {
        scantling_finding finding = SCANTLING_FINDING_INIT;
        if (scantling_report_finding(report, i, &finding) != SCANTLING_OK) return "no finding";
        out += text_of(finding.rule) + text_of(finding.file) + std::to_string(finding.line) + text_of(finding.bindings) + "\n";
    }
    for (std::size_t i = 0; i < scantling_report_outcome_count(report); ++i) {
        scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
        if (scantling_report_outcome(report, i, &outcome) != SCANTLING_OK) return "no outcome";
        out += text_of(outcome.rule) + text_of(outcome.causes) + "\n";
    }
    return out;
}

// Until the flag is seen, or the check is over: either way no rule is passed that would not be without it.
bool cancelled_check(const scantling_policies* policies, const scantling_facts* facts) {
    OwnCancel cancel;
    if (scantling_cancel_create(cancel.out()) != SCANTLING_OK) return false;
    scantling_check_options options = at_some_time();
    options.cancel = cancel;
    std::thread other([&] { scantling_cancel_request(cancel); });
    OwnReport report;
    const scantling_status status = scantling_check(policies, facts, &options, report.out(), nullptr);
    other.join();
    return status == SCANTLING_OK && scantling_report_verdict(report) != SCANTLING_CLEAN;
}

}  // namespace

int run_handles() {
    const OwnPolicies policies = compiled({}, false);
    const auto documents = as_bytes(example_service());
    const OwnFacts facts = facts_of(documents);
    const std::string expected = json_of(report_of(policies, facts).get());
    const std::string findings = findings_of(report_of(policies, facts));
    int wrong = in_threads("one policies over one facts, and over their own", [&](std::size_t) {
        bool right = true;
        for (int round = 0; round < rounds; ++round) {
            right = right && json_of(report_of(policies, facts).get()) == expected;
            right = right && json_of(report_of(policies, facts_of(documents)).get()) == expected;
        }
        return right;
    });
    for (int round = 0; round < rounds; ++round) {
        const OwnReport report = report_of(policies, facts);
        wrong += in_threads("the first look at one report", [&](std::size_t) { return findings_of(report) == findings; });
    }
    wrong += in_threads("references", [&](std::size_t) {
        for (int round = 0; round < 1000; ++round) {
            const OwnPolicies one(scantling_policies_ref(policies));
            const OwnFacts two(scantling_facts_ref(facts));
            if (scantling_policies_rule_count(one) == 0 || scantling_facts_subject_count(two) == 0) return false;
        }
        return true;
    });
    // Each thread holds the last reference at some time: whoever it is frees the report.
    auto* shared = scantling_report_ref(report_of(policies, facts));
    std::atomic<std::size_t> arrived{0};
    for (std::size_t id = 1; id < threads; ++id) (void)scantling_report_ref(shared);
    wrong += in_threads("the last reference", [&](std::size_t) {
        const OwnReport own(shared);
        ++arrived;
        while (arrived < threads) std::this_thread::yield();
        return json_of(own.get()) == expected;
    });
    wrong += in_threads("select, load, compile", [&](std::size_t) {
        OwnBytes bundle;
        OwnPolicies selected;
        OwnPolicies loaded;
        if (scantling_select(policies, nullptr, selected.out(), nullptr) != SCANTLING_OK) return false;
        if (scantling_save(policies, bundle.out(), nullptr) != SCANTLING_OK) return false;
        if (scantling_load(scantling_bytes_view(bundle), nullptr, loaded.out(), nullptr) != SCANTLING_OK) return false;
        return json_of(report_of(selected, facts).get()) == expected && json_of(report_of(loaded, facts).get()) == expected &&
               json_of(report_of(compiled({}, false), facts).get()) == expected;
    });
    wrong += in_threads("cancelled by another thread", [&](std::size_t) {
        bool right = true;
        for (int round = 0; round < rounds; ++round) right = right && cancelled_check(policies, facts);
        return right;
    });
    return wrong == 0 ? 0 : 1;
}

}  // namespace scantling::test
