// UTF-8: validity, code points, and how a text from outside is shown without harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7); empty where all is well.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Decodes the code point at `at` and moves `at` past it; an ill-formed byte gives U+FFFD and moves one byte.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& to, char32_t code_point);
[[nodiscard]] std::size_t code_points(std::string_view text);
// The same of text that is known to be well-formed, many bytes at a time.
[[nodiscard]] std::size_t code_points_of_valid(std::string_view text);

// Characters that reorder or hide what follows on a screen (Trojan Source): U+202A-202E, 2066-2069, 200E, 200F, 061C.
[[nodiscard]] bool is_bidirectional_control(char32_t code_point);

// Harmless to a terminal: controls, bidirectional controls and ill-formed bytes become `\u{hex}` or `\xHH`; a tab becomes one blank, so
// that columns stay aligned.
[[nodiscard]] std::string printable(std::string_view text);
void append_printable(std::string& to, std::string_view text);
// How many bytes from the start on are ASCII that is shown as it is: a column each.
[[nodiscard]] std::size_t plain_prefix(std::string_view text);
// Appends the code point at `at` so, and moves `at` past it.
void append_printable(std::string& to, std::string_view text, std::size_t& at);
// Columns that a printable text takes, one a code point (wide characters are not told apart).
[[nodiscard]] std::size_t columns_of(std::string_view text);

}  // namespace scantling
