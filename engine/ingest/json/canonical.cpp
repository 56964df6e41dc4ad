// Free-form objects of a document become facts as canonical JSON, so that two spellings of one value compare equal.
#include "engine/ingest/json/canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace scantling {

namespace {

namespace dom = simdjson::dom;

template <typename Number>
void write_number(JsonWriter& to, Number value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    to.raw(std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())));
}

void write_object(JsonWriter& to, const dom::object& object) {
    std::vector<std::pair<std::string_view, dom::element>> members;
    for (const dom::key_value_pair member : object) members.emplace_back(member.key, member.value);
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    // Of a repeated key the first counts, as for a reader that reports it.
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    members.erase(std::unique(members.begin(), members.end(), same), members.end());
    to.begin_object();
    for (const auto& [key, value] : members) {
        to.key(key);
        write_canonical(to, value);
    }
    to.end_object();
}

void write_array(JsonWriter& to, const dom::array& array) {
    to.begin_array();
    for (const dom::element element : array) write_canonical(to, element);
    to.end_array();
}

}  // namespace

void write_canonical(JsonWriter& to, const dom::element& value) {
    switch (value.type()) {
        case dom::element_type::OBJECT:
            write_object(to, value.get_object().value_unsafe());
            return;
        case dom::element_type::ARRAY:
            write_array(to, value.get_array().value_unsafe());
            return;
        case dom::element_type::STRING:
            to.string(value.get_string().value_unsafe());
            return;
        case dom::element_type::BOOL:
            to.boolean(value.get_bool().value_unsafe());
            return;
        case dom::element_type::INT64:
            write_number(to, value.get_int64().value_unsafe());
            return;
        case dom::element_type::UINT64:
            write_number(to, value.get_uint64().value_unsafe());
            return;
        case dom::element_type::DOUBLE:
            write_number(to, value.get_double().value_unsafe());
            return;
        case dom::element_type::NULL_VALUE:
            to.null();
    }
}

}  // namespace scantling
