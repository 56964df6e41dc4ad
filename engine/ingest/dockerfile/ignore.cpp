// moby/patternmatcher's rules: `*` and `?` within a component, `[…]`, `**` any components, `\` escapes; parents count.
//
// Matching keeps the set of pattern positions that may follow, so that no pattern makes it slow.
#include "engine/ingest/dockerfile/ignore.h"

#include <algorithm>

#include "engine/ingest/dockerfile/text.h"

namespace scantling::dockerfile {

namespace {

// Real ones stay under 200 bytes; reach() below may go as deep as a third of it.
constexpr std::size_t longest_pattern = 4096;

// `a//b/./c/../d` is `a/b/d`, relative to the context's root.
std::string clean(std::string_view path) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "..") {
            if (!parts.empty()) parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
        at = end + 1;
    }
    std::string joined;
    for (const std::string_view part : parts) {
        if (!joined.empty()) joined += '/';
        joined += part;
    }
    return joined;
}

// One element of the pattern at `at`: does it take `c`; and how long is it.
bool takes(std::string_view pattern, std::size_t at, char c, std::size_t& length) {
    length = 1;
    if (pattern[at] == '?') return c != '/';
    if (pattern[at] == '\\' && at + 1 < pattern.size()) {
        length = 2;
        return pattern[at + 1] == c;
    }
    if (pattern[at] != '[') return pattern[at] == c;
    std::size_t i = at + 1;
    const bool inverted = i < pattern.size() && pattern[i] == '^';
    if (inverted) ++i;
    bool inside = false;
    for (bool first = true; i < pattern.size() && (pattern[i] != ']' || first); ++i, first = false) {
        const char low = pattern[i];
        char high = low;
        if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
            high = pattern[i + 2];
            i += 2;
        }
        inside = inside || (low <= c && c <= high);
    }
    if (i >= pattern.size()) return pattern[at] == c;  // no class after all
    length = i + 1 - at;
    return inside != inverted && c != '/';
}

class Matcher {
  public:
    explicit Matcher(std::string_view pattern) : pattern_(pattern), now_(pattern.size() + 1), next_(pattern.size() + 1) {}

    // Whether the whole path matches, or a parent of it.
    bool matches(std::string_view path) {
        std::fill(now_.begin(), now_.end(), false);
        reach(now_, 0);
        for (const char c : path) {
            if (c == '/' && now_.back()) return true;
            step(c);
        }
        return now_.back();
    }

  private:
    // Positions that may be taken without a character: past `*`, `**`, `**/`.
    void reach(std::vector<bool>& states, std::size_t at) const {
        while (!states[at]) {
            states[at] = true;
            if (at >= pattern_.size() || pattern_[at] != '*') return;
            std::size_t end = at;
            while (end < pattern_.size() && pattern_[end] == '*') ++end;
            if (end - at > 1 && end < pattern_.size() && pattern_[end] == '/') reach(states, end + 1);
            at = end;
        }
    }
    void step(char c) {
        std::fill(next_.begin(), next_.end(), false);
        for (std::size_t at = 0; at < pattern_.size(); ++at) {
            if (!now_[at]) continue;
            if (pattern_[at] == '*') {
                const bool any = at + 1 < pattern_.size() && pattern_[at + 1] == '*';
                if (any || c != '/') reach(next_, at);
                continue;
            }
            std::size_t length = 1;
            if (takes(pattern_, at, c, length)) reach(next_, std::min(at + length, pattern_.size()));
        }
        now_.swap(next_);
    }

    std::string_view pattern_;
    std::vector<bool> now_;
    std::vector<bool> next_;
};

}  // namespace

std::vector<IgnorePattern> read_ignore(const Source& source) {
    std::vector<IgnorePattern> patterns;
    const std::string_view text = source.text();
    std::size_t at = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view whole = text.substr(at, end - at);
        at = end + 1;
        if (!whole.empty() && whole.front() == '#') continue;
        std::string_view line = trim(whole);
        if (line.empty()) continue;
        IgnorePattern pattern;
        pattern.text = line;
        pattern.span.begin = static_cast<std::uint32_t>(line.data() - text.data());
        pattern.span.end = pattern.span.begin + static_cast<std::uint32_t>(line.size());
        pattern.negated = line.front() == '!';
        if (pattern.negated) line = trim(line.substr(1));
        pattern.cleaned = clean(line);
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

std::optional<bool> is_ignored(const std::vector<IgnorePattern>& patterns, std::string_view path, std::size_t& steps) {
    const std::string cleaned = clean(path);
    if (cleaned.empty()) return false;  // the context itself
    bool ignored = false;
    for (const IgnorePattern& pattern : patterns) {
        if (pattern.negated != ignored || pattern.cleaned.empty()) continue;  // it could change nothing
        const std::size_t cost = (cleaned.size() + 1) * (pattern.cleaned.size() + 1);
        if (cost > steps || pattern.cleaned.size() > longest_pattern) return std::nullopt;
        steps -= cost;
        if (Matcher(pattern.cleaned).matches(cleaned)) ignored = !pattern.negated;
    }
    return ignored;
}

}  // namespace scantling::dockerfile
