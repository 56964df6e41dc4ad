// The one way in for bytes: which kind of document is this, and its facts.
//
// Thread safety: none; one builder, one thread. A refused document leaves nothing behind that would be used: its fragments are not handed
// on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ingest/recognise.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling {

struct DocumentOptions {
    // Of a Dockerfile: the `.dockerignore` that goes with it, and the stage to build.
    struct Ignore {
        std::string name;
        std::string bytes;
    };
    std::optional<Ignore> ignore;
    std::optional<std::string> target;
    // What the caller says it is: a Dockerfile is then read as one whatever it looks like; anything else is refused if it is another kind.
    std::optional<DocumentKind> kind;
};

struct ReadResult {
    DocumentId document = 0;
    DocumentKind kind = DocumentKind::unknown;
    std::string_view kind_name;  // `a Trivy report`; empty where nothing was recognised
    bool accepted = false;       // else nothing of it is used
    bool partial = false;        // not accepted, or accepted with lists that are incomplete for its own faults
    std::vector<Fragment> fragments;
    Diagnostics diagnostics;
    std::optional<DocumentId> ignore;  // the `.dockerignore` that was read with it: a document of its own
};

// Never throws for what the bytes are. Linear in their number.
[[nodiscard]] ReadResult read_document(Builder& builder, std::string name, std::string bytes, const DocumentOptions& options = {});

}  // namespace scantling
