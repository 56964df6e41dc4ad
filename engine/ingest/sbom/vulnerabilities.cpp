// CycloneDX vulnerabilities → `vulnerabilities` and `vex`.
//
// A BOM never says that it was scanned, so its list is not complete: what it does not name may still be there. An `affects` entry names a
// component of this document, of another one by BOM-Link, or anything else; what is not found here is looked up when packages are united.
#include "engine/ingest/sbom/vulnerabilities.h"

#include <array>
#include <utility>

#include "engine/ingest/shared/vulnerability_rows.h"

namespace scantling::cyclonedx {

namespace {

using V = model::Vulnerability;
using X = model::VexStatement;

const JsonKeys vulnerability_keys{"id",      "source",    "references", "ratings",  "cwes",    "recommendation",
                                  "updated", "published", "advisories", "analysis", "affects", "detail"};
enum VulnerabilityKey : std::size_t {
    id,
    source,
    references,
    ratings,
    cwes,
    recommendation,
    updated,
    published,
    advisories,
    analysis,
    affects,
    detail
};
const JsonKeys source_keys{"name"};
const JsonKeys reference_keys{"id"};
const JsonKeys rating_keys{"source", "score", "severity", "method", "vector"};
enum RatingKey : std::size_t { rating_source, score, severity, method, vector };
const JsonKeys advisory_keys{"url"};
const JsonKeys affect_keys{"ref"};
const JsonKeys analysis_keys{"state", "justification", "detail", "firstIssued", "lastUpdated"};
enum AnalysisKey : std::size_t { state, justification, analysis_detail, first_issued, last_updated };

struct Reading {
    Builder* builder;
    ListWriter<kind::Embedded<V>> rows;
    ListWriter<kind::Embedded<X>> statements;
    const Inventory* inventory;
    std::vector<const PackageRows*> by_node;
    JsonValue timestamp;
    std::string_view root;
    std::string_view document_name;
};

bool is_cve(std::string_view text) { return text.substr(0, 4) == "CVE-"; }

void write_ids(const RecordWriter<V>& row, const JsonFields& fields) {
    const JsonElements others = fields[references].elements();
    std::vector<JsonFields> read;
    read.reserve(others.size());
    for (const JsonValue other : others) read.push_back(other.fields(reference_keys));
    std::vector<StatedText> all;
    if (const StatedText own = stated(fields[id])) all.push_back(own);
    for (const JsonFields& one : read) {
        if (const StatedText text = stated(one[0])) all.push_back(text);
    }
    std::size_t chosen = 0;
    for (std::size_t i = all.size(); i > 0; --i) {
        if (is_cve(*all[i - 1].text)) chosen = i - 1;
    }
    if (all.empty()) {
        row.unknown(V::id, CellState::not_stated);
    } else {
        row.set(V::id, *all[chosen].text, all[chosen].place());
    }
    const auto aliases = row.list(V::aliases);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i != chosen && *all[i].text != *all[chosen].text) aliases.add(*all[i].text, all[i].place());
    }
}

std::string_view cvss_of_method(std::string_view word) {
    constexpr auto methods = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"CVSSv2", "2.0"}, {"CVSSv3", "3.0"}, {"CVSSv31", "3.1"}, {"CVSSv4", "4.0"}});
    for (const auto& [name, version] : methods) {
        if (name == word) return version;
    }
    return {};
}

void write_ratings(const RecordWriter<V>& row, const JsonValue& value) {
    std::vector<CvssStatement> scores;
    std::optional<model::Severity> highest;
    PlaceId place = PlaceId::none;
    for (const JsonValue rating : value.elements()) {
        const JsonFields fields = rating.fields(rating_keys);
        const StatedText word = stated(fields[severity]);
        const auto own = word ? severity_of(*word.text) : std::nullopt;
        if (own && (!highest || *own > *highest)) {
            highest = own;
            place = word.place();
        }
        const StatedText by = stated(fields[method]);
        const StatedText text = stated(fields[vector]);
        const JsonFields from = fields[rating_source].fields(source_keys);
        const StatedText name = stated(from[0]);
        CvssStatement statement;
        statement.score = fields[score].decimal();
        statement.version = by ? cvss_of_method(*by.text) : cvss_version_of(text.text.value_or(std::string_view()));
        if (statement.version.empty()) continue;
        statement.score_place = fields[score].place();
        if (name) {
            statement.source = *name.text;
            statement.source_place = name.place();
        }
        if (text) {
            statement.vector = *text.text;
            statement.vector_place = text.place();
        }
        scores.push_back(statement);
    }
    if (highest) {
        row.set(V::severity, *highest, place);
    } else {
        row.unknown(V::severity, CellState::not_stated);
    }
    write_scores(row, scores);
}

void write_common(const RecordWriter<V>& row, const JsonFields& fields) {
    write_ids(row, fields);
    write_ratings(row, fields[ratings]);
    const auto weaknesses = row.list(V::cwes);
    for (const JsonValue element : fields[cwes].elements()) {
        if (const auto number = element.integer()) weaknesses.add(std::string_view("CWE-" + std::to_string(*number)), element.place());
    }
    row.absent(V::title);
    row.absent(V::url);
    const JsonFields from = fields[source].fields(advisory_keys);
    if (const StatedText url = stated(from[0])) row.set(V::url, *url.text, url.place());
    bool first = true;
    for (const JsonValue element : fields[advisories].elements()) {
        const JsonFields advisory = element.fields(advisory_keys);
        const StatedText url = stated(advisory[0]);
        if (url && first) row.set(V::url, *url.text, url.place());
        first = first && !url;
    }
    set_time(row, V::published, stated(fields[published]), CellState::not_stated);
    set_time(row, V::modified, stated(fields[updated]), CellState::absent);
    row.unknown(V::fix, CellState::not_stated);
    row.unknown(V::fixed_in, CellState::not_stated);
    row.absent(V::path);
    row.absent(V::vex);
    row.list(V::reports);
}

// The reference behind a BOM-Link (`urn:cdx:serial/version#ref`). A link to this very document is not told apart from one to another with
// equal references: both documents then speak of the same thing.
std::string_view without_link(std::string_view reference) {
    const std::size_t hash = reference.substr(0, 8) == "urn:cdx:" ? reference.find('#') : std::string_view::npos;
    return hash == std::string_view::npos ? reference : reference.substr(hash + 1);
}

// The component of an `affects` entry, where it is one of this document.
const PackageRows* affected(const Reading& reading, std::string_view reference) {
    if (reading.inventory == nullptr) return nullptr;
    const StringId text = reading.builder->dictionary().find(without_link(reference));
    if (text == Dictionary::none) return nullptr;
    const auto node = reading.inventory->graph.find(text);
    return node && *node < reading.by_node.size() ? reading.by_node[*node] : nullptr;
}

void write_affected(const Reading& reading, const RecordWriter<V>& row, const StatedText& reference) {
    using P = model::Package;
    Builder& builder = *reading.builder;
    const PackageRows* const rows = reference ? affected(reading, *reference.text) : nullptr;
    const PlaceId place = reference ? reference.place() : PlaceId::none;
    if (rows != nullptr) {
        const TableId packages = builder.child(subjects_table, model::SubjectRoot::packages.index);
        builder.copy_cell(packages, rows->package, P::id.index, row.table(), row.row(), V::package_id.index);
        builder.copy_cell(packages, rows->package, P::name.index, row.table(), row.row(), V::package_name.index);
        builder.copy_cell(packages, rows->package, P::version.index, row.table(), row.row(), V::installed.index);
        row.set(V::package, rows->package, place);
        return;
    }
    const auto purl = reference ? parse_package_url(*reference.text) : std::nullopt;
    row.absent(V::package, place);
    if (purl) {
        const std::string text = package_id(*purl);
        row.set(V::package_id, std::string_view(text), place);
        row.set(V::package_name, std::string_view(purl->name), place);
        set_version(row, V::installed, package_version(*purl).value_or(std::string()), ecosystem_of(purl->type), place);
        return;
    }
    if (reference) {
        row.set(V::package_id, *reference.text, place);
    } else {
        row.unknown(V::package_id, CellState::not_stated);
    }
    row.unknown(V::package_name, CellState::not_stated);
    row.unknown(V::installed, CellState::not_stated);
}

std::optional<model::VexStatus> status_of(std::string_view word) {
    using enum model::VexStatus;
    constexpr auto words = std::to_array<std::pair<std::string_view, model::VexStatus>>({{"resolved", fixed},
                                                                                         {"resolved_with_pedigree", fixed},
                                                                                         {"exploitable", affected},
                                                                                         {"in_triage", under_investigation},
                                                                                         {"false_positive", not_affected},
                                                                                         {"not_affected", not_affected}});
    for (const auto& [name, status] : words) {
        if (name == word) return status;
    }
    return std::nullopt;
}

std::optional<model::VexJustification> justification_of(std::string_view word) {
    using enum model::VexJustification;
    constexpr auto words = std::to_array<std::pair<std::string_view, model::VexJustification>>(
        {{"code_not_present", code_not_present},
         {"code_not_reachable", code_not_reachable},
         {"requires_configuration", requires_configuration},
         {"requires_dependency", requires_dependency},
         {"requires_environment", requires_environment},
         {"protected_by_compiler", protected_by_compiler},
         {"protected_at_runtime", protected_at_runtime},
         {"protected_at_perimeter", protected_at_perimeter},
         {"protected_by_mitigating_control", protected_by_mitigating_control}});
    for (const auto& [name, value] : words) {
        if (name == word) return value;
    }
    return std::nullopt;
}

void write_judgement(const RecordWriter<X>& row, const JsonFields& fields, const JsonFields& judged) {
    const StatedText word = stated(judged[state]);
    const auto status = word ? status_of(*word.text) : std::nullopt;
    if (status) {
        row.set(X::status, *status, word.place());
    } else {
        row.unknown(X::status, word ? CellState::unreadable : CellState::not_stated);
    }
    const StatedText why = stated(judged[justification]);
    const auto reason = why ? justification_of(*why.text) : std::nullopt;
    if (reason) {
        row.set(X::justification, *reason, why.place());
    } else {
        row.unknown(X::justification, why ? CellState::unreadable : CellState::absent);
    }
    const StatedText own = stated(judged[analysis_detail]);
    const StatedText general = stated(fields[detail]);
    set_or_absent(row, X::impact, own ? own : general);
    set_or_absent(row, X::action, stated(fields[recommendation]));
}

void write_statement(const Reading& reading, const JsonValue& place_of, const JsonFields& fields, const RecordWriter<V>& vulnerability,
                     const StatedText& product) {
    const JsonFields judged = fields[analysis].fields(analysis_keys);
    const auto row = reading.statements.add(place_of.place());
    Builder& builder = *reading.builder;
    row.set(X::document, reading.document_name);
    builder.copy_cell(vulnerability.table(), vulnerability.row(), V::id.index, row.table(), row.row(), X::vulnerability.index);
    row.set(X::format, model::VexFormat::cyclonedx);
    if (product) {
        row.set(X::product, *product.text, product.place());
    } else {
        row.unknown(X::product, CellState::not_stated);
    }
    row.absent(X::subcomponent);
    const bool decoded = product && (affected(reading, *product.text) != nullptr || parse_package_url(*product.text).has_value());
    if (decoded) {
        builder.copy_cell(vulnerability.table(), vulnerability.row(), V::package_id.index, row.table(), row.row(), X::product_id.index);
    } else {
        row.absent(X::product_id);
    }
    const bool is_root = product && !reading.root.empty() && without_link(*product.text) == reading.root;
    if (is_root) {
        row.set(X::applies, true);
    } else {
        row.unknown(X::applies, CellState::not_stated);
    }
    write_judgement(row, fields, judged);
    const std::array<StatedText, 3> times = {stated(judged[last_updated]), stated(judged[first_issued]), stated(reading.timestamp)};
    set_time(row, X::time, times[0] ? times[0] : times[1] ? times[1] : times[2], CellState::not_stated);
    row.absent(X::author);
    row.set(X::superseded, false);
    row.set(X::contradicted, false);
}

void read_one(const Reading& reading, const JsonValue& value) {
    const JsonFields fields = value.fields(vulnerability_keys);
    const JsonElements list = fields[affects].elements();
    const auto add = [&](const JsonValue& entry) {
        const JsonFields one = entry.fields(affect_keys);
        const StatedText reference = stated(one[0]);
        const auto row = reading.rows.add(value.place());
        write_common(row, fields);
        write_affected(reading, row, reference);
        if (fields[analysis].present()) write_statement(reading, value, fields, row, reference);
    };
    for (const JsonValue entry : list) add(entry);
    if (list.size() == 0) add(JsonValue());
}

}  // namespace

void read_vulnerabilities(Builder& builder, Row fragment, const JsonValue& vulnerabilities, const VulnerabilityContext& context) {
    if (vulnerabilities.elements().size() == 0) return;
    const auto subject = fragment_writer(builder, fragment);
    Reading reading{&builder,
                    subject.list(model::SubjectRoot::vulnerabilities),
                    subject.list(model::SubjectRoot::vex),
                    context.inventory,
                    {},
                    context.timestamp,
                    context.root,
                    builder.document(builder.document_of_fragment(fragment)).source->name()};
    reading.rows.incomplete(CellState::incomplete);
    builder.supply(model::part::vulnerabilities, fragment);
    builder.supply(model::part::vex, fragment);
    if (context.inventory != nullptr) {
        for (const PackageRows& rows : context.inventory->rows) {
            if (rows.node == no_node) continue;
            if (rows.node >= reading.by_node.size()) reading.by_node.resize(rows.node + 1);
            if (reading.by_node[rows.node] == nullptr) reading.by_node[rows.node] = &rows;
        }
    }
    for (const JsonValue value : vulnerabilities.elements()) read_one(reading, value);
}

}  // namespace scantling::cyclonedx
