// Greedy wrapping.
#include "engine/report/wrap.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace scantling::report {

void append_wrapped(std::string& to, std::string_view text, std::size_t width, std::string_view indent) {
    const bool plain = plain_prefix(text) == text.size();
    if (plain && !text.empty() && text.size() <= width && text.front() != ' ' && text.back() != ' ') {  // most texts are one line
        to += text;
        return;
    }
    const std::string harmless = plain ? std::string() : printable(text);
    const std::string_view shown = plain ? text : harmless;
    std::size_t column = 0;
    std::size_t at = 0;
    while (at < shown.size()) {
        const std::size_t blank = std::min(shown.find(' ', at), shown.size());
        std::string_view word = shown.substr(at, blank - at);
        at = blank + 1;
        std::size_t size = plain ? word.size() : columns_of(word);
        if (column != 0 && column + 1 + size > width) {
            to.append("\n").append(indent);
            column = 0;
        }
        if (column != 0) {
            to += ' ';
            ++column;
        }
        while (size > width) {  // nothing but a name or a digest is that long
            std::size_t cut = 0;
            for (std::size_t i = 0; i < width; ++i) next_code_point(word, cut);
            to.append(word.substr(0, cut)).append("\n").append(indent);
            word.remove_prefix(cut);
            size = columns_of(word);
        }
        to += word;
        column += size;
    }
}

}  // namespace scantling::report
