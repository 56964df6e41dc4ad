// Which rules order a version. Members and order are those of the facts model's `Ecosystem`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace scantling {

enum class Ecosystem : std::uint8_t { deb, rpm, apk, semver, pep440, maven, gem, golang, nuget, generic };
inline constexpr std::size_t ecosystem_count = 10;

[[nodiscard]] std::string_view ecosystem_name(Ecosystem ecosystem);
[[nodiscard]] std::optional<Ecosystem> ecosystem_named(std::string_view name);

}  // namespace scantling
