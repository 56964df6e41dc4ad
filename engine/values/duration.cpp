// Durations in Scant's and in Go's spelling. Fractions go through 128 bits, so that `1.5h` is exact and a long text cannot wrap.
#include "engine/values/duration.h"

#include <array>
#include <limits>

#include "engine/values/arithmetic.h"
#include "engine/values/ascii.h"
#include "engine/values/decimal.h"

namespace scantling {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t micros;
};
constexpr std::array<Unit, 5> scant_units = {
    {{"w", duration_week}, {"d", duration_day}, {"h", duration_hour}, {"m", duration_minute}, {"s", duration_second}}};

struct GoUnit {
    std::string_view name;
    std::int64_t nanoseconds;
};
// Longest first among those that share a beginning.
constexpr std::array<GoUnit, 8> go_units = {{{"ns", 1},
                                             {"us", 1'000},
                                             {"\xC2\xB5s", 1'000},
                                             {"\xCE\xBCs", 1'000},
                                             {"ms", 1'000'000},
                                             {"s", 1'000'000'000},
                                             {"m", 60'000'000'000},
                                             {"h", 3'600'000'000'000}}};
constexpr Wide go_limit = Wide{std::numeric_limits<std::int64_t>::max()};  // nanoseconds, as in Go

std::optional<std::int64_t> unsigned_number(std::string_view digits) {
    if (digits.empty()) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : digits) {
        if (!ascii::is_digit(c)) return std::nullopt;
        const std::optional<std::int64_t> shifted = checked_multiply(value, 10);
        const std::optional<std::int64_t> next = shifted ? checked_add(*shifted, c - '0') : std::nullopt;
        if (!next) return std::nullopt;
        value = *next;
    }
    return value;
}

// One `digits[.digits]unit` in nanoseconds off the front; empty where there is none.
std::optional<Wide> go_piece(std::string_view& text) {
    Wide whole = 0;
    std::size_t digits = 0;
    std::size_t at = 0;
    for (; at < text.size() && ascii::is_digit(text[at]); ++at, ++digits) {
        whole = whole * 10 + (text[at] - '0');
        if (whole > go_limit) return std::nullopt;
    }
    Wide fraction = 0;
    Wide scale = 1;
    if (at < text.size() && text[at] == '.') {
        for (++at; at < text.size() && ascii::is_digit(text[at]); ++at, ++digits) {
            if (scale > 1'000'000'000'000'000) continue;
            fraction = fraction * 10 + (text[at] - '0');
            scale *= 10;
        }
    }
    if (digits == 0) return std::nullopt;
    text.remove_prefix(at);
    for (const GoUnit& unit : go_units) {
        if (!text.starts_with(unit.name)) continue;
        text.remove_prefix(unit.name.size());
        return whole * unit.nanoseconds + fraction * unit.nanoseconds / scale;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parse_duration(std::string_view text) {
    for (const Unit& unit : scant_units) {
        if (!text.ends_with(unit.name)) continue;
        const std::optional<std::int64_t> number = unsigned_number(text.substr(0, text.size() - unit.name.size()));
        return number ? checked_multiply(*number, unit.micros) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::int64_t> parse_go_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (text == "0") return 0;
    if (text.empty()) return std::nullopt;
    Wide nanoseconds = 0;
    while (!text.empty()) {
        const std::optional<Wide> piece = go_piece(text);
        if (!piece) return std::nullopt;
        nanoseconds += *piece;
        if (nanoseconds > go_limit) return std::nullopt;
    }
    const auto micros = static_cast<std::int64_t>(nanoseconds / 1'000);
    return negative ? -micros : micros;
}

std::int64_t duration_from_nanoseconds(std::int64_t nanoseconds) { return nanoseconds / 1'000; }

std::string print_duration(std::int64_t micros) {
    if (micros == 0) return "0s";
    for (const Unit& unit : scant_units) {
        if (micros % unit.micros == 0) return std::to_string(micros / unit.micros) + std::string(unit.name);
    }
    return print_decimal(micros) + "s";  // microseconds are millionths of a second
}

std::int64_t days_of(std::int64_t micros) { return micros / duration_day; }

}  // namespace scantling
