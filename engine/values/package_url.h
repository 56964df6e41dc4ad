// Package URLs (purl-spec): `pkg:type/namespace/name@version?qualifiers#subpath`, and the package ids made of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/values/package_type.h"

namespace scantling {

// Decoded, and folded as its type demands (`pkg:PyPI/Django_Package` is django-package).
struct PackageUrl {
    PackageType type = PackageType::other;
    std::string type_name;  // as in the URL, lower case: `alpine` stays visible here
    std::optional<std::string> name_space;
    std::string name;
    std::optional<std::string> version;
    std::vector<std::pair<std::string, std::string>> qualifiers;  // sorted by key, none empty
    std::optional<std::string> subpath;

    [[nodiscard]] std::optional<std::string_view> qualifier(std::string_view key) const;
    // The canonical text; its type is `type_name`.
    [[nodiscard]] std::string canonical() const;
};

// Lenient where it does no harm (upper case, `pkg://`, a literal `@` of an npm scope, a stray `%`); empty where the text is no
// purl, or breaks a rule of its type (a swift package without namespace).
[[nodiscard]] std::optional<PackageUrl> parse_package_url(std::string_view text);
// Folds pieces that came apart, as a document's own fields do, and checks them alike.
[[nodiscard]] std::optional<PackageUrl> make_package_url(PackageUrl pieces);

// The id of a package: `type/namespace/name@version`, decoded; what is absent goes without its separator. The type is the
// purl's, `apk` for alpine.
[[nodiscard]] std::string package_id(PackageType type, std::string_view type_name, std::optional<std::string_view> name_space,
                                     std::string_view name, std::optional<std::string_view> version);
// An rpm's epoch stands in its version, `1:2.3-4`; epoch 0 is none. Of a version that has one already, that one counts.
[[nodiscard]] std::string version_with_epoch(std::string_view version, std::string_view epoch);
// The version as an id and the `version` fact have it: of rpm with its `epoch` qualifier.
[[nodiscard]] std::optional<std::string> package_version(const PackageUrl& purl);
[[nodiscard]] std::string package_id(const PackageUrl& purl);

}  // namespace scantling
