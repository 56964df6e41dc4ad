// Documents one by one, then facts: what reading all at once is made of, for callers who go on when one is refused.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "bindings/api/inputs.h"
#include "engine/ingest/subjects.h"
#include "engine/program/program.h"

namespace scantling {

// One thread. Whatever throws (memory) leaves the documents as they were.
class Documents {
  public:
    explicit Documents(std::shared_ptr<const Layout> layout);
    // The facts will be for this program alone: lists that it does not ask about may be left out, as if nobody had supplied them.
    explicit Documents(const Program& program);

    struct Added {
        bool kept = false;
        Diagnostics diagnostics;
    };
    // A refused document leaves no trace, or, where `note_refused`, is kept as one that makes the facts partial.
    Added add(InputDocument document, bool note_refused);

    struct Frozen {
        Inputs inputs;            // no facts where it is not clear which subject a document is about
        Diagnostics diagnostics;  // of freezing alone; inputs.diagnostics has all
    };
    // The documents stay until they are cleared: a caller may still fail to hand the facts on.
    Frozen freeze(const Supplement& supplement = {});
    void clear() noexcept;

    [[nodiscard]] std::size_t size() const { return kept_.size(); }
    // Undoes what was added after there were so many.
    void return_to(std::size_t size) noexcept;

  private:
    // A document that is part of what will be frozen, with what is needed to read it again.
    struct Kept {
        std::shared_ptr<const Source> source;
        InputDocument given;  // without its bytes
    };
    struct ReadState {
        std::unique_ptr<Builder> builder;
        std::vector<SubjectInput> subjects;
        Diagnostics diagnostics;
        bool partial = false;
    };
    Builder& builder();
    ReadResult read(ReadState& state, InputDocument document) const;
    static void note(ReadState& state, ReadResult read, const std::string& subject);
    void read_again();

    std::shared_ptr<const Layout> layout_;
    std::vector<bool> asked_;  // lists, by table; empty: all
    std::vector<Kept> kept_;
    ReadState state_;  // what reading `kept_` gave
    // The builder holds a document that was refused (it would be listed), or is not whole.
    bool has_refused_ = false;
    bool broken_ = false;
};

}  // namespace scantling
