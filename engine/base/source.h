// A text that somebody wrote, and places in it.
//
// Every stage keeps spans (byte offsets) and asks the Source for lines and columns only when a person is about to
// read them: computing them early would cost every token for the sake of the few that are ever shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/lazy.h"

namespace scantling {

// Half open: [begin, end) in bytes. A source is at most limits::source_bytes long, so 32 bits hold every offset.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

// The smallest span that holds both.
[[nodiscard]] Span cover(Span a, Span b);

// Counted from 1. `column` counts code points, as editors do, not bytes.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

// Immutable after construction; any number of threads may read it.
class Source {
  public:
    Source(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view text(Span span) const;
    // Whether `room` bytes behind the text are its own memory too: the JSON parser looks there, and copies a text that has less.
    static constexpr std::size_t room = 64;
    [[nodiscard]] bool has_room() const { return text_.capacity() - text_.size() >= room; }

    // An offset past the end is the end. The first call finds all lines; later ones cost the length of the line before the offset.
    [[nodiscard]] Position position(std::uint32_t offset) const;
    // The line of `offset`, from 1, without its column.
    [[nodiscard]] std::uint32_t line_number(std::uint32_t offset) const;
    // The line that holds `offset`, without its line end.
    [[nodiscard]] std::string_view line_at(std::uint32_t offset) const;
    // Offset of the first byte of the line that holds `offset`.
    [[nodiscard]] std::uint32_t line_begin(std::uint32_t offset) const;

  private:
    [[nodiscard]] const std::vector<std::uint32_t>& line_begins() const;

    std::string name_;
    std::string text_;
    Lazy<std::vector<std::uint32_t>> line_begins_;  // most sources are never asked for a line
};

}  // namespace scantling
