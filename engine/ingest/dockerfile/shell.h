// A small reader of shell scripts: the simple commands that a RUN starts, with their words, pipes and redirections.
//
// It opens lists, pipes, groups, subshells, substitutions, `if`, loops, `case`, functions and `sh -c`. What it does not
// understand it says: the script is then not complete, and nobody may conclude from what is not in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/expand.h"
#include "engine/ingest/dockerfile/text.h"

namespace scantling::dockerfile {

enum class ListOperator : std::uint8_t { and_if, or_if, sequence, background };
enum class RedirectKind : std::uint8_t { read, write, append, heredoc, here_string, duplicate };

struct ShellWord {
    std::string_view text;     // quotes undone, variables filled in as far as they are known
    std::string_view written;  // with its quotes, a view of the script
    Span span;
    bool known = true;    // `text` is what the program sees
    bool splits = false;  // unknown and not quoted: it may be no word, or several
    bool quoted = false;
    bool json = false;  // `written` is a JSON string, not shell
};

struct Assignment {
    std::string_view name;
    Span span;  // of name and value
    ShellWord value;
};

struct ShellRedirect {
    RedirectKind kind = RedirectKind::read;
    std::optional<std::uint32_t> descriptor;
    ShellWord target;  // of a heredoc: its name
    Span span;
    std::optional<Mapped> body;
};

struct ShellCommand {
    std::string_view text;
    Span span;
    std::vector<ShellWord> words;
    std::string_view program_text;  // the program's word before `python -m` and the like were peeled off
    Span program_span;
    std::vector<Assignment> environment;
    std::vector<ShellRedirect> redirects;
    std::optional<ListOperator> follows;      // absent: first of its script, or piped into
    std::optional<std::uint32_t> pipes_into;  // index among the script's commands
    bool sudo = false;
    bool negated = false;
    bool conditional = false;  // stands in a branch, a loop or a function: it may never run
    bool open_ended = false;   // `xargs`: more operands come from outside
    bool captured = false;     // inside `$(…)`
};

struct ShellScript {
    std::vector<ShellCommand> commands;
    bool complete = true;  // every command that the script starts is there
    bool opaque = false;   // some text was not even split into commands
    bool has_pipe = false;
    bool bare_pipe = false;  // a pipe that does not run under pipefail
};

struct ShellSetting {
    const Variables& variables;
    Pool& pool;
    std::size_t& budget;    // bytes that variables may still bring in and that may still be read twice, in this file
    bool pipefail = false;  // in force at the begin
};

[[nodiscard]] ShellScript read_script(const Mapped& text, const ShellSetting& setting);
// The exec form: one command of given words, `["sh", "-c", "…"]` opened. `written` is where they stand in `text`.
[[nodiscard]] ShellScript read_exec(const Mapped& text, std::string_view written, std::vector<ShellWord> words,
                                    const ShellSetting& setting);

[[nodiscard]] std::string_view base_name(std::string_view path);
// A program that reads shell commands: sh, bash, dash, ash, ksh, zsh, mksh.
[[nodiscard]] bool is_shell(std::string_view program);
// `-o pipefail`, `-eo pipefail` among the options of a shell or of `set`.
[[nodiscard]] std::optional<bool> pipefail_option(const std::vector<std::string_view>& words);

}  // namespace scantling::dockerfile
