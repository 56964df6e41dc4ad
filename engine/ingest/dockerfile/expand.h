// Expansion of `$NAME` and `${NAME…}` and the undoing of quotes, as BuildKit does it for ADD, COPY, ENV, EXPOSE, FROM …
//
// Three-valued: a variable may have a value, have none, or be unknown (a build argument, the base's environment). What
// was made from an unknown variable is unknown, never the empty text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scantling::dockerfile {

enum class VariableState : std::uint8_t { value, unset, unknown };

struct Found {
    VariableState state = VariableState::unset;
    std::string_view value;
};

class Variables {
  public:
    virtual ~Variables() = default;
    [[nodiscard]] virtual Found find(std::string_view name) const = 0;

  protected:
    Variables() = default;
    Variables(const Variables&) = default;
    Variables& operator=(const Variables&) = default;
};

struct Use {
    std::string_view name;  // in the text that was expanded
    VariableState state = VariableState::unset;
    bool has_default = false;  // `:-`, `-`, `:+`, `+`, `?`: written with a modifier that says what to do without a value
};

struct Lexing {
    char escape = '\\';
    bool raw_quotes = false;  // keep quotes, and so on: how heredoc names are told
    bool raw_escapes = false;
    bool keep_unset = false;        // leave `$NAME` as it is where it has no value
    std::size_t* budget = nullptr;  // bytes and steps that expansion may still make in this file; null: limits::dockerfile_expansion
};

struct LexedWord {
    std::string text;
    std::uint32_t begin = 0;  // in the text that was lexed
    std::uint32_t end = 0;
};

struct Expanded {
    std::string text;
    std::vector<LexedWord> words;  // split at blanks that are not quoted, after expansion
    std::vector<Use> uses;
    bool known = true;    // no unknown variable, limit or pattern that is not understood has a part in `text`
    bool unset = false;   // a variable without value and without default has a part in `text`
    std::string problem;  // a syntax error, in BuildKit's words; empty where there is none
    std::string missing;  // `${X:?message}` of a variable that has no value

    [[nodiscard]] bool certain() const { return known && !unset && problem.empty() && missing.empty(); }
};

[[nodiscard]] Expanded expand(std::string_view text, const Variables& variables, const Lexing& how = {});
// Nothing in it to expand or to undo: it stands for itself.
[[nodiscard]] bool is_plain(std::string_view text, char escape);
// Without splitting into words, which most callers do not want.
[[nodiscard]] Expanded expand_word(std::string_view text, const Variables& variables, const Lexing& how = {});

}  // namespace scantling::dockerfile
