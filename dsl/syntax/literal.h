// What a literal means: the decoded values of numbers, times and texts.
//
// The lexer has already refused what cannot be decoded (out of range, a bad escape, a day that does not exist) and made it an error
// token, so these functions are total over the nodes of a tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dsl/syntax/tree.h"

namespace scantling::dsl {

// Of an integer: its value; decimal: millionths; duration: microseconds; size: bytes; time: microseconds since 1970 UTC; boolean: 0 or 1.
// Precondition: the node is one of these.
[[nodiscard]] std::int64_t literal_number(const Tree& tree, NodeId n);
// Of a string, raw, block, or one text_piece of an interpolated text: its characters. Precondition: the node is one of these.
[[nodiscard]] std::string literal_text(const Tree& tree, NodeId n);
// Of a word, or of a text that stands as the key of an entry.
[[nodiscard]] std::string key_text(const Tree& tree, NodeId n);

// The same over text. Empty where it is no such literal or out of range.
[[nodiscard]] std::optional<std::int64_t> decode_integer(std::string_view text);   // 10, 0o755
[[nodiscard]] std::optional<std::int64_t> decode_decimal(std::string_view text);   // 7.5: 7500000; at most six places
[[nodiscard]] std::optional<std::int64_t> decode_duration(std::string_view text);  // 7d, 90s
[[nodiscard]] std::optional<std::int64_t> decode_size(std::string_view text);      // 5MiB, 10kB
[[nodiscard]] std::optional<std::int64_t> decode_time(std::string_view text);      // 2026-11-01, 2026-11-01T10:00:00Z, …+02:00

// Escapes of a piece of "…" without its quotes and braces. Precondition: every escape is valid.
[[nodiscard]] std::string decode_escapes(std::string_view piece);
// The content of a block, between its quotes: see docs/reference/language.md, "Literals and strings".
[[nodiscard]] std::string decode_block(std::string_view content);

}  // namespace scantling::dsl
