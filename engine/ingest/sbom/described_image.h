// Which image an SBOM says it describes: `metadata.component` of a container, its package URL and the properties of scanners.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling::cyclonedx {

struct DescribedImage {
    ImageIdentity identity;
    std::vector<std::pair<std::string, PlaceId>> named;  // digests and ids, each once, with the text that states it
    bool is_system = false;                              // the component is an operating system
};
[[nodiscard]] DescribedImage read_described_image(const JsonValue& component);

}  // namespace scantling::cyclonedx
