// A Dockerfile into facts: the `dockerfile` domain and, as the subject's `image.config`, what its final stage makes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/facts/builder.h"

namespace scantling::dockerfile {

struct Setting {
    std::string path;                   // as given, cleaned
    std::optional<std::string> target;  // stage to build; absent: the last
    std::optional<DocumentId> ignore;   // the `.dockerignore` that goes with it, already added to the builder
    std::string ignore_path;
    bool context_without_ignore = false;  // the context was listed, and there is no `.dockerignore`
};

struct Reading {
    Row fragment = no_row;
    Diagnostics diagnostics;  // one for each thing that BuildKit would refuse; the document is then marked as partial
};

// Always makes a fragment: also a broken file has facts.
[[nodiscard]] Reading read(Builder& builder, DocumentId document, const Setting& setting);

}  // namespace scantling::dockerfile
