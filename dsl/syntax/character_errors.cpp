// The texts of E0001-E0010. Every character that a person cannot see or tell from another is shown by its number.
#include "dsl/syntax/character_errors.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "engine/base/utf8.h"

namespace scantling::dsl {

namespace {

std::string quoted(std::string_view text) { return "`" + printable(text) + "`"; }

// "U+00E9"
std::string number_of(char32_t code_point) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (unsigned shift = 24; shift > 0; shift -= 4) {
        const auto digit = static_cast<std::size_t>((code_point >> (shift - 4)) & 0xFU);
        if (!out.empty() || digit != 0 || shift <= 16) out += digits[digit];
    }
    return "U+" + out;
}

Span span_of(std::size_t begin, std::size_t end) { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}; }

// Punctuation, blanks and signs of the blocks that editors and web pages put into source text.
bool is_symbol(char32_t c) {
    return (c >= 0x80 && c < 0xC0) || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) || c == 0xFEFF ||
           (c >= 0xFF00 && c < 0xFF10) || (c >= 0x1F000 && c < 0x20000);
}

std::vector<std::string> help_for_symbol(char32_t c) {
    if (c >= 0x201C && c <= 0x201F) return {"strings stand in straight quotes: \"…\""};
    if (c == 0x2018 || c == 0x2019) return {"strings stand in straight quotes: \"…\""};
    if (c == 0x2010 || c == 0x2013 || c == 0x2014 || c == 0x2212) return {"minus is `-`"};
    if (c == 0x2026) return {"an incomplete list ends in three dots: `...`"};
    if (c == 0x2264) return {"write `<=`"};
    if (c == 0x2265) return {"write `>=`"};
    if (c == 0x2260) return {"write `!=`"};
    return {};
}

void report_ascii(Span span, char c, Reports& reports) {
    const auto shown = [&] {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? number_of(static_cast<char32_t>(c)) : quoted({&c, 1});
    };
    std::vector<std::string> help;
    if (c == '/') help = {"there is no division: multiply the other side"};
    if (c == '_') help = {"a name begins with a letter"};
    if (c == ';') help = {"a clause ends where the next one begins: nothing separates them"};
    if (c == '$') help = {"facts and parameters are written by their name alone"};
    if (c == '%') help = {"there is no remainder"};
    if (c == '`') help = {"a raw string is written r\"…\""};
    if (static_cast<unsigned char>(c) < 0x20) help = {"is this a text file?"};
    reports.error("E0001", span, "a character that cannot stand here: " + shown(), {}, std::move(help));
}

constexpr auto units = std::to_array<std::string_view>({"s", "m", "h", "d", "w", "B", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"});
constexpr std::string_view units_help = "durations end in s, m, h, d or w, sizes in B, kB, MB, GB, TB, KiB, MiB, GiB or TiB";

std::optional<std::string_view> meant_unit(std::string_view written) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    const auto same = [&](std::string_view unit) {
        return std::equal(unit.begin(), unit.end(), written.begin(), written.end(), [&](char a, char b) { return lower(a) == lower(b); });
    };
    const auto* const found = std::find_if(units.begin(), units.end(), same);
    if (found != units.end()) return *found;
    const auto starts = [&](std::string_view word) { return word.starts_with(written); };
    if (written == "sec" || starts("seconds")) return "s";
    if (written == "min" || starts("minutes")) return "m";
    if (written == "hr" || starts("hours")) return "h";
    if (starts("days")) return "d";
    if (starts("weeks")) return "w";
    return std::nullopt;
}

bool all_zeros_and_digits(std::string_view text) {
    return text.size() > 1 && text.front() == '0' && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void report_broken_text(Reports& reports) {
    const std::string_view text = reports.source().text();
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    for (std::size_t at = 0; at < text.size() && !reports.full();) {
        at =
            static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_plain) - text.begin());
        if (at == text.size()) return;
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        if (is_bidirectional_control(c)) {
            reports.error("E0003", span_of(begin, at), "a character that reorders what follows it on a screen: " + number_of(c),
                          "invisible here",
                          {"what is seen would differ from what is meant; inside a string write it as an escape: \\u{" +
                           number_of(c).substr(2) + "}"});
        } else if (at == begin + 1) {  // well-formed ones are longer
            while (at < text.size() && !is_plain(text[at])) {
                std::size_t after = at;
                next_code_point(text, after);
                if (after != at + 1) break;
                at = after;
            }
            reports.error("E0002", span_of(begin, at),
                          "bytes that are not UTF-8: " + quoted(text.substr(begin, std::min<std::size_t>(at - begin, 8))), {},
                          {"save the file as UTF-8"});
        }
    }
}

void report_control_characters(Span span, Reports& reports) {
    const std::string_view text = reports.source().text(span);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool allowed = c >= 0x20 || c == '\t' || c == '\n' || (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n');
        if (allowed && c != 0x7F) continue;
        const std::size_t at = span.begin + i;
        reports.error("E0001", span_of(at, at + 1), "a control character: " + number_of(c), {},
                      {"inside a string write it as an escape: \\u{" + number_of(c).substr(2) + "}"});
        return;
    }
}

void report_stray(Span span, std::size_t culprit, Reports& reports) {
    const std::string_view text = reports.source().text();
    if (static_cast<unsigned char>(text[culprit]) < 0x80) return report_ascii(span, text[culprit], reports);
    std::size_t end = culprit;
    const char32_t c = next_code_point(text, end);
    if (end == culprit + 1 || is_bidirectional_control(c)) return;  // reported with the text as a whole
    const std::string shown = is_symbol(c) ? number_of(c) : quoted(text.substr(culprit, end - culprit)) + " (" + number_of(c) + ")";
    if (is_symbol(c)) {
        const bool visible = c != 0xA0 && c != 0xFEFF && !(c >= 0x2000 && c < 0x2010) && !(c >= 0x2028 && c < 0x2030) && c >= 0xA0;
        const std::string sign = visible ? quoted(text.substr(culprit, end - culprit)) + " (" + number_of(c) + ")" : number_of(c);
        return reports.error("E0001", span_of(culprit, end), "a character that cannot stand here: " + sign, {}, help_for_symbol(c));
    }
    reports.error("E0004", span_of(culprit, end), "a letter that is not ASCII in a name: " + shown, {},
                  {"names are written with a-z, A-Z, 0-9 and _, so that two that look alike are the same"});
}

void report_foreign_operator(Span span, std::string_view ours, Reports& reports) {
    const std::string written = quoted(reports.source().text(span));
    reports.error("E0001", span, "no such operator: " + written, {}, {"write `" + std::string(ours) + "`"});
}

void report_foreign_comment(Span span, Reports& reports) {
    reports.error("E0001", span, "no such comment: " + quoted(reports.source().text(span)), {}, {"a comment begins with `#`"});
}

void report_single_quotes(Span span, Reports& reports) {
    reports.error("E0001", span, "a string in single quotes", {}, {"write \"…\", or r'…' where it holds double quotes"});
}

void report_unclosed(Span span, std::string_view quote, Reports& reports) {
    const bool is_block = quote.size() > 1;
    const std::string help =
        is_block ? "a block ends with three quotes" : "a string ends on its line; a longer text is a block: three quotes";
    reports.error("E0005", span, is_block ? "a block is not closed" : "a string is not closed", "needs `" + std::string(quote) + "`",
                  {help});
}

void report_bad_escape(Span span, Reports& reports) {
    reports.error("E0006", span, "no such escape: " + quoted(reports.source().text(span)), {},
                  {R"(escapes are \n \t \" \\ \{ \} \u{hex}; a pattern is easier as a raw string: r"…")"});
}

void report_brace_in_text(Span span, bool inside_interpolation, Reports& reports) {
    std::string message = inside_interpolation ? "a string inside an interpolation does not interpolate"
                                               : "only the texts of `message` and `fix` interpolate";
    reports.error("E0010", span, std::move(message), {}, {"write `\\{` or a raw string: r\"…\""});
}

void report_bad_number(Span span, std::size_t digits, Reports& reports) {
    const std::string_view text = reports.source().text(span);
    const std::string_view unit = text.substr(std::min(digits, text.size()));
    const std::string written = quoted(text);
    const bool is_unit = std::find(units.begin(), units.end(), unit) != units.end();
    if (text.starts_with("0o")) {
        const bool too_large = unit.empty() && text.size() > 2 && text.find_first_of("89", 2) == std::string_view::npos;
        if (!too_large) return reports.error("E0007", span, "not an octal number: " + written, {}, {"octal digits are 0 to 7: `0o755`"});
    } else if (!unit.empty() && text.find('.') != std::string_view::npos) {
        return reports.error("E0007", span, "a duration or a size is a whole number: " + written, {}, {"write it in a smaller unit"});
    } else if (!unit.empty() && !is_unit) {
        std::vector<std::string> help;
        if (const auto meant = meant_unit(unit))
            help.push_back("did you mean `" + std::string(text.substr(0, digits)) + std::string(*meant) + "`?");
        help.emplace_back(units_help);
        return reports.error("E0007", span, "not a number: " + written, quoted(unit) + " is no unit", std::move(help));
    } else if (all_zeros_and_digits(text)) {
        return reports.error("E0007", span, "a number begins with 0: " + written, {},
                             {"octal is written `0o" + std::string(text.substr(1)) + "`"});
    } else if (const std::size_t dot = text.find('.'); dot != std::string_view::npos && text.size() - dot > 7) {
        return reports.error("E0008", span, "a decimal has at most six places: " + written);
    }
    reports.error("E0008", span, "a number that is too large: " + written, {}, {"numbers have 64 bits"});
}

void report_bad_time(Span span, Reports& reports) {
    reports.error("E0009", span, "no such day or time: " + quoted(reports.source().text(span)), {},
                  {"a time is a day, 2026-11-01, or a moment with its zone, 2026-11-01T10:30:00Z or 2026-11-01T10:30+02:00"});
}

}  // namespace scantling::dsl
