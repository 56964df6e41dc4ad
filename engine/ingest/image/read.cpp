// Image documents → facts `image`. Configuration and names are shared (engine/ingest/shared).
#include "engine/ingest/image/read.h"

#include "engine/base/sha256.h"
#include "engine/ingest/shared/image_config.h"
#include "engine/ingest/shared/image_names.h"

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

std::string digest_of_id(std::string_view text) {
    if (!is_image_id(text)) return {};
    return text.find(':') == std::string_view::npos ? "sha256:" + std::string(text) : std::string(text);
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
    write_image_names({fields[repo_tags], fields[repo_digests], fields[digest]}, image, fragment.identity);
    read_image_platform(fields[os], fields[architecture], fields[variant], image);
    read_time(fields[created], image, Image::created);
    read_text(fields[author], image, Image::author);
    read_image_config(fields[config], fields[healthcheck], fields[os].string().value_or(""),
                      image.open(Image::config, fields[config].place()));
    fragment.identity.diff_ids = read_layers_and_history(fields[root_fs].fields(root_fs_keys)[0], fields[history], image, fragment.row);
    return {std::move(fragment)};
}

}  // namespace scantling
