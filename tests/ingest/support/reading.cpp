// Editing with nlohmann, so that what is tested does not write its own exam.
#include "tests/ingest/support/reading.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/ingest/support/cells.h"
#include "tests/ingest/support/json_text.h"

namespace scantling::test {

namespace {

nlohmann::ordered_json replacement(Edit edit) {
    switch (edit) {
        case Edit::empty_array:
            return nlohmann::ordered_json::array();
        case Edit::empty_string:
            return "";
        case Edit::boolean:
            return true;
        case Edit::integer:
            return 7;
        case Edit::string:
            return "text";
        case Edit::array:
            return nlohmann::ordered_json::array({nlohmann::ordered_json::array()});
        case Edit::object:
            return nlohmann::ordered_json{{"k", nlohmann::ordered_json::array()}};
        default:
            return nullptr;
    }
}

}  // namespace

std::string decoded_json(std::string_view written) {
    if (written.empty() || written.front() != '"') return std::string(written);
    const auto value = nlohmann::json::parse(written, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

ReadFacts read_facts(const std::string& name, const std::string& text) {
    Builder builder;
    ReadFacts out;
    out.result = read_document(builder, name, text);
    Assignment assignment;
    assignment.subject.assign(builder.fragments(), no_row);
    for (const Fragment& fragment : out.result.fragments) assignment.subject[fragment.row] = assignment.subjects++;
    out.facts = builder.freeze(assignment);
    return out;
}

std::string edited(const std::string& json, const std::string& pointer, Edit edit) {
    auto document = nlohmann::ordered_json::parse(json);
    const nlohmann::ordered_json::json_pointer at(pointer);
    REQUIRE(document.contains(at));
    if (edit != Edit::remove) {
        document[at] = replacement(edit);
        return document.dump();
    }
    auto& parent = document[at.parent_pointer()];
    if (parent.is_array()) {
        parent.erase(parent.begin() + std::stoi(at.back()));
    } else {
        parent.erase(at.back());
    }
    return document.dump();
}

void check_missing_keys(const std::string& json, const std::vector<MissingKey>& keys) {
    for (const MissingKey& key : keys) {
        for (const Edit way : key.ways) {
            CAPTURE(key.pointer, key.path, static_cast<int>(way));
            const ReadFacts read = read_facts("d.json", edited(json, key.pointer, way));
            REQUIRE(read.result.accepted);
            CHECK(cell(*read.facts, 0, key.path) == key.expected);
        }
    }
}

void check_wrong_types(const std::string& json, const std::vector<TypedKey>& keys) {
    for (const TypedKey& key : keys) {
        for (const Edit type : {Edit::boolean, Edit::integer, Edit::string, Edit::array, Edit::object}) {
            if (std::find(key.accepted.begin(), key.accepted.end(), type) != key.accepted.end()) continue;
            CAPTURE(key.pointer, static_cast<int>(type));
            const std::string text = edited(json, key.pointer, type);
            const ReadFacts read = read_facts("d.json", text);
            CHECK_FALSE(read.result.accepted);
            CHECK(read.result.partial);
            CHECK(read.facts->subjects() == 0);
            REQUIRE_FALSE(read.result.diagnostics.empty());
            const Diagnostic& first = read.result.diagnostics.front();
            CHECK(first.code == "I0111");
            CHECK(first.span.size() > 0);
            CHECK(first.span.begin > 0);
        }
    }
}

void check_bad_bytes(const std::string& name, const std::string& text) {
    for (std::size_t size = 0; size + 1 < text.size(); ++size) {
        CAPTURE(size);
        const ReadFacts read = read_facts(name, text.substr(0, size));
        CHECK((!read.result.accepted || read.result.partial));
        CHECK_FALSE(read.result.diagnostics.empty());
    }
    for (const std::string& broken :
         {text + "}", text + " x", text + std::string(1, '\0'), "\xFF" + text, text.substr(0, 3) + "\xFE" + text.substr(3),
          std::string(100000, '[') + text, text.substr(0, 1) + std::string(1, '\0') + text.substr(1)}) {
        const ReadFacts read = read_facts(name, broken);
        CHECK((!read.result.accepted || read.result.partial));
        REQUIRE_FALSE(read.result.diagnostics.empty());
        for (const Diagnostic& diagnostic : read.result.diagnostics) CHECK(render(diagnostic).size() < 4000);
    }
}

}  // namespace scantling::test
