// One text through the whole way of reading; and a JSON text with one place of it changed.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/ingest/document.h"

namespace scantling::test {

struct ReadFacts {
    ReadResult result;
    std::shared_ptr<const Facts> facts;  // of one subject for each fragment, in order
};
[[nodiscard]] ReadFacts read_facts(const std::string& name, const std::string& text);

enum class Edit : std::uint8_t { remove, null, empty_array, empty_string, boolean, integer, string, array, object };
// The document with the value at that pointer (RFC 6901) taken away or replaced. Aborts the test where the pointer names nothing.
[[nodiscard]] std::string edited(const std::string& json, const std::string& pointer, Edit edit);

// What a key that is missing becomes: every way of missing is tried, and the cell compared.
struct MissingKey {
    const char* pointer;
    const char* path;
    const char* expected;
    std::vector<Edit> ways = {Edit::remove, Edit::null};
};
void check_missing_keys(const std::string& json, const std::vector<MissingKey>& keys);

// A mapped key of every other type is refused, with the place of the value.
struct TypedKey {
    const char* pointer;
    std::vector<Edit> accepted;  // the types that the format allows there
};
void check_wrong_types(const std::string& json, const std::vector<TypedKey>& keys);

// Nothing that is done to a small document may crash or be accepted in silence: cut off at every byte, keys repeated, bytes that are no
// text.
void check_bad_bytes(const std::string& name, const std::string& text);

}  // namespace scantling::test
