// Image documents → facts `image`. The configuration itself is shared (engine/ingest/shared); here is what names the image: tags, digests,
// ids.
#include "engine/ingest/image/read.h"

#include <algorithm>

#include "engine/base/sha256.h"
#include "engine/ingest/shared/image_config.h"
#include "engine/values/ascii.h"
#include "engine/values/digest.h"
#include "engine/values/package_url.h"

namespace scantling {

namespace {

const JsonKeys inspect_keys{"Id", "Digest",  "RepoTags", "RepoDigests", "Created", "Author",     "Architecture",
                            "Os", "Variant", "Config",   "RootFS",      "History", "Healthcheck"};
enum InspectKey : std::size_t {
    id,
    digest,
    repo_tags,
    repo_digests,
    created,
    author,
    architecture,
    os,
    variant,
    config,
    root_fs,
    history,
    healthcheck
};

const JsonKeys root_fs_keys{"Layers"};

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

std::string digest_of_id(std::string_view text) {
    if (!is_image_id(text)) return {};
    return text.find(':') == std::string_view::npos ? "sha256:" + std::string(text) : std::string(text);
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

void write_names(const JsonFields& fields, const RecordWriter<model::Image>& image, Fragment& fragment) {
    using model::Image;
    const std::vector<PlacedReference> names = read_references(fields[repo_tags]);
    const std::vector<PlacedReference> digests = read_references(fields[repo_digests]);
    const auto list = image.list(Image::references, fields[repo_tags].place());
    for (const PlacedReference& name : names) {
        write_image_reference(list.add(name.place), name.reference, PlaceId::none);
        fragment.identity.references.push_back(name.reference.text);
    }
    if (names.empty()) {
        image.unknown(Image::reference, CellState::not_stated, fields[repo_tags].place());
    } else {
        write_image_reference(image.open(Image::reference, names.front().place), names.front().reference, names.front().place);
    }
    for (const PlacedReference& name : digests) {
        if (!name.reference.digest) continue;
        fragment.identity.digests.push_back(*name.reference.digest);
        if (names.empty()) fragment.identity.references.push_back(name.reference.text);
    }
    const std::string_view stated = fields[digest].string().value_or("");
    if (const PlacedReference* chosen = chosen_digest(names, digests, stated)) {
        image.set(Image::digest, *chosen->reference.digest, chosen->place);
        if (!names.empty()) image.set(Image::purl, purl_of(names.front().reference, *chosen->reference.digest), chosen->place);
    } else if (const auto own = parse_digest(stated)) {
        image.set(Image::digest, *own, fields[digest].place());
        fragment.identity.digests.push_back(*own);
        if (!names.empty()) image.set(Image::purl, purl_of(names.front().reference, *own), fields[digest].place());
    } else {
        image.unknown(Image::digest, CellState::not_stated, fields[repo_digests].place());
        image.unknown(Image::purl, CellState::not_stated, fields[repo_digests].place());
    }
    if (names.empty()) image.unknown(Image::purl, CellState::not_stated, fields[repo_tags].place());
}

}  // namespace

std::vector<Fragment> read_image_configuration_document(Builder& builder, DocumentId document, const JsonValue& root) {
    using model::Image;
    Fragment fragment{builder.add_fragment(document), FragmentKind::image, {}};
    const auto image = fragment_writer(builder, fragment.row).open(model::SubjectRoot::image, root.place());
    const std::string own = "sha256:" + sha256_hex(builder.document(document).source->text());
    image.set(Image::id, own, root.place());
    image.unknown(Image::digest, CellState::not_stated);
    image.unknown(Image::reference, CellState::not_stated);
    image.unknown(Image::purl, CellState::not_stated);
    static_cast<void>(image.list(Image::references, root.place()));
    fragment.identity.ids.push_back(own);
    fragment.identity.diff_ids = read_image_configuration(root, image, fragment.row);
    return {std::move(fragment)};
}

std::vector<Fragment> read_image_inspect(Builder& builder, DocumentId document, const JsonValue& root) {
    using model::Image;
    Fragment fragment{builder.add_fragment(document), FragmentKind::image, {}};
    const JsonFields fields = root.fields(inspect_keys);
    const auto image = fragment_writer(builder, fragment.row).open(model::SubjectRoot::image, root.place());
    builder.supply(model::part::image, fragment.row);
    builder.supply(model::part::image_config, fragment.row);
    const std::string own = digest_of_id(fields[id].string().value_or(""));
    if (own.empty()) {
        image.unknown(Image::id, CellState::not_stated, fields[id].place());
    } else {
        image.set(Image::id, own, fields[id].place());
        fragment.identity.ids.push_back(own);
    }
    write_names(fields, image, fragment);
    read_image_platform(fields[os], fields[architecture], fields[variant], image);
    read_time(fields[created], image, Image::created);
    read_text(fields[author], image, Image::author);
    read_image_config(fields[config], fields[healthcheck], fields[os].string().value_or(""),
                      image.open(Image::config, fields[config].place()));
    fragment.identity.diff_ids = read_layers_and_history(fields[root_fs].fields(root_fs_keys)[0], fields[history], image, fragment.row);
    return {std::move(fragment)};
}

}  // namespace scantling
