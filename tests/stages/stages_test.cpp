// Each stage of the syntax as text beside its input: NAME.scant, NAME.tokens.txt, NAME.tree.txt, NAME.errors.txt.
#include <algorithm>
#include <filesystem>

#include "dsl/syntax/lexer.h"
#include "dsl/syntax/parse.h"
#include "dsl/syntax/print.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

namespace {

std::string tokens_of(const std::shared_ptr<const Source>& source) {
    Diagnostics ignored;  // parse reports them too
    dsl::Reports reports(source, ignored);
    return dsl::print_tokens(*source, dsl::lex(reports));
}

std::string errors_of(const dsl::Parsed& parsed) {
    std::string out;
    for (const Diagnostic& d : parsed.diagnostics) out += render(d) + "\n";
    return out;
}

}  // namespace

TEST_CASE("tokens, tree and errors of each stage file are as its golden files say", "[stages]") {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(test::source_dir() / "tests/stages/syntax")) {
        if (entry.path().extension() != ".scant") continue;
        ++files;
        const auto source = std::make_shared<Source>(entry.path().filename().string(), test::read_file(entry.path()));
        const dsl::Parsed parsed = dsl::parse(source);
        const auto golden = [&](const char* extension) { return fs::path(entry.path()).replace_extension(extension); };
        CAPTURE(source->name());
        CHECK(test::matches_golden(golden(".tokens.txt"), tokens_of(source)));
        CHECK(test::matches_golden(golden(".tree.txt"), dsl::print_tree(parsed.tree)));
        CHECK(test::matches_golden(golden(".errors.txt"), errors_of(parsed)));
    }
    CHECK(files >= 2);
}

TEST_CASE("the tour knows every kind of node", "[stages]") {
    const fs::path path = test::source_dir() / "tests/stages/syntax/tour.scant";
    const dsl::Parsed parsed = dsl::parse(std::make_shared<Source>("tour.scant", test::read_file(path)));
    CHECK(parsed.diagnostics.empty());
    std::vector<bool> seen(static_cast<std::size_t>(dsl::NodeKind::entry) + 1, false);
    for (dsl::NodeId n = 0; n < parsed.tree.size(); ++n) seen[static_cast<std::size_t>(parsed.tree.kind(n))] = true;
    for (std::size_t kind = 0; kind < seen.size(); ++kind) {
        const auto node_kind = static_cast<dsl::NodeKind>(kind);
        CAPTURE(std::string(dsl::kind_name(node_kind)));
        CHECK((seen[kind] || node_kind == dsl::NodeKind::error));
    }
}

TEST_CASE("the model of facts is read without a mistake", "[stages]") {
    for (const auto& entry : fs::directory_iterator(test::source_dir() / "engine/schema/model")) {
        const dsl::Parsed parsed = dsl::parse(std::make_shared<Source>(entry.path().filename().string(), test::read_file(entry.path())));
        CAPTURE(entry.path().string(), errors_of(parsed));
        CHECK(parsed.diagnostics.empty());
    }
}
