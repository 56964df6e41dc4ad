// A small reader of RE2's syntax that keeps, for each piece, what decides whether it can match at all: can it be empty, must it begin where
// the text begins, must it end where the text ends. A piece that must begin the text cannot follow one that takes a character. Whatever it
// does not know counts as "matches something".
#include "dsl/check/pattern.h"

#include <cstddef>
#include <cstdint>

namespace scantling::dsl {

namespace {

struct Piece {
    bool empty = false;        // some match takes no character
    bool needs_begin = false;  // every match begins at the begin of the text
    bool needs_end = false;    // every match ends at its end
    bool never = false;
};

Piece concatenation(const Piece& a, const Piece& b) {
    Piece out;
    out.never = a.never || b.never || (b.needs_begin && !a.empty) || (a.needs_end && !b.empty);
    out.empty = a.empty && b.empty;
    out.needs_begin = a.needs_begin || b.needs_begin;
    out.needs_end = a.needs_end || b.needs_end;
    return out;
}

Piece alternative(const Piece& a, const Piece& b) {
    if (a.never) return b;
    if (b.never) return a;
    return {a.empty || b.empty, a.needs_begin && b.needs_begin, a.needs_end && b.needs_end, false};
}

class PatternReader {
  public:
    explicit PatternReader(std::string_view text) : text_(text) {}

    Piece read_alternatives() {
        Piece out = read_sequence();
        while (at_ < text_.size() && text_[at_] == '|') {
            ++at_;
            out = alternative(out, read_sequence());
        }
        return out;
    }
    [[nodiscard]] bool given_up() const { return given_up_; }

  private:
    [[nodiscard]] bool more() const { return at_ < text_.size() && !given_up_; }

    Piece read_sequence() {
        Piece out;
        out.empty = true;
        while (more() && text_[at_] != '|' && text_[at_] != ')') out = concatenation(out, read_repeated());
        return out;
    }

    Piece read_repeated() {
        Piece piece = read_one();
        while (more() && (text_[at_] == '*' || text_[at_] == '+' || text_[at_] == '?' || text_[at_] == '{')) {
            const bool optional = text_[at_] == '*' || text_[at_] == '?' || (text_[at_] == '{' && begins("{0"));
            if (text_[at_] == '{') {
                const std::size_t close = text_.find('}', at_);
                if (close == std::string_view::npos || at_ + 1 >= text_.size() || text_[at_ + 1] < '0' || text_[at_ + 1] > '9')
                    return piece;
                at_ = close;
            }
            ++at_;
            if (optional) piece = {true, false, false, false};
        }
        return piece;
    }

    Piece read_one() {
        const char c = text_[at_];
        ++at_;
        switch (c) {
            case '^':
                return {true, !lines_, false, false};
            case '$':
                return {true, false, !lines_, false};
            case '(':
                return read_group();
            case '[':
                skip_class();
                return {};
            case '\\':
                return read_escape();
            default:
                return {};
        }
    }

    Piece read_escape() {
        if (at_ >= text_.size()) return {};
        const char c = text_[at_++];
        if (c == 'A') return {true, true, false, false};
        if (c == 'z') return {true, false, true, false};
        if (c == 'b' || c == 'B') return {true, false, false, false};
        if (c == 'Q' || c == 'p' || c == 'P' || c == 'x' || c == 'C') given_up_ = true;
        return {};
    }

    // A group may set flags; those that make `^` and `$` match at lines end the certainty.
    Piece read_group() {
        constexpr std::size_t deepest = 200;
        if (++depth_ > deepest) given_up_ = true;
        if (given_up_) return {};
        if (begins("?")) {
            ++at_;
            bool has_flag = false;
            while (more() && text_[at_] != ':' && text_[at_] != ')' && text_[at_] != '>') has_flag = text_[at_++] == 'm' || has_flag;
            if (has_flag) lines_ = true;
            if (!more()) return {};
            const bool only_flags = text_[at_] == ')';
            ++at_;
            if (only_flags) {
                --depth_;
                return {true, false, false, false};
            }
        }
        const Piece out = read_alternatives();
        if (at_ < text_.size()) ++at_;  // `)`
        --depth_;
        return out;
    }

    void skip_class() {
        if (begins("^")) ++at_;
        if (begins("]")) ++at_;
        while (more() && text_[at_] != ']') {
            if (begins("[:")) {
                const std::size_t close = text_.find(":]", at_);
                if (close == std::string_view::npos) break;
                at_ = close + 2;
                continue;
            }
            at_ += text_[at_] == '\\' ? 2U : 1U;
        }
        if (at_ < text_.size()) ++at_;
    }

    [[nodiscard]] bool begins(std::string_view with) const {
        return text_.substr(at_ < text_.size() ? at_ : text_.size(), with.size()) == with;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    bool lines_ = false;
    bool given_up_ = false;
};

}  // namespace

bool never_matches(std::string_view pattern) {
    PatternReader reader(pattern);
    const Piece whole = reader.read_alternatives();
    return whole.never && !reader.given_up();
}

}  // namespace scantling::dsl
