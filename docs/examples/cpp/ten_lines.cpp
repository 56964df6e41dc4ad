#include <iostream>
#include <scantling/scantling.hpp>

int main() try {
    const auto policies = scantling::Policies::compile();
    const auto facts = scantling::Facts::read({scantling::Document::file("Dockerfile")});
    const auto report = policies.check(facts, {std::chrono::system_clock::now()});
    for (const scantling::Finding& finding : report.findings())
        std::cout << finding.file << ':' << finding.line << ": " << finding.rule << ": " << finding.message << '\n';
    return static_cast<int>(report.verdict());
} catch (const scantling::Error& error) {
    std::cerr << error.what();
    return 2;
}
