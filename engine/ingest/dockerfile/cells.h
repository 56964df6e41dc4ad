// Texts of a Dockerfile that may be unknown, with their places, into the records that all domains share.
#pragma once

#include <string_view>
#include <vector>

#include "engine/facts/writers.h"
#include "engine/ingest/dockerfile/expand.h"
#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

// Spans of the document as places.
class Locations {
  public:
    Locations(Builder& builder, DocumentId document) : places_(&builder.places()), document_(places_->document(document)) {}
    // Nowhere for an empty span at the begin: what nobody wrote.
    [[nodiscard]] PlaceId at(Span span) const { return span.end == 0 ? PlaceId::none : places_->text(document_, span); }
    [[nodiscard]] PlaceId whole() const { return document_; }

  private:
    Places* places_;
    PlaceId document_;
};

// A text that may be unknown, and where it was written.
struct Text {
    std::string_view value;
    Span span;
    bool known = true;
};

[[nodiscard]] inline Text text_of(const Word& word) { return {word.text, word.span, true}; }

void write_user(const RecordWriter<model::User>& user, const Text& text, const Locations& locations);
// The whole record unknown: what was written did not tell.
void forget_reference(const RecordWriter<model::ImageReference>& record, CellState state);

// A command line as an argument vector; in shell form the shell's words, then the text.
struct CommandLine {
    std::vector<Text> words;
    std::size_t shell_words = 0;  // of shell form
    Span span;
    [[nodiscard]] bool is_shell_form() const { return shell_words > 0; }
};
void write_exec(const RecordWriter<model::Exec>& exec, const CommandLine& line, const Locations& locations);

template <typename R, typename K>
void write_text(const RecordWriter<R>& record, Slot<R, K> slot, const Text& text, const Locations& locations) {
    if (text.known) {
        record.set(slot, text.value, locations.at(text.span));
    } else {
        record.unknown(slot, CellState::unresolved, locations.at(text.span));
    }
}

}  // namespace scantling::dockerfile
