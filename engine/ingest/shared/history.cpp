// What a history step says that it did: the classic builder's, BuildKit's and Buildah's spellings of a Dockerfile instruction.
#include <algorithm>
#include <array>

#include "engine/ingest/shared/image_config.h"
#include "engine/values/ascii.h"

namespace scantling {

namespace {

// In the order of the enum, OTHER left out.
constexpr std::array<std::string_view, 18> keywords = {"FROM",    "RUN", "CMD",     "LABEL",      "MAINTAINER",  "EXPOSE",
                                                       "ENV",     "ADD", "COPY",    "ENTRYPOINT", "VOLUME",      "USER",
                                                       "WORKDIR", "ARG", "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL"};
static_assert(static_cast<std::size_t>(model::Keyword::SHELL) == keywords.size() - 1);

std::optional<model::Keyword> keyword_of(std::string_view word) {
    const auto* const found = std::find(keywords.begin(), keywords.end(), word);
    if (found == keywords.end()) return std::nullopt;
    return static_cast<model::Keyword>(found - keywords.begin());
}

std::string_view first_word(std::string_view text) {
    text = ascii::trim(text);
    return text.substr(0, std::min(text.find_first_of(" \t"), text.size()));
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// `|2 A=1 B=2 /bin/sh -c …`: the classic builder puts build arguments before a RUN.
bool is_run(std::string_view text) {
    constexpr std::array<std::string_view, 6> shells = {"/bin/sh -c", "/bin/bash ", "/bin/ash ", "cmd /S /C ", "powershell ", "pwsh "};
    if (text.size() > 1 && text[0] == '|' && ascii::is_digit(text[1])) return true;
    return std::any_of(shells.begin(), shells.end(), [&](std::string_view shell) { return begins(text, shell); });
}

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    bool open = false;  // a word has begun, even if only with quotes
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == '\0' && ascii::is_blank(c)) {
            if (open) words.push_back(std::move(word));
            word.clear();
            open = false;
            continue;
        }
        open = true;
        if (quote != '\0' && c == quote) {
            quote = '\0';
        } else if (quote == '\0' && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '\\' && quote != '\'' && i + 1 < text.size()) {
            word += text[++i];
        } else {
            word += c;
        }
    }
    if (open) words.push_back(std::move(word));
    return words;
}

}  // namespace

HistoryText parse_history(std::string_view created_by) {
    constexpr std::string_view no_operation = "#(nop)";
    HistoryText out;
    out.words = split_words(created_by);
    if (const std::size_t at = created_by.find(no_operation); at != std::string_view::npos) {
        out.keyword = keyword_of(first_word(created_by.substr(at + no_operation.size())));
    } else if (const auto keyword = keyword_of(first_word(created_by))) {
        out.keyword = keyword;
    } else if (is_run(ascii::trim(created_by))) {
        out.keyword = model::Keyword::RUN;
    }
    return out;
}

}  // namespace scantling
