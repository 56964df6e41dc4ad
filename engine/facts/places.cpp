// The tree of places.
#include "engine/facts/places.h"

#include <string_view>

namespace scantling {

namespace {

constexpr std::uint32_t payload_mask = 0x3FFFFFFFU;  // 30 bits: sources are at most 2^30 bytes long

void append_escaped(std::string& to, std::string_view key) {
    for (const char c : key) {
        if (c == '~') {
            to += "~0";
        } else if (c == '/') {
            to += "~1";
        } else {
            to += c;
        }
    }
}

}  // namespace

PlaceId Places::add(Kind kind, std::uint32_t parent, std::uint32_t first, std::uint32_t second) {
    nodes_.push_back({parent, first, (static_cast<std::uint32_t>(kind) << 30U) | (second & payload_mask)});
    return static_cast<PlaceId>(nodes_.size() - 1);
}

PlaceId Places::document(DocumentId document) { return add(Kind::document, document, 0, 0); }
PlaceId Places::member(PlaceId parent, StringId key) { return add(Kind::member, static_cast<std::uint32_t>(parent), key, 0); }
PlaceId Places::element(PlaceId parent, std::uint32_t index) { return add(Kind::element, static_cast<std::uint32_t>(parent), index, 0); }
PlaceId Places::text(PlaceId parent, Span span) { return add(Kind::text, static_cast<std::uint32_t>(parent), span.begin, span.end); }

DocumentId Places::document_of(PlaceId place) const {
    const Node* node = &at(place);
    while (kind_of(*node) != Kind::document) node = &nodes_[node->parent];
    return node->parent;
}

std::string Places::pointer(PlaceId place) const {
    std::vector<const Node*> path;
    for (const Node* node = &at(place); kind_of(*node) == Kind::member || kind_of(*node) == Kind::element; node = &nodes_[node->parent]) {
        path.push_back(node);
    }
    std::string out;
    for (auto node = path.rbegin(); node != path.rend(); ++node) {
        out += '/';
        if (kind_of(**node) == Kind::member) {
            append_escaped(out, keys_->text((*node)->first));
        } else {
            out += std::to_string((*node)->first);
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
