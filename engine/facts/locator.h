// Many places of one set of facts, found with one walk a container: for reports and audits.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/facts/facts.h"
#include "engine/facts/locate.h"

namespace scantling {

struct Located {
    DocumentId document = 0;
    Span span;
    Position position;
    std::string pointer;
};

// One thread. The facts must outlive it.
class Locator {
  public:
    explicit Locator(const Facts& facts) : facts_(&facts) {}

    // Precondition: place is not none.
    [[nodiscard]] Located locate(PlaceId place);

  private:
    struct Item {
        JsonContainer* container = nullptr;
        std::size_t index = 0;
    };
    // Where the value stands in its container; no container of the root, and of what is not there.
    [[nodiscard]] Item item_of(const Places::Step& step, std::string_view json);
    [[nodiscard]] std::uint32_t offset_of(PlaceId place, std::string_view json);
    [[nodiscard]] Span span_of(PlaceId place, const Document& document);
    [[nodiscard]] Position position_of(DocumentId document, std::uint32_t offset);

    const Facts* facts_;
    std::unordered_map<std::uint32_t, JsonContainer> containers_;  // by place
    struct Cursor {  // the last position asked for: on one long line the next is counted from there
        std::uint32_t offset = 0;
        Position position;
    };
    std::unordered_map<DocumentId, Cursor> cursors_;
};

}  // namespace scantling
