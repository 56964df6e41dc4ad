// CycloneDX `licenses`: ids, names and expressions of one component, as one SPDX expression.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/text_hash.h"
#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/values/licence.h"

namespace scantling {

// Keeps what each text, and each set of texts, meant: a document repeats a dozen of them thousands of times.
class LicenceReader {
  public:
    // Writes `licence` and `licence_texts`.
    void write(const RecordWriter<model::Sighting>& row, const JsonValue& licenses);

  private:
    const StatedLicence& meaning(StringId id, std::string_view text);
    const StatedLicence& together(const std::vector<StringId>& ids);
    std::unordered_map<StringId, StatedLicence> known_;
    std::unordered_map<std::string, StatedLicence, TextHash> united_;  // by the bytes of the ids
};

}  // namespace scantling
