// Regular expressions of `matches`: RE2 syntax, searched anywhere in the text, linear in its length.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace scantling {

// What a pattern is where it needs no automaton, for rewriting it into a cheaper test.
enum class RegexShape : std::uint8_t { general, contains, prefix, suffix, equals };

// Immutable, but its lazily built automaton is guarded by a lock: give each thread its own (`clone`) where speed matters.
class Regex {
  public:
    // The failure is RE2's own sentence about the pattern.
    static Result<Regex> compile(std::string_view pattern);

    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;
    ~Regex();

    [[nodiscard]] bool search(std::string_view text) const;
    [[nodiscard]] Regex clone() const;
    [[nodiscard]] const std::string& pattern() const { return pattern_; }
    [[nodiscard]] RegexShape shape() const { return shape_; }
    // The unescaped text of a shape other than `general`.
    [[nodiscard]] const std::string& literal() const { return literal_; }

  private:
    struct Automaton;  // keeps RE2's header out of ours
    Regex(std::string pattern, RegexShape shape, std::string literal, std::unique_ptr<Automaton> automaton);

    std::string pattern_;
    std::string literal_;
    RegexShape shape_;
    std::unique_ptr<Automaton> automaton_;  // none for a literal shape
};

}  // namespace scantling
