// The only user of RE2. When its lazily built DFA runs out of its memory budget, RE2::Match goes on with the NFA, which needs no
// more memory than the pattern: "out of memory" is a slower answer and never "no match" (RE2::Set, which has no such
// fallback, is not used). Patterns that are plain text between optional anchors never reach an automaton.
#include "engine/values/regex.h"

#include <new>
#include <optional>
#include <utility>

#include <re2/re2.h>

#include "engine/values/ascii.h"

namespace scantling {

namespace {

constexpr std::int64_t automaton_bytes = 8 << 20;  // RE2's default, said aloud: program and both DFAs together

RE2::Options options() {
    RE2::Options result;
    result.set_log_errors(false);
    result.set_max_mem(automaton_bytes);
    return result;
}

// RE2 is written for programs that end where memory ends: an allocation that fails while it parses or compiles leaves it with pointers that
// were never set, and it crashes as the exception passes. So what a pattern may take (a real one takes a tenth) is asked for beforehand,
// where failing is safe, and given back at once for RE2 to take.
constexpr std::size_t compiling_bytes = 1 << 20;

const RE2::Options& with_room(const RE2::Options& options) {
    ::operator delete(::operator new(compiling_bytes));
    return options;
}

constexpr std::string_view special = "\\.+*?()|[]{}^$";

// `^`, literal characters (escaped punctuation included), `$`; empty where the pattern is more than that. Without flags `^` and
// `$` are the text's ends, not a line's.
std::optional<std::pair<RegexShape, std::string>> literal_of(std::string_view pattern) {
    const bool from_start = pattern.starts_with('^');
    if (from_start) pattern.remove_prefix(1);
    bool to_end = false;
    std::string literal;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '$' && at + 1 == pattern.size()) {
            to_end = true;
        } else if (c == '\\') {
            // A backslash before a letter or digit is a class or a code.
            if (++at == pattern.size() || special.find(pattern[at]) == std::string_view::npos) return std::nullopt;
            literal.push_back(pattern[at]);
        } else if (special.find(c) != std::string_view::npos) {
            return std::nullopt;
        } else {
            literal.push_back(c);
        }
    }
    const RegexShape shape =
        from_start ? (to_end ? RegexShape::equals : RegexShape::prefix) : (to_end ? RegexShape::suffix : RegexShape::contains);
    return std::pair(shape, std::move(literal));
}

}  // namespace

struct Regex::Automaton {
    explicit Automaton(std::string_view pattern) : re2(re2::StringPiece(pattern.data(), pattern.size()), with_room(options())) {}
    RE2 re2;
};

Regex::Regex(std::string pattern, RegexShape shape, std::string literal, std::unique_ptr<Automaton> automaton)
    : pattern_(std::move(pattern)), literal_(std::move(literal)), shape_(shape), automaton_(std::move(automaton)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view pattern) {
    // RE2 judges every pattern, literal ones too: ill-formed UTF-8 is its error to report.
    auto automaton = std::make_unique<Automaton>(pattern);
    if (!automaton->re2.ok()) return Failure{automaton->re2.error()};
    if (auto literal = literal_of(pattern)) return Regex(std::string(pattern), literal->first, std::move(literal->second), nullptr);
    return Regex(std::string(pattern), RegexShape::general, {}, std::move(automaton));
}

bool Regex::search(std::string_view text) const {
    switch (shape_) {
        case RegexShape::contains:
            return text.find(literal_) != std::string_view::npos;
        case RegexShape::prefix:
            return text.starts_with(literal_);
        case RegexShape::suffix:
            return text.ends_with(literal_);
        case RegexShape::equals:
            return text == literal_;
        case RegexShape::general:
            break;
    }
    const re2::StringPiece piece(text.data(), text.size());
    return automaton_->re2.Match(piece, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

Regex Regex::clone() const { return Regex(pattern_, shape_, literal_, automaton_ ? std::make_unique<Automaton>(pattern_) : nullptr); }

}  // namespace scantling
