// Lines, directives, continuations: what BuildKit's parser does before it looks at an instruction.
#include "engine/ingest/dockerfile/lines.h"

#include <algorithm>

namespace scantling::dockerfile {

void Lines::skip_mark() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
}

bool Lines::next(Line& line) {
    if (at_ >= text_.size()) return false;
    const std::size_t newline = text_.find('\n', at_);
    std::size_t end = newline == std::string_view::npos ? text_.size() : newline;
    line.begin = at_;
    line.next = static_cast<std::uint32_t>(newline == std::string_view::npos ? text_.size() : newline + 1);
    while (end > at_ && text_[end - 1] == '\r') --end;
    line.end = static_cast<std::uint32_t>(end);
    at_ = line.next;
    ++number_;
    return true;
}

std::optional<std::size_t> continued(std::string_view line, char escape) {
    std::size_t end = line.size();
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
    if (end == 0 || line[end - 1] != escape) return std::nullopt;
    if (end > 1 && line[end - 2] == escape) return std::nullopt;  // the escape is itself escaped
    return end - 1;
}

namespace {

// `key = value`; false where the comment has another shape.
bool split_directive(std::string_view text, std::string_view& key, std::string_view& value) {
    std::size_t at = 0;
    while (at < text.size() && (is_letter(text[at]) || (at > 0 && is_digit(text[at])))) ++at;
    key = text.substr(0, at);
    if (key.empty()) return false;
    const auto skip_blanks = [&] {
        while (at < text.size() && (is_blank(text[at]) || text[at] == '\n')) ++at;
    };
    skip_blanks();
    if (at >= text.size() || text[at] != '=') return false;
    ++at;
    skip_blanks();
    value = text.substr(at);
    while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
    return !value.empty();
}

}  // namespace

DirectiveReader::Outcome DirectiveReader::read(std::string_view line, std::uint32_t origin, Directive& directive, std::string& problem) {
    if (done_) return Outcome::none;
    constexpr std::string_view names[] = {"syntax", "escape", "check"};
    std::string_view key;
    std::string_view value;
    const bool shaped = !line.empty() && line.front() == '#' && split_directive(trim_left(line.substr(1)), key, value);
    const auto name = std::find_if(std::begin(names), std::end(names), [&](std::string_view known) { return same_word(key, known); });
    if (!shaped || name == std::end(names)) {
        done_ = true;
        return Outcome::none;
    }
    directive.name = *name;
    directive.value = value;
    directive.value_span.begin = origin + static_cast<std::uint32_t>(value.data() - line.data());
    directive.value_span.end = directive.value_span.begin + static_cast<std::uint32_t>(value.size());
    if (std::find(seen_.begin(), seen_.end(), *name) != seen_.end()) {
        problem = "only one " + std::string(*name) + " parser directive can be used";
        return Outcome::refused;
    }
    seen_.push_back(*name);
    if (*name == "escape" && value != "`" && value != "\\") {
        problem = "invalid escape token '" + std::string(value) + "' does not match ` or \\";
        return Outcome::refused;
    }
    return Outcome::directive;
}

}  // namespace scantling::dockerfile
