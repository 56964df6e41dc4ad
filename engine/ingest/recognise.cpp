// Recognition by content. Every format has a few keys that no other has; where two share some (Grype and Xeol, an image and a container),
// what tells them apart is asked first. A document that lacks one of its keys is still recognised by the others.
#include "engine/ingest/recognise.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/values/ascii.h"
#include "engine/values/path.h"

namespace scantling {

namespace {

// What a value's own members are called, and the texts of the few that tell a format by their value.
class Keys {
  public:
    explicit Keys(const JsonValue& object) : object_(object) {
        if (object.kind() == JsonKind::object) keys_ = object.keys();
    }
    [[nodiscard]] bool has(std::string_view key) const { return std::find(keys_.begin(), keys_.end(), key) != keys_.end(); }
    [[nodiscard]] bool any(std::initializer_list<std::string_view> names) const {
        return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has(name); });
    }
    [[nodiscard]] std::size_t count(std::initializer_list<std::string_view> names) const {
        return static_cast<std::size_t>(std::count_if(names.begin(), names.end(), [&](std::string_view name) { return has(name); }));
    }
    [[nodiscard]] bool begins(std::string_view key, std::string_view text) const {
        const JsonValue value = object_.peek(key);
        return value.kind() == JsonKind::string && value.string()->substr(0, text.size()) == text;
    }
    // The text of a member of a member; empty where it is none.
    [[nodiscard]] std::string_view inner(std::string_view key, std::string_view of) const {
        const JsonValue object = object_.peek(key);
        const JsonValue value = object.peek(of);
        return value.kind() == JsonKind::string ? *value.string() : std::string_view();
    }

  private:
    const JsonValue& object_;
    std::vector<std::string_view> keys_;
};

constexpr Recognition later(std::string_view name) { return {DocumentKind::not_read_yet, name}; }

Recognition supply_chain_kind(const Keys& keys) {
    if (keys.begins("mediaType", "application/vnd.dev.sigstore")) return later("a Sigstore bundle");
    if (keys.has("payloadType") && keys.has("payload")) return later("a DSSE envelope");
    if (keys.has("predicateType") || keys.begins("_type", "https://in-toto.io")) return later("an in-toto statement");
    if (keys.has("signed") && keys.has("signatures")) return later("an in-toto link or layout");
    if (keys.has("fsLayers")) return later("a Docker manifest of schema 1");
    if (keys.has("manifests") && keys.any({"schemaVersion", "mediaType"})) return later("an OCI image index");
    if (keys.has("layers") && keys.any({"schemaVersion", "mediaType", "config"})) return later("an OCI image manifest");
    return {};
}

Recognition evidence_kind(const Keys& keys) {
    if (keys.has("bomFormat") || keys.count({"specVersion", "components", "serialNumber"}) >= 2) {
        return {DocumentKind::cyclonedx, "a CycloneDX document"};
    }
    if (keys.count({"spdxVersion", "SPDXID", "dataLicense", "documentNamespace"}) >= 2) return later("an SPDX 2 document");
    if (keys.begins("@context", "https://spdx.org") || (keys.has("@context") && keys.has("@graph"))) return later("an SPDX 3 document");
    if (keys.begins("@context", "https://openvex.dev")) return later("an OpenVEX document");
    if (keys.has("document") && keys.any({"product_tree", "vulnerabilities"})) return later("a CSAF document");
    if (keys.has("ClusterName") || (keys.has("Resources") && keys.has("SchemaVersion"))) return later("a Trivy report of a cluster");
    if (keys.count({"SchemaVersion", "ArtifactName", "ArtifactType", "Results", "Metadata"}) >= 2) {
        return {DocumentKind::trivy, "a Trivy report"};
    }
    if (keys.has("matches") && keys.any({"descriptor", "source", "distro"})) {
        return later(keys.inner("descriptor", "name") == "xeol" ? "a Xeol report" : "a Grype report");
    }
    if (keys.has("artifacts") && keys.any({"source", "descriptor", "distro", "schema"})) return later("a Syft document");
    if (keys.has("runs") && keys.any({"$schema", "version"})) return later("a SARIF log");
    if (keys.has("detectedManifests") || (keys.has("manifests") && keys.has("detector"))) return later("a GitHub dependency snapshot");
    if (keys.has("catalogVersion") && keys.has("vulnerabilities")) return later("a catalogue of exploited vulnerabilities (KEV)");
    if (keys.has("affected") && keys.any({"id", "modified", "schema_version"})) return later("an OSV advisory");
    if (keys.has("results") && keys.has("experimental_config")) return later("an OSV-scanner report");
    return {};
}

Recognition image_or_container_kind(const Keys& keys) {
    if (keys.has("ociVersion")) return later("an OCI runtime configuration");
    if (keys.count({"Names", "Command", "Ports", "SizeRw", "ImageID"}) >= 3) return later("a list of containers");
    if (keys.has("Image") && keys.any({"HostConfig", "Cmd"}) && !keys.any({"Id", "State", "Config", "Name"})) {
        return later("a request to create a container");
    }
    const std::size_t container = keys.count(
        {"HostConfig", "State", "NetworkSettings", "Mounts", "Path", "Args", "ResolvConfPath", "HostnamePath", "ExecIDs", "Image", "Name"});
    const std::size_t image =
        keys.count({"RepoTags", "RepoDigests", "RootFS", "Architecture", "Os", "VirtualSize", "ContainerConfig", "Parent"});
    if (container >= 2 && container > image && keys.any({"HostConfig", "State", "NetworkSettings", "Config"})) {
        return {DocumentKind::container_inspect, "the inspection of a container"};
    }
    if (image >= 2) return {DocumentKind::image_inspect, "the inspection of an image"};
    if (keys.count({"architecture", "os", "rootfs", "config", "history"}) >= 2) {
        return {DocumentKind::image_configuration, "an image configuration"};
    }
    if (keys.count({"CreatedBy", "created", "Created"}) >= 2) return later("an image history");
    if (keys.has("FromImage") && keys.has("OCIv1")) return later("an inspection by Buildah");
    if (keys.has("DockerRootDir") || keys.has("ServerVersion")) return later("`docker info`");
    return {};
}

Recognition orchestration_kind(const Keys& keys) {
    if (keys.has("apiVersion") && keys.has("kind")) return later("a Kubernetes object");
    if (keys.has("services") && !keys.has("components")) return later("a Compose file");
    if (keys.any({"defaultAction", "archMap"}) && keys.has("syscalls")) return later("a seccomp profile");
    if (keys.any({"log-driver", "insecure-registries", "registry-mirrors", "storage-driver", "userns-remap", "icc", "live-restore"})) {
        return later("a configuration of the Docker daemon");
    }
    return {};
}

Recognition recognise_object(const JsonValue& root) {
    const Keys keys(root);
    for (const auto& ask : {supply_chain_kind, evidence_kind, image_or_container_kind, orchestration_kind}) {
        if (const Recognition found = ask(keys); found.kind != DocumentKind::unknown) return found;
    }
    return {};
}

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// The first word of the first line that is neither blank nor a comment.
std::string_view first_instruction(std::string_view text) {
    if (begins(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = ascii::trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        return line.substr(0, std::min(line.find_first_of(" \t"), line.size()));
    }
    return {};
}

}  // namespace

bool looks_like_json(std::string_view text) {
    if (begins(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    return at != std::string_view::npos && (text[at] == '{' || text[at] == '[');
}

bool is_dockerfile_name(std::string_view path) {
    const std::string name = ascii::lower(base_name(path));
    for (const std::string_view stem : {"dockerfile", "containerfile"}) {
        if (name == stem || begins(name, std::string(stem) + ".")) return !begins(name, std::string(stem) + ".dockerignore");
        const std::string suffix = "." + std::string(stem);
        if (name.size() > suffix.size() && name.compare(name.size() - suffix.size(), suffix.size(), suffix) == 0) return true;
    }
    return false;
}

Recognition recognise_text(std::string_view text, std::string_view path) {
    const std::string_view word = first_instruction(text);
    if (ascii::equal_folded(word, "FROM") || ascii::equal_folded(word, "ARG")) return {DocumentKind::dockerfile, "a Dockerfile"};
    if (is_dockerfile_name(path)) return {DocumentKind::dockerfile, "a Dockerfile"};
    if (begins(text, "\x1F\x8B") || begins(text, "\x28\xB5\x2F\xFD") || (text.size() > 262 && text.substr(257, 5) == "ustar")) {
        return later("an archive");
    }
    if (begins(word, "<?xml") || begins(word, "<bom")) return later("an XML document");
    if (begins(word, "SPDXVersion:") || begins(word, "spdxVersion:")) return later("an SPDX document that is not JSON");
    if (begins(word, "apiVersion:") || begins(word, "kind:")) return later("a Kubernetes manifest");
    if (begins(word, "services:") || begins(word, "version:") || word == "---" || begins(word, "name:")) return later("a YAML document");
    return {};
}

Recognition recognise_json(const JsonValue& root) {
    if (root.kind() == JsonKind::object) return recognise_object(root);
    if (root.kind() != JsonKind::array) return {};
    std::size_t targets = 0;
    for (const JsonValue element : root.elements()) {
        const Keys keys(element);
        if (!keys.has("Target") || !keys.any({"Vulnerabilities", "Type", "Class", "Packages"})) return {};
        ++targets;
    }
    return targets == 0 ? Recognition{} : Recognition{DocumentKind::trivy, "a Trivy report"};
}

namespace {

constexpr auto kind_words = std::to_array<std::string_view>(
    {"unknown", "dockerfile", "image-configuration", "image-inspect", "container-inspect", "cyclonedx", "trivy", "not-read-yet"});
static_assert(kind_words.size() == static_cast<std::size_t>(DocumentKind::not_read_yet) + 1,
              "a word for each member of DocumentKind, in order");

}  // namespace

std::string_view kind_word(DocumentKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<DocumentKind> document_kind(std::string_view word) {
    for (std::size_t kind = 1; kind < static_cast<std::size_t>(DocumentKind::not_read_yet); ++kind) {
        if (kind_words[kind] == word) return static_cast<DocumentKind>(kind);
    }
    return std::nullopt;
}

}  // namespace scantling
