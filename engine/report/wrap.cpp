// Greedy wrapping.
#include "engine/report/wrap.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace scantling::report {

std::string wrap(std::string_view text, std::size_t width, std::string_view indent) {
    const std::string shown = printable(text);
    std::string out;
    std::size_t column = 0;
    std::size_t at = 0;
    while (at < shown.size()) {
        const std::size_t blank = std::min(shown.find(' ', at), shown.size());
        std::string_view word = std::string_view(shown).substr(at, blank - at);
        at = blank + 1;
        std::size_t size = columns_of(word);
        if (column != 0 && column + 1 + size > width) {
            out.append("\n").append(indent);
            column = 0;
        }
        if (column != 0) {
            out += ' ';
            ++column;
        }
        while (size > width) {  // nothing but a name or a digest is that long
            std::size_t cut = 0;
            for (std::size_t i = 0; i < width; ++i) next_code_point(word, cut);
            out.append(word.substr(0, cut)).append("\n").append(indent);
            word.remove_prefix(cut);
            size = columns_of(word);
        }
        out += word;
        column += size;
    }
    return out;
}

}  // namespace scantling::report
