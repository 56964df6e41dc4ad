// Decimals: scores and shares, exact to six places. A decimal is a std::int64_t that counts millionths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scantling {

inline constexpr std::int64_t decimal_one = 1'000'000;

// Digits with an optional sign, fraction and exponent (a JSON number, a Scant literal). `exact` is false where places past
// the sixth were rounded (half away from zero): an error in policy text, fine in a document.
struct ParsedDecimal {
    std::int64_t millionths = 0;
    bool exact = true;
};
[[nodiscard]] std::optional<ParsedDecimal> parse_decimal(std::string_view text);

// Shortest: `9.8`, `7`, `-0.000001`.
[[nodiscard]] std::string print_decimal(std::int64_t millionths);

// `int` widens to decimal; empty on overflow.
[[nodiscard]] std::optional<std::int64_t> decimal_from_int(std::int64_t value);
// Rounded half away from zero to six places; empty on overflow.
[[nodiscard]] std::optional<std::int64_t> multiply_decimals(std::int64_t a, std::int64_t b);

}  // namespace scantling
