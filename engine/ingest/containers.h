// What a container's row can say only beside its image: linking, once all documents of a subject are known.
#pragma once

#include <span>

#include "engine/facts/builder.h"

namespace scantling {

// `config`: the fragment whose image.config will win for the subject, no_row where none has one. Fills is_exposed, overrides_image,
// replaces_entrypoint, uncovered_writes; leaves them alone where there is no configuration.
void link_containers(Builder& builder, std::span<const Row> fragments, Row config);

// Which mounts several containers share: those of one document, and those of one subject. Not across both: what one run over many subjects
// says of one, a run over that one alone must say too. `subjects`: of each fragment, no_row where it has none.
void link_shared_mounts(Builder& builder, std::span<const Row> subjects);

}  // namespace scantling
