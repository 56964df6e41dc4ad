// Reads vectors. The one test file that knows nlohmann::json; it hands out plain values so that the others compile quickly.
#include "tests/unit/values/vectors.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/places.h"

namespace scantling::test {

namespace {

Json plain(const nlohmann::ordered_json& from) {
    Json to;
    if (from.is_string()) {
        to.kind = Json::Kind::string;
        to.text = from.get<std::string>();
    } else if (from.is_boolean() || from.is_number()) {
        to.kind = from.is_boolean() ? Json::Kind::boolean : Json::Kind::number;
        to.text = from.dump();
    } else if (from.is_array()) {
        to.kind = Json::Kind::array;
        for (const auto& item : from) to.items.push_back(plain(item));
    } else if (from.is_object()) {
        to.kind = Json::Kind::object;
        for (const auto& [key, value] : from.items()) {
            to.names.push_back(key);
            to.items.push_back(plain(value));
        }
    }
    return to;
}

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace

const Json& Json::at(std::string_view key) const {
    static const Json nothing;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == key) return items[i];
    }
    return nothing;
}

std::vector<std::pair<std::string, std::string>> Json::text_fields() const {
    std::vector<std::pair<std::string, std::string>> fields;
    for (std::size_t i = 0; i < names.size(); ++i) fields.emplace_back(names[i], items[i].text);
    return fields;
}

std::string ident_folder() {
    namespace fs = std::filesystem;
    const auto place = shared_dir();
    if (place && fs::is_directory(*place / "corpus" / "ident")) return (*place / "corpus" / "ident").string();
    std::cout << "skipped: no shared corpus (set SCANTLING_SHARED)\n";
    return {};
}

std::vector<Json> read_vectors(const std::string& path) {
    const std::string text = read_file(path);
    std::vector<Json> result;
    if (path.ends_with(".jsonl")) {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty()) result.push_back(plain(nlohmann::ordered_json::parse(line)));
        }
        return result;
    }
    const auto document = nlohmann::ordered_json::parse(text);
    return plain(document.is_array() ? document : document.at("tests")).items;
}

std::vector<std::string> files_in(const std::string& folder, std::string_view ending) {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().string().ends_with(ending)) result.push_back(entry.path().string());
    }
    std::sort(result.begin(), result.end());
    return result;
}

void Tally::add(bool agrees, const std::string& input, const std::string& detail) {
    ++total_;
    if (agrees) ++agreed_;
    if (known_.count(input) != 0) {
        used_[input] += agrees ? 0 : 1;
    } else if (!agrees) {
        unexpected_.push_back(input + (detail.empty() ? "" : "  " + detail));
    }
}

void Tally::excuse(bool agrees, const std::string& reason) {
    ++total_;
    if (agrees) ++agreed_;
    excused_[reason] += agrees ? 0 : 1;
}

void Tally::finish(int most_excused) {
    std::cout << name_ << ": " << agreed_ << " of " << total_ << " vectors agree";
    if (!known_.empty()) std::cout << ", " << known_.size() << " inputs deviate for a listed reason";
    for (const auto& [reason, count] : excused_) std::cout << "\n    " << count << " do not: " << reason;
    std::cout << "\n";
    REQUIRE(total_ > 0);
    int excused = 0;
    for (const auto& [reason, count] : excused_) excused += count;
    CHECK(excused <= most_excused);
    for (std::size_t i = 0; i < unexpected_.size() && i < 25; ++i) UNSCOPED_INFO(unexpected_[i]);
    CHECK(unexpected_.empty());
    for (const auto& [input, reason] : known_) {
        INFO("listed as deviating, but agrees or is not there: " << input << " (" << reason << ")");
        CHECK(used_[input] > 0);
    }
}

}  // namespace scantling::test
