// Whether two texts are equal, for texts of a few bytes: names and keys. A comparison of a length that is known only at run time is a call.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace scantling {

namespace detail {

template <typename Word>
[[nodiscard]] inline bool same_ends(std::string_view a, std::string_view b) {
    const auto word = [](const char* at) {
        Word out = 0;
        std::memcpy(&out, at, sizeof out);
        return out;
    };
    const std::size_t last = a.size() - sizeof(Word);
    return ((word(a.data()) ^ word(b.data())) | (word(a.data() + last) ^ word(b.data() + last))) == 0;
}

}  // namespace detail

[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    if (a.size() > 16) return a == b;
    if (a.size() >= 8) return detail::same_ends<std::uint64_t>(a, b);
    if (a.size() >= 4) return detail::same_ends<std::uint32_t>(a, b);
    if (a.size() >= 2) return detail::same_ends<std::uint16_t>(a, b);
    return a.empty() || a[0] == b[0];
}

}  // namespace scantling
