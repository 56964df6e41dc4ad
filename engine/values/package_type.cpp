// The package types: their purl spelling and the order of their versions.
#include "engine/values/package_type.h"

#include <algorithm>
#include <array>

#include "engine/values/ascii.h"

namespace scantling {

namespace {

// Sorted, but for `other` at the end.
constexpr std::array<std::string_view, package_type_count> types = {"alpm",
                                                                    "apk",
                                                                    "bazel",
                                                                    "bitbucket",
                                                                    "bitnami",
                                                                    "brew",
                                                                    "cargo",
                                                                    "chrome-extension",
                                                                    "cocoapods",
                                                                    "composer",
                                                                    "conan",
                                                                    "conda",
                                                                    "cpan",
                                                                    "cran",
                                                                    "deb",
                                                                    "docker",
                                                                    "gem",
                                                                    "generic",
                                                                    "git",
                                                                    "github",
                                                                    "golang",
                                                                    "hackage",
                                                                    "hex",
                                                                    "huggingface",
                                                                    "julia",
                                                                    "luarocks",
                                                                    "maven",
                                                                    "mlflow",
                                                                    "npm",
                                                                    "nuget",
                                                                    "oci",
                                                                    "opam",
                                                                    "otp",
                                                                    "pub",
                                                                    "pypi",
                                                                    "qpkg",
                                                                    "rpm",
                                                                    "swid",
                                                                    "swift",
                                                                    "vcpkg",
                                                                    "vscode-extension",
                                                                    ""};

}  // namespace

std::string_view purl_type(PackageType type) { return types[static_cast<std::size_t>(type)]; }

PackageType package_type_of(std::string_view text) {
    if (text.empty()) return PackageType::other;
    const char first = ascii::lower(text.front());
    const auto end = types.end() - 1;
    auto at = std::lower_bound(types.begin(), end, first, [](std::string_view type, char letter) { return type.front() < letter; });
    for (; at != end && at->front() == first; ++at) {
        if (ascii::equal_folded(text, *at)) return static_cast<PackageType>(at - types.begin());
    }
    return ascii::equal_folded(text, "alpine") ? PackageType::apk : PackageType::other;
}

Ecosystem ecosystem_of(PackageType type) {
    switch (type) {
        case PackageType::deb:
            return Ecosystem::deb;
        case PackageType::rpm:
            return Ecosystem::rpm;
        case PackageType::apk:
            return Ecosystem::apk;
        case PackageType::pypi:
            return Ecosystem::pep440;
        case PackageType::maven:
            return Ecosystem::maven;
        case PackageType::gem:
            return Ecosystem::gem;
        case PackageType::golang:
            return Ecosystem::golang;
        case PackageType::nuget:
            return Ecosystem::nuget;
        case PackageType::cargo:
        case PackageType::cocoapods:
        case PackageType::composer:
        case PackageType::conan:
        case PackageType::hex:
        case PackageType::julia:
        case PackageType::npm:
        case PackageType::pub:
        case PackageType::swift:
        case PackageType::vscode_extension:
            return Ecosystem::semver;
        default:
            return Ecosystem::generic;
    }
}

bool is_os_package(PackageType type) {
    return type == PackageType::deb || type == PackageType::rpm || type == PackageType::apk || type == PackageType::alpm ||
           type == PackageType::qpkg;
}

}  // namespace scantling
