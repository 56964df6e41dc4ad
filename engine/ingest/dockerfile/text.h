// Texts put together from pieces of the file, and where each of their bytes was written.
//
// A Dockerfile's instruction is rarely one run of bytes: continuations and comments are cut out, quotes and escapes are
// undone. Findings still underline the original, so every derived text remembers its pieces.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

namespace scantling::dockerfile {

// Bytes that reading had to make up. Views into it stay valid as long as the pool lives.
class Pool {
  public:
    std::string_view keep(std::string_view text);

  private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0;
    std::size_t room_ = 0;
};

// From byte `at` of a text on, its bytes stand at `origin` and following of the file.
struct Piece {
    std::uint32_t at = 0;
    std::uint32_t origin = 0;
};

struct Mapped {
    std::string_view text;
    std::uint32_t origin = 0;   // of the first byte; all there is to know where `pieces` is empty
    std::vector<Piece> pieces;  // rising in `at`; the first stands at 0

    // Place in the file of the byte at `offset`; the end of the text is just past its last byte.
    [[nodiscard]] std::uint32_t place(std::uint32_t offset) const;
    [[nodiscard]] Span place(std::uint32_t begin, std::uint32_t end) const;
    // Of a view into `text`.
    [[nodiscard]] Span place(std::string_view part) const;
    [[nodiscard]] std::uint32_t offset_of(std::string_view part) const { return static_cast<std::uint32_t>(part.data() - text.data()); }
};

// Puts a Mapped together. Adjacent pieces that follow each other in the file are one.
class Joiner {
  public:
    void add(std::string_view text, std::uint32_t origin);
    void add(const Mapped& text);
    [[nodiscard]] bool empty() const { return bytes_.empty(); }
    [[nodiscard]] std::string_view text() const { return bytes_; }
    [[nodiscard]] Mapped finish(Pool& pool);

  private:
    std::string bytes_;
    std::vector<Piece> pieces_;
};

// A part of a mapped text, with its own pieces.
[[nodiscard]] Mapped part_of(const Mapped& whole, std::uint32_t begin, std::uint32_t end);

// Go's unicode.IsSpace, which BuildKit trims by: bytes of the blank at `at`, 0 where there is none.
[[nodiscard]] std::size_t space_length(std::string_view text, std::size_t at);
[[nodiscard]] std::string_view trim_left(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);
// BuildKit's `[\t\v\f\r ]`.
[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f'; }

[[nodiscard]] bool same_word(std::string_view a, std::string_view lower);  // ASCII case aside
[[nodiscard]] std::string lower_case(std::string_view text);
[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace scantling::dockerfile
