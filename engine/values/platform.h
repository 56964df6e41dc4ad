// Names that a kernel and a registry give to the same thing: platforms and Linux capabilities.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scantling {

struct Platform {
    std::string os;
    std::string architecture;
    std::optional<std::string> variant;

    friend bool operator==(const Platform&, const Platform&) = default;
};

// containerd's rules: `x86_64` is amd64, `aarch64` arm64 (`v8` goes without saying), `armhf` arm/v7, `macos` darwin.
[[nodiscard]] Platform normalise_platform(std::string_view os, std::string_view architecture, std::string_view variant = {});
// `os/architecture[/variant]`, or an architecture alone (of Linux); empty where a piece is missing or has a strange character.
[[nodiscard]] std::optional<Platform> parse_platform(std::string_view text);
[[nodiscard]] std::string print_platform(const Platform& platform);

// Upper case without `CAP_`: `cap_net_admin`, `NET_ADMIN` and ` net_admin` are one; `ALL` is itself.
[[nodiscard]] std::string normalise_capability(std::string_view text);

}  // namespace scantling
