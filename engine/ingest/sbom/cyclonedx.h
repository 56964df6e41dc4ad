// CycloneDX JSON 1.2 to 1.7 (newer minor versions with a warning) → `sboms`, `packages`, `image.os`, `vulnerabilities`, `vex`.
#pragma once

#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling {

// One fragment. A document with `vulnerabilities` and without `components` is a VEX: it makes no row of `sboms`.
[[nodiscard]] std::vector<Fragment> read_cyclonedx(Builder& builder, DocumentId document, const JsonValue& root);

}  // namespace scantling
