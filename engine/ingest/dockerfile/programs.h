// What the arguments of well-known programs mean: which flags take a value, which operand is a subcommand.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/shell.h"

namespace scantling::dockerfile {

// How install targets are written.
enum class TargetSyntax : std::uint8_t {
    none,
    apt,
    apk,
    rpm,
    zypper,
    pip,
    npm,
    gem,
    go,
    cargo,
    composer,
    conda,
    luarocks,
    pear,
    flag_version
};

struct Program {
    std::string_view names;        // blank-separated
    std::string_view value_flags;  // of these the next word is the value, if it is not attached
    bool subcommands = false;
    bool clusters = true;  // `-xvf` is three flags
    TargetSyntax targets = TargetSyntax::none;
    std::string_view installs;  // subcommands that install, separated by `|`; of two words where the second is an operand
};

// Null where the table has none. `pip3.11` is found as `pip`.
[[nodiscard]] const Program* find_program(std::string_view name);

struct CommandFlag {
    std::string_view name;
    std::optional<std::string_view> value;
    bool value_known = true;
    Span span;  // of the word the flag stands in
    Span value_span;
};

struct Invocation {
    const Program* program = nullptr;
    bool program_known = true;  // its name is no variable
    std::optional<ShellWord> subcommand;
    std::vector<CommandFlag> flags;
    std::vector<ShellWord> operands;
    std::optional<std::size_t> before_dashes;  // how many of them stand before `--`, where that is written
    bool complete = true;                      // every flag and operand is there
    bool flags_complete = true;                // no operand is missing that might be a flag

    [[nodiscard]] const CommandFlag* flag(std::string_view name) const;
};

// `words` begin with the program's name.
[[nodiscard]] Invocation read_arguments(const std::vector<ShellWord>& words, bool open_ended);

[[nodiscard]] bool listed(std::string_view list, std::string_view word, char separator = ' ');

}  // namespace scantling::dockerfile
