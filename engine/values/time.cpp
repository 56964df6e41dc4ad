// Times between RFC 3339 text and microseconds. Calendar arithmetic is Howard Hinnant's days_from_civil and its inverse.
#include "engine/values/time.h"

#include <array>
#include <limits>

#include "engine/values/arithmetic.h"
#include "engine/values/ascii.h"

namespace scantling {

namespace {

constexpr std::int64_t micros_per_second = 1'000'000;
constexpr std::int64_t micros_per_day = 86'400 * micros_per_second;

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    const std::int64_t quotient = a / b;
    return a % b < 0 ? quotient - 1 : quotient;
}

std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = floor_divide(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146'097 + day_of_era - 719'468;
}

struct Civil {
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
};

Civil civil_from_days(std::int64_t days) {
    days += 719'468;
    const std::int64_t era = floor_divide(days, 146'097);
    const std::int64_t day_of_era = days - era * 146'097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted = (5 * day_of_year + 2) / 153;
    const std::int64_t month = shifted + (shifted < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
    constexpr std::array<std::int64_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// A cursor that takes pieces off the front; each step says whether it was there.
class Pieces {
  public:
    explicit Pieces(std::string_view text) : text_(text) {}

    bool number(std::size_t digits, std::int64_t& value) {
        if (text_.size() < digits || !ascii::all_of(text_.substr(0, digits), ascii::is_digit)) return false;
        value = 0;
        for (const char c : text_.substr(0, digits)) value = value * 10 + (c - '0');
        text_.remove_prefix(digits);
        return true;
    }
    bool one_of(std::string_view characters) {
        if (text_.empty() || characters.find(text_.front()) == std::string_view::npos) return false;
        text_.remove_prefix(1);
        return true;
    }
    bool fraction(std::int64_t& micros) {
        std::int64_t unit = micros_per_second / 10;
        std::size_t digits = 0;
        micros = 0;
        for (; digits < text_.size() && ascii::is_digit(text_[digits]); ++digits) {
            micros += (text_[digits] - '0') * unit;
            unit /= 10;
        }
        text_.remove_prefix(digits);
        return digits > 0;
    }
    [[nodiscard]] bool next_is(char c) const { return !text_.empty() && text_.front() == c; }
    [[nodiscard]] bool done() const { return text_.empty(); }

  private:
    std::string_view text_;
};

struct Manner {
    bool literal = false;  // Scant's spelling and nothing else
};

bool read_date(Pieces& pieces, std::int64_t& days) {
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
    if (!pieces.number(4, year) || !pieces.one_of("-") || !pieces.number(2, month) || !pieces.one_of("-") || !pieces.number(2, day))
        return false;
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return false;
    days = days_from_civil(year, month, day);
    return true;
}

bool read_time_of_day(Pieces& pieces, Manner manner, std::int64_t& micros) {
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t second = 0;
    std::int64_t fraction = 0;
    if (!pieces.number(2, hour) || !pieces.one_of(":") || !pieces.number(2, minute)) return false;
    if (pieces.one_of(":")) {
        if (!pieces.number(2, second)) return false;
        if (!manner.literal && pieces.one_of(".,") && !pieces.fraction(fraction)) return false;
    }
    // A leap second is the first of the next minute.
    if (hour > 23 || minute > 59 || second > 60) return false;
    micros = ((hour * 60 + minute) * 60 + second) * micros_per_second + fraction;
    return true;
}

bool read_zone(Pieces& pieces, Manner manner, std::int64_t& micros) {
    micros = 0;
    if (!manner.literal) pieces.one_of(" ");
    if (pieces.one_of(manner.literal ? "Z" : "Zz")) return pieces.done();
    const std::int64_t sign = pieces.next_is('-') ? -1 : 1;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    if (!pieces.one_of("+-") || !pieces.number(2, hours)) return false;
    const bool colon = pieces.one_of(":");
    if (!colon && manner.literal) return false;
    if (!pieces.number(2, minutes) || hours > 23 || minutes > 59) return false;
    micros = sign * (hours * 60 + minutes) * 60 * micros_per_second;
    return pieces.done();
}

std::optional<std::int64_t> parse(std::string_view text, Manner manner) {
    Pieces pieces(text);
    std::int64_t days = 0;
    if (!read_date(pieces, days)) return std::nullopt;
    if (pieces.done()) return days * micros_per_day;
    std::int64_t of_day = 0;
    std::int64_t offset = 0;
    if (!pieces.one_of(manner.literal ? "T" : "Tt ") || !read_time_of_day(pieces, manner, of_day) || !read_zone(pieces, manner, offset)) {
        return std::nullopt;
    }
    return days * micros_per_day + of_day - offset;
}

void append_padded(std::string& to, std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) to.append(width - digits.size(), '0');
    to += digits;
}

}  // namespace

std::optional<std::int64_t> parse_time(std::string_view text) { return parse(ascii::trim(text), {false}); }

std::optional<std::int64_t> parse_time_literal(std::string_view text) { return parse(text, {true}); }

bool is_absent_time(std::string_view text) {
    if (ascii::trim(text).empty()) return true;
    const std::optional<std::int64_t> time = parse_time(text);
    return time && *time == days_from_civil(1, 1, 1) * micros_per_day;
}

std::string print_time(std::int64_t micros) {
    const std::int64_t days = floor_divide(micros, micros_per_day);
    // Not `micros - days * micros_per_day`: the earliest day that 64 bits hold begins before they do.
    const std::int64_t of_day = (micros % micros_per_day + micros_per_day) % micros_per_day;
    const Civil date = civil_from_days(days);
    const std::int64_t seconds = of_day / micros_per_second;
    std::string result = date.year < 0 ? "-" : "";
    append_padded(result, date.year < 0 ? -date.year : date.year, 4);
    const auto part = [&result](char separator, std::int64_t value) {
        result.push_back(separator);
        append_padded(result, value, 2);
    };
    part('-', date.month);
    part('-', date.day);
    part('T', seconds / 3600);
    part(':', seconds / 60 % 60);
    part(':', seconds % 60);
    if (const std::int64_t fraction = of_day % micros_per_second; fraction != 0) {
        result.push_back('.');
        append_padded(result, fraction, 6);
        result.erase(result.find_last_not_of('0') + 1);
    }
    return result + "Z";
}

std::optional<std::int64_t> time_from_unix_seconds(std::int64_t seconds) { return checked_multiply(seconds, micros_per_second); }

Weekday weekday_of(std::int64_t micros) {
    const std::int64_t days = floor_divide(micros, micros_per_day) + 3;  // 1970-01-01 was a Thursday
    return static_cast<Weekday>(days - floor_divide(days, 7) * 7);
}

std::int64_t start_of_day(std::int64_t micros) {
    const std::int64_t of_day = micros % micros_per_day;
    const std::int64_t since = of_day < 0 ? of_day + micros_per_day : of_day;
    // The first, partial day that 64 bits hold begins before they do.
    return micros < std::numeric_limits<std::int64_t>::min() + since ? std::numeric_limits<std::int64_t>::min() : micros - since;
}

}  // namespace scantling
