// Shell patterns by simulating their automaton: linear in text times pattern, no backtracking that an attacker could stretch.
#include "engine/ingest/dockerfile/pattern.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/base/utf8.h"

namespace scantling::dockerfile {

namespace {

struct Token {
    enum class Kind : std::uint8_t { one, many, literal } kind = Kind::literal;
    char32_t value = 0;
};

std::u32string points_of(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points.push_back(next_code_point(text, at));
    return points;
}

// False where an escape is not one.
bool tokenise(std::string_view pattern, std::vector<Token>& tokens) {
    const std::u32string points = points_of(pattern);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == U'*') {
            tokens.push_back({Token::Kind::many, 0});
        } else if (points[i] == U'?') {
            tokens.push_back({Token::Kind::one, 0});
        } else if (points[i] != U'\\') {
            tokens.push_back({Token::Kind::literal, points[i]});
        } else {
            if (++i == points.size()) return false;
            constexpr std::u32string_view escapable = U"}/*?\\";
            if (escapable.find(points[i]) == std::u32string_view::npos) return false;
            tokens.push_back({Token::Kind::literal, points[i]});
        }
    }
    return true;
}

class Automaton {
  public:
    explicit Automaton(const std::vector<Token>& tokens) : tokens_(tokens), now_(tokens.size() + 1), next_(tokens.size() + 1) {}

    // Length of the shortest or longest match that begins at `from`; empty where none does.
    std::optional<std::size_t> match(std::u32string_view text, std::size_t from, bool longest) {
        std::fill(now_.begin(), now_.end(), false);
        now_[0] = true;
        close(now_);
        std::optional<std::size_t> best;
        for (std::size_t at = from;; ++at) {
            if (now_.back()) {
                best = at - from;
                if (!longest) return best;
            }
            if (at == text.size() || !step(text[at])) return best;
        }
    }

  private:
    void close(std::vector<bool>& states) const {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (states[i] && tokens_[i].kind == Token::Kind::many) states[i + 1] = true;
        }
    }
    bool step(char32_t c) {
        std::fill(next_.begin(), next_.end(), false);
        bool any = false;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            if (!now_[i]) continue;
            const Token& token = tokens_[i];
            if (token.kind == Token::Kind::many) {
                next_[i] = any = true;
            } else if (token.kind == Token::Kind::one || token.value == c) {
                next_[i + 1] = any = true;
            }
        }
        close(next_);
        now_.swap(next_);
        return any;
    }

    const std::vector<Token>& tokens_;
    std::vector<bool> now_;
    std::vector<bool> next_;
};

std::string bytes_of(std::u32string_view points) {
    std::string text;
    for (const char32_t c : points) append_utf8(text, c);
    return text;
}

bool spend(std::size_t cost, std::size_t& steps) {
    if (cost > steps) return false;
    steps -= cost;
    return true;
}

}  // namespace

PatternOutcome trim_prefix(std::string_view pattern, bool longest, std::string& value, std::size_t& steps) {
    std::vector<Token> tokens;
    if (!tokenise(pattern, tokens)) return PatternOutcome::invalid;
    if (!spend((value.size() + 1) * (tokens.size() + 1), steps)) return PatternOutcome::too_large;
    const std::u32string points = points_of(value);
    const auto length = Automaton(tokens).match(points, 0, longest);
    if (length) value = bytes_of(std::u32string_view(points).substr(*length));
    return PatternOutcome::done;
}

PatternOutcome trim_suffix(std::string_view pattern, bool longest, std::string& value, std::size_t& steps) {
    std::vector<Token> tokens;
    if (!tokenise(pattern, tokens)) return PatternOutcome::invalid;
    if (!spend((value.size() + 1) * (tokens.size() + 1), steps)) return PatternOutcome::too_large;
    std::reverse(tokens.begin(), tokens.end());
    std::u32string points = points_of(value);
    std::reverse(points.begin(), points.end());
    const auto length = Automaton(tokens).match(points, 0, longest);
    if (!length) return PatternOutcome::done;
    points.erase(0, *length);
    std::reverse(points.begin(), points.end());
    value = bytes_of(points);
    return PatternOutcome::done;
}

PatternOutcome replace(std::string_view pattern, std::string_view with, bool all, std::string& value, std::size_t& steps) {
    std::vector<Token> tokens;
    if (!tokenise(pattern, tokens)) return PatternOutcome::invalid;
    if (tokens.empty()) return PatternOutcome::too_large;  // what replacing nothing means is Go's affair
    if (!spend((value.size() + 1) * (value.size() + with.size() + 1) * (tokens.size() + 1), steps)) return PatternOutcome::too_large;
    const std::u32string points = points_of(value);
    Automaton automaton(tokens);
    std::string made;
    bool replaced = false;
    for (std::size_t at = 0; at < points.size();) {
        const auto length = replaced && !all ? std::nullopt : automaton.match(points, at, true);
        if (length && *length > 0) {
            made += with;
            at += *length;
            replaced = true;
        } else {
            append_utf8(made, points[at++]);
        }
    }
    value = std::move(made);
    return PatternOutcome::done;
}

}  // namespace scantling::dockerfile
