// Syft writes the name as given and the digest as version, without saying whether it is the manifest's; Trivy writes a `pkg:oci` URL (the
// digest is the manifest's) and properties for image id, tags, digests and layers.
#include "engine/ingest/sbom/described_image.h"

#include <algorithm>

#include "engine/ingest/shared/package_rows.h"
#include "engine/values/digest.h"
#include "engine/values/image_reference.h"

namespace scantling::cyclonedx {

namespace {

const JsonKeys root_keys{"type", "name", "version", "purl", "properties"};
enum RootKey : std::size_t { type, name, version, purl, properties };
const JsonKeys pair_keys{"name", "value"};

void add_once(std::vector<std::string>& list, std::string_view text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

void add_digest(DescribedImage& out, std::vector<std::string>& list, std::string_view digest, PlaceId place) {
    add_once(list, digest);
    const bool known = std::any_of(out.named.begin(), out.named.end(), [&](const auto& entry) { return entry.first == digest; });
    if (!known) out.named.emplace_back(digest, place);
}

// A name with a digest behind `@` names the manifest too.
void add_reference(DescribedImage& out, std::string_view text, PlaceId place) {
    if (text.empty() || text.front() == '/' || text.front() == '.') return;
    const auto reference = parse_image_reference(text);
    if (!reference) return;
    add_once(out.identity.references, text);
    if (reference->digest) add_digest(out, out.identity.digests, *reference->digest, place);
}

void read_purl(DescribedImage& out, const PackageUrl& url, PlaceId place) {
    if (url.type != PackageType::oci && url.type != PackageType::docker) return;
    if (url.version && is_image_digest(*url.version)) {
        add_digest(out, url.type == PackageType::oci ? out.identity.digests : out.identity.either, *url.version, place);
    }
    if (const auto repository = url.qualifier("repository_url"); repository && url.type == PackageType::oci) {
        std::string reference(*repository);
        if (const auto tag = url.qualifier("tag")) reference.append(":").append(*tag);
        add_reference(out, reference, place);
    }
}

void read_property(DescribedImage& out, std::string_view key, const StatedText& value) {
    if (key == "aquasecurity:trivy:ImageID") {
        if (is_image_digest(*value.text)) add_digest(out, out.identity.ids, *value.text, value.place());
    } else if (key == "aquasecurity:trivy:RepoDigest" || key == "aquasecurity:trivy:RepoTag" || key == "aquasecurity:trivy:Reference") {
        add_reference(out, *value.text, value.place());
    } else if (key == "aquasecurity:trivy:DiffID") {
        out.identity.diff_ids.emplace_back(*value.text);
    }
}

}  // namespace

DescribedImage read_described_image(const JsonValue& component) {
    DescribedImage out;
    const JsonFields fields = component.fields(root_keys);
    const StatedText kind = stated(fields[type]);
    const StatedText url_text = stated(fields[purl]);
    const StatedText name_text = stated(fields[name]);
    const StatedText version_text = stated(fields[version]);
    const auto url = url_text ? parse_package_url(*url_text.text) : std::nullopt;
    out.is_system = kind && *kind.text == "operating-system";
    const bool is_image =
        (kind && *kind.text == "container") || (url && (url->type == PackageType::oci || url->type == PackageType::docker));
    if (url) read_purl(out, *url, url_text.place());
    for (const JsonValue element : fields[properties].elements()) {
        const JsonFields pair = element.fields(pair_keys);
        const StatedText key = stated(pair[0]);
        const StatedText value = stated(pair[1]);
        if (is_image && key && value) read_property(out, *key.text, value);
    }
    if (!is_image) return out;
    const bool has_digest = version_text && is_image_digest(*version_text.text);
    if (has_digest && out.named.empty()) add_digest(out, out.identity.either, *version_text.text, version_text.place());
    if (name_text && !(url && url->type == PackageType::oci)) {
        const bool tagged = version_text && !has_digest && parse_image_reference(*name_text.text).has_value() &&
                            !parse_image_reference(*name_text.text)->tag;
        add_reference(out, tagged ? std::string(*name_text.text) + ":" + std::string(*version_text.text) : std::string(*name_text.text),
                      name_text.place());
    }
    return out;
}

}  // namespace scantling::cyclonedx
