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
    struct Known {
        StatedLicence licence;
        StringId expression = Dictionary::none;  // where one is stated
    };
    const Known& meaning(Dictionary& dictionary, StringId id, std::string_view text);
    const Known& together(Dictionary& dictionary, const std::vector<StringId>& ids);
    std::unordered_map<StringId, Known> known_;
    std::unordered_map<std::string, Known, TextHash> united_;  // by the bytes of the ids
    std::vector<StringId> entries_;                            // of the component that is being read; none: one that says nothing
};

}  // namespace scantling
