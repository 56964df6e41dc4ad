// What a reader hands on beside facts: which document part speaks, and for which image. The subjects step joins fragments by it.
//
// Every reader of a format has this shape, and adds its rows under fragments that it makes with Builder::add_fragment:
//
//     std::vector<Fragment> read_trivy(Builder&, DocumentId, const JsonValue& root);           // JSON: diagnostics go through the values
//
// (dockerfile::read, whose input is text and which has settings, has its own.) fragment_writer (engine/facts/writers.h) opens the fragment.
// It also calls Builder::supply for each part that it supplies, even if that part came out empty.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/facts/builder.h"

namespace scantling {

enum class FragmentKind : std::uint8_t { image, scan, sbom, container, dockerfile };  // in order of what wins where two state one field

// What a document says of the image that it speaks for; each list empty where it does not say. Texts as the facts hold them.
struct ImageIdentity {
    std::vector<std::string> digests;     // of the manifest, `sha256:…`
    std::vector<std::string> ids;         // of the configuration: docker's image id, `sha256:…`
    std::vector<std::string> diff_ids;    // of all layers, base first: only where the document has the whole list
    std::vector<std::string> references;  // names as written
    // Digests of which the document does not say whether they are of the manifest or of the configuration.
    std::vector<std::string> either;

    [[nodiscard]] bool empty() const { return digests.empty() && ids.empty() && diff_ids.empty() && references.empty() && either.empty(); }
};

struct Fragment {
    Row row = no_row;
    FragmentKind kind = FragmentKind::image;
    ImageIdentity identity;
};

}  // namespace scantling
