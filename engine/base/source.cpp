// Lines and columns of a source, found on demand.
#include "engine/base/source.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace scantling {

Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

std::string_view Source::text(Span span) const {
    const std::size_t size = text_.size();
    const std::size_t begin = std::min<std::size_t>(span.begin, size);
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, size);
    return std::string_view(text_).substr(begin, end - begin);
}

const std::vector<std::uint32_t>& Source::line_begins() const {
    return line_begins_.get([this] {
        std::vector<std::uint32_t> begins{0};
        for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
            begins.push_back(static_cast<std::uint32_t>(at + 1));
        }
        return begins;
    });
}

std::uint32_t Source::line_number(std::uint32_t offset) const {
    const std::vector<std::uint32_t>& begins = line_begins();
    return static_cast<std::uint32_t>(std::upper_bound(begins.begin(), begins.end(), offset) - begins.begin());
}

std::uint32_t Source::line_begin(std::uint32_t offset) const { return line_begins()[line_number(offset) - 1]; }

std::string_view Source::line_at(std::uint32_t offset) const {
    const std::vector<std::uint32_t>& begins = line_begins();
    const std::uint32_t line = line_number(offset);
    const std::size_t begin = begins[line - 1];
    std::size_t end = line < begins.size() ? begins[line] - 1 : text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return std::string_view(text_).substr(begin, end - begin);
}

Position Source::position(std::uint32_t offset) const {
    const std::uint32_t at = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const std::uint32_t line = line_number(at);
    const std::size_t column = code_points_of_valid(text({line_begins()[line - 1], at}));
    return {line, static_cast<std::uint32_t>(column + 1)};
}

}  // namespace scantling
