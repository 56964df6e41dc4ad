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
    {TypeKind::record, false, 41, 0, 0},
    {TypeKind::list, false, 0, 0, 87},
    {TypeKind::record, false, 91, 0, 0},
    {TypeKind::list, false, 0, 0, 89},
    {TypeKind::record, false, 94, 0, 0},
    {TypeKind::list, false, 0, 0, 91},
    {TypeKind::record, true, 49, 0, 0},
    {TypeKind::record, false, 50, 0, 0},
    {TypeKind::list, false, 0, 0, 94},
    {TypeKind::record, true, 51, 0, 0},
    {TypeKind::reference, false, 61, 0, 0},
    {TypeKind::record, true, 1, 0, 0},
    {TypeKind::enumeration, false, 16, 0, 0},
    {TypeKind::record, false, 55, 0, 0},
    {TypeKind::enumeration, false, 19, 0, 0},
    {TypeKind::list, false, 0, 0, 100},
    {TypeKind::enumeration, false, 17, 0, 0},
    {TypeKind::record, true, 57, 0, 0},
    {TypeKind::record, true, 58, 0, 0},
    {TypeKind::record, true, 59, 0, 0},
    {TypeKind::enumeration, false, 18, 0, 0},
    {TypeKind::record, false, 7, 0, 0},
    {TypeKind::list, false, 0, 0, 108},
    {TypeKind::record, true, 6, 0, 0},
    {TypeKind::enumeration, false, 20, 0, 0},
    {TypeKind::list, false, 0, 0, 111},
    {TypeKind::list, false, 0, 0, 11},
    {TypeKind::record, false, 62, 0, 0},
    {TypeKind::list, false, 0, 0, 114},
    {TypeKind::enumeration, true, 22, 0, 0},
    {TypeKind::decimal, true, 0, 0, 0},
    {TypeKind::record, false, 64, 0, 0},
    {TypeKind::list, false, 0, 0, 118},
    {TypeKind::enumeration, false, 21, 0, 0},
    {TypeKind::record, true, 65, 0, 0},
    {TypeKind::record, true, 66, 0, 0},
    {TypeKind::record, true, 68, 0, 0},
    {TypeKind::record, false, 67, 0, 0},
    {TypeKind::list, false, 0, 0, 124},
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
    {TypeKind::list, false, 0, 0, 136},
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
    {TypeKind::list, false, 0, 0, 148},
    {TypeKind::record, false, 74, 0, 0},
    {TypeKind::record, false, 71, 0, 0},
    {TypeKind::record, false, 75, 0, 0},
    {TypeKind::list, false, 0, 0, 152},
    {TypeKind::record, false, 76, 0, 0},
    {TypeKind::list, false, 0, 0, 154},
    {TypeKind::record, false, 77, 0, 0},
    {TypeKind::list, false, 0, 0, 156},
    {TypeKind::record, false, 79, 0, 0},
    {TypeKind::enumeration, false, 33, 0, 0},
    {TypeKind::record, false, 81, 0, 0},
    {TypeKind::list, false, 0, 0, 160},
    {TypeKind::record, false, 82, 0, 0},
    {TypeKind::record, false, 84, 0, 0},
    {TypeKind::list, false, 0, 0, 163},
    {TypeKind::record, false, 85, 0, 0},
    {TypeKind::list, false, 0, 0, 165},
    {TypeKind::enumeration, false, 36, 0, 0},
    {TypeKind::record, false, 87, 0, 0},
    {TypeKind::list, false, 0, 0, 168},
    {TypeKind::record, false, 89, 0, 0},
    {TypeKind::list, false, 0, 0, 170},
    {TypeKind::enumeration, false, 37, 0, 0},
    {TypeKind::enumeration, true, 38, 0, 0},
    {TypeKind::record, true, 92, 0, 0},
    {TypeKind::reference, false, 93, 0, 0},
    {TypeKind::enumeration, false, 41, 0, 0},
    {TypeKind::record, true, 95, 0, 0},
    {TypeKind::record, false, 96, 0, 0},
    {TypeKind::list, false, 0, 0, 178},
    {TypeKind::record, false, 97, 0, 0},
    {TypeKind::list, false, 0, 0, 180},
    {TypeKind::enumeration, false, 39, 0, 0},
    {TypeKind::enumeration, false, 40, 0, 0},
    {TypeKind::record, false, 104, 0, 0},
    {TypeKind::list, false, 0, 0, 184},
    {TypeKind::record, false, 105, 0, 0},
    {TypeKind::list, false, 0, 0, 186},
    {TypeKind::record, false, 106, 0, 0},
    {TypeKind::list, false, 0, 0, 188},
    {TypeKind::record, false, 107, 0, 0},
    {TypeKind::list, false, 0, 0, 190},
    {TypeKind::enumeration, false, 42, 0, 0},
    {TypeKind::record, false, 0, 0, 0},
    {TypeKind::enumeration, false, 43, 0, 0},
    {TypeKind::record, false, 112, 0, 0},
    {TypeKind::list, false, 0, 0, 195},
    {TypeKind::record, false, 120, 0, 0},
    {TypeKind::list, false, 0, 0, 197},
    {TypeKind::record, false, 103, 0, 0},
    {TypeKind::record, false, 12, 0, 0},
    {TypeKind::record, false, 56, 0, 0},
    {TypeKind::list, false, 0, 0, 201},
    {TypeKind::record, false, 63, 0, 0},
    {TypeKind::list, false, 0, 0, 203},
    {TypeKind::record, false, 60, 0, 0},
    {TypeKind::list, false, 0, 0, 205},
    {TypeKind::record, false, 61, 0, 0},
    {TypeKind::list, false, 0, 0, 207},
    {TypeKind::record, false, 69, 0, 0},
    {TypeKind::list, false, 0, 0, 209},
    {TypeKind::record, false, 108, 0, 0},
    {TypeKind::list, false, 0, 0, 211},
    {TypeKind::record, false, 109, 0, 0},
    {TypeKind::list, false, 0, 0, 213},
    {TypeKind::record, false, 110, 0, 0},
    {TypeKind::record, false, 111, 0, 0},
    {TypeKind::record, false, 13, 0, 0},
    {TypeKind::list, false, 0, 0, 217},
    {TypeKind::record, false, 15, 0, 0},
    {TypeKind::list, false, 0, 0, 219},
    {TypeKind::record, false, 19, 0, 0},
    {TypeKind::list, false, 0, 0, 221},
    {TypeKind::record, false, 18, 0, 0},
    {TypeKind::list, false, 0, 0, 223},
    {TypeKind::record, false, 33, 0, 0},
    {TypeKind::list, false, 0, 0, 225},
    {TypeKind::record, false, 34, 0, 0},
    {TypeKind::list, false, 0, 0, 227},
    {TypeKind::record, false, 14, 0, 0},
    {TypeKind::list, false, 0, 0, 229},
    {TypeKind::record, true, 17, 0, 0},
    {TypeKind::list, false, 0, 0, 193},
    {TypeKind::record, false, 2, 0, 0},
    {TypeKind::record, false, 38, 0, 0},
    {TypeKind::list, false, 0, 0, 234},
    {TypeKind::record, false, 35, 0, 0},
    {TypeKind::record, true, 36, 0, 0},
    {TypeKind::record, false, 39, 0, 0},
    {TypeKind::list, false, 0, 0, 238},
    {TypeKind::record, false, 43, 0, 0},
    {TypeKind::list, false, 0, 0, 240},
    {TypeKind::record, false, 44, 0, 0},
    {TypeKind::list, false, 0, 0, 242},
    {TypeKind::record, false, 54, 0, 0},
    {TypeKind::list, false, 0, 0, 244},
    {TypeKind::record, false, 45, 0, 0},
    {TypeKind::list, false, 0, 0, 246},
    {TypeKind::record, false, 46, 0, 0},
    {TypeKind::list, false, 0, 0, 248},
    {TypeKind::record, false, 48, 0, 0},
    {TypeKind::list, false, 0, 0, 250},
    {TypeKind::record, false, 52, 0, 0},
    {TypeKind::list, false, 0, 0, 252},
    {TypeKind::record, false, 53, 0, 0},
    {TypeKind::list, false, 0, 0, 254},
    {TypeKind::record, false, 83, 0, 0},
    {TypeKind::list, false, 0, 0, 256},
    {TypeKind::record, false, 86, 0, 0},
    {TypeKind::list, false, 0, 0, 258},
    {TypeKind::record, false, 88, 0, 0},
    {TypeKind::list, false, 0, 0, 260},
    {TypeKind::record, false, 90, 0, 0},
    {TypeKind::list, false, 0, 0, 262},
    {TypeKind::record, false, 93, 0, 0},
    {TypeKind::list, false, 0, 0, 264},
    {TypeKind::record, false, 98, 0, 0},
    {TypeKind::list, false, 0, 0, 266},
    {TypeKind::record, false, 99, 0, 0},
    {TypeKind::list, false, 0, 0, 268},
    {TypeKind::record, false, 100, 0, 0},
    {TypeKind::list, false, 0, 0, 270},
    {TypeKind::record, false, 101, 0, 0},
    {TypeKind::list, false, 0, 0, 272},
    {TypeKind::record, false, 102, 0, 0},
    {TypeKind::list, false, 0, 0, 274},
    {TypeKind::record, false, 113, 0, 0},
    {TypeKind::record, false, 114, 0, 0},
    {TypeKind::list, false, 0, 0, 277},
    {TypeKind::record, false, 115, 0, 0},
    {TypeKind::list, false, 0, 0, 279},
    {TypeKind::record, false, 116, 0, 0},
    {TypeKind::list, false, 0, 0, 281},
    {TypeKind::record, false, 117, 0, 0},
    {TypeKind::list, false, 0, 0, 283},
    {TypeKind::record, false, 118, 0, 0},
    {TypeKind::list, false, 0, 0, 285},
    {TypeKind::record, false, 119, 0, 0},
    {TypeKind::record, false, 121, 0, 0},
    {TypeKind::list, false, 0, 0, 288},
    {TypeKind::record, false, 122, 0, 0},
    {TypeKind::list, false, 0, 0, 290},
    {TypeKind::record, false, 123, 0, 0},
    {TypeKind::list, false, 0, 0, 292},
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
    {"Severity", "CVSS words; `negligible` and lint `style` are info; a scanner's UNKNOWN is the state unknown.", true, enum_Severity},
    {"Protocol", "", false, enum_Protocol},
    {"Form", "How a command line was given: JSON array, or a text for a shell.", false, enum_Form},
    {"PackageType", "", false, enum_PackageType},
    {"Ecosystem", "Which comparison a version has: deb, rpm, apk, pypi, maven, gem, golang, nuget by their own; npm cargo composer hex pub swift conan julia … semver; others generic.", false, enum_Ecosystem},
    {"Weekday", "Which comparison a version has: deb, rpm, apk, pypi, maven, gem, golang, nuget by their own; npm cargo composer hex pub swift conan julia … semver; others generic.", false, enum_Weekday},
    {"Keyword", "", false, enum_Keyword},
    {"ListOperator", "How a command follows the one before it: `&&`, `||`, `;` or line end, `&`. Pipes are `pipes_into`.", false, enum_ListOperator},
    {"RedirectKind", "", false, enum_RedirectKind},
    {"RunMountKind", "", false, enum_RunMountKind},
    {"CopySourceKind", "", false, enum_CopySourceKind},
    {"FileKind", "", false, enum_FileKind},
    {"Content", "", false, enum_Content},
    {"PasswordState", "", false, enum_PasswordState},
    {"LineageSource", "", false, enum_LineageSource},
    {"IndexRole", "", false, enum_IndexRole},
    {"Scope", "", false, enum_Scope},
    {"Use", "entrypoint owns the started executable; loaded: opened, linked or imported from it; reachable: by the dependency graph only.", false, enum_Use},
    {"SbomFormat", "", false, enum_SbomFormat},
    {"OriginKind", "", false, enum_OriginKind},
    {"ScanKind", "", false, enum_ScanKind},
    {"FixState", "", false, enum_FixState},
    {"VexStatus", "", false, enum_VexStatus},
    {"VexJustification", "", false, enum_VexJustification},
    {"VexFormat", "", false, enum_VexFormat},
    {"RuntimeOrigin", "", false, enum_RuntimeOrigin},
    {"ContainerKind", "", false, enum_ContainerKind},
    {"PullPolicy", "", false, enum_PullPolicy},
    {"NamespaceMode", "docker's network `none` is isolated; `named` a network or namespace by name, in `target`; `container` joins another's.", false, enum_NamespaceMode},
    {"MountKind", "", false, enum_MountKind},
    {"Propagation", "", false, enum_Propagation},
    {"ProfileKind", "", false, enum_ProfileKind},
    {"ValueSource", "", false, enum_ValueSource},
    {"RestartPolicy", "", false, enum_RestartPolicy},
    {"ProbeKind", "", false, enum_ProbeKind},
    {"ProbeRole", "", false, enum_ProbeRole},
    {"ChangeKind", "", false, enum_ChangeKind},
    {"SignatureFormat", "", false, enum_SignatureFormat},
    {"TimeSource", "", false, enum_TimeSource},
    {"MaterialKind", "", false, enum_MaterialKind},
    {"TestResult", "", false, enum_TestResult},
    {"SlsaForm", "", false, enum_SlsaForm},
    {"ReferenceRole", "", false, enum_ReferenceRole},
    {"EvidenceKind", "", false, enum_EvidenceKind},
});

constexpr auto record_ImageReference = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", "As written."},
    {"name", 3, {}, "", "`name` is registry/repository without tag or digest; registry may carry a port."},
    {"registry", 3, {}, "", ""},
    {"repository", 3, {}, "", ""},
    {"tag", 10, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"is_latest", 0, {}, "", "Absent where not written: `debian` has no tag (it means latest, which `is_latest` says)."},
});

constexpr auto record_Purl = std::to_array<FieldRow>({
    {"text", 3, {}, "", ""},
    {"type", 11, {}, "", ""},
    {"namespace", 10, {}, "", ""},
    {"name", 3, {}, "", ""},
    {"version", 10, {}, "", ""},
    {"qualifiers", 12, {}, "", ""},
    {"subpath", 10, {}, "", ""},
});

constexpr auto record_Platform = std::to_array<FieldRow>({
    {"os", 3, {}, "", ""},
    {"architecture", 3, {}, "", ""},
    {"variant", 10, {}, "", ""},
});

constexpr auto record_User = std::to_array<FieldRow>({
    {"text", 3, {}, "", "As written."},
    {"is_numeric", 0, {}, "", "`is_numeric`: the user part is a number, so an orchestrator can verify it."},
    {"name", 10, {}, "", "Absent where not written and not resolvable; a name's uid is unknown while image.users is not supplied."},
    {"uid", 13, {}, "image.users", ""},
    {"gid", 13, {}, "image.users", ""},
    {"group", 10, {}, "", ""},
    {"is_root", 0, {}, "image.users", "uid 0 (or the name root). Other names: unknown until image.users resolves them; a name is no proof."},
    {"in_root_group", 0, {}, "image.users", "`in_root_group`: gid 0."},
    {"says_root", 0, {}, "", "The text itself says root: `0`, `root`, with or without a group. Never unknown once the text is known."},
});

constexpr auto record_EnvVariable = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"value", 3, {.sensitive = true}, "", ""},
});

constexpr auto record_Port = std::to_array<FieldRow>({
    {"number", 1, {.key = true}, "", "A port or range as exposed: `number` to `last` (equal for one port)."},
    {"protocol", 14, {.key = true}, "", ""},
    {"last", 1, {}, "", "A port or range as exposed: `number` to `last` (equal for one port)."},
});

constexpr auto record_Identity = std::to_array<FieldRow>({
    {"issuer", 10, {}, "", "Who signed: Fulcio SAN and issuer, x509 subject, or key."},
    {"subject", 3, {}, "", ""},
    {"key_id", 10, {}, "", ""},
    {"extensions", 12, {}, "", ""},
    {"trusted", 0, {}, "", "`trusted`: named in trust.identities or trust.keys."},
});

constexpr auto record_Tool = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "A tool that wrote a document. `name` lower case, `version` parsed."},
    {"vendor", 10, {}, "", ""},
    {"version", 15, {}, "", "`name` lower case, `version` parsed."},
    {"version_text", 10, {}, "", ""},
});

constexpr auto record_Executable = std::to_array<FieldRow>({
    {"path", 3, {}, "", ""},
    {"interpreter", 10, {}, "", ""},
    {"architecture", 10, {}, "", ""},
    {"executable", 0, {}, "", "The mode allows the runtime user to run it; the architecture is the image's."},
    {"matches_platform", 0, {}, "", ""},
    {"writable_by_user", 0, {}, "", "The runtime user may write the file / one of its parent directories."},
    {"parents_writable_by_user", 0, {}, "", ""},
});

constexpr auto record_Exec = std::to_array<FieldRow>({
    {"form", 16, {}, "", ""},
    {"words", 17, {}, "", ""},
    {"program", 10, {}, "", ""},
    {"executable", 18, {}, "image.files", "Absent: PATH lookup finds nothing; unknown: image.files not supplied."},
    {"needs_shell", 0, {}, "", "Shell form, or the program is a shell; and whether that shell is in the image."},
    {"shell_present", 0, {}, "image.files", ""},
});

constexpr auto record_Healthcheck = std::to_array<FieldRow>({
    {"disabled", 0, {}, "", ""},
    {"exec", 19, {}, "", ""},
    {"interval", 20, {}, "", ""},
    {"timeout", 20, {}, "", ""},
    {"start_period", 20, {}, "", ""},
    {"retries", 13, {}, "", ""},
});

constexpr auto record_ImageConfig = std::to_array<FieldRow>({
    {"user", 21, {}, "", "`USER`; absent: never set, so root."},
    {"entrypoint", 19, {}, "", ""},
    {"cmd", 19, {}, "", ""},
    {"command", 17, {}, "", "The argument vector without overrides: entrypoint, then cmd."},
    {"shell", 17, {}, "", "`SHELL`; default `/bin/sh -c` (Windows: `cmd /S /C`)."},
    {"workdir", 10, {}, "", ""},
    {"env", 23, {}, "", ""},
    {"exposed_ports", 25, {}, "", ""},
    {"volumes", 17, {}, "", ""},
    {"labels", 12, {}, "", ""},
    {"healthcheck", 26, {}, "", "`disabled` where the test is NONE."},
    {"stop_signal", 10, {}, "", ""},
    {"on_build", 17, {}, "", ""},
});

constexpr auto record_Feed = std::to_array<FieldRow>({
    {"source", 3, {}, "", ""},
    {"time", 4, {}, "", ""},
    {"entries", 1, {}, "", ""},
});

constexpr auto record_ParseError = std::to_array<FieldRow>({
    {"line", 1, {}, "", ""},
    {"message", 3, {.key = true}, "", ""},
});

constexpr auto record_ShellFinding = std::to_array<FieldRow>({
    {"rule", 3, {.key = true}, "", ""},
    {"run", 27, {.key = true}, "", ""},
    {"line", 1, {}, "", ""},
    {"severity", 28, {}, "", ""},
    {"text", 3, {}, "", ""},
});

constexpr auto record_Comment = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", ""},
    {"line", 1, {}, "", ""},
    {"directive", 29, {}, "", ""},
    {"before", 30, {}, "", ""},
});

constexpr auto record_InlineIgnore = std::to_array<FieldRow>({
    {"tool", 3, {}, "", ""},
    {"rules", 17, {}, "", ""},
    {"reason", 10, {}, "", ""},
});

constexpr auto record_IgnoreFile = std::to_array<FieldRow>({
    {"path", 3, {}, "", ""},
    {"patterns", 17, {}, "", ""},
});

constexpr auto record_GlobalArgument = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"defined", 10, {}, "", "`defined`: the default as written; unresolved variables leave `value` unknown."},
    {"value", 10, {.sensitive = true}, "", "`defined`: the default as written; unresolved variables leave `value` unknown."},
    {"used_in_from", 0, {}, "", ""},
    {"line", 1, {}, "", ""},
});

constexpr auto record_Stage = std::to_array<FieldRow>({
    {"index", 1, {.key = true}, "", "Counts from 0."},
    {"name", 10, {}, "", "`name` is folded to lower case, `name_text` as written;"},
    {"name_text", 10, {}, "", "`name` is folded to lower case, `name_text` as written;"},
    {"as_text", 10, {}, "", "`as_text` is the spelling of AS."},
    {"line", 1, {}, "", ""},
    {"base", 31, {}, "", ""},
    {"in_image", 0, {}, "", "The final stage or one it is FROM, transitively: its config and files are in the image."},
    {"is_final", 0, {}, "", ""},
    {"copied_from", 0, {}, "", "`copied_from`: an in_image stage copies from it."},
    {"reached", 0, {}, "", "`reached`: the build of the target needs it."},
    {"instructions", 33, {.view = true}, "", "Views."},
    {"runs", 35, {.view = true}, "", ""},
    {"commands", 37, {.view = true}, "", ""},
    {"copies", 39, {.view = true}, "", ""},
    {"variables", 41, {.view = true}, "", ""},
    {"config", 42, {}, "", "Effective configuration at the end of the stage, inherited from its base stage or base image."},
});

constexpr auto record_StageBase = std::to_array<FieldRow>({
    {"raw", 3, {}, "", "As written; then one of three: an image (expanded; unknown where a variable is unresolved, never `latest`), an earlier stage, scratch."},
    {"image", 43, {}, "", ""},
    {"stage", 44, {}, "", ""},
    {"is_scratch", 0, {}, "", ""},
    {"platform_raw", 10, {}, "", "`FROM --platform`, raw and its constant value; variables FROM uses, and those without a global ARG; global defaults alone give a valid name."},
    {"platform", 45, {}, "", ""},
    {"variables", 17, {}, "", ""},
    {"undeclared", 17, {}, "", ""},
    {"defaults_valid", 0, {}, "", ""},
    {"user", 21, {}, "", "What the base sets: from its stage, from image.lineage where supplied, or absent by the table of well-known root bases; else unknown, unresolved."},
    {"is_sdk", 0, {}, "", "Normalised family: an SDK, compiler or full distribution variant; a slim, minimal or distroless one (list in the reader's data)."},
    {"is_minimal", 0, {}, "", ""},
});

constexpr auto record_Flag = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"value", 10, {}, "", ""},
});

constexpr auto record_Heredoc = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"text", 3, {}, "", ""},
    {"expands", 0, {}, "", ""},
});

constexpr auto record_VariableUse = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"defined", 0, {}, "", ""},
    {"has_default", 0, {}, "", ""},
});

constexpr auto record_Instruction = std::to_array<FieldRow>({
    {"stage", 44, {.key = true}, "", "Stage absent for what stands before the first FROM."},
    {"keyword", 46, {.key = true}, "", ""},
    {"text", 3, {.key = true}, "", "`text`: the whole instruction, continuations folded, comments gone."},
    {"keyword_text", 3, {}, "", ""},
    {"line", 1, {}, "", ""},
    {"end_line", 1, {}, "", ""},
    {"flags", 48, {}, "", ""},
    {"arguments", 17, {}, "", ""},
    {"form", 16, {}, "", ""},
    {"heredocs", 50, {}, "", ""},
    {"uses", 52, {}, "", ""},
    {"trigger", 53, {}, "", "Of ONBUILD: the keyword it triggers in another build; its text stays in `arguments`, it makes no row of its own anywhere."},
    {"user", 21, {}, "", "By keyword: USER; CMD, ENTRYPOINT, HEALTHCHECK, SHELL."},
    {"path", 10, {}, "", ""},
    {"effective_path", 10, {}, "", "WORKDIR (expanded, absolute as given, relative resolved in `effective_path`);"},
    {"exec", 19, {}, "", ""},
    {"run", 54, {}, "", "Rows of the flat tables that this instruction made."},
    {"copy", 55, {}, "", ""},
});

constexpr auto record_Run = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true}, "", ""},
    {"stage", 57, {}, "", ""},
    {"line", 1, {}, "", ""},
    {"form", 16, {}, "", ""},
    {"script", 3, {}, "", "Script text after heredocs; shell in force (SHELL, shebang or `RUN bash <<EOF`)."},
    {"shell", 17, {}, "", ""},
    {"pipefail", 0, {}, "", "`pipefail`: every pipe of the script runs under it, by SHELL or by `set -o pipefail` before; true where `has_pipe` is false."},
    {"has_pipe", 0, {}, "", "`pipefail`: every pipe of the script runs under it, by SHELL or by `set -o pipefail` before; true where `has_pipe` is false."},
    {"mounts", 59, {}, "", ""},
    {"network", 10, {}, "", ""},
    {"security", 10, {}, "", ""},
    {"commands", 37, {.view = true}, "", "View. Incomplete (unresolved) where the script has subshells, eval, loops or another interpreter that the reader does not open."},
});

constexpr auto record_RunMount = std::to_array<FieldRow>({
    {"kind", 60, {}, "", ""},
    {"target", 10, {.key = true}, "", ""},
    {"source", 10, {}, "", ""},
    {"from_stage", 44, {}, "", ""},
    {"from_image", 43, {}, "", ""},
    {"id", 10, {}, "", ""},
    {"required", 0, {}, "", ""},
    {"as_environment", 10, {}, "", ""},
    {"options", 12, {}, "", ""},
});

constexpr auto record_Command = std::to_array<FieldRow>({
    {"run", 27, {.key = true}, "", ""},
    {"text", 3, {.key = true}, "", ""},
    {"stage", 57, {}, "", ""},
    {"line", 1, {}, "", ""},
    {"program", 3, {}, "", "Base name of the program; Unknown where it is a variable without value."},
    {"program_text", 3, {}, "", "`program_text` as written."},
    {"words", 17, {}, "", ""},
    {"subcommand", 10, {}, "", "First operand of programs known to have subcommands (`apt-get install`, `npm ci`, `go mod download`)."},
    {"flags", 48, {}, "", "Short clusters are split and values attached for programs in the reader's table; `--x=y` everywhere. Operands exclude the subcommand."},
    {"operands", 17, {}, "", ""},
    {"environment", 23, {}, "", ""},
    {"redirects", 62, {}, "", ""},
    {"pipes_into", 13, {}, "", "Position in run.commands of the command its output goes to. How it follows the one before; absent: first of its script, or piped into."},
    {"list_op", 63, {}, "", ""},
    {"sudo", 0, {}, "", ""},
    {"negated", 0, {}, "", ""},
    {"conditional", 0, {}, "", ""},
    {"installs", 65, {}, "", "Names and versions that an install names: `nginx=1.2`, `flask==2`, `left-pad@1`, `-r file`. Empty for other commands."},
});

constexpr auto record_Redirect = std::to_array<FieldRow>({
    {"kind", 66, {}, "", ""},
    {"descriptor", 13, {}, "", ""},
    {"target", 3, {.key = true}, "", ""},
});

constexpr auto record_InstallTarget = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", ""},
    {"name", 10, {}, "", ""},
    {"version", 10, {}, "", ""},
    {"pinned", 0, {}, "", ""},
    {"is_file", 0, {}, "", ""},
    {"is_local", 0, {}, "", ""},
    {"url", 10, {}, "", ""},
});

constexpr auto record_Copy = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true}, "", ""},
    {"stage", 57, {}, "", ""},
    {"keyword", 46, {}, "", ""},
    {"line", 1, {}, "", ""},
    {"sources", 68, {}, "", ""},
    {"destination", 3, {}, "", ""},
    {"effective_path", 3, {}, "", "Expanded; resolved against WORKDIR in `effective_path`;"},
    {"is_relative", 0, {}, "", ""},
    {"ends_in_slash", 0, {}, "", ""},
    {"workdir_set", 0, {}, "", "`workdir_set`: the stage or its base sets one."},
    {"from_text", 10, {}, "", "`--from`: a stage, an image, or neither (then both absent and `from_text` says what was written)."},
    {"from_stage", 44, {}, "", ""},
    {"from_image", 43, {}, "", ""},
    {"from_self", 0, {}, "", "`from_self`: its own stage."},
    {"from_is_index", 0, {}, "", ""},
    {"owner", 21, {}, "", ""},
    {"mode", 13, {}, "", ""},
    {"link", 0, {}, "", ""},
    {"checksum", 10, {}, "", ""},
    {"exclude", 17, {}, "", ""},
});

constexpr auto record_CopySource = std::to_array<FieldRow>({
    {"text", 3, {.key = true}, "", ""},
    {"kind", 69, {}, "", ""},
    {"is_archive", 0, {}, "", "An archive that ADD would extract; the whole context or a whole stage (`.`, `/`); excluded by .dockerignore."},
    {"is_everything", 0, {}, "", ""},
    {"ignored", 0, {}, "dockerfile.ignore", ""},
    {"url", 10, {}, "", ""},
    {"git_reference", 10, {}, "", ""},
    {"pinned", 0, {}, "", ""},
    {"matches", 17, {}, "dockerfile.context", "Context files that a local source matches, .dockerignore applied."},
});

constexpr auto record_Variable = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true}, "", ""},
    {"name", 3, {.key = true}, "", ""},
    {"stage", 57, {}, "", ""},
    {"keyword", 46, {}, "", ""},
    {"line", 1, {}, "", ""},
    {"defined", 10, {.sensitive = true}, "", ""},
    {"value", 10, {.sensitive = true}, "", ""},
    {"is_legacy", 0, {}, "", ""},
    {"uses_itself", 17, {}, "", ""},
});

constexpr auto record_LabelEntry = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true}, "", ""},
    {"name", 3, {.key = true}, "", ""},
    {"stage", 57, {}, "", ""},
    {"value", 3, {}, "", ""},
    {"is_legacy", 0, {}, "", ""},
    {"line", 1, {}, "", ""},
});

constexpr auto record_Expose = std::to_array<FieldRow>({
    {"instruction", 56, {.key = true}, "", ""},
    {"text", 3, {.key = true}, "", ""},
    {"stage", 57, {}, "", ""},
    {"number", 13, {}, "", ""},
    {"last", 13, {}, "", ""},
    {"protocol_text", 10, {}, "", ""},
    {"has_host_part", 0, {}, "", ""},
    {"line", 1, {}, "", ""},
});

constexpr auto record_Manifest = std::to_array<FieldRow>({
    {"media_type", 3, {}, "", ""},
    {"size", 6, {}, "", ""},
    {"unpacked_size", 70, {}, "", ""},
    {"layer_count", 1, {}, "", ""},
    {"annotations", 12, {}, "", ""},
    {"subject", 10, {}, "", ""},
    {"readable", 0, {}, "", ""},
});

constexpr auto record_ImageIndex = std::to_array<FieldRow>({
    {"digest", 3, {}, "", ""},
    {"manifests", 72, {}, "", ""},
});

constexpr auto record_IndexEntry = std::to_array<FieldRow>({
    {"digest", 3, {.key = true}, "", ""},
    {"role", 73, {}, "", ""},
    {"platform", 45, {}, "", ""},
    {"attests", 10, {}, "", ""},
});

constexpr auto record_HistoryStep = std::to_array<FieldRow>({
    {"position", 1, {.key = true}, "", ""},
    {"created", 74, {}, "", ""},
    {"created_by", 3, {.sensitive = true}, "", ""},
    {"keyword", 53, {}, "", ""},
    {"empty_layer", 0, {}, "", ""},
    {"layer", 75, {}, "image.layers", ""},
    {"comment", 10, {}, "", ""},
    {"words", 17, {.sensitive = true}, "", ""},
});

constexpr auto record_Layer = std::to_array<FieldRow>({
    {"diff_id", 3, {.key = true}, "", "Digest of the uncompressed tar; compressed digest and size come with image.manifest."},
    {"index", 1, {}, "", ""},
    {"digest", 10, {}, "image.manifest", ""},
    {"size", 70, {}, "image.manifest", ""},
    {"created_by", 10, {}, "", ""},
    {"from_base", 0, {}, "image.lineage", "Belongs to a base of image.lineage."},
    {"files", 77, {.part = true}, "", ""},
});

constexpr auto record_LayerEntry = std::to_array<FieldRow>({
    {"layer", 78, {.key = true}, "", ""},
    {"path", 3, {.key = true}, "", ""},
    {"kind", 79, {}, "", ""},
    {"content", 80, {}, "", ""},
    {"size", 6, {}, "", ""},
    {"mode", 1, {}, "", ""},
    {"executable", 0, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"is_whiteout", 0, {}, "", ""},
    {"removed_in", 13, {}, "", ""},
});

constexpr auto record_File = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", ""},
    {"layer", 78, {}, "", ""},
    {"kind", 79, {}, "", ""},
    {"content", 80, {}, "", ""},
    {"size", 6, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"target", 10, {}, "", "Link target as stored;"},
    {"resolves_to", 10, {}, "", "`resolves_to` after following links inside the image."},
    {"mode", 1, {}, "", ""},
    {"uid", 1, {}, "", ""},
    {"gid", 1, {}, "", ""},
    {"owner", 10, {}, "", ""},
    {"group", 10, {}, "", ""},
    {"setuid", 0, {}, "", ""},
    {"setgid", 0, {}, "", ""},
    {"sticky", 0, {}, "", ""},
    {"world_writable", 0, {}, "", ""},
    {"executable", 0, {}, "", "`executable`: a regular file with an x bit, or an ELF."},
    {"writable_by_user", 0, {}, "", "By image.config.user with its groups."},
    {"owned_by_user", 0, {}, "", ""},
    {"capabilities", 17, {}, "", "security.capability xattr."},
    {"xattrs", 17, {}, "", ""},
    {"architecture", 10, {}, "", "ELF class and machine as OCI architecture; `#!`, PT_INTERP; DT_NEEDED."},
    {"interpreter", 10, {}, "", ""},
    {"needs", 17, {}, "", ""},
    {"from_base", 0, {}, "image.lineage", "Ids of packages that own it; its layer is a base's; reached from the entrypoint by interpreters, links and imports."},
    {"loaded", 0, {}, "", ""},
    {"matches", 82, {}, "", "Content patterns asked for on the command line (`--match NAME=REGEX`) that it holds."},
});

constexpr auto record_ContentMatch = std::to_array<FieldRow>({
    {"pattern", 3, {.key = true}, "", ""},
    {"line", 1, {}, "", ""},
    {"text", 3, {.sensitive = true}, "", ""},
});

constexpr auto record_Account = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"uid", 1, {.key = true}, "", ""},
    {"gid", 1, {}, "", ""},
    {"home", 3, {}, "", ""},
    {"shell", 3, {}, "", ""},
    {"has_login_shell", 0, {}, "", ""},
    {"password", 83, {}, "", ""},
    {"entry", 3, {}, "", ""},
});

constexpr auto record_AccountGroup = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"gid", 1, {.key = true}, "", ""},
    {"members", 17, {}, "", ""},
});

constexpr auto record_PackageDatabase = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", ""},
    {"type", 11, {}, "", ""},
    {"readable", 0, {}, "", ""},
    {"mismatched", 17, {}, "", ""},
    {"missing", 17, {}, "", ""},
});

constexpr auto record_PackageRepository = std::to_array<FieldRow>({
    {"url", 3, {.key = true}, "", ""},
    {"type", 11, {}, "", ""},
    {"scheme", 3, {}, "", ""},
    {"signed_by", 10, {}, "", ""},
    {"trusted_flag", 0, {}, "", ""},
    {"path", 3, {}, "", ""},
});

constexpr auto record_OperatingSystem = std::to_array<FieldRow>({
    {"id", 3, {}, "", "os-release ID (`debian`), VERSION_ID (`12`), VERSION_CODENAME, ID_LIKE."},
    {"release", 3, {}, "", ""},
    {"codename", 10, {}, "", ""},
    {"like", 17, {}, "", ""},
    {"text", 10, {}, "", ""},
    {"end_of_life", 74, {}, "feeds.end_of_life", "Standard and extended support end (feeds.end_of_life); absent: the release is known and no end announced. A scanner says it has ended (Trivy EOSL)."},
    {"extended_end_of_life", 74, {}, "feeds.end_of_life", ""},
    {"stated_ended", 84, {}, "", ""},
});

constexpr auto record_Base = std::to_array<FieldRow>({
    {"position", 1, {.key = true}, "", ""},
    {"source", 85, {}, "", ""},
    {"reference", 43, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"platform", 45, {}, "", ""},
    {"is_scratch", 0, {}, "", ""},
    {"is_root", 0, {}, "", ""},
    {"claimed", 0, {}, "", "Claimed by label or provenance, and shown by the layers."},
    {"layers", 17, {}, "", ""},
    {"created", 74, {}, "", ""},
    {"config", 42, {}, "", ""},
    {"os", 86, {}, "", ""},
    {"files", 88, {}, "", ""},
    {"signatures", 90, {}, "", ""},
    {"provenance", 92, {}, "", ""},
    {"vulnerabilities", 17, {}, "", ""},
    {"newest", 93, {}, "feeds.tags", "What the base's tag names now and named before, and whether its publisher still supports it (feeds.tags)."},
    {"tag_history", 95, {}, "feeds.tags", ""},
    {"support", 96, {}, "feeds.tags", ""},
});

constexpr auto record_NewestBase = std::to_array<FieldRow>({
    {"digest", 3, {}, "", ""},
    {"time", 74, {}, "", ""},
    {"fixes", 17, {}, "", ""},
});

constexpr auto record_TagEvent = std::to_array<FieldRow>({
    {"digest", 3, {.key = true}, "", ""},
    {"time", 74, {}, "", ""},
});

constexpr auto record_TagSupport = std::to_array<FieldRow>({
    {"supported", 0, {}, "", ""},
    {"until", 74, {}, "", ""},
});

constexpr auto record_SecretMatch = std::to_array<FieldRow>({
    {"rule", 3, {.key = true}, "", ""},
    {"path", 3, {.key = true}, "", ""},
    {"layer", 75, {}, "", ""},
    {"line", 13, {}, "", ""},
    {"severity", 28, {}, "", ""},
    {"verified", 84, {}, "", ""},
    {"text", 3, {.sensitive = true}, "", ""},
    {"scan", 97, {}, "", ""},
});

constexpr auto record_MalwareMatch = std::to_array<FieldRow>({
    {"signature", 3, {.key = true}, "", ""},
    {"path", 3, {.key = true}, "", ""},
    {"scan", 97, {}, "", ""},
});

constexpr auto record_Sighting = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"type", 11, {}, "", ""},
    {"type_name", 10, {}, "", ""},
    {"namespace", 10, {}, "", ""},
    {"name", 3, {}, "", ""},
    {"version", 7, {}, "", "Unknown where the document gives none; the text absent then."},
    {"version_text", 10, {}, "", ""},
    {"purl", 98, {}, "", ""},
    {"purl_text", 10, {}, "", ""},
    {"cpes", 17, {}, "", ""},
    {"hashes", 17, {}, "", ""},
    {"reference", 10, {}, "", ""},
    {"licence", 10, {}, "", "SPDX expression;"},
    {"licence_texts", 17, {}, "", "NONE and nothing are absent, NOASSERTION unknown; a name outside the SPDX list is `LicenseRef-…`, its text in `licence_texts`."},
    {"supplier", 10, {}, "", ""},
    {"author", 10, {}, "", ""},
    {"scope", 99, {}, "", ""},
    {"files", 17, {}, "", ""},
    {"layer", 75, {}, "", ""},
    {"properties", 12, {}, "", ""},
    {"external_references", 12, {}, "", ""},
    {"depends_on", 17, {}, "", "The document's graph: what it depends on (ids), whether the graph names it, whether the root reaches it."},
    {"in_graph", 0, {}, "", ""},
    {"reachable_from_root", 0, {}, "", ""},
    {"origin", 100, {}, "", ""},
});

constexpr auto record_Origin = std::to_array<FieldRow>({
    {"kind", 101, {.key = true}, "", ""},
    {"tool", 10, {}, "", ""},
    {"document", 3, {}, "", ""},
});

constexpr auto record_Package = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"type", 11, {}, "", ""},
    {"type_name", 10, {}, "", ""},
    {"namespace", 10, {}, "", ""},
    {"name", 3, {}, "", ""},
    {"version", 7, {}, "", ""},
    {"version_text", 10, {}, "", ""},
    {"purl", 98, {}, "", ""},
    {"licence", 10, {}, "", ""},
    {"licence_texts", 17, {}, "", ""},
    {"supplier", 10, {}, "", ""},
    {"scope", 99, {}, "", ""},
    {"cpes", 17, {}, "", ""},
    {"properties", 12, {}, "", ""},
    {"external_references", 12, {}, "", ""},
    {"is_os", 0, {}, "", "OS package of the distribution; the source package that advisories name (dpkg Source, rpm SOURCERPM, apk origin)."},
    {"source_name", 10, {}, "", ""},
    {"source_version", 15, {}, "", ""},
    {"files", 17, {}, "image.installed", "Paths it owns; layer that brought it; that layer is a base's."},
    {"layer", 75, {}, "image.layers", ""},
    {"from_base", 0, {}, "image.lineage", ""},
    {"origins", 102, {}, "", ""},
    {"direct", 0, {}, "", "Graph position from the root, over all sources; absent depth: not reached."},
    {"depth", 13, {}, "", ""},
    {"reachable", 0, {}, "", ""},
    {"used", 103, {}, "image.files", "`used` is unknown unless files or a call graph were given."},
    {"install_scripts", 0, {}, "source", ""},
    {"source", 104, {}, "source", "Repository, registry and proxy it came from; key that signed it (rpm header, apk index, dpkg Release)."},
    {"signature", 105, {}, "image.installed", ""},
    {"registry", 106, {}, "feeds.registry", "feeds.registry, feeds.end_of_life."},
    {"end_of_life", 74, {}, "feeds.end_of_life", ""},
});

constexpr auto record_PackageSource = std::to_array<FieldRow>({
    {"repository", 10, {}, "", ""},
    {"registry", 10, {}, "", ""},
    {"proxy", 10, {}, "", ""},
    {"vcs", 10, {}, "", ""},
});

constexpr auto record_PackageSignature = std::to_array<FieldRow>({
    {"key_id", 3, {}, "", ""},
    {"valid", 0, {}, "", ""},
});

constexpr auto record_RegistryRecord = std::to_array<FieldRow>({
    {"exists", 0, {}, "", ""},
    {"released", 74, {}, "", ""},
    {"newest", 15, {}, "", ""},
    {"newest_at", 74, {}, "", ""},
    {"behind", 1, {}, "", ""},
    {"archived", 0, {}, "", ""},
    {"deprecated", 0, {}, "", ""},
    {"last_release", 74, {}, "", ""},
    {"popular_neighbour", 10, {}, "", ""},
});

constexpr auto record_Sbom = std::to_array<FieldRow>({
    {"document", 3, {.key = true}, "", ""},
    {"format", 107, {}, "", ""},
    {"format_version", 3, {}, "", ""},
    {"serial", 10, {}, "", ""},
    {"valid", 0, {}, "", "DOCUMENTS; until then unknown, `not_stated`."},
    {"errors", 17, {}, "", ""},
    {"subjects", 17, {}, "", "Against the schema of its declared version; unknown versions are read with a warning and `valid` unknown. Image digests or ids it names (metadata.component, purl `pkg:oci`, DESCRIBES);"},
    {"matches_subject", 0, {}, "", "`matches_subject`: one is the subject's."},
    {"time", 74, {}, "", ""},
    {"authors", 17, {}, "", ""},
    {"supplier", 10, {}, "", ""},
    {"tools", 109, {}, "", ""},
    {"os", 86, {}, "", ""},
    {"file_count", 1, {}, "", ""},
    {"has_graph", 0, {}, "", "A graph is there; its root reaches every component; the document calls itself complete (absent: it does not say)."},
    {"is_connected", 0, {}, "", ""},
    {"declared_complete", 84, {}, "", ""},
    {"verified", 0, {}, "attestations.statements", "It came as a verified attestation."},
    {"identity", 110, {}, "attestations.statements", ""},
});

constexpr auto record_Scan = std::to_array<FieldRow>({
    {"document", 3, {.key = true}, "", ""},
    {"tool", 108, {}, "", ""},
    {"kinds", 112, {}, "", ""},
    {"time", 74, {}, "", ""},
    {"database_time", 74, {.part = true}, "", ""},
    {"subjects", 17, {}, "", "Image digests and ids it names; one is the subject's; the OS release and ecosystems it says it has advisories for; every layer was looked at."},
    {"matches_subject", 0, {}, "", ""},
    {"os", 86, {}, "", ""},
    {"os_supported", 0, {}, "", ""},
    {"ecosystems", 113, {}, "", ""},
    {"all_layers", 0, {}, "", ""},
    {"suppressed", 115, {}, "", ""},
});

constexpr auto record_Suppressed = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"package_id", 3, {.key = true}, "", ""},
    {"reason", 10, {}, "", ""},
    {"status", 116, {}, "", ""},
    {"source", 10, {}, "", ""},
});

constexpr auto record_Vulnerability = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"package_id", 3, {.key = true}, "", ""},
    {"aliases", 17, {}, "", ""},
    {"installed", 7, {}, "", "Absent: the scan names a package that no source lists; unknown: it fits several. `package_id` is the text in any case."},
    {"severity", 28, {}, "", "The highest that a scan states; unknown if none does. CVSS base score, highest version first."},
    {"cvss", 117, {}, "", ""},
    {"scores", 119, {}, "", ""},
    {"cwes", 17, {}, "", ""},
    {"title", 10, {}, "", ""},
    {"url", 10, {}, "", ""},
    {"published", 4, {}, "", ""},
    {"modified", 74, {}, "", ""},
    {"fix", 120, {}, "", "Union over scans;"},
    {"fixed_in", 17, {}, "", ""},
    {"fixed_at", 74, {}, "feeds.fix_dates", "`fixed_at`: when the first fixing version came out; absent where nothing fixes it, else from the scan or feeds.fix_dates."},
    {"layer", 75, {}, "", ""},
    {"from_base", 0, {}, "image.lineage", ""},
    {"path", 10, {}, "", ""},
    {"fixed_in_newest_base", 0, {}, "image.lineage", "A base has it and that base's newest digest does not; previous_release did not have it."},
    {"is_new", 0, {}, "previous_release", ""},
    {"known_exploited", 121, {}, "feeds.known_exploited", "Absent: the list was read and does not have it (scan, feeds.known_exploited, feeds.epss)."},
    {"epss", 122, {}, "feeds.epss", ""},
    {"vex", 123, {}, "", "The statement that decides for this package and product (most specific, then newest). Absent: none that was supplied applies; never unknown for want of documents."},
    {"reports", 125, {}, "", ""},
    {"missed_by", 17, {}, "", "Tools that covered this ecosystem and did not report it."},
});

constexpr auto record_CvssScore = std::to_array<FieldRow>({
    {"source", 3, {.key = true}, "", ""},
    {"version", 3, {.key = true}, "", ""},
    {"vector", 3, {}, "", ""},
    {"score", 2, {}, "", ""},
});

constexpr auto record_KnownExploited = std::to_array<FieldRow>({
    {"added", 4, {}, "", ""},
    {"due", 74, {}, "", ""},
    {"ransomware", 84, {}, "", ""},
});

constexpr auto record_Epss = std::to_array<FieldRow>({
    {"score", 2, {}, "", ""},
    {"percentile", 2, {}, "", ""},
    {"date", 4, {}, "", ""},
});

constexpr auto record_Report = std::to_array<FieldRow>({
    {"scan", 97, {.key = true}, "", ""},
    {"severity", 28, {}, "", ""},
    {"severity_source", 10, {}, "", ""},
    {"fix", 120, {}, "", ""},
    {"fixed_in", 17, {}, "", ""},
});

constexpr auto record_VexEffect = std::to_array<FieldRow>({
    {"status", 126, {}, "", ""},
    {"justification", 127, {}, "", ""},
    {"statement", 128, {}, "", ""},
    {"contradicted", 0, {}, "", ""},
});

constexpr auto record_VexStatement = std::to_array<FieldRow>({
    {"document", 3, {.key = true}, "", ""},
    {"vulnerability", 3, {.key = true}, "", ""},
    {"product", 3, {.key = true}, "", ""},
    {"format", 129, {}, "", ""},
    {"subcomponent", 10, {}, "", ""},
    {"product_id", 10, {}, "", "`product` as written; decoded `product_id` compares with Package.id or image.purl;"},
    {"applies", 0, {}, "", "`applies`: it is this subject or one of its packages."},
    {"status", 126, {}, "", ""},
    {"justification", 127, {}, "", ""},
    {"impact", 10, {}, "", ""},
    {"action", 10, {}, "", ""},
    {"time", 4, {}, "", "The statement's time, else the document's. A newer statement about the same vulnerability and product says otherwise."},
    {"author", 10, {}, "", ""},
    {"superseded", 0, {}, "", ""},
    {"contradicted", 0, {}, "", ""},
    {"verified", 0, {}, "", "The document came signed."},
    {"identity", 110, {}, "", ""},
});

constexpr auto record_ContainerImage = std::to_array<FieldRow>({
    {"reference", 43, {}, "", "As the source names it."},
    {"digest", 10, {}, "", "`digest` manifest digest, `id` docker's image id, absent where the source kind states one and this row has none."},
    {"id", 10, {}, "", "`digest` manifest digest, `id` docker's image id, absent where the source kind states one and this row has none."},
    {"pull_policy", 130, {}, "", ""},
    {"is_subject", 0, {}, "", "Digest or id equals the subject's; unknown where only names agree."},
});

constexpr auto record_Namespace = std::to_array<FieldRow>({
    {"mode", 131, {}, "", ""},
    {"target", 10, {}, "", ""},
});

constexpr auto record_Profile = std::to_array<FieldRow>({
    {"kind", 132, {}, "", ""},
    {"name", 10, {}, "", "`named`: localhost profile or path in `name`."},
});

constexpr auto record_Selinux = std::to_array<FieldRow>({
    {"type", 10, {}, "", ""},
    {"user", 10, {}, "", ""},
    {"role", 10, {}, "", ""},
    {"level", 10, {}, "", ""},
    {"disabled", 0, {}, "", ""},
});

constexpr auto record_Capabilities = std::to_array<FieldRow>({
    {"add", 17, {}, "", ""},
    {"drop", 17, {}, "", ""},
});

constexpr auto record_Mount = std::to_array<FieldRow>({
    {"target", 3, {.key = true}, "", ""},
    {"kind", 133, {}, "", ""},
    {"source", 10, {}, "", ""},
    {"volume", 10, {}, "", ""},
    {"read_only", 0, {}, "", ""},
    {"propagation", 134, {}, "", ""},
    {"options", 17, {}, "", ""},
    {"size", 70, {}, "", ""},
    {"sub_path", 10, {}, "", ""},
    {"is_runtime_socket", 0, {}, "", "Source is a docker, containerd, cri-o or podman socket, or a directory above one. Source is a path of the host. Other containers that mount the same volume or path."},
    {"is_host", 0, {}, "", ""},
    {"shared_with", 17, {}, "", ""},
});

constexpr auto record_Device = std::to_array<FieldRow>({
    {"host_path", 3, {.key = true}, "", ""},
    {"container_path", 3, {}, "", ""},
    {"permissions", 3, {}, "", ""},
});

constexpr auto record_PublishedPort = std::to_array<FieldRow>({
    {"container_port", 1, {.key = true}, "", ""},
    {"protocol", 14, {.key = true}, "", ""},
    {"host_address", 10, {.key = true}, "", ""},
    {"last", 1, {}, "", ""},
    {"host_port", 13, {}, "", ""},
    {"host_last", 13, {}, "", ""},
    {"is_bound", 0, {}, "", ""},
    {"is_loopback", 0, {}, "", ""},
    {"is_exposed", 0, {}, "image.config", ""},
});

constexpr auto record_ContainerVariable = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"value", 10, {.sensitive = true}, "", ""},
    {"source", 135, {}, "", ""},
    {"object", 10, {}, "", ""},
    {"overrides_image", 0, {}, "image.config", ""},
});

constexpr auto record_Resources = std::to_array<FieldRow>({
    {"memory", 70, {}, "", ""},
    {"memory_reservation", 70, {}, "", ""},
    {"memory_swap", 70, {}, "", ""},
    {"memory_request", 70, {}, "", ""},
    {"cpus", 117, {}, "", ""},
    {"cpu_shares", 13, {}, "", ""},
    {"cpu_request", 117, {}, "", ""},
    {"pids", 13, {}, "", ""},
    {"ephemeral_storage", 70, {}, "", ""},
    {"ephemeral_storage_request", 70, {}, "", ""},
    {"ulimits", 137, {}, "", ""},
});

constexpr auto record_Ulimit = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"soft", 13, {}, "", ""},
    {"hard", 13, {}, "", ""},
});

constexpr auto record_Probe = std::to_array<FieldRow>({
    {"role", 138, {.key = true}, "", ""},
    {"kind", 139, {}, "", ""},
    {"host", 10, {}, "", ""},
    {"port", 10, {}, "", ""},
    {"path", 10, {}, "", ""},
    {"exec", 19, {}, "", ""},
    {"period", 20, {}, "", ""},
});

constexpr auto record_Effective = std::to_array<FieldRow>({
    {"user", 21, {}, "", "Container, else pod, else image. Absent user: nobody sets one, so root. Groups include the primary."},
    {"run_as_non_root", 0, {}, "", ""},
    {"groups", 140, {}, "", ""},
    {"privileged", 0, {}, "", ""},
    {"no_new_privileges", 0, {}, "host.daemon", ""},
    {"read_only_root", 0, {}, "", ""},
    {"capabilities", 17, {}, "", "The set the first process may use before its user is considered: all if privileged, else default − drop + add."},
    {"seccomp", 141, {}, "host.daemon", "Absent: neither container nor pod sets one, and the engine's default is not known (Kubernetes: unconfined unless the kubelet defaults it)."},
    {"apparmor", 141, {}, "host.daemon", ""},
    {"selinux", 142, {}, "host.daemon", ""},
    {"command", 17, {}, "", "ENTRYPOINT and CMD after overrides; the image's entrypoint is replaced; variables after image and overrides."},
    {"replaces_entrypoint", 0, {}, "image.config", ""},
    {"env", 23, {}, "", ""},
    {"healthcheck", 26, {}, "", ""},
    {"stop_signal", 10, {}, "", ""},
    {"automount_token", 0, {}, "", ""},
    {"host_users", 0, {}, "", ""},
});

constexpr auto record_Container = std::to_array<FieldRow>({
    {"group", 3, {.key = true}, "", ""},
    {"name", 3, {.key = true}, "", ""},
    {"origin", 143, {}, "", "`group`: pod (`namespace/kind/name`), compose project, or the engine's name."},
    {"kind", 144, {}, "", ""},
    {"image", 145, {}, "", ""},
    {"pod", 146, {}, "", ""},
    {"project", 147, {}, "", ""},
    {"running", 0, {}, "", ""},
    {"labels", 12, {}, "", ""},
    {"annotations", 12, {}, "", ""},
    {"entrypoint", 19, {}, "", "Absent: not overridden. docker and podman inspect show the merged value: there they equal `effective`."},
    {"arguments", 19, {}, "", ""},
    {"user", 21, {}, "", ""},
    {"run_as_group", 13, {}, "", ""},
    {"workdir", 10, {}, "", ""},
    {"stop_signal", 10, {}, "", ""},
    {"env", 149, {}, "", ""},
    {"run_as_non_root", 84, {}, "", ""},
    {"supplementary_groups", 17, {}, "", ""},
    {"privileged", 0, {}, "", ""},
    {"no_new_privileges", 84, {}, "", ""},
    {"read_only_root", 84, {}, "", ""},
    {"capabilities", 150, {}, "", ""},
    {"seccomp", 141, {}, "", ""},
    {"apparmor", 141, {}, "", ""},
    {"selinux", 142, {}, "", ""},
    {"security_options", 17, {}, "", ""},
    {"has_security_context", 0, {}, "", ""},
    {"proc_masked", 0, {}, "", "/proc masks kept (docker MaskedPaths, `systempaths=unconfined`, procMount)."},
    {"proc_mount", 10, {}, "", ""},
    {"network", 151, {}, "", ""},
    {"pid", 151, {}, "", ""},
    {"ipc", 151, {}, "", ""},
    {"uts", 151, {}, "", ""},
    {"user_namespace", 151, {}, "", ""},
    {"cgroup_namespace", 151, {}, "", ""},
    {"networks", 17, {}, "", ""},
    {"cgroup_parent", 10, {}, "", ""},
    {"sysctls", 12, {}, "", ""},
    {"mounts", 153, {}, "", ""},
    {"devices", 155, {}, "", ""},
    {"device_rules", 17, {}, "", ""},
    {"ports", 157, {}, "", ""},
    {"publish_all", 0, {}, "", ""},
    {"resources", 158, {}, "", ""},
    {"restart", 159, {}, "", ""},
    {"restart_limit", 13, {}, "", ""},
    {"healthcheck", 26, {}, "", ""},
    {"probes", 161, {}, "", ""},
    {"host_aliases", 17, {}, "", ""},
    {"host_process", 0, {}, "", ""},
    {"effective", 162, {}, "", ""},
    {"uncovered_writes", 17, {}, "image.config", "Paths the image writes (image.config.volumes, and `changes` where supplied) that no writable mount covers."},
    {"changes", 164, {.part = true}, "", "`docker diff`; exec events of the engine's log."},
    {"exec_events", 166, {.part = true}, "", ""},
});

constexpr auto record_Change = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", ""},
    {"kind", 167, {}, "", ""},
    {"executable", 0, {}, "", ""},
});

constexpr auto record_ExecEvent = std::to_array<FieldRow>({
    {"time", 4, {.key = true}, "", ""},
    {"user", 21, {}, "", ""},
    {"privileged", 0, {}, "", ""},
    {"command", 3, {}, "", ""},
});

constexpr auto record_Pod = std::to_array<FieldRow>({
    {"namespace", 10, {.key = true}, "", ""},
    {"kind", 3, {.key = true}, "", ""},
    {"name", 3, {.key = true}, "", ""},
    {"replicas", 13, {}, "", ""},
    {"labels", 12, {}, "", ""},
    {"annotations", 12, {}, "", ""},
    {"run_as_non_root", 84, {}, "", ""},
    {"user", 21, {}, "", ""},
    {"run_as_group", 13, {}, "", ""},
    {"fs_group", 13, {}, "", ""},
    {"supplementary_groups", 17, {}, "", ""},
    {"seccomp", 141, {}, "", ""},
    {"apparmor", 141, {}, "", ""},
    {"selinux", 142, {}, "", ""},
    {"has_security_context", 0, {}, "", ""},
    {"host_network", 0, {}, "", ""},
    {"host_pid", 0, {}, "", ""},
    {"host_ipc", 0, {}, "", ""},
    {"host_users", 84, {}, "", ""},
    {"share_process_namespace", 0, {}, "", ""},
    {"sysctls", 12, {}, "", ""},
    {"service_account", 10, {}, "", ""},
    {"automount_token", 84, {}, "", ""},
    {"host_aliases", 17, {}, "", ""},
    {"host_process", 0, {}, "", ""},
    {"os", 10, {}, "", ""},
    {"runtime_class", 10, {}, "", ""},
    {"volumes", 169, {}, "", "Volumes that no container mounts too; names of its containers."},
    {"containers", 17, {}, "", ""},
    {"exposed", 0, {}, "", "A Service, Ingress or published port of the given documents reaches it from outside."},
});

constexpr auto record_Volume = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"kind", 133, {}, "", ""},
    {"source", 10, {}, "", ""},
    {"read_only", 0, {}, "", ""},
});

constexpr auto record_Project = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"files", 17, {}, "", ""},
    {"services", 171, {}, "", ""},
});

constexpr auto record_Service = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"profiles", 17, {}, "", ""},
    {"active", 0, {}, "", ""},
    {"image", 43, {}, "", ""},
    {"has_build", 0, {}, "", ""},
    {"has_evidence", 0, {}, "", ""},
});

constexpr auto record_ConfigObject = std::to_array<FieldRow>({
    {"kind", 3, {.key = true}, "", ""},
    {"namespace", 10, {.key = true}, "", ""},
    {"name", 3, {.key = true}, "", ""},
    {"keys", 17, {}, "", ""},
    {"values", 12, {.sensitive = true}, "", ""},
    {"is_external", 0, {}, "", ""},
});

constexpr auto record_Signature = std::to_array<FieldRow>({
    {"subject", 3, {.key = true}, "", ""},
    {"identity_text", 3, {.key = true}, "", ""},
    {"format", 172, {}, "", ""},
    {"verified", 0, {}, "", "The cryptography holds for this subject and the identity is known; whether we trust it is `identity.trusted`."},
    {"reason", 10, {}, "", "`reason`: why not."},
    {"verified_by", 10, {}, "", ""},
    {"identity", 110, {}, "", ""},
    {"time", 74, {}, "", ""},
    {"time_source", 173, {}, "", ""},
    {"log", 174, {}, "", ""},
    {"not_before", 74, {}, "", "Certificate or key validity;"},
    {"not_after", 74, {}, "", ""},
    {"in_validity", 0, {}, "", "`in_validity`: the time falls in it and the key was not revoked then."},
    {"covers_manifest", 0, {}, "", "It names the platform manifest, the index, or both."},
    {"covers_index", 0, {}, "", ""},
});

constexpr auto record_LogEntry = std::to_array<FieldRow>({
    {"log", 3, {}, "", ""},
    {"index", 1, {}, "", ""},
    {"verified", 0, {}, "", ""},
});

constexpr auto record_Statement = std::to_array<FieldRow>({
    {"predicate_digest", 3, {.key = true}, "", ""},
    {"predicate_type", 3, {}, "", ""},
    {"subjects", 17, {}, "", ""},
    {"matches_subject", 0, {}, "", ""},
    {"covers_manifest", 0, {}, "", ""},
    {"covers_index", 0, {}, "", ""},
    {"verified", 0, {}, "", ""},
    {"reason", 10, {}, "", ""},
    {"identity", 110, {}, "", ""},
    {"time", 74, {}, "", ""},
    {"is_known_type", 0, {}, "", ""},
});

constexpr auto record_Provenance = std::to_array<FieldRow>({
    {"statement", 175, {.key = true}, "", ""},
    {"subjects", 17, {}, "", ""},
    {"form", 176, {}, "", ""},
    {"predicate_type", 3, {}, "", ""},
    {"build_type", 3, {}, "", ""},
    {"is_known_type", 0, {}, "", ""},
    {"verified", 0, {}, "", ""},
    {"identity", 110, {}, "", ""},
    {"builder", 3, {}, "", ""},
    {"builder_level", 13, {}, "", "`builder_level`: SLSA build level that trust.builders grants it; absent: none."},
    {"builder_version", 10, {}, "", ""},
    {"invocation", 10, {}, "", ""},
    {"started", 74, {}, "", ""},
    {"finished", 74, {}, "", ""},
    {"external_parameters", 12, {.sensitive = true}, "", "By JSON pointer."},
    {"internal_parameters", 12, {.sensitive = true}, "", ""},
    {"policies", 17, {}, "", "`policies`: build policies the record says were applied."},
    {"source", 177, {}, "", ""},
    {"materials", 179, {}, "", ""},
    {"hermetic", 84, {}, "", ""},
    {"reproducible", 84, {}, "", ""},
    {"parameters_complete", 84, {}, "", ""},
    {"environment_complete", 84, {}, "", ""},
    {"materials_complete", 84, {}, "", ""},
    {"is_privileged", 84, {}, "", ""},
    {"tasks", 181, {}, "", ""},
    {"dockerfile_path", 10, {}, "", ""},
    {"dockerfile_digest", 10, {}, "", ""},
});

constexpr auto record_Source = std::to_array<FieldRow>({
    {"uri", 3, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"ref", 10, {}, "", ""},
    {"path", 10, {}, "", ""},
    {"is_commit", 0, {}, "", "`is_commit`: the digest is a git commit."},
});

constexpr auto record_Material = std::to_array<FieldRow>({
    {"uri", 3, {.key = true}, "", ""},
    {"kind", 182, {}, "", ""},
    {"digests", 17, {}, "", ""},
    {"image", 43, {}, "", ""},
});

constexpr auto record_Task = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", "A pipeline step."},
    {"reference", 10, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"trusted", 0, {}, "", ""},
    {"image", 43, {}, "", "`image` it ran in."},
    {"parameters", 12, {}, "", ""},
    {"succeeded", 84, {}, "", ""},
});

constexpr auto record_TestOutcome = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"result", 183, {}, "", ""},
    {"url", 10, {}, "", ""},
    {"subjects", 17, {}, "", ""},
    {"matches_subject", 0, {}, "", ""},
    {"verified", 0, {}, "", ""},
    {"time", 74, {}, "", ""},
});

constexpr auto record_Summary = std::to_array<FieldRow>({
    {"verifier", 3, {.key = true}, "", ""},
    {"time", 4, {.key = true}, "", ""},
    {"resource", 3, {}, "", ""},
    {"policy", 3, {}, "", ""},
    {"policy_digest", 10, {}, "", ""},
    {"environment", 10, {}, "", ""},
    {"passed", 0, {}, "", ""},
    {"levels", 17, {}, "", ""},
    {"inputs", 17, {}, "", ""},
    {"matches_subject", 0, {}, "", ""},
    {"verified", 0, {}, "", ""},
});

constexpr auto record_SourceAttestation = std::to_array<FieldRow>({
    {"repository", 3, {.key = true}, "", ""},
    {"revision", 3, {.key = true}, "", ""},
    {"level", 1, {}, "", ""},
    {"verified", 0, {}, "", ""},
    {"identity", 110, {}, "", ""},
    {"branch_protected", 84, {}, "", ""},
    {"reviewed", 84, {}, "", ""},
});

constexpr auto record_SourceImage = std::to_array<FieldRow>({
    {"digest", 3, {.key = true}, "", ""},
    {"verified", 0, {}, "", ""},
});

constexpr auto record_Reproduction = std::to_array<FieldRow>({
    {"builder", 3, {.key = true}, "", ""},
    {"digest", 3, {}, "", ""},
    {"matches_subject", 0, {}, "", ""},
    {"time", 74, {}, "", ""},
    {"verified", 0, {}, "", ""},
});

constexpr auto record_Trust = std::to_array<FieldRow>({
    {"builders", 185, {}, "", ""},
    {"identities", 187, {}, "", ""},
    {"keys", 189, {}, "", ""},
    {"roots", 191, {}, "", ""},
    {"publishers", 17, {}, "", ""},
});

constexpr auto record_TrustedBuilder = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"level", 1, {}, "", ""},
});

constexpr auto record_TrustedIdentity = std::to_array<FieldRow>({
    {"issuer", 3, {.key = true}, "", ""},
    {"subject", 3, {.key = true}, "", ""},
});

constexpr auto record_TrustedKey = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"not_before", 74, {}, "", ""},
    {"not_after", 74, {}, "", ""},
    {"revoked_at", 74, {}, "", ""},
});

constexpr auto record_TrustRoot = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"expires", 74, {}, "", ""},
    {"updated", 74, {}, "", ""},
});

constexpr auto record_Reference = std::to_array<FieldRow>({
    {"role", 192, {.key = true}, "", ""},
    {"image", 193, {.key = true}, "", ""},
    {"where", 3, {}, "", ""},
    {"in_image", 0, {}, "", ""},
});

constexpr auto record_Evidence = std::to_array<FieldRow>({
    {"kind", 194, {.key = true}, "", ""},
    {"document", 3, {.key = true}, "", ""},
    {"tool", 10, {}, "", ""},
    {"time", 74, {}, "", ""},
    {"subject", 10, {}, "", ""},
    {"matches_subject", 0, {}, "", ""},
    {"verified", 0, {}, "", ""},
    {"identity", 110, {}, "", ""},
});

constexpr auto record_PreviousRelease = std::to_array<FieldRow>({
    {"reference", 43, {}, "", ""},
    {"digest", 10, {}, "", ""},
    {"created", 74, {}, "", ""},
    {"vulnerabilities", 17, {}, "", ""},
    {"config", 42, {}, "", ""},
    {"size", 70, {}, "", ""},
});

constexpr auto record_SourceTree = std::to_array<FieldRow>({
    {"update_tools", 196, {}, "", ""},
    {"manifests", 17, {}, "", ""},
    {"lock_files", 17, {}, "", ""},
});

constexpr auto record_UpdateTool = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"path", 3, {}, "", ""},
    {"ecosystems", 17, {}, "", ""},
    {"covers_dockerfile", 0, {}, "", ""},
});

constexpr auto record_Daemon = std::to_array<FieldRow>({
    {"rootless", 0, {}, "", ""},
    {"icc", 84, {}, "", ""},
    {"log_level", 10, {}, "", ""},
    {"iptables", 84, {}, "", ""},
    {"insecure_registries", 17, {}, "", ""},
    {"registry_mirrors", 17, {}, "", ""},
    {"storage_driver", 10, {}, "", ""},
    {"storage_options", 12, {}, "", ""},
    {"hosts", 17, {}, "", ""},
    {"tls", 84, {}, "", ""},
    {"tls_verify", 84, {}, "", ""},
    {"default_ulimits", 137, {}, "", ""},
    {"userns_remap", 10, {}, "", ""},
    {"cgroup_parent", 10, {}, "", ""},
    {"authorization_plugins", 17, {}, "", ""},
    {"log_driver", 10, {}, "", ""},
    {"no_new_privileges", 84, {}, "", ""},
    {"live_restore", 84, {}, "", ""},
    {"userland_proxy", 84, {}, "", ""},
    {"seccomp", 141, {}, "", ""},
    {"experimental", 84, {}, "", ""},
    {"content_trust", 84, {}, "", ""},
    {"root_directory", 10, {}, "", ""},
    {"security_options", 17, {}, "", ""},
    {"warnings", 17, {}, "", ""},
});

constexpr auto record_Component = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"version", 7, {}, "", ""},
    {"text", 3, {}, "", ""},
    {"released", 74, {}, "", ""},
    {"newest", 15, {}, "", ""},
});

constexpr auto record_HostFile = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", ""},
    {"owner", 3, {}, "", ""},
    {"group", 3, {}, "", ""},
    {"uid", 1, {}, "", ""},
    {"gid", 1, {}, "", ""},
    {"mode", 1, {}, "", ""},
    {"kind", 79, {}, "", ""},
});

constexpr auto record_AuditRule = std::to_array<FieldRow>({
    {"path", 3, {.key = true}, "", ""},
    {"permissions", 3, {}, "", ""},
    {"text", 3, {}, "", ""},
});

constexpr auto record_HostGroup = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"members", 17, {}, "", ""},
});

constexpr auto record_HostMount = std::to_array<FieldRow>({
    {"target", 3, {.key = true}, "", ""},
    {"source", 3, {}, "", ""},
    {"type", 3, {}, "", ""},
    {"options", 17, {}, "", ""},
});

constexpr auto record_Swarm = std::to_array<FieldRow>({
    {"active", 0, {}, "", ""},
    {"managers", 1, {}, "", ""},
    {"workers", 1, {}, "", ""},
    {"autolock", 84, {}, "", ""},
    {"certificate_expiry", 20, {}, "", ""},
    {"listen_address", 10, {}, "", ""},
    {"data_address", 10, {}, "", ""},
    {"secrets", 1, {}, "", ""},
    {"networks", 198, {}, "", ""},
});

constexpr auto record_OverlayNetwork = std::to_array<FieldRow>({
    {"name", 3, {.key = true}, "", ""},
    {"encrypted", 0, {}, "", ""},
});

constexpr auto record_HostImage = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"names", 17, {}, "", ""},
    {"size", 6, {}, "", ""},
    {"containers", 1, {}, "", ""},
    {"created", 74, {}, "", ""},
});

constexpr auto record_HostContainer = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"name", 3, {}, "", ""},
    {"running", 0, {}, "", ""},
    {"finished", 74, {}, "", ""},
});

constexpr auto record_HardeningCheck = std::to_array<FieldRow>({
    {"id", 3, {.key = true}, "", ""},
    {"result", 183, {}, "", ""},
    {"text", 3, {}, "", ""},
});

constexpr auto domain_run = std::to_array<FieldRow>({
    {"now", 4, {.part = true}, "", "Wall clock from the command line, or the caller's; unknown where a library caller gives none."},
    {"environment", 10, {}, "", "`environment`: what the caller names (`production`), else absent."},
    {"trust", 199, {.part = true}, "", "ATTESTATIONS: builders, identities, keys and roots the organisation trusts (JSON or YAML of its own)."},
});

constexpr auto domain_feeds = std::to_array<FieldRow>({
    {"epss", 200, {.part = true, .per_run = true}, "", "EPSS scores, CISA KEV, OSV or distribution advisories with dates, endoflife.date records, package registry metadata, registry tag listings."},
    {"known_exploited", 200, {.part = true, .per_run = true}, "", ""},
    {"fix_dates", 200, {.part = true, .per_run = true}, "", ""},
    {"end_of_life", 200, {.part = true, .per_run = true}, "", ""},
    {"registry", 200, {.part = true, .per_run = true}, "", ""},
    {"tags", 200, {.part = true, .per_run = true}, "", ""},
});

constexpr auto domain_subject = std::to_array<FieldRow>({
    {"subject_name", 3, {}, "", "What is judged: the image's normalised name, its digest, `build PATH` (as given, cleaned) or `document PATH`; unique in a run."},
    {"packages", 202, {.part = true}, "", "SPINE. One row per package, coalesced from all sightings; one per vulnerability and package."},
    {"vulnerabilities", 204, {.part = true}, "", ""},
    {"sboms", 206, {.part = true}, "", "SPINE. One row per document."},
    {"scans", 208, {.part = true}, "", ""},
    {"vex", 210, {.part = true}, "", "DOCUMENTS. VEX statements, one row per vulnerability and product; every image name mentioned; every document with date and signer; the release before this one."},
    {"references", 212, {}, "", ""},
    {"evidence", 214, {}, "", ""},
    {"previous_release", 215, {.part = true}, "", ""},
    {"source", 216, {.part = true}, "", "DOCUMENTS. The source repository as far as its files were given."},
});

constexpr auto domain_dockerfile = std::to_array<FieldRow>({
    {"path", 3, {}, "", "sha256 of the bytes; `# syntax=`, `# escape=`; physical lines."},
    {"digest", 3, {}, "", ""},
    {"syntax", 10, {}, "", ""},
    {"escape", 3, {}, "", ""},
    {"line_count", 1, {}, "", ""},
    {"errors", 218, {}, "", "What BuildKit would refuse, each with its place; the rest of the file is still facts. Line numbers of empty lines inside a continuation."},
    {"empty_continuations", 140, {}, "", ""},
    {"comments", 220, {}, "", ""},
    {"stages", 222, {}, "", "In order of appearance."},
    {"final", 57, {}, "", "`final` is the chosen target, else the last; unknown (unreadable) in a file without FROM."},
    {"global_arguments", 224, {}, "", "ARG before the first FROM."},
    {"instructions", 33, {}, "", "Homes: the whole file, source order."},
    {"runs", 35, {}, "", ""},
    {"commands", 37, {}, "", ""},
    {"copies", 39, {}, "", ""},
    {"variables", 41, {}, "", ""},
    {"labels", 226, {}, "", ""},
    {"exposes", 228, {}, "", ""},
    {"lint", 230, {.part = true}, "", "Results of ShellCheck over the RUN scripts, where the caller supplies them."},
    {"ignore", 231, {.part = true}, "", "`.dockerignore`: absent where the context was listed without one. Files of the build context, relative."},
    {"context", 17, {.part = true}, "", ""},
});

constexpr auto domain_image = std::to_array<FieldRow>({
    {"digest", 3, {}, "", "Manifest digest (what a registry serves) and configuration digest (Docker's image id). Unknown where the source does not state it."},
    {"id", 3, {}, "", ""},
    {"reference", 193, {}, "", "The name under judgement, and all names given. `reference` is unknown, `references` empty, where the image has none."},
    {"references", 232, {}, "", "`reference` is unknown, `references` empty, where the image has none."},
    {"purl", 10, {}, "", ""},
    {"platform", 233, {}, "", ""},
    {"created", 74, {}, "", ""},
    {"author", 10, {}, "", ""},
    {"config", 42, {.part = true}, "", ""},
    {"history", 235, {.part = true}, "", "Oldest first."},
    {"manifest", 236, {.part = true}, "", "Sizes as pulled and unpacked; media types; annotations."},
    {"index", 237, {.part = true}, "", "Absent: the image is not part of an index."},
    {"layers", 239, {.part = true}, "", "Base first."},
    {"files", 88, {.part = true}, "", "The merged file system; whiteouts applied, hard links resolved."},
    {"users", 241, {.part = true}, "", "/etc/passwd with /etc/shadow; /etc/group."},
    {"groups", 243, {.part = true}, "", ""},
    {"installed", 245, {.part = true}, "", "Packages of the image's own databases and manifests only (dpkg, apk, rpm, site-packages, node_modules, jars, Go and Rust build info)."},
    {"databases", 247, {.part = true}, "", ""},
    {"package_sources", 249, {.part = true}, "", ""},
    {"os", 86, {.part = true}, "", "/etc/os-release; absent: read, and there is none."},
    {"lineage", 251, {.part = true}, "", "Nearest first; complete only where it ends in scratch or a declared root."},
    {"secrets", 253, {.part = true}, "", "Results of secret and malware scans of any tool."},
    {"malware", 255, {.part = true}, "", ""},
    {"tag_history", 95, {}, "feeds.tags", "Digest that the tag has now and had before, newest first (feeds.tags)."},
});

constexpr auto domain_runtime = std::to_array<FieldRow>({
    {"containers", 257, {.part = true}, "", "Level subject."},
    {"pods", 259, {.part = true, .per_run = true}, "", "Level run: pods and pod templates; compose projects; ConfigMaps, Secrets and compose configs."},
    {"projects", 261, {.part = true, .per_run = true}, "", ""},
    {"objects", 263, {.part = true, .per_run = true}, "", ""},
});

constexpr auto domain_attestations = std::to_array<FieldRow>({
    {"signatures", 90, {.part = true}, "", "Verified here, or stated as verified by cosign or another tool (`verified_by`)."},
    {"statements", 265, {.part = true}, "", ""},
    {"provenance", 92, {.part = true}, "", ""},
    {"tests", 267, {.part = true}, "", ""},
    {"summaries", 269, {.part = true}, "", ""},
    {"source", 271, {.part = true}, "", ""},
    {"source_images", 273, {.part = true}, "", ""},
    {"reproductions", 275, {.part = true}, "", ""},
});

constexpr auto domain_host = std::to_array<FieldRow>({
    {"daemon", 276, {.part = true, .per_run = true}, "", ""},
    {"versions", 278, {.part = true, .per_run = true}, "", ""},
    {"files", 280, {.part = true, .per_run = true}, "", ""},
    {"audit", 282, {.part = true, .per_run = true}, "", ""},
    {"groups", 284, {.part = true, .per_run = true}, "", ""},
    {"mounts", 286, {.part = true, .per_run = true}, "", ""},
    {"swarm", 287, {.part = true, .per_run = true}, "", ""},
    {"images", 289, {.part = true, .per_run = true}, "", ""},
    {"containers", 291, {.part = true, .per_run = true}, "", ""},
    {"hardening", 293, {.part = true, .per_run = true}, "", ""},
    {"env", 23, {.part = true, .per_run = true}, "", "Environment of the clients and the daemon (`DOCKER_CONTENT_TRUST`)."},
});

constexpr auto record_rows = std::to_array<RecordRow>({
    {"ImageReference", "An image reference, Docker's rules: docker.io and library/ filled in, no default tag invented.", record_ImageReference},
    {"Purl", "Package URL, decoded, type-folded (purl-spec); compare `Package.id`, not this.", record_Purl},
    {"Platform", "", record_Platform},
    {"User", "A user as written (`name[:group]`, `uid[:gid]`) and as resolved through the image's account files.", record_User},
    {"EnvVariable", "A name and a value from an image, a Dockerfile or a command prefix; later definitions of a name win.", record_EnvVariable},
    {"Port", "", record_Port},
    {"Identity", "", record_Identity},
    {"Tool", "", record_Tool},
    {"Executable", "A file that a command line starts, found by PATH lookup in the merged file system (IMAGES).", record_Executable},
    {"Exec", "A command line of an image or container.", record_Exec},
    {"Healthcheck", "", record_Healthcheck},
    {"ImageConfig", "What a container started from this image gets; OCI image-spec config, Docker config, or the effect of a Dockerfile stage.", record_ImageConfig},
    {"Feed", "", record_Feed},
    {"ParseError", "", record_ParseError},
    {"ShellFinding", "", record_ShellFinding},
    {"Comment", "A comment that is no parser directive. `directive`: `hadolint ignore=DL3008`, `checkov:skip=…`, `# check=` and the like, read and never obeyed.", record_Comment},
    {"InlineIgnore", "A comment that is no parser directive. `directive`: `hadolint ignore=DL3008`, `checkov:skip=…`, `# check=` and the like, read and never obeyed.", record_InlineIgnore},
    {"IgnoreFile", "", record_IgnoreFile},
    {"GlobalArgument", "", record_GlobalArgument},
    {"Stage", "", record_Stage},
    {"StageBase", "", record_StageBase},
    {"Flag", "Name as written, dashes included (`--from`).", record_Flag},
    {"Heredoc", "", record_Heredoc},
    {"VariableUse", "", record_VariableUse},
    {"Instruction", "", record_Instruction},
    {"Run", "", record_Run},
    {"RunMount", "", record_RunMount},
    {"Command", "One simple command of a RUN, after quoting, `env`, `sudo`, `sh -c`, `exec` and `xargs` are peeled off.", record_Command},
    {"Redirect", "", record_Redirect},
    {"InstallTarget", "`pinned`: an exact version, digest, commit or a hashed requirements file; a local path or archive is pinned too. `is_file`: a requirements or lock file.", record_InstallTarget},
    {"Copy", "COPY or ADD.", record_Copy},
    {"CopySource", "", record_CopySource},
    {"Variable", "ENV and the ARG of a stage. `defined`: right side as written; `value`: expanded; absent: `ARG X` alone. `is_legacy`: `ENV k v`. `uses_itself`: a name defined by the same instruction.", record_Variable},
    {"LabelEntry", "", record_LabelEntry},
    {"Expose", "`number` absent where the text is no port; `has_host_part`: `ip:port:port`.", record_Expose},
    {"Manifest", "", record_Manifest},
    {"ImageIndex", "", record_ImageIndex},
    {"IndexEntry", "", record_IndexEntry},
    {"HistoryStep", "`keyword` where `created_by` is a Dockerfile instruction (`/bin/sh -c #(nop) CMD …` too); `words`: its shell words. Build arguments leak here.", record_HistoryStep},
    {"Layer", "", record_Layer},
    {"LayerEntry", "A file as one layer brings it, before merging. `removed_in`: index of the later layer that removes or replaces it.", record_LayerEntry},
    {"File", "", record_File},
    {"ContentMatch", "", record_ContentMatch},
    {"Account", "", record_Account},
    {"AccountGroup", "", record_AccountGroup},
    {"PackageDatabase", "`type` deb: /var/lib/dpkg and so on. `mismatched`: listed files whose digest differs; `missing`: listed files that are gone.", record_PackageDatabase},
    {"PackageRepository", "", record_PackageRepository},
    {"OperatingSystem", "", record_OperatingSystem},
    {"Base", "One ancestor. FROM, label and provenance name it without supplying the part: all but `reference`, `digest`, `source` stays `not_supplied(image.lineage)` until documents of that base are given.", record_Base},
    {"NewestBase", "", record_NewestBase},
    {"TagEvent", "", record_TagEvent},
    {"TagSupport", "", record_TagSupport},
    {"SecretMatch", "", record_SecretMatch},
    {"MalwareMatch", "", record_MalwareMatch},
    {"Sighting", "", record_Sighting},
    {"Origin", "What saw a package: tool and document.", record_Origin},
    {"Package", "", record_Package},
    {"PackageSource", "", record_PackageSource},
    {"PackageSignature", "", record_PackageSignature},
    {"RegistryRecord", "`exists`: its registry knows this name and version. `behind`: releases newer than ours. `popular_neighbour`: a far more used name within edit distance two.", record_RegistryRecord},
    {"Sbom", "", record_Sbom},
    {"Scan", "", record_Scan},
    {"Suppressed", "", record_Suppressed},
    {"Vulnerability", "", record_Vulnerability},
    {"CvssScore", "", record_CvssScore},
    {"KnownExploited", "", record_KnownExploited},
    {"Epss", "", record_Epss},
    {"Report", "", record_Report},
    {"VexEffect", "", record_VexEffect},
    {"VexStatement", "", record_VexStatement},
    {"ContainerImage", "", record_ContainerImage},
    {"Namespace", "", record_Namespace},
    {"Profile", "", record_Profile},
    {"Selinux", "", record_Selinux},
    {"Capabilities", "", record_Capabilities},
    {"Mount", "", record_Mount},
    {"Device", "", record_Device},
    {"PublishedPort", "Absent `host_port`: the engine chooses. `is_bound`: an address is named; `is_loopback`: only 127/8 or ::1; `is_exposed`: the image exposes it.", record_PublishedPort},
    {"ContainerVariable", "", record_ContainerVariable},
    {"Resources", "All limits absent where unset. CPUs in cores; pids a count.", record_Resources},
    {"Ulimit", "", record_Ulimit},
    {"Probe", "", record_Probe},
    {"Effective", "", record_Effective},
    {"Container", "", record_Container},
    {"Change", "", record_Change},
    {"ExecEvent", "", record_ExecEvent},
    {"Pod", "", record_Pod},
    {"Volume", "", record_Volume},
    {"Project", "A compose project after includes, overrides, `extends` and profiles.", record_Project},
    {"Service", "", record_Service},
    {"ConfigObject", "", record_ConfigObject},
    {"Signature", "", record_Signature},
    {"LogEntry", "", record_LogEntry},
    {"Statement", "An in-toto statement of any predicate type; digests of every algorithm stand in `subjects`.", record_Statement},
    {"Provenance", "SLSA v0.1, v0.2, v1 (also `v1.0`, `v1-rc1` as written in the wild) in one shape; `is_known_type`: predicate and build type are ones we read.", record_Provenance},
    {"Source", "", record_Source},
    {"Material", "", record_Material},
    {"Task", "", record_Task},
    {"TestOutcome", "", record_TestOutcome},
    {"Summary", "SLSA verification summary.", record_Summary},
    {"SourceAttestation", "", record_SourceAttestation},
    {"SourceImage", "", record_SourceImage},
    {"Reproduction", "", record_Reproduction},
    {"Trust", "", record_Trust},
    {"TrustedBuilder", "", record_TrustedBuilder},
    {"TrustedIdentity", "", record_TrustedIdentity},
    {"TrustedKey", "", record_TrustedKey},
    {"TrustRoot", "", record_TrustRoot},
    {"Reference", "Every image named by Dockerfile, compose, pods or provenance, with the place that names it.", record_Reference},
    {"Evidence", "One row per document that speaks for the subject. `subject`: digest it names; `time`: when it was made.", record_Evidence},
    {"PreviousRelease", "From facts the caller gave for an earlier release of this image (`--previous FILE…`).", record_PreviousRelease},
    {"SourceTree", "", record_SourceTree},
    {"UpdateTool", "", record_UpdateTool},
    {"Daemon", "", record_Daemon},
    {"Component", "engine, containerd, runc, kernel, os.", record_Component},
    {"HostFile", "Only files that exist; complete where the collector looked at all it was asked for.", record_HostFile},
    {"AuditRule", "", record_AuditRule},
    {"HostGroup", "", record_HostGroup},
    {"HostMount", "", record_HostMount},
    {"Swarm", "", record_Swarm},
    {"OverlayNetwork", "", record_OverlayNetwork},
    {"HostImage", "", record_HostImage},
    {"HostContainer", "", record_HostContainer},
    {"HardeningCheck", "A result of a host benchmark tool that the caller supplies.", record_HardeningCheck},
});

constexpr auto domain_rows = std::to_array<RecordRow>({
    {"run", "Level run.", domain_run},
    {"feeds", "Level run. Data about the world that the caller supplies; they fill cells of the subjects' rows, which are unknown (`not_supplied(feeds.x)`) without them, unless a document of the subject states the cell.", domain_feeds},
    {"subject", "Level subject; written bare.", domain_subject},
    {"dockerfile", "", domain_dockerfile},
    {"image", "OCI image-spec 1.1, Docker image configuration, `docker image inspect`, archives.", domain_image},
    {"runtime", "", domain_runtime},
    {"attestations", "", domain_attestations},
    {"host", "", domain_host},
});

}  // namespace

std::span<const TypeRow> types() { return type_rows; }
std::span<const EnumRow> enums() { return enum_rows; }
std::span<const RecordRow> records() { return record_rows; }
std::span<const RecordRow> domains() { return domain_rows; }

}  // namespace scantling::generated
