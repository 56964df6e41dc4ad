// One CycloneDX component: what it is, and the rows it makes.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/same_text.h"
#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/ingest/sbom/graph.h"
#include "engine/ingest/sbom/licences.h"
#include "engine/ingest/shared/package_rows.h"

namespace scantling::cyclonedx {

inline constexpr DependencyGraph::Node no_node = 0xFFFFFFFFU;

// A component that is a package.
struct PackageRows {
    DependencyGraph::Node node = no_node;  // none: it has no reference
    Row sighting = no_row;
    Row package = no_row;
};

// The ids of texts of which a document repeats a few thousands of times: found by comparing before they are hashed.
class FrequentTexts {
  public:
    [[nodiscard]] StringId id(Dictionary& dictionary, std::string_view text) {
        for (const auto& [known, id_of_known] : texts_) {
            if (same_text(known, text)) return id_of_known;
        }
        const StringId id_of_text = dictionary.intern(text);
        if (texts_.size() < most) texts_.emplace_back(dictionary.text(id_of_text), id_of_text);
        return id_of_text;
    }

  private:
    static constexpr std::size_t most = 16;
    std::vector<std::pair<std::string_view, StringId>> texts_;
};

// What all components of a document share while it is read.
struct Inventory {
    Inventory(const RecordWriter<model::Sbom>& sbom_row, const RecordWriter<model::SubjectRoot>& subject, std::string_view name)
        : sbom(sbom_row),
          sightings(sbom_row.list(model::Sbom::packages)),
          packages(subject.list(model::SubjectRoot::packages)),
          cpes_asked(sightings.is_asked(model::Sighting::cpes) || packages.is_asked(model::Package::cpes)),
          hashes_asked(sightings.is_asked(model::Sighting::hashes)),
          properties_asked(sightings.is_asked(model::Sighting::properties) || packages.is_asked(model::Package::properties)),
          references_asked(sightings.is_asked(model::Sighting::external_references) ||
                           packages.is_asked(model::Package::external_references)),
          document_name(name),
          document_id(sbom_row.builder().dictionary().intern(name)) {}

    RecordWriter<model::Sbom> sbom;
    ListWriter<kind::Embedded<model::Sighting>> sightings;
    ListWriter<kind::Embedded<model::Package>> packages;
    // Of sightings, or of packages, which have those of their sighting.
    bool cpes_asked;
    bool hashes_asked;
    bool properties_asked;
    bool references_asked;
    std::string_view document_name;
    StringId document_id;
    StringId tool_id = 0;
    std::string_view tool;  // empty: the document names none
    PlaceId tool_place = PlaceId::none;
    LicenceReader licences;
    DependencyGraph graph;
    std::vector<PackageRows> rows;
    std::vector<StringId> reference_kinds;  // of the component that is being read
    std::string digest;                     // of its hash that is
    FrequentTexts kinds_of_references;
    std::int64_t files = 0;
    JsonValue system;  // the first operating-system component
};

// Reads `components` and all that nest in them.
void read_components(Inventory& inventory, const JsonValue& components);

}  // namespace scantling::cyclonedx
