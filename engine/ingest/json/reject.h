// Why, and where, a text is not a JSON document.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/source.h"

namespace scantling {

struct JsonFault {
    std::string_view code;  // of the input error catalogue
    std::string message;
    std::string label;
    Span span;  // of the whole text
};

// `text` was refused by the fast parser, which gave `reason`. Linear, no recursion; a byte order mark is passed over.
[[nodiscard]] JsonFault explain_json_fault(std::string_view text, std::string_view reason);

}  // namespace scantling
