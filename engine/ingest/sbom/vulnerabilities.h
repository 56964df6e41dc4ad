// CycloneDX `vulnerabilities`: one row per vulnerability and affected component; with an `analysis`, a VEX statement each.
#pragma once

#include "engine/ingest/sbom/component.h"

namespace scantling::cyclonedx {

struct VulnerabilityContext {
    JsonValue timestamp;                   // the document's
    std::string_view root;                 // the reference of what it describes; empty where it has none
    const Inventory* inventory = nullptr;  // the components that `affects` may name; null in a document without any
};
void read_vulnerabilities(Builder& builder, Row fragment, const JsonValue& vulnerabilities, const VulnerabilityContext& context);

}  // namespace scantling::cyclonedx
