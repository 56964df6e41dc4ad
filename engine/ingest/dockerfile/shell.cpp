// The grammar of shell scripts, as far as simple commands are concerned: recursive descent, one cursor, bounded depth.
//
// Commands appear in the order in which the shell would start them, so that a substitution stands before its command.
#include "engine/ingest/dockerfile/shell.h"

#include <algorithm>

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/shell_reader.h"

namespace scantling::dockerfile {

namespace {

bool is_word_end(char c) {
    return c == '\0' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')' ||
           c == '<' || c == '>';
}

}  // namespace

std::string_view base_name(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos || slash + 1 == path.size() ? path : path.substr(slash + 1);
}

bool is_shell(std::string_view program) {
    constexpr std::string_view shells[] = {"sh", "bash", "dash", "ash", "ksh", "zsh", "mksh"};
    return std::find(std::begin(shells), std::end(shells), base_name(program)) != std::end(shells);
}

std::optional<bool> pipefail_option(const std::vector<std::string_view>& words) {
    std::optional<bool> set;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const std::string_view word = words[i];
        const bool option = word.size() >= 2 && (word.front() == '-' || word.front() == '+') && word[1] != '-';
        if (option && word.back() == 'o' && words[i + 1] == "pipefail") set = word.front() == '-';
    }
    return set;
}

// A word that closes what encloses this list, at the begin of a command.
ShellReader::Close ShellReader::take_closer(std::size_t length, Close close) {
    at_ += length;
    return close;
}

ShellReader::Close ShellReader::closer() {
    if (at_end()) return Close::end;
    if (text_[at_] == ')') return take_closer(1, Close::paren);
    if (text_.substr(at_, 2) == ";;") return take_closer(2, Close::double_semicolon);
    struct Word {
        std::string_view text;
        Close close;
    };
    constexpr Word words[] = {{"then", Close::then}, {"do", Close::do_loop},     {"done", Close::done}, {"fi", Close::fi},
                              {"elif", Close::elif}, {"else", Close::otherwise}, {"esac", Close::esac}, {"}", Close::brace}};
    for (const Word& word : words) {
        if (text_.substr(at_, word.text.size()) == word.text && is_word_end(peek(word.text.size())))
            return take_closer(word.text.size(), word.close);
    }
    return Close::end;
}

// What stands between two commands. Nothing where the list ends here.
std::optional<ListOperator> ShellReader::separator() {
    blanks();
    const char c = peek();
    if (at_end() || c == ')') return std::nullopt;
    if (c == '\n') {
        ++at_;
        take_heredocs();
        return ListOperator::sequence;
    }
    if (text_.substr(at_, 2) == ";;") return std::nullopt;
    if (c == ';') {
        ++at_;
        return ListOperator::sequence;
    }
    if (text_.substr(at_, 2) == "&&" || text_.substr(at_, 2) == "||") {
        at_ += 2;
        return c == '&' ? ListOperator::and_if : ListOperator::or_if;
    }
    if (c == '&') {
        ++at_;
        return ListOperator::background;
    }
    return std::nullopt;
}

// Commands until something closes the list; what closed it, `end` for the end of the text.
ShellReader::Close ShellReader::list(std::optional<ListOperator> op) {
    bool first = true;
    while (!at_end()) {
        blanks();
        if (peek() == '#') {
            while (!at_end() && text_[at_] != '\n') ++at_;
        }
        if (peek() == '\n' && !at_end()) {
            ++at_;
            take_heredocs();
            continue;
        }
        const std::size_t before = at_;
        const Close close = closer();
        if (close != Close::end || at_end()) return close;
        pipeline(first ? op : op.value_or(ListOperator::sequence));
        first = false;
        const auto next = separator();
        if (!next && at_ == before) {
            fail();  // no command and no separator: not a script as we know it
            return Close::end;
        }
        op = next;
    }
    return Close::end;
}

void ShellReader::pipeline(std::optional<ListOperator> op) {
    bool negated = false;
    while (peek() == '!' && is_word_end(peek(1))) {
        negated = !negated;
        ++at_;
        blanks();
    }
    Made left = command(op, negated);
    while (true) {
        blanks();
        if (peek() != '|' || peek(1) == '|' || at_end()) return;
        at_ += peek(1) == '&' ? 2U : 1U;
        state_.script.has_pipe = true;
        if (!state_.pipefail) state_.script.bare_pipe = true;
        blanks();
        while (peek() == '\n' && !at_end()) {
            ++at_;
            take_heredocs();
            blanks();
        }
        const Made right = command(std::nullopt, negated);
        for (std::uint32_t i = left.begin; i < left.end && right.head; ++i) {
            ShellCommand& writer = state_.script.commands[i];
            if (!writer.pipes_into && writer.captured == (state_.captured > 0)) writer.pipes_into = right.head;
        }
        left = right;
    }
}

Made ShellReader::command(std::optional<ListOperator> op, bool negated) {
    if (++state_.depth > limits::dockerfile_nesting) {
        fail();
        --state_.depth;
        return {count(), count(), std::nullopt};
    }
    std::size_t end = at_;
    while (end < text_.size() && !is_word_end(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    constexpr std::string_view openers[] = {"if", "while", "until", "for", "case", "select", "function", "{"};
    Made made;
    if (peek() == '(' || std::find(std::begin(openers), std::end(openers), word) != std::end(openers)) {
        made = compound(word, op);
    } else {
        made = simple(op, negated);
    }
    --state_.depth;
    return made;
}

Made ShellReader::group(Close expected, std::optional<ListOperator> op) {
    Made made{count(), 0, std::nullopt};
    if (list(op) != expected) fail();
    made.end = count();
    return made;
}

void ShellReader::conditional_list(Close expected) {
    ++state_.conditional;
    if (list(ListOperator::sequence) != expected) fail();
    --state_.conditional;
}

Made ShellReader::compound(std::string_view word, std::optional<ListOperator> op) {
    Made made{count(), 0, std::nullopt};
    const bool arithmetic = text_.substr(at_, 2) == "((";
    if (arithmetic) {
        --at_;  // as if a `$` stood there
        skip_arithmetic();
    } else if (peek() == '(') {
        ++at_;
        const auto locals = state_.variables.locals;
        group(Close::paren, op);
        state_.variables.locals = locals;
    } else {
        at_ += word.size();
        bool good = true;
        if (word == "{") {
            group(Close::brace, op);
        } else if (word == "if") {
            good = if_clause(op);
        } else if (word == "while" || word == "until") {
            good = loop(op);
        } else if (word == "case") {
            good = case_clause();
        } else if (word == "function") {
            std::vector<ShellWord> name;
            blanks();
            words(name);
            blanks();
            if (text_.substr(at_, 2) == "()") at_ += 2;
            ++state_.conditional;
            separator();
            blanks();
            command(std::nullopt, false);
            --state_.conditional;
        } else {
            good = for_loop();
        }
        if (!good) fail();
    }
    trailing_redirects();
    made.end = count();
    for (std::uint32_t i = made.begin; i < made.end && !made.head; ++i) {
        if (state_.script.commands[i].captured == (state_.captured > 0)) made.head = i;
    }
    return made;
}

bool ShellReader::if_clause(std::optional<ListOperator> op) {
    if (list(op) != Close::then) return false;
    ++state_.conditional;
    bool good = true;
    bool last = false;
    while (good) {
        const Close close = list(ListOperator::sequence);
        if (close == Close::fi) break;
        good = !last && (close == Close::otherwise || (close == Close::elif && list(ListOperator::sequence) == Close::then));
        last = close == Close::otherwise;
    }
    --state_.conditional;
    return good;
}

bool ShellReader::loop(std::optional<ListOperator> op) {
    if (list(op) != Close::do_loop) return false;
    conditional_list(Close::done);
    return true;
}

bool ShellReader::for_loop() {
    blanks();
    if (text_.substr(at_, 2) == "((") {
        --at_;
        skip_arithmetic();
    } else {
        std::vector<ShellWord> name;
        if (ends_word(at_)) return false;
        words(name);
        if (!name.empty()) state_.variables.set(name.front().text, {VariableState::unknown, {}});
        blanks();
        if (text_.substr(at_, 2) == "in" && is_word_end(peek(2))) {
            at_ += 2;
            std::vector<ShellWord> items;
            for (blanks(); !ends_word(at_); blanks()) words(items);
        }
    }
    separator();
    for (blanks(); peek() == '\n' && !at_end(); blanks()) ++at_;
    if (closer() != Close::do_loop) return false;
    conditional_list(Close::done);
    return true;
}

bool ShellReader::case_clause() {
    std::vector<ShellWord> subject;
    blanks();
    if (ends_word(at_)) return false;
    words(subject);
    for (blanks(); peek() == '\n' && !at_end(); blanks()) ++at_;
    if (text_.substr(at_, 2) != "in" || !is_word_end(peek(2))) return false;
    at_ += 2;
    ++state_.conditional;
    bool good = true;
    while (good) {
        for (blanks(); (peek() == '\n' || peek() == ';') && !at_end(); blanks()) ++at_;
        if (closer() == Close::esac) break;
        if (peek() == '(') ++at_;
        std::vector<ShellWord> patterns;
        for (blanks(); !at_end() && peek() != ')'; blanks()) {
            if (peek() == '|') {
                ++at_;
            } else if (ends_word(at_)) {
                good = false;
                break;
            } else {
                words(patterns);
            }
        }
        if (at_end() || !good) {
            good = false;
            break;
        }
        ++at_;
        const Close close = list(ListOperator::sequence);
        if (close == Close::esac) break;
        good = close == Close::double_semicolon;
    }
    --state_.conditional;
    return good;
}

// `done < list`, `} > log`: redirections of a group are nobody's.
void ShellReader::trailing_redirects() {
    ShellCommand nobody;
    for (blanks(); redirect(nobody); blanks()) {
    }
}

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
    struct Operator {
        std::string_view text;
        RedirectKind kind;
    };
    constexpr Operator operators[] = {{"<<<", RedirectKind::here_string}, {"<<-", RedirectKind::heredoc}, {"<<", RedirectKind::heredoc},
                                      {"<&", RedirectKind::duplicate},    {"<>", RedirectKind::write},    {"<", RedirectKind::read},
                                      {"&>>", RedirectKind::append},      {"&>", RedirectKind::write},    {">>", RedirectKind::append},
                                      {">&", RedirectKind::duplicate},    {">|", RedirectKind::write},    {">", RedirectKind::write}};
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

Made ShellReader::script(std::optional<ListOperator> op) {
    Made made{count(), 0, std::nullopt};
    if (list(op) != Close::end) fail();
    made.end = count();
    for (std::uint32_t i = made.begin; i < made.end && !made.head; ++i) {
        if (state_.script.commands[i].captured == (state_.captured > 0)) made.head = i;
    }
    return made;
}

ShellScript read_script(const Mapped& text, const ShellSetting& setting) {
    ShellState state(setting);
    ShellReader(text, state).script(std::nullopt);
    return std::move(state.script);
}

ShellScript read_exec(const Mapped& text, std::string_view written, std::vector<ShellWord> words, const ShellSetting& setting) {
    ShellState state(setting);
    ShellCommand command;
    command.words = std::move(words);
    command.text = written;
    command.span = text.place(written);
    if (!command.words.empty()) ShellReader(text, state).emit(std::move(command));
    return std::move(state.script);
}

}  // namespace scantling::dockerfile
