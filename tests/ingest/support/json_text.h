// A JSON value as written, decoded: what a person would say that it says.
#pragma once

#include <string>
#include <string_view>

namespace scantling::test {

// Of a string its text; of anything else the text itself. Empty where it is no JSON.
[[nodiscard]] std::string decoded_json(std::string_view written);

}  // namespace scantling::test
