// What is said about wrong policy text: each NAME.scant beside its exact rendering NAME.txt, each code with a page whose examples
// do what they say. A file is named after the code that it is about; it may show others.
#include "tests/golden.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "dsl/errors/catalogue.h"
#include "dsl/syntax/parse.h"
#include "tests/catch.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

namespace {

Diagnostics diagnose(const std::string& name, std::string text) {
    return dsl::parse(std::make_shared<Source>(name, std::move(text))).diagnostics;
}

bool shows(const Diagnostics& diagnostics, std::string_view code) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) { return d.code == code; });
}

std::string rendered(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& d : diagnostics) out += render(d) + "\n";
    return out;
}

std::vector<fs::path> policies() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(test::source_dir() / "tests/diagnostics")) {
        if (entry.path().extension() == ".scant") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

// The fenced block after a heading; empty where there is none.
std::string block_after(std::string_view page, std::string_view heading) {
    const std::string opening = std::string(heading) + "\n\n```scant\n";
    const std::size_t at = page.find(opening);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + opening.size();
    return std::string(page.substr(begin, page.find("\n```", begin) + 1 - begin));
}

}  // namespace

TEST_CASE("every diagnostic is rendered as its golden file says", "[diagnostics]") {
    for (const fs::path& policy : policies()) {
        const std::string name = policy.filename().string();
        const Diagnostics diagnostics = diagnose(name, test::read_file(policy));
        const std::string actual = rendered(diagnostics);
        CAPTURE(name, actual);
        CHECK(shows(diagnostics, name.substr(0, 5)));
        CHECK(test::matches_golden(fs::path(policy).replace_extension(".txt"), actual));
    }
}

TEST_CASE("every code has a page and a golden file", "[diagnostics]") {
    const std::vector<fs::path> paths = policies();
    for (const dsl::ErrorEntry& entry : dsl::error_catalogue()) {
        CAPTURE(entry.code);
        CHECK(dsl::error_page(entry.code).size() > 100);
        const auto is_about = [&](const fs::path& p) { return p.filename().string().starts_with(entry.code); };
        const bool too_large_to_keep = entry.code == "E0013";  // see "a policy file has a bound"
        CHECK((too_large_to_keep || std::any_of(paths.begin(), paths.end(), is_about)));
    }
}

TEST_CASE("the examples of a page do what they say", "[diagnostics]") {
    for (const dsl::ErrorEntry& entry : dsl::error_catalogue()) {
        const std::string_view page = dsl::error_page(entry.code);
        const std::string wrong = block_after(page, "Wrong:");
        const std::string right = block_after(page, "Right:");
        CAPTURE(entry.code, wrong, right);
        if (!wrong.empty()) CHECK(shows(diagnose("page.scant", wrong), entry.code));
        if (!right.empty()) CHECK(rendered(diagnose("page.scant", right)).empty());
    }
}
