// Tags and digests of an image as engines and scanners list them (`RepoTags`, `RepoDigests`) → `reference`, `references`, `digest`, `purl`.
#pragma once

#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/fragment.h"

namespace scantling {

struct ImageNames {
    JsonValue tags;     // an array of references
    JsonValue digests;  // an array of `name@digest`
    JsonValue digest;   // the digest of this platform's manifest, where the document states it (Podman)
};
// The first tag is the reference; the digest is that of its repository. What is not stated is unknown.
void write_image_names(const ImageNames& from, const RecordWriter<model::Image>& image, ImageIdentity& identity);

}  // namespace scantling
