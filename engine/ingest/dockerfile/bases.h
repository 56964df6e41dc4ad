// What is commonly known about base images: which run as root, which are build kits, which are small.
//
// Data, as of the date below; replace it by another table where yours is better. It can only speak against an image: a
// base that is not in it stays unknown.
#pragma once

#include <string_view>

#include "engine/values/image_reference.h"

namespace scantling::dockerfile {

inline constexpr std::string_view bases_dated = "2026-11-01";

struct BaseFamily {
    bool runs_as_root = false;  // sets no USER: known, by its publisher's own Dockerfile
    bool is_sdk = false;        // an SDK, a compiler, or a language image on a full distribution
    bool is_minimal = false;    // slim, minimal, distroless
    bool is_windows = false;
};

[[nodiscard]] BaseFamily base_family(const ImageReference& reference);

}  // namespace scantling::dockerfile
