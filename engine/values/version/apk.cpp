// Alpine versions, after apk-tools 3: digit{.digit}…[letter]{_suffix[number]}[~hash][-r number]. Tokens are compared in turn;
// where their kinds differ, a suffix that means "before" (`_rc`) loses to everything, otherwise the later kind in the grammar.
#include "engine/values/version/apk.h"

#include <array>

#include "engine/values/version/numbers.h"

namespace scantling::version::apk {

namespace {

// In the order in which they may stand; what comes first in this list is newer where two versions part.
enum class Kind { initial_number, number, letter, suffix, suffix_number, hash, revision, end, invalid };

constexpr std::array<std::string_view, 9> suffixes = {"alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p"};
constexpr std::size_t first_later_suffix = 4;

struct Token {
    Kind kind = Kind::invalid;
    std::string_view text;
    std::size_t suffix = 0;
};

class Tokens {
  public:
    explicit Tokens(std::string_view text) : rest_(text) { number(Kind::initial_number); }

    [[nodiscard]] const Token& token() const { return token_; }

    void next() {
        if (token_.kind == Kind::invalid || token_.kind == Kind::end) return;
        if (rest_.empty()) {
            token_.kind = Kind::end;
            return;
        }
        const char c = rest_.front();
        if (ascii::is_lower(c) && token_.kind <= Kind::number) {
            token_ = {Kind::letter, rest_.substr(0, 1), 0};
            rest_.remove_prefix(1);
        } else if (c == '.' && token_.kind <= Kind::number) {
            rest_.remove_prefix(1);
            number(Kind::number);
        } else if (ascii::is_digit(c) && token_.kind == Kind::letter) {
            number(Kind::number);  // `8.4p1`: apk-tools 2 takes it, 3 no longer does, and images have it
        } else if (ascii::is_digit(c) && token_.kind == Kind::suffix) {
            number(Kind::suffix_number);
        } else if (c == '_' && token_.kind <= Kind::suffix_number) {
            suffix();
        } else if (c == '~' && token_.kind < Kind::hash) {
            rest_.remove_prefix(1);
            const std::string_view hash = take_while(rest_, ascii::is_lower_hex);
            token_ = {hash.empty() ? Kind::invalid : Kind::hash, hash, 0};
        } else if (rest_.starts_with("-r") && token_.kind < Kind::revision) {
            rest_.remove_prefix(2);
            number(Kind::revision);
        } else {
            token_.kind = Kind::invalid;
        }
    }

  private:
    void number(Kind kind) {
        const std::string_view digits = take_while(rest_, ascii::is_digit);
        token_ = {digits.empty() ? Kind::invalid : kind, digits, 0};
    }
    void suffix() {
        rest_.remove_prefix(1);
        const std::string_view word = take_while(rest_, ascii::is_lower);
        token_ = {Kind::invalid, word, 0};
        for (std::size_t i = 0; i < suffixes.size(); ++i) {
            if (suffixes[i] == word) token_ = {Kind::suffix, word, i};
        }
    }

    std::string_view rest_;
    Token token_;
};

std::strong_ordering compare_tokens(const Token& a, const Token& b) {
    switch (a.kind) {
        case Kind::number:
            // As in Gentoo: a leading zero makes it a fraction, compared as text.
            if (a.text.front() == '0' || b.text.front() == '0') return compare_text(a.text, b.text);
            return compare_numbers(a.text, b.text);
        case Kind::initial_number:
        case Kind::suffix_number:
        case Kind::revision:
            return compare_numbers(a.text, b.text);
        case Kind::suffix:
            return a.suffix <=> b.suffix;
        default:
            return compare_text(a.text, b.text);
    }
}

bool means_before(const Token& token) { return token.kind == Kind::suffix && token.suffix < first_later_suffix; }

}  // namespace

bool is_valid(std::string_view text) {
    Tokens tokens(text);
    while (tokens.token().kind < Kind::end) tokens.next();
    return tokens.token().kind == Kind::end;
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    Tokens left(a);
    Tokens right(b);
    for (; left.token().kind == right.token().kind && left.token().kind != Kind::end; left.next(), right.next()) {
        if (const auto order = compare_tokens(left.token(), right.token()); order != 0) return order;
    }
    if (left.token().kind == right.token().kind) return std::strong_ordering::equal;
    if (means_before(left.token())) return std::strong_ordering::less;
    if (means_before(right.token())) return std::strong_ordering::greater;
    return right.token().kind <=> left.token().kind;
}

bool is_prerelease(std::string_view text) {
    for (Tokens tokens(text); tokens.token().kind < Kind::end; tokens.next()) {
        if (means_before(tokens.token())) return true;
    }
    return false;
}

}  // namespace scantling::version::apk
