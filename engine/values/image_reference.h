// Image references by Docker's rules (distribution/reference): `docker.io` and `library/` filled in, no default tag invented.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scantling {

struct ImageReference {
    std::string text;        // as written
    std::string name;        // registry/repository
    std::string registry;    // host, with its port
    std::string repository;  // path below the registry
    std::optional<std::string> tag;
    std::optional<std::string> digest;

    // What a registry would be asked for: the tag `latest`, also where neither tag nor digest is written. A digest decides alone.
    [[nodiscard]] bool is_latest() const { return !digest && (!tag || *tag == "latest"); }
    // name[:tag][@digest]
    [[nodiscard]] std::string canonical() const;
};

// Empty where Docker would refuse the text; also for 64 hexadecimal digits, which are an image's id.
[[nodiscard]] std::optional<ImageReference> parse_image_reference(std::string_view text);
// 64 lower-case hexadecimal digits, with or without `sha256:`.
[[nodiscard]] bool is_image_id(std::string_view text);
// The same registry and repository, whatever the tags.
[[nodiscard]] bool same_repository(const ImageReference& a, const ImageReference& b);

}  // namespace scantling
