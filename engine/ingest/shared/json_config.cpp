// Strings, maps, times and health checks of OCI and Docker JSON.
#include "engine/ingest/shared/json_config.h"

#include <array>

#include "engine/values/duration.h"
#include "engine/values/time.h"

namespace scantling {

namespace {

const JsonKeys healthcheck_keys{"Test", "Interval", "Timeout", "StartPeriod", "Retries"};
enum HealthcheckKey : std::size_t { test, interval, timeout, start_period, retries };

constexpr std::array<std::string_view, 2> default_shell = {"/bin/sh", "-c"};

// Nanoseconds; 0 means that the engine's default holds.
void read_duration(const JsonValue& value, const RecordWriter<model::Healthcheck>& to, Slot<model::Healthcheck, kind::Duration> slot) {
    const auto nanoseconds = value.integer();
    if (nanoseconds && *nanoseconds != 0) {
        to.set(slot, duration_from_nanoseconds(*nanoseconds), value.place());
    } else {
        to.absent(slot, value.place());
    }
}

void read_test(const std::vector<PlacedText>& words, const JsonValue& value, const RecordWriter<model::Healthcheck>& to) {
    using model::Healthcheck;
    const std::string_view kind = words.empty() ? std::string_view() : words.front().text;
    to.set(Healthcheck::disabled, kind == "NONE", value.place());
    if (kind == "NONE" || words.size() < 2) {
        to.absent(Healthcheck::exec, value.place());
    } else if (kind == "CMD") {
        write_exec(to.open(Healthcheck::exec, value.place()), std::span(words).subspan(1), 0, value.place());
    } else if (kind == "CMD-SHELL") {
        std::vector<PlacedText> line = {{default_shell[0], value.place()}, {default_shell[1], value.place()}};
        line.insert(line.end(), words.begin() + 1, words.end());
        write_exec(to.open(Healthcheck::exec, value.place()), line, default_shell.size(), value.place());
    } else {
        to.unknown(Healthcheck::exec, CellState::unreadable, value.place());
    }
}

}  // namespace

std::vector<PlacedText> read_strings(const JsonValue& value) {
    std::vector<PlacedText> out;
    if (value.kind() == JsonKind::string) {
        out.push_back({*value.string(), value.place()});
        return out;
    }
    for (const JsonValue element : value.elements()) {
        if (element.is_null()) element.wrong_type("a string");
        if (const auto text = element.string()) out.push_back({*text, element.place()});
    }
    return out;
}

std::vector<PlacedText> read_key_set(const JsonValue& value) {
    if (value.kind() == JsonKind::array) return read_strings(value);
    std::vector<PlacedText> out;
    for (const auto& [key, entry] : value.members()) out.push_back({key, entry.place()});
    return out;
}

void read_string_list(const JsonValue& value, const ListWriter<kind::Text>& to) {
    for (const PlacedText& text : read_strings(value)) to.add(text.text, text.place);
}

void read_string_map(const JsonValue& value, const MapWriter<kind::Text>& to) {
    for (const auto& [key, entry] : value.members()) {
        if (const auto text = entry.string()) {
            to.add(key, *text, entry.place());
        } else {
            to.add_unknown(key, CellState::not_stated, entry.place());
        }
    }
}

TimeReading parse_document_time(const JsonValue& value, std::int64_t& micros) {
    const auto text = value.string();
    if (!text || is_absent_time(*text)) return TimeReading::absent;
    const auto time = parse_time(*text);
    if (!time) return TimeReading::unreadable;
    micros = *time;
    return TimeReading::known;
}

bool has_healthcheck(const JsonValue& value) {
    if (!value.present()) return false;
    const JsonFields fields = value.fields(healthcheck_keys);
    return !read_strings(fields[test]).empty();
}

void read_healthcheck(const JsonValue& value, const RecordWriter<model::Healthcheck>& to) {
    using model::Healthcheck;
    const JsonFields fields = value.fields(healthcheck_keys);
    read_test(read_strings(fields[test]), fields[test], to);
    read_duration(fields[interval], to, Healthcheck::interval);
    read_duration(fields[timeout], to, Healthcheck::timeout);
    read_duration(fields[start_period], to, Healthcheck::start_period);
    const auto count = fields[retries].integer();
    if (count && *count != 0) {
        to.set(Healthcheck::retries, *count, fields[retries].place());
    } else {
        to.absent(Healthcheck::retries, fields[retries].place());
    }
}

}  // namespace scantling
