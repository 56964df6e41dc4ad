// Packages of one Trivy result: those that it lists, and those seen only because something is wrong with them.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/text_hash.h"
#include "engine/ingest/vulnerabilities/trivy_report.h"

namespace scantling::trivy {

class ResultPackages {
  public:
    ResultPackages(Report& report, const Result& result) : report_(&report), result_(&result) {}

    // The result's `Packages`.
    void read(const JsonValue& packages);
    // The row of `packages` that a finding's `PkgName`, `InstalledVersion`, `PkgID` and `PkgIdentifier` name; made where none was listed.
    struct Named {
        JsonValue purl;
        JsonValue name;
        JsonValue version;
        JsonValue id;
        JsonValue layer;
        PlaceId place = PlaceId::none;
    };
    [[nodiscard]] Row find_or_add(const Named& named);

  private:
    struct Listed {
        Row sighting = no_row;
        Row package = no_row;
        StringId id = 0;
        std::vector<std::pair<std::string_view, PlaceId>> depends_on;
        bool has_dependencies = false;
        bool named = false;
        enum class Relation : std::uint8_t { unknown, root, direct, indirect } relation = Relation::unknown;
        std::int64_t depth = -1;
    };
    [[nodiscard]] PackageBatch new_batch() const;
    void read_one(const JsonValue& value);
    void walk();
    void write_graph();
    void remember(std::string key, Row package) { rows_.emplace(std::move(key), package); }

    Report* report_;
    const Result* result_;
    std::unordered_map<std::string, Row, TextHash> rows_;
    std::vector<Listed> listed_;
    std::unordered_map<std::string_view, std::size_t, TextHash> by_id_;
};

}  // namespace scantling::trivy
