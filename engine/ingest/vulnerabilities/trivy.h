// Trivy JSON, schema 2 and the bare array before it → `scans`, `packages`, `vulnerabilities`, `image` and its parts, `image.secrets`.
#pragma once

#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling {

// One fragment.
[[nodiscard]] std::vector<Fragment> read_trivy(Builder& builder, DocumentId document, const JsonValue& root);

}  // namespace scantling
