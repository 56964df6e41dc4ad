// Times, durations, sizes, decimals, checked arithmetic.
#include <limits>

#include "engine/values/arithmetic.h"
#include "engine/values/decimal.h"
#include "engine/values/duration.h"
#include "engine/values/size.h"
#include "engine/values/time.h"
#include "tests/catch.h"

using namespace scantling;

namespace {
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
}  // namespace

TEST_CASE("arithmetic that overflows has no value", "[values]") {
    CHECK(checked_add(1, 2) == 3);
    CHECK_FALSE(checked_add(highest, 1));
    CHECK_FALSE(checked_subtract(lowest, 1));
    CHECK_FALSE(checked_multiply(highest, 2));
    CHECK_FALSE(checked_negate(lowest));
    CHECK(checked_negate(highest) == -highest);
}

TEST_CASE("decimals are exact to six places", "[values]") {
    struct Case {
        const char* text;
        std::int64_t millionths;
        bool exact;
        const char* printed;
    };
    for (const Case& c : {Case{"9.8", 9800000, true, "9.8"}, Case{"7", 7000000, true, "7"}, Case{"7.0", 7000000, true, "7"},
                          Case{"-0.5", -500000, true, "-0.5"}, Case{"0.00043", 430, true, "0.00043"}, Case{"4.3e-4", 430, true, "0.00043"},
                          Case{"0.0000005", 1, false, "0.000001"}, Case{"0.0000004", 0, false, "0"}, Case{"1e3", 1000000000, true, "1000"},
                          Case{"-0.0000005", -1, false, "-0.000001"}, Case{"9223372036854.775807", highest, true, "9223372036854.775807"},
                          Case{"1e-400", 0, false, "0"}, Case{"0e400", 0, true, "0"}, Case{"0.9432100000", 943210, true, "0.94321"},
                          Case{"-9223372036854.775808", lowest, true, "-9223372036854.775808"}}) {
        CAPTURE(c.text);
        const auto parsed = parse_decimal(c.text);
        REQUIRE(parsed);
        CHECK(parsed->millionths == c.millionths);
        CHECK(parsed->exact == c.exact);
        CHECK(print_decimal(parsed->millionths) == c.printed);
    }
    for (const char* wrong : {"", "-", ".5", "5.", "1e", "1e+", "1x", "1 ", "0x1", "9223372036854.775808", "1e30", "1e999999999", "--1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_decimal(wrong));
    }
    CHECK(parse_decimal("0." + std::string(5000, '1'))->millionths == 111111);
    CHECK(multiply_decimals(1500000, 2000000) == 3000000);
    CHECK(multiply_decimals(1, 500000) == 1);
    CHECK(multiply_decimals(-1, 500000) == -1);
    CHECK_FALSE(multiply_decimals(highest, 2000000));
    CHECK_FALSE(decimal_from_int(highest));
}

TEST_CASE("times are read with offsets and fractions, and printed in UTC", "[values]") {
    struct Case {
        const char* text;
        const char* printed;
    };
    for (const Case& c :
         {Case{"2023-05-04T17:37:03.872958712Z", "2023-05-04T17:37:03.872958Z"}, Case{"2024-02-29T23:30:00-01:00", "2024-03-01T00:30:00Z"},
          Case{"2026-11-01", "2026-11-01T00:00:00Z"}, Case{"2026-11-01 10:00:00 +0000", "2026-11-01T10:00:00Z"},
          Case{"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"}, Case{"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
          Case{"2026-11-01t12:00z", "2026-11-01T12:00:00Z"}, Case{"0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"},
          Case{"9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"}, Case{"2000-02-29", "2000-02-29T00:00:00Z"}}) {
        CAPTURE(c.text);
        const auto time = parse_time(c.text);
        REQUIRE(time);
        CHECK(print_time(*time) == c.printed);
        CHECK(parse_time(print_time(*time)) == time);
    }
    for (const char* wrong :
         {"", "2026", "2026-13-01", "2026-02-29", "1900-02-29", "2026-11-01T12:00:00", "2026-11-01T24:00:00Z", "2026-11-01T12:00:00.Z",
          "2026-11-01T12:00:00+1", "2026-11-01T12:00:00Zx", "26-11-01", "2026-11-01T", "2026-00-10", "yesterday"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_time(wrong));
    }
    CHECK(parse_time("1970-01-01T00:00:01Z") == 1000000);
    CHECK_FALSE(print_time(lowest).empty());
    CHECK_FALSE(print_time(highest).empty());
    CHECK_FALSE(time_from_unix_seconds(highest));
}

TEST_CASE("a time literal is Scant's spelling only", "[values]") {
    for (const char* right : {"2026-11-01", "2026-11-01T12:30Z", "2026-11-01T12:30:05Z", "2026-11-01T12:30:05+02:00"})
        CHECK(parse_time_literal(right));
    for (const char* wrong :
         {"2026-11-01T12:30", "2026-11-01 12:30Z", "2026-11-01T12:30:05.5Z", "2026-11-01T12:30:05+0200", " 2026-11-01"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_time_literal(wrong));
    }
}

TEST_CASE("year 1 and the empty text are absent times", "[values]") {
    for (const char* absent : {"", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000000Z", "0001-01-01T00:00:00+00:00"})
        CHECK(is_absent_time(absent));
    for (const char* present : {"0001-01-02T00:00:00Z", "1970-01-01T00:00:00Z", "never"}) CHECK_FALSE(is_absent_time(present));
}

TEST_CASE("weekdays and days", "[values]") {
    CHECK(weekday_of(*parse_time("1970-01-01")) == Weekday::thursday);
    CHECK(weekday_of(*parse_time("2026-11-01T23:59:59Z")) == Weekday::sunday);
    CHECK(weekday_of(*parse_time("1969-12-29")) == Weekday::monday);
    CHECK(start_of_day(*parse_time("2026-11-01T13:00:00Z")) == *parse_time("2026-11-01"));
    CHECK(start_of_day(*parse_time("1969-12-31T23:00:00Z")) == *parse_time("1969-12-31"));
    CHECK(start_of_day(lowest) == lowest);
}

TEST_CASE("durations in Scant's spelling", "[values]") {
    CHECK(parse_duration("7d") == 7 * duration_day);
    CHECK(parse_duration("30m") == 30 * duration_minute);
    CHECK(parse_duration("0s") == 0);
    CHECK(parse_duration("2w") == 14 * duration_day);
    for (const char* wrong : {"", "d", "7", "7y", "-7d", "1.5h", "7 d", "1h30m", "99999999999999999999d", "9999999999999w"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_duration(wrong));
    }
    CHECK(print_duration(7 * duration_day) == "1w");
    CHECK(print_duration(30 * duration_day) == "30d");
    CHECK(print_duration(36 * duration_hour) == "36h");
    CHECK(print_duration(-90 * duration_second) == "-90s");
    CHECK(print_duration(250000) == "0.25s");
    CHECK(print_duration(0) == "0s");
    CHECK(days_of(36 * duration_hour) == 1);
}

TEST_CASE("durations in Go's spelling", "[values]") {
    CHECK(parse_go_duration("1h30m") == 90 * duration_minute);
    CHECK(parse_go_duration("1.5h") == 90 * duration_minute);
    CHECK(parse_go_duration("100ms") == 100000);
    CHECK(parse_go_duration("2\xC2\xB5s") == 2);
    CHECK(parse_go_duration("1500ns") == 1);
    CHECK(parse_go_duration("-1m") == -duration_minute);
    CHECK(parse_go_duration("0") == 0);
    CHECK(parse_go_duration(".5s") == 500000);
    for (const char* wrong : {"", "-", "1", "s", "1d", "1h ", "1 h", "1h30", "99999999999h", ".s"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_go_duration(wrong));
    }
    CHECK(duration_from_nanoseconds(30000000000) == 30 * duration_second);
}

TEST_CASE("sizes in Scant's and in Docker's spelling", "[values]") {
    CHECK(parse_size("10MB") == 10000000);
    CHECK(parse_size("1KiB") == 1024);
    CHECK(parse_size("5B") == 5);
    for (const char* wrong : {"", "10", "MB", "10mb", "10 MB", "1.5GB", "9223372036854775807kB", "-1B", "10KB"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_size(wrong));
    }
    for (const char* text : {"10MB", "1KiB", "1023B", "1000KiB", "3GiB", "0B", "1TB"}) CHECK(print_size(*parse_size(text)) == text);
    CHECK(parse_docker_size("512m") == 512LL << 20);
    CHECK(parse_docker_size("1.5GiB") == 3LL << 29);
    CHECK(parse_docker_size("1048576") == 1048576);
    CHECK(parse_docker_size("64kb") == 65536);
    CHECK(parse_docker_size("10b") == 10);
    for (const char* wrong : {"", "m", "5x", "1kk", "99999999999p", "-1m"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_docker_size(wrong));
    }
}
