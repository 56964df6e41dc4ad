// The state audit: docs/reference/facts.md is read as a table of tests. Of a document that has every mapped key, each is left out, set to
// null and emptied; the cells that it feeds have to become what the table says. A value of any other JSON type is a located error.
//
// The table cannot be too short: every key that a reader's source names has a row.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/corpus/sources.h"
#include "tests/ingest/support/cells.h"
#include "tests/places.h"

using namespace scantling;
using namespace scantling::test;
using Json = nlohmann::ordered_json;

namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return text;
}

// A table of the reference: the document that it speaks of, and its lines without their code marks.
struct StateTable {
    std::string document;
    std::string root;  // pointer of the object that the keys stand in
    std::vector<std::vector<std::string>> rows;
};

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line.substr(1));
    std::string cell;
    while (std::getline(in, cell, '|')) {
        const std::size_t begin = cell.find_first_not_of(' ');
        cell = begin == std::string::npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') + 1 - begin);
        cells.push_back(replaced(cell, "`", ""));
    }
    return cells;
}

// Tables behind a mark `<!-- states: FILE -->` or `<!-- states: FILE at POINTER -->`.
std::vector<StateTable> state_tables() {
    std::vector<StateTable> out;
    std::istringstream in(read_file(source_dir() / "docs/reference/facts.md"));
    std::string line;
    bool marked = false;
    const std::regex mark("<!-- states: (\\S+)( at (\\S+))? -->");
    std::smatch found;
    while (std::getline(in, line)) {
        if (std::regex_match(line, found, mark)) {
            out.push_back({found[1], found[3], {}});
            marked = true;
        } else if (marked && !line.empty() && line.front() == '|') {
            out.back().rows.push_back(cells_of(line));
        } else if (!line.empty()) {
            marked = false;
        }
    }
    for (StateTable& table : out) {
        REQUIRE(table.rows.size() > 2);
        table.rows.erase(table.rows.begin(), table.rows.begin() + 2);  // its head
    }
    return out;
}

std::string document_text(const StateTable& table) { return read_file(source_dir() / "tests/corpus/full" / table.document); }

// `a.b[].c[1]` as a JSON pointer; `[]` is the first element.
std::string pointer_of_key(const StateTable& table, const std::string& key) {
    std::string out = table.root;
    std::string step;
    for (const char c : key + ".") {
        if (c == '.' || c == '[') {
            if (!step.empty()) out += "/" + replaced(replaced(step, "~", "~0"), "/", "~1");
            step.clear();
        } else if (c == ']') {
            out += "/" + (step.empty() ? "0" : step);
            step.clear();
        } else {
            step += c;
        }
    }
    return out;
}

// A cell in the words of the reference.
std::string told(const Facts& facts, const std::string& field) {
    const std::string path = replaced(field, "[]", "[0]");
    std::string text = replaced(replaced(cell(facts, 0, path), "unknown (not_supplied)", "not supplied: " + part_of(facts, 0, path)),
                                "unknown (not_stated)", "not stated");
    for (const char* state : {"unresolved", "unreadable", "incomplete"})
        text = replaced(text, "unknown (" + std::string(state) + ")", state);
    return text.empty() ? "\"\"" : text;
}

std::string told_of(const std::string& name, const std::string& text, const std::string& field) {
    const Assembled read = assembled(name, text);
    if (!read.result.accepted) return "refused";
    return read.facts ? told(*read.facts, field) : "no facts";
}

enum class Edit : std::uint8_t { remove, null, empty };

std::string changed(const std::string& text, const std::string& pointer, Edit edit) {
    Json document = Json::parse(text);
    const Json::json_pointer at(pointer);
    REQUIRE(document.contains(at));
    Json& value = document[at];
    if (edit == Edit::null) value = nullptr;
    if (edit == Edit::empty) value = value.is_array() ? Json::array() : value.is_object() ? Json::object() : Json("");
    if (edit == Edit::remove) document[at.parent_pointer()].erase(at.back());
    return document.dump();
}

struct Typed {
    const char* name;
    Json value;
};
const std::vector<Typed>& values_of_each_type() {
    static const std::vector<Typed> all = {{"string", "text"}, {"integer", 7},           {"number", 7.5},
                                           {"boolean", true},  {"array", Json::array()}, {"object", Json::object()}};
    return all;
}

bool allows(const std::string& types, const std::string& type) {
    return types == "any" || (" " + replaced(types, ",", " ") + " ").find(" " + type + " ") != std::string::npos ||
           (type == "integer" && allows(types, "number"));
}

// Every other type is refused, and the error points at the value.
std::size_t check_types(const StateTable& table, const std::string& text, const std::string& pointer, const std::string& types) {
    std::size_t refused = 0;
    for (const Typed& one : values_of_each_type()) {
        if (allows(types, one.name)) continue;
        Json document = Json::parse(text);
        document[Json::json_pointer(pointer)] = one.value;
        const std::string bytes = document.dump();
        const Assembled read = assembled(table.document, bytes);
        CAPTURE(one.name);
        CHECK_FALSE(read.result.accepted);
        if (read.result.accepted) continue;
        const Diagnostic& first = read.result.diagnostics.front();
        CHECK(first.code == "I0111");
        CHECK(bytes.substr(first.span.begin, first.span.size()) == one.value.dump());
        ++refused;
    }
    return refused;
}

struct Counts {
    std::size_t keys = 0;
    std::size_t edits = 0;
    std::size_t refused = 0;
};

// One line: key, types (of the key's first line), field, left out, null, empty. `–`: that does not exist.
void check_row(const StateTable& table, const std::string& text, const std::string& key, const std::vector<std::string>& row,
               Counts& counts) {
    const std::string pointer = pointer_of_key(table, key);
    const std::string& field = row[2];
    CAPTURE(table.document, key, field);
    const std::string whole = told_of(table.document, text, field);
    bool matters = false;
    for (const auto& [edit, expected] : {std::pair(Edit::remove, row[3]), std::pair(Edit::null, row[4]), std::pair(Edit::empty, row[5])}) {
        if (expected == "–") continue;
        CAPTURE(static_cast<int>(edit));
        const std::string became = told_of(table.document, changed(text, pointer, edit), field);
        CHECK(became == expected);
        matters = matters || became != whole;
        ++counts.edits;
    }
    CAPTURE(whole);
    CHECK(matters);  // else the field is not fed by the key, and the line says nothing
}

// Keys of the readers below a folder of engine/ingest, as their sources list them.
std::set<std::string> mapped_keys(const std::vector<std::string>& folders) {
    std::set<std::string> keys;
    const std::regex list("JsonKeys \\w+\\{([^}]*)\\}");
    const std::regex quoted("\"([^\"]+)\"");
    for (const std::string& folder : folders) {
        for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "engine/ingest" / folder)) {
            if (entry.path().extension() != ".cpp") continue;
            const std::string text = read_file(entry.path());
            for (std::sregex_iterator at(text.begin(), text.end(), list), end; at != end; ++at) {
                const std::string names = (*at)[1];
                for (std::sregex_iterator name(names.begin(), names.end(), quoted); name != end; ++name) keys.insert((*name)[1]);
            }
        }
    }
    return keys;
}

}  // namespace

TEST_CASE("states: each mapped key missing, null and empty becomes what the reference says", "[corpus]") {
    Counts counts;
    for (const StateTable& table : state_tables()) {
        if (table.document == "Dockerfile") continue;
        const std::string text = document_text(table);
        REQUIRE(assembled(table.document, text).result.accepted);
        std::string key;
        for (const std::vector<std::string>& row : table.rows) {
            REQUIRE(row.size() == 6);
            if (!row[0].empty()) {
                key = row[0];
                ++counts.keys;
                CAPTURE(table.document, key);
                counts.refused += check_types(table, text, pointer_of_key(table, key), row[1]);
            }
            if (!row[2].empty()) check_row(table, text, key, row, counts);
        }
    }
    std::printf(
        "states: %zu keys, %zu times left out, null or empty as the reference says, %zu values of a wrong type refused at their place\n",
        counts.keys, counts.edits, counts.refused);
    CHECK(counts.keys > 200);
}

TEST_CASE("states: the reference has every key that a reader maps", "[corpus]") {
    const std::map<std::string, std::vector<std::string>> folders = {
        {"cyclonedx", {"sbom"}}, {"trivy", {"vulnerabilities"}}, {"container", {"runtime"}}, {"image", {"image", "shared"}}};
    for (const auto& [word, names] : folders) {
        std::set<std::string> listed;
        for (const StateTable& table : state_tables()) {
            if (table.document.find(word) == std::string::npos) continue;
            for (const std::vector<std::string>& row : table.rows) {
                const std::size_t dot = row[0].rfind('.');
                if (!row[0].empty()) listed.insert(dot == std::string::npos ? row[0] : row[0].substr(dot + 1));
            }
        }
        for (const std::string& key : mapped_keys(names)) {
            CAPTURE(word, key);
            CHECK(listed.count(key) == 1);
        }
    }
}

// Of a Dockerfile: what becomes of a field where a piece of the text is left out, over an image and over scratch.
TEST_CASE("states: each instruction that is missing becomes what the reference says", "[corpus]") {
    std::size_t edits = 0;
    for (const StateTable& table : state_tables()) {
        if (table.document != "Dockerfile") continue;
        const std::string text = document_text(table);
        const std::regex base("registry.example/base\\S*");
        std::string piece;
        for (const std::vector<std::string>& row : table.rows) {
            REQUIRE(row.size() == 4);
            if (!row[0].empty()) piece = row[0];
            CAPTURE(piece, row[1]);
            const std::size_t at = text.find(piece);
            REQUIRE(at != std::string::npos);
            REQUIRE(text.find(piece, at + 1) == std::string::npos);
            const std::string without = text.substr(0, at) + text.substr(at + piece.size());
            const std::string whole = told_of("Dockerfile", text, row[1]);
            bool matters = false;
            for (const auto& [edited, expected] :
                 {std::pair(without, row[2]), std::pair(std::regex_replace(without, base, "scratch"), row[3])}) {
                if (expected == "–") continue;
                const std::string became = told_of("Dockerfile", edited, row[1]);
                CHECK(became == expected);
                matters = matters || became != whole;
                ++edits;
            }
            CHECK(matters);
        }
    }
    std::printf("states: Dockerfile, %zu times without an instruction or a piece of one as the reference says\n", edits);
    CHECK(edits > 40);
}
