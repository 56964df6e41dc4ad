// Pieces of configuration in the JSON of OCI and Docker, which images and containers spell alike.
#pragma once

#include <string_view>
#include <vector>

#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/config_values.h"

namespace scantling {

// The strings of an array (or the one string that stands in its place, as old versions and Podman have it), each with its place.
[[nodiscard]] std::vector<PlacedText> read_strings(const JsonValue& value);
// The keys of an object used as a set (`{"80/tcp": {}}`), or the strings of an array.
[[nodiscard]] std::vector<PlacedText> read_key_set(const JsonValue& value);

void read_string_list(const JsonValue& value, const ListWriter<kind::Text>& to);
// An object of strings; null values are unknown (not stated).
void read_string_map(const JsonValue& value, const MapWriter<kind::Text>& to);
// A text that is absent where missing or empty.
template <typename R>
void read_text(const JsonValue& value, const RecordWriter<R>& to, Slot<R, kind::Text> slot) {
    const auto text = value.string();
    if (text && !text->empty()) {
        to.set(slot, *text, value.place());
    } else {
        to.absent(slot, value.place());
    }
}

// A time that is absent where missing, empty or of year 1; one that does not parse is unknown (unreadable).
template <typename R>
void read_time(const JsonValue& value, const RecordWriter<R>& to, Slot<R, kind::Time> slot);

// `Healthcheck` states a test or switches it off; `Test` missing or `[]` inherits and is none.
[[nodiscard]] bool has_healthcheck(const JsonValue& value);
void read_healthcheck(const JsonValue& value, const RecordWriter<model::Healthcheck>& to);

// Shared by read_time's instances.
enum class TimeReading : std::uint8_t { absent, known, unreadable };
[[nodiscard]] TimeReading parse_document_time(const JsonValue& value, std::int64_t& micros);

template <typename R>
void read_time(const JsonValue& value, const RecordWriter<R>& to, Slot<R, kind::Time> slot) {
    std::int64_t micros = 0;
    switch (parse_document_time(value, micros)) {
        case TimeReading::absent:
            to.absent(slot, value.place());
            return;
        case TimeReading::known:
            to.set(slot, micros, value.place());
            return;
        case TimeReading::unreadable:
            to.unknown(slot, CellState::unreadable, value.place());
    }
}

}  // namespace scantling
