// From documents to facts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/facts/builder.h"
#include "engine/facts/facts.h"
#include "engine/ingest/recognise.h"
#include "engine/program/program.h"

namespace scantling {

struct InputDocument {
    std::string name;  // as reports call it: a path
    std::string bytes;
    // The `.dockerignore` that goes with a Dockerfile: its name and bytes.
    std::optional<std::pair<std::string, std::string>> ignore{};
    // What the caller says that the document is about (`--subject REF=FILE`); empty: what the document says.
    std::string subject{};
    // What the caller says that it is; none: whatever its content says.
    std::optional<DocumentKind> kind{};
};

// Immutable once made.
struct Inputs {
    std::shared_ptr<const Facts> facts;  // null where the documents cannot be told apart (a usage error, in the diagnostics)
    Diagnostics diagnostics;             // what was refused, and warnings
    bool partial = false;                // something was refused, or read in part
};

// Adds facts that no document states, in a fragment of their own: what a policy writes out itself. All documents then speak for its
// subject.
using Supplement = std::function<void(Builder&, Row fragment)>;

[[nodiscard]] Inputs read_inputs(const std::shared_ptr<const Layout>& layout, std::vector<InputDocument> documents,
                                 const Supplement& supplement = {});
// For checks with this program alone. What it cannot ask about may be left out: reading is cheaper, and its reports are the same.
[[nodiscard]] Inputs read_inputs_for(const Program& program, std::vector<InputDocument> documents);

}  // namespace scantling
