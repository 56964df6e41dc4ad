// What a text of a document says: the few ways in which a cell may differ from the text at its place.
//
// Each is a function from what is written to the values that it may stand for, and knows nothing of the reader that claims the place. A
// cell is audited where one of them gives its value; "somewhere in that text" is none of them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "engine/schema/types.h"

namespace scantling::test {

// Values that a Dockerfile gives to a name, wherever.
using KnownValues = std::map<std::string, std::set<std::string>, std::less<>>;

struct Written {
    std::string_view raw;  // the bytes at the place
    std::string key;       // of JSON: the name of the member that it is, decoded
    bool is_json = false;
    std::string_view document;               // of JSON: all bytes, where the place is the whole document; else empty
    char escape = '\\';                      // of a Dockerfile
    const KnownValues* variables = nullptr;  // of a Dockerfile
};

// The name of the way in which the text says the value; null where it does not.
[[nodiscard]] const char* says_text(const Written& written, std::string_view value);
[[nodiscard]] const char* says_number(const Written& written, TypeKind kind, std::int64_t value);
}  // namespace scantling::test
