// Glob patterns of `like`: `*` any characters but `/`, `**` any characters, `?` one character but `/`; the whole text must fit.
// Everything else stands for itself; there are no escapes and no brackets.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scantling {

// Every text is a pattern, so compiling cannot fail. Matching is linear in the text and allocates nothing for patterns
// of up to 512 elements; a compiled glob is immutable and may be shared by threads.
class Glob {
  public:
    explicit Glob(std::string_view pattern);

    [[nodiscard]] bool matches(std::string_view text) const;
    [[nodiscard]] const std::string& pattern() const { return pattern_; }
    // No `*` or `?`: `like` is then `==`.
    [[nodiscard]] bool is_literal() const { return literal_; }

  private:
    using Word = std::uint64_t;
    void append_element(char kind, unsigned char byte, std::size_t element);
    [[nodiscard]] bool run(std::string_view text, Word* states, Word* next) const;

    std::string pattern_;
    std::size_t prefix_ = 0;  // bytes before the first wildcard
    bool literal_ = true;
    std::size_t words_ = 1;
    std::array<std::uint8_t, 256> class_of_{};  // 0: a byte that the pattern does not name
    std::vector<Word> consume_;                 // for each class, the elements that take such a byte and are then done
    std::vector<Word> any_;                     // `**`
    std::vector<Word> segment_;                 // `*`
    std::vector<Word> character_;               // `?`
    std::size_t elements_ = 0;
};

}  // namespace scantling
