// The physical lines of a Dockerfile, its parser directives, and where a line goes on in the next.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   // without the line's end
    std::uint32_t next = 0;  // where the next one begins
};

class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {}
    // Past a byte order mark.
    void skip_mark();
    bool next(Line& line);
    [[nodiscard]] std::uint32_t number() const { return number_; }  // of the line returned last, from 1
    [[nodiscard]] std::string_view text(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }

  private:
    std::string_view text_;
    std::uint32_t at_ = 0;
    std::uint32_t number_ = 0;
};

// Length of the line without its continuation mark, or nothing where the line ends the instruction.
[[nodiscard]] std::optional<std::size_t> continued(std::string_view line, char escape);

// `# syntax=`, `# escape=`, `# check=`: only at the head of the file, each once.
class DirectiveReader {
  public:
    enum class Outcome : std::uint8_t { none, directive, refused };
    // `line` begins with its first character that is not blank.
    Outcome read(std::string_view line, std::uint32_t origin, Directive& directive, std::string& problem);

  private:
    bool done_ = false;
    std::vector<std::string_view> seen_;
};

}  // namespace scantling::dockerfile
