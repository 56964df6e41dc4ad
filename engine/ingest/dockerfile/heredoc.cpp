// Which words of a line announce a heredoc: BuildKit's `^(\d*)<<(-?)\s*([^<]*)$` over the words of the whole instruction.
#include "engine/ingest/dockerfile/heredoc.h"

#include <algorithm>

#include "engine/ingest/dockerfile/expand.h"

namespace scantling::dockerfile {

namespace {

class NoVariables final : public Variables {
  public:
    [[nodiscard]] Found find(std::string_view) const override { return {VariableState::unset, {}}; }
};

struct Announcement {
    std::size_t operator_at = 0;  // in the word, after the descriptor's digits
    std::size_t name_at = 0;
    bool strips_tabs = false;
};

bool split_announcement(std::string_view word, Announcement& found) {
    std::size_t at = 0;
    while (at < word.size() && is_digit(word[at])) ++at;
    if (word.substr(at, 2) != "<<") return false;
    found.operator_at = at;
    at += 2;
    found.strips_tabs = at < word.size() && word[at] == '-';
    if (found.strips_tabs) ++at;
    while (at < word.size() && (is_blank(word[at]) || word[at] == '\n')) ++at;
    found.name_at = at;
    return at < word.size() && word.find('<', at) == std::string_view::npos;
}

// The name with its quotes undone; empty where the text is not one word. Escapes are backslashes here, whatever `# escape=` says.
std::string read_name(std::string_view text, Heredoc& heredoc, Pool& pool) {
    const NoVariables none;
    Lexing how;
    how.keep_unset = true;
    const Expanded plain = expand(text, none, how);
    if (!plain.problem.empty()) return plain.problem;
    if (plain.words.size() != 1) return {};
    how.raw_quotes = true;
    const Expanded raw = expand(text, none, how);
    const auto quotes = [](std::string_view word) {
        return std::count_if(word.begin(), word.end(), [](char c) { return c == '\'' || c == '"'; });
    };
    heredoc.name = pool.keep(plain.words.front().text);
    heredoc.expands = raw.words.size() == 1 && quotes(raw.words.front().text) == quotes(heredoc.name);
    return {};
}

}  // namespace

bool is_heredoc(std::string_view word) {
    Announcement found;
    if (!split_announcement(word, found)) return false;
    Heredoc heredoc;
    Pool pool;
    return read_name(word.substr(found.name_at), heredoc, pool).empty() && !heredoc.name.empty();
}

std::string announced_heredocs(const Mapped& text, std::vector<Heredoc>& heredocs, Pool& pool) {
    if (text.text.find("<<") == std::string_view::npos) return {};
    const NoVariables none;
    Lexing how;
    how.raw_quotes = true;
    how.raw_escapes = true;
    how.keep_unset = true;
    for (const LexedWord& lexed : expand(text.text, none, how).words) {
        const std::string_view word = text.text.substr(lexed.begin, lexed.end - lexed.begin);
        Announcement found;
        if (!split_announcement(word, found)) continue;
        Heredoc heredoc;
        heredoc.strips_tabs = found.strips_tabs;
        std::string problem = read_name(word.substr(found.name_at), heredoc, pool);
        if (!problem.empty()) return problem;
        if (heredoc.name.empty()) continue;
        for (std::size_t i = 0; i < std::min<std::size_t>(found.operator_at, 6); ++i) {
            heredoc.descriptor = heredoc.descriptor * 10 + static_cast<std::uint32_t>(word[i] - '0');
        }
        heredoc.begin = lexed.begin;
        heredoc.after = lexed.end;
        heredoc.name_span = text.place(word.substr(found.name_at));
        heredocs.push_back(std::move(heredoc));
    }
    return {};
}

}  // namespace scantling::dockerfile
