// Lines and columns of a source, found on demand.
#include "engine/base/source.h"

#include <algorithm>

namespace scantling {

Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

std::string_view Source::text(Span span) const {
    const std::size_t size = text_.size();
    const std::size_t begin = std::min<std::size_t>(span.begin, size);
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, size);
    return std::string_view(text_).substr(begin, end - begin);
}

std::uint32_t Source::line_begin(std::uint32_t offset) const {
    const std::size_t at = std::min<std::size_t>(offset, text_.size());
    const std::size_t newline = at == 0 ? std::string::npos : text_.rfind('\n', at - 1);
    return newline == std::string::npos ? 0 : static_cast<std::uint32_t>(newline + 1);
}

std::string_view Source::line_at(std::uint32_t offset) const {
    const std::size_t begin = line_begin(offset);
    std::size_t end = text_.find('\n', begin);
    if (end == std::string::npos) end = text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return std::string_view(text_).substr(begin, end - begin);
}

Position Source::position(std::uint32_t offset) const {
    const std::size_t at = std::min<std::size_t>(offset, text_.size());
    const std::size_t begin = line_begin(offset);
    const auto head = text_.begin();
    const auto line = std::count(head, head + static_cast<std::ptrdiff_t>(begin), '\n');
    const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto column = std::count_if(head + static_cast<std::ptrdiff_t>(begin), head + static_cast<std::ptrdiff_t>(at), is_lead);
    return {static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column + 1)};
}

}  // namespace scantling
