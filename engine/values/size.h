// Sizes: a std::int64_t that counts bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// Scant's spelling: digits and one of `B kB MB GB TB KiB MiB GiB TiB`. Empty where malformed or too large.
[[nodiscard]] std::optional<std::int64_t> parse_size(std::string_view text);
// Docker's spelling for memory (go-units RAMInBytes): `512m`, `1.5GiB`, `64kb`, `1048576`; every unit is a power of 1024.
[[nodiscard]] std::optional<std::int64_t> parse_docker_size(std::string_view text);

// The unit that is exact with the smallest number: `10MB`, `512MiB`, `1023B`.
[[nodiscard]] std::string print_size(std::int64_t bytes);

}  // namespace scantling
