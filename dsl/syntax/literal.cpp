// Decodes literals. Numbers are decoded digit by digit with checked arithmetic, because a literal that wraps would be a wrong policy.
#include "dsl/syntax/literal.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "engine/base/utf8.h"

namespace scantling::dsl {

namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits of the given base alone, without overflow.
std::optional<std::int64_t> digits(std::string_view text, std::int64_t base) {
    if (text.empty()) return std::nullopt;
    std::int64_t out = 0;
    for (const char c : text) {
        const std::int64_t digit = c - '0';
        if (digit < 0 || digit >= base || out > (largest - digit) / base) return std::nullopt;
        out = out * base + digit;
    }
    return out;
}

struct Unit {
    std::string_view name;
    std::int64_t scale;
};

constexpr std::int64_t second = 1'000'000;
constexpr auto duration_units =
    std::to_array<Unit>({{"s", second}, {"m", 60 * second}, {"h", 3600 * second}, {"d", 86400 * second}, {"w", 7 * 86400 * second}});
constexpr auto size_units = std::to_array<Unit>({{"B", 1},
                                                 {"kB", 1000},
                                                 {"MB", 1'000'000},
                                                 {"GB", 1'000'000'000},
                                                 {"TB", 1'000'000'000'000},
                                                 {"KiB", 1LL << 10},
                                                 {"MiB", 1LL << 20},
                                                 {"GiB", 1LL << 30},
                                                 {"TiB", 1LL << 40}});

template <std::size_t N>
std::optional<std::int64_t> scaled(std::string_view text, const std::array<Unit, N>& units) {
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    const std::string_view name = text.substr(end);
    const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.name == name; });
    const auto number = digits(text.substr(0, end), 10);
    if (unit == units.end() || !number || *number > largest / unit->scale) return std::nullopt;
    return *number * unit->scale;
}

// Days since 1970-01-01 of the proleptic Gregorian calendar, counted in eras of 400 years that begin on a first of March.
std::int64_t days_from_civil(std::int64_t year, std::int64_t month, std::int64_t day) {
    if (month <= 2) --year;
    const std::int64_t era = year / 400;  // years are never negative here
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

std::int64_t days_in_month(std::int64_t year, std::int64_t month) {
    constexpr std::array<std::int64_t, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

// Reads the fixed fields of a time from the front.
class Fields {
  public:
    explicit Fields(std::string_view text) : text_(text) {}

    bool take(char c) {
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    // `count` digits whose value is at most `most`.
    bool number(std::size_t count, std::int64_t most, std::int64_t& out) {
        if (text_.size() < count) return false;
        const auto value = digits(text_.substr(0, count), 10);
        if (!value || *value > most) return false;
        text_.remove_prefix(count);
        out = *value;
        return true;
    }
    [[nodiscard]] bool done() const { return text_.empty(); }

  private:
    std::string_view text_;
};

// `Z`, `+02:00`: seconds that local time is ahead.
bool take_offset(Fields& fields, std::int64_t& seconds) {
    seconds = 0;
    if (fields.take('Z')) return true;
    const bool ahead = fields.take('+');
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    if (!ahead && !fields.take('-')) return false;
    if (!fields.number(2, 23, hours) || !fields.take(':') || !fields.number(2, 59, minutes)) return false;
    seconds = (hours * 3600 + minutes * 60) * (ahead ? 1 : -1);
    return true;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find('\n', at);
        std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
        if (end != std::string_view::npos && !line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.push_back(line);
        if (end == std::string_view::npos) return lines;
        at = end + 1;
    }
}

std::size_t indentation_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// The longest run of blanks that every line with content begins with: compared as text, so that tabs and blanks are never mixed up.
std::string_view common_indentation(std::span<const std::string_view> lines) {
    std::optional<std::string_view> common;
    for (const std::string_view line : lines) {
        const std::string_view indentation = line.substr(0, indentation_of(line));
        if (indentation.size() == line.size()) continue;
        if (!common) common = indentation;
        const auto ends = std::mismatch(common->begin(), common->end(), indentation.begin(), indentation.end());
        common = common->substr(0, static_cast<std::size_t>(ends.first - common->begin()));
    }
    return common.value_or(std::string_view());
}

// Without the marks at its ends. The tail of a text that was never closed (reported) has none to take away.
std::string_view inside(std::string_view text, std::size_t before, std::size_t after) {
    return text.size() < before + after ? std::string_view() : text.substr(before, text.size() - before - after);
}

}  // namespace

std::optional<std::int64_t> decode_integer(std::string_view text) {
    if (text.starts_with("0o")) return digits(text.substr(2), 8);
    if (text.size() > 1 && text.front() == '0') return std::nullopt;  // 0755 is octal to some readers and not to others
    return digits(text, 10);
}

std::optional<std::int64_t> decode_decimal(std::string_view text) {
    constexpr std::size_t places = 6;
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos || text.size() - dot - 1 > places) return std::nullopt;
    const auto whole = digits(text.substr(0, dot), 10);
    std::string fraction(text.substr(dot + 1));
    if (fraction.empty()) return std::nullopt;
    fraction.resize(places, '0');
    const auto millionths = digits(fraction, 10);
    if (!whole || !millionths || *whole > (largest - *millionths) / 1'000'000) return std::nullopt;
    return *whole * 1'000'000 + *millionths;
}

std::optional<std::int64_t> decode_duration(std::string_view text) { return scaled(text, duration_units); }

std::optional<std::int64_t> decode_size(std::string_view text) { return scaled(text, size_units); }

std::optional<std::int64_t> decode_time(std::string_view text) {
    Fields fields(text);
    std::int64_t year = 0;
    std::int64_t month = 0;
    std::int64_t day = 0;
    if (!fields.number(4, 9999, year) || !fields.take('-') || !fields.number(2, 12, month) || !fields.take('-')) return std::nullopt;
    if (month == 0 || !fields.number(2, days_in_month(year, month), day) || day == 0) return std::nullopt;
    // Year 0 counts from March of the year before; it never occurs in a policy, and era arithmetic would need floor division for it.
    if (year == 0) return std::nullopt;
    std::int64_t seconds = days_from_civil(year, month, day) * 86400;
    if (fields.done()) return seconds * second;
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::int64_t sec = 0;
    std::int64_t ahead = 0;
    if (!fields.take('T') || !fields.number(2, 23, hour) || !fields.take(':') || !fields.number(2, 59, minute)) return std::nullopt;
    if (fields.take(':') && !fields.number(2, 59, sec)) return std::nullopt;
    if (!take_offset(fields, ahead) || !fields.done()) return std::nullopt;
    seconds += hour * 3600 + minute * 60 + sec - ahead;
    return seconds * second;
}

std::string decode_escapes(std::string_view piece) {
    std::string out;
    out.reserve(piece.size());
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (piece[at] != '\\' || at + 1 == piece.size()) {
            out += piece[at];
            continue;
        }
        const char escaped = piece[++at];
        if (escaped == 'u') {
            char32_t code_point = 0;
            for (at += 2; at < piece.size() && piece[at] != '}'; ++at) {
                const char c = piece[at];
                const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
                code_point = code_point * 16 + static_cast<char32_t>(digit);
            }
            append_utf8(out, code_point <= 0x10FFFF ? code_point : 0xFFFD);  // total, though the lexer has refused it
        } else {
            out += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
        }
    }
    return out;
}

std::string decode_block(std::string_view content) {
    std::vector<std::string_view> lines = lines_of(content);
    const bool opening_ends_line = lines.size() > 1 && indentation_of(lines.front()) == lines.front().size();
    if (opening_ends_line) lines.erase(lines.begin());
    const bool has_closing_line = opening_ends_line && indentation_of(lines.back()) == lines.back().size();
    if (has_closing_line) lines.pop_back();
    const std::size_t margin = opening_ends_line ? common_indentation(lines).size() : 0;
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i].substr(std::min(lines[i].size(), margin));  // a blank line may be shorter than the margin
        if (has_closing_line || i + 1 < lines.size()) out += '\n';
    }
    return out;
}

std::int64_t literal_number(const Tree& tree, NodeId n) {
    const std::string_view text = tree.text(n);
    switch (tree.kind(n)) {
        case NodeKind::integer:
            return decode_integer(text).value_or(0);
        case NodeKind::decimal:
            return decode_decimal(text).value_or(0);
        case NodeKind::duration:
            return decode_duration(text).value_or(0);
        case NodeKind::size:
            return decode_size(text).value_or(0);
        case NodeKind::time:
            return decode_time(text).value_or(0);
        case NodeKind::boolean:
            return tree.mark_word(n) == Word::true_ ? 1 : 0;
        default:
            return 0;
    }
}

std::string literal_text(const Tree& tree, NodeId n) {
    const std::string_view text = tree.text(n);
    switch (tree.kind(n)) {
        case NodeKind::string:
        case NodeKind::text_piece:
            return decode_escapes(inside(text, 1, 1));  // a quote or a brace at both ends
        case NodeKind::raw:
            return std::string(inside(text, 2, 1));
        case NodeKind::block:
            return decode_block(inside(text, 3, 3));
        default:
            return {};
    }
}

std::string key_text(const Tree& tree, NodeId n) {
    return tree.kind(n) == NodeKind::word ? std::string(tree.text(n)) : literal_text(tree, n);
}

}  // namespace scantling::dsl
