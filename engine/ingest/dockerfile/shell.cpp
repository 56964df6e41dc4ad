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
