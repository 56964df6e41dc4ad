// The report around the findings: what was scanned, when, of which classes, and how much the silence of the rest means.
//
// Trivy leaves out what has nothing to say: no `Results`, no `Vulnerabilities` of a target, no package lists unless asked. So `packages` is
// complete only where every target of packages lists them, and `vulnerabilities` only where the targets that matter are there.
#include "engine/ingest/vulnerabilities/trivy.h"

#include <algorithm>
#include <optional>

#include "engine/ingest/shared/image_config.h"
#include "engine/ingest/shared/image_names.h"
#include "engine/ingest/vulnerabilities/trivy_findings.h"
#include "engine/values/digest.h"
#include "engine/values/image_reference.h"

namespace scantling {

namespace trivy {

Report::Report(Builder& the_builder, Row the_fragment, const RecordWriter<model::Scan>& the_scan)
    : builder(&the_builder),
      fragment(the_fragment),
      scan(the_scan),
      sightings(the_scan.list(model::Scan::packages)),
      packages(fragment_writer(the_builder, the_fragment).list(model::SubjectRoot::packages)),
      vulnerabilities(fragment_writer(the_builder, the_fragment).list(model::SubjectRoot::vulnerabilities)),
      suppressed(the_scan.list(model::Scan::suppressed)),
      document_name(the_builder.document(the_builder.document_of_fragment(the_fragment)).source->name()) {}

namespace {

const JsonKeys layer_keys{"DiffID"};
const JsonKeys report_keys{"SchemaVersion", "Trivy", "CreatedAt", "ArtifactName", "ArtifactType", "Metadata", "Results"};
enum ReportKey : std::size_t { schema_version, trivy_tool, created_at, artifact_name, artifact_type, metadata, results };
const JsonKeys tool_keys{"Version"};
const JsonKeys metadata_keys{"OS", "ImageID", "DiffIDs", "RepoTags", "RepoDigests", "ImageConfig"};
enum MetadataKey : std::size_t { os, image_id, diff_ids, repo_tags, repo_digests, image_config };
const JsonKeys os_keys{"Family", "Name", "EOSL"};
const JsonKeys result_keys{"Target", "Class", "Type", "Packages", "Vulnerabilities", "Secrets", "ExperimentalModifiedFindings"};
enum ResultKey : std::size_t { target, result_class, type, packages, vulnerabilities, secrets, modified_findings };

constexpr std::int64_t known_schema = 2;

// What the results have and lack, for the completeness of the lists.
struct Coverage {
    bool os_packages = false;
    bool language_packages = false;
    bool all_listed = true;  // every target of packages has its list
    std::vector<model::ScanKind> kinds;
    std::vector<PackageType> types;
};

template <typename T>
void add_once(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void write_os(const RecordWriter<model::OperatingSystem>& row, const JsonFields& fields) {
    using O = model::OperatingSystem;
    const auto required = [&](Slot<O, kind::Text> slot, const JsonValue& value) {
        const StatedText text = stated(value);
        if (text) {
            row.set(slot, *text.text, text.place());
        } else {
            row.unknown(slot, CellState::not_stated, value.place());
        }
    };
    required(O::id, fields[0]);
    required(O::release, fields[1]);
    if (const auto ended = fields[2].boolean()) {
        row.set(O::stated_ended, *ended, fields[2].place());
    } else {
        row.absent(O::stated_ended, fields[2].place());
    }
}

void write_tool(const RecordWriter<model::Scan>& scan, const JsonValue& tool) {
    const auto row = scan.open(model::Scan::tool, tool.place());
    row.set(model::Tool::name, std::string_view("trivy"));
    row.absent(model::Tool::vendor);
    const JsonFields fields = tool.fields(tool_keys);
    const StatedText version = stated(fields[0]);
    set_or_absent(row, model::Tool::version_text, version);
    if (version) {
        set_version(row, model::Tool::version, *version.text, Ecosystem::generic, version.place());
    } else {
        row.absent(model::Tool::version);
    }
}

void index_layers(Report& report) {
    Builder& builder = *report.builder;
    const auto slot = static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::layers.index);
    const TableId table = builder.child(subjects_table, slot);
    const std::vector<Row>& parents = builder.table(table).parents;
    for (std::size_t i = parents.size(); i > 0 && parents[i - 1] == report.fragment; --i) {
        const auto row = static_cast<Row>(i - 1);
        const Column& column = builder.column(table, model::Layer::diff_id.index);
        if (column.state(row) == CellState::present) report.layers[builder.dictionary().text(column.narrow[row])] = row;
    }
}

// `image` and its parts, of a container image only.
void write_image(Report& report, const JsonFields& fields, ImageIdentity& identity) {
    using model::Image;
    Builder& builder = *report.builder;
    const auto image = fragment_writer(builder, report.fragment).open(model::SubjectRoot::image, fields[image_id].place());
    builder.supply(model::part::image, report.fragment);
    const StatedText own = stated(fields[image_id]);
    if (own && is_image_digest(*own.text)) {
        image.set(Image::id, *own.text, own.place());
    } else {
        image.unknown(Image::id, CellState::not_stated, fields[image_id].place());
    }
    write_image_names({fields[repo_tags], fields[repo_digests], JsonValue()}, image, identity);
    std::vector<std::string> from_config;
    if (fields[image_config].present()) from_config = read_image_configuration(fields[image_config], image, report.fragment);
    if (from_config.empty()) {
        identity.diff_ids = read_layers_and_history(fields[diff_ids], JsonValue(), image, report.fragment);
    } else {
        identity.diff_ids = std::move(from_config);
    }
    index_layers(report);
}

void add_digest(std::vector<std::string>& list, std::string_view digest) {
    if (is_image_digest(digest)) add_once(list, std::string(digest));
}

// Ids and digests that the report names, whatever was scanned; names only where it was an image.
void write_subjects(const Report& report, const JsonFields& head, const JsonValue& name, bool is_image, ImageIdentity& identity) {
    const auto list = report.scan.list(model::Scan::subjects);
    if (const StatedText own = stated(head[image_id]); own && is_image_digest(*own.text)) {
        list.add(*own.text, own.place());
        add_digest(identity.ids, *own.text);
    }
    std::vector<std::string> seen;
    for (const PlacedText& text : read_strings(head[repo_digests])) {
        const auto reference = parse_image_reference(text.text);
        if (!reference || !reference->digest) continue;
        add_digest(identity.digests, *reference->digest);
        if (std::find(seen.begin(), seen.end(), *reference->digest) != seen.end()) continue;
        seen.push_back(*reference->digest);
        list.add(std::string_view(*reference->digest), text.place);
    }
    const StatedText artifact = stated(name);
    if (is_image && identity.references.empty() && artifact && parse_image_reference(*artifact.text)) {
        identity.references.emplace_back(*artifact.text);
    }
    report.scan.unknown(model::Scan::matches_subject, CellState::not_stated);
}

Result describe(const JsonFields& fields) {
    Result out;
    if (const StatedText text = stated(fields[target])) {
        out.target = *text.text;
        out.target_place = text.place();
    }
    if (const StatedText word = stated(fields[type])) {
        out.type_word = *word.text;
        out.type_place = word.place();
        if (const auto known = package_type_of_tool(*word.text)) out.type = *known;
    }
    // Before schema 2 there is no class: the type tells.
    const StatedText word = stated(fields[result_class]);
    out.os_packages = word ? *word.text == "os-pkgs" : is_os_package(out.type.type);
    out.language_packages = word ? *word.text == "lang-pkgs" : !out.os_packages && out.type.type != PackageType::other;
    return out;
}

std::optional<model::ScanKind> kind_of(const StatedText& word) {
    if (!word) return std::nullopt;
    if (*word.text == "secret") return model::ScanKind::secret;
    if (*word.text == "config") return model::ScanKind::misconfiguration;
    if (*word.text == "license" || *word.text == "license-file") return model::ScanKind::licence;
    return std::nullopt;
}

void read_result(Report& report, const JsonValue& value, Coverage& coverage,
                 std::optional<ListWriter<kind::Embedded<model::SecretMatch>>>& found_secrets) {
    const JsonFields fields = value.fields(result_keys);
    const Result result = describe(fields);
    ResultPackages known(report, result);
    known.read(fields[packages]);
    read_vulnerabilities(report, known, fields[vulnerabilities]);
    read_suppressed(report, known, fields[modified_findings]);
    const StatedText word = stated(fields[result_class]);
    if (const auto kind = kind_of(word)) add_once(coverage.kinds, *kind);
    if (result.os_packages || result.language_packages || fields[vulnerabilities].present()) {
        add_once(coverage.kinds, model::ScanKind::vulnerability);
        coverage.all_listed = coverage.all_listed && fields[packages].present();
        if (result.type.type != PackageType::other) add_once(coverage.types, result.type.type);
    }
    coverage.os_packages = coverage.os_packages || result.os_packages;
    coverage.language_packages = coverage.language_packages || result.language_packages;
    if (fields[secrets].present() || (word && *word.text == "secret")) {
        if (!found_secrets) {
            const auto image = fragment_writer(*report.builder, report.fragment).open(model::SubjectRoot::image);
            found_secrets.emplace(image.list(model::Image::secrets));
            report.builder->supply(model::part::image_secrets, report.fragment);
        }
        read_secrets(report, result, *found_secrets, fields[secrets]);
    }
}

void write_coverage(const Report& report, const Coverage& coverage, bool has_os) {
    using S = model::Scan;
    const auto kinds = report.scan.list(S::kinds);
    for (const model::ScanKind kind : coverage.kinds) kinds.add(kind);
    // A class without a finding may leave no trace.
    kinds.incomplete(CellState::not_stated);
    const auto types = report.scan.list(S::ecosystems);
    for (const PackageType known : coverage.types) types.add(static_cast<model::PackageType>(known));
    types.incomplete(CellState::not_stated);
    report.scan.unknown(S::all_layers, CellState::not_stated);
    if (coverage.os_packages) {
        report.scan.set(S::os_supported, true);
    } else {
        report.scan.unknown(S::os_supported, CellState::not_stated);
    }
    const bool whole = coverage.os_packages || (!has_os && coverage.language_packages);
    if (!whole) report.vulnerabilities.incomplete(CellState::incomplete);
    if (!whole || !coverage.all_listed) {
        report.sightings.incomplete(CellState::incomplete);
        report.packages.incomplete(CellState::incomplete);
    }
}

void warn_of_schema(const JsonValue& value) {
    const auto version = value.integer();
    if (version && *version > known_schema) {
        value.report("I0123", "Trivy schema " + std::to_string(*version) + " is not known here: the report is read as schema 2",
                     "schemas to 2 are known");
    }
}

}  // namespace

LayerReading read_layer(const Report& report, const JsonValue& layer) {
    const JsonFields fields = layer.fields(layer_keys);
    const StatedText diff_id = stated(fields[0]);
    if (!diff_id) return {CellState::absent, no_row, layer.place()};
    const auto found = report.layers.find(*diff_id.text);
    if (found == report.layers.end()) return {CellState::unresolved, no_row, diff_id.place()};
    return {CellState::present, found->second, diff_id.place()};
}

}  // namespace trivy

std::vector<Fragment> read_trivy(Builder& builder, DocumentId document, const JsonValue& root) {
    using namespace trivy;
    using S = model::Scan;
    Fragment fragment{builder.add_fragment(document), FragmentKind::scan, {}};
    const auto subject = fragment_writer(builder, fragment.row);
    Report report(builder, fragment.row, subject.list(model::SubjectRoot::scans).add(root.place()));
    for (const std::string_view part : {model::part::scans, model::part::vulnerabilities, model::part::packages}) {
        builder.supply(part, fragment.row);
    }
    const bool bare = root.kind() == JsonKind::array;
    const JsonFields fields = (bare ? JsonValue() : root).fields(report_keys);
    const JsonFields head = fields[metadata].fields(metadata_keys);
    const JsonFields system = head[os].fields(os_keys);
    warn_of_schema(fields[schema_version]);
    report.scan.set(S::document, report.document_name);
    write_tool(report.scan, fields[trivy_tool]);
    set_time(report.scan, S::time, stated(fields[created_at]), CellState::absent);
    const StatedText artifact = stated(fields[artifact_type]);
    const bool is_image = artifact && *artifact.text == "container_image";
    if (is_image) write_image(report, head, fragment.identity);
    write_subjects(report, head, fields[artifact_name], is_image, fragment.identity);
    if (head[os].present()) {
        write_os(report.scan.open(S::os, head[os].place()), system);
    } else {
        report.scan.absent(S::os);
    }
    if (is_image && head[os].present()) {
        const auto image = subject.open(model::SubjectRoot::image);
        write_os(image.open(model::Image::os, head[os].place()), system);
        builder.supply(model::part::image_os, fragment.row);
    }
    Coverage coverage;
    std::optional<ListWriter<kind::Embedded<model::SecretMatch>>> found_secrets;
    for (const JsonValue result : (bare ? root : fields[results]).elements()) read_result(report, result, coverage, found_secrets);
    write_coverage(report, coverage, head[os].present());
    return {std::move(fragment)};
}

}  // namespace scantling
