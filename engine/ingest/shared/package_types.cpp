// One table for both tools: no word means different things to them.
#include "engine/ingest/shared/package_types.h"

#include <algorithm>
#include <array>

namespace scantling {

namespace {

struct Word {
    std::string_view word;
    PackageType type;
    std::string_view name_space = {};
};

// Sorted by word.
constexpr auto words = std::to_array<Word>({
    {"R-package", PackageType::cran},
    {"alma", PackageType::rpm, "alma"},
    {"alpine", PackageType::apk, "alpine"},
    {"alpm", PackageType::alpm},
    {"amazon", PackageType::rpm, "amazon"},
    {"apk", PackageType::apk},
    {"arch", PackageType::alpm, "arch"},
    {"azurelinux", PackageType::rpm, "azurelinux"},
    {"bitnami", PackageType::bitnami},
    {"bottlerocket", PackageType::rpm, "bottlerocket"},
    {"bun", PackageType::npm},
    {"bundler", PackageType::gem},
    {"cargo", PackageType::cargo},
    {"cbl-mariner", PackageType::rpm, "cbl-mariner"},
    {"centos", PackageType::rpm, "centos"},
    {"chainguard", PackageType::apk, "chainguard"},
    {"cocoapods", PackageType::cocoapods},
    {"composer", PackageType::composer},
    {"composer-vendor", PackageType::composer},
    {"conan", PackageType::conan},
    {"conda", PackageType::conda},
    {"conda-environment", PackageType::conda},
    {"conda-pkg", PackageType::conda},
    {"dart-pub", PackageType::pub},
    {"deb", PackageType::deb},
    {"debian", PackageType::deb, "debian"},
    {"dotnet", PackageType::nuget},
    {"dotnet-core", PackageType::nuget},
    {"echo", PackageType::deb, "echo"},
    {"erlang-otp", PackageType::otp},
    {"fedora", PackageType::rpm, "fedora"},
    {"gem", PackageType::gem},
    {"gemspec", PackageType::gem},
    {"github-action", PackageType::github},
    {"github-action-workflow", PackageType::github},
    {"go", PackageType::golang},
    {"go-module", PackageType::golang},
    {"gobinary", PackageType::golang},
    {"gomod", PackageType::golang},
    {"gradle", PackageType::maven},
    {"gradle-lockfile", PackageType::maven},
    {"hackage", PackageType::hackage},
    {"hex", PackageType::hex},
    {"homebrew", PackageType::brew},
    {"jar", PackageType::maven},
    {"java-archive", PackageType::maven},
    {"julia", PackageType::julia},
    {"lua-rocks", PackageType::luarocks},
    {"mariner", PackageType::rpm, "cbl-mariner"},
    {"maven", PackageType::maven},
    {"minimos", PackageType::apk, "minimos"},
    {"node-pkg", PackageType::npm},
    {"npm", PackageType::npm},
    {"nuget", PackageType::nuget},
    {"nuget-config", PackageType::nuget},
    {"opam", PackageType::opam},
    {"opensuse", PackageType::rpm, "opensuse"},
    {"opensuse-leap", PackageType::rpm, "opensuse"},
    {"opensuse-tumbleweed", PackageType::rpm, "opensuse"},
    {"opensuse.leap", PackageType::rpm, "opensuse"},
    {"opensuse.tumbleweed", PackageType::rpm, "opensuse"},
    {"oracle", PackageType::rpm, "oracle"},
    {"packages-config", PackageType::nuget},
    {"packages-props", PackageType::nuget},
    {"photon", PackageType::rpm, "photon"},
    {"php-composer", PackageType::composer},
    {"pip", PackageType::pypi},
    {"pipenv", PackageType::pypi},
    {"pnpm", PackageType::npm},
    {"pod", PackageType::cocoapods},
    {"poetry", PackageType::pypi},
    {"pom", PackageType::maven},
    {"pub", PackageType::pub},
    {"pylock", PackageType::pypi},
    {"python", PackageType::pypi},
    {"python-pkg", PackageType::pypi},
    {"redhat", PackageType::rpm, "redhat"},
    {"rocky", PackageType::rpm, "rocky"},
    {"rpm", PackageType::rpm},
    {"rust-binary", PackageType::cargo},
    {"rust-crate", PackageType::cargo},
    {"rustbinary", PackageType::cargo},
    {"sbt", PackageType::maven},
    {"sbt-lockfile", PackageType::maven},
    {"slem", PackageType::rpm, "suse"},
    {"sles", PackageType::rpm, "suse"},
    {"suse linux enterprise micro", PackageType::rpm, "suse"},
    {"suse linux enterprise server", PackageType::rpm, "suse"},
    {"swift", PackageType::swift},
    {"ubuntu", PackageType::deb, "ubuntu"},
    {"uv", PackageType::pypi},
    {"wolfi", PackageType::apk, "wolfi"},
    {"yarn", PackageType::npm},
});
constexpr bool before(const Word& a, const Word& b) { return a.word < b.word; }
static_assert(std::is_sorted(words.begin(), words.end(), before));

}  // namespace

std::optional<ToolPackageType> package_type_of_tool(std::string_view word) {
    const auto* const found = std::lower_bound(words.begin(), words.end(), Word{word, PackageType::other}, before);
    if (found == words.end() || found->word != word) return std::nullopt;
    return ToolPackageType{found->type, found->name_space};
}

}  // namespace scantling
