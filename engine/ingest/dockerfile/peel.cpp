// Programs that only start another one: `env`, `sudo`, `exec`, `xargs`, `timeout`, `sh -c` … are peeled off, so that rules see
// what really runs.
#include <algorithm>

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/json_form.h"
#include "engine/ingest/dockerfile/shell_reader.h"

namespace scantling::dockerfile {

namespace {

// How a wrapper's own arguments end: its flags, those with a value, then so many operands, then the command.
struct Wrapper {
    std::string_view name;
    std::string_view value_flags;  // blank-separated
    std::size_t operands = 0;
};

constexpr Wrapper wrappers[] = {
    {"exec", "-a", 0},
    {"command", "", 0},
    {"builtin", "", 0},
    {"nohup", "", 0},
    {"time", "-f -o --format --output", 0},
    {"nice", "-n --adjustment", 0},
    {"ionice", "-c -n -p --class --classdata", 0},
    {"stdbuf", "-i -o -e --input --output --error", 0},
    {"timeout", "-k -s --kill-after --signal", 1},
    {"setsid", "", 0},
    {"chronic", "", 0},
    {"eatmydata", "", 0},
    {"fakeroot", "", 0},
    {"gosu", "", 1},
    {"su-exec", "", 1},
    {"busybox", "", 0},
    {"sudo", "-u -g -h -p -C -T -r -t -U -D -R --user --group --host --prompt --chdir --role --type", 0},
    {"doas", "-u -C -a", 0},
    {"xargs", "-n -P -I -L -s -d -a -E --max-args --max-procs --replace --max-lines --max-chars --delimiter --arg-file --eof", 0},
};

bool has_word(std::string_view list, std::string_view word) {
    std::size_t at = 0;
    while (at < list.size()) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        if (list.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

bool is_assignment(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(equals),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

// Words from `first` on; what was before is forgotten.
void keep_from(ShellCommand& command, std::size_t first) {
    command.words.erase(command.words.begin(), command.words.begin() + static_cast<std::ptrdiff_t>(first));
}

void take_assignments(ShellCommand& command, std::size_t& at) {
    while (at < command.words.size() && command.words[at].known && is_assignment(command.words[at].text)) {
        ShellWord value = command.words[at];
        const std::size_t equals = value.text.find('=');
        Assignment made{value.text.substr(0, equals), value.span, value};
        made.value.text = value.text.substr(equals + 1);
        const std::size_t written = value.written.find('=');
        if (written != std::string_view::npos) made.value.written = value.written.substr(written + 1);
        command.environment.push_back(made);
        ++at;
    }
}

// Quotes undone, each byte with its place; variables are left for the inner shell to fill in.
Mapped unquote(const Mapped& in, std::string_view written, Pool& pool) {
    Joiner joiner;
    char quote = '\0';
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
        } else if (quote != '\0' && c == quote) {
            quote = '\0';
        } else {
            const bool may_escape = c == '\\' && quote != '\'' && i + 1 < written.size();
            const bool escapes =
                may_escape && (quote == '\0' || std::string_view("$`\"\\\n").find(written[i + 1]) != std::string_view::npos);
            if (escapes) ++i;
            if (!escapes || written[i] != '\n')
                joiner.add(written.substr(i, 1), in.place(in.offset_of(written) + static_cast<std::uint32_t>(i)));
        }
    }
    return joiner.finish(pool);
}

}  // namespace

Made ShellReader::nested(const ShellWord& script, const ShellCommand& outer, bool pipefail) {
    const std::uint32_t first = count();
    if (state_.depth >= limits::dockerfile_nesting || !spend(script.written.size())) {
        fail();
        return {first, first, std::nullopt};
    }
    const Mapped text = script.json ? decode_json_string(in_, script.written, state_.pool) : unquote(in_, script.written, state_.pool);
    const bool before = state_.pipefail;
    const auto locals = state_.variables.locals;
    state_.pipefail = pipefail;
    ++state_.depth;
    Made made = ShellReader(text, state_).script(outer.follows);
    --state_.depth;
    state_.pipefail = before;
    state_.variables.locals = locals;
    constexpr std::size_t inherited = 64;  // each command gets a copy: more variables than that are not worth it
    const auto environment = outer.environment.begin();
    const auto copied = static_cast<std::ptrdiff_t>(std::min(outer.environment.size(), inherited));
    if (outer.environment.size() > inherited) state_.script.complete = false;
    for (std::uint32_t i = made.begin; i < made.end; ++i) {
        ShellCommand& inner = state_.script.commands[i];
        inner.sudo = inner.sudo || outer.sudo;
        inner.conditional = inner.conditional || outer.conditional;
        inner.captured = inner.captured || outer.captured;
        inner.environment.insert(inner.environment.begin(), environment, environment + copied);
    }
    return made;
}

// Past the wrapper's flags and operands. Nothing left: the wrapper is the command.
ShellReader::Peel ShellReader::peel_options(ShellCommand& command, std::string_view value_flags, std::size_t operands) {
    std::size_t at = 1;
    for (; at < command.words.size(); ++at) {
        const ShellWord& word = command.words[at];
        if (word.text == "--") {
            ++at;
            break;
        }
        if (word.text.size() < 2 || word.text.front() != '-') break;
        if (has_word(value_flags, word.text)) ++at;
    }
    at += operands;
    if (at >= command.words.size()) return Peel::none;
    take_assignments(command, at);
    if (at >= command.words.size()) return Peel::none;
    keep_from(command, at);
    return Peel::peeled;
}

ShellReader::Peel ShellReader::peel_env(ShellCommand& command) {
    std::size_t at = 1;
    while (at < command.words.size()) {
        const std::string_view text = command.words[at].text;
        if (text == "-S" || text.substr(0, 14) == "--split-string") return Peel::none;
        if (text == "-u" || text == "-C" || text == "--unset" || text == "--chdir") {
            at += 2;
        } else if (text.size() >= 1 && text.front() == '-') {
            ++at;
        } else if (command.words[at].known && is_assignment(text)) {
            take_assignments(command, at);
        } else {
            break;
        }
    }
    if (at >= command.words.size()) return Peel::none;
    keep_from(command, at);
    return Peel::peeled;
}

// `sh -c SCRIPT`, `bash -euxo pipefail -c SCRIPT`.
ShellReader::Peel ShellReader::peel_shell(ShellCommand& command, Made& opened) {
    bool runs = false;
    std::vector<std::string_view> options;
    std::size_t at = 1;
    for (; at < command.words.size(); ++at) {
        const ShellWord& word = command.words[at];
        const bool option = word.text.size() >= 2 && (word.text.front() == '-' || word.text.front() == '+');
        if (!option || word.text == "--") break;
        options.push_back(word.text);
        if (word.text[1] == '-') continue;
        if (word.text.find('c') != std::string_view::npos) runs = true;
        if (word.text.back() == 'o' && at + 1 < command.words.size()) options.push_back(command.words[++at].text);
    }
    if (!runs || at >= command.words.size()) return Peel::none;
    const ShellWord& script = command.words[at];
    if (!script.known && !script.quoted) {
        state_.script.complete = false;
        return Peel::none;
    }
    opened = nested(script, command, pipefail_option(options).value_or(false));
    return Peel::opened;
}

// `su - USER -c SCRIPT`, in any order.
ShellReader::Peel ShellReader::peel_su(ShellCommand& command, Made& opened) {
    for (std::size_t at = 1; at + 1 < command.words.size(); ++at) {
        const std::string_view text = command.words[at].text;
        const bool cluster = text.size() >= 2 && text.front() == '-' && text[1] != '-' && text.back() == 'c';
        if (!cluster && text != "--command") continue;
        opened = nested(command.words[at + 1], command, false);
        return Peel::opened;
    }
    return Peel::none;
}

// `python -m pip …` is pip.
ShellReader::Peel ShellReader::peel_python(ShellCommand& command) {
    for (std::size_t at = 1; at + 1 < command.words.size(); ++at) {
        const std::string_view text = command.words[at].text;
        if (text == "-m") {
            if (command.words[at + 1].text != "pip" && command.words[at + 1].text != "pip3") return Peel::none;
            command.program_text = command.words.front().written;
            command.program_span = command.words.front().span;
            keep_from(command, at + 1);
            return Peel::peeled;
        }
        if (text.empty() || text.front() != '-') return Peel::none;
    }
    return Peel::none;
}

ShellReader::Peel ShellReader::peel(ShellCommand& command, Made& opened) {
    if (command.words.empty() || !command.words.front().known) return Peel::none;
    const std::string_view program = base_name(command.words.front().text);
    if (program == "env") return peel_env(command);
    if (is_shell(program)) return peel_shell(command, opened);
    if (program == "su" || program == "runuser") return peel_su(command, opened);
    if (program.substr(0, 6) == "python") return peel_python(command);
    const auto wrapper =
        std::find_if(std::begin(wrappers), std::end(wrappers), [&](const Wrapper& known) { return known.name == program; });
    if (wrapper == std::end(wrappers)) return Peel::none;
    // `command -v x` asks, it does not run.
    const bool asks = program == "command" && command.words.size() > 1 && (command.words[1].text == "-v" || command.words[1].text == "-V");
    if (asks) return Peel::none;
    if (program == "sudo" || program == "doas") command.sudo = true;
    if (peel_options(command, wrapper->value_flags, wrapper->operands) == Peel::none) return Peel::none;
    if (program == "xargs") command.open_ended = true;
    return Peel::peeled;
}

Made ShellReader::emit(ShellCommand command) {
    Made made{count(), 0, std::nullopt};
    for (std::size_t steps = 0; steps < limits::dockerfile_nesting; ++steps) {
        const Peel outcome = peel(command, made);
        if (outcome == Peel::opened) return made;
        if (outcome == Peel::none) break;
    }
    if (command.words.empty()) return {count(), count(), std::nullopt};
    constexpr std::size_t cost = 64;  // so that the file's budget bounds the number of commands, too
    if (!spend(cost)) {
        fail();
        return {count(), count(), std::nullopt};
    }
    if (command.program_text.empty()) {
        command.program_text = command.words.front().written;
        command.program_span = command.words.front().span;
    }
    made.head = count();
    state_.script.commands.push_back(std::move(command));
    made.end = count();
    return made;
}

}  // namespace scantling::dockerfile
