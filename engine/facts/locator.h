// Many places of one set of facts, found with one walk a container: for reports and audits.
#pragma once

#include <cstdint>
#include <optional>
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
    struct Found {
        std::optional<Span> value;  // none: it is not there
        std::uint32_t parent = 0;   // where its container begins
        std::size_t walked = 0;     // bytes that are walked again if the same is asked once more
    };
    struct Begin {
        std::uint32_t offset = 0;
        std::size_t walked = 0;
    };
    // Where a step leads; the value's end only where it is asked for `whole`.
    [[nodiscard]] Found find(const Places::Step& step, std::string_view json, bool whole);
    [[nodiscard]] std::optional<Span> find_in(JsonContainer& container, const Places::Step& step, bool whole) const;
    [[nodiscard]] Begin begin_of(PlaceId place, std::string_view json);
    [[nodiscard]] Span span_of(PlaceId place, const Document& document);
    [[nodiscard]] Position position_of(DocumentId document, std::uint32_t offset);

    const Facts* facts_;
    std::unordered_map<std::uint32_t, JsonContainer> containers_;  // by place: those that took a long walk
    struct Cursor {  // the last position asked for: on one long line the next is counted from there
        std::uint32_t offset = 0;
        Position position;
    };
    std::unordered_map<DocumentId, Cursor> cursors_;
};

}  // namespace scantling
