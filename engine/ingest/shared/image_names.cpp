// Which name is the one under judgement, and which digest belongs to it.
#include "engine/ingest/shared/image_names.h"

#include <algorithm>

#include "engine/ingest/shared/config_values.h"
#include "engine/ingest/shared/json_config.h"
#include "engine/values/ascii.h"
#include "engine/values/digest.h"
#include "engine/values/package_url.h"

namespace scantling {

namespace {

struct PlacedReference {
    ImageReference reference;
    PlaceId place = PlaceId::none;
};

// `<none>:<none>` is Docker's word for no name; so is what is no reference at all.
std::vector<PlacedReference> read_references(const JsonValue& value) {
    std::vector<PlacedReference> out;
    for (const PlacedText& text : read_strings(value)) {
        if (auto reference = parse_image_reference(text.text)) out.push_back({std::move(*reference), text.place});
    }
    return out;
}

std::string purl_of(const ImageReference& reference, const std::string& manifest) {
    PackageUrl purl;
    purl.type = PackageType::oci;
    purl.type_name = "oci";
    const std::size_t slash = reference.name.rfind('/');
    purl.name = ascii::lower(reference.name.substr(slash == std::string::npos ? 0 : slash + 1));
    purl.version = manifest;
    purl.qualifiers.emplace_back("repository_url", reference.name);
    if (reference.tag) purl.qualifiers.emplace_back("tag", *reference.tag);
    return purl.canonical();
}

// Which of the digests is that of the image as `reference` names it; none where the document does not say.
const PlacedReference* chosen_digest(const std::vector<PlacedReference>& names, const std::vector<PlacedReference>& digests,
                                     std::string_view stated) {
    std::vector<const PlacedReference*> fitting;
    for (const PlacedReference& candidate : digests) {
        if (!candidate.reference.digest) continue;
        if (names.empty() || same_repository(candidate.reference, names.front().reference)) fitting.push_back(&candidate);
    }
    for (const PlacedReference* candidate : fitting) {
        if (candidate->reference.digest == stated) return candidate;  // Podman: the one of this platform, not of the index
    }
    // Without a name to choose by, only what all agree on is the image's.
    const bool differ = std::any_of(fitting.begin(), fitting.end(), [&](const PlacedReference* candidate) {
        return candidate->reference.digest != fitting.front()->reference.digest;
    });
    if (fitting.empty() || (names.empty() && differ)) return nullptr;
    return fitting.front();
}

}  // namespace

void write_image_names(const ImageNames& from, const RecordWriter<model::Image>& image, ImageIdentity& identity) {
    using model::Image;
    const std::vector<PlacedReference> names = read_references(from.tags);
    const std::vector<PlacedReference> digests = read_references(from.digests);
    const auto list = image.list(Image::references, from.tags.place());
    for (const PlacedReference& name : names) {
        write_image_reference(list.add(name.place), name.reference, PlaceId::none);
        identity.references.push_back(name.reference.text);
    }
    if (names.empty()) {
        image.unknown(Image::reference, CellState::not_stated, from.tags.place());
    } else {
        write_image_reference(image.open(Image::reference, names.front().place), names.front().reference, names.front().place);
    }
    for (const PlacedReference& name : digests) {
        if (!name.reference.digest) continue;
        identity.digests.push_back(*name.reference.digest);
        if (names.empty()) identity.references.push_back(name.reference.text);
    }
    const std::string_view stated = from.digest.string().value_or("");
    if (const PlacedReference* chosen = chosen_digest(names, digests, stated)) {
        image.set(Image::digest, *chosen->reference.digest, chosen->place);
        if (!names.empty()) image.set(Image::purl, purl_of(names.front().reference, *chosen->reference.digest), chosen->place);
    } else if (const auto own = parse_digest(stated)) {
        image.set(Image::digest, *own, from.digest.place());
        identity.digests.push_back(*own);
        if (!names.empty()) image.set(Image::purl, purl_of(names.front().reference, *own), from.digest.place());
    } else {
        image.unknown(Image::digest, CellState::not_stated, from.digests.place());
        image.unknown(Image::purl, CellState::not_stated, from.digests.place());
    }
    if (names.empty()) image.unknown(Image::purl, CellState::not_stated, from.tags.place());
}

}  // namespace scantling
