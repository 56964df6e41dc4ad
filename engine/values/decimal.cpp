// Decimals between text and millionths. Digits are collected as an integer and a power of ten, so that no binary fraction
// is ever in between: 9.8 is 9800000 and nothing near it.
#include "engine/values/decimal.h"

#include <limits>

#include "engine/values/arithmetic.h"
#include "engine/values/ascii.h"

namespace scantling {

namespace {

constexpr int largest_exponent = 400;  // beyond a double's; a longer one is a number nobody wrote in earnest

struct Digits {
    std::string text;  // without sign, point and leading zeros
    int power = 0;     // value = text * 10^power
    bool negative = false;
};

// Takes an exponent off the end of the text's rest; false where it is malformed.
bool read_exponent(std::string_view rest, int& power) {
    if (rest.empty()) return true;
    if (rest.front() != 'e' && rest.front() != 'E') return false;
    rest.remove_prefix(1);
    const bool negative = !rest.empty() && rest.front() == '-';
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+')) rest.remove_prefix(1);
    if (rest.empty() || !ascii::all_of(rest, ascii::is_digit)) return false;
    int exponent = 0;
    for (const char c : rest) {
        exponent = exponent * 10 + (c - '0');
        if (exponent > largest_exponent) return false;
    }
    power += negative ? -exponent : exponent;
    return true;
}

std::optional<Digits> read_digits(std::string_view text) {
    Digits digits;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        digits.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    std::size_t at = 0;
    while (at < text.size() && ascii::is_digit(text[at])) digits.text.push_back(text[at++]);
    if (at == 0) return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        const std::size_t begin = ++at;
        while (at < text.size() && ascii::is_digit(text[at])) digits.text.push_back(text[at++]);
        if (at == begin) return std::nullopt;
        digits.power = begin + static_cast<std::size_t>(largest_exponent) < at ? -largest_exponent : -static_cast<int>(at - begin);
        if (digits.power == -largest_exponent)
            digits.text.resize(digits.text.size() - (at - begin - static_cast<std::size_t>(largest_exponent)));
    }
    if (!read_exponent(text.substr(at), digits.power)) return std::nullopt;
    digits.text.erase(0, digits.text.find_first_not_of('0'));
    return digits;
}

}  // namespace

std::optional<ParsedDecimal> parse_decimal(std::string_view text) {
    std::optional<Digits> digits = read_digits(text);
    if (!digits) return std::nullopt;
    int power = digits->power + 6;
    ParsedDecimal result;
    bool round_up = false;
    while (power < 0 && !digits->text.empty()) {
        const char dropped = digits->text.back();
        if (dropped != '0') result.exact = false;
        round_up = dropped >= '5';
        digits->text.pop_back();
        ++power;
    }
    if (power < 0) round_up = false;
    Wide value = 0;
    const auto take = [&value](int digit) {
        value = value * 10 + digit;
        return value <= Wide{std::numeric_limits<std::int64_t>::max()} + 1;
    };
    for (const char c : digits->text) {
        if (!take(c - '0')) return std::nullopt;
    }
    for (; power > 0 && value != 0; --power) {
        if (!take(0)) return std::nullopt;
    }
    if (round_up) ++value;
    if (digits->negative) value = -value;
    if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    result.millionths = static_cast<std::int64_t>(value);
    return result;
}

std::string print_decimal(std::int64_t millionths) {
    const std::uint64_t magnitude = millionths < 0 ? 0 - static_cast<std::uint64_t>(millionths) : static_cast<std::uint64_t>(millionths);
    std::string result = millionths < 0 ? "-" : "";
    result += std::to_string(magnitude / static_cast<std::uint64_t>(decimal_one));
    const std::uint64_t fraction = magnitude % static_cast<std::uint64_t>(decimal_one);
    if (fraction == 0) return result;
    std::string places = std::to_string(fraction);
    places.insert(0, 6 - places.size(), '0');
    places.erase(places.find_last_not_of('0') + 1);
    return result + "." + places;
}

std::optional<std::int64_t> decimal_from_int(std::int64_t value) { return checked_multiply(value, decimal_one); }

std::optional<std::int64_t> multiply_decimals(std::int64_t a, std::int64_t b) {
    const Wide product = Wide{a} * Wide{b};
    const Wide half = product < 0 ? -Wide{decimal_one / 2} : Wide{decimal_one / 2};
    const Wide result = (product + half) / Wide{decimal_one};
    if (result > std::numeric_limits<std::int64_t>::max() || result < std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return static_cast<std::int64_t>(result);
}

}  // namespace scantling
