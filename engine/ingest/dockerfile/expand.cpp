// BuildKit's lexer for words with quotes and variables (frontend/dockerfile/shell), on bytes, in three values.
//
// One pass, one cursor: nested `${a:-${b}}` recurse on the same cursor, so the work stays linear in the text. What
// variables bring in is bounded by a budget for the whole file: thirty lines of `ENV A=$A$A` would else make a gigabyte.
#include "engine/ingest/dockerfile/expand.h"

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/pattern.h"
#include "engine/ingest/dockerfile/text.h"

namespace scantling::dockerfile {

namespace {

constexpr int no_stop = -1;

// Letters beyond ASCII count as letters of a name, as in Go; so do other characters there, which makes their names ones
// that nobody defined: unknown, not wrong.
bool is_name_byte(char c) { return is_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

class Lexer {
  public:
    Lexer(std::string_view text, const Variables& variables, const Lexing& how, bool wants_words)
        : text_(text),
          variables_(variables),
          how_(how),
          wants_words_(wants_words),
          budget_(how.budget != nullptr ? *how.budget : own_budget_) {}

    Expanded run() {
        read_until(no_stop, how_.raw_escapes, out_.text, wants_words_);
        if (wants_words_ && out_.problem.empty()) end_word();
        if (!out_.problem.empty()) {
            out_.words.clear();
            out_.known = false;
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] bool failed() const { return !out_.problem.empty(); }
    [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
    void fail(std::string problem) {
        if (out_.problem.empty()) out_.problem = std::move(problem);
    }

    // Words: blanks end one only outside quotes and escapes. A word that holds nothing vanishes, quoted or not.
    void end_word() {
        if (word_.empty()) return;
        out_.words.push_back({std::move(word_), word_begin_, word_end_});
        word_.clear();
    }
    void word_raw(std::string_view bytes, std::size_t begin) {
        if (word_.empty()) word_begin_ = static_cast<std::uint32_t>(begin);
        word_ += bytes;
        word_end_ = static_cast<std::uint32_t>(at_);
    }
    void word_split(std::string_view bytes, std::size_t begin) {
        for (std::size_t i = 0; i < bytes.size();) {
            if (const std::size_t length = space_length(bytes, i)) {
                end_word();
                i += length;
            } else {
                word_raw(bytes.substr(i, 1), begin);
                ++i;
            }
        }
    }

    void put(std::string_view bytes, std::string& to) {
        if (bytes.size() > budget_ || to.size() + bytes.size() > limits::dockerfile_value_bytes) {
            out_.known = false;
            return;
        }
        budget_ -= bytes.size();
        to += bytes;
    }

    void read_until(int stop, bool raw_escapes, std::string& to, bool words) {
        if (++depth_ > limits::dockerfile_nesting) return fail("substitutions nested too deeply");
        while (!at_end() && !failed()) {
            const std::size_t begin = at_;
            const char c = text_[at_];
            if (stop != no_stop && c == static_cast<char>(stop)) {
                ++at_;
                --depth_;
                return;
            }
            std::string made;
            if (c == '$') {
                dollar(made);
                if (words) word_split(made, begin);
            } else if (c == '\'' || c == '"') {
                quoted(c, raw_escapes, made);
                if (words) word_raw(made, begin);
            } else if (c == '<') {
                possible_heredoc(made);
                if (words) word_raw(made, begin);
            } else {
                plain(raw_escapes, made, words, begin);
            }
            put(made, to);
        }
        --depth_;
        if (stop != no_stop && !failed())
            fail(std::string("unexpected end of statement while looking for matching ") + static_cast<char>(stop));
    }

    void plain(bool raw_escapes, std::string& made, bool words, std::size_t begin) {
        if (text_[at_] != how_.escape) {
            const std::size_t length = std::max<std::size_t>(space_length(text_, at_), 1);
            made = text_.substr(at_, length);
            at_ += length;
            if (words) word_split(made, begin);
            return;
        }
        if (raw_escapes) made += how_.escape;
        if (++at_ < text_.size()) made += text_[at_++];  // an escape at the end is dropped
        if (words) word_raw(made, begin);
    }

    // `<<  EOF` is one word.
    void possible_heredoc(std::string& made) {
        const std::size_t begin = at_++;
        if (peek() == '<' && !at_end()) {
            ++at_;
            while (!at_end() && (peek() == ' ' || peek() == '\t' || peek() == '\r')) ++at_;
        }
        made = text_.substr(begin, at_ - begin);
    }

    void quoted(char quote, bool raw_escapes, std::string& made) {
        ++at_;
        if (how_.raw_quotes) made += quote;
        while (!at_end() && !failed()) {
            const char c = text_[at_];
            if (c == quote) {
                ++at_;
                if (how_.raw_quotes) made += quote;
                return;
            }
            if (quote == '"' && c == '$') {
                std::string value;
                dollar(value);
                put(value, made);
            } else if (quote == '"' && c == how_.escape) {
                ++at_;
                const bool escapes = !at_end() && (peek() == '"' || peek() == '$' || peek() == how_.escape);
                if (raw_escapes || !escapes) made += how_.escape;
                if (escapes) made += text_[at_++];
            } else {
                made += c;
                ++at_;
            }
        }
        if (!failed()) {
            fail(std::string("unexpected end of statement while looking for matching ") + (quote == '"' ? "double-quote" : "single-quote"));
        }
    }

    std::string_view name() {
        const std::size_t begin = at_;
        if (at_end()) return {};
        constexpr std::string_view special = "@*#?-$!0";
        if (is_digit(peek())) {
            while (!at_end() && is_digit(peek())) ++at_;
        } else if (special.find(peek()) != std::string_view::npos) {
            ++at_;
        } else {
            while (!at_end() && is_name_byte(peek())) ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }

    Found find(std::string_view name, bool has_default) {
        const Found found = variables_.find(name);
        out_.uses.push_back({name, found.state, has_default});
        return found;
    }

    void plain_value(std::string_view name, std::string_view written, std::string& made) {
        const Found found = find(name, false);
        if (found.state == VariableState::unknown) out_.known = false;
        if (found.state == VariableState::unset && how_.keep_unset) {
            made = written;
            return;
        }
        if (found.state == VariableState::unset) out_.unset = true;
        put(found.value, made);
    }

    void dollar(std::string& made) {
        const std::size_t begin = at_++;
        if (at_end() || peek() != '{') {
            const std::string_view called = name();
            if (called.empty()) {
                made = "$";
                return;
            }
            return plain_value(called, text_.substr(begin, at_ - begin), made);
        }
        ++at_;
        if (at_end()) return fail("syntax error: missing '}'");
        if (peek() == '{' || peek() == '}' || peek() == ':') return fail("syntax error: bad substitution");
        const std::string_view called = name();
        if (at_end()) return fail("syntax error: missing '}'");
        const char operation = text_[at_++];
        if (operation == '}') return plain_value(called, text_.substr(begin, at_ - begin), made);
        if (operation == '/') return substitute(called, begin, made);
        modify(called, operation, begin, made);
    }

    void modify(std::string_view called, char operation, std::size_t begin, std::string& made) {
        const bool null_is_unset = operation == ':';
        std::string shown(1, operation);
        if (null_is_unset) {
            if (at_end()) return fail("syntax error: missing '}'");
            operation = text_[at_++];
            shown += operation;
        }
        constexpr std::string_view known = "+-?#%";
        const bool pattern = operation == '#' || operation == '%';
        if (known.find(operation) == std::string_view::npos || (null_is_unset && pattern)) {
            return fail("unsupported modifier (" + shown + ") in substitution");
        }
        const bool before = out_.known;
        const bool unset_before = out_.unset;
        std::string word;
        read_until('}', pattern, word, false);
        if (failed()) return at_end() ? missing_brace() : void();
        const bool word_certain = out_.known && out_.unset == unset_before;
        out_.known = before;
        out_.unset = unset_before;

        const Found found = find(called, !pattern);
        if (found.state == VariableState::unset && how_.keep_unset) {
            made = text_.substr(begin, at_ - begin);
            return;
        }
        if (found.state == VariableState::unknown) {
            out_.known = false;
            return;
        }
        if (pattern) return trim_value(found, operation, word, word_certain, made);
        const bool absent = found.state == VariableState::unset || (null_is_unset && found.value.empty());
        const bool takes_word = operation == '-' ? absent : operation == '+' && !absent;
        if (takes_word) {
            if (!word_certain) out_.known = false;
            put(word, made);
        } else if (operation == '?' && absent) {
            const bool is_unset = found.state == VariableState::unset;
            out_.missing =
                std::string(called) + ": " + (word.empty() ? is_unset ? "is not allowed to be unset" : "is not allowed to be empty" : word);
        } else if (operation != '+') {
            put(found.value, made);
        }
    }

    void missing_brace() { out_.problem = "syntax error: missing '}'"; }

    void trim_value(const Found& found, char operation, std::string_view word, bool word_certain, std::string& made) {
        if (found.state == VariableState::unset) out_.unset = true;
        if (!word_certain) out_.known = false;
        const bool longest = !word.empty() && word.front() == operation;
        if (longest) word.remove_prefix(1);
        made = found.value;
        const PatternOutcome outcome =
            operation == '#' ? trim_prefix(word, longest, made, budget_) : trim_suffix(word, longest, made, budget_);
        settle(outcome, word);
    }

    void substitute(std::string_view called, std::size_t begin, std::string& made) {
        const bool all = !at_end() && peek() == '/';
        if (all) ++at_;
        const bool before = out_.known;
        std::string pattern;
        std::string with;
        read_until('/', true, pattern, false);
        if (failed()) {
            if (at_end()) out_.problem = "syntax error: missing '/' in ${}";
            return;
        }
        read_until('}', true, with, false);
        if (failed()) return at_end() ? missing_brace() : void();
        const bool certain = out_.known;
        out_.known = before;
        const Found found = find(called, false);
        if (found.state == VariableState::unset && how_.keep_unset) {
            made = text_.substr(begin, at_ - begin);
            return;
        }
        if (found.state == VariableState::unset) out_.unset = true;
        if (found.state == VariableState::unknown || !certain) out_.known = false;
        made = found.value;
        settle(replace(pattern, with, all, made, budget_), pattern);
    }

    void settle(PatternOutcome outcome, std::string_view pattern) {
        if (outcome == PatternOutcome::invalid) fail("invalid pattern (" + std::string(pattern) + ") in substitution");
        if (outcome == PatternOutcome::too_large) out_.known = false;
    }

    std::string_view text_;
    const Variables& variables_;
    const Lexing& how_;
    bool wants_words_;
    std::size_t own_budget_ = limits::dockerfile_expansion;
    std::size_t& budget_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    Expanded out_;
    std::string word_;
    std::uint32_t word_begin_ = 0;
    std::uint32_t word_end_ = 0;
};

}  // namespace

// Most words hold nothing to expand: they need no lexer.
bool is_plain(std::string_view text, char escape) {
    for (const char c : text) {
        if (c == '$' || c == '\'' || c == '"' || c == escape) return false;
    }
    return true;
}

Expanded expand(std::string_view text, const Variables& variables, const Lexing& how) { return Lexer(text, variables, how, true).run(); }

Expanded expand_word(std::string_view text, const Variables& variables, const Lexing& how) {
    if (!is_plain(text, how.escape)) return Lexer(text, variables, how, false).run();
    Expanded same;
    same.text = text;
    return same;
}

}  // namespace scantling::dockerfile
