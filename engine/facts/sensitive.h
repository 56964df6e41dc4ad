// Where sensitive values are written in the documents, so that what shows a piece of a document does not show them.
//
// A field marked `sensitive` prints as `<masked>`. But its text also stands in the line that an excerpt shows, and in cells that hold a
// larger piece of the document: the whole text of an ENV instruction, the script of a RUN that begins with `TOKEN=…`. Both are masked by
// place: the spans of sensitive cells are cut out of what is shown, and those that a reader hides though no cell holds them. A value that
// an input itself copies elsewhere (`WORKDIR $X`) is not followed.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/facts/facts.h"
#include "engine/facts/locator.h"

namespace scantling {

inline constexpr std::string_view masked_text = "<masked>";

// One thread. The facts must outlive it. Nothing is looked for before it is asked.
class SensitiveSpans {
  public:
    explicit SensitiveSpans(const Facts& facts);

    // Sorted, apart from each other.
    [[nodiscard]] const std::vector<Span>& of(DocumentId document);

    // `text` shows the piece of a text document that stands at `place`, perhaps folded: without the sensitive values written there.
    // Unchanged where the place is none or in a JSON document, whose values have places of their own.
    [[nodiscard]] std::string hide(std::string text, PlaceId place);
    // False where it never changes a text, whatever the place: there is no text document.
    [[nodiscard]] bool may_hide() const { return may_hide_; }

  private:
    void collect();
    void collect_slot(TableId table, SlotIndex slot);
    void add(PlaceId place);

    const Facts* facts_;
    Locator locator_;
    bool may_hide_;
    bool collected_ = false;
    std::unordered_map<DocumentId, std::vector<PlaceId>> places_;
    std::unordered_map<DocumentId, std::vector<Span>> spans_;
};

}  // namespace scantling
