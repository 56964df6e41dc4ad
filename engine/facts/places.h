// Where a value came from: a document, and a JSON pointer or a span of text in it.
//
// A place is a node of a tree that only grows: readers push 12 bytes as they descend and never build a pointer as text. Lines, columns and
// excerpts are found on demand from the retained bytes, only for what a report shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/dictionary.h"
#include "engine/base/source.h"

namespace scantling {

enum class PlaceId : std::uint32_t { none = 0 };
using DocumentId = std::uint32_t;

struct Location {
    DocumentId document = 0;
    Span span;            // of the value in the document's bytes
    std::string pointer;  // RFC 6901, of a JSON document; empty for text and for a whole document
};

class Places {
  public:
    // `keys` holds the member names; it must outlive the places.
    explicit Places(const Dictionary& keys) : keys_(&keys), nodes_(1) {}

    PlaceId document(DocumentId document);
    PlaceId member(PlaceId parent, StringId key);
    PlaceId element(PlaceId parent, std::uint32_t index);
    // A span of a text document; `parent` is its document's place.
    PlaceId text(PlaceId parent, Span span);
    // Whether there is such a span.
    [[nodiscard]] bool has_texts() const { return has_texts_; }

    [[nodiscard]] DocumentId document_of(PlaceId place) const;
    // RFC 6901; empty for a document and for a text.
    [[nodiscard]] std::string pointer(PlaceId place) const;
    // The last step of a JSON place: from `parent` by a member's key or an element's index. None for documents and texts.
    struct Step {
        PlaceId parent = PlaceId::none;
        bool is_member = false;
        StringId key = 0;
        std::uint32_t index = 0;
    };
    [[nodiscard]] std::optional<Step> step(PlaceId place) const;
    // The span of a text place; none for others.
    [[nodiscard]] std::optional<Span> span(PlaceId place) const;

  private:
    enum class Kind : std::uint32_t { document, member, element, text };
    struct Node {              // without initialisers: a vector of what is trivial moves as bytes when it grows
        std::uint32_t parent;  // place; of a document: its id
        std::uint32_t first;   // key, index, or begin
        std::uint32_t second;  // end, with the kind in the two top bits
    };
    PlaceId add(Kind kind, std::uint32_t parent, std::uint32_t first, std::uint32_t second);
    [[nodiscard]] static Kind kind_of(const Node& node) { return static_cast<Kind>(node.second >> 30U); }
    [[nodiscard]] const Node& at(PlaceId place) const { return nodes_[static_cast<std::uint32_t>(place)]; }

    const Dictionary* keys_;
    std::vector<Node> nodes_;
    bool has_texts_ = false;
};

}  // namespace scantling
