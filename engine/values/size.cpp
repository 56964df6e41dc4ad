// Sizes in Scant's and in Docker's spelling.
#include "engine/values/size.h"

#include <array>

#include "engine/values/arithmetic.h"
#include "engine/values/ascii.h"
#include "engine/values/decimal.h"

namespace scantling {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t bytes;
};
// Largest first, so that the first exact unit has the smallest number.
constexpr std::array<Unit, 9> units = {{{"TiB", 1LL << 40},
                                        {"TB", 1'000'000'000'000},
                                        {"GiB", 1LL << 30},
                                        {"GB", 1'000'000'000},
                                        {"MiB", 1LL << 20},
                                        {"MB", 1'000'000},
                                        {"KiB", 1LL << 10},
                                        {"kB", 1'000},
                                        {"B", 1}}};

}  // namespace

std::optional<std::int64_t> parse_size(std::string_view text) {
    std::size_t at = 0;
    std::int64_t number = 0;
    for (; at < text.size() && ascii::is_digit(text[at]); ++at) {
        const std::optional<std::int64_t> shifted = checked_multiply(number, 10);
        const std::optional<std::int64_t> next = shifted ? checked_add(*shifted, text[at] - '0') : std::nullopt;
        if (!next) return std::nullopt;
        number = *next;
    }
    if (at == 0) return std::nullopt;
    for (const Unit& unit : units) {
        if (text.substr(at) == unit.name) return checked_multiply(number, unit.bytes);
    }
    return std::nullopt;
}

std::optional<std::int64_t> parse_docker_size(std::string_view text) {
    const std::size_t end = text.find_first_not_of("0123456789.");
    const std::optional<ParsedDecimal> number = parse_decimal(text.substr(0, end));
    if (!number) return std::nullopt;
    std::string suffix = ascii::lower(end == std::string_view::npos ? std::string_view() : text.substr(end));
    if (suffix.starts_with(' ')) suffix.erase(0, 1);
    constexpr std::string_view prefixes = "kmgtp";
    std::int64_t unit = 1;
    if (!suffix.empty() && suffix.front() != 'b') {
        const std::size_t power = prefixes.find(suffix.front());
        if (power == std::string_view::npos) return std::nullopt;
        unit = std::int64_t{1} << (10 * (power + 1));
        suffix.erase(0, 1);
        if (suffix != "" && suffix != "b" && suffix != "ib") return std::nullopt;
    } else if (suffix != "" && suffix != "b") {
        return std::nullopt;
    }
    const Wide bytes = Wide{number->millionths} * unit / decimal_one;
    if (bytes > INT64_MAX) return std::nullopt;
    return static_cast<std::int64_t>(bytes);
}

std::string print_size(std::int64_t bytes) {
    if (bytes == 0) return "0B";
    for (const Unit& unit : units) {
        if (bytes % unit.bytes == 0) return std::to_string(bytes / unit.bytes) + std::string(unit.name);
    }
    return std::to_string(bytes) + "B";
}

}  // namespace scantling
