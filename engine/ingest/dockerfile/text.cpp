// Places of derived texts, and the notions of blank that BuildKit has (it has two).
#include "engine/ingest/dockerfile/text.h"

#include <algorithm>
#include <cstring>

namespace scantling::dockerfile {

std::string_view Pool::keep(std::string_view text) {
    constexpr std::size_t block = 8192;
    if (text.empty()) return {};
    if (room_ - used_ < text.size()) {
        room_ = std::max(block, text.size());
        used_ = 0;
        blocks_.push_back(std::make_unique<char[]>(room_));
    }
    char* to = blocks_.back().get() + used_;
    std::memcpy(to, text.data(), text.size());
    used_ += text.size();
    return {to, text.size()};
}

std::uint32_t Mapped::place(std::uint32_t offset) const {
    if (pieces.empty()) return origin + offset;
    if (offset > 0 && offset >= text.size()) return place(static_cast<std::uint32_t>(text.size()) - 1) + 1;
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset, [](std::uint32_t at, const Piece& p) { return at < p.at; });
    const Piece& piece = after == pieces.begin() ? pieces.front() : *(after - 1);
    return piece.origin + (offset - piece.at);
}

Span Mapped::place(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t from = place(begin);
    if (end <= begin) return {from, from};
    return {from, std::max(from, place(end - 1) + 1)};
}

Span Mapped::place(std::string_view part) const {
    const std::uint32_t begin = offset_of(part);
    return place(begin, begin + static_cast<std::uint32_t>(part.size()));
}

void Joiner::add(std::string_view text, std::uint32_t origin) {
    if (text.empty()) return;
    const auto at = static_cast<std::uint32_t>(bytes_.size());
    if (pieces_.empty() || pieces_.back().origin + (at - pieces_.back().at) != origin) pieces_.push_back({at, origin});
    bytes_ += text;
}

void Joiner::add(const Mapped& text) {
    if (text.pieces.empty()) return add(text.text, text.origin);
    for (std::size_t i = 0; i < text.pieces.size(); ++i) {
        const std::size_t end = i + 1 < text.pieces.size() ? text.pieces[i + 1].at : text.text.size();
        add(text.text.substr(text.pieces[i].at, end - text.pieces[i].at), text.pieces[i].origin);
    }
}

Mapped Joiner::finish(Pool& pool) {
    Mapped made;
    made.text = pool.keep(bytes_);
    made.origin = pieces_.empty() ? 0 : pieces_.front().origin;
    if (pieces_.size() > 1) made.pieces = std::move(pieces_);
    bytes_.clear();
    pieces_.clear();
    return made;
}

Mapped part_of(const Mapped& whole, std::uint32_t begin, std::uint32_t end) {
    Mapped part;
    part.text = whole.text.substr(begin, end - begin);
    part.origin = whole.place(begin);
    if (whole.pieces.empty()) return part;
    part.pieces.push_back({0, part.origin});
    auto piece =
        std::upper_bound(whole.pieces.begin(), whole.pieces.end(), begin, [](std::uint32_t at, const Piece& p) { return at < p.at; });
    for (; piece != whole.pieces.end() && piece->at < end; ++piece) part.pieces.push_back({piece->at - begin, piece->origin});
    return part;
}

std::size_t space_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at);
    if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
    if (first == 0xC2) return byte(at + 1) == 0x85 || byte(at + 1) == 0xA0 ? 2 : 0;
    if (first == 0xE1) return byte(at + 1) == 0x9A && byte(at + 2) == 0x80 ? 3 : 0;
    if (first == 0xE3) return byte(at + 1) == 0x80 && byte(at + 2) == 0x80 ? 3 : 0;
    if (first != 0xE2) return 0;
    const unsigned last = byte(at + 2);
    if (byte(at + 1) == 0x81) return last == 0x9F ? 3 : 0;
    if (byte(at + 1) != 0x80) return 0;
    return (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
}

std::string_view trim_left(std::string_view text) {
    std::size_t at = 0;
    while (const std::size_t length = space_length(text, at)) at += length;
    return text.substr(at);
}

std::string_view trim(std::string_view text) {
    text = trim_left(text);
    while (!text.empty()) {
        std::size_t length = 0;
        for (std::size_t n = 1; n <= 3 && n <= text.size() && length == 0; ++n) {
            if (space_length(text, text.size() - n) == n) length = n;
        }
        if (length == 0) break;
        text.remove_suffix(length);
    }
    return text;
}

bool same_word(std::string_view a, std::string_view lower) {
    if (a.size() != lower.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const char c = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] - 'A' + 'a') : a[i];
        if (c != lower[i]) return false;
    }
    return true;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

}  // namespace scantling::dockerfile
