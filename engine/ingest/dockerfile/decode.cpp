// Undoing, independent of the parser but for its notion of a continued line.
#include "engine/ingest/dockerfile/decode.h"

#include "engine/ingest/dockerfile/json_form.h"
#include "engine/ingest/dockerfile/lines.h"

namespace scantling::dockerfile {

std::string folded_text(std::string_view written, char escape) {
    std::string folded;
    bool goes_on = false;
    for (std::size_t at = 0; at <= written.size();) {
        const std::size_t newline = written.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? written.size() : newline;
        std::string_view line = written.substr(at, end - at);
        while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        at = end + 1;
        const std::string_view inner = trim_left(line);
        if (goes_on && (inner.empty() || inner.front() == '#')) continue;
        const auto length = newline == std::string_view::npos ? std::nullopt : continued(line, escape);
        folded += line.substr(0, length.value_or(line.size()));
        goes_on = length.has_value();
        if (!goes_on && newline != std::string_view::npos) folded += '\n';
    }
    return folded;
}

std::string plain_text(std::string_view written, char escape) {
    const std::string folded = folded_text(written, escape);
    std::string plain;
    char quote = '\0';
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        if (quote == '\0' && (c == '\'' || c == '"')) {
            quote = c;
        } else if (quote != '\0' && c == quote) {
            quote = '\0';
        } else if (c == escape && quote != '\'' && i + 1 < folded.size()) {
            const char next = folded[i + 1];
            const bool escapes = quote == '\0' || next == '"' || next == '$' || next == escape || next == '`';
            if (!escapes) plain += c;
            plain += folded[++i];
        } else {
            plain += c;
        }
    }
    return plain;
}

std::string json_text(std::string_view written, char escape) {
    const std::string array = "[" + folded_text(written, escape) + "]";
    Pool pool;
    std::vector<Word> words;
    const JsonForm form = read_json_form({array, 0, {}}, array, words, pool);
    return form == JsonForm::strings && words.size() == 1 ? std::string(words[0].text) : std::string();
}

}  // namespace scantling::dockerfile
