// The hash of a text that comes from outside: keyed by what nobody outside can know, so that no document can be written whose texts all
// fall into one slot and turn a look-up into a walk over all of them. It differs from process to process: nothing that is shown or stored
// may depend on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace scantling {

[[nodiscard]] std::uint64_t text_hash(std::string_view text);
// Of what was hashed so far and one number more.
[[nodiscard]] std::uint64_t hash_with(std::uint64_t hash, std::uint64_t number);

// For the standard library's tables: std::unordered_map<std::string_view, T, TextHash>.
struct TextHash {
    [[nodiscard]] std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(text_hash(text)); }
};

// And for numbers that a document chooses, as ports, or pairs of ids: the library's own hash of a number is that number.
struct NumberHash {
    [[nodiscard]] std::size_t operator()(std::uint64_t number) const { return static_cast<std::size_t>(hash_with(0, number)); }
};

}  // namespace scantling
