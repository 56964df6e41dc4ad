// What a check costs through the C interface, beside the same check in C++ (bindings/api) and the evaluation alone: one small rule over one
// small Dockerfile, so that the difference is not lost in the work. The three are interleaved in batches; what is stated is the median.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include "bindings/api/check.h"
#include "bindings/api/inputs.h"
#include "bindings/api/policies.h"
#include "bindings/include/scantling/scantling.h"
#include "engine/evaluate/evaluate.h"

namespace {

using namespace scantling;

constexpr std::int64_t now = 1795478400000000;
constexpr int batches = 201;
constexpr int calls = 200;  // of a batch

const std::string policy = "package bench\nrule r {\n title \"t\"\n severity low\n require image.config.user is present\n}\n";
const std::string dockerfile = "FROM scratch\nUSER 1000\n";

template <typename Work>
double microseconds(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < calls; ++i) work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count() / calls;
}

double median(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Handles {
    scantling_policies* policies = nullptr;
    scantling_facts* facts = nullptr;
    Handles() {
        scantling_source source = SCANTLING_SOURCE_INIT;
        source.text = {policy.data(), policy.size()};
        scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
        options.bare = 1;
        scantling_document document = SCANTLING_DOCUMENT_INIT;
        document.bytes = {dockerfile.data(), dockerfile.size()};
        (void)scantling_compile(&source, 1, &options, &policies, nullptr);
        (void)scantling_read(&document, 1, nullptr, &facts, nullptr);
    }
    ~Handles() {
        scantling_policies_unref(policies);
        scantling_facts_unref(facts);
    }
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
};

int run() {
    PolicyOptions policy_options;
    policy_options.standard_library = false;
    policy_options.texts.push_back({"policy.scant", policy});
    const Policies policies = load_policies(policy_options);
    const Inputs inputs = read_inputs(policies.program->layout, {{"document 1", dockerfile}});
    const Handles handles;
    EvaluationOptions options;
    options.now = now;
    scantling_check_options c_options = SCANTLING_CHECK_OPTIONS_INIT;
    c_options.now = now;
    std::vector<double> evaluated;
    std::vector<double> checked;
    std::vector<double> through_c;
    int not_clean = 0;
    for (int batch = 0; batch < batches; ++batch) {
        evaluated.push_back(
            microseconds([&] { not_clean += evaluate(*policies.program, *inputs.facts, options).outcomes.size() == 1 ? 0 : 1; }));
        checked.push_back(microseconds([&] { not_clean += check(policies, inputs, options).judgement.verdict == Verdict::clean ? 0 : 1; }));
        through_c.push_back(microseconds([&] {
            scantling_report* report = nullptr;
            scantling_error* error = nullptr;
            if (scantling_check(handles.policies, handles.facts, &c_options, &report, &error) != SCANTLING_OK) ++not_clean;
            if (scantling_report_verdict(report) != SCANTLING_CLEAN) ++not_clean;
            scantling_report_unref(report);
        }));
    }
    if (not_clean != 0) {
        std::cerr << "bench: " << not_clean << " checks of the C interface's benchmark came to something else\n";
        return 1;
    }
    const double engine = median(evaluated);
    const double cpp = median(checked);
    const double c = median(through_c);
    std::cout << "bench: a small check: evaluation alone " << engine << " us, judged as well (C++) " << cpp
              << " us, through the C interface " << c << " us: overhead " << c - cpp << " us (meant to be at most 1), ratio " << c / cpp
              << "\n";
    return 0;
}

}  // namespace

int main() { return run(); }
