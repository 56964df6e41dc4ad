// check [--now SECONDS] [--policy PATH] FILE…: the standard library, and a policy of one's own, over documents. Prints what
// `scantling check --format json` prints, and ends with the verdict as its exit code: 0 clean, 1 the gate is closed, 3 undecided; 2 where
// there is no report.
//
//     c++ -std=c++20 -o check check.cpp $(pkg-config --cflags --libs scantling)              the shared library
//     c++ -std=c++20 -o check check.cpp $(pkg-config --cflags --libs scantling-static)       the archive
#include <chrono>
#include <exception>
#include <iostream>
#include <scantling/scantling.hpp>
#include <string>
#include <vector>

namespace {

int check(const std::vector<std::string>& words) {
    scantling::Time now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    std::vector<scantling::Source> sources;
    std::vector<scantling::Document> documents;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--now" && i + 1 < words.size()) {
            now = scantling::Time(std::chrono::seconds(std::stoll(words[++i])));
        } else if (words[i] == "--policy" && i + 1 < words.size()) {
            sources.push_back(scantling::Source::file(words[++i]));
        } else {
            documents.push_back(scantling::Document::file(words[i]));
        }
    }
    if (documents.empty()) {
        std::cerr << "usage: check [--now SECONDS] [--policy PATH] FILE...\n";
        return 2;
    }
    const auto policies = scantling::Policies::compile(sources);
    scantling::Facts::Options reading;
    reading.note_refused = true;  // an unreadable document makes the report undecided, as on the command line
    const auto report = policies.check(scantling::Facts::read(documents, reading), {now});
    std::cout << report.render(scantling::Format::json);
    return std::cout.flush() ? static_cast<int>(report.verdict()) : 2;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return check({argv + 1, argv + argc});
    } catch (const scantling::Error& error) {
        std::cerr << error.what();
    } catch (const std::exception& error) {
        std::cerr << "check: " << error.what() << '\n';
    }
    return 2;
}
