// Which subject each document speaks for, by the table of docs/explanation/subjects.md, and the freezing of facts that follows.
//
// Documents that share a digest, an image id or a whole list of diff ids are one image. A document with only a name joins the one image of
// that name. A document that names nothing joins the only subject there is. What the caller says (`--subject REF=FILE`) comes first.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/ingest/document.h"

namespace scantling {

// One document after reading, with what the caller says that it is about: an image's name or digest, `build PATH`, or nothing.
struct SubjectInput {
    DocumentId document = 0;
    std::vector<Fragment> fragments;
    std::string subject;
};

struct Assembly {
    std::shared_ptr<const Facts> facts;  // null where it is not clear which subject a document speaks for
    Diagnostics diagnostics;
};

// The builder is empty afterwards. Fragments that no input hands on (of refused documents) are left out.
[[nodiscard]] Assembly assemble(Builder& builder, const std::vector<SubjectInput>& inputs);

}  // namespace scantling
