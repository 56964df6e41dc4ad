// Fragments into groups, one a subject: the decision alone, without touching facts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/ingest/shared/fragment.h"
#include "engine/ingest/subjects.h"

namespace scantling {

// How a fragment came to its subject: what `matches_subject` and `is_subject` say of it.
enum class Attachment : std::uint8_t {
    by_content,  // digest, id or diff ids: it is about this image
    by_name,     // or as the only one there is: nobody has said
    against,     // the caller forces it on an image that is not the one it names
};

struct Member {
    const Fragment* fragment = nullptr;
    DocumentId document = 0;
    Attachment attachment = Attachment::by_name;
};

struct SubjectGroup {
    std::vector<Member> members;  // in input order
    std::string name;             // unique in a run
    std::string forced;           // what the caller calls it; empty where nobody does
};

struct Grouping {
    std::vector<SubjectGroup> groups;  // in the order in which their first document came
    Diagnostics diagnostics;           // with errors: not to be used
};

[[nodiscard]] Grouping group_fragments(const Builder& builder, const std::vector<SubjectInput>& inputs);

}  // namespace scantling
