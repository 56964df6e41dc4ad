// Generated from engine/schema/model/ by `./run generate`. Do not edit.
#include "engine/schema/generated_tables.h"

#include <array>

namespace scantling::generated {

namespace {

constexpr auto type_rows = std::to_array<TypeRow>({
    {TypeKind::boolean, false, 0, 0, 0},
    {TypeKind::integer, false, 0, 0, 0},
    {TypeKind::decimal, false, 0, 0, 0},
    {TypeKind::string, false, 0, 0, 0},
    {TypeKind::time, false, 0, 0, 0},
    {TypeKind::duration, false, 0, 0, 0},
    {TypeKind::size, false, 0, 0, 0},
    {TypeKind::version, false, 0, 0, 0},
    {TypeKind::regex, false, 0, 0, 0},
    {TypeKind::glob, false, 0, 0, 0},
    {TypeKind::string, true, 0, 0, 0},
    {TypeKind::enumeration, false, 3, 0, 0},
    {TypeKind::map, false, 0, 3, 3},
    {TypeKind::integer, true, 0, 0, 0},
    {TypeKind::enumeration, false, 1, 0, 0},
    {TypeKind::version, true, 0, 0, 0},
    {TypeKind::enumeration, false, 2, 0, 0},
    {TypeKind::list, false, 0, 0, 3},
    {TypeKind::record, true, 8, 0, 0},
    {TypeKind::record, true, 9, 0, 0},
    {TypeKind::duration, true, 0, 0, 0},
    {TypeKind::record, true, 3, 0, 0},
    {TypeKind::record, false, 4, 0, 0},
    {TypeKind::list, false, 0, 0, 22},
    {TypeKind::record, false, 5, 0, 0},
    {TypeKind::list, false, 0, 0, 24},
    {TypeKind::record, true, 10, 0, 0},
    {TypeKind::reference, false, 25, 0, 0},
    {TypeKind::enumeration, false, 0, 0, 0},
    {TypeKind::record, true, 16, 0, 0},
    {TypeKind::reference, true, 24, 0, 0},
    {TypeKind::record, false, 20, 0, 0},
    {TypeKind::record, false, 24, 0, 0},
    {TypeKind::list, false, 0, 0, 32},
    {TypeKind::record, false, 25, 0, 0},
    {TypeKind::list, false, 0, 0, 34},
    {TypeKind::record, false, 27, 0, 0},
    {TypeKind::list, false, 0, 0, 36},
    {TypeKind::record, false, 30, 0, 0},
    {TypeKind::list, false, 0, 0, 38},
    {TypeKind::record, false, 32, 0, 0},
    {TypeKind::list, false, 0, 0, 40},
    {TypeKind::record, false, 11, 0, 0},
    {TypeKind::record, true, 0, 0, 0},
    {TypeKind::reference, true, 19, 0, 0},
    {TypeKind::record, true, 2, 0, 0},
    {TypeKind::enumeration, false, 6, 0, 0},
    {TypeKind::record, false, 21, 0, 0},
    {TypeKind::list, false, 0, 0, 47},
    {TypeKind::record, false, 22, 0, 0},
    {TypeKind::list, false, 0, 0, 49},
    {TypeKind::record, false, 23, 0, 0},
    {TypeKind::list, false, 0, 0, 51},
    {TypeKind::enumeration, true, 6, 0, 0},
    {TypeKind::reference, true, 25, 0, 0},
    {TypeKind::reference, true, 30, 0, 0},
    {TypeKind::reference, false, 24, 0, 0},
    {TypeKind::reference, false, 19, 0, 0},
    {TypeKind::record, false, 26, 0, 0},
    {TypeKind::list, false, 0, 0, 58},
    {TypeKind::enumeration, false, 9, 0, 0},
    {TypeKind::record, false, 28, 0, 0},
    {TypeKind::list, false, 0, 0, 61},
    {TypeKind::enumeration, true, 7, 0, 0},
    {TypeKind::record, false, 29, 0, 0},
    {TypeKind::list, false, 0, 0, 64},
    {TypeKind::enumeration, false, 8, 0, 0},
    {TypeKind::record, false, 31, 0, 0},
    {TypeKind::list, false, 0, 0, 67},
    {TypeKind::enumeration, false, 10, 0, 0},
    {TypeKind::size, true, 0, 0, 0},
    {TypeKind::record, false, 37, 0, 0},
    {TypeKind::list, false, 0, 0, 71},
    {TypeKind::enumeration, false, 15, 0, 0},
    {TypeKind::time, true, 0, 0, 0},
    {TypeKind::reference, true, 39, 0, 0},
    {TypeKind::record, false, 40, 0, 0},
    {TypeKind::list, false, 0, 0, 76},
    {TypeKind::reference, false, 39, 0, 0},
    {TypeKind::enumeration, false, 11, 0, 0},
    {TypeKind::enumeration, true, 12, 0, 0},
    {TypeKind::record, false, 42, 0, 0},
    {TypeKind::list, false, 0, 0, 81},
    {TypeKind::enumeration, false, 13, 0, 0},
    {TypeKind::boolean, true, 0, 0, 0},
    {TypeKind::enumeration, false, 14, 0, 0},
    {TypeKind::record, true, 47, 0, 0},
    {TypeKind::record, false, 54, 0, 0},
    {TypeKind::list, false, 0, 0, 87},
    {TypeKind::record, false, 41, 0, 0},
    {TypeKind::list, false, 0, 0, 89},
    {TypeKind::record, false, 91, 0, 0},
    {TypeKind::list, false, 0, 0, 91},
    {TypeKind::record, false, 94, 0, 0},
    {TypeKind::list, false, 0, 0, 93},
    {TypeKind::record, true, 49, 0, 0},
    {TypeKind::record, false, 50, 0, 0},
    {TypeKind::list, false, 0, 0, 96},
    {TypeKind::record, true, 51, 0, 0},
    {TypeKind::reference, false, 61, 0, 0},
    {TypeKind::record, true, 1, 0, 0},
    {TypeKind::enumeration, false, 16, 0, 0},
    {TypeKind::record, false, 55, 0, 0},
    {TypeKind::reference, true, 56, 0, 0},
    {TypeKind::enumeration, false, 19, 0, 0},
    {TypeKind::list, false, 0, 0, 102},
    {TypeKind::enumeration, false, 17, 0, 0},
    {TypeKind::record, true, 57, 0, 0},
    {TypeKind::record, true, 58, 0, 0},
    {TypeKind::record, true, 59, 0, 0},
    {TypeKind::enumeration, false, 18, 0, 0},
    {TypeKind::record, false, 7, 0, 0},
    {TypeKind::list, false, 0, 0, 111},
    {TypeKind::record, true, 6, 0, 0},
    {TypeKind::enumeration, false, 20, 0, 0},
    {TypeKind::list, false, 0, 0, 114},
    {TypeKind::list, false, 0, 0, 11},
    {TypeKind::record, false, 62, 0, 0},
    {TypeKind::list, false, 0, 0, 117},
    {TypeKind::enumeration, true, 22, 0, 0},
    {TypeKind::decimal, true, 0, 0, 0},
    {TypeKind::record, false, 64, 0, 0},
    {TypeKind::list, false, 0, 0, 121},
    {TypeKind::enumeration, false, 21, 0, 0},
    {TypeKind::record, true, 65, 0, 0},
    {TypeKind::record, true, 66, 0, 0},
    {TypeKind::record, true, 68, 0, 0},
    {TypeKind::record, false, 67, 0, 0},
    {TypeKind::list, false, 0, 0, 127},
    {TypeKind::enumeration, false, 22, 0, 0},
    {TypeKind::enumeration, true, 23, 0, 0},
    {TypeKind::reference, false, 69, 0, 0},
    {TypeKind::enumeration, false, 24, 0, 0},
    {TypeKind::enumeration, true, 27, 0, 0},
    {TypeKind::enumeration, false, 28, 0, 0},
    {TypeKind::enumeration, false, 31, 0, 0},
    {TypeKind::enumeration, false, 29, 0, 0},
    {TypeKind::enumeration, true, 30, 0, 0},
    {TypeKind::enumeration, false, 32, 0, 0},
    {TypeKind::record, false, 80, 0, 0},
    {TypeKind::list, false, 0, 0, 139},
    {TypeKind::enumeration, false, 35, 0, 0},
    {TypeKind::enumeration, false, 34, 0, 0},
    {TypeKind::list, false, 0, 0, 1},
    {TypeKind::record, true, 72, 0, 0},
    {TypeKind::record, true, 73, 0, 0},
    {TypeKind::enumeration, false, 25, 0, 0},
    {TypeKind::enumeration, false, 26, 0, 0},
    {TypeKind::record, false, 70, 0, 0},
    {TypeKind::reference, true, 86, 0, 0},
    {TypeKind::reference, true, 88, 0, 0},
    {TypeKind::record, false, 78, 0, 0},
    {TypeKind::list, false, 0, 0, 151},
    {TypeKind::record, false, 74, 0, 0},
    {TypeKind::record, false, 71, 0, 0},
    {TypeKind::record, false, 75, 0, 0},
    {TypeKind::list, false, 0, 0, 155},
    {TypeKind::record, false, 76, 0, 0},
    {TypeKind::list, false, 0, 0, 157},
    {TypeKind::record, false, 77, 0, 0},
    {TypeKind::list, false, 0, 0, 159},
    {TypeKind::record, false, 79, 0, 0},
    {TypeKind::enumeration, false, 33, 0, 0},
    {TypeKind::record, false, 81, 0, 0},
    {TypeKind::list, false, 0, 0, 163},
    {TypeKind::record, false, 82, 0, 0},
    {TypeKind::record, false, 84, 0, 0},
    {TypeKind::list, false, 0, 0, 166},
    {TypeKind::record, false, 85, 0, 0},
    {TypeKind::list, false, 0, 0, 168},
    {TypeKind::enumeration, false, 36, 0, 0},
    {TypeKind::record, false, 87, 0, 0},
    {TypeKind::list, false, 0, 0, 171},
    {TypeKind::record, false, 89, 0, 0},
    {TypeKind::list, false, 0, 0, 173},
    {TypeKind::enumeration, false, 37, 0, 0},
    {TypeKind::enumeration, true, 38, 0, 0},
    {TypeKind::record, true, 92, 0, 0},
    {TypeKind::reference, false, 93, 0, 0},
    {TypeKind::enumeration, false, 41, 0, 0},
    {TypeKind::record, true, 95, 0, 0},
    {TypeKind::record, false, 96, 0, 0},
    {TypeKind::list, false, 0, 0, 181},
    {TypeKind::record, false, 97, 0, 0},
    {TypeKind::list, false, 0, 0, 183},
    {TypeKind::enumeration, false, 39, 0, 0},
    {TypeKind::enumeration, false, 40, 0, 0},
    {TypeKind::record, false, 104, 0, 0},
    {TypeKind::list, false, 0, 0, 187},
    {TypeKind::record, false, 105, 0, 0},
    {TypeKind::list, false, 0, 0, 189},
    {TypeKind::record, false, 106, 0, 0},
    {TypeKind::list, false, 0, 0, 191},
    {TypeKind::record, false, 107, 0, 0},
    {TypeKind::list, false, 0, 0, 193},
    {TypeKind::enumeration, false, 42, 0, 0},
    {TypeKind::record, false, 0, 0, 0},
    {TypeKind::enumeration, false, 43, 0, 0},
    {TypeKind::record, false, 112, 0, 0},
    {TypeKind::list, false, 0, 0, 198},
    {TypeKind::record, false, 120, 0, 0},
    {TypeKind::list, false, 0, 0, 200},
    {TypeKind::record, false, 103, 0, 0},
    {TypeKind::record, false, 12, 0, 0},
    {TypeKind::record, false, 56, 0, 0},
    {TypeKind::list, false, 0, 0, 204},
    {TypeKind::record, false, 63, 0, 0},
    {TypeKind::list, false, 0, 0, 206},
    {TypeKind::record, false, 60, 0, 0},
    {TypeKind::list, false, 0, 0, 208},
    {TypeKind::record, false, 61, 0, 0},
    {TypeKind::list, false, 0, 0, 210},
    {TypeKind::record, false, 69, 0, 0},
    {TypeKind::list, false, 0, 0, 212},
    {TypeKind::record, false, 108, 0, 0},
    {TypeKind::list, false, 0, 0, 214},
    {TypeKind::record, false, 109, 0, 0},
    {TypeKind::list, false, 0, 0, 216},
    {TypeKind::record, false, 110, 0, 0},
    {TypeKind::record, false, 111, 0, 0},
    {TypeKind::record, false, 13, 0, 0},
    {TypeKind::list, false, 0, 0, 220},
    {TypeKind::record, false, 15, 0, 0},
    {TypeKind::list, false, 0, 0, 222},
    {TypeKind::record, false, 19, 0, 0},
    {TypeKind::list, false, 0, 0, 224},
    {TypeKind::record, false, 18, 0, 0},
    {TypeKind::list, false, 0, 0, 226},
    {TypeKind::record, false, 33, 0, 0},
    {TypeKind::list, false, 0, 0, 228},
    {TypeKind::record, false, 34, 0, 0},
    {TypeKind::list, false, 0, 0, 230},
    {TypeKind::record, false, 14, 0, 0},
    {TypeKind::list, false, 0, 0, 232},
    {TypeKind::record, true, 17, 0, 0},
    {TypeKind::list, false, 0, 0, 196},
    {TypeKind::record, false, 2, 0, 0},
    {TypeKind::record, false, 38, 0, 0},
    {TypeKind::list, false, 0, 0, 237},
    {TypeKind::record, false, 35, 0, 0},
    {TypeKind::record, true, 36, 0, 0},
    {TypeKind::record, false, 39, 0, 0},
    {TypeKind::list, false, 0, 0, 241},
    {TypeKind::record, false, 43, 0, 0},
    {TypeKind::list, false, 0, 0, 243},
    {TypeKind::record, false, 44, 0, 0},
    {TypeKind::list, false, 0, 0, 245},
    {TypeKind::record, false, 45, 0, 0},
    {TypeKind::list, false, 0, 0, 247},
    {TypeKind::record, false, 46, 0, 0},
    {TypeKind::list, false, 0, 0, 249},
    {TypeKind::record, false, 48, 0, 0},
    {TypeKind::list, false, 0, 0, 251},
    {TypeKind::record, false, 52, 0, 0},
    {TypeKind::list, false, 0, 0, 253},
    {TypeKind::record, false, 53, 0, 0},
    {TypeKind::list, false, 0, 0, 255},
    {TypeKind::record, false, 83, 0, 0},
    {TypeKind::list, false, 0, 0, 257},
    {TypeKind::record, false, 86, 0, 0},
    {TypeKind::list, false, 0, 0, 259},
    {TypeKind::record, false, 88, 0, 0},
    {TypeKind::list, false, 0, 0, 261},
    {TypeKind::record, false, 90, 0, 0},
    {TypeKind::list, false, 0, 0, 263},
    {TypeKind::record, false, 93, 0, 0},
    {TypeKind::list, false, 0, 0, 265},
    {TypeKind::record, false, 98, 0, 0},
    {TypeKind::list, false, 0, 0, 267},
    {TypeKind::record, false, 99, 0, 0},
    {TypeKind::list, false, 0, 0, 269},
    {TypeKind::record, false, 100, 0, 0},
    {TypeKind::list, false, 0, 0, 271},
    {TypeKind::record, false, 101, 0, 0},
    {TypeKind::list, false, 0, 0, 273},
    {TypeKind::record, false, 102, 0, 0},
    {TypeKind::list, false, 0, 0, 275},
    {TypeKind::record, false, 113, 0, 0},
    {TypeKind::record, false, 114, 0, 0},
    {TypeKind::list, false, 0, 0, 278},
    {TypeKind::record, false, 115, 0, 0},
    {TypeKind::list, false, 0, 0, 280},
    {TypeKind::record, false, 116, 0, 0},
    {TypeKind::list, false, 0, 0, 282},
    {TypeKind::record, false, 117, 0, 0},
    {TypeKind::list, false, 0, 0, 284},
    {TypeKind::record, false, 118, 0, 0},
    {TypeKind::list, false, 0, 0, 286},
    {TypeKind::record, false, 119, 0, 0},
    {TypeKind::record, false, 121, 0, 0},
    {TypeKind::list, false, 0, 0, 289},
    {TypeKind::record, false, 122, 0, 0},
    {TypeKind::list, false, 0, 0, 291},
    {TypeKind::record, false, 123, 0, 0},
    {TypeKind::list, false, 0, 0, 293},
});

constexpr auto enum_Severity = std::to_array<std::string_view>({
    "info",
    "low",
    "medium",
    "high",
    "critical",
});

constexpr auto enum_Protocol = std::to_array<std::string_view>({
    "tcp",
    "udp",
    "sctp",
});

constexpr auto enum_Form = std::to_array<std::string_view>({
    "exec",
    "shell",
});

constexpr auto enum_PackageType = std::to_array<std::string_view>({
    "alpm",
    "apk",
    "bazel",
    "bitbucket",
    "bitnami",
    "brew",
    "cargo",
    "chrome_extension",
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
    "vscode_extension",
    "other",
});

constexpr auto enum_Ecosystem = std::to_array<std::string_view>({
    "deb",
    "rpm",
    "apk",
    "semver",
    "pep440",
    "maven",
    "gem",
    "golang",
    "nuget",
    "generic",
});

constexpr auto enum_Weekday = std::to_array<std::string_view>({
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
});

constexpr auto enum_Keyword = std::to_array<std::string_view>({
    "FROM",
    "RUN",
    "CMD",
    "LABEL",
    "MAINTAINER",
    "EXPOSE",
    "ENV",
    "ADD",
    "COPY",
    "ENTRYPOINT",
    "VOLUME",
    "USER",
    "WORKDIR",
    "ARG",
    "ONBUILD",
    "STOPSIGNAL",
    "HEALTHCHECK",
    "SHELL",
    "OTHER",
});

constexpr auto enum_ListOperator = std::to_array<std::string_view>({
    "and_if",
    "or_if",
    "sequence",
    "background",
});

constexpr auto enum_RedirectKind = std::to_array<std::string_view>({
    "read",
    "write",
    "append",
    "heredoc",
    "here_string",
    "duplicate",
});

constexpr auto enum_RunMountKind = std::to_array<std::string_view>({
    "bind",
    "cache",
    "tmpfs",
    "secret",
    "ssh",
});

constexpr auto enum_CopySourceKind = std::to_array<std::string_view>({
    "local",
    "remote",
    "git",
    "stage",
    "image",
    "heredoc",
});

constexpr auto enum_FileKind = std::to_array<std::string_view>({
    "regular",
    "directory",
    "symlink",
    "character_device",
    "block_device",
    "fifo",
    "socket",
});

constexpr auto enum_Content = std::to_array<std::string_view>({
    "elf",
    "pe",
    "script",
    "archive",
    "java_archive",
    "text",
    "private_key",
    "database",
    "other",
});

constexpr auto enum_PasswordState = std::to_array<std::string_view>({
    "empty",
    "locked",
    "hashed",
    "shadowed",
});

constexpr auto enum_LineageSource = std::to_array<std::string_view>({
    "supplied",
    "provenance",
    "label",
    "layers",
    "dockerfile",
});

constexpr auto enum_IndexRole = std::to_array<std::string_view>({
    "image",
    "attestation",
    "other",
});

constexpr auto enum_Scope = std::to_array<std::string_view>({
    "required",
    "optional",
    "excluded",
    "dev",
    "test",
    "build",
});

constexpr auto enum_Use = std::to_array<std::string_view>({
    "entrypoint",
    "loaded",
    "reachable",
    "unreachable",
});

constexpr auto enum_SbomFormat = std::to_array<std::string_view>({
    "cyclonedx",
    "spdx",
    "syft",
    "github",
});

constexpr auto enum_OriginKind = std::to_array<std::string_view>({
    "image",
    "sbom",
    "scan",
});

constexpr auto enum_ScanKind = std::to_array<std::string_view>({
    "vulnerability",
    "secret",
    "malware",
    "licence",
    "misconfiguration",
});

constexpr auto enum_FixState = std::to_array<std::string_view>({
    "fixed",
    "not_fixed",
    "wont_fix",
    "deferred",
    "end_of_life",
});

constexpr auto enum_VexStatus = std::to_array<std::string_view>({
    "not_affected",
    "affected",
    "fixed",
    "under_investigation",
});

constexpr auto enum_VexJustification = std::to_array<std::string_view>({
    "component_not_present",
    "vulnerable_code_not_present",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "inline_mitigations_already_exist",
    "code_not_present",
    "code_not_reachable",
    "requires_configuration",
    "requires_dependency",
    "requires_environment",
    "protected_by_compiler",
    "protected_at_runtime",
    "protected_at_perimeter",
    "protected_by_mitigating_control",
});

constexpr auto enum_VexFormat = std::to_array<std::string_view>({
    "openvex",
    "csaf",
    "cyclonedx",
    "scanner",
});

constexpr auto enum_RuntimeOrigin = std::to_array<std::string_view>({
    "docker",
    "podman",
    "compose",
    "kubernetes",
    "oci",
});

constexpr auto enum_ContainerKind = std::to_array<std::string_view>({
    "main",
    "init",
    "sidecar",
    "ephemeral",
});

constexpr auto enum_PullPolicy = std::to_array<std::string_view>({
    "always",
    "if_not_present",
    "never",
    "build",
});

constexpr auto enum_NamespaceMode = std::to_array<std::string_view>({
    "private",
    "shareable",
    "host",
    "container",
    "bridge",
    "isolated",
    "named",
});

constexpr auto enum_MountKind = std::to_array<std::string_view>({
    "bind",
    "volume",
    "tmpfs",
    "image",
    "npipe",
    "cluster",
    "host_path",
    "empty_dir",
    "secret",
    "config_map",
    "projected",
    "downward_api",
    "persistent_claim",
    "csi",
    "ephemeral",
    "nfs",
    "iscsi",
    "other",
});

constexpr auto enum_Propagation = std::to_array<std::string_view>({
    "private",
    "rprivate",
    "slave",
    "rslave",
    "shared",
    "rshared",
});

constexpr auto enum_ProfileKind = std::to_array<std::string_view>({
    "runtime_default",
    "named",
    "unconfined",
});

constexpr auto enum_ValueSource = std::to_array<std::string_view>({
    "literal",
    "secret",
    "config_map",
    "field",
    "file",
    "host",
    "image",
});

constexpr auto enum_RestartPolicy = std::to_array<std::string_view>({
    "unset",
    "always",
    "on_failure",
    "unless_stopped",
});

constexpr auto enum_ProbeKind = std::to_array<std::string_view>({
    "exec",
    "http",
    "tcp",
    "grpc",
});

constexpr auto enum_ProbeRole = std::to_array<std::string_view>({
    "liveness",
    "readiness",
    "startup",
    "post_start",
    "pre_stop",
});

constexpr auto enum_ChangeKind = std::to_array<std::string_view>({
    "added",
    "changed",
    "deleted",
});

constexpr auto enum_SignatureFormat = std::to_array<std::string_view>({
    "simple_signing",
    "sigstore_bundle",
    "dsse",
    "notation",
    "openpgp",
    "other",
});

constexpr auto enum_TimeSource = std::to_array<std::string_view>({
    "transparency_log",
    "timestamp_authority",
    "signer",
});

constexpr auto enum_MaterialKind = std::to_array<std::string_view>({
    "image",
    "git",
    "http",
    "local",
    "package",
    "other",
});

constexpr auto enum_TestResult = std::to_array<std::string_view>({
    "passed",
    "warned",
    "failed",
    "skipped",
    "error",
});

constexpr auto enum_SlsaForm = std::to_array<std::string_view>({
    "slsa_v0_1",
    "slsa_v0_2",
    "slsa_v1",
});

constexpr auto enum_ReferenceRole = std::to_array<std::string_view>({
    "base",
    "copied",
    "deployed",
    "built",
    "task",
});

constexpr auto enum_EvidenceKind = std::to_array<std::string_view>({
    "scan",
    "sbom",
    "provenance",
    "signature",
    "vex",
    "summary",
    "test",
    "source",
    "reproduction",
});

constexpr auto enum_rows = std::to_array<EnumRow>({
    {"Severity", "How bad a finding is, in the words of CVSS. `negligible` and lint `style` are info; a scanner's UNKNOWN is the state unknown.", true, enum_Severity},
    {"Protocol", "Transport protocol of a port.", false, enum_Protocol},
    {"Form", "How a command line was given: `exec`, a JSON array; `shell`, a text for a shell.", false, enum_Form},
    {"PackageType", "The type of a package URL (Package-URL type index). `alpine` is apk; any other text is `other`, kept in `type_name`.", false, enum_PackageType},
    {"Ecosystem", "Which comparison a version has: deb, rpm, apk, maven, gem, golang and nuget by their own, pypi by PEP 440; npm, cargo, composer, hex, pub, swift, conan, julia and their like semver; all others generic.", false, enum_Ecosystem},
    {"Weekday", "Days of the week, as `weekday()` gives them (UTC).", false, enum_Weekday},
    {"Keyword", "Instruction of a Dockerfile; `OTHER` is a word that BuildKit does not know.", false, enum_Keyword},
    {"ListOperator", "How a command follows the one before it: `&&`, `||`, `;` or the line's end, `&`. Pipes are `pipes_into`.", false, enum_ListOperator},
    {"RedirectKind", "What a redirection does with a descriptor.", false, enum_RedirectKind},
    {"RunMountKind", "Type of a `RUN --mount`.", false, enum_RunMountKind},
    {"CopySourceKind", "What a source of COPY or ADD is.", false, enum_CopySourceKind},
    {"FileKind", "Kind of a file, as tar and the kernel know it.", false, enum_FileKind},
    {"Content", "What a file's first bytes say that it holds.", false, enum_Content},
    {"PasswordState", "What stands in an account's password field.", false, enum_PasswordState},
    {"LineageSource", "How a base is known: its documents were supplied, or provenance, a label, equal layers or a Dockerfile name it.", false, enum_LineageSource},
    {"IndexRole", "What an entry of an index is: an image of some platform, an attestation of one, something else.", false, enum_IndexRole},
    {"Scope", "How a package belongs to the thing that has it: CycloneDX's `required`, `optional`, `excluded`, and package managers' `dev`, `test`, `build`.", false, enum_Scope},
    {"Use", "Whether a package runs: `entrypoint` owns the started executable; `loaded` is opened, linked or imported from it; `reachable` by the dependency graph only; `unreachable` not even so.", false, enum_Use},
    {"SbomFormat", "Format of an SBOM document.", false, enum_SbomFormat},
    {"OriginKind", "What kind of source saw a package: the image's own databases, an SBOM, a scan.", false, enum_OriginKind},
    {"ScanKind", "What a scan looked for.", false, enum_ScanKind},
    {"FixState", "Whether a fixed version is there to be had, and what the publisher means to do.", false, enum_FixState},
    {"VexStatus", "What a VEX statement says of a product and a vulnerability.", false, enum_VexStatus},
    {"VexJustification", "Why a product is not affected: OpenVEX's and CSAF's words first, then CycloneDX's own.", false, enum_VexJustification},
    {"VexFormat", "Format of the document that makes a VEX statement; `scanner`: a scanner's report passes it on.", false, enum_VexFormat},
    {"RuntimeOrigin", "What kind of source describes a container.", false, enum_RuntimeOrigin},
    {"ContainerKind", "What a container is within its pod; `main` where there is no pod.", false, enum_ContainerKind},
    {"PullPolicy", "When an image is pulled.", false, enum_PullPolicy},
    {"NamespaceMode", "Whose namespace a container has. docker's network `none` is isolated; `named` a network or namespace by name, in `target`; `container` joins another's.", false, enum_NamespaceMode},
    {"MountKind", "Kind of a mount: docker's and compose's types, then Kubernetes' volume sources.", false, enum_MountKind},
    {"Propagation", "Mount propagation, as the kernel names it.", false, enum_Propagation},
    {"ProfileKind", "Which security profile holds: the engine's default, one by name or path, none.", false, enum_ProfileKind},
    {"ValueSource", "Where a variable's value comes from.", false, enum_ValueSource},
    {"RestartPolicy", "When an engine starts a container again; `unset`: the source does not say.", false, enum_RestartPolicy},
    {"ProbeKind", "How a probe asks.", false, enum_ProbeKind},
    {"ProbeRole", "What a probe or lifecycle hook is for.", false, enum_ProbeRole},
    {"ChangeKind", "What became of a file in a running container.", false, enum_ChangeKind},
    {"SignatureFormat", "Format of a signature.", false, enum_SignatureFormat},
    {"TimeSource", "Who vouches for the time of a signature.", false, enum_TimeSource},
    {"MaterialKind", "What something that went into a build is.", false, enum_MaterialKind},
    {"TestResult", "Outcome of a test or a check.", false, enum_TestResult},
    {"SlsaForm", "Which form of SLSA provenance a record has.", false, enum_SlsaForm},
    {"ReferenceRole", "What a named image is to the subject.", false, enum_ReferenceRole},
    {"EvidenceKind", "Kind of a document that speaks for a subject.", false, enum_EvidenceKind},
});

constexpr auto record_ImageReference = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", "The reference as the source wrote it."},
    {"name", 3, {.derived = true}, "", "Registry and repository without tag and digest, as in `docker.io/library/debian`. Computed: defaults are filled in."},
    {"registry", 3, {.derived = true}, "", "Host of the registry, with its port where one is written. Computed: `docker.io` where none is."},
    {"repository", 3, {.derived = true}, "", "Path within the registry. Computed: `library/` is put before a bare name on docker.io."},
    {"tag", 10, {}, "", "Tag; absent where none is written: `debian` has none (it means latest, which `is_latest` says)."},
    {"digest", 10, {}, "", "`algorithm:hex` after the `@`; absent where none is written."},
    {"is_latest", 0, {.derived = true}, "", "The tag is `latest`, or neither tag nor digest is written. Computed from both."},
});

constexpr auto record_Purl = std::to_array<FieldRow>({
    {"text", 3, {}, "", "The package URL as the source wrote it."},
    {"type", 11, {}, "", "Its type; `alpine` reads as apk."},
    {"namespace", 10, {}, "", "Its decoded namespace (distribution, group, scope); absent where it has none."},
    {"name", 3, {}, "", "Its decoded name."},
    {"version", 10, {}, "", "Its decoded version; absent where it has none."},
    {"qualifiers", 12, {}, "", "Its qualifiers (`arch`, `distro`, `epoch` and others), decoded, by key."},
    {"subpath", 10, {}, "", "Its decoded subpath; absent where it has none."},
});

constexpr auto record_Platform = std::to_array<FieldRow>({
    {"os", 3, {}, "", "`linux`, `windows` and so on, lower case."},
    {"architecture", 3, {}, "", "GOARCH word: `amd64`, `arm64` and so on."},
    {"variant", 10, {}, "", "Variant of the architecture, as `v8`; absent where not written."},
});

constexpr auto record_User = std::to_array<FieldRow>({
    {"text", 3, {}, "", "The text as written."},
    {"is_numeric", 0, {.derived = true}, "", "The user part is a number, so that an orchestrator can verify it. Computed from the text."},
    {"name", 10, {}, "", "Name of the user; absent where a number is written that /etc/passwd does not name."},
    {"uid", 13, {}, "image.users", "Number of the user; unknown for a name while image.users is not supplied, absent where /etc/passwd does not name it."},
    {"gid", 13, {}, "image.users", "Number of the primary group; as `uid`, by the group written or the user's own."},
    {"group", 10, {}, "", "Name of the group; absent where none is written."},
    {"is_root", 0, {.derived = true}, "image.users", "The user is uid 0, or is named root. Any other name is unknown until image.users resolves it: a name is no proof. Computed."},
    {"in_root_group", 0, {.derived = true}, "image.users", "The primary group is gid 0. Computed as `is_root` is."},
    {"says_root", 0, {.derived = true}, "", "The text itself says root (`0`, `root`, with or without a group). Computed; never unknown once the text is known."},
});

constexpr auto record_EnvVariable = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Name of the variable."},
    {"value", 3, {.sensitive = true}, "", "Its value; masked in every output."},
});

constexpr auto record_Port = std::to_array<FieldRow>({
    {"number", 1, {.key = true}, "", "The port, or the first of the range."},
    {"protocol", 14, {.key = true}, "", "Its protocol; tcp where none is written."},
    {"last", 1, {}, "", "The last port of the range; equal to `number` for a single port."},
});

constexpr auto record_Identity = std::to_array<FieldRow>({
    {"issuer", 10, {}, "", "Issuer of the certificate or token; absent for a bare key."},
    {"subject", 3, {}, "", "Name in the certificate, or the key's id where there is no certificate."},
    {"key_id", 10, {}, "", "Fingerprint of the key; absent where a certificate names the signer."},
    {"extensions", 12, {}, "", "Fulcio's certificate extensions by name (workflow, repository, ref and others)."},
    {"trusted", 0, {.derived = true}, "", "trust.identities or trust.keys names this identity. Computed by comparing with the trust file."},
});

constexpr auto record_Tool = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Name of the tool, lower case."},
    {"vendor", 10, {}, "", "Who makes it; absent where the document does not say."},
    {"version", 15, {}, "", "Its version; absent where the document gives none."},
    {"version_text", 10, {}, "", "Its version as the document writes it; absent where it gives none."},
});

constexpr auto record_Executable = std::to_array<FieldRow>({
    {"path", 3, {.derived = true}, "", "Absolute path of the file. Computed by the lookup."},
    {"interpreter", 10, {}, "", "What runs it: `#!` of a script or PT_INTERP of an ELF; absent for a static binary."},
    {"architecture", 10, {}, "", "Architecture of an ELF or PE file, in OCI's words; absent for a script."},
    {"executable", 0, {.derived = true}, "", "Its mode allows the runtime user to run it. Computed from mode, owner and user."},
    {"matches_platform", 0, {.derived = true}, "", "Its architecture is the image's. Computed by comparing the two."},
    {"writable_by_user", 0, {.derived = true}, "", "The runtime user may write it. Computed from mode, owner and user."},
    {"parents_writable_by_user", 0, {.derived = true}, "", "The runtime user may write a directory above it. Computed from mode, owner and user."},
});

constexpr auto record_Exec = std::to_array<FieldRow>({
    {"form", 16, {}, "", "JSON array or text for a shell."},
    {"words", 17, {}, "", "The argument vector; in shell form the shell, its option and the text."},
    {"program", 10, {}, "", "What is started: the first word, or the first word of a shell's text; absent where there are no words."},
    {"executable", 18, {.derived = true}, "image.files", "The file that `program` names. Absent: PATH lookup finds nothing; unknown: image.files is not supplied. Computed by the lookup."},
    {"needs_shell", 0, {.derived = true}, "", "The command line is in shell form, or the program is a shell. Computed from both."},
    {"shell_present", 0, {.derived = true}, "image.files", "The shell that it needs is in the image. Computed by PATH lookup."},
});

constexpr auto record_Healthcheck = std::to_array<FieldRow>({
    {"disabled", 0, {}, "", "The test is NONE: an inherited healthcheck is switched off."},
    {"exec", 19, {}, "", "The command that tests; absent where the check is disabled or inherits it."},
    {"interval", 20, {}, "", "Time between two tests; absent where the engine's default holds."},
    {"timeout", 20, {}, "", "Time after which a test has failed; absent where the engine's default holds."},
    {"start_period", 20, {}, "", "Time in which failures do not count; absent where the engine's default holds."},
    {"retries", 13, {}, "", "Failures in a row that make it unhealthy; absent where the engine's default holds."},
});

constexpr auto record_ImageConfig = std::to_array<FieldRow>({
    {"user", 21, {}, "", "`USER`. Absent: never set, so root."},
    {"entrypoint", 19, {}, "", "`ENTRYPOINT`; absent where none is set."},
    {"cmd", 19, {}, "", "`CMD`; absent where none is set."},
    {"command", 17, {.derived = true}, "", "The argument vector without overrides: entrypoint, then cmd. Computed by joining the two."},
    {"shell", 17, {.derived = true}, "", "`SHELL`; by default `/bin/sh -c`, on Windows `cmd /S /C`. Computed where nothing is written."},
    {"workdir", 10, {}, "", "`WORKDIR`; absent where none is set."},
    {"env", 23, {}, "", "`ENV`: the variables with their last values, in order of definition."},
    {"exposed_ports", 25, {}, "", "`EXPOSE`: ports and ranges."},
    {"volumes", 17, {}, "", "`VOLUME`: paths that become anonymous volumes."},
    {"labels", 12, {}, "", "`LABEL`: labels by name."},
    {"healthcheck", 26, {}, "", "`HEALTHCHECK`; `disabled` where the test is NONE, absent where none is set."},
    {"stop_signal", 10, {}, "", "`STOPSIGNAL` as written; absent where none is set."},
    {"on_build", 17, {}, "", "`ONBUILD`: instructions that run in a build from this image."},
});

constexpr auto record_Feed = std::to_array<FieldRow>({
    {"source", 3, {}, "", "Name of the file it was read from."},
    {"time", 4, {}, "", "When the data were made, UTC."},
    {"entries", 1, {}, "", "Number of its entries."},
});

constexpr auto record_ParseError = std::to_array<FieldRow>({
    {"line", 1, {.derived = true}, "", "Its line, from 1. Computed by counting."},
    {"message", 3, {.key = true, .derived = true}, "", "What is wrong. Computed: the reader's words."},
});

constexpr auto record_ShellFinding = std::to_array<FieldRow>({
    {"rule", 3, {.key = true}, "", "Code of the check (`SC2086`)."},
    {"run", 27, {.key = true, .derived = true}, "", "The RUN that it is about. Computed by its line."},
    {"line", 1, {}, "", "Its line in the Dockerfile, from 1."},
    {"severity", 28, {}, "", "How bad ShellCheck calls it; `style` is info."},
    {"text", 3, {}, "", "What it says."},
});

constexpr auto record_Comment = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", "Its text without the `#`."},
    {"line", 1, {.derived = true}, "", "Its line, from 1. Computed by counting."},
    {"directive", 29, {.derived = true}, "", "What it tells a tool to ignore (`hadolint ignore=DL3008`, `checkov:skip=…`, `# check=`): read and never obeyed; absent where it tells none. Computed from the text."},
    {"before", 30, {.derived = true}, "", "The instruction that follows it; absent where none does. Computed by its line."},
});

constexpr auto record_InlineIgnore = std::to_array<FieldRow>({
    {"tool", 3, {.derived = true}, "", "Name of the tool. Computed from the directive's form."},
    {"rules", 17, {}, "", "Ids of the rules."},
    {"reason", 10, {}, "", "Why; absent where none is given."},
});

constexpr auto record_IgnoreFile = std::to_array<FieldRow>({
    {"path", 3, {.derived = true}, "", "Its path as given. Computed: the name it was given under."},
    {"patterns", 17, {}, "", "Its patterns as written, in order."},
});

constexpr auto record_GlobalArgument = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"defined", 10, {.sensitive = true}, "", "Its default as written; absent where it has none; masked in every output."},
    {"value", 10, {.sensitive = true}, "", "Its default, expanded; unknown where a variable is not resolved; masked in every output."},
    {"used_in_from", 0, {.derived = true}, "", "A FROM uses it. Computed by looking."},
    {"line", 1, {.derived = true}, "", "Its line, from 1. Computed by counting."},
});

constexpr auto record_Stage = std::to_array<FieldRow>({
    {"index", 1, {.key = true, .derived = true}, "", "Its number, from 0. Computed by counting."},
    {"name", 10, {.derived = true}, "", "Its name after AS, folded to lower case; absent where it has none. Computed by folding."},
    {"name_text", 10, {}, "", "Its name as written; absent where it has none."},
    {"as_text", 10, {}, "", "The word AS as written; absent where there is none."},
    {"line", 1, {.derived = true}, "", "Line of its FROM, from 1. Computed by counting."},
    {"base", 31, {}, "", "What it is built from."},
    {"in_image", 0, {.derived = true}, "", "It is the final stage, or one that the final stage is FROM, transitively: its configuration and files are in the image. Computed."},
    {"is_final", 0, {.derived = true}, "", "It is the chosen target, else the last. Computed by choosing."},
    {"copied_from", 0, {.derived = true}, "", "A stage that is in the image copies from it. Computed."},
    {"reached", 0, {.derived = true}, "", "The build of the target needs it. Computed."},
    {"instructions", 33, {.view = true}, "", "Its instructions; a view of `dockerfile.instructions`."},
    {"runs", 35, {.view = true}, "", "Its RUNs; a view of `dockerfile.runs`."},
    {"commands", 37, {.view = true}, "", "Its commands; a view of `dockerfile.commands`."},
    {"copies", 39, {.view = true}, "", "Its COPYs and ADDs; a view of `dockerfile.copies`."},
    {"variables", 41, {.view = true}, "", "Its variables; a view of `dockerfile.variables`."},
    {"config", 42, {.derived = true}, "", "Effective configuration at its end, inherited from its base stage or base image. Computed by going through its instructions."},
});

constexpr auto record_StageBase = std::to_array<FieldRow>({
    {"raw", 3, {}, "", "The text after FROM as written."},
    {"image", 43, {}, "", "The image, variables expanded; absent: a stage or scratch; unknown where a variable is not resolved, never `latest`."},
    {"stage", 44, {.derived = true}, "", "The earlier stage; absent: an image or scratch. Computed by its name."},
    {"is_scratch", 0, {.derived = true}, "", "It is the empty image. Computed from the text."},
    {"platform_raw", 10, {}, "", "`--platform` as written; absent where none is."},
    {"platform", 45, {}, "", "Its constant value; absent where none is written; unknown where a variable is not resolved."},
    {"variables", 17, {}, "", "Names of the variables that FROM uses."},
    {"undeclared", 17, {.derived = true}, "", "Those of them that no global ARG declares. Computed by looking them up."},
    {"defaults_valid", 0, {.derived = true}, "", "The defaults of the global ARGs alone give a valid name. Computed by expanding."},
    {"user", 21, {.derived = true}, "", "The user that the base sets: from its stage, from image.lineage where supplied, absent by the table of well-known root bases; else unknown (unresolved). Computed."},
    {"is_sdk", 0, {.derived = true}, "", "An image of an SDK, a compiler or a full distribution variant, by the reader's list. Computed by looking it up."},
    {"is_minimal", 0, {.derived = true}, "", "A slim, minimal or distroless image, by the reader's list. Computed by looking it up."},
});

constexpr auto record_Flag = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name as written, dashes included (`--from`)."},
    {"value", 10, {}, "", "Its value; absent where it has none."},
});

constexpr auto record_Heredoc = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its delimiter."},
    {"text", 3, {}, "", "Its body; for `<<-` without leading tabs."},
    {"expands", 0, {.derived = true}, "", "Variables in it are expanded. Computed: its delimiter is not quoted."},
});

constexpr auto record_VariableUse = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"defined", 0, {.derived = true}, "", "ARG or ENV defines it there. Computed by looking it up."},
    {"has_default", 0, {.derived = true}, "", "The use gives a default (`${x:-…}`). Computed from its form."},
});

constexpr auto record_Instruction = std::to_array<FieldRow>({
    {"stage", 44, {.key = true, .derived = true}, "", "Its stage; absent before the first FROM. Computed by its place."},
    {"keyword", 46, {.key = true, .derived = true}, "", "What it is. Computed by folding the word."},
    {"text", 3, {.key = true, .derived = true}, "", "The whole instruction, continuations folded, comments gone. Computed by joining lines."},
    {"keyword_text", 3, {}, "", "Its first word as written."},
    {"line", 1, {.derived = true}, "", "Its first line, from 1. Computed by counting."},
    {"end_line", 1, {.derived = true}, "", "Its last line, from 1. Computed by counting."},
    {"flags", 48, {}, "", "Its options (`--from=…`), in order."},
    {"arguments", 17, {}, "", "What follows the options: the words of its JSON array or of its line; of ONBUILD the triggered text."},
    {"form", 16, {}, "", "JSON array or shell text, for those that have both."},
    {"heredocs", 50, {}, "", "Its heredocs, in order."},
    {"uses", 52, {}, "", "The variables that it uses."},
    {"trigger", 53, {.derived = true}, "", "Of ONBUILD: the instruction that it triggers in another build; it makes no row of its own anywhere. Absent for all others. Computed from the text."},
    {"user", 21, {}, "", "Of USER: the user; absent for all others."},
    {"path", 10, {}, "", "Of WORKDIR: the path expanded, as given; absent for all others."},
    {"effective_path", 10, {.derived = true}, "", "Of WORKDIR: the path resolved against those before; absent for all others. Computed by resolving."},
    {"exec", 19, {}, "", "Of CMD, ENTRYPOINT, HEALTHCHECK and SHELL: the command line; absent for all others."},
    {"run", 54, {.derived = true}, "", "The row of `dockerfile.runs` that it made; absent for all others. Computed."},
    {"copy", 55, {.derived = true}, "", "The row of `dockerfile.copies` that it made; absent for all others. Computed."},
});

constexpr auto record_Run = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true, .derived = true}, "", "The instruction that it is. Computed."},
    {"stage", 57, {.derived = true}, "", "Its stage. Computed by its place."},
    {"line", 1, {.derived = true}, "", "Its first line, from 1. Computed by counting."},
    {"form", 16, {}, "", "JSON array or shell text."},
    {"script", 3, {.derived = true}, "", "The script, heredocs put in. Computed by joining lines."},
    {"shell", 17, {.derived = true}, "", "The shell in force: SHELL, a shebang, or `RUN bash <<EOF`. Computed by going through the stage."},
    {"pipefail", 0, {.derived = true}, "", "Every pipe of the script runs under pipefail, by SHELL or by `set -o pipefail` before; true where `has_pipe` is false. Computed."},
    {"has_pipe", 0, {.derived = true}, "", "The script has a pipe. Computed by splitting it."},
    {"mounts", 59, {}, "", "Its `--mount`s."},
    {"network", 10, {}, "", "Its `--network`; absent where none is written."},
    {"security", 10, {}, "", "Its `--security`; absent where none is written."},
    {"commands", 37, {.view = true}, "", "Its commands; a view. Incomplete (unresolved) where the script has subshells, eval, loops or another interpreter that the reader does not open."},
});

constexpr auto record_RunMount = std::to_array<FieldRow>({
    {"kind", 60, {}, "", "Its type; `bind` where none is written."},
    {"target", 10, {.key = true}, "", "Where it is mounted; absent where none is written."},
    {"source", 10, {}, "", "What is mounted of its origin; absent where none is written."},
    {"from_stage", 44, {.derived = true}, "", "The stage that it comes from; absent: another origin. Computed by its name."},
    {"from_image", 43, {}, "", "The image that it comes from; absent: another origin."},
    {"id", 10, {}, "", "Id of the cache, secret or agent; absent where none is written."},
    {"required", 0, {}, "", "The build fails without it."},
    {"as_environment", 10, {}, "", "Variable that a secret is put in; absent: it is mounted as a file."},
    {"options", 12, {}, "", "Its other options by name."},
});

constexpr auto record_Command = std::to_array<FieldRow>({
    {"run", 27, {.key = true, .derived = true}, "", "The RUN that it is part of. Computed."},
    {"text", 3, {.key = true}, "", "The command as written, continuations folded."},
    {"stage", 57, {.derived = true}, "", "Its stage. Computed by its place."},
    {"line", 1, {.derived = true}, "", "Its first line, from 1. Computed by counting."},
    {"program", 3, {.derived = true}, "", "Base name of the program; unknown where it is a variable without a value. Computed from the word."},
    {"program_text", 3, {}, "", "The program as written."},
    {"words", 17, {}, "", "The words after the program, quotes gone and variables expanded."},
    {"subcommand", 10, {}, "", "First operand of a program known to have subcommands (`apt-get install`, `npm ci`, `go mod download`); absent for others."},
    {"flags", 48, {}, "", "Its options: short clusters split and values attached for programs in the reader's table, `--x=y` for all."},
    {"operands", 17, {}, "", "Its words that are no options, the subcommand left out."},
    {"environment", 23, {}, "", "Variables set for it alone (`X=1 make`)."},
    {"redirects", 62, {}, "", "Its redirections."},
    {"pipes_into", 13, {.derived = true}, "", "Position in `run.commands` of the command that its output goes to; absent: no pipe follows. Computed by splitting."},
    {"list_op", 63, {.derived = true}, "", "How it follows the command before; absent: first of its script, or piped into. Computed by splitting."},
    {"sudo", 0, {.derived = true}, "", "It runs by way of sudo. Computed by peeling."},
    {"negated", 0, {.derived = true}, "", "`!` turns its outcome round. Computed by peeling."},
    {"conditional", 0, {.derived = true}, "", "It stands in a branch, a loop, a case or a function, so that it may never run; `&&` and `||` are `list_op`. Computed by splitting."},
    {"installs", 65, {.derived = true}, "", "Names and versions that an install names: `nginx=1.2`, `flask==2`, `left-pad@1`, `-r file`; empty for other commands. Computed by the program's rules."},
});

constexpr auto record_Redirect = std::to_array<FieldRow>({
    {"kind", 66, {}, "", "What it does."},
    {"descriptor", 13, {}, "", "The file descriptor written before it; absent where none is."},
    {"target", 3, {.key = true}, "", "The file or descriptor that it names."},
});

constexpr auto record_InstallTarget = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", "The word as written."},
    {"name", 10, {.derived = true}, "", "Name of the package; absent: a file, URL or path. Computed by the program's rules."},
    {"version", 10, {.derived = true}, "", "Version that is asked for; absent where none is. Computed by the program's rules."},
    {"pinned", 0, {.derived = true}, "", "An exact version, digest, commit or hashed requirements file; a local path or archive is pinned too. Computed."},
    {"is_file", 0, {.derived = true}, "", "A requirements or lock file. Computed by the program's rules."},
    {"is_local", 0, {.derived = true}, "", "A path of the build. Computed from the text."},
    {"url", 10, {}, "", "The URL that it is; absent where it is none."},
});

constexpr auto record_Copy = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true, .derived = true}, "", "The instruction that it is. Computed."},
    {"stage", 57, {.derived = true}, "", "Its stage. Computed by its place."},
    {"keyword", 46, {}, "", "COPY or ADD."},
    {"line", 1, {.derived = true}, "", "Its first line, from 1. Computed by counting."},
    {"sources", 68, {}, "", "What it copies, in order."},
    {"destination", 3, {}, "", "Where to, expanded."},
    {"effective_path", 3, {.derived = true}, "", "The destination resolved against WORKDIR. Computed by resolving."},
    {"is_relative", 0, {.derived = true}, "", "The destination is no absolute path. Computed from it."},
    {"ends_in_slash", 0, {.derived = true}, "", "The destination ends in a slash, so it is a directory. Computed from it."},
    {"workdir_set", 0, {.derived = true}, "", "The stage or its base sets a WORKDIR before. Computed by going through the stage."},
    {"from_text", 10, {}, "", "`--from` as written; absent where none is."},
    {"from_stage", 44, {.derived = true}, "", "The stage that it copies from; absent: an image, or the context. Computed by name or number."},
    {"from_image", 43, {}, "", "The image that it copies from; absent: a stage, or the context."},
    {"from_self", 0, {.derived = true}, "", "It copies from its own stage. Computed by comparing."},
    {"from_is_index", 0, {.derived = true}, "", "`--from` is a stage's number. Computed from the text."},
    {"owner", 21, {}, "", "`--chown`; absent where none is written."},
    {"mode", 13, {}, "", "`--chmod`, the low 12 bits; absent where none is written."},
    {"link", 0, {}, "", "`--link` is set."},
    {"checksum", 10, {}, "", "`--checksum`; absent where none is written."},
    {"exclude", 17, {}, "", "`--exclude`s, in order."},
});

constexpr auto record_CopySource = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", "The source as written, expanded."},
    {"kind", 69, {.derived = true}, "", "What it is. Computed from the text and `--from`."},
    {"is_archive", 0, {.derived = true}, "", "An archive that ADD would extract. Computed from its name."},
    {"is_everything", 0, {.derived = true}, "", "The whole context or a whole stage (`.`, `/`). Computed from the text."},
    {"ignored", 0, {.derived = true}, "dockerfile.ignore", ".dockerignore excludes it. Computed by matching."},
    {"url", 10, {}, "", "The URL that it is; absent where it is none."},
    {"git_reference", 10, {}, "", "Branch, tag or commit after the `#` of a git URL; absent where none is written."},
    {"pinned", 0, {.derived = true}, "", "It is fixed by a digest, a checksum or a commit. Computed."},
    {"matches", 17, {.derived = true}, "dockerfile.context", "Files of the context that a local source matches, .dockerignore applied. Computed by matching."},
});

constexpr auto record_Variable = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true, .derived = true}, "", "The instruction that defines it. Computed."},
    {"name", 3, {.key = true}, "", "Its name."},
    {"stage", 57, {.derived = true}, "", "Its stage. Computed by its place."},
    {"keyword", 46, {}, "", "ENV or ARG."},
    {"line", 1, {.derived = true}, "", "Its line, from 1. Computed by counting."},
    {"defined", 10, {.sensitive = true}, "", "The right side as written; absent: `ARG X` alone; masked in every output."},
    {"value", 10, {.sensitive = true}, "", "The right side expanded; absent: nobody gives one; unknown where a variable is not resolved; masked in every output."},
    {"is_legacy", 0, {.derived = true}, "", "It is written `ENV k v`. Computed from its form."},
    {"uses_itself", 17, {.derived = true}, "", "Names in its right side that the same instruction defines. Computed by looking."},
});

constexpr auto record_LabelEntry = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true, .derived = true}, "", "The instruction that sets it. Computed."},
    {"name", 3, {.key = true}, "", "Its name."},
    {"stage", 57, {.derived = true}, "", "Its stage. Computed by its place."},
    {"value", 3, {}, "", "Its value, expanded."},
    {"is_legacy", 0, {.derived = true}, "", "It is written `LABEL k v`. Computed from its form."},
    {"line", 1, {.derived = true}, "", "Its line, from 1. Computed by counting."},
});

constexpr auto record_Expose = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true, .derived = true}, "", "The instruction that names it. Computed."},
    {"text", 3, {.key = true}, "", "The word as written, expanded."},
    {"stage", 57, {.derived = true}, "", "Its stage. Computed by its place."},
    {"number", 13, {}, "", "The port, or the first of the range; absent where the text is no port."},
    {"last", 13, {}, "", "The last port of the range; absent where the text is no port."},
    {"protocol_text", 10, {}, "", "The protocol as written; absent where none is."},
    {"has_host_part", 0, {.derived = true}, "", "The word names a host's port or address (`ip:port:port`). Computed from it."},
    {"line", 1, {.derived = true}, "", "Its line, from 1. Computed by counting."},
});

constexpr auto record_Manifest = std::to_array<FieldRow>({
    {"media_type", 3, {}, "", "Media type of the manifest."},
    {"size", 6, {.derived = true}, "", "Bytes as pulled: configuration and layers. Computed by adding them."},
    {"unpacked_size", 70, {.derived = true}, "", "Bytes of the layers unpacked; absent where they were not read. Computed by adding them."},
    {"layer_count", 1, {.derived = true}, "", "Number of layers. Computed by counting."},
    {"annotations", 12, {}, "", "Annotations by name."},
    {"subject", 10, {}, "", "Digest of the manifest that this one refers to; absent where it refers to none."},
    {"readable", 0, {.derived = true}, "", "Everything that it names was read. Computed while reading."},
});

constexpr auto record_ImageIndex = std::to_array<FieldRow>({
    {"digest", 3, {}, "", "Digest of the index."},
    {"manifests", 72, {}, "", "Its entries, in order."},
});

constexpr auto record_IndexEntry = std::to_array<FieldRow>({
    {"digest", 3, {.key = true}, "", "Digest of the manifest that it names."},
    {"role", 73, {.derived = true}, "", "What it is. Computed from platform and annotations."},
    {"platform", 45, {}, "", "Platform that it is for; absent where none is stated."},
    {"attests", 10, {}, "", "Digest of the image that it attests to; absent where it is no attestation."},
});

constexpr auto record_HistoryStep = std::to_array<FieldRow>({
    {"position", 1, {.key = true, .derived = true}, "", "Place in the history, from 0. Computed by counting."},
    {"created", 74, {}, "", "When the step was made, UTC; absent where not stated or the year 1."},
    {"created_by", 3, {.sensitive = true}, "", "The command that made it, as written; masked in every output."},
    {"keyword", 53, {.derived = true}, "", "The Dockerfile instruction that it is, `/bin/sh -c #(nop) CMD …` too; absent where it is none. Computed from `created_by`."},
    {"empty_layer", 0, {}, "", "The step made no layer."},
    {"layer", 75, {.derived = true}, "image.layers", "The layer that it made; absent where it made none. Computed by counting steps that made one."},
    {"comment", 10, {}, "", "Its comment; absent where it has none."},
    {"words", 17, {.sensitive = true, .derived = true}, "", "The shell words of `created_by`; masked in every output. Computed by splitting."},
});

constexpr auto record_Layer = std::to_array<FieldRow>({
    {"diff_id", 3, {.key = true}, "", "Digest of the uncompressed tar."},
    {"index", 1, {.derived = true}, "", "Place from the base, from 0. Computed by counting."},
    {"digest", 10, {}, "image.manifest", "Digest of the compressed tar, as a registry serves it; absent where the manifest does not state it."},
    {"size", 70, {}, "image.manifest", "Bytes compressed; absent where the manifest does not state it."},
    {"created_by", 10, {}, "", "The command of the history step that made it; absent where no history is there."},
    {"from_base", 0, {.derived = true}, "image.lineage", "It belongs to a base. Computed from image.lineage."},
    {"files", 77, {.part = true}, "", "The files that it brings or removes."},
});

constexpr auto record_LayerEntry = std::to_array<FieldRow>({
    {"layer", 78, {.key = true, .derived = true}, "", "The layer. Computed: the one that this row stands in."},
    {"path", 3, {.key = true}, "", "Absolute path, cleaned."},
    {"kind", 79, {}, "", "Kind of file."},
    {"content", 80, {.derived = true}, "", "What its first bytes say; absent where it is no regular file. Computed from them."},
    {"size", 6, {}, "", "Bytes."},
    {"mode", 1, {}, "", "Permission bits, the low 12."},
    {"executable", 0, {.derived = true}, "", "A regular file with an x bit, or an ELF. Computed from mode and content."},
    {"digest", 10, {.derived = true}, "", "sha256 of its bytes; absent where it is no regular file. Computed."},
    {"is_whiteout", 0, {.derived = true}, "", "The entry removes a file of a layer below. Computed from its name."},
    {"removed_in", 13, {.derived = true}, "", "Index of the later layer that removes or replaces it; absent: none does. Computed by merging."},
});

constexpr auto record_File = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", "Absolute path, cleaned."},
    {"layer", 78, {.derived = true}, "", "The layer that brought it last. Computed by merging."},
    {"kind", 79, {}, "", "Kind of file."},
    {"content", 80, {.derived = true}, "", "What its first bytes say; absent where it is no regular file. Computed from them."},
    {"size", 6, {}, "", "Bytes."},
    {"digest", 10, {.derived = true}, "", "sha256 of its bytes; absent where it is no regular file. Computed."},
    {"target", 10, {}, "", "Target of a link as stored; absent where it is no link."},
    {"resolves_to", 10, {.derived = true}, "", "Path after following links inside the image; absent where it is no link or leads nowhere. Computed."},
    {"mode", 1, {}, "", "Permission bits, the low 12."},
    {"uid", 1, {}, "", "Number of its owner."},
    {"gid", 1, {}, "", "Number of its group."},
    {"owner", 10, {.derived = true}, "", "Name of its owner; absent where /etc/passwd does not name it. Computed by looking it up."},
    {"group", 10, {.derived = true}, "", "Name of its group; absent where /etc/group does not name it. Computed by looking it up."},
    {"setuid", 0, {.derived = true}, "", "Its setuid bit is set. Computed from the mode."},
    {"setgid", 0, {.derived = true}, "", "Its setgid bit is set. Computed from the mode."},
    {"sticky", 0, {.derived = true}, "", "Its sticky bit is set. Computed from the mode."},
    {"world_writable", 0, {.derived = true}, "", "Everybody may write it. Computed from the mode."},
    {"executable", 0, {.derived = true}, "", "A regular file with an x bit, or an ELF. Computed from mode and content."},
    {"writable_by_user", 0, {.derived = true}, "", "image.config.user, with its groups, may write it. Computed from mode, owner and user."},
    {"owned_by_user", 0, {.derived = true}, "", "image.config.user owns it. Computed from owner and user."},
    {"capabilities", 17, {.derived = true}, "", "Capabilities of its `security.capability`, upper case without `CAP_`. Computed by decoding."},
    {"xattrs", 17, {}, "", "Names of its extended attributes."},
    {"architecture", 10, {.derived = true}, "", "Machine of an ELF, as OCI's architecture; absent where it is none. Computed from the header."},
    {"interpreter", 10, {}, "", "`#!` of a script, PT_INTERP of an ELF; absent where it has none."},
    {"needs", 17, {}, "", "Libraries that an ELF asks for (DT_NEEDED)."},
    {"packages", 17, {.derived = true}, "", "Ids of the packages that own it. Computed from the package databases."},
    {"from_base", 0, {.derived = true}, "image.lineage", "Its layer belongs to a base. Computed from image.lineage."},
    {"loaded", 0, {.derived = true}, "", "Interpreters, links and imports reach it from the entrypoint. Computed by following them."},
    {"matches", 82, {.derived = true}, "", "Content patterns asked for on the command line (`--match NAME=REGEX`) that it holds. Computed by searching."},
});

constexpr auto record_ContentMatch = std::to_array<FieldRow>({
    {"pattern", 3, {.key = true, .derived = true}, "", "Name of the pattern. Computed: the command line's."},
    {"line", 1, {.derived = true}, "", "Line of the match, from 1. Computed by counting."},
    {"text", 3, {.sensitive = true}, "", "The text that matches; masked in every output."},
});

constexpr auto record_Account = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Name of the account."},
    {"uid", 1, {.key = true}, "", "Its number."},
    {"gid", 1, {}, "", "Number of its primary group."},
    {"home", 3, {}, "", "Its home directory."},
    {"shell", 3, {}, "", "Its login shell as written."},
    {"has_login_shell", 0, {.derived = true}, "", "The shell is one that lets somebody log in. Computed: not nologin, false or empty."},
    {"password", 83, {.derived = true}, "", "What stands in its password field. Computed from passwd and shadow."},
    {"entry", 3, {}, "", "The line of /etc/passwd as written, its password field masked."},
});

constexpr auto record_AccountGroup = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Name of the group."},
    {"gid", 1, {.key = true}, "", "Its number."},
    {"members", 17, {}, "", "Names of the accounts that it lists."},
});

constexpr auto record_PackageDatabase = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", "Path of its file or directory."},
    {"type", 11, {.derived = true}, "", "Type of its packages; deb: /var/lib/dpkg, and so on. Computed from the path."},
    {"readable", 0, {.derived = true}, "", "It was read to its end. Computed while reading."},
    {"package_count", 1, {.derived = true}, "", "Number of its packages. Computed by counting."},
    {"mismatched", 17, {.derived = true}, "", "Listed files whose digest differs. Computed by comparing."},
    {"missing", 17, {.derived = true}, "", "Listed files that are gone. Computed by comparing."},
});

constexpr auto record_PackageRepository = std::to_array<FieldRow>({
    {"url", 3, {.key = true}, "", "Its URL as written."},
    {"type", 11, {.derived = true}, "", "Type of its packages. Computed from the file that names it."},
    {"scheme", 3, {.derived = true}, "", "Scheme of the URL, lower case. Computed from it."},
    {"signed_by", 10, {}, "", "Key or keyring that must sign it; absent where none is named."},
    {"trusted_flag", 0, {}, "", "It is marked as trusted without a signature."},
    {"path", 3, {}, "", "File that names it."},
});

constexpr auto record_OperatingSystem = std::to_array<FieldRow>({
    {"id", 3, {}, "", "ID of os-release: `debian`, `alpine`."},
    {"release", 3, {}, "", "VERSION_ID of os-release: `12`, `3.19`."},
    {"codename", 10, {}, "", "VERSION_CODENAME; absent where none is stated."},
    {"like", 17, {}, "", "ID_LIKE: the families that it belongs to."},
    {"text", 10, {}, "", "PRETTY_NAME, or the document's name of it; absent where none is stated."},
    {"end_of_life", 74, {}, "feeds.end_of_life", "When standard support ends, UTC; absent: the release is known and no end announced."},
    {"extended_end_of_life", 74, {}, "feeds.end_of_life", "When extended support ends, UTC; absent: the release is known and no end announced."},
    {"stated_ended", 84, {}, "", "The document says that support has ended (Trivy's EOSL); absent where it does not say."},
});

constexpr auto record_Base = std::to_array<FieldRow>({
    {"position", 1, {.key = true, .derived = true}, "", "Place in the lineage, nearest first, from 0. Computed by counting."},
    {"source", 85, {.derived = true}, "", "How it is known. Computed from what names it."},
    {"reference", 43, {}, "", "Its name; absent where only a digest is known."},
    {"digest", 10, {}, "", "Digest of its manifest; absent where only a name is known."},
    {"platform", 45, {}, "", "Its platform; absent where not stated."},
    {"is_scratch", 0, {.derived = true}, "", "It is the empty image. Computed."},
    {"is_root", 0, {.derived = true}, "", "The organisation or the reader's table declares it a root. Computed by looking it up."},
    {"claimed", 0, {.derived = true}, "", "A label or provenance claims it, and the layers show it. Computed by comparing layers."},
    {"layers", 17, {}, "", "Diff ids of its layers."},
    {"created", 74, {}, "", "When it was made, UTC; absent where not stated."},
    {"config", 42, {}, "", "Its configuration."},
    {"os", 86, {}, "", "Its operating system; absent where it has none."},
    {"packages", 88, {}, "", "Its packages, as its documents list them."},
    {"files", 90, {}, "", "Its merged file system."},
    {"signatures", 92, {}, "", "Signatures of it."},
    {"provenance", 94, {}, "", "Provenance of it."},
    {"vulnerabilities", 17, {}, "", "Ids of the vulnerabilities that its documents list."},
    {"newest", 95, {}, "feeds.tags", "What its tag names now; absent: the tag is gone."},
    {"tag_history", 97, {}, "feeds.tags", "Digests that its tag names now and named before, newest first."},
    {"support", 98, {}, "feeds.tags", "Whether its publisher still supports the tag; absent where the listing does not say."},
});

constexpr auto record_NewestBase = std::to_array<FieldRow>({
    {"digest", 3, {}, "", "Digest of the manifest."},
    {"time", 74, {}, "", "When the tag came to name it, UTC; absent where the listing does not say."},
    {"fixes", 17, {.derived = true}, "", "Ids of the vulnerabilities that ours has and this one does not. Computed by comparing."},
});

constexpr auto record_TagEvent = std::to_array<FieldRow>({
    {"digest", 3, {.key = true}, "", "Digest of the manifest."},
    {"time", 74, {}, "", "When the tag came to name it, UTC; absent where the listing does not say."},
});

constexpr auto record_TagSupport = std::to_array<FieldRow>({
    {"supported", 0, {}, "", "It is supported."},
    {"until", 74, {}, "", "When support ends, UTC; absent where not announced."},
});

constexpr auto record_SecretMatch = std::to_array<FieldRow>({
    {"rule", 3, {.key = true}, "", "Id of the scanner's rule."},
    {"path", 3, {.key = true}, "", "File that holds it."},
    {"layer", 75, {}, "", "Layer that holds the file; absent where the scan names none."},
    {"line", 13, {}, "", "Line of the match, from 1; absent where the scan names none."},
    {"severity", 28, {}, "", "The severity that the scan states; unknown where it states none."},
    {"verified", 84, {}, "", "The scanner tried the secret and it works; absent where it did not try."},
    {"text", 3, {.sensitive = true}, "", "The match as the scan writes it; masked in every output."},
    {"scan", 99, {.derived = true}, "", "The scan that found it. Computed: the report that names it."},
});

constexpr auto record_MalwareMatch = std::to_array<FieldRow>({
    {"signature", 3, {.key = true}, "", "Name of the malware."},
    {"path", 3, {.key = true}, "", "File that holds it."},
    {"scan", 99, {.derived = true}, "", "The scan that found it. Computed: the report that names it."},
});

constexpr auto record_Sighting = std::to_array<FieldRow>({
    {"id", 3, {.key = true, .derived = true}, "", "Decoded `type/namespace/name@version` of the package URL, an rpm's epoch in its version; without a package URL `type/name@version`. Computed from these pieces."},
    {"type", 11, {}, "", "Type of the package, from its package URL, else from what the tool says of it, else `other`."},
    {"type_name", 10, {}, "", "The type as written where it is none of the list; absent otherwise."},
    {"namespace", 10, {}, "", "Distribution, group or scope; absent where it has none."},
    {"name", 3, {}, "", "Name of the package."},
    {"version", 7, {}, "", "Its version; unknown where the document gives none, or gives none that parses."},
    {"version_text", 10, {}, "", "Its version as the document writes it; absent where it gives none."},
    {"purl", 100, {}, "", "Its package URL; absent where the document gives none."},
    {"purl_text", 10, {}, "", "Its package URL as written, whether it parses or not; absent where the document gives none."},
    {"cpes", 17, {}, "", "CPE names as written."},
    {"hashes", 17, {.derived = true}, "", "Digests of the package's file, `algorithm:hex`. Computed: algorithm and value are put together, in lower case."},
    {"reference", 10, {}, "", "The document's own id of it (CycloneDX `bom-ref`, Trivy `UID`); absent where it has none."},
    {"licence", 10, {.derived = true}, "", "Licences as one SPDX expression, a name outside the SPDX list as `LicenseRef-…`. Absent: none is stated, or NONE; unknown: NOASSERTION. Computed: several entries are joined."},
    {"licence_texts", 17, {}, "", "Names of licences outside the SPDX list, as the document writes them."},
    {"supplier", 10, {}, "", "Who supplies it; absent where the document does not say."},
    {"author", 10, {}, "", "Who wrote it; absent where the document does not say."},
    {"scope", 101, {}, "", "How it belongs; `required` where CycloneDX does not say."},
    {"files", 17, {}, "", "Paths that it owns, as far as the document lists them."},
    {"layer", 75, {}, "", "The layer that brought it; absent where the document names none."},
    {"properties", 12, {}, "", "The document's free properties of it by name; of equal names the last."},
    {"external_references", 12, {}, "", "URLs by kind (`website`, `vcs`, `distribution`); of equal kinds the first."},
    {"depends_on", 17, {.derived = true}, "", "Ids of the packages it depends on, by the document's graph. Computed: the graph's references are looked up."},
    {"in_graph", 0, {.derived = true}, "", "The document's graph names it. Computed by looking it up."},
    {"reachable_from_root", 0, {.derived = true}, "", "The root of the document's graph reaches it. Computed by walking the graph."},
    {"origin", 102, {}, "", "The source that saw it."},
    {"package", 103, {.derived = true}, "", "The package of the subject that this is a sighting of. Computed when sightings are coalesced."},
});

constexpr auto record_Origin = std::to_array<FieldRow>({
    {"kind", 104, {.key = true, .derived = true}, "", "What kind of source it is. Computed from the kind of document."},
    {"tool", 10, {}, "", "Tool that wrote the document; absent where it names none."},
    {"document", 3, {.derived = true}, "", "Name of the document. Computed: the name it was given under."},
});

constexpr auto record_Package = std::to_array<FieldRow>({
    {"id", 3, {.key = true, .derived = true}, "", "Decoded `type/namespace/name@version` of the package URL, an rpm's epoch in its version; without a package URL `type/name@version`. Computed from these pieces."},
    {"type", 11, {}, "", "Type of the package."},
    {"type_name", 10, {}, "", "The type as written where it is none of the list; absent otherwise."},
    {"namespace", 10, {}, "", "Distribution, group or scope; absent where it has none."},
    {"name", 3, {}, "", "Name of the package."},
    {"version", 7, {}, "", "Its version; unknown where no source gives one that parses."},
    {"version_text", 10, {}, "", "Its version as written; absent where no source gives one."},
    {"purl", 100, {}, "", "Its package URL; absent where no source gives one."},
    {"licence", 10, {.derived = true}, "", "Licences as one SPDX expression. Absent: no source states one, or it is NONE; unknown: NOASSERTION. Computed as in the sighting."},
    {"licence_texts", 17, {}, "", "Names of licences outside the SPDX list, as the source writes them."},
    {"supplier", 10, {}, "", "Who supplies it; absent where no source says."},
    {"scope", 101, {}, "", "How it belongs to the subject."},
    {"cpes", 17, {}, "", "CPE names as written."},
    {"properties", 12, {}, "", "Free properties of it by name."},
    {"external_references", 12, {}, "", "URLs by kind (`website`, `vcs`, `distribution`)."},
    {"is_os", 0, {.derived = true}, "", "It is a package of the operating system's distribution (deb, rpm, apk, alpm). Computed from the type or the scanner's class of result."},
    {"source_name", 10, {}, "", "Source package that advisories name (dpkg Source, rpm SOURCERPM, apk origin, purl `upstream`); absent where the source names none."},
    {"source_version", 15, {}, "", "Version of the source package; absent where the source names none."},
    {"files", 17, {}, "image.installed", "Paths that it owns, by the image's package database or by the SBOM's occurrences."},
    {"layer", 75, {}, "image.layers", "Layer that brought it; absent where no source names one."},
    {"from_base", 0, {.derived = true}, "image.lineage", "The layer that brought it belongs to a base. Computed from image.lineage."},
    {"origins", 105, {.derived = true}, "", "Every source that saw it. Computed when sightings are coalesced."},
    {"direct", 0, {.derived = true}, "", "The root of a dependency graph names it directly. Computed by walking the graphs of all sources."},
    {"depth", 13, {.derived = true}, "", "Steps from the root in a dependency graph, the fewest of all sources; absent: no root reaches it. Computed."},
    {"reachable", 0, {.derived = true}, "", "The root of a dependency graph reaches it. Computed."},
    {"used", 106, {.derived = true}, "image.files", "Whether it runs; unknown unless files or a call graph were given. Computed from them."},
    {"install_scripts", 0, {}, "source", "Installing it runs scripts of its own."},
    {"source", 107, {}, "source", "Repository, registry and proxy that it came from; absent where the source says of none."},
    {"signature", 108, {}, "image.installed", "The signature it was installed under (rpm header, apk index, dpkg Release); absent: unsigned."},
    {"registry", 109, {}, "feeds.registry", "What its registry says of it; absent: the registry does not know it."},
    {"end_of_life", 74, {}, "feeds.end_of_life", "When its support ends; absent: the release is known and no end announced."},
});

constexpr auto record_PackageSource = std::to_array<FieldRow>({
    {"repository", 10, {}, "", "URL of the package repository; absent where not stated."},
    {"registry", 10, {}, "", "URL of the language registry; absent where not stated."},
    {"proxy", 10, {}, "", "URL of the proxy between; absent where not stated."},
    {"vcs", 10, {}, "", "URL of the version control repository; absent where not stated."},
});

constexpr auto record_PackageSignature = std::to_array<FieldRow>({
    {"key_id", 3, {}, "", "Id of the signing key."},
    {"valid", 0, {}, "", "The signature holds for the package."},
});

constexpr auto record_RegistryRecord = std::to_array<FieldRow>({
    {"exists", 0, {}, "", "The registry knows this name and this version."},
    {"released", 74, {}, "", "When this version was released; absent where the registry does not say."},
    {"newest", 15, {}, "", "The newest version that is no prerelease; absent where there is none."},
    {"newest_at", 74, {}, "", "When the newest version was released; absent where the registry does not say."},
    {"behind", 1, {.derived = true}, "", "Number of releases newer than ours. Computed by comparing versions."},
    {"archived", 0, {}, "", "Its repository is archived."},
    {"deprecated", 0, {}, "", "Its maintainers call it deprecated or yanked."},
    {"last_release", 74, {}, "", "When anything of it was last released; absent where the registry does not say."},
    {"popular_neighbour", 10, {.derived = true}, "", "A far more used name within edit distance two; absent: there is none. Computed by comparing names."},
});

constexpr auto record_Sbom = std::to_array<FieldRow>({
    {"document", 3, {.key = true, .derived = true}, "", "Name of the document. Computed: the name it was given under."},
    {"format", 110, {.derived = true}, "", "Format of the document. Computed by recognising it."},
    {"format_version", 3, {}, "", "Version of the format that it declares."},
    {"serial", 10, {}, "", "Serial number or namespace of the document; absent where it has none."},
    {"valid", 0, {.derived = true}, "", "The document is valid against the schema of its declared version; unknown while it is not checked or the version is not known. Computed by checking."},
    {"errors", 17, {.derived = true}, "", "Where the document breaks its schema. Computed by checking."},
    {"subjects", 17, {}, "", "Image digests and ids that the document says it describes."},
    {"matches_subject", 0, {.derived = true}, "", "One of `subjects` is the judged image's. Computed by comparing."},
    {"time", 74, {}, "", "When the document was made, UTC; absent where it does not say."},
    {"authors", 17, {}, "", "Who made it: names, else addresses."},
    {"supplier", 10, {}, "", "Who supplies what it describes; absent where it does not say."},
    {"tools", 112, {}, "", "Tools that wrote it."},
    {"os", 86, {}, "", "Operating system that it lists; absent: it lists none."},
    {"packages", 88, {}, "", "The packages that it lists, each as it lists it."},
    {"file_count", 1, {.derived = true}, "", "Number of files that it lists. Computed by counting."},
    {"has_graph", 0, {.derived = true}, "", "It states dependencies. Computed: its graph has at least one entry."},
    {"is_connected", 0, {.derived = true}, "", "The root of its graph reaches every package of it. Computed by walking the graph."},
    {"declared_complete", 84, {.derived = true}, "", "The document calls its components complete (true) or incomplete (false); absent: it does not say. Computed from its compositions."},
    {"verified", 0, {.derived = true}, "attestations.statements", "It came as a verified attestation. Computed by verifying."},
    {"identity", 113, {}, "attestations.statements", "Who signed it; absent: unsigned."},
});

constexpr auto record_Scan = std::to_array<FieldRow>({
    {"document", 3, {.key = true, .derived = true}, "", "Name of the document. Computed: the name it was given under."},
    {"tool", 111, {}, "", "Tool that wrote it."},
    {"kinds", 115, {.derived = true}, "", "What it looked for. Computed from the classes of its results."},
    {"time", 74, {}, "", "When the report was made, UTC; absent where it does not say."},
    {"database_time", 74, {.part = true}, "", "When the scanner's vulnerability database was made, UTC; absent where the report could say and does not."},
    {"subjects", 17, {}, "", "Image digests and ids that the report names."},
    {"matches_subject", 0, {.derived = true}, "", "One of `subjects` is the judged image's. Computed by comparing."},
    {"os", 86, {}, "", "Operating system that the scanner found; absent: it found none."},
    {"os_supported", 0, {.derived = true}, "", "The scanner has advisories for that operating system's release. Computed: it gives results for its packages."},
    {"ecosystems", 116, {.derived = true}, "", "Package types that the scanner gives results for. Computed from its results."},
    {"all_layers", 0, {.derived = true}, "", "Every layer of the image was looked at, not the merged file system only. Computed from the options and the results."},
    {"packages", 88, {}, "", "The packages that the report names, each as it names it."},
    {"suppressed", 118, {}, "", "Findings that the tool itself suppressed; they never stand in `vulnerabilities`."},
});

constexpr auto record_Suppressed = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Id of the vulnerability."},
    {"package_id", 3, {.key = true, .derived = true}, "", "Id of the package, as in `Package.id`. Computed from the package that is named."},
    {"reason", 10, {}, "", "Why it was suppressed, as written; absent where the report does not say."},
    {"status", 119, {}, "", "VEX status that it was suppressed by; absent where none is stated."},
    {"source", 10, {}, "", "File or service that told the tool to; absent where the report does not say."},
});

constexpr auto record_Vulnerability = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Its CVE id where it has one, else the first id that a scan gives."},
    {"package_id", 3, {.key = true, .derived = true}, "", "Id of the affected package, as in `Package.id`, or the scan's text where no source lists it. Computed from the package that is named."},
    {"aliases", 17, {}, "", "Its other ids."},
    {"package", 103, {.derived = true}, "", "The affected package. Absent: the scan names a package that no source lists; unknown: it fits several. Computed by looking it up."},
    {"package_name", 3, {}, "", "Name of the affected package as the scan writes it."},
    {"installed", 7, {}, "", "Version of the affected package as the scan writes it."},
    {"severity", 28, {}, "", "The highest that a scan states; unknown where none does. The reports show the rest."},
    {"cvss", 120, {}, "", "CVSS base score, of the highest CVSS version that is there; absent where there is none."},
    {"scores", 122, {}, "", "Every CVSS score, by source and version."},
    {"cwes", 17, {}, "", "Weaknesses (`CWE-79`) that it is an instance of."},
    {"title", 10, {}, "", "Its title; absent where no scan gives one."},
    {"url", 10, {}, "", "Where to read more; absent where no scan says."},
    {"published", 4, {}, "", "When it was published, UTC; unknown where no scan says."},
    {"modified", 74, {}, "", "When its record last changed, UTC; absent where no scan says."},
    {"fix", 123, {}, "", "Whether a fixed version is there to be had: the best that a scan states."},
    {"fixed_in", 17, {}, "", "Versions that fix it, of all scans."},
    {"fixed_at", 74, {}, "feeds.fix_dates", "When the first fixing version came out, UTC; absent where nothing fixes it."},
    {"layer", 75, {}, "", "Layer that brought the affected package; absent where no scan names one."},
    {"from_base", 0, {.derived = true}, "image.lineage", "That layer belongs to a base. Computed from image.lineage."},
    {"path", 10, {}, "", "File that the affected package was found in; absent where the scan names none."},
    {"fixed_in_newest_base", 0, {.derived = true}, "image.lineage", "A base has it, and what that base's tag names now does not. Computed from image.lineage."},
    {"is_new", 0, {.derived = true}, "previous_release", "The previous release did not have it. Computed from previous_release."},
    {"known_exploited", 124, {}, "feeds.known_exploited", "Its entry in the catalogue of known exploited vulnerabilities; absent: the list was read and does not have it."},
    {"epss", 125, {}, "feeds.epss", "Its EPSS score; absent: the list was read and does not have it."},
    {"vex", 126, {.derived = true}, "", "The VEX statement that decides for this package and product (most specific, then newest). Absent: none that was supplied applies; never unknown for want of documents. Computed by matching products."},
    {"reports", 128, {}, "", "What each scan says of it."},
    {"missed_by", 17, {.derived = true}, "", "Tools that covered this ecosystem and did not report it. Computed from the scans."},
});

constexpr auto record_CvssScore = std::to_array<FieldRow>({
    {"source", 3, {.key = true}, "", "Who gives it (`nvd`, `redhat`, `ghsa` and so on)."},
    {"version", 3, {.key = true, .derived = true}, "", "Version of CVSS (`3.1`). Computed from the vector's prefix or the field's name."},
    {"vector", 3, {}, "", "The vector as written."},
    {"score", 2, {}, "", "The base score."},
});

constexpr auto record_KnownExploited = std::to_array<FieldRow>({
    {"added", 4, {}, "", "When it was added, UTC."},
    {"due", 74, {}, "", "When United States agencies must have mended it, UTC; absent where none is set."},
    {"ransomware", 84, {}, "", "It is known to be used by ransomware; absent where the catalogue does not say."},
});

constexpr auto record_Epss = std::to_array<FieldRow>({
    {"score", 2, {}, "", "Probability of exploitation within 30 days, 0 to 1."},
    {"percentile", 2, {}, "", "Share of vulnerabilities that score no higher, 0 to 1."},
    {"date", 4, {}, "", "Day of the score, UTC."},
});

constexpr auto record_Report = std::to_array<FieldRow>({
    {"scan", 99, {.key = true, .derived = true}, "", "The scan. Computed: the report that this row stands in."},
    {"severity", 28, {}, "", "The severity that it states; unknown where it states none."},
    {"severity_source", 10, {}, "", "Whose severity it took; absent where it does not say."},
    {"fix", 123, {}, "", "Whether it says that a fixed version is there."},
    {"fixed_in", 17, {}, "", "Versions that it says fix it."},
});

constexpr auto record_VexEffect = std::to_array<FieldRow>({
    {"status", 129, {.derived = true}, "", "Status of the deciding statement. Computed by choosing it."},
    {"justification", 130, {.derived = true}, "", "Justification of the deciding statement; absent where it gives none. Computed by choosing it."},
    {"statement", 131, {.derived = true}, "", "The deciding statement. Computed by choosing it."},
    {"contradicted", 0, {.derived = true}, "", "Another statement that applies as specifically says otherwise. Computed by comparing."},
});

constexpr auto record_VexStatement = std::to_array<FieldRow>({
    {"document", 3, {.key = true, .derived = true}, "", "Name of the document. Computed: the name it was given under."},
    {"vulnerability", 3, {.key = true}, "", "Id of the vulnerability."},
    {"product", 3, {.key = true}, "", "The product as written."},
    {"format", 132, {.derived = true}, "", "Format of the document. Computed by recognising it."},
    {"subcomponent", 10, {}, "", "The part of the product that is meant; absent where the statement names none."},
    {"product_id", 10, {.derived = true}, "", "Decoded id of the product, to be compared with Package.id or image.purl; absent where the text is no package URL. Computed by decoding."},
    {"applies", 0, {.derived = true}, "", "The product is this subject, or one of its packages. Computed by matching."},
    {"status", 129, {}, "", "What it says of the product."},
    {"justification", 130, {}, "", "Why the product is not affected; absent where it gives none."},
    {"impact", 10, {}, "", "What it says of the impact, or its detail; absent where it says nothing."},
    {"action", 10, {}, "", "What it says is to be done; absent where it says nothing."},
    {"time", 4, {}, "", "The statement's time, else the document's, UTC."},
    {"author", 10, {}, "", "Who makes the statement; absent where the document does not say."},
    {"superseded", 0, {.derived = true}, "", "A newer statement about the same vulnerability and product is there. Computed by comparing."},
    {"contradicted", 0, {.derived = true}, "", "A statement about the same vulnerability and product says otherwise. Computed by comparing."},
    {"verified", 0, {.derived = true}, "attestations.statements", "The document came signed, and the signature holds. Computed by verifying."},
    {"identity", 113, {}, "attestations.statements", "Who signed the document; absent: unsigned."},
});

constexpr auto record_ContainerImage = std::to_array<FieldRow>({
    {"reference", 43, {}, "", "Its name as the source writes it; absent where it names only an id."},
    {"digest", 10, {}, "", "Digest of its manifest; absent where this kind of source can state one and does not here."},
    {"id", 10, {}, "", "Docker's image id; absent where this kind of source can state one and does not here."},
    {"pull_policy", 133, {}, "", "When it is pulled; absent where not stated."},
    {"is_subject", 0, {.derived = true}, "", "Digest or id equals the subject's; unknown where only names agree. Computed by comparing."},
});

constexpr auto record_Namespace = std::to_array<FieldRow>({
    {"mode", 134, {}, "", "Whose namespace it is."},
    {"target", 10, {}, "", "Name or id of the network, namespace or container that is joined; absent for the other modes."},
});

constexpr auto record_Profile = std::to_array<FieldRow>({
    {"kind", 135, {}, "", "Which profile holds."},
    {"name", 10, {}, "", "Its name or path where it is `named`; absent otherwise."},
});

constexpr auto record_Selinux = std::to_array<FieldRow>({
    {"type", 10, {}, "", "Type of the label; absent where not set."},
    {"user", 10, {}, "", "User of the label; absent where not set."},
    {"role", 10, {}, "", "Role of the label; absent where not set."},
    {"level", 10, {}, "", "Level of the label; absent where not set."},
    {"disabled", 0, {}, "", "Separation is switched off (`label=disable`)."},
});

constexpr auto record_Capabilities = std::to_array<FieldRow>({
    {"add", 17, {.derived = true}, "", "Those that it adds; `ALL` is all. Computed: case and prefix are normalised."},
    {"drop", 17, {.derived = true}, "", "Those that it drops; `ALL` is all. Computed: case and prefix are normalised."},
});

constexpr auto record_Mount = std::to_array<FieldRow>({
    {"target", 3, {.key = true}, "", "Path in the container."},
    {"kind", 136, {}, "", "Kind of mount."},
    {"source", 10, {}, "", "Path, device or object that is mounted; absent where there is none."},
    {"volume", 10, {}, "", "Name of the volume; absent where it is no volume."},
    {"read_only", 0, {}, "", "It cannot be written."},
    {"propagation", 137, {}, "", "Its propagation; absent where not set."},
    {"options", 17, {}, "", "Its other options as written."},
    {"size", 70, {}, "", "Bytes that a tmpfs or empty directory may hold; absent: no limit."},
    {"sub_path", 10, {}, "", "Path within the volume; absent where not set."},
    {"is_runtime_socket", 0, {.derived = true}, "", "Its source is a socket of docker, containerd, cri-o or podman, or a directory above one. Computed from the path."},
    {"is_host", 0, {.derived = true}, "", "Its source is a path of the host. Computed from kind and source."},
    {"shared_with", 17, {.derived = true}, "", "Other containers of the given documents that mount the same volume or path. Computed by comparing."},
});

constexpr auto record_Device = std::to_array<FieldRow>({
    {"host_path", 3, {.key = true}, "", "Its path on the host."},
    {"container_path", 3, {}, "", "Its path in the container."},
    {"permissions", 3, {}, "", "Letters of what is allowed: r, w, m."},
});

constexpr auto record_PublishedPort = std::to_array<FieldRow>({
    {"container_port", 1, {.key = true}, "", "The port in the container, or the first of the range."},
    {"protocol", 14, {.key = true}, "", "Its protocol; tcp where none is written."},
    {"host_address", 10, {.key = true}, "", "Address of the host that it listens on; absent: all."},
    {"last", 1, {}, "", "Last port of the range in the container."},
    {"host_port", 13, {}, "", "Port of the host, or the first of the range; absent: the engine chooses."},
    {"host_last", 13, {}, "", "Last port of the range of the host; absent: the engine chooses."},
    {"is_bound", 0, {.derived = true}, "", "An address is named, and not all of them. Computed from the address."},
    {"is_loopback", 0, {.derived = true}, "", "The address is in 127/8 or is ::1. Computed from the address."},
    {"is_exposed", 0, {.derived = true}, "image.config", "The image exposes it. Computed by comparing with image.config."},
});

constexpr auto record_ContainerVariable = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"value", 10, {.sensitive = true}, "", "Its value; absent where it comes from an object that was not given; masked in every output."},
    {"source", 138, {}, "", "Where its value comes from."},
    {"object", 10, {}, "", "Name of the object or file that it comes from; absent where it is literal."},
    {"overrides_image", 0, {.derived = true}, "image.config", "The image sets it to another value. Computed by comparing with image.config."},
});

constexpr auto record_Resources = std::to_array<FieldRow>({
    {"memory", 70, {}, "", "Bytes of memory that it may use."},
    {"memory_reservation", 70, {}, "", "Bytes of memory it is held to when memory is short."},
    {"memory_swap", 70, {}, "", "Bytes of memory and swap that it may use."},
    {"memory_request", 70, {}, "", "Bytes of memory that the scheduler sets aside."},
    {"cpus", 120, {.derived = true}, "", "Processor cores that it may use. Computed from NanoCpus, quota and period, or millicores."},
    {"cpu_shares", 13, {}, "", "Relative weight of its processor time."},
    {"cpu_request", 120, {.derived = true}, "", "Processor cores that the scheduler sets aside. Computed from millicores."},
    {"pids", 13, {}, "", "Number of processes that it may have."},
    {"ephemeral_storage", 70, {}, "", "Bytes of local storage that it may use."},
    {"ephemeral_storage_request", 70, {}, "", "Bytes of local storage that the scheduler sets aside."},
    {"ulimits", 140, {}, "", "Its resource limits (setrlimit)."},
});

constexpr auto record_Ulimit = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name (`nofile`)."},
    {"soft", 13, {}, "", "The soft limit; absent: unlimited."},
    {"hard", 13, {}, "", "The hard limit; absent: unlimited."},
});

constexpr auto record_Probe = std::to_array<FieldRow>({
    {"role", 141, {.key = true}, "", "What it is for."},
    {"kind", 142, {}, "", "How it asks."},
    {"host", 10, {}, "", "Host that it asks; absent where not set."},
    {"port", 10, {}, "", "Port or name of the port that it asks; absent where not set."},
    {"path", 10, {}, "", "Path that it asks for; absent where not set."},
    {"exec", 19, {}, "", "Command that it runs; absent where it runs none."},
    {"period", 20, {}, "", "Time between two askings; absent where the default holds."},
});

constexpr auto record_Effective = std::to_array<FieldRow>({
    {"user", 21, {.derived = true}, "", "The user of its first process. Absent: nobody sets one, so root. Computed by merging."},
    {"run_as_non_root", 0, {.derived = true}, "", "The engine refuses to start it as root. Computed by merging."},
    {"groups", 143, {.derived = true}, "", "Numbers of its groups, the primary included. Computed by merging."},
    {"privileged", 0, {.derived = true}, "", "It is privileged. Computed by merging."},
    {"no_new_privileges", 0, {.derived = true}, "host.daemon", "Its processes cannot gain privileges; the daemon's setting where the container names none. Computed by merging."},
    {"read_only_root", 0, {.derived = true}, "", "Its root file system cannot be written. Computed by merging."},
    {"capabilities", 17, {.derived = true}, "", "The set that the first process may use before its user is considered: all if privileged, else default − drop + add. Computed by merging."},
    {"seccomp", 144, {.derived = true}, "host.daemon", "Its seccomp profile. Absent: neither container nor pod sets one, and the engine's default is not known. Computed by merging."},
    {"apparmor", 144, {.derived = true}, "host.daemon", "Its AppArmor profile. Absent: neither container nor pod sets one, and the engine's default is not known. Computed by merging."},
    {"selinux", 145, {.derived = true}, "host.daemon", "Its SELinux options. Absent: neither container nor pod sets any. Computed by merging."},
    {"command", 17, {.derived = true}, "", "ENTRYPOINT and CMD after overrides. Computed by merging."},
    {"replaces_entrypoint", 0, {.derived = true}, "image.config", "The image's entrypoint is replaced. Computed by comparing with image.config."},
    {"env", 23, {.derived = true}, "", "Its variables after image and overrides. Computed by merging."},
    {"healthcheck", 26, {.derived = true}, "", "Its healthcheck after overrides; absent: none. Computed by merging."},
    {"stop_signal", 10, {.derived = true}, "", "Its stop signal after overrides; absent: none is set. Computed by merging."},
    {"automount_token", 0, {.derived = true}, "", "A token of its service account is mounted. Computed by merging."},
    {"host_users", 0, {.derived = true}, "", "It shares the host's user namespace. Computed by merging."},
});

constexpr auto record_Container = std::to_array<FieldRow>({
    {"group", 3, {.key = true, .derived = true}, "", "Pod (`namespace/kind/name`), compose project, or the engine's name. Computed from what surrounds it."},
    {"name", 3, {.key = true}, "", "Its name."},
    {"origin", 146, {.derived = true}, "", "What kind of source describes it. Computed by recognising the document."},
    {"kind", 147, {.derived = true}, "", "What it is within its pod. Computed from the list that it stands in."},
    {"image", 148, {}, "", "The image that it names."},
    {"pod", 149, {.derived = true}, "", "Its pod; absent where it has none. Computed: the one that it stands in."},
    {"project", 150, {.derived = true}, "", "Its compose project; absent where it has none. Computed: the one that it stands in."},
    {"running", 0, {}, "", "It was running when the source was made."},
    {"labels", 12, {}, "", "Its labels by name."},
    {"annotations", 12, {}, "", "Its annotations by name."},
    {"entrypoint", 19, {}, "", "Its entrypoint; absent: not overridden. docker and podman inspect show the merged value."},
    {"arguments", 19, {}, "", "Its arguments; absent: not overridden. docker and podman inspect show the merged value."},
    {"user", 21, {}, "", "Its user; absent: not overridden. docker and podman inspect show the merged value."},
    {"run_as_group", 13, {}, "", "Number of its primary group; absent where not set."},
    {"workdir", 10, {}, "", "Its working directory; absent: not overridden. docker and podman inspect show the merged value."},
    {"stop_signal", 10, {}, "", "Its stop signal; absent: not overridden. docker and podman inspect show the merged value."},
    {"env", 152, {}, "", "Its variables. docker and podman inspect show the merged ones."},
    {"run_as_non_root", 84, {}, "", "It must not run as root; absent where not set."},
    {"supplementary_groups", 17, {}, "", "Its additional groups as written."},
    {"privileged", 0, {}, "", "It is privileged."},
    {"no_new_privileges", 84, {}, "", "Its processes cannot gain privileges; absent where not set."},
    {"read_only_root", 84, {}, "", "Its root file system cannot be written; absent where not set."},
    {"capabilities", 153, {}, "", "Capabilities that it adds and drops."},
    {"seccomp", 144, {}, "", "Its seccomp profile; absent where it names none."},
    {"apparmor", 144, {}, "", "Its AppArmor profile; absent where it names none."},
    {"selinux", 145, {}, "", "Its SELinux options; absent where it names none."},
    {"security_options", 17, {}, "", "Its security options as written."},
    {"has_security_context", 0, {}, "", "It has a security context of its own, even an empty one."},
    {"proc_masked", 0, {.derived = true}, "", "The masks over /proc are kept. Computed from docker's MaskedPaths, `systempaths=unconfined` or procMount."},
    {"proc_mount", 10, {}, "", "procMount as written; absent where not set."},
    {"network", 154, {}, "", "Its network namespace."},
    {"pid", 154, {}, "", "Its process namespace."},
    {"ipc", 154, {}, "", "Its IPC namespace."},
    {"uts", 154, {}, "", "Its UTS namespace."},
    {"user_namespace", 154, {}, "", "Its user namespace."},
    {"cgroup_namespace", 154, {}, "", "Its cgroup namespace."},
    {"networks", 17, {}, "", "Names of the networks that it is connected to."},
    {"cgroup_parent", 10, {}, "", "Cgroup that it is put under; absent where not set."},
    {"sysctls", 12, {}, "", "Its kernel settings by name."},
    {"mounts", 156, {}, "", "Its mounts."},
    {"devices", 158, {}, "", "Devices of the host that it gets."},
    {"device_rules", 17, {}, "", "Its device cgroup rules as written."},
    {"ports", 160, {}, "", "Ports that the host publishes."},
    {"publish_all", 0, {}, "", "Every exposed port is published."},
    {"resources", 161, {}, "", "Its limits and requests."},
    {"restart", 162, {}, "", "When the engine starts it again."},
    {"restart_limit", 13, {}, "", "How often at most; absent: no limit."},
    {"healthcheck", 26, {}, "", "Its healthcheck; absent: not overridden. docker and podman inspect show the merged value."},
    {"probes", 164, {}, "", "Its probes and lifecycle hooks."},
    {"host_aliases", 17, {}, "", "Its additional hosts as written."},
    {"host_process", 0, {}, "", "It is a Windows host process container."},
    {"effective", 165, {}, "", "What holds after pod, image and engine defaults."},
    {"uncovered_writes", 17, {.derived = true}, "image.config", "Paths that the image writes (image.config.volumes, and `changes` where supplied) that no writable mount covers. Computed by comparing."},
    {"changes", 167, {.part = true}, "", "`docker diff`: files that became different."},
    {"exec_events", 169, {.part = true}, "", "Commands that were started in it, from the engine's events."},
});

constexpr auto record_Change = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", "Its path."},
    {"kind", 170, {}, "", "What became of it."},
    {"executable", 0, {}, "", "It is a file that can be run."},
});

constexpr auto record_ExecEvent = std::to_array<FieldRow>({
    {"time", 4, {.key = true}, "", "When, UTC."},
    {"user", 21, {}, "", "As which user; absent where the event does not say."},
    {"privileged", 0, {}, "", "With all privileges."},
    {"command", 3, {}, "", "The command line as written."},
});

constexpr auto record_Pod = std::to_array<FieldRow>({
    {"namespace", 10, {.key = true}, "", "Its namespace; absent: chosen when it is applied."},
    {"kind", 3, {.key = true}, "", "Kind of object that holds it (`Deployment`)."},
    {"name", 3, {.key = true}, "", "Name of that object."},
    {"replicas", 13, {}, "", "How many are to run; absent where not set."},
    {"labels", 12, {}, "", "Its labels by name."},
    {"annotations", 12, {}, "", "Its annotations by name."},
    {"run_as_non_root", 84, {}, "", "Its containers must not run as root; absent where not set."},
    {"user", 21, {}, "", "User of its containers; absent where not set."},
    {"run_as_group", 13, {}, "", "Number of their primary group; absent where not set."},
    {"fs_group", 13, {}, "", "Number of the group that owns its volumes; absent where not set."},
    {"supplementary_groups", 17, {}, "", "Their additional groups as written."},
    {"seccomp", 144, {}, "", "Their seccomp profile; absent where not set."},
    {"apparmor", 144, {}, "", "Their AppArmor profile; absent where not set."},
    {"selinux", 145, {}, "", "Their SELinux options; absent where not set."},
    {"has_security_context", 0, {}, "", "It has a security context, even an empty one."},
    {"host_network", 0, {}, "", "It shares the host's network namespace."},
    {"host_pid", 0, {}, "", "It shares the host's process namespace."},
    {"host_ipc", 0, {}, "", "It shares the host's IPC namespace."},
    {"host_users", 84, {}, "", "It shares the host's user namespace; absent where not set (it does)."},
    {"share_process_namespace", 0, {}, "", "Its containers share one process namespace."},
    {"sysctls", 12, {}, "", "Its kernel settings by name."},
    {"service_account", 10, {}, "", "Its service account; absent: `default`."},
    {"automount_token", 84, {}, "", "A token of the service account is mounted; absent where not set (it is)."},
    {"host_aliases", 17, {}, "", "Its additional hosts as written."},
    {"host_process", 0, {}, "", "Its containers are Windows host processes."},
    {"os", 10, {}, "", "Operating system that it asks for; absent where not set."},
    {"runtime_class", 10, {}, "", "Its runtime class; absent where not set."},
    {"volumes", 172, {}, "", "Its volumes, those that no container mounts too."},
    {"containers", 17, {}, "", "Names of its containers."},
    {"exposed", 0, {.derived = true}, "", "A Service, an Ingress or a published port of the given documents reaches it from outside. Computed by selectors."},
});

constexpr auto record_Volume = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"kind", 136, {}, "", "What it is made from."},
    {"source", 10, {}, "", "Path or object that it is made from; absent where there is none."},
    {"read_only", 0, {}, "", "It cannot be written."},
});

constexpr auto record_Project = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"files", 17, {.derived = true}, "", "The files that make it up. Computed: the names they were given under."},
    {"services", 174, {}, "", "Its services."},
});

constexpr auto record_Service = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"profiles", 17, {}, "", "Profiles that it belongs to."},
    {"active", 0, {.derived = true}, "", "The chosen profiles start it. Computed."},
    {"image", 43, {}, "", "The image that it names; absent where it only builds one."},
    {"has_build", 0, {}, "", "It says how to build its image."},
    {"has_evidence", 0, {.derived = true}, "", "A document about its image was given. Computed by attachment."},
});

constexpr auto record_ConfigObject = std::to_array<FieldRow>({
    {"kind", 3, {.key = true}, "", "What it is."},
    {"namespace", 10, {.key = true}, "", "Its namespace; absent where not set."},
    {"name", 3, {.key = true}, "", "Its name."},
    {"keys", 17, {}, "", "Its keys."},
    {"values", 12, {.sensitive = true}, "", "Its values by key; masked in every output."},
    {"is_external", 0, {}, "", "It is not defined in the given documents."},
});

constexpr auto record_Signature = std::to_array<FieldRow>({
    {"subject", 3, {.key = true}, "", "Digest that it signs."},
    {"identity_text", 3, {.key = true, .derived = true}, "", "The signer in one line. Computed from the identity."},
    {"format", 175, {.derived = true}, "", "Its format. Computed by recognising it."},
    {"verified", 0, {.derived = true}, "", "The cryptography holds for this subject and the identity is known; whether we trust it is `identity.trusted`. Computed by verifying."},
    {"reason", 10, {.derived = true}, "", "Why it is not verified; absent where it is. Computed: the verifier's words."},
    {"verified_by", 10, {}, "", "The tool that states it as verified; absent: verified here."},
    {"identity", 113, {}, "", "Who signed; absent where nothing says."},
    {"time", 74, {}, "", "When it was signed, UTC; absent where nothing says."},
    {"time_source", 176, {}, "", "Who vouches for the time; absent where nobody does."},
    {"log", 177, {}, "", "Its entry in a transparency log; absent where it has none."},
    {"not_before", 74, {}, "", "When the certificate or key became valid, UTC; absent where no bound is set."},
    {"not_after", 74, {}, "", "When the certificate or key ceased to be valid, UTC; absent where no bound is set."},
    {"in_validity", 0, {.derived = true}, "", "The time falls in the validity, and the key was not revoked then. Computed by comparing."},
    {"covers_manifest", 0, {.derived = true}, "", "It names the manifest of the platform. Computed by comparing."},
    {"covers_index", 0, {.derived = true}, "", "It names the index. Computed by comparing."},
});

constexpr auto record_LogEntry = std::to_array<FieldRow>({
    {"log", 3, {}, "", "Id of the log."},
    {"index", 1, {}, "", "Number of the entry."},
    {"verified", 0, {.derived = true}, "", "The entry's proof holds. Computed by verifying."},
});

constexpr auto record_Statement = std::to_array<FieldRow>({
    {"predicate_digest", 3, {.key = true, .derived = true}, "", "sha256 of the predicate's bytes. Computed."},
    {"predicate_type", 3, {}, "", "URI of the predicate type."},
    {"subjects", 17, {}, "", "Digests that it speaks of, of every algorithm."},
    {"matches_subject", 0, {.derived = true}, "", "One of `subjects` is the judged image's. Computed by comparing."},
    {"covers_manifest", 0, {.derived = true}, "", "It names the manifest of the platform. Computed by comparing."},
    {"covers_index", 0, {.derived = true}, "", "It names the index. Computed by comparing."},
    {"verified", 0, {.derived = true}, "", "Its signature holds. Computed by verifying."},
    {"reason", 10, {.derived = true}, "", "Why it is not verified; absent where it is. Computed: the verifier's words."},
    {"identity", 113, {}, "", "Who signed; absent: unsigned."},
    {"time", 74, {}, "", "When it was signed, UTC; absent where nothing says."},
    {"is_known_type", 0, {.derived = true}, "", "The predicate type is one that we read. Computed by looking it up."},
});

constexpr auto record_Provenance = std::to_array<FieldRow>({
    {"statement", 178, {.key = true, .derived = true}, "", "The statement that it is the predicate of. Computed."},
    {"subjects", 17, {}, "", "Digests of what was built."},
    {"form", 179, {.derived = true}, "", "Which form of SLSA it has. Computed from the predicate type."},
    {"predicate_type", 3, {}, "", "URI of the predicate type."},
    {"build_type", 3, {}, "", "URI of the build type."},
    {"is_known_type", 0, {.derived = true}, "", "Predicate and build type are ones that we read. Computed by looking them up."},
    {"verified", 0, {.derived = true}, "", "Its signature holds. Computed by verifying."},
    {"identity", 113, {}, "", "Who signed; absent: unsigned."},
    {"builder", 3, {}, "", "Id of the builder."},
    {"builder_level", 13, {.derived = true}, "", "SLSA build level that trust.builders grants the builder; absent: none. Computed by looking it up."},
    {"builder_version", 10, {}, "", "Version of the builder; absent where not stated."},
    {"invocation", 10, {}, "", "Id of the build; absent where not stated."},
    {"started", 74, {}, "", "When the build began, UTC; absent where not stated."},
    {"finished", 74, {}, "", "When the build ended, UTC; absent where not stated."},
    {"external_parameters", 12, {.sensitive = true}, "", "Parameters from outside, by JSON pointer; masked in every output."},
    {"internal_parameters", 12, {.sensitive = true}, "", "Parameters that the builder set, by JSON pointer; masked in every output."},
    {"policies", 17, {}, "", "Build policies that the record says were applied."},
    {"source", 180, {.derived = true}, "", "The source that was built; absent where none is named. Computed: chosen among parameters and materials."},
    {"materials", 182, {}, "", "Everything that went into the build."},
    {"hermetic", 84, {}, "", "The record says that the build was hermetic; absent where it does not say."},
    {"reproducible", 84, {}, "", "The record says that the build can be repeated to the same bytes; absent where it does not say."},
    {"parameters_complete", 84, {}, "", "The record says that its parameters are complete; absent where it does not say."},
    {"environment_complete", 84, {}, "", "The record says that its environment is complete; absent where it does not say."},
    {"materials_complete", 84, {}, "", "The record says that its materials are complete; absent where it does not say."},
    {"is_privileged", 84, {}, "", "The record says that a step ran with privileges; absent where it does not say."},
    {"tasks", 184, {}, "", "Steps of the pipeline."},
    {"dockerfile_path", 10, {}, "", "Path of the Dockerfile; absent where not stated."},
    {"dockerfile_digest", 10, {}, "", "Digest of the Dockerfile; absent where not stated."},
});

constexpr auto record_Source = std::to_array<FieldRow>({
    {"uri", 3, {}, "", "Where it is."},
    {"digest", 10, {}, "", "Digest or commit of it; absent where not stated."},
    {"ref", 10, {}, "", "Branch or tag; absent where not stated."},
    {"path", 10, {}, "", "Path within it; absent where not stated."},
    {"is_commit", 0, {.derived = true}, "", "The digest is a git commit. Computed from its algorithm."},
});

constexpr auto record_Material = std::to_array<FieldRow>({
    {"uri", 3, {.key = true}, "", "Where it came from."},
    {"kind", 185, {.derived = true}, "", "What it is. Computed from the URI."},
    {"digests", 17, {}, "", "Its digests, of every algorithm."},
    {"image", 43, {.derived = true}, "", "The image that it is; absent where it is none. Computed from the URI."},
});

constexpr auto record_Task = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"reference", 10, {}, "", "Where its definition is; absent where not stated."},
    {"digest", 10, {}, "", "Digest of its definition; absent where not stated."},
    {"trusted", 0, {.derived = true}, "", "The trust file names its definition. Computed by looking it up."},
    {"image", 43, {}, "", "The image that it ran in; absent where not stated."},
    {"parameters", 12, {}, "", "Its parameters by name."},
    {"succeeded", 84, {}, "", "It ended well; absent where not stated."},
});

constexpr auto record_TestOutcome = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Name of the test."},
    {"result", 186, {}, "", "How it ended."},
    {"url", 10, {}, "", "Where its report is; absent where not stated."},
    {"subjects", 17, {}, "", "Digests that it was run on."},
    {"matches_subject", 0, {.derived = true}, "", "One of `subjects` is the judged image's. Computed by comparing."},
    {"verified", 0, {.derived = true}, "", "The attestation's signature holds. Computed by verifying."},
    {"time", 74, {}, "", "When it was run, UTC; absent where not stated."},
});

constexpr auto record_Summary = std::to_array<FieldRow>({
    {"verifier", 3, {.key = true}, "", "Id of the verifier."},
    {"time", 4, {.key = true}, "", "When it verified, UTC."},
    {"resource", 3, {}, "", "URI of what it verified."},
    {"policy", 3, {}, "", "URI of the policy that it applied."},
    {"policy_digest", 10, {}, "", "Digest of the policy; absent where not stated."},
    {"environment", 10, {}, "", "Where the resource was to run; absent where not stated."},
    {"passed", 0, {}, "", "The verification passed."},
    {"levels", 17, {}, "", "SLSA levels that it found."},
    {"inputs", 17, {}, "", "Digests of the attestations that it used."},
    {"matches_subject", 0, {.derived = true}, "", "It speaks of the judged image. Computed by comparing."},
    {"verified", 0, {.derived = true}, "", "The attestation's signature holds. Computed by verifying."},
});

constexpr auto record_SourceAttestation = std::to_array<FieldRow>({
    {"repository", 3, {.key = true}, "", "URI of the repository."},
    {"revision", 3, {.key = true}, "", "The commit."},
    {"level", 1, {}, "", "SLSA source level that it states."},
    {"verified", 0, {.derived = true}, "", "The attestation's signature holds. Computed by verifying."},
    {"identity", 113, {}, "", "Who signed; absent: unsigned."},
    {"branch_protected", 84, {}, "", "It says that the branch is protected; absent where it does not say."},
    {"reviewed", 84, {}, "", "It says that the commit was reviewed; absent where it does not say."},
});

constexpr auto record_SourceImage = std::to_array<FieldRow>({
    {"digest", 3, {.key = true}, "", "Digest of its manifest."},
    {"verified", 0, {.derived = true}, "", "Its signature holds. Computed by verifying."},
});

constexpr auto record_Reproduction = std::to_array<FieldRow>({
    {"builder", 3, {.key = true}, "", "Id of that builder."},
    {"digest", 3, {}, "", "Digest that it got."},
    {"matches_subject", 0, {.derived = true}, "", "It got the judged image's. Computed by comparing."},
    {"time", 74, {}, "", "When it was built, UTC; absent where not stated."},
    {"verified", 0, {.derived = true}, "", "The attestation's signature holds. Computed by verifying."},
});

constexpr auto record_Trust = std::to_array<FieldRow>({
    {"builders", 188, {}, "", "Builders, each with the level that it is granted."},
    {"identities", 190, {}, "", "Identities whose signatures count."},
    {"keys", 192, {}, "", "Keys whose signatures count."},
    {"roots", 194, {}, "", "Roots of trust for certificates and logs."},
    {"publishers", 17, {}, "", "Prefixes of image names whose publishers count."},
});

constexpr auto record_TrustedBuilder = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Its id."},
    {"level", 1, {}, "", "SLSA build level that it is granted."},
});

constexpr auto record_TrustedIdentity = std::to_array<FieldRow>({
    {"issuer", 3, {.key = true}, "", "Issuer of its certificates."},
    {"subject", 3, {.key = true}, "", "Name in its certificates."},
});

constexpr auto record_TrustedKey = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Its fingerprint."},
    {"not_before", 74, {}, "", "When it became valid, UTC; absent where no bound is set."},
    {"not_after", 74, {}, "", "When it ceases to be valid, UTC; absent where no bound is set."},
    {"revoked_at", 74, {}, "", "When it was revoked, UTC; absent: it was not."},
});

constexpr auto record_TrustRoot = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"expires", 74, {}, "", "When it expires, UTC; absent where no end is set."},
    {"updated", 74, {}, "", "When it was last fetched, UTC; absent where not stated."},
});

constexpr auto record_Reference = std::to_array<FieldRow>({
    {"role", 195, {.key = true, .derived = true}, "", "What it is to the subject. Computed from the place that names it."},
    {"image", 196, {.key = true}, "", "The name."},
    {"where", 3, {.derived = true}, "", "The place that names it. Computed."},
    {"in_image", 0, {.derived = true}, "", "What it names ends up in the image. Computed."},
});

constexpr auto record_Evidence = std::to_array<FieldRow>({
    {"kind", 197, {.key = true, .derived = true}, "", "Kind of document. Computed by recognising it."},
    {"document", 3, {.key = true, .derived = true}, "", "Name of the document. Computed: the name it was given under."},
    {"tool", 10, {}, "", "Tool that wrote it; absent where it names none."},
    {"time", 74, {}, "", "When it was made, UTC; absent where it does not say."},
    {"subject", 10, {}, "", "Digest that it names; absent where it names none."},
    {"matches_subject", 0, {.derived = true}, "", "That digest is the judged image's. Computed by comparing."},
    {"verified", 0, {.derived = true}, "", "It came signed, and the signature holds. Computed by verifying."},
    {"identity", 113, {}, "", "Who signed it; absent: unsigned."},
});

constexpr auto record_PreviousRelease = std::to_array<FieldRow>({
    {"reference", 43, {}, "", "Its name; absent where it has none."},
    {"digest", 10, {}, "", "Digest of its manifest; absent where not stated."},
    {"created", 74, {}, "", "When it was made, UTC; absent where not stated."},
    {"packages", 88, {}, "", "Its packages."},
    {"vulnerabilities", 17, {}, "", "Ids of the vulnerabilities that its documents list."},
    {"config", 42, {}, "", "Its configuration."},
    {"size", 70, {}, "", "Bytes as pulled; absent where not stated."},
});

constexpr auto record_SourceTree = std::to_array<FieldRow>({
    {"update_tools", 199, {}, "", "Tools set up to keep dependencies new."},
    {"manifests", 17, {.derived = true}, "", "Paths of package manifests. Computed: the files' names."},
    {"lock_files", 17, {.derived = true}, "", "Paths of lock files. Computed: the files' names."},
});

constexpr auto record_UpdateTool = std::to_array<FieldRow>({
    {"name", 3, {.key = true, .derived = true}, "", "Name of the tool. Computed from the file that sets it up."},
    {"path", 3, {.derived = true}, "", "File that sets it up. Computed: the name it was given under."},
    {"ecosystems", 17, {}, "", "Ecosystems that it is set up for."},
    {"covers_dockerfile", 0, {.derived = true}, "", "It is set up for this Dockerfile. Computed by comparing paths."},
});

constexpr auto record_Daemon = std::to_array<FieldRow>({
    {"rootless", 0, {}, "", "It runs without root."},
    {"icc", 84, {}, "", "Containers on the default bridge may talk to each other."},
    {"log_level", 10, {}, "", "How much it logs."},
    {"iptables", 84, {}, "", "It may change the packet filter."},
    {"insecure_registries", 17, {}, "", "Registries that it talks to without verified TLS."},
    {"registry_mirrors", 17, {}, "", "Mirrors that it asks first."},
    {"storage_driver", 10, {}, "", "Its storage driver."},
    {"storage_options", 12, {}, "", "Options of the storage driver, by name."},
    {"hosts", 17, {}, "", "Addresses that it listens on."},
    {"tls", 84, {}, "", "It listens with TLS."},
    {"tls_verify", 84, {}, "", "It listens with TLS and verifies clients."},
    {"default_ulimits", 140, {}, "", "Resource limits of containers that set none."},
    {"userns_remap", 10, {}, "", "User that container users are mapped to."},
    {"cgroup_parent", 10, {}, "", "Cgroup that containers are put under."},
    {"authorization_plugins", 17, {}, "", "Plugins that decide on requests."},
    {"log_driver", 10, {}, "", "Its log driver."},
    {"no_new_privileges", 84, {}, "", "Containers that set nothing cannot gain privileges."},
    {"live_restore", 84, {}, "", "Containers go on while it is down."},
    {"userland_proxy", 84, {}, "", "It forwards loopback traffic by a proxy process."},
    {"seccomp", 144, {}, "", "Its default seccomp profile."},
    {"experimental", 84, {}, "", "Experimental features are on."},
    {"content_trust", 84, {}, "", "It pulls signed images only."},
    {"root_directory", 10, {}, "", "Directory that holds its state."},
    {"security_options", 17, {}, "", "Security options that `docker info` lists."},
    {"warnings", 17, {}, "", "Warnings that `docker info` prints."},
});

constexpr auto record_Component = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Which piece it is."},
    {"version", 7, {}, "", "Its version."},
    {"text", 3, {}, "", "Its version as written."},
    {"released", 74, {}, "", "When that version was released, UTC; absent where not known."},
    {"newest", 15, {}, "", "The newest version; absent where not known."},
});

constexpr auto record_HostFile = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", "Its path."},
    {"owner", 3, {}, "", "Name of its owner."},
    {"group", 3, {}, "", "Name of its group."},
    {"uid", 1, {}, "", "Number of its owner."},
    {"gid", 1, {}, "", "Number of its group."},
    {"mode", 1, {}, "", "Permission bits, the low 12."},
    {"kind", 79, {}, "", "Kind of file."},
});

constexpr auto record_AuditRule = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", "Path that it watches."},
    {"permissions", 3, {}, "", "Kinds of access that it watches, in letters."},
    {"text", 3, {}, "", "The rule as written."},
});

constexpr auto record_HostGroup = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"members", 17, {}, "", "Names of its members."},
});

constexpr auto record_HostMount = std::to_array<FieldRow>({
    {"target", 3, {.key = true}, "", "Where it is mounted."},
    {"source", 3, {}, "", "What is mounted."},
    {"type", 3, {}, "", "Type of the file system."},
    {"options", 17, {}, "", "Its options."},
});

constexpr auto record_Swarm = std::to_array<FieldRow>({
    {"active", 0, {}, "", "The host is part of one."},
    {"managers", 1, {}, "", "Number of managers."},
    {"workers", 1, {}, "", "Number of workers."},
    {"autolock", 84, {}, "", "Managers need a key to start; absent where not stated."},
    {"certificate_expiry", 20, {}, "", "How long node certificates hold; absent where not stated."},
    {"listen_address", 10, {}, "", "Address that it is managed on; absent where not stated."},
    {"data_address", 10, {}, "", "Address of its data traffic; absent where not stated."},
    {"secrets", 1, {}, "", "Number of its secrets."},
    {"networks", 201, {}, "", "Its overlay networks."},
});

constexpr auto record_OverlayNetwork = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "Its name."},
    {"encrypted", 0, {}, "", "Its traffic is encrypted."},
});

constexpr auto record_HostImage = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Its id."},
    {"names", 17, {}, "", "Its names."},
    {"size", 6, {}, "", "Bytes that it takes."},
    {"containers", 1, {}, "", "Number of containers that use it."},
    {"created", 74, {}, "", "When it was made, UTC; absent where not stated."},
});

constexpr auto record_HostContainer = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Its id."},
    {"name", 3, {}, "", "Its name."},
    {"running", 0, {}, "", "It is running."},
    {"finished", 74, {}, "", "When it ended, UTC; absent while it runs."},
});

constexpr auto record_HardeningCheck = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", "Id of the check."},
    {"result", 186, {}, "", "How it ended."},
    {"text", 3, {}, "", "What the tool says."},
});

constexpr auto domain_run = std::to_array<FieldRow>({
    {"now", 4, {.part = true}, "", "Wall clock from the command line, or the caller's; unknown where a library's caller gives none."},
    {"environment", 10, {}, "", "Where the judged things are to run, in the caller's word (`production`); absent where the caller names none."},
    {"trust", 202, {.part = true}, "", "The builders, identities, keys and roots that the organisation trusts, from a JSON or YAML file of its own."},
});

constexpr auto domain_feeds = std::to_array<FieldRow>({
    {"epss", 203, {.part = true, .per_run = true}, "", "EPSS scores of vulnerabilities (FIRST)."},
    {"known_exploited", 203, {.part = true, .per_run = true}, "", "The catalogue of known exploited vulnerabilities (CISA KEV)."},
    {"fix_dates", 203, {.part = true, .per_run = true}, "", "OSV or distribution advisories with the dates of fixing versions."},
    {"end_of_life", 203, {.part = true, .per_run = true}, "", "endoflife.date records of products and releases."},
    {"registry", 203, {.part = true, .per_run = true}, "", "Metadata of package registries: releases, deprecation, archival."},
    {"tags", 203, {.part = true, .per_run = true}, "", "Listings of image tags with their digests over time."},
});

constexpr auto domain_subject = std::to_array<FieldRow>({
    {"subject_name", 3, {.derived = true}, "", "The image's normalised name, its digest, `build PATH` (as given, cleaned) or `document PATH`; unique in a run. Computed from what was attached."},
    {"packages", 205, {.part = true}, "", "One row per package, coalesced from all sightings of it."},
    {"vulnerabilities", 207, {.part = true}, "", "One row per package and vulnerability, however many scans report it."},
    {"sboms", 209, {.part = true}, "", "One row per SBOM document."},
    {"scans", 211, {.part = true}, "", "One row per scan report."},
    {"vex", 213, {.part = true}, "", "VEX statements: one row per vulnerability and product that a document speaks of."},
    {"references", 215, {}, "", "Every image name that the documents mention."},
    {"evidence", 217, {}, "", "Every document that speaks for the subject, with its date and signer."},
    {"previous_release", 218, {.part = true}, "", "The release of this image before this one, as the caller gave it."},
    {"source", 219, {.part = true}, "", "The source repository, as far as its files were given."},
});

constexpr auto domain_dockerfile = std::to_array<FieldRow>({
    {"path", 3, {.derived = true}, "", "Path of the file as given, cleaned. Computed: the name it was given under."},
    {"digest", 3, {.derived = true}, "", "sha256 of its bytes. Computed."},
    {"syntax", 10, {}, "", "Frontend named by `# syntax=`; absent where none is named."},
    {"escape", 3, {.derived = true}, "", "Escape character: `# escape=`, by default the backslash. Computed where nothing is written."},
    {"line_count", 1, {.derived = true}, "", "Number of its physical lines. Computed by counting."},
    {"errors", 221, {.derived = true}, "", "What BuildKit would refuse, each with its place; the rest of the file is still facts. Computed by the reader's checks."},
    {"empty_continuations", 143, {.derived = true}, "", "Numbers of the empty lines inside a continuation. Computed by counting."},
    {"comments", 223, {}, "", "Its comments, parser directives left out."},
    {"stages", 225, {}, "", "Its stages, in order of appearance."},
    {"final", 57, {.derived = true}, "", "The chosen target, else the last stage; unknown (unreadable) in a file without FROM. Computed by choosing."},
    {"global_arguments", 227, {}, "", "`ARG` before the first FROM."},
    {"instructions", 33, {}, "", "Every instruction of the file, in its order."},
    {"runs", 35, {}, "", "Every RUN of the file, in its order."},
    {"commands", 37, {}, "", "Every simple command of every RUN of the file, in its order."},
    {"copies", 39, {}, "", "Every COPY and ADD of the file, in its order."},
    {"variables", 41, {}, "", "Every ENV and stage ARG of the file, in its order."},
    {"labels", 229, {}, "", "Every label of every LABEL of the file, in its order."},
    {"exposes", 231, {}, "", "Every port of every EXPOSE of the file, in its order."},
    {"lint", 233, {.part = true}, "", "Results of ShellCheck over the RUN scripts, where the caller supplies them."},
    {"ignore", 234, {.part = true}, "", "`.dockerignore`; absent: the context was listed without one."},
    {"context", 17, {.part = true}, "", "Files of the build context, relative to it."},
});

constexpr auto domain_image = std::to_array<FieldRow>({
    {"digest", 3, {}, "", "Digest of its manifest, which a registry serves; unknown where the source does not state it."},
    {"id", 3, {}, "", "Digest of its configuration, Docker's image id; unknown where the source does not state it."},
    {"reference", 196, {}, "", "The name under judgement: the first that is given; unknown where the image has none."},
    {"references", 235, {}, "", "All names given; empty where the image has none."},
    {"purl", 10, {.derived = true}, "", "Its package URL (`pkg:oci/…`); absent where it has no name or digest. Computed from both."},
    {"platform", 236, {}, "", "Operating system and machine that it is for."},
    {"created", 74, {}, "", "When it was made, UTC; absent where not stated or the year 1."},
    {"author", 10, {}, "", "Who made it; absent where not stated."},
    {"config", 42, {.part = true}, "", "What a container started from it gets."},
    {"history", 238, {.part = true}, "", "The steps that made it, oldest first."},
    {"manifest", 239, {.part = true}, "", "Its manifest: sizes as pulled and unpacked, media types, annotations."},
    {"index", 240, {.part = true}, "", "The index that it is part of; absent: it is part of none."},
    {"layers", 242, {.part = true}, "", "Its layers, base first."},
    {"files", 90, {.part = true}, "", "The merged file system: whiteouts applied, hard links resolved."},
    {"users", 244, {.part = true}, "", "Accounts of /etc/passwd and /etc/shadow."},
    {"groups", 246, {.part = true}, "", "Groups of /etc/group."},
    {"installed", 88, {.part = true}, "", "Packages of the image's own databases and manifests only (dpkg, apk, rpm, site-packages, node_modules, jars, Go and Rust build info)."},
    {"databases", 248, {.part = true}, "", "The package databases that it holds."},
    {"package_sources", 250, {.part = true}, "", "The package repositories that its package managers are set to."},
    {"os", 86, {.part = true}, "", "The system of /etc/os-release; absent: it was read, and there is none."},
    {"lineage", 252, {.part = true, .derived = true}, "", "Its ancestors, nearest first; complete only where it ends in scratch or a declared root. Computed from layers, labels, provenance and Dockerfile."},
    {"secrets", 254, {.part = true}, "", "What secret scans of any tool found."},
    {"malware", 256, {.part = true}, "", "What malware scans of any tool found."},
    {"tag_history", 97, {}, "feeds.tags", "Digests that its tag names now and named before, newest first."},
});

constexpr auto domain_runtime = std::to_array<FieldRow>({
    {"containers", 258, {.part = true}, "", "Containers of this subject. Level subject."},
    {"pods", 260, {.part = true, .per_run = true}, "", "Pods and pod templates. Level run."},
    {"projects", 262, {.part = true, .per_run = true}, "", "Compose projects. Level run."},
    {"objects", 264, {.part = true, .per_run = true}, "", "ConfigMaps, Secrets and compose configs. Level run."},
});

constexpr auto domain_attestations = std::to_array<FieldRow>({
    {"signatures", 92, {.part = true}, "", "Signatures of the image."},
    {"statements", 266, {.part = true}, "", "In-toto statements about it, of any predicate type."},
    {"provenance", 94, {.part = true}, "", "SLSA provenance of it."},
    {"tests", 268, {.part = true}, "", "Outcomes of tests of it."},
    {"summaries", 270, {.part = true}, "", "SLSA verification summaries of it."},
    {"source", 272, {.part = true}, "", "Attestations of the source that it was built from."},
    {"source_images", 274, {.part = true}, "", "Images that hold its source code."},
    {"reproductions", 276, {.part = true}, "", "Builds by others that are to give the same image."},
});

constexpr auto domain_host = std::to_array<FieldRow>({
    {"daemon", 277, {.part = true, .per_run = true}, "", "The daemon's settings: daemon.json, its arguments and `docker info` merged."},
    {"versions", 279, {.part = true, .per_run = true}, "", "Versions of engine, containerd, runc, kernel and system."},
    {"files", 281, {.part = true, .per_run = true}, "", "Files of the host that benchmarks ask about."},
    {"audit", 283, {.part = true, .per_run = true}, "", "Rules of the audit daemon."},
    {"groups", 285, {.part = true, .per_run = true}, "", "Groups of the host that benchmarks ask about."},
    {"mounts", 287, {.part = true, .per_run = true}, "", "Mounts of the host."},
    {"swarm", 288, {.part = true, .per_run = true}, "", "The swarm that it is part of."},
    {"images", 290, {.part = true, .per_run = true}, "", "Images that the engine has."},
    {"containers", 292, {.part = true, .per_run = true}, "", "Containers that the engine has."},
    {"hardening", 294, {.part = true, .per_run = true}, "", "Results of a host benchmark tool."},
    {"env", 23, {.part = true, .per_run = true}, "", "Environment of the clients and the daemon (`DOCKER_CONTENT_TRUST`)."},
});

constexpr auto record_rows = std::to_array<RecordRow>({
    {"ImageReference", "An image reference by Docker's rules: docker.io and library/ filled in, no default tag invented.", record_ImageReference},
    {"Purl", "A package URL, decoded and folded by the rules of its type (purl-spec). Compare `Package.id`, not this.", record_Purl},
    {"Platform", "Operating system and machine that an image is for, in OCI's words.", record_Platform},
    {"User", "A user as written (`name[:group]`, `uid[:gid]`) and as resolved through the image's account files.", record_User},
    {"EnvVariable", "A variable of an image, a Dockerfile or a command prefix; a later definition of a name wins.", record_EnvVariable},
    {"Port", "A port, or a range of ports, that an image exposes.", record_Port},
    {"Identity", "Who signed: a Fulcio certificate's name and issuer, an x509 subject, or a key.", record_Identity},
    {"Tool", "A tool that wrote a document.", record_Tool},
    {"Executable", "The file that a command line starts, found by PATH lookup in the merged file system.", record_Executable},
    {"Exec", "A command line of an image or a container.", record_Exec},
    {"Healthcheck", "How an engine asks whether a container is healthy.", record_Healthcheck},
    {"ImageConfig", "What a container started from this image gets: OCI or Docker image configuration, or the effect of a Dockerfile stage.", record_ImageConfig},
    {"Feed", "One body of data about the world.", record_Feed},
    {"ParseError", "Something that BuildKit would refuse.", record_ParseError},
    {"ShellFinding", "A result of ShellCheck.", record_ShellFinding},
    {"Comment", "A comment that is no parser directive.", record_Comment},
    {"InlineIgnore", "What a comment tells a tool to ignore.", record_InlineIgnore},
    {"IgnoreFile", "A `.dockerignore`.", record_IgnoreFile},
    {"GlobalArgument", "An `ARG` before the first FROM: seen by FROM lines only, until a stage declares it again.", record_GlobalArgument},
    {"Stage", "A stage of the build.", record_Stage},
    {"StageBase", "What a stage is built from: an image, an earlier stage, or scratch.", record_StageBase},
    {"Flag", "An option of an instruction or a command.", record_Flag},
    {"Heredoc", "A heredoc of an instruction.", record_Heredoc},
    {"VariableUse", "A variable that an instruction uses.", record_VariableUse},
    {"Instruction", "An instruction of the Dockerfile.", record_Instruction},
    {"Run", "A RUN.", record_Run},
    {"RunMount", "A `--mount` of a RUN.", record_RunMount},
    {"Command", "A simple command of a RUN, after quoting, `env`, `sudo`, `sh -c`, `exec` and `xargs` are peeled off.", record_Command},
    {"Redirect", "A redirection of a command.", record_Redirect},
    {"InstallTarget", "Something that an install command names.", record_InstallTarget},
    {"Copy", "A COPY or an ADD.", record_Copy},
    {"CopySource", "A source of a COPY or an ADD.", record_CopySource},
    {"Variable", "An ENV, or an ARG of a stage.", record_Variable},
    {"LabelEntry", "A label of a LABEL.", record_LabelEntry},
    {"Expose", "A port of an EXPOSE.", record_Expose},
    {"Manifest", "An image's manifest.", record_Manifest},
    {"ImageIndex", "An index: a list of manifests, one per platform.", record_ImageIndex},
    {"IndexEntry", "An entry of an index.", record_IndexEntry},
    {"HistoryStep", "A step of an image's history. Build arguments leak here.", record_HistoryStep},
    {"Layer", "A layer of an image.", record_Layer},
    {"LayerEntry", "A file as one layer brings it, before merging.", record_LayerEntry},
    {"File", "A file of the merged file system.", record_File},
    {"ContentMatch", "A place in a file that a content pattern matches.", record_ContentMatch},
    {"Account", "An account of /etc/passwd and /etc/shadow.", record_Account},
    {"AccountGroup", "A group of /etc/group.", record_AccountGroup},
    {"PackageDatabase", "A package database in the image.", record_PackageDatabase},
    {"PackageRepository", "A package repository that a package manager of the image is set to.", record_PackageRepository},
    {"OperatingSystem", "A distribution's release, as os-release or a document names it.", record_OperatingSystem},
    {"Base", "One ancestor of an image. Where FROM, a label or provenance only name it, all but `reference`, `digest` and `source` stays `not_supplied(image.lineage)`.", record_Base},
    {"NewestBase", "What the tag of a base names now.", record_NewestBase},
    {"TagEvent", "A digest that a tag names or named.", record_TagEvent},
    {"TagSupport", "Whether the publisher of a tag still supports it.", record_TagSupport},
    {"SecretMatch", "A secret that a scan found.", record_SecretMatch},
    {"MalwareMatch", "Malware that a scan found.", record_MalwareMatch},
    {"Sighting", "A package as one source lists it. Where sources disagree, their sightings still show it.", record_Sighting},
    {"Origin", "A source that saw a package.", record_Origin},
    {"Package", "A package that the subject has: the sightings of equal `id`, each cell from the first of image database, SBOM and scan that knows it.", record_Package},
    {"PackageSource", "Where a package came from.", record_PackageSource},
    {"PackageSignature", "The signature that a package was installed under.", record_PackageSignature},
    {"RegistryRecord", "What a registry says of a package.", record_RegistryRecord},
    {"Sbom", "One SBOM document.", record_Sbom},
    {"Scan", "One report of a scanner.", record_Scan},
    {"Suppressed", "A finding that a scanner itself suppressed: a tool's ignore list is no evidence.", record_Suppressed},
    {"Vulnerability", "One vulnerability of one package, however many scans report it; aliases are united.", record_Vulnerability},
    {"CvssScore", "A CVSS score that one source gives.", record_CvssScore},
    {"KnownExploited", "An entry of the catalogue of known exploited vulnerabilities.", record_KnownExploited},
    {"Epss", "An exploit prediction score.", record_Epss},
    {"Report", "What one scan says of a vulnerability of a package.", record_Report},
    {"VexEffect", "What VEX decides for one vulnerability of one package.", record_VexEffect},
    {"VexStatement", "What a VEX document says of one vulnerability and one product.", record_VexStatement},
    {"ContainerImage", "The image that a container names.", record_ContainerImage},
    {"Namespace", "A namespace of a container.", record_Namespace},
    {"Profile", "A security profile (seccomp, AppArmor).", record_Profile},
    {"Selinux", "SELinux options of a container.", record_Selinux},
    {"Capabilities", "Capabilities that a container adds and drops, upper case without `CAP_`.", record_Capabilities},
    {"Mount", "A mount of a container.", record_Mount},
    {"Device", "A device of the host that a container gets.", record_Device},
    {"PublishedPort", "A port of a container that the host publishes.", record_PublishedPort},
    {"ContainerVariable", "A variable of a container.", record_ContainerVariable},
    {"Resources", "Limits and requests of a container; each is absent where it is not set.", record_Resources},
    {"Ulimit", "A resource limit (setrlimit).", record_Ulimit},
    {"Probe", "A probe or a lifecycle hook.", record_Probe},
    {"Effective", "What holds after pod, image and engine defaults: container, else pod, else image.", record_Effective},
    {"Container", "A container as its source describes it; `effective` is what results.", record_Container},
    {"Change", "A file that became different in a running container.", record_Change},
    {"ExecEvent", "A command that was started in a running container.", record_ExecEvent},
    {"Pod", "A pod or a pod template.", record_Pod},
    {"Volume", "A volume of a pod.", record_Volume},
    {"Project", "A compose project after includes, overrides, `extends` and profiles.", record_Project},
    {"Service", "A service of a compose project.", record_Service},
    {"ConfigObject", "A ConfigMap, a Secret, or a compose config or secret.", record_ConfigObject},
    {"Signature", "A signature of an image.", record_Signature},
    {"LogEntry", "An entry in a transparency log.", record_LogEntry},
    {"Statement", "An in-toto statement of any predicate type.", record_Statement},
    {"Provenance", "SLSA v0.1, v0.2 and v1 (`v1.0` and `v1-rc1` as written in the wild too) in one shape.", record_Provenance},
    {"Source", "Source code that was built.", record_Source},
    {"Material", "Something that went into a build.", record_Material},
    {"Task", "A step of a pipeline.", record_Task},
    {"TestOutcome", "The outcome of a test.", record_TestOutcome},
    {"Summary", "A SLSA verification summary.", record_Summary},
    {"SourceAttestation", "A SLSA source attestation.", record_SourceAttestation},
    {"SourceImage", "An image that holds the source code of the subject.", record_SourceImage},
    {"Reproduction", "A build by somebody else that is to give the same image.", record_Reproduction},
    {"Trust", "What the organisation trusts.", record_Trust},
    {"TrustedBuilder", "A builder that the organisation trusts.", record_TrustedBuilder},
    {"TrustedIdentity", "An identity that the organisation trusts.", record_TrustedIdentity},
    {"TrustedKey", "A key that the organisation trusts.", record_TrustedKey},
    {"TrustRoot", "A root of trust.", record_TrustRoot},
    {"Reference", "An image that Dockerfile, compose, pods or provenance name.", record_Reference},
    {"Evidence", "A document that speaks for the subject.", record_Evidence},
    {"PreviousRelease", "An earlier release of this image, from facts that the caller gave (`--previous FILE…`).", record_PreviousRelease},
    {"SourceTree", "The source repository, as far as its files were given.", record_SourceTree},
    {"UpdateTool", "A tool that keeps dependencies new.", record_UpdateTool},
    {"Daemon", "Settings of the container engine's daemon. Absent: not set, so the daemon's default holds.", record_Daemon},
    {"Component", "A piece of software of the host: engine, containerd, runc, kernel, os.", record_Component},
    {"HostFile", "A file of the host that exists; the list is complete where the collector looked at all that it was asked for.", record_HostFile},
    {"AuditRule", "A rule of the audit daemon.", record_AuditRule},
    {"HostGroup", "A group of the host.", record_HostGroup},
    {"HostMount", "A mount of the host.", record_HostMount},
    {"Swarm", "The swarm that a host is part of.", record_Swarm},
    {"OverlayNetwork", "An overlay network of a swarm.", record_OverlayNetwork},
    {"HostImage", "An image that the engine has.", record_HostImage},
    {"HostContainer", "A container that the engine has.", record_HostContainer},
    {"HardeningCheck", "A result of a host benchmark tool.", record_HardeningCheck},
});

constexpr auto domain_rows = std::to_array<RecordRow>({
    {"run", "What holds for a whole run, whatever it judges. Level run.", domain_run},
    {"feeds", "Data about the world that the caller supplies. They fill cells of the subjects' rows, which are unknown (`not_supplied(feeds.x)`) without them unless a document of the subject states the cell. Level run.", domain_feeds},
    {"subject", "What is judged, with everything known of it; written bare. Level subject.", domain_subject},
    {"dockerfile", "The Dockerfile, parsed as BuildKit parses it. Where no image was given, the final stage's `config` is `image.config`.", domain_dockerfile},
    {"image", "The image: OCI image-spec 1.1, Docker image configuration, `docker image inspect`, archives.", domain_image},
    {"runtime", "Containers as they run or are to run, and what surrounds them.", domain_runtime},
    {"attestations", "Signatures and signed statements about the image: verified here, or stated as verified by cosign or another tool (`verified_by`).", domain_attestations},
    {"host", "The host and its container engine. Level run.", domain_host},
});

}  // namespace

std::span<const TypeRow> types() { return type_rows; }
std::span<const EnumRow> enums() { return enum_rows; }
std::span<const RecordRow> records() { return record_rows; }
std::span<const RecordRow> domains() { return domain_rows; }

}  // namespace scantling::generated
