// Generated from engine/schema/model/ by `./run generate`. Do not edit.
// The enums of the facts model; a member's value is its position in the schema.
#pragma once

#include <cstdint>

namespace scantling::model {

// CVSS words; `negligible` and lint `style` are info; a scanner's UNKNOWN is the state unknown.
enum class Severity : std::uint8_t {
    info,
    low,
    medium,
    high,
    critical,
};

enum class Protocol : std::uint8_t {
    tcp,
    udp,
    sctp,
};

// How a command line was given: JSON array, or a text for a shell.
enum class Form : std::uint8_t {
    exec,
    shell,
};

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
    other,
};

// Which comparison a version has: deb, rpm, apk, pypi, maven, gem, golang, nuget by their own; npm cargo composer hex pub swift conan julia … semver; others generic.
enum class Ecosystem : std::uint8_t {
    deb,
    rpm,
    apk,
    semver,
    pep440,
    maven,
    gem,
    golang,
    nuget,
    generic,
};

// Which comparison a version has: deb, rpm, apk, pypi, maven, gem, golang, nuget by their own; npm cargo composer hex pub swift conan julia … semver; others generic.
enum class Weekday : std::uint8_t {
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday,
};

enum class Keyword : std::uint8_t {
    FROM,
    RUN,
    CMD,
    LABEL,
    MAINTAINER,
    EXPOSE,
    ENV,
    ADD,
    COPY,
    ENTRYPOINT,
    VOLUME,
    USER,
    WORKDIR,
    ARG,
    ONBUILD,
    STOPSIGNAL,
    HEALTHCHECK,
    SHELL,
    OTHER,
};

// How a command follows the one before it: `&&`, `||`, `;` or line end, `&`. Pipes are `pipes_into`.
enum class ListOperator : std::uint8_t {
    and_if,
    or_if,
    sequence,
    background,
};

enum class RedirectKind : std::uint8_t {
    read,
    write,
    append,
    heredoc,
    here_string,
    duplicate,
};

enum class RunMountKind : std::uint8_t {
    bind,
    cache,
    tmpfs,
    secret,
    ssh,
};

enum class CopySourceKind : std::uint8_t {
    local,
    remote,
    git,
    stage,
    image,
    heredoc,
};

enum class FileKind : std::uint8_t {
    regular,
    directory,
    symlink,
    character_device,
    block_device,
    fifo,
    socket,
};

enum class Content : std::uint8_t {
    elf,
    pe,
    script,
    archive,
    java_archive,
    text,
    private_key,
    database,
    other,
};

enum class PasswordState : std::uint8_t {
    empty,
    locked,
    hashed,
    shadowed,
};

enum class LineageSource : std::uint8_t {
    supplied,
    provenance,
    label,
    layers,
    dockerfile,
};

enum class IndexRole : std::uint8_t {
    image,
    attestation,
    other,
};

enum class Scope : std::uint8_t {
    required,
    optional,
    excluded,
    dev,
    test,
    build,
};

// entrypoint owns the started executable; loaded: opened, linked or imported from it; reachable: by the dependency graph only.
enum class Use : std::uint8_t {
    entrypoint,
    loaded,
    reachable,
    unreachable,
};

enum class SbomFormat : std::uint8_t {
    cyclonedx,
    spdx,
    syft,
    github,
};

enum class OriginKind : std::uint8_t {
    image,
    sbom,
    scan,
};

enum class ScanKind : std::uint8_t {
    vulnerability,
    secret,
    malware,
    licence,
    misconfiguration,
};

enum class FixState : std::uint8_t {
    fixed,
    not_fixed,
    wont_fix,
    deferred,
    end_of_life,
};

enum class VexStatus : std::uint8_t {
    not_affected,
    affected,
    fixed,
    under_investigation,
};

enum class VexJustification : std::uint8_t {
    component_not_present,
    vulnerable_code_not_present,
    vulnerable_code_not_in_execute_path,
    vulnerable_code_cannot_be_controlled_by_adversary,
    inline_mitigations_already_exist,
    code_not_present,
    code_not_reachable,
    requires_configuration,
    requires_dependency,
    requires_environment,
    protected_by_compiler,
    protected_at_runtime,
    protected_at_perimeter,
    protected_by_mitigating_control,
};

enum class VexFormat : std::uint8_t {
    openvex,
    csaf,
    cyclonedx,
    scanner,
};

enum class RuntimeOrigin : std::uint8_t {
    docker,
    podman,
    compose,
    kubernetes,
    oci,
};

enum class ContainerKind : std::uint8_t {
    main,
    init,
    sidecar,
    ephemeral,
};

enum class PullPolicy : std::uint8_t {
    always,
    if_not_present,
    never,
    build,
};

// docker's network `none` is isolated; `named` a network or namespace by name, in `target`; `container` joins another's.
enum class NamespaceMode : std::uint8_t {
    private_,
    shareable,
    host,
    container,
    bridge,
    isolated,
    named,
};

enum class MountKind : std::uint8_t {
    bind,
    volume,
    tmpfs,
    image,
    npipe,
    cluster,
    host_path,
    empty_dir,
    secret,
    config_map,
    projected,
    downward_api,
    persistent_claim,
    csi,
    ephemeral,
    nfs,
    iscsi,
    other,
};

enum class Propagation : std::uint8_t {
    private_,
    rprivate,
    slave,
    rslave,
    shared,
    rshared,
};

enum class ProfileKind : std::uint8_t {
    runtime_default,
    named,
    unconfined,
};

enum class ValueSource : std::uint8_t {
    literal,
    secret,
    config_map,
    field,
    file,
    host,
    image,
};

enum class RestartPolicy : std::uint8_t {
    unset,
    always,
    on_failure,
    unless_stopped,
};

enum class ProbeKind : std::uint8_t {
    exec,
    http,
    tcp,
    grpc,
};

enum class ProbeRole : std::uint8_t {
    liveness,
    readiness,
    startup,
    post_start,
    pre_stop,
};

enum class ChangeKind : std::uint8_t {
    added,
    changed,
    deleted,
};

enum class SignatureFormat : std::uint8_t {
    simple_signing,
    sigstore_bundle,
    dsse,
    notation,
    openpgp,
    other,
};

enum class TimeSource : std::uint8_t {
    transparency_log,
    timestamp_authority,
    signer,
};

enum class MaterialKind : std::uint8_t {
    image,
    git,
    http,
    local,
    other,
};

enum class TestResult : std::uint8_t {
    passed,
    warned,
    failed,
    skipped,
    error,
};

enum class SlsaForm : std::uint8_t {
    slsa_v0_1,
    slsa_v0_2,
    slsa_v1,
};

enum class ReferenceRole : std::uint8_t {
    base,
    copied,
    deployed,
    built,
    task,
};

enum class EvidenceKind : std::uint8_t {
    scan,
    sbom,
    provenance,
    signature,
    vex,
    summary,
    test,
    source,
    reproduction,
};

}  // namespace scantling::model
