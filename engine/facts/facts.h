// Facts: one immutable, columnar set of everything that is known about the subjects of a run. Knows no program and no format.
//
// Thread safety: immutable after Builder::freeze; any number of threads may read one. Owns its documents, so that every place can be shown.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/dictionary.h"
#include "engine/base/source.h"
#include "engine/facts/places.h"
#include "engine/facts/table.h"
#include "engine/schema/layout.h"

namespace scantling {

// A file or text that was read. `kind` is the reader's word for it (`dockerfile`, `cyclonedx`, `trivy` …).
struct Document {
    std::shared_ptr<const Source> source;
    std::string kind;
    bool is_json = false;
    bool partial = false;  // broken or truncated: some of it was refused
    // The document that it was read for, as a `.dockerignore` for its Dockerfile: it belongs to the same subject.
    std::optional<DocumentId> read_for = std::nullopt;
};

class Facts {
  public:
    [[nodiscard]] const Layout& layout() const { return *layout_; }
    [[nodiscard]] const std::shared_ptr<const Layout>& layout_pointer() const { return layout_; }
    [[nodiscard]] const Table& table(TableId id) const { return tables_[id]; }
    [[nodiscard]] const Column& column(TableId table, SlotIndex slot) const { return tables_[table].columns[slot]; }
    [[nodiscard]] const Dictionary& dictionary() const { return *dictionary_; }
    [[nodiscard]] std::string_view text(StringId id) const { return dictionary_->text(id); }
    [[nodiscard]] const VersionValue& version(std::uint32_t id) const { return versions_[id]; }
    [[nodiscard]] const std::vector<VersionValue>& versions() const { return versions_; }
    [[nodiscard]] const Places& places() const { return *places_; }
    [[nodiscard]] const std::vector<Document>& documents() const { return documents_; }
    [[nodiscard]] Row subjects() const { return tables_[subjects_table].rows; }
    // The subject that a document was attached to; no_row for a document of the run.
    [[nodiscard]] Row subject_of(DocumentId id) const { return document_subjects_[id]; }

    // Whether a document of that part was read for the subject (of a part of the run: for the run, whatever the subject).
    [[nodiscard]] bool supplied(PartId part, Row subject) const;

    // Place of a cell: its own, else that of the nearest enclosing embedded record that has one, else its row's.
    [[nodiscard]] PlaceId place_of(TableId table, Row row, SlotIndex slot) const;
    // Place of a row: its own, else that of the list it stands in, else its parent row's; `none` where no document states it.
    [[nodiscard]] PlaceId place_of_row(TableId table, Row row) const;
    // Document, span and pointer of a place. Of a JSON place the span is found by walking the document's text (locate.h).
    [[nodiscard]] Location locate(PlaceId place) const;
    // Places of text that must not be shown, though no sensitive cell holds it.
    [[nodiscard]] const std::vector<PlaceId>& hidden() const { return hidden_; }

  private:
    friend class Builder;
    std::shared_ptr<const Layout> layout_;
    std::unique_ptr<Dictionary> dictionary_;
    std::unique_ptr<Places> places_;
    std::vector<Table> tables_;
    std::vector<VersionValue> versions_;
    std::vector<Document> documents_;
    std::vector<PlaceId> hidden_;
    std::vector<Row> document_subjects_;
    std::vector<std::vector<bool>> supplied_;  // by part, then subject (one entry for a part of the run)
};

}  // namespace scantling
