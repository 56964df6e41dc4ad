// Memory that fails when it is told to: the allocation functions of this whole process, ours and those of every library in it.
#pragma once

#include <cstdint>

namespace scantling::test {

enum class Failing : std::uint8_t {
    once,      // one allocation fails, and whatever comes after it is served
    from_then  // that one and every later one, until `memory_serves`
};

// Counts allocations from here on, and fails the one of that number (from 0).
void memory_fails_at(std::uint64_t number, Failing failing);
// Ends that. Returns how many allocations were asked for.
std::uint64_t memory_serves();
// Whether one was refused since `memory_fails_at`.
[[nodiscard]] bool memory_has_failed();
// How many were not refused, although it was their turn, because another library asked that does not survive it (listed in the .cpp).
[[nodiscard]] std::uint64_t memory_served_inside_others();

}  // namespace scantling::test
