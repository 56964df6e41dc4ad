// Trivy findings → rows. A vulnerability's row has one report, this scan's; scans are united afterwards.
#include "engine/ingest/vulnerabilities/trivy_findings.h"

#include <array>
#include <utility>

#include "engine/facts/copy.h"
#include "engine/ingest/shared/json_config.h"
#include "engine/ingest/shared/vulnerability_rows.h"
#include "engine/values/ascii.h"

namespace scantling::trivy {

namespace {

using V = model::Vulnerability;
using R = model::Report;

const JsonKeys vulnerability_keys{"VulnerabilityID",  "VendorIDs",    "PkgID",  "PkgName", "PkgPath",       "PkgIdentifier",
                                  "InstalledVersion", "FixedVersion", "Status", "Layer",   "Title",         "SeveritySource",
                                  "PrimaryURL",       "Severity",     "CweIDs", "CVSS",    "PublishedDate", "LastModifiedDate"};
enum VulnerabilityKey : std::size_t {
    id,
    vendor_ids,
    package_id,
    package_name,
    package_path,
    identifier,
    installed,
    fixed_version,
    status,
    layer,
    title,
    severity_source,
    url,
    severity,
    cwes,
    cvss,
    published,
    modified
};
const JsonKeys identifier_keys{"PURL"};
const JsonKeys score_keys{"V2Vector", "V3Vector", "V40Vector", "V2Score", "V3Score", "V40Score"};
const JsonKeys modified_keys{"Type", "Status", "Statement", "Source", "Finding"};
enum ModifiedKey : std::size_t { modified_type, modified_status, statement, modified_source, finding };
const JsonKeys secret_keys{"RuleID", "Severity", "StartLine", "Match", "Layer"};
enum SecretKey : std::size_t { rule, secret_severity, start_line, match, secret_layer };

ResultPackages::Named named_package(const JsonValue& value, const JsonFields& fields) {
    const JsonFields ids = fields[identifier].fields(identifier_keys);
    return {ids[0], fields[package_name], fields[installed], fields[package_id], fields[layer], value.place()};
}

struct Fix {
    std::optional<model::FixState> state;
    PlaceId place = PlaceId::none;
    std::vector<std::string_view> versions;
};

// `1.2.3, 2.0.1` is a list in one text. Without `Status`, as older versions have it, no version is no fix.
Fix read_fix(const JsonFields& fields) {
    using enum model::FixState;
    constexpr auto words = std::to_array<std::pair<std::string_view, model::FixState>>(
        {{"fixed", fixed}, {"affected", not_fixed}, {"will_not_fix", wont_fix}, {"fix_deferred", deferred}, {"end_of_life", end_of_life}});
    Fix fix;
    const StatedText versions = stated(fields[fixed_version]);
    const StatedText word = stated(fields[status]);
    std::string_view rest = versions.text.value_or(std::string_view());
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string_view one = ascii::trim(rest.substr(0, comma));
        if (!one.empty()) fix.versions.push_back(one);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (!fix.versions.empty()) {
        fix.state = fixed;
        fix.place = versions.place();
    } else if (word) {
        fix.place = word.place();
        for (const auto& [known, state] : words) {
            if (known == *word.text) fix.state = state;
        }
    } else {
        fix.state = not_fixed;
    }
    return fix;
}

template <typename Row>
void write_fix(const RecordWriter<Row>& row, const Fix& fix, PlaceId versions_place) {
    if (fix.state) {
        row.set(Row::fix, *fix.state, fix.place);
    } else {
        row.unknown(Row::fix, CellState::not_stated, fix.place);
    }
    const auto list = row.list(Row::fixed_in, versions_place);
    for (const std::string_view version : fix.versions) list.add(version, versions_place);
}

template <typename Row>
void write_severity(const RecordWriter<Row>& row, Slot<Row, kind::Enumeration<model::Severity>> slot, const JsonValue& value) {
    const StatedText word = stated(value);
    const auto known = word ? severity_of(*word.text) : std::nullopt;
    if (known) {
        row.set(slot, *known, word.place());
    } else {
        row.unknown(slot, CellState::not_stated, value.place());
    }
}

// `CVSS` is an object by source, each with a vector and a score for up to three versions.
void write_cvss(const RecordWriter<V>& row, const JsonValue& value) {
    constexpr std::array<std::string_view, 3> versions = {"2.0", "3.0", "4.0"};
    std::vector<CvssStatement> statements;
    const JsonMembers members = value.members();
    std::vector<JsonFields> kept;
    kept.reserve(members.size());
    for (const auto& [source, scores] : members) {
        const JsonFields& fields = kept.emplace_back(scores.fields(score_keys));
        for (std::size_t i = 0; i < versions.size(); ++i) {
            const StatedText vector = stated(fields[i]);
            const std::optional<std::int64_t> score = fields[i + versions.size()].decimal();
            if (!score && !vector) continue;
            CvssStatement statement;
            statement.source = source;
            statement.source_place = scores.place();
            statement.version = versions[i];
            statement.score = score;
            statement.score_place = fields[i + versions.size()].place();
            if (vector) {
                statement.vector = *vector.text;
                statement.vector_place = vector.place();
            }
            statements.push_back(statement);
        }
    }
    write_scores(row, statements);
}

void write_id(const RecordWriter<V>& row, const JsonFields& fields) {
    const StatedText own = stated(fields[id]);
    if (own) {
        row.set(V::id, *own.text, own.place());
    } else {
        row.unknown(V::id, CellState::not_stated);
    }
    // A vendor's advisory covers many vulnerabilities; only GitHub's are names of one.
    const auto aliases = row.list(V::aliases);
    for (const PlacedText& other : read_strings(fields[vendor_ids])) {
        if (other.text.substr(0, 5) == "GHSA-" && other.text != own.text) aliases.add(other.text, other.place);
    }
}

void write_package(const Report& report, const RecordWriter<V>& row, const JsonFields& fields, Row package) {
    using P = model::Package;
    Builder& builder = *report.builder;
    const TableId packages = builder.child(subjects_table, model::SubjectRoot::packages.index);
    row.set(V::package, package);
    builder.copy_cell(packages, package, P::id.index, row.table(), row.row(), V::package_id.index);
    const StatedText name = stated(fields[package_name]);
    if (name) {
        row.set(V::package_name, *name.text, name.place());
    } else {
        row.unknown(V::package_name, CellState::not_stated);
    }
    const StatedText version = stated(fields[installed]);
    const auto type = static_cast<PackageType>(builder.column(packages, P::type.index).narrow[package]);
    set_version(row, V::installed, version.text.value_or(std::string_view()), ecosystem_of(type), fields[installed].place());
    write_layer(report, row, V::layer, fields[layer]);
    set_or_absent(row, V::path, stated(fields[package_path]));
}

void write_report(const Report& report, const RecordWriter<V>& row, const JsonFields& fields, const Fix& fix) {
    const auto entry = row.list(V::reports).add();
    entry.set(R::scan, report.scan.row());
    write_severity(entry, R::severity, fields[severity]);
    set_or_absent(entry, R::severity_source, stated(fields[severity_source]));
    write_fix(entry, fix, fields[fixed_version].place());
}

void read_vulnerability(Report& report, ResultPackages& packages, const JsonValue& value) {
    const JsonFields fields = value.fields(vulnerability_keys);
    const Row package = packages.find_or_add(named_package(value, fields));
    const auto row = report.vulnerabilities.add(value.place());
    write_id(row, fields);
    write_package(report, row, fields, package);
    write_severity(row, V::severity, fields[severity]);
    write_cvss(row, fields[cvss]);
    const auto weaknesses = row.list(V::cwes);
    for (const PlacedText& cwe : read_strings(fields[cwes])) weaknesses.add(cwe.text, cwe.place);
    set_or_absent(row, V::title, stated(fields[title]));
    set_or_absent(row, V::url, stated(fields[url]));
    set_time(row, V::published, stated(fields[published]), CellState::not_stated);
    set_time(row, V::modified, stated(fields[modified]), CellState::absent);
    const Fix fix = read_fix(fields);
    write_fix(row, fix, fields[fixed_version].place());
    if (fix.versions.empty()) row.absent(V::fixed_at);
    row.absent(V::vex);
    row.list(V::missed_by);
    write_report(report, row, fields, fix);
}

std::optional<model::VexStatus> status_of(std::string_view word) {
    using enum model::VexStatus;
    constexpr auto words = std::to_array<std::pair<std::string_view, model::VexStatus>>(
        {{"not_affected", not_affected}, {"affected", affected}, {"fixed", fixed}, {"under_investigation", under_investigation}});
    for (const auto& [known, value] : words) {
        if (known == word) return value;
    }
    return std::nullopt;
}

}  // namespace

void read_vulnerabilities(Report& report, ResultPackages& packages, const JsonValue& vulnerabilities) {
    for (const JsonValue value : vulnerabilities.elements()) read_vulnerability(report, packages, value);
}

void read_suppressed(Report& report, ResultPackages& packages, const JsonValue& modified) {
    using Row = model::Suppressed;
    Builder& builder = *report.builder;
    const TableId table = builder.child(subjects_table, model::SubjectRoot::packages.index);
    for (const JsonValue value : modified.elements()) {
        const JsonFields fields = value.fields(modified_keys);
        const StatedText kind = stated(fields[modified_type]);
        if (kind && *kind.text != "vulnerability") continue;
        const JsonFields found = fields[finding].fields(vulnerability_keys);
        const auto row = report.suppressed.add(value.place());
        const StatedText own = stated(found[id]);
        if (own) {
            row.set(Row::id, *own.text, own.place());
        } else {
            row.unknown(Row::id, CellState::not_stated);
        }
        const auto package = packages.find_or_add(named_package(fields[finding], found));
        builder.copy_cell(table, package, model::Package::id.index, row.table(), row.row(), Row::package_id.index);
        set_or_absent(row, Row::reason, stated(fields[statement]));
        set_or_absent(row, Row::source, stated(fields[modified_source]));
        const StatedText word = stated(fields[modified_status]);
        const auto judged = word ? status_of(*word.text) : std::nullopt;
        if (judged) {
            row.set(Row::status, *judged, word.place());
        } else {
            row.absent(Row::status);
        }
    }
}

void read_secrets(const Report& report, const Result& result, const ListWriter<kind::Embedded<model::SecretMatch>>& secrets,
                  const JsonValue& found) {
    using M = model::SecretMatch;
    for (const JsonValue value : found.elements()) {
        const JsonFields fields = value.fields(secret_keys);
        const auto row = secrets.add(value.place());
        const auto required = [&](Slot<M, kind::Text> slot, const StatedText& text) {
            if (text) {
                row.set(slot, *text.text, text.place());
            } else {
                row.unknown(slot, CellState::not_stated);
            }
        };
        required(M::rule, stated(fields[rule]));
        required(M::text, stated(fields[match]));
        if (result.target.empty()) {
            row.unknown(M::path, CellState::not_stated);
        } else {
            row.set(M::path, result.target, result.target_place);
        }
        write_layer(report, row, M::layer, fields[secret_layer]);
        if (const auto line = fields[start_line].integer(); line && *line > 0) {
            row.set(M::line, *line, fields[start_line].place());
        } else {
            row.absent(M::line);
        }
        write_severity(row, M::severity, fields[secret_severity]);
        row.absent(M::verified);
        row.set(M::scan, report.scan.row());
    }
}

}  // namespace scantling::trivy
