// CycloneDX `vulnerabilities`: one row per vulnerability and affected component; with an `analysis`, a VEX statement each.
#pragma once

#include "engine/ingest/sbom/component.h"

namespace scantling::cyclonedx {

// `inventory`: the components that `affects` may name; null in a document without any. `timestamp`: the document's.
void read_vulnerabilities(Builder& builder, Row fragment, const JsonValue& vulnerabilities, const JsonValue& timestamp,
                          const Inventory* inventory);

}  // namespace scantling::cyclonedx
