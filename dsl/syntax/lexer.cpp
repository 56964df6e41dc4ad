// Text → tokens. Hand-written, because what makes Scant's tokens hard (interpolated strings, dates that look like subtractions, units,
// errors that show the culprit) is what a grammar notation is bad at.
//
// The trick: a string is one token unless it stands directly after `message` or `fix`, the only clauses that interpolate; there the
// lexer emits its pieces and the tokens between them in one stream. Strings inside an interpolation do not interpolate, so one counter
// of braces is all the state that needs. Whatever is wrong is reported here once, and the token takes the shape that the
// grammar expects, so that one mistake makes one error.
#include "dsl/syntax/lexer.h"

#include <algorithm>
#include <string>

#include "dsl/syntax/character_errors.h"
#include "dsl/syntax/literal.h"

namespace scantling::dsl {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word_character(char c) { return is_letter(c) || is_digit(c) || c == '_'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

class Lexer {
  public:
    explicit Lexer(Reports& reports) : text_(reports.source().text()), reports_(reports) {
        out_.tokens.reserve(text_.size() / 4 + 8);
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    Lexed run() {
        while (at_ < text_.size()) next();
        if (interpolating_) end_interpolation_early();
        begin_ = at_;
        add(TokenKind::end_of_file);
        return std::move(out_);
    }

  private:
    // The byte `ahead` of the current one; NUL past the end, which is no part of any token.
    [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    [[nodiscard]] Span span_from(std::size_t begin) const { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}; }
    [[nodiscard]] std::string_view lexeme() const { return text_.substr(begin_, at_ - begin_); }

    void add(TokenKind kind, Word word = Word::plain) {
        out_.tokens.push_back({kind, word, line_start_, 0, span_from(begin_)});
        line_start_ = false;
    }
    void take(std::size_t bytes, TokenKind kind) {
        at_ += bytes;
        add(kind);
    }

    void next();
    void newline();
    void comment();
    void word();
    void number();
    bool time();
    void unit_error();
    void operator_or_stray(char c);
    void brace(char c);
    void stray(char c);
    void raw(char quote);
    void block();
    void string();
    void string_piece(bool interpolates, TokenKind closed, TokenKind open);
    bool escape();
    void end_interpolation_early();
    [[nodiscard]] bool after_interpolating_word() const;

    std::string_view text_;
    Reports& reports_;
    Lexed out_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;         // of the token being read
    std::size_t string_begin_ = 0;  // of the interpolated text being read
    bool line_start_ = true;
    bool interpolating_ = false;
    std::size_t open_braces_ = 0;  // inside the interpolation
};

void Lexer::next() {
    const char c = text_[at_];
    if (c == ' ' || c == '\t' || (c == '\r' && peek(1) == '\n')) {
        ++at_;
        return;
    }
    begin_ = at_;
    if (c == '\n') return newline();
    if (c == '#') return comment();
    if (is_letter(c)) return word();
    if (is_digit(c)) return number();
    if (c == '"') return string();
    operator_or_stray(c);
}

void Lexer::newline() {
    if (interpolating_) end_interpolation_early();
    ++at_;
    line_start_ = true;
}

void Lexer::comment() {
    at_ = std::min(text_.find('\n', at_), text_.size());
    std::size_t end = at_;
    while (end > begin_ && (text_[end - 1] == '\r' || text_[end - 1] == ' ')) --end;
    const std::string_view written = text_.substr(begin_, end - begin_);
    // `###…` is a rule drawn across the page, not documentation.
    const bool doc = written.starts_with("##") && !written.starts_with("###");
    const Span span{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)};
    report_control_characters(span, reports_);
    out_.trivia.push_back({doc ? TriviaKind::doc : TriviaKind::comment, line_start_, static_cast<std::uint32_t>(out_.tokens.size()), span});
}

void Lexer::word() {
    while (is_word_character(peek())) ++at_;
    if (!is_ascii(peek()) && at_ < text_.size()) return stray(peek());
    if (at_ - begin_ == 1 && text_[begin_] == 'r' && (peek() == '"' || peek() == '\'')) return raw(peek());
    add(TokenKind::word, find_word(lexeme()));
}

// YYYY-MM-DD[T…]: tried before any other number, so that a date is never a subtraction.
bool Lexer::time() {
    constexpr std::string_view shape = "dddd-dd-dd";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == 'd' ? !is_digit(peek(i)) : peek(i) != '-') return false;
    }
    if (is_digit(peek(shape.size()))) return false;
    at_ += shape.size();
    if (peek() == 'T' && is_digit(peek(1))) {
        ++at_;
        while (is_digit(peek()) || peek() == ':') ++at_;
        if ((peek() == '+' || peek() == '-') && is_digit(peek(1))) {
            ++at_;
            while (is_digit(peek()) || peek() == ':') ++at_;
        }
    }
    while (is_word_character(peek())) ++at_;  // `Z`, or what is wrong
    const bool valid = decode_time(lexeme()).has_value();
    if (!valid) report_bad_time(span_from(begin_), reports_);
    add(valid ? TokenKind::time : TokenKind::error);
    return true;
}

void Lexer::number() {
    if (time()) return;
    const bool octal = peek() == '0' && peek(1) == 'o';
    if (octal) at_ += 2;
    while (is_digit(peek())) ++at_;
    const bool decimal = !octal && peek() == '.' && is_digit(peek(1));
    if (decimal) {
        ++at_;
        while (is_digit(peek())) ++at_;
    }
    const std::size_t unit = at_;
    while (is_word_character(peek())) ++at_;
    TokenKind kind = decimal ? TokenKind::decimal : TokenKind::integer;
    if (at_ > unit && !octal && !decimal) {
        kind = text_.substr(unit, at_ - unit).find('B') == std::string_view::npos ? TokenKind::duration : TokenKind::size;
    }
    std::optional<std::int64_t> value;
    if (kind == TokenKind::integer && at_ == unit) value = decode_integer(lexeme());
    if (kind == TokenKind::decimal && at_ == unit) value = decode_decimal(lexeme());
    if (kind == TokenKind::duration) value = decode_duration(lexeme());
    if (kind == TokenKind::size) value = decode_size(lexeme());
    if (!value) report_bad_number(span_from(begin_), unit - begin_, reports_);
    add(value ? kind : TokenKind::error);
}

void Lexer::raw(char quote) {
    ++at_;
    while (at_ < text_.size() && peek() != quote && peek() != '\n') ++at_;
    const bool closed = peek() == quote;
    if (closed) ++at_;
    report_control_characters(span_from(begin_), reports_);
    if (!closed) report_unclosed(span_from(begin_), quote == '"' ? "\"" : "'", reports_);
    add(closed ? TokenKind::raw : TokenKind::error);
}

void Lexer::block() {
    const std::size_t end = text_.find("\"\"\"", at_ + 3);
    const bool closed = end != std::string_view::npos;
    at_ = closed ? end + 3 : text_.size();
    if (closed) {
        report_control_characters(span_from(begin_), reports_);
    } else {
        report_unclosed({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(begin_ + 3)}, "\"\"\"", reports_);
    }
    add(closed ? TokenKind::block : TokenKind::error);
}

// Only `message` and `fix` interpolate, as clause words: `a.message` is a member.
bool Lexer::after_interpolating_word() const {
    const std::size_t size = out_.tokens.size();
    if (interpolating_ || size == 0) return false;
    const Word word = out_.tokens[size - 1].word;
    if (word != Word::message_ && word != Word::fix_) return false;
    const TokenKind before = size > 1 ? out_.tokens[size - 2].kind : TokenKind::end_of_file;
    return before != TokenKind::dot && before != TokenKind::question_dot;
}

void Lexer::string() {
    if (peek(1) == '"' && peek(2) == '"') return block();
    string_begin_ = begin_;
    const bool interpolates = after_interpolating_word();
    string_piece(interpolates, TokenKind::string, TokenKind::string_head);
}

// Reads from a quote or the `}` of an interpolation to the closing quote (`closed`) or the next `{` (`open`).
void Lexer::string_piece(bool interpolates, TokenKind closed, TokenKind open) {
    ++at_;
    bool good = true;
    bool brace_reported = false;
    while (at_ < text_.size() && peek() != '\n' && !(peek() == '\r' && peek(1) == '\n')) {
        const char c = peek();
        if (c == '"') {
            ++at_;
            report_control_characters(span_from(begin_), reports_);
            interpolating_ = interpolating_ && !interpolates;
            return add(good || closed != TokenKind::string ? closed : TokenKind::error);
        }
        if (c == '{' && interpolates) {
            ++at_;
            interpolating_ = true;
            open_braces_ = 0;
            return add(open);
        }
        if (c == '{' && !brace_reported) {
            report_brace_in_text({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + 1)}, interpolating_, reports_);
            brace_reported = true;
            good = false;
        }
        if (c == '\\') {
            good = escape() && good;
        } else {
            ++at_;
        }
    }
    // Inside an interpolation the quote most likely was to close the outer text: the end of the line says so.
    if (interpolates || !interpolating_) report_unclosed(span_from(begin_), "\"", reports_);
    interpolating_ = interpolating_ && !interpolates;
    add(closed == TokenKind::string ? TokenKind::error : closed);
}

// Moves past a backslash and what it escapes.
bool Lexer::escape() {
    const std::size_t begin = at_;
    const char c = peek(1);
    const bool at_end = c == '\0' || c == '\n' || c == '\r';
    at_ += at_end ? 1 : 2;
    if (c == 'n' || c == 't' || c == '"' || c == '\\' || c == '{' || c == '}') return true;
    std::uint32_t code_point = 0;
    std::size_t digits = 0;
    if (c == 'u' && peek() == '{') {
        for (++at_; digits < 7 && (is_digit(peek()) || (is_letter(peek()) && (peek() | 0x20) <= 'f')); ++at_, ++digits) {
            const char d = peek();
            code_point = code_point * 16 + static_cast<std::uint32_t>(is_digit(d) ? d - '0' : (d | 0x20) - 'a' + 10);
        }
        const bool closed = peek() == '}';
        if (closed) ++at_;
        const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
        if (closed && digits > 0 && code_point <= 0x10FFFF && !surrogate) return true;
    }
    while (at_ < text_.size() && !is_ascii(peek())) ++at_;  // never split a character
    report_bad_escape(span_from(begin), reports_);
    return false;
}

// The line or the file ends inside `{…}`: an empty tail keeps the grammar in step.
void Lexer::end_interpolation_early() {
    begin_ = at_;
    interpolating_ = false;
    reports_.error("E0012", span_from(string_begin_), "an interpolation is not closed on its line", "needs `}` and `\"`",
                   {"a brace that is meant as text is written `\\{`"});
    add(TokenKind::string_tail);
}

void Lexer::brace(char c) {
    if (c == '{') {
        if (interpolating_) ++open_braces_;
        return take(1, TokenKind::left_brace);
    }
    if (!interpolating_) return take(1, TokenKind::right_brace);
    if (open_braces_ > 0) {
        --open_braces_;
        return take(1, TokenKind::right_brace);
    }
    string_piece(true, TokenKind::string_tail, TokenKind::string_middle);
}

void Lexer::operator_or_stray(char c) {
    const char second = peek(1);
    switch (c) {
        case '(':
            return take(1, TokenKind::left_paren);
        case ')':
            return take(1, TokenKind::right_paren);
        case '[':
            return take(1, TokenKind::left_bracket);
        case ']':
            return take(1, TokenKind::right_bracket);
        case '{':
        case '}':
            return brace(c);
        case ',':
            return take(1, TokenKind::comma);
        case ':':
            return take(1, TokenKind::colon);
        case '.':
            if (second == '.' && peek(2) == '.') return take(3, TokenKind::ellipsis);
            return take(1, TokenKind::dot);
        case '?':
            if (second == '?') return take(2, TokenKind::question_question);
            return second == '.' ? take(2, TokenKind::question_dot) : take(1, TokenKind::question);
        case '-':
            return second == '>' ? take(2, TokenKind::arrow) : take(1, TokenKind::minus);
        case '=':
            return second == '=' ? take(2, TokenKind::equal) : take(1, TokenKind::assign);
        case '<':
            return second == '=' ? take(2, TokenKind::less_equal) : take(1, TokenKind::less);
        case '>':
            return second == '=' ? take(2, TokenKind::greater_equal) : take(1, TokenKind::greater);
        case '+':
            return take(1, TokenKind::plus);
        case '*':
            return take(1, TokenKind::star);
        case '!':
            if (second == '=') return take(2, TokenKind::not_equal);
            break;
        default:
            break;
    }
    stray(c);
}

// What no token begins with. Habits of other languages are understood, reported, and taken for what they mean.
void Lexer::stray(char c) {
    const char second = peek(1);
    if (c == '!') {
        ++at_;
        report_foreign_operator(span_from(begin_), "not", reports_);
        return add(TokenKind::word, Word::not_);
    }
    if (c == '&' || c == '|') {
        at_ += second == c ? 2 : 1;
        report_foreign_operator(span_from(begin_), c == '&' ? "and" : "or", reports_);
        return add(TokenKind::word, c == '&' ? Word::and_ : Word::or_);
    }
    if (c == '\'') {
        const std::size_t end = text_.find_first_of("'\n", at_ + 1);
        at_ = end == std::string_view::npos ? text_.size() : end + (text_[end] == '\'' ? 1 : 0);
        report_single_quotes(span_from(begin_), reports_);
        return add(TokenKind::error);
    }
    if (c == '/' && (second == '/' || second == '*')) {
        at_ = std::min(text_.find('\n', at_), text_.size());
        return report_foreign_comment({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(begin_ + 2)}, reports_);
    }
    // A run of what belongs to no token is one mistake; a letter that is not ASCII spoils the whole name around it.
    const std::size_t culprit = at_;
    if (is_ascii(c)) ++at_;
    while (at_ < text_.size() && (!is_ascii(peek()) || is_word_character(peek()))) ++at_;
    report_stray(span_from(begin_), culprit, reports_);
    add(TokenKind::error);
}

}  // namespace

Lexed lex(Reports& reports) {
    report_broken_text(reports);
    Lexed out = Lexer(reports).run();
    match_brackets(out.tokens, reports);
    return out;
}

}  // namespace scantling::dsl
