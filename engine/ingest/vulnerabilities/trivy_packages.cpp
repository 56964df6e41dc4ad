// Trivy's `Packages` → sightings and packages, and the look-up of packages by whatever a finding says of them.
//
// A package is known under its package URL, Trivy's own id, and name with version, in this order of trust. Two targets may list the same
// package: their rows have one id and are united later.
#include "engine/ingest/vulnerabilities/trivy_packages.h"

#include <deque>

#include "engine/base/limits.h"
#include "engine/ingest/shared/json_config.h"
#include "engine/values/digest.h"
#include "engine/values/licence.h"

namespace scantling::trivy {

namespace {

using S = model::Sighting;
using P = model::Package;

const JsonKeys package_keys{"ID",         "Name",           "Identifier", "Version",      "Release", "Epoch",     "SrcName",
                            "SrcVersion", "SrcRelease",     "SrcEpoch",   "Licenses",     "Layer",   "DependsOn", "Digest",
                            "Dev",        "InstalledFiles", "Maintainer", "Relationship", "Indirect"};
enum PackageKey : std::size_t {
    id,
    name,
    identifier,
    version,
    release,
    epoch,
    source_name,
    source_version,
    source_release,
    source_epoch,
    licenses,
    layer,
    depends_on,
    digest,
    dev,
    installed_files,
    maintainer,
    relationship,
    indirect
};
const JsonKeys identifier_keys{"PURL", "UID", "BOMRef"};

std::string joined_version(const JsonValue& epoch_value, std::string_view version_text, const StatedText& release_text) {
    std::string whole;
    const std::int64_t number = epoch_value.integer().value_or(0);
    if (version_text.empty()) return whole;
    if (number != 0) whole = std::to_string(number) + ":";
    whole += version_text;
    if (release_text) whole.append("-").append(*release_text.text);
    return whole;
}

std::string name_key(std::string_view package_name, std::string_view version_text) {
    std::string key("n\0", 2);
    key.append(package_name).push_back('\0');
    key.append(version_text);
    return key;
}
std::string purl_key(std::string_view text) { return "p" + std::string(text); }
std::string id_key(std::string_view text) { return "i" + std::string(text); }

void write_licences(const RecordWriter<S>& row, const JsonValue& value) {
    const auto texts = row.list(S::licence_texts);
    std::vector<StatedLicence> all;
    PlaceId first = PlaceId::none;
    for (const PlacedText& text : read_strings(value)) {
        if (first == PlaceId::none) first = text.place;
        if (all.size() > limits::licences) break;
        all.push_back(read_licence(text.text));
        for (const std::string& unlisted : all.back().texts) texts.add(std::string_view(unlisted), text.place);
    }
    if (all.size() > limits::licences) {
        row.unknown(S::licence, CellState::unreadable, first);
        return;
    }
    const StatedLicence whole = all_licences(all);
    if (whole.state == StatedLicence::State::stated) {
        row.set(S::licence, std::string_view(whole.expression), first);
    } else {
        row.unknown(S::licence, whole.state == StatedLicence::State::absent ? CellState::absent : CellState::not_stated, first);
    }
}

void write_origin(const Report& report, const RecordWriter<S>& row) {
    const auto origin = row.open(S::origin);
    origin.set(model::Origin::kind, model::OriginKind::scan);
    origin.set(model::Origin::tool, std::string_view("trivy"));
    origin.set(model::Origin::document, report.document_name);
}

PackageText identity_text(const Result& result, const JsonValue& purl, const JsonValue& package_name, const JsonValue& package_version) {
    PackageText text;
    text.purl = purl;
    text.name = package_name;
    text.version = package_version;
    text.type = result.type.type;
    text.type_name = result.type_word;
    text.distribution = result.type.name_space;
    text.distribution_place = result.type_place;
    return text;
}

void write_files(const RecordWriter<S>& row, const JsonValue& value) {
    const auto files = row.list(S::files, value.place());
    for (const PlacedText& path : read_strings(value)) files.add(path.text, path.place);
    if (!value.present()) files.incomplete(CellState::not_stated);
}

void write_hashes(const RecordWriter<S>& row, const JsonValue& value) {
    const StatedText text = stated(value);
    const auto hashes = row.list(S::hashes, value.place());
    if (!text) return;
    if (const auto parsed = parse_digest(*text.text)) {
        hashes.add(std::string_view(*parsed), text.place());
    } else {
        hashes.add_unknown(CellState::unreadable, text.place());
    }
}

}  // namespace

PackageBatch ResultPackages::new_batch() const {
    return {*report_->builder, report_->builder->child(report_->scan.table(), model::Scan::packages.index)};
}

void ResultPackages::read_one(const JsonValue& value) {
    const JsonFields fields = value.fields(package_keys);
    const JsonFields ids = fields[identifier].fields(identifier_keys);
    const StatedText own_id = stated(fields[id]);
    const StatedText uid = stated(ids[1]);
    const StatedText bom_ref = stated(ids[2]);
    const RecordWriter<S> row = report_->sightings.add(value.place());
    PackageText text = identity_text(*result_, ids[0], fields[name], fields[version]);
    const StatedText version_text = stated(fields[version]);
    text.whole_version = joined_version(fields[epoch], version_text.text.value_or(""), stated(fields[release]));
    const PackageIdentity identity = write_identity(row, text);
    set_or_absent(row, S::reference, uid ? uid : bom_ref);
    write_hashes(row, fields[digest]);
    write_licences(row, fields[licenses]);
    set_or_absent(row, S::supplier, stated(fields[maintainer]));
    row.set(S::scope, fields[dev].boolean().value_or(false) ? model::Scope::dev : model::Scope::required, fields[dev].place());
    write_files(row, fields[installed_files]);
    write_layer(*report_, row, S::layer, fields[layer]);
    write_origin(*report_, row);
    const RecordWriter<P> package = add_package(report_->packages, row, identity.type);
    const StatedText from = stated(fields[source_name]);
    const StatedText from_version = stated(fields[source_version]);
    SourcePackage source;
    source.version = joined_version(fields[source_epoch], from_version.text.value_or(""), stated(fields[source_release]));
    if (from) source.name = *from.text;
    source.name_place = fields[source_name].place();
    source.version_place = fields[source_version].place();
    write_source_package(package, identity, source);

    Listed& entry = listed_.emplace_back();
    entry.sighting = row.row();
    entry.package = package.row();
    entry.id = identity.id;
    entry.has_dependencies = fields[depends_on].present();
    for (const PlacedText& target : read_strings(fields[depends_on])) entry.depends_on.emplace_back(target.text, target.place);
    const StatedText relation = stated(fields[relationship]);
    const bool is_indirect = fields[indirect].boolean().value_or(false);
    if (relation && (*relation.text == "root" || *relation.text == "workspace")) entry.relation = Listed::Relation::root;
    if (relation && *relation.text == "direct") entry.relation = Listed::Relation::direct;
    if (is_indirect || (relation && *relation.text == "indirect")) entry.relation = Listed::Relation::indirect;
    if (own_id) {
        by_id_.emplace(*own_id.text, listed_.size() - 1);
        remember(id_key(*own_id.text), package.row());
    }
    if (const StatedText purl = stated(ids[0])) remember(purl_key(*purl.text), package.row());
    if (const StatedText known_name = stated(fields[name])) remember(name_key(*known_name.text, text.whole_version), package.row());
}

// Distances from what Trivy calls root, workspace or direct, along `DependsOn`.
void ResultPackages::walk() {
    std::deque<std::size_t> queue;
    for (const Listed::Relation start : {Listed::Relation::root, Listed::Relation::direct}) {
        for (std::size_t i = 0; i < listed_.size(); ++i) {
            if (listed_[i].relation != start) continue;
            listed_[i].depth = start == Listed::Relation::root ? 0 : 1;
            queue.push_back(i);
        }
    }
    for (Listed& entry : listed_) {
        for (const auto& [target, place] : entry.depends_on) {
            const auto found = by_id_.find(target);
            if (found != by_id_.end()) listed_[found->second].named = true;
        }
    }
    while (!queue.empty()) {
        const std::size_t at = queue.front();
        queue.pop_front();
        for (const auto& [target, place] : listed_[at].depends_on) {
            const auto found = by_id_.find(target);
            if (found == by_id_.end() || listed_[found->second].depth >= 0) continue;
            listed_[found->second].depth = listed_[at].depth + 1;
            queue.push_back(found->second);
        }
    }
}

void ResultPackages::write_graph() {
    Builder& builder = *report_->builder;
    const TableId sightings = builder.child(report_->scan.table(), model::Scan::packages.index);
    const TableId packages = builder.child(subjects_table, model::SubjectRoot::packages.index);
    for (const Listed& entry : listed_) {
        const RecordWriter<S> sighting(builder, sightings, entry.sighting, 0);
        const RecordWriter<P> package(builder, packages, entry.package, 0);
        const auto list = sighting.list(S::depends_on);
        if (!entry.has_dependencies) list.incomplete(CellState::not_stated);
        for (const auto& [target, place] : entry.depends_on) {
            const auto found = by_id_.find(target);
            if (found == by_id_.end()) {
                list.add_unknown(CellState::unresolved, place);
            } else {
                list.add(builder.dictionary().text(listed_[found->second].id), place);
            }
        }
        sighting.set(S::in_graph, entry.has_dependencies || entry.named);
        const bool direct = entry.relation == Listed::Relation::direct;
        if (entry.relation == Listed::Relation::unknown) {
            package.unknown(P::direct, CellState::not_stated);
        } else {
            package.set(P::direct, direct);
        }
        if (entry.depth < 0) {
            sighting.unknown(S::reachable_from_root, CellState::not_stated);
            package.unknown(P::depth, CellState::not_stated);
            package.unknown(P::reachable, CellState::not_stated);
            continue;
        }
        sighting.set(S::reachable_from_root, true);
        package.set(P::depth, entry.depth);
        package.set(P::reachable, true);
    }
}

void ResultPackages::read(const JsonValue& packages) {
    const PackageBatch batch = new_batch();
    for (const JsonValue value : packages.elements()) read_one(value);
    batch.fill();
    walk();
    write_graph();
}

Row ResultPackages::find_or_add(const Named& named) {
    const StatedText purl = stated(named.purl);
    const StatedText package_id = stated(named.id);
    const StatedText package_name = stated(named.name);
    const StatedText package_version = stated(named.version);
    const std::string by_name = name_key(package_name.text.value_or(""), package_version.text.value_or(""));
    const std::array<std::string, 3> keys = {purl ? purl_key(*purl.text) : std::string(),
                                             package_id ? id_key(*package_id.text) : std::string(), purl ? std::string() : by_name};
    for (const std::string& key : keys) {
        const auto found = key.empty() ? rows_.end() : rows_.find(key);
        if (found != rows_.end()) return found->second;
    }
    // A list that lacks what a finding names is not the whole.
    report_->sightings.incomplete(CellState::incomplete);
    report_->packages.incomplete(CellState::incomplete);
    const PackageBatch batch = new_batch();
    const RecordWriter<S> row = report_->sightings.add(named.place);
    const PackageIdentity identity = write_identity(row, identity_text(*result_, named.purl, named.name, named.version));
    row.absent(S::reference);
    row.unknown(S::scope, CellState::not_stated);
    row.unknown(S::files, CellState::not_stated);
    row.unknown(S::depends_on, CellState::not_stated);
    row.set(S::in_graph, false);
    row.unknown(S::reachable_from_root, CellState::not_stated);
    write_layer(*report_, row, S::layer, named.layer);
    write_origin(*report_, row);
    const RecordWriter<P> package = add_package(report_->packages, row, identity.type);
    write_source_package(package, identity, {});
    batch.fill();
    package.unknown(P::direct, CellState::not_stated);
    package.unknown(P::depth, CellState::not_stated);
    package.unknown(P::reachable, CellState::not_stated);
    for (const std::string& key : keys) {
        if (!key.empty()) remember(key, package.row());
    }
    return package.row();
}

}  // namespace scantling::trivy
