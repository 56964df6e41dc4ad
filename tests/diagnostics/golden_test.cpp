// What is said about wrong policy text: each NAME.scant beside its exact rendering NAME.txt, each code with a page whose examples
// do what they say. A file is named after the code that it is about; it may show others. Codes of the parser are asked of the parser alone,
// the others of the whole front end, those of linking of every profile. `#--- NAME` on a line of its own begins another file of the same
// run.
#include "tests/golden.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "dsl/compile.h"
#include "dsl/errors/catalogue.h"
#include "dsl/syntax/parse.h"
#include "engine/program/link.h"
#include "tests/catch.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

namespace {

std::vector<dsl::PolicyText> files_of(const std::string& name, std::string_view text) {
    constexpr std::string_view mark = "#--- ";
    std::vector<dsl::PolicyText> files;
    std::string current = name;
    for (;;) {
        std::size_t next = text.find(mark);
        while (next != std::string_view::npos && next > 0 && text[next - 1] != '\n') next = text.find(mark, next + 1);
        files.push_back({current, std::string(text.substr(0, next)), false});
        if (next == std::string_view::npos) return files;
        text.remove_prefix(next + mark.size());
        const std::size_t end = text.find('\n');
        current = std::string(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
}

// Mistakes that only show when rules, profiles and parameters of all packages come together.
Diagnostics link_each_profile(const std::vector<std::shared_ptr<const Unit>>& units) {
    Diagnostics all;
    for (const auto& unit : units) {
        for (const Profile& profile : unit->profiles) {
            LinkOptions options;
            options.profile = profile.name;
            for (Diagnostic& diagnostic : link(units, options).diagnostics) all.push_back(std::move(diagnostic));
        }
    }
    sort_diagnostics(all);
    return all;
}

Diagnostics diagnose(std::string_view code, const std::string& name, std::string text) {
    if (code < "E02") return dsl::parse(std::make_shared<Source>(name, std::move(text))).diagnostics;
    const dsl::Compiled compiled = dsl::compile(files_of(name, text));
    if (code < "E06" || has_errors(compiled.diagnostics)) return compiled.diagnostics;
    return link_each_profile(compiled.units);
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
        const Diagnostics diagnostics = diagnose(name, name, test::read_file(policy));
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
        if (!wrong.empty()) CHECK(shows(diagnose(entry.code, "page.scant", wrong), entry.code));
        if (!right.empty()) CHECK(rendered(diagnose(entry.code, "page.scant", right)).empty());
    }
}
