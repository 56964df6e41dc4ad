// CycloneDX `licenses`: ids, names and expressions of one component, as one SPDX expression.
#pragma once

#include <string>
#include <unordered_map>

#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/values/licence.h"

namespace scantling {

// Keeps what each text meant: a document repeats a dozen licences thousands of times.
class LicenceReader {
  public:
    // Writes `licence` and `licence_texts`.
    void write(const RecordWriter<model::Sighting>& row, const JsonValue& licenses);

  private:
    const StatedLicence& meaning(StringId id, std::string_view text);
    std::unordered_map<StringId, StatedLicence> known_;
};

}  // namespace scantling
