// Rows of packages: a sighting with its identity, and the package row that stands beside it until packages are united.
//
// A reader writes for each package that its document lists a row of the document's own list (the sighting) and, under its fragment, a row
// of `packages`; then what the sightings say is copied to the packages, all at once. The step `unite_packages` lays package rows of equal
// id together when all documents are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/facts/writers.h"
#include "engine/ingest/json/json.h"
#include "engine/values/package_url.h"
#include "engine/values/time.h"

namespace scantling {

// A text that a document states: present and not empty.
struct StatedText {
    std::optional<std::string_view> text;
    const JsonValue* value = nullptr;

    explicit operator bool() const { return text.has_value(); }
    [[nodiscard]] PlaceId place() const { return value->place(); }
};
// Reads a string once; a wrong type is told. `value` must outlive the result.
[[nodiscard]] StatedText stated(const JsonValue& value);

// Sets an optional text: absent where it is not stated.
template <typename R>
void set_or_absent(const RecordWriter<R>& row, Slot<R, kind::Text> slot, const StatedText& text) {
    if (text) {
        row.set(slot, *text.text, text.place());
    } else {
        row.absent(slot);
    }
}
// Sets a time: `missing` where it is not stated (year 1 is not), unknown where it cannot be read.
template <typename R>
void set_time(const RecordWriter<R>& row, Slot<R, kind::Time> slot, const StatedText& text, CellState missing) {
    if (!text || is_absent_time(*text.text)) {
        row.unknown(slot, missing);
    } else if (const auto time = parse_time(*text.text)) {
        row.set(slot, *time, text.place());
    } else {
        row.unknown(slot, CellState::unreadable, text.place());
    }
}

// What a document says of a package's identity. Values that it does not have are left as they are.
struct PackageText {
    JsonValue purl;
    JsonValue name_space;  // where the document keeps it apart from the name
    JsonValue name;
    JsonValue version;
    std::string whole_version;  // where the document writes it in pieces (epoch, version, release)
    // What the tool says where there is no package URL: the type; a word that is none of the list; the distribution.
    PackageType type = PackageType::other;
    std::string_view type_name;
    std::string_view distribution;
    PlaceId distribution_place = PlaceId::none;
};

struct PackageIdentity {
    StringId id = 0;
    PackageType type = PackageType::other;
    std::optional<PackageUrl> purl;
    PlaceId purl_place = PlaceId::none;
};
// Fills id, type, type_name, namespace, name, version, version_text, purl and purl_text.
PackageIdentity write_identity(const RecordWriter<model::Sighting>& row, const PackageText& text);

// Present; not_stated for what tools write for "we do not know" (nothing, `(devel)`, `UNKNOWN`, `NOASSERTION`); unreadable where the rules
// of the ecosystem do not parse it.
[[nodiscard]] CellState version_state(std::string_view text, Ecosystem ecosystem);
template <typename R>
void set_version(const RecordWriter<R>& row, Slot<R, kind::Version> slot, std::string_view text, Ecosystem ecosystem, PlaceId place) {
    const CellState state = version_state(text, ecosystem);
    if (state == CellState::present) {
        row.set_version(slot, text, static_cast<model::Ecosystem>(ecosystem), place);
    } else {
        row.unknown(slot, state, place);
    }
}

// The row of `packages` beside a sighting, empty yet. Sets `sighting.package`.
[[nodiscard]] RecordWriter<model::Package> add_package(const ListWriter<kind::Embedded<model::Package>>& packages,
                                                       const RecordWriter<model::Sighting>& sighting, PackageType type);
// The sightings and packages that are added from here on. `fill` copies what these sightings say to their packages; until then nothing may
// ask what the packages are.
class PackageBatch {
  public:
    PackageBatch(Builder& builder, TableId sightings);
    void fill() const;

  private:
    Builder* builder_;
    TableId sightings_;
    TableId packages_;
    Row first_sighting_;
    Row first_package_;
};
// `source_name` and `source_version`: as the document states them, else from the package URL's `upstream`.
struct SourcePackage {
    std::string_view name;
    PlaceId name_place = PlaceId::none;
    std::string version;
    PlaceId version_place = PlaceId::none;
};
void write_source_package(const RecordWriter<model::Package>& package, const PackageIdentity& identity, const SourcePackage& stated);

// `name:version` and so on of a tool's own spelling: namespace and name of a package without a package URL, by the habits of its type.
struct SplitName {
    std::string_view name_space;
    std::string_view name;
};
[[nodiscard]] SplitName split_package_name(PackageType type, std::string_view text);

}  // namespace scantling
