// No two types of ours have one name: the linker would take the constructor of one for the other, without a word, and only where it happens
// not to be inlined. Sources are read as lines, as `includes.cpp` reads them: namespaces open and close in the first column.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/places.h"

namespace {

namespace fs = std::filesystem;
using Places = std::map<std::string, std::vector<std::string>>;  // a full name: the files that define a type of that name

// What the first line of a definition names, outside unnamed namespaces; `struct Outer::Inner {` belongs to Outer.
void add_types(const std::vector<std::string>& lines, const std::string& file, Places& places) {
    static const std::regex opens(R"((?:inline )?namespace ?([\w:]*) ?\{)");
    static const std::regex closes(R"(\} *// (?:inline )?namespace.*)");
    static const std::regex type(R"((?:struct|class|enum class|enum|union) (?:\[\[\w+\]\] )?(\w+)(?: final)?(?: ?: [^;]*)? ?\{.*)");
    std::vector<std::string> inside;
    std::smatch match;
    for (const std::string& line : lines) {
        if (std::regex_match(line, match, opens)) {
            inside.push_back(match[1].length() == 0 ? "unnamed" : match[1].str());
        } else if (std::regex_match(line, closes)) {
            if (!inside.empty()) inside.pop_back();
        } else if (std::regex_match(line, match, type) && std::find(inside.begin(), inside.end(), "unnamed") == inside.end()) {
            std::string name;
            for (const std::string& space : inside) name += space + "::";
            std::vector<std::string>& files = places[name + match[1].str()];
            if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
        }
    }
}

std::vector<std::string> lines_of(std::istream& stream) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string shared_names(const Places& places) {
    std::string text;
    for (const auto& [name, files] : places) {
        if (files.size() < 2) continue;
        text += name + ":";
        for (const std::string& file : files) text += " " + file;
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("no two types of ours have one name", "[architecture]") {
    Places places;
    for (const char* top : {"engine", "dsl", "bindings"}) {
        for (const auto& entry : fs::recursive_directory_iterator(scantling::test::source_dir() / top)) {
            const std::string suffix = entry.path().extension().string();
            if (suffix != ".h" && suffix != ".hpp" && suffix != ".cpp") continue;
            std::ifstream stream(entry.path());
            add_types(lines_of(stream), entry.path().lexically_relative(scantling::test::source_dir()).string(), places);
        }
    }
    CHECK(places.size() > 300);
    CHECK(places.count("scantling::Finding") == 1);
    INFO(shared_names(places));
    CHECK(shared_names(places).empty());
}

TEST_CASE("a planted type of a name that is taken is reported", "[architecture]") {
    Places places;
    add_types({"namespace scantling {", "namespace {", "struct Hidden {", "}  // namespace", "struct Row {", "struct Row::Cell {",
               "class Said;", "enum class Kind : int { a, b };", "}  // namespace scantling"},
              "a.h", places);
    add_types({"namespace scantling {", "namespace {", "struct Hidden {", "}  // namespace", "struct Said {", "}  // namespace scantling",
               "namespace scantling::dsl {", "struct Row {", "}  // namespace scantling::dsl"},
              "b.h", places);
    CHECK(shared_names(places).empty());
    add_types({"namespace scantling {", "class Row final : public Base {", "enum Kind {", "}  // namespace scantling"}, "c.h", places);
    CHECK(shared_names(places) == "scantling::Kind: a.h c.h\nscantling::Row: a.h c.h\n");
}
