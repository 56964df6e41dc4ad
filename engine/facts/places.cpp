// The tree of places.
#include "engine/facts/places.h"

#include <algorithm>
#include <string_view>

namespace scantling {

namespace {

constexpr std::uint32_t payload_mask = 0x3FFFFFFFU;  // 30 bits: sources are at most 2^30 bytes long

bool is_escaped(char c) { return c == '~' || c == '/'; }

std::size_t digits_of(std::uint32_t number) {
    std::size_t digits = 1;
    for (; number >= 10; number /= 10) ++digits;
    return digits;
}

}  // namespace

PlaceId Places::add(Kind kind, std::uint32_t parent, std::uint32_t first, std::uint32_t second) {
    nodes_.push_back({parent, first, (static_cast<std::uint32_t>(kind) << 30U) | (second & payload_mask)});
    return static_cast<PlaceId>(nodes_.size() - 1);
}

PlaceId Places::document(DocumentId document) { return add(Kind::document, document, 0, 0); }
PlaceId Places::member(PlaceId parent, StringId key) { return add(Kind::member, static_cast<std::uint32_t>(parent), key, 0); }
PlaceId Places::element(PlaceId parent, std::uint32_t index) { return add(Kind::element, static_cast<std::uint32_t>(parent), index, 0); }
PlaceId Places::text(PlaceId parent, Span span) {
    has_texts_ = true;
    return add(Kind::text, static_cast<std::uint32_t>(parent), span.begin, span.end);
}

DocumentId Places::document_of(PlaceId place) const {
    const Node* node = &at(place);
    while (kind_of(*node) != Kind::document) node = &nodes_[node->parent];
    return node->parent;
}

std::string Places::pointer(PlaceId place) const {
    // From its end on: a place knows what it stands in.
    const auto is_step = [](const Node& node) { return kind_of(node) == Kind::member || kind_of(node) == Kind::element; };
    std::size_t size = 0;
    for (const Node* node = &at(place); is_step(*node); node = &nodes_[node->parent]) {
        ++size;
        if (kind_of(*node) == Kind::element) {
            size += digits_of(node->first);
            continue;
        }
        const std::string_view key = keys_->text(node->first);
        size += key.size() + static_cast<std::size_t>(std::count_if(key.begin(), key.end(), is_escaped));
    }
    std::string out(size, '/');
    auto next = out.rbegin();
    for (const Node* node = &at(place); is_step(*node); node = &nodes_[node->parent], ++next) {
        if (kind_of(*node) == Kind::element) {
            std::uint32_t left = node->first;
            for (std::size_t digits = digits_of(left); digits > 0; --digits, left /= 10) *next++ = static_cast<char>('0' + left % 10);
            continue;
        }
        const std::string_view key = keys_->text(node->first);
        for (auto c = key.rbegin(); c != key.rend(); ++c) {
            *next++ = *c == '~' ? '0' : *c == '/' ? '1' : *c;
            if (is_escaped(*c)) *next++ = '~';
        }
    }
    return out;
}

std::optional<Places::Step> Places::step(PlaceId place) const {
    const Node& node = at(place);
    const auto parent = static_cast<PlaceId>(node.parent);
    if (kind_of(node) == Kind::member) return Step{parent, true, node.first, 0};
    if (kind_of(node) == Kind::element) return Step{parent, false, 0, node.first};
    return std::nullopt;
}

std::optional<Span> Places::span(PlaceId place) const {
    const Node& node = at(place);
    if (kind_of(node) != Kind::text) return std::nullopt;
    return Span{node.first, node.second & payload_mask};
}

}  // namespace scantling
