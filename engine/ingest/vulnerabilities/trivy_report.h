// What the parts of a Trivy reader share while one report is read.
#pragma once

#include <string_view>
#include <unordered_map>

#include "engine/base/text_hash.h"
#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/package_rows.h"
#include "engine/ingest/shared/package_types.h"

namespace scantling::trivy {

struct Report {
    Report(Builder& the_builder, Row the_fragment, const RecordWriter<model::Scan>& the_scan);

    Builder* builder;
    Row fragment;
    RecordWriter<model::Scan> scan;
    ListWriter<kind::Embedded<model::Sighting>> sightings;
    ListWriter<kind::Embedded<model::Package>> packages;
    ListWriter<kind::Embedded<model::Vulnerability>> vulnerabilities;
    ListWriter<kind::Embedded<model::Suppressed>> suppressed;
    std::string_view document_name;
    std::unordered_map<std::string_view, Row, TextHash> layers;  // by diff id
};

// A result: one target that was looked at.
struct Result {
    std::string_view target;
    PlaceId target_place = PlaceId::none;
    std::string_view type_word;
    PlaceId type_place = PlaceId::none;
    ToolPackageType type;
    bool os_packages = false;
    bool language_packages = false;
};

// The layer that an object `Layer` names: absent where it names none, unknown where the image's layers do not have it.
template <typename R>
void write_layer(const Report& report, const RecordWriter<R>& row, Slot<R, kind::Reference<model::Layer>> slot, const JsonValue& layer);

struct LayerReading {
    CellState state = CellState::absent;
    Row row = no_row;
    PlaceId place = PlaceId::none;
};
[[nodiscard]] LayerReading read_layer(const Report& report, const JsonValue& layer);

template <typename R>
void write_layer(const Report& report, const RecordWriter<R>& row, Slot<R, kind::Reference<model::Layer>> slot, const JsonValue& layer) {
    const LayerReading reading = read_layer(report, layer);
    if (reading.state == CellState::present) {
        row.set(slot, reading.row, reading.place);
    } else {
        row.unknown(slot, reading.state, reading.place);
    }
}

}  // namespace scantling::trivy
