// Documents that describe an image: an OCI or Docker image configuration, and what `docker image inspect` prints (Podman's alike).
#pragma once

#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling {

// One configuration; its digest is that of the document's bytes.
[[nodiscard]] std::vector<Fragment> read_image_configuration_document(Builder& builder, DocumentId document, const JsonValue& root);
// One element of what inspect prints.
[[nodiscard]] std::vector<Fragment> read_image_inspect(Builder& builder, DocumentId document, const JsonValue& root);

}  // namespace scantling
