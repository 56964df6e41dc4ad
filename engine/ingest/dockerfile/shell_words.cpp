// Words of a shell script: quotes, escapes, variables, substitutions. Words without any of them, most, stay views.
#include <algorithm>

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/shell_reader.h"

namespace scantling::dockerfile {

namespace {

bool is_name(std::string_view text) {
    if (text.empty() || is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
}

// Where a `${` that begins at `at` closes: past its `}`. Quotes and nested braces count.
std::size_t brace_end(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && quote != '\'') {
            ++at;
        } else if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '{' && at > 0 && text[at - 1] == '$') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return at + 1;
        }
    }
    return text.size() + 1;
}

}  // namespace

Found ScriptVariables::find(std::string_view name) const {
    for (auto local = locals.rbegin(); local != locals.rend(); ++local) {
        if (local->name == name) return local->found;
    }
    if (crowded_) return {VariableState::unknown, {}};
    const Found found = outer_.find(name);
    return found.state == VariableState::value ? found : Found{VariableState::unknown, {}};
}

void ScriptVariables::set(std::string_view name, Found value) {
    for (Local& local : locals) {
        if (local.name != name) continue;
        local.found = value;
        return;
    }
    constexpr std::size_t kept = 64;  // scripts that set more are not worth following
    if (locals.size() < kept) {
        locals.push_back({name, value});
    } else {
        crowded_ = true;
    }
}

void ShellReader::fail() {
    state_.script.complete = false;
    state_.script.opaque = true;
    at_ = text_.size();
}

bool ShellReader::spend(std::size_t bytes) {
    if (bytes > state_.budget) return false;
    state_.budget -= bytes;
    return true;
}

void ShellReader::blanks() {
    while (!at_end()) {
        const char c = text_[at_];
        if (c == ' ' || c == '\t' || c == '\r') {
            ++at_;
        } else if (c == '\\' && peek(1) == '\n') {
            at_ += 2;
        } else {
            return;
        }
    }
}

bool ShellReader::ends_word(std::size_t at) const {
    if (at >= text_.size()) return true;
    const char c = text_[at];
    if (c == '<' || c == '>') return at + 1 >= text_.size() || text_[at + 1] != '(';  // `<(…)` is part of a word
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')';
}

// One word of the text; a variable without quotes may make it several, or none.
void ShellReader::words(std::vector<ShellWord>& to) {
    const std::size_t begin = at_;
    constexpr std::string_view special = "\\'\"$`<>";
    while (!ends_word(at_)) {
        if (special.find(text_[at_]) != std::string_view::npos) return word_slow(begin, to);
        ++at_;
    }
    const std::string_view plain = view(begin);
    to.push_back({plain, plain, in_.place(plain), true, false, false, false});
}

void ShellReader::word_slow(std::size_t begin, std::vector<ShellWord>& to) {
    buffer_.assign(view(begin));
    fields_.clear();
    known_ = true;
    splits_ = quoted_ = false;
    while (!ends_word(at_)) {
        const char c = text_[at_];
        if (c == '\\') {
            ++at_;
            if (peek() != '\n' && !at_end()) buffer_ += text_[at_];
            if (!at_end()) ++at_;
        } else if (c == '\'') {
            const std::size_t close = text_.find('\'', at_ + 1);
            if (close == std::string_view::npos) return fail();
            buffer_ += text_.substr(at_ + 1, close - at_ - 1);
            at_ = close + 1;
            quoted_ = true;
        } else if (c == '"') {
            ++at_;
            double_quoted();
        } else if (c == '$') {
            dollar(false);
        } else if (c == '`') {
            backticks();
            splits_ = true;
        } else if (c == '<' || c == '>') {
            ++at_;  // process substitution: a file name nobody knows
            substitution();
        } else {
            buffer_ += c;
            ++at_;
        }
    }
    flush(begin, to);
}

void ShellReader::flush(std::size_t begin, std::vector<ShellWord>& to) {
    const std::string_view written = view(begin);
    const Span span = in_.place(written);
    const auto add = [&](const std::string& text, bool known) {
        to.push_back({state_.pool.keep(text), written, span, known, splits_, quoted_, false});
    };
    for (const std::string& field : fields_) add(field, true);
    if (!buffer_.empty() || quoted_ || !known_) add(buffer_, known_);
}

void ShellReader::double_quoted() {
    quoted_ = true;
    while (!at_end() && text_[at_] != '"') {
        const char c = text_[at_];
        if (c == '\\') {
            const char next = peek(1);
            const bool escapes = next == '$' || next == '`' || next == '"' || next == '\\' || next == '\n';
            if (!escapes) buffer_ += c;
            if (escapes && next != '\n') buffer_ += next;
            at_ += escapes ? 2 : 1;
        } else if (c == '$') {
            dollar(true);
        } else if (c == '`') {
            backticks();
        } else {
            buffer_ += c;
            ++at_;
        }
    }
    if (at_end()) return fail();
    ++at_;
}

// `$'…'`: of its escapes only those that hide no text are undone.
void ShellReader::ansi_quoted() {
    quoted_ = true;
    for (; !at_end() && text_[at_] != '\''; ++at_) {
        if (text_[at_] != '\\') {
            buffer_ += text_[at_];
            continue;
        }
        ++at_;
        constexpr std::string_view names = "ntr\\'\"";
        constexpr std::string_view values = "\n\t\r\\'\"";
        const std::size_t which = names.find(peek());
        if (which == std::string_view::npos || at_end()) {
            known_ = false;
        } else {
            buffer_ += values[which];
        }
    }
    if (at_end()) return fail();
    ++at_;
}

void ShellReader::value(const Found& found, bool quoted) {
    if (found.state == VariableState::unknown || !spend(found.value.size())) {
        known_ = false;
        splits_ = splits_ || !quoted;
        return;
    }
    if (quoted || found.value.find_first_of(" \t\n") == std::string_view::npos) {
        buffer_ += found.value;
        return;
    }
    for (const char c : found.value) {
        if (c != ' ' && c != '\t' && c != '\n') {
            buffer_ += c;
        } else if (!buffer_.empty()) {
            if (known_) fields_.push_back(std::move(buffer_));
            buffer_.clear();
        }
    }
}

void ShellReader::dollar(bool quoted) {
    const char next = peek(1);
    if (next == '(') {
        if (peek(2) == '(') {
            skip_arithmetic();
        } else {
            ++at_;
            substitution();
        }
        splits_ = splits_ || !quoted;
        known_ = false;
        return;
    }
    if (next == '{') return parameter(quoted);
    if (next == '\'' && !quoted) {
        at_ += 2;
        return ansi_quoted();
    }
    if (next == '"' && !quoted) {
        at_ += 2;
        return double_quoted();
    }
    const std::size_t begin = ++at_;
    if (!at_end() && (is_letter(text_[at_]) || text_[at_] == '_')) {
        while (!at_end() && (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '_')) ++at_;
        return value(state_.variables.find(view(begin)), quoted);
    }
    constexpr std::string_view special = "@*#?-$!0123456789";
    if (!at_end() && special.find(text_[at_]) != std::string_view::npos) {
        ++at_;
        return value({VariableState::unknown, {}}, quoted);
    }
    buffer_ += '$';
}

void ShellReader::parameter(bool quoted) {
    const std::size_t begin = at_;
    const std::size_t end = brace_end(text_, at_);
    if (end > text_.size()) return fail();
    at_ = end;
    const std::string_view written = view(begin);
    const bool runs = written.find('`') != std::string_view::npos || written.find("$(") != std::string_view::npos;
    if (runs) state_.script.complete = false;
    Lexing how;
    how.budget = &state_.budget;
    const Expanded made = runs ? Expanded{} : expand_word(written, state_.variables, how);
    const bool known = !runs && made.problem.empty() && made.missing.empty() && made.known;
    value({known ? VariableState::value : VariableState::unknown, known ? state_.pool.keep(made.text) : std::string_view()}, quoted);
}

// `(…)` after `$`, `<` or `>`: its commands run, its output is not known.
void ShellReader::substitution() {
    const std::string buffer = std::move(buffer_);
    const std::vector<std::string> fields = std::move(fields_);
    const bool splits = splits_;
    const bool quoted = quoted_;
    ++at_;
    if (++state_.depth > limits::dockerfile_nesting) return fail();
    ++state_.captured;
    const auto locals = state_.variables.locals;
    if (list(std::nullopt) != Close::paren) fail();
    state_.variables.locals = locals;
    --state_.captured;
    --state_.depth;
    buffer_ = buffer;
    fields_ = fields;
    splits_ = splits;
    quoted_ = quoted;
    known_ = false;
}

void ShellReader::backticks() {
    std::size_t end = at_ + 1;
    bool escaped = false;
    for (; end < text_.size() && text_[end] != '`'; ++end) {
        if (text_[end] != '\\') continue;
        escaped = true;
        ++end;
    }
    if (end >= text_.size()) return fail();
    Mapped inner = part_of(in_, static_cast<std::uint32_t>(at_ + 1), static_cast<std::uint32_t>(end));
    if (escaped) {
        Joiner joiner;
        for (std::uint32_t i = 0; i < inner.text.size(); ++i) {
            const bool escapes = inner.text[i] == '\\' && i + 1 < inner.text.size() &&
                                 std::string_view("$`\\\"").find(inner.text[i + 1]) != std::string_view::npos;
            if (escapes) ++i;
            joiner.add(inner.text.substr(i, 1), inner.place(i));
        }
        inner = joiner.finish(state_.pool);
    }
    at_ = end + 1;
    known_ = false;
    if (++state_.depth > limits::dockerfile_nesting || !spend(inner.text.size())) return fail();
    ++state_.captured;
    const auto locals = state_.variables.locals;
    ShellReader(inner, state_).script(std::nullopt);
    state_.variables.locals = locals;
    --state_.captured;
    --state_.depth;
}

// `$((…))`; what it computes is not known. Commands inside it are rare enough to be given up.
void ShellReader::skip_arithmetic() {
    const std::size_t begin = at_;
    std::size_t depth = 0;
    for (; !at_end(); ++at_) {
        if (text_[at_] == '(') ++depth;
        if (text_[at_] == ')' && --depth == 0) break;
    }
    if (at_end()) return fail();
    ++at_;
    if (text_[at_ - 2] != ')') {  // `$((a); b)`: a substitution that begins with a subshell
        at_ = begin + 1;
        return substitution();
    }
    const std::string_view inside = text_.substr(begin + 3, at_ - begin - 3);
    if (inside.find("$(") != std::string_view::npos || inside.find('`') != std::string_view::npos) state_.script.complete = false;
}

// `NAME=value` before the program; false where the text at hand is none.
bool ShellReader::assignment(ShellCommand& command) {
    std::size_t equals = at_;
    while (equals < text_.size() && (is_letter(text_[equals]) || is_digit(text_[equals]) || text_[equals] == '_')) ++equals;
    const std::string_view name = text_.substr(at_, equals - at_);
    const bool appends = text_.substr(equals, 2) == "+=";
    if (!is_name(name) || (!appends && (equals >= text_.size() || text_[equals] != '='))) return false;
    const std::size_t begin = at_;
    at_ = equals + (appends ? 2 : 1);
    Assignment made;
    made.name = name;
    if (peek() == '(') {
        std::size_t depth = 0;
        for (; !at_end(); ++at_) {
            if (text_[at_] == '(') ++depth;
            if (text_[at_] == ')' && --depth == 0) break;
        }
        if (at_end()) {
            fail();
            return true;
        }
        ++at_;
        made.value.known = false;
        if (view(begin).find("$(") != std::string_view::npos) state_.script.complete = false;
    } else {
        std::vector<ShellWord> parts;
        words(parts);
        if (parts.size() == 1) made.value = parts.front();
        if (parts.size() > 1) {  // fields of a variable: an assignment does not split
            std::string joined;
            for (const ShellWord& part : parts) joined += (joined.empty() ? "" : " ") + std::string(part.text);
            made.value = parts.front();
            made.value.text = state_.pool.keep(joined);
            made.value.known = parts.back().known;
        }
        if (appends) made.value.known = false;
    }
    made.value.written = text_.substr(equals + 1, at_ - equals - 1);
    made.value.span = in_.place(made.value.written);
    made.span = in_.place(view(begin));
    command.environment.push_back(std::move(made));
    return true;
}

}  // namespace scantling::dockerfile
