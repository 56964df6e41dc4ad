// What a container's row can say only beside its image: linking, once all documents of a subject are known.
#pragma once

#include <span>

#include "engine/facts/builder.h"

namespace scantling {

// `config`: the fragment whose image.config will win for the subject, no_row where none has one. Fills is_exposed, overrides_image,
// replaces_entrypoint, uncovered_writes; leaves them alone where there is no configuration.
void link_containers(Builder& builder, std::span<const Row> fragments, Row config);

}  // namespace scantling
