// One program shared by eight threads: over one set of facts, and each over facts of its own. Every report must be the same, byte for byte;
// under ThreadSanitizer there must also be no race. First through C++, then through the C interface (handles.cpp).
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "bindings/api/check.h"
#include "tests/threads/handles.h"

namespace {

using namespace scantling;

constexpr std::size_t threads = 8;
constexpr int rounds = 5;

std::vector<InputDocument> example_service() {
    const std::filesystem::path folder = std::filesystem::path(SCANTLING_SOURCE_DIR) / "docs/examples/service";
    std::vector<InputDocument> documents;
    for (const char* name : {"Dockerfile", "bom.cdx.json", "container.json", "image.json", "trivy.json"}) {
        std::ifstream stream(folder / name, std::ios::binary);
        std::stringstream bytes;
        bytes << stream.rdbuf();
        documents.push_back({name, bytes.str(), std::nullopt, {}});
    }
    return documents;
}

int run() {
    const Policies policies = load_policies({});
    if (!policies.program) {
        for (const Diagnostic& d : policies.diagnostics) std::cerr << render(d);
        return 1;
    }
    EvaluationOptions options;
    options.now = 1795500000000000;
    const Inputs shared = read_inputs(policies.program->layout, example_service());
    if (!shared.facts || shared.partial) {
        std::cerr << "threads: the example service cannot be read\n";
        return 1;
    }
    const std::string expected = render_json(check(policies, shared, options));
    std::array<int, threads> wrong{};
    std::vector<std::thread> pool;
    for (std::size_t id = 0; id < threads; ++id) {
        pool.emplace_back([&, id] {
            for (int round = 0; round < rounds; ++round) {
                if (render_json(check(policies, shared, options)) != expected) ++wrong[id];
                const Inputs own = read_inputs(policies.program->layout, example_service());
                if (render_json(check(policies, own, options)) != expected) ++wrong[id];
            }
        });
    }
    for (std::thread& thread : pool) thread.join();
    int failures = 0;
    for (const int count : wrong) failures += count;
    std::cout << "threads: " << threads << " threads, " << threads * rounds * 2 << " checks, " << failures << " differ\n";
    return failures == 0 ? 0 : 1;
}

}  // namespace

int main() { return run() + scantling::test::run_handles(); }
