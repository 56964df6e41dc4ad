// Times: a std::int64_t that counts microseconds since 1970-01-01T00:00:00Z (proleptic Gregorian, no leap seconds).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// The order of the model's `Weekday` (engine/schema/model/shared.scant).
enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

// RFC 3339, and what documents write in its stead: a blank for the `T`, an offset without colon, no seconds, a date alone (its
// midnight UTC). A time of day without zone is refused: nobody knows when it was. Places past the microsecond are dropped.
[[nodiscard]] std::optional<std::int64_t> parse_time(std::string_view text);
// A Scant literal only: `2026-11-01`, `2026-11-01T12:30Z`, `2026-11-01T12:30:05+02:00`.
[[nodiscard]] std::optional<std::int64_t> parse_time_literal(std::string_view text);
// Docker writes year 1 for "never", other tools an empty text: absent, not a time.
[[nodiscard]] bool is_absent_time(std::string_view text);
// RFC 3339 in UTC, with as many places as needed.
[[nodiscard]] std::string print_time(std::int64_t micros);
// Unix seconds, as some documents have them; empty on overflow.
[[nodiscard]] std::optional<std::int64_t> time_from_unix_seconds(std::int64_t seconds);

[[nodiscard]] Weekday weekday_of(std::int64_t micros);
[[nodiscard]] std::int64_t start_of_day(std::int64_t micros);

}  // namespace scantling
