// Durations: a std::int64_t that counts microseconds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scantling {

inline constexpr std::int64_t duration_second = 1'000'000;
inline constexpr std::int64_t duration_minute = 60 * duration_second;
inline constexpr std::int64_t duration_hour = 60 * duration_minute;
inline constexpr std::int64_t duration_day = 24 * duration_hour;
inline constexpr std::int64_t duration_week = 7 * duration_day;

// Scant's spelling: digits and one of `s m h d w`. Empty where malformed or too large.
[[nodiscard]] std::optional<std::int64_t> parse_duration(std::string_view text);
// Go's spelling, as Docker, Compose and Dockerfiles have it: `1h30m`, `1.5s`, `100ms`, `0`, `-2m`. Below a microsecond is dropped.
[[nodiscard]] std::optional<std::int64_t> parse_go_duration(std::string_view text);
// Docker and OCI state nanoseconds; below a microsecond is dropped.
[[nodiscard]] std::int64_t duration_from_nanoseconds(std::int64_t nanoseconds);

// The largest unit that is exact: `1w`, `36h`, `90s`; seconds with places where none is (`0.25s`).
[[nodiscard]] std::string print_duration(std::int64_t micros);
// Whole days, towards zero.
[[nodiscard]] std::int64_t days_of(std::int64_t micros);

}  // namespace scantling
