// Simple commands of a shell script: their words, redirections and heredocs, and what the shell itself does with them.
#include <algorithm>

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/shell_reader.h"

namespace scantling::dockerfile {

namespace {

struct Operator {
    std::string_view text;
    RedirectKind kind;
};
constexpr Operator operators[] = {{"<<<", RedirectKind::here_string}, {"<<-", RedirectKind::heredoc}, {"<<", RedirectKind::heredoc},
                                  {"<&", RedirectKind::duplicate},    {"<>", RedirectKind::write},    {"<", RedirectKind::read},
                                  {"&>>", RedirectKind::append},      {"&>", RedirectKind::write},    {">>", RedirectKind::append},
                                  {">&", RedirectKind::duplicate},    {">|", RedirectKind::write},    {">", RedirectKind::write}};

}  // namespace

bool ShellReader::is_function() {
    std::size_t at = at_;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (at >= text_.size() || text_[at] != '(') return false;
    ++at;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (at >= text_.size() || text_[at] != ')') return false;
    at_ = at + 1;
    return true;
}

// Inside `[[ … ]]`, `<`, `&&` and parentheses are words.
bool ShellReader::in_test(const ShellCommand& command) {
    if (command.words.empty() || command.words.front().written != "[[") return false;
    return command.words.size() == 1 || command.words.back().written != "]]";
}

// Reads the words of a simple command; where they end. Nothing where they began a function.
std::optional<std::size_t> ShellReader::simple_words(ShellCommand& made) {
    std::size_t end = at_;
    while (true) {
        blanks();
        if (at_end() || peek() == '\n') return end;
        if (in_test(made)) {
            if (ends_word(at_)) {
                ++at_;
            } else {
                words(made.words);
            }
            end = at_;
            continue;
        }
        if (peek() == '#') return end;
        if (redirect(made)) {
            end = at_;
            continue;
        }
        if (ends_word(at_)) return end;
        if (made.words.empty() && assignment(made)) {
            end = at_;
            continue;
        }
        words(made.words);
        end = at_;
        if (made.words.size() == 1 && made.environment.empty() && is_function()) return std::nullopt;
    }
}

Made ShellReader::simple(std::optional<ListOperator> op, bool negated) {
    ShellCommand made;
    made.follows = op;
    made.negated = negated;
    made.conditional = state_.conditional > 0;
    made.captured = state_.captured > 0;
    const std::uint32_t first = count();
    const std::size_t begin = at_;
    const std::size_t pending_before = pending_.size();
    const auto end = simple_words(made);
    if (!end) {
        for (blanks(); peek() == '\n' && !at_end(); blanks()) ++at_;
        ++state_.conditional;
        command(std::nullopt, false);
        --state_.conditional;
        return {first, count(), std::nullopt};
    }
    if (peek() == '(' && !at_end()) fail();
    made.text = text_.substr(begin, *end - begin);
    made.span = in_.place(made.text);
    note_builtin(made);
    if (made.words.empty()) return {first, count(), std::nullopt};
    const std::uint32_t own = count();
    Made emitted = emit(std::move(made));
    if (count() == own + 1) {
        for (std::size_t i = pending_before; i < pending_.size(); ++i) pending_[i].command = own;
    }
    emitted.begin = first;
    return emitted;
}

// `>x`, `2>&1`, `<<EOF`; false where the text at hand is none.
bool ShellReader::redirect(ShellCommand& command) {
    std::size_t at = at_;
    while (at < text_.size() && is_digit(text_[at])) ++at;
    const bool both = at == at_ && text_.substr(at, 2) == "&>";
    if (at >= text_.size() || (!both && text_[at] != '<' && text_[at] != '>')) return false;
    if (!both && text_.substr(at + 1, 1) == "(") return false;
    ShellRedirect made;
    const std::size_t begin = at_;
    if (at > at_ && at - at_ < 6) {
        made.descriptor = 0;
        for (std::size_t i = at_; i < at; ++i) made.descriptor = *made.descriptor * 10 + static_cast<std::uint32_t>(text_[i] - '0');
    }
    std::string_view spelled;
    for (const Operator& known : operators) {
        if (text_.substr(at, known.text.size()) != known.text) continue;
        made.kind = known.kind;
        spelled = known.text;
        break;
    }
    at_ = at + spelled.size();
    blanks();
    if (ends_word(at_)) {
        fail();
        return true;
    }
    std::vector<ShellWord> target;
    words(target);
    if (!target.empty()) made.target = target.front();
    if (target.empty()) made.target.known = false;
    made.span = in_.place(view(begin));
    if (made.kind == RedirectKind::heredoc) {
        pending_.push_back({made.target.text, spelled == "<<-", no_command, static_cast<std::uint32_t>(command.redirects.size())});
    }
    command.redirects.push_back(std::move(made));
    return true;
}

// The lines that the heredocs of the line just ended announced.
void ShellReader::take_heredocs() {
    std::vector<Pending> pending;
    pending.swap(pending_);
    for (const Pending& one : pending) {
        const std::size_t begin = at_;
        std::size_t end = text_.size();
        while (at_ < text_.size()) {
            const std::size_t line = at_;
            const std::size_t newline = std::min(text_.find('\n', at_), text_.size());
            std::string_view content = text_.substr(line, newline - line);
            while (one.strips_tabs && !content.empty() && content.front() == '\t') content.remove_prefix(1);
            if (!content.empty() && content.back() == '\r') content.remove_suffix(1);
            at_ = std::min(newline + 1, text_.size());
            end = line;
            if (content == one.name) break;
            end = at_;
        }
        if (one.command >= count()) continue;
        ShellCommand& command = state_.script.commands[one.command];
        if (one.redirect >= command.redirects.size()) continue;
        command.redirects[one.redirect].body = part_of(in_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
        open_heredoc_shell(one.command, one.redirect);
    }
}

// `bash <<EOF`: the body is a script of its own. A body for another interpreter may start anything.
void ShellReader::open_heredoc_shell(std::uint32_t command, std::uint32_t redirect) {
    const ShellCommand outer = state_.script.commands[command];
    if (outer.words.empty() || !outer.words.front().known) return;
    const std::string_view program = base_name(outer.words.front().text);
    constexpr std::string_view interpreters[] = {"python", "python2", "python3", "perl",       "ruby",
                                                 "node",   "php",     "pwsh",    "powershell", "lua"};
    const bool other = std::find(std::begin(interpreters), std::end(interpreters), program) != std::end(interpreters);
    if (other) state_.script.complete = false;
    const bool script_operand = outer.words.size() > 1 && outer.words.back().text.substr(0, 1) != "-";
    if (!is_shell(program) || script_operand) return;
    const Mapped body = *outer.redirects[redirect].body;
    if (++state_.depth > limits::dockerfile_nesting || !spend(body.text.size())) {
        fail();
    } else {
        const bool before = state_.pipefail;
        std::vector<std::string_view> words;
        for (const ShellWord& word : outer.words) words.push_back(word.text);
        state_.pipefail = pipefail_option(words).value_or(false);
        state_.conditional += outer.conditional ? 1 : 0;
        ShellReader(body, state_).script(ListOperator::sequence);
        state_.conditional -= outer.conditional ? 1 : 0;
        state_.pipefail = before;
    }
    --state_.depth;
}

// What the shell itself does with a command: variables, `set`, `eval`.
void ShellReader::note_builtin(const ShellCommand& command) {
    const auto assign = [&](std::string_view name, const ShellWord& value) {
        const bool sure = value.known && state_.conditional == 0;
        state_.variables.set(name, sure ? Found{VariableState::value, value.text} : Found{VariableState::unknown, {}});
    };
    if (command.words.empty()) {
        for (const Assignment& one : command.environment) assign(one.name, one.value);
        return;
    }
    const std::string_view program = command.words.front().text;
    if (program == "set" && state_.conditional == 0) {
        std::vector<std::string_view> words;
        for (const ShellWord& word : command.words) words.push_back(word.text);
        state_.pipefail = pipefail_option(words).value_or(state_.pipefail);
    }
    if (program == "eval") state_.script.complete = false;
    constexpr std::string_view setters[] = {"export", "readonly", "local", "declare", "typeset", "read", "unset"};
    if (std::find(std::begin(setters), std::end(setters), program) == std::end(setters)) return;
    for (std::size_t i = 1; i < command.words.size(); ++i) {
        ShellWord word = command.words[i];
        const std::size_t equals = word.text.find('=');
        if (equals == std::string_view::npos) {
            if (program == "read" || program == "unset") state_.variables.set(word.text, {VariableState::unknown, {}});
            continue;
        }
        const std::string_view name = word.text.substr(0, equals);
        word.text = word.text.substr(equals + 1);
        assign(name, word);
    }
}

}  // namespace scantling::dockerfile
