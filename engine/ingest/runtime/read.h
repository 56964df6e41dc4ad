// Containers as they run: `docker container inspect` and `podman container inspect`.
#pragma once

#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling {

// One element of what inspect prints.
[[nodiscard]] std::vector<Fragment> read_container_inspect(Builder& builder, DocumentId document, const JsonValue& root);

}  // namespace scantling
