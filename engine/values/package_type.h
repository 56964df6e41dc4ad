// Package types of the Package-URL type index. Members and order are those of the facts model's `PackageType`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/values/version/ecosystem.h"

namespace scantling {

enum class PackageType : std::uint8_t {
    alpm,
    apk,
    bazel,
    bitbucket,
    bitnami,
    brew,
    cargo,
    chrome_extension,
    cocoapods,
    composer,
    conan,
    conda,
    cpan,
    cran,
    deb,
    docker,
    gem,
    generic,
    git,
    github,
    golang,
    hackage,
    hex,
    huggingface,
    julia,
    luarocks,
    maven,
    mlflow,
    npm,
    nuget,
    oci,
    opam,
    otp,
    pub,
    pypi,
    qpkg,
    rpm,
    swid,
    swift,
    vcpkg,
    vscode_extension,
    other
};
inline constexpr std::size_t package_type_count = 42;

// The purl spelling: `chrome-extension`; empty for `other`.
[[nodiscard]] std::string_view purl_type(PackageType type);
// Of a purl type in any case; `alpine`, as older tools write it, is apk; `other` where the index has none.
[[nodiscard]] PackageType package_type_of(std::string_view purl_type);
[[nodiscard]] Ecosystem ecosystem_of(PackageType type);
// deb, rpm, apk, alpm, qpkg: what a distribution's package manager installs.
[[nodiscard]] bool is_os_package(PackageType type);

}  // namespace scantling
