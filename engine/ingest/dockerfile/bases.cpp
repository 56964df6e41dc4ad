// The table of well-known bases. Docker's official images by repository, then a few other publishers by prefix.
#include "engine/ingest/dockerfile/bases.h"

#include <algorithm>

namespace scantling::dockerfile {

namespace {

// Official images whose Dockerfile sets no USER, for any tag.
constexpr std::string_view official_root[] = {
    "almalinux",   "alpine",         "amazoncorretto", "amazonlinux", "archlinux",
    "bash",        "buildpack-deps", "busybox",        "caddy",       "cassandra",
    "centos",      "clojure",        "composer",       "couchdb",     "crystal",
    "dart",        "debian",         "docker",         "drupal",      "eclipse-temurin",
    "elixir",      "erlang",         "fedora",         "fsharp",      "gcc",
    "ghost",       "golang",         "haskell",        "httpd",       "ibm-semeru-runtimes",
    "influxdb",    "joomla",         "julia",          "mageia",      "mariadb",
    "matomo",      "maven",          "mediawiki",      "mongo",       "mono",
    "mysql",       "nextcloud",      "nginx",          "node",        "openjdk",
    "oraclelinux", "perl",           "photon",         "php",         "phpmyadmin",
    "postgres",    "pypy",           "python",         "rabbitmq",    "redis",
    "redmine",     "registry",       "rockylinux",     "ruby",        "rust",
    "sapmachine",  "swift",          "tomcat",         "traefik",     "ubuntu",
    "wordpress",
};

// Official images that exist to compile, whatever the tag.
constexpr std::string_view official_compilers[] = {"buildpack-deps", "clojure", "dart",  "elixir", "erlang",  "gcc",   "golang",
                                                   "gradle",         "haskell", "maven", "rust",   "crystal", "fsharp"};
// Language images whose plain tag stands on a full distribution with compilers; a slim or alpine variant exists.
constexpr std::string_view official_full[] = {"node", "perl", "pypy", "python", "ruby", "swift", "julia"};
constexpr std::string_view java[] = {"amazoncorretto", "eclipse-temurin", "ibm-semeru-runtimes", "openjdk", "sapmachine"};

template <std::size_t N>
bool among(const std::string_view (&names)[N], std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool ends(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool small_tag(std::string_view tag) {
    for (const std::string_view word : {"slim", "alpine", "distroless", "chiseled", "minimal", "micro", "busybox"}) {
        if (has(tag, word)) return true;
    }
    return false;
}

BaseFamily official(std::string_view name, std::string_view tag, bool digest_only) {
    BaseFamily family;
    family.runs_as_root = among(official_root, name);
    family.is_minimal = name == "alpine" || name == "busybox" || small_tag(tag);
    family.is_sdk = among(official_compilers, name);
    // A digest alone does not tell the variant.
    if (among(official_full, name)) family.is_sdk = !digest_only && !family.is_minimal;
    if (among(java, name)) family.is_sdk = !digest_only && !has(tag, "jre");
    family.is_windows = has(tag, "windowsservercore") || has(tag, "nanoserver");
    if (family.is_windows) family.runs_as_root = false;
    return family;
}

BaseFamily microsoft(std::string_view repository, std::string_view tag) {
    BaseFamily family;
    family.is_windows = starts(repository, "windows") || has(tag, "windowsservercore") || has(tag, "nanoserver");
    if (!starts(repository, "dotnet/")) return family;
    family.is_sdk = starts(repository, "dotnet/sdk") || starts(repository, "dotnet/nightly/sdk");
    const bool without_root = has(tag, "chiseled") || has(tag, "distroless") || family.is_windows;
    family.runs_as_root = !without_root;
    family.is_minimal = small_tag(tag);
    return family;
}

}  // namespace

BaseFamily base_family(const ImageReference& reference) {
    const std::string_view repository = reference.repository;
    const std::string_view tag = reference.tag ? std::string_view(*reference.tag) : std::string_view();
    const bool digest_only = !reference.tag && reference.digest;
    BaseFamily family;
    if (reference.registry == "docker.io" && starts(repository, "library/")) return official(repository.substr(8), tag, digest_only);
    if (reference.registry == "public.ecr.aws" && starts(repository, "docker/library/"))
        return official(repository.substr(15), tag, digest_only);
    if (reference.registry == "mcr.microsoft.com") return microsoft(repository, tag);
    if (reference.registry == "gcr.io" && starts(repository, "distroless/")) {
        family.is_minimal = true;
        family.runs_as_root = !digest_only && !has(tag, "nonroot") && !ends(repository, "-nonroot");
        return family;
    }
    if (reference.registry == "registry.access.redhat.com" || reference.registry == "registry.redhat.io") {
        const std::size_t slash = repository.rfind('/');
        const std::string_view name = slash == std::string_view::npos ? repository : repository.substr(slash + 1);
        family.is_minimal = has(name, "-minimal") || has(name, "-micro");
        family.runs_as_root =
            name == "ubi" || name == "ubi8" || name == "ubi9" || name == "ubi10" || (starts(name, "ubi") && family.is_minimal);
        return family;
    }
    family.is_windows = has(repository, "windowsservercore") || has(repository, "nanoserver");
    family.is_minimal = reference.registry == "cgr.dev" || small_tag(tag) || ends(repository, "-slim") || ends(repository, "-minimal");
    family.is_sdk = reference.registry == "docker.io" && repository == "nvidia/cuda" && has(tag, "devel");
    family.runs_as_root = reference.registry == "docker.io" && (repository == "nvidia/cuda" || starts(repository, "opensuse/"));
    return family;
}

}  // namespace scantling::dockerfile
