// Paths inside images: absolute, separated by `/`; a backslash is an ordinary character.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// Absolute and cleaned: `.`, `..` and `//` resolved (`..` of the root is the root), no slash at the end. A relative path stands
// below `base`.
[[nodiscard]] std::string clean_path(std::string_view path, std::string_view base = "/");

// Whether the cleaned path is the directory or something below it: under("/etc/passwd", "/etc"), under("/etc", "/etc").
[[nodiscard]] bool under(std::string_view path, std::string_view directory);

// The part behind the last slash (`/` of the root itself), the part before it (`/` for what stands in the root, `.` without any).
[[nodiscard]] std::string_view base_name(std::string_view path);
[[nodiscard]] std::string_view dir_name(std::string_view path);
// Behind the last dot of the base name, without the dot; absent where there is none, it comes first (`.bashrc`) or last.
[[nodiscard]] std::optional<std::string_view> extension(std::string_view path);

// No permission bit beyond `limit`: mode_within(0o640, 0o644). Only the low 12 bits count.
[[nodiscard]] bool mode_within(std::int64_t mode, std::int64_t limit);

}  // namespace scantling
