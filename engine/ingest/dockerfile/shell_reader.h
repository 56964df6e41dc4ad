// The shell reader's state, shared by its parts: words (shell_words.cpp), grammar (shell.cpp, shell_simple.cpp), wrappers (peel.cpp).
// Private to this folder.
#pragma once

#include <string>
#include <utility>

#include "engine/ingest/dockerfile/shell.h"

namespace scantling::dockerfile {

// Variables of the script itself over those of the Dockerfile. What the Dockerfile does not define may still be set by the
// base image or the shell: unknown.
class ScriptVariables final : public Variables {
  public:
    explicit ScriptVariables(const Variables& outer) : outer_(outer) {}
    [[nodiscard]] Found find(std::string_view name) const override;
    void set(std::string_view name, Found value);

    struct Local {
        std::string_view name;
        Found found;
    };
    std::vector<Local> locals;

  private:
    const Variables& outer_;
    bool crowded_ = false;  // more locals than are kept: what is not among them is unknown
};

struct ShellState {
    explicit ShellState(const ShellSetting& setting)
        : pool(setting.pool), budget(setting.budget), variables(setting.variables), pipefail(setting.pipefail) {}
    ShellScript script;
    Pool& pool;
    std::size_t& budget;
    ScriptVariables variables;
    bool pipefail;
    std::size_t depth = 0;        // of groups, substitutions and `sh -c`
    std::size_t conditional = 0;  // > 0 inside a branch, loop or function
    std::size_t captured = 0;
};

// Commands that one construct made: [begin, end) of the script's, and the first that reads what is piped into it.
struct Made {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::optional<std::uint32_t> head;
};

class ShellReader {
  public:
    ShellReader(const Mapped& in, ShellState& state) : in_(in), text_(in.text), state_(state) {}

    // The whole text as a list. The first command follows what was before by `op`.
    Made script(std::optional<ListOperator> op);
    // A command of these words, wrappers peeled off, or the commands of the script it is.
    Made emit(ShellCommand command);

  private:
    enum class Close : std::uint8_t { end, paren, brace, then, do_loop, done, fi, elif, otherwise, esac, double_semicolon };
    static constexpr std::uint32_t no_command = 0xFFFFFFFFU;
    struct Pending {
        std::string_view name;
        bool strips_tabs = false;
        std::uint32_t command = no_command;
        std::uint32_t redirect = 0;
    };

    // shell.cpp, shell_simple.cpp
    Close list(std::optional<ListOperator> op);
    Close closer();
    Close take_closer(std::size_t length, Close close);
    std::optional<ListOperator> separator();
    void pipeline(std::optional<ListOperator> op);
    Made command(std::optional<ListOperator> op, bool negated);
    Made compound(std::string_view word, std::optional<ListOperator> op);
    Made group(Close expected, std::optional<ListOperator> op);
    void conditional_list(Close expected);
    bool if_clause(std::optional<ListOperator> op);
    bool loop(std::optional<ListOperator> op);
    bool for_loop();
    bool case_clause();
    void trailing_redirects();
    static bool in_test(const ShellCommand& command);
    std::optional<std::size_t> simple_words(ShellCommand& made);
    Made simple(std::optional<ListOperator> op, bool negated);
    bool is_function();
    bool redirect(ShellCommand& command);
    void note_builtin(const ShellCommand& command);
    void take_heredocs();
    void open_heredoc_shell(std::uint32_t command, std::uint32_t redirect);
    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(state_.script.commands.size()); }

    // shell_words.cpp
    void words(std::vector<ShellWord>& to);
    void word_slow(std::size_t begin, std::vector<ShellWord>& to);
    bool assignment(ShellCommand& command);
    void double_quoted();
    void ansi_quoted();
    void dollar(bool quoted);
    void parameter(bool quoted);
    void substitution();
    void backticks();
    void skip_arithmetic();
    void value(const Found& found, bool quoted);
    void flush(std::size_t begin, std::vector<ShellWord>& to);
    [[nodiscard]] bool ends_word(std::size_t at) const;
    bool spend(std::size_t bytes);
    void blanks();
    void fail();

    // peel.cpp
    enum class Peel : std::uint8_t { none, peeled, opened };
    Peel peel(ShellCommand& command, Made& opened);
    Peel peel_options(ShellCommand& command, std::string_view value_flags, std::size_t operands);
    Peel peel_env(ShellCommand& command);
    Peel peel_shell(ShellCommand& command, Made& opened);
    Peel peel_su(ShellCommand& command, Made& opened);
    Peel peel_python(ShellCommand& command);
    Made nested(const ShellWord& script, const ShellCommand& outer, bool pipefail);

    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    [[nodiscard]] std::string_view view(std::size_t begin) const { return text_.substr(begin, at_ - begin); }

    const Mapped& in_;
    std::string_view text_;
    ShellState& state_;
    std::size_t at_ = 0;
    std::vector<Pending> pending_;

    // The word under construction.
    std::string buffer_;
    bool known_ = true;
    bool splits_ = false;
    bool quoted_ = false;
    std::vector<std::string> fields_;  // finished by blanks inside a variable's value
};

}  // namespace scantling::dockerfile
