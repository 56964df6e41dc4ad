// Checked 64-bit arithmetic: an overflow has no value, so that an expression over it becomes unknown and never wraps into a pass.
#pragma once

#include <cstdint>
#include <optional>

namespace scantling {

// Holds any product of two 64-bit numbers.
__extension__ using Wide = __int128;

[[nodiscard]] inline std::optional<std::int64_t> checked_add(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
    return result;
}

[[nodiscard]] inline std::optional<std::int64_t> checked_subtract(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_sub_overflow(a, b, &result)) return std::nullopt;
    return result;
}

[[nodiscard]] inline std::optional<std::int64_t> checked_multiply(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
    return result;
}

[[nodiscard]] inline std::optional<std::int64_t> checked_negate(std::int64_t a) { return checked_subtract(0, a); }

}  // namespace scantling
