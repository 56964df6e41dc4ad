// Generated from engine/schema/model/ by `./run generate`. Do not edit.
// The enums of the facts model; a member's value is its position in the schema.
#pragma once

#include <cstdint>

namespace scantling::model {

// How bad a finding is, in the words of CVSS. `negligible` and lint `style` are info; a scanner's UNKNOWN is the state unknown.
enum class Severity : std::uint8_t {
    info,
    low,
    medium,
    high,
    critical,
};

// Transport protocol of a port.
enum class Protocol : std::uint8_t {
    tcp,
    udp,
    sctp,
};

// How a command line was given: `exec`, a JSON array; `shell`, a text for a shell.
enum class Form : std::uint8_t {
    exec,
    shell,
};

// The type of a package URL (Package-URL type index). `alpine` is apk; any other text is `other`, kept in `type_name`.
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

// Which comparison a version has: deb, rpm, apk, maven, gem, golang and nuget by their own, pypi by PEP 440; npm, cargo, composer, hex, pub, swift, conan, julia and their like semver; all others generic.
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

// Days of the week, as `weekday()` gives them (UTC).
enum class Weekday : std::uint8_t {
    monday,
    tuesday,
    wednesday,
    thursday,
    friday,
    saturday,
    sunday,
};

// Instruction of a Dockerfile; `OTHER` is a word that BuildKit does not know.
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

// How a command follows the one before it: `&&`, `||`, `;` or the line's end, `&`. Pipes are `pipes_into`.
enum class ListOperator : std::uint8_t {
    and_if,
    or_if,
    sequence,
    background,
};

// What a redirection does with a descriptor.
enum class RedirectKind : std::uint8_t {
    read,
    write,
    append,
    heredoc,
    here_string,
    duplicate,
};

// Type of a `RUN --mount`.
enum class RunMountKind : std::uint8_t {
    bind,
    cache,
    tmpfs,
    secret,
    ssh,
};

// What a source of COPY or ADD is.
enum class CopySourceKind : std::uint8_t {
    local,
    remote,
    git,
    stage,
    image,
    heredoc,
};

// Kind of a file, as tar and the kernel know it.
enum class FileKind : std::uint8_t {
    regular,
    directory,
    symlink,
    character_device,
    block_device,
    fifo,
    socket,
};

// What a file's first bytes say that it holds.
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

// What stands in an account's password field.
enum class PasswordState : std::uint8_t {
    empty,
    locked,
    hashed,
    shadowed,
};

// How a base is known: its documents were supplied, or provenance, a label, equal layers or a Dockerfile name it.
enum class LineageSource : std::uint8_t {
    supplied,
    provenance,
    label,
    layers,
    dockerfile,
};

// What an entry of an index is: an image of some platform, an attestation of one, something else.
enum class IndexRole : std::uint8_t {
    image,
    attestation,
    other,
};

// How a package belongs to the thing that has it: CycloneDX's `required`, `optional`, `excluded`, and package managers' `dev`, `test`, `build`.
enum class Scope : std::uint8_t {
    required,
    optional,
    excluded,
    dev,
    test,
    build,
};

// Whether a package runs: `entrypoint` owns the started executable; `loaded` is opened, linked or imported from it; `reachable` by the dependency graph only; `unreachable` not even so.
enum class Use : std::uint8_t {
    entrypoint,
    loaded,
    reachable,
    unreachable,
};

// Format of an SBOM document.
enum class SbomFormat : std::uint8_t {
    cyclonedx,
    spdx,
    syft,
    github,
};

// What kind of source saw a package: the image's own databases, an SBOM, a scan.
enum class OriginKind : std::uint8_t {
    image,
    sbom,
    scan,
};

// What a scan looked for.
enum class ScanKind : std::uint8_t {
    vulnerability,
    secret,
    malware,
    licence,
    misconfiguration,
};

// Whether a fixed version is there to be had, and what the publisher means to do.
enum class FixState : std::uint8_t {
    fixed,
    not_fixed,
    wont_fix,
    deferred,
    end_of_life,
};

// What a VEX statement says of a product and a vulnerability.
enum class VexStatus : std::uint8_t {
    not_affected,
    affected,
    fixed,
    under_investigation,
};

// Why a product is not affected: OpenVEX's and CSAF's words first, then CycloneDX's own.
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

// Format of the document that makes a VEX statement; `scanner`: a scanner's report passes it on.
enum class VexFormat : std::uint8_t {
    openvex,
    csaf,
    cyclonedx,
    scanner,
};

// What kind of source describes a container.
enum class RuntimeOrigin : std::uint8_t {
    docker,
    podman,
    compose,
    kubernetes,
    oci,
};

// What a container is within its pod; `main` where there is no pod.
enum class ContainerKind : std::uint8_t {
    main,
    init,
    sidecar,
    ephemeral,
};

// When an image is pulled.
enum class PullPolicy : std::uint8_t {
    always,
    if_not_present,
    never,
    build,
};

// Whose namespace a container has. docker's network `none` is isolated; `named` a network or namespace by name, in `target`; `container` joins another's.
enum class NamespaceMode : std::uint8_t {
    private_,
    shareable,
    host,
    container,
    bridge,
    isolated,
    named,
};

// Kind of a mount: docker's and compose's types, then Kubernetes' volume sources.
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

// Mount propagation, as the kernel names it.
enum class Propagation : std::uint8_t {
    private_,
    rprivate,
    slave,
    rslave,
    shared,
    rshared,
};

// Which security profile holds: the engine's default, one by name or path, none.
enum class ProfileKind : std::uint8_t {
    runtime_default,
    named,
    unconfined,
};

// Where a variable's value comes from.
enum class ValueSource : std::uint8_t {
    literal,
    secret,
    config_map,
    field,
    file,
    host,
    image,
};

// When an engine starts a container again; `unset`: the source does not say.
enum class RestartPolicy : std::uint8_t {
    unset,
    always,
    on_failure,
    unless_stopped,
};

// How a probe asks.
enum class ProbeKind : std::uint8_t {
    exec,
    http,
    tcp,
    grpc,
};

// What a probe or lifecycle hook is for.
enum class ProbeRole : std::uint8_t {
    liveness,
    readiness,
    startup,
    post_start,
    pre_stop,
};

// What became of a file in a running container.
enum class ChangeKind : std::uint8_t {
    added,
    changed,
    deleted,
};

// Format of a signature.
enum class SignatureFormat : std::uint8_t {
    simple_signing,
    sigstore_bundle,
    dsse,
    notation,
    openpgp,
    other,
};

// Who vouches for the time of a signature.
enum class TimeSource : std::uint8_t {
    transparency_log,
    timestamp_authority,
    signer,
};

// What something that went into a build is.
enum class MaterialKind : std::uint8_t {
    image,
    git,
    http,
    local,
    package,
    other,
};

// Outcome of a test or a check.
enum class TestResult : std::uint8_t {
    passed,
    warned,
    failed,
    skipped,
    error,
};

// Which form of SLSA provenance a record has.
enum class SlsaForm : std::uint8_t {
    slsa_v0_1,
    slsa_v0_2,
    slsa_v1,
};

// What a named image is to the subject.
enum class ReferenceRole : std::uint8_t {
    base,
    copied,
    deployed,
    built,
    task,
};

// Kind of a document that speaks for a subject.
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
