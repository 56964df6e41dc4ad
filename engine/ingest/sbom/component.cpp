// CycloneDX components → sightings and packages.
//
// Files, data and cryptographic assets are no packages; nor is the operating system, or what Trivy writes for a lock file that it looked
// at. They stay nodes of the graph. Components nest: each is read whole before those inside it, so that its rows lie together.
#include "engine/ingest/sbom/component.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/base/text_hash.h"
#include "engine/ingest/shared/package_types.h"
#include "engine/values/digest.h"

namespace scantling::cyclonedx {

namespace {

using S = model::Sighting;

const JsonKeys component_keys{"type", "bom-ref",    "supplier", "author",     "authors",           "group",
                              "name", "version",    "scope",    "hashes",     "licenses",          "cpe",
                              "purl", "components", "evidence", "properties", "externalReferences"};
enum ComponentKey : std::size_t {
    type,
    bom_ref,
    supplier,
    author,
    authors,
    group,
    name,
    version,
    scope,
    hashes,
    licenses,
    cpe,
    purl,
    components,
    evidence,
    extra,
    external_references
};

const JsonKeys pair_keys{"name", "value"};
enum PairKey : std::size_t { pair_name, pair_value };
const JsonKeys name_keys{"name"};
const JsonKeys hash_keys{"alg", "content"};
enum HashKey : std::size_t { alg, content };
const JsonKeys reference_keys{"type", "url"};
enum ReferenceKey : std::size_t { reference_type, reference_url };
const JsonKeys evidence_keys{"occurrences"};
const JsonKeys occurrence_keys{"location"};
const JsonKeys file_keys{"type", "name"};

struct Property {
    StatedText name;
    StatedText value;
    JsonFields fields;
};

// The properties with the few that have a meaning picked out.
struct Properties {
    std::vector<Property> all;
    bool development = false;
    bool scan_target = false;  // what Trivy writes for a lock file or a package database
    StatedText type;
    StatedText source_name;
    StatedText source_version;
    std::string_view source_release;
    std::string_view source_epoch;
};

void pick(Properties& out, const Property& property) {
    const std::string_view key = *property.name.text;
    if (key == "aquasecurity:trivy:Class" || key == "aquasecurity:trivy:Type") out.scan_target = true;
    if (!property.value) return;
    const std::string_view value = *property.value.text;
    if (key == "syft:package:type" || key == "package:type" || key == "aquasecurity:trivy:PkgType") {
        out.type = property.value;
    } else if (key == "cdx:npm:package:development") {
        out.development = value == "true";
    } else if (key == "aquasecurity:trivy:SrcName" || key == "syft:metadata:source" || key == "syft:metadata:originPackage") {
        out.source_name = property.value;
    } else if (key == "aquasecurity:trivy:SrcVersion" || key == "syft:metadata:sourceVersion") {
        out.source_version = property.value;
    } else if (key == "aquasecurity:trivy:SrcRelease") {
        out.source_release = value;
    } else if (key == "aquasecurity:trivy:SrcEpoch") {
        out.source_epoch = value;
    }
}

Properties read_properties(const JsonValue& value) {
    Properties out;
    out.all.reserve(value.size());
    for (const JsonValue element : value.elements()) {
        Property& property = out.all.emplace_back();
        property.fields = element.fields(pair_keys);
    }
    for (Property& property : out.all) {
        property.name = stated(property.fields[pair_name]);
        property.value = StatedText{property.fields[pair_value].string(), &property.fields[pair_value]};
        if (property.name) pick(out, property);
    }
    return out;
}

// Of equal names the last counts. Few are compared with each other, many looked up.
std::vector<bool> overridden(const std::vector<Property>& all) {
    constexpr std::size_t few = 48;
    std::vector<bool> out(all.size());
    std::unordered_map<std::string_view, std::size_t, TextHash> last;
    for (std::size_t i = all.size(); i > 0; --i) {
        const Property& property = all[i - 1];
        if (!property.name) continue;
        if (all.size() > few) {
            out[i - 1] = !last.emplace(*property.name.text, i).second;
            continue;
        }
        for (std::size_t j = i; j < all.size() && !out[i - 1]; ++j) out[i - 1] = all[j].name && *all[j].name.text == *property.name.text;
    }
    return out;
}

void write_properties(const Inventory& inventory, const RecordWriter<S>& row, const Properties& properties) {
    if (!inventory.properties_asked) return;
    const auto map = row.map(S::properties);
    const std::vector<bool> skip = overridden(properties.all);
    for (std::size_t i = 0; i < properties.all.size(); ++i) {
        const Property& property = properties.all[i];
        if (!property.name || !property.value || skip[i]) continue;
        map.add(*property.name.text, *property.value.text, property.value.place(), property.name.place());
    }
}

void write_cpes(const Inventory& inventory, const RecordWriter<S>& row, const JsonValue& cpe_value, const Properties& properties) {
    const StatedText own = stated(cpe_value);
    if (!inventory.cpes_asked) return;
    const auto cpes = row.list(S::cpes);
    if (own) cpes.add(*own.text, own.place());
    for (const Property& property : properties.all) {
        if (!property.name || !property.value || *property.name.text != "syft:cpe23") continue;
        cpes.add(*property.value.text, property.value.place());
    }
}

// Of a list of objects that nobody asks about: what is wrong with its types is told all the same.
void check_pairs(const JsonValue& value, const JsonKeys& keys) {
    for (const JsonValue element : value.elements()) element.check_texts(keys);
}

void write_hashes(Inventory& inventory, const RecordWriter<S>& row, const JsonValue& value) {
    if (!inventory.hashes_asked) return check_pairs(value, hash_keys);
    const auto list = row.list(S::hashes);
    std::string& digest = inventory.digest;
    for (const JsonValue element : value.elements()) {
        const JsonFields fields = element.fields(hash_keys);
        const StatedText algorithm = stated(fields[alg]);
        const StatedText hex = stated(fields[content]);
        if (algorithm && hex && write_digest(digest, *algorithm.text, *hex.text)) {
            list.add(std::string_view(digest), hex.place());
        } else {
            list.add_unknown(CellState::unreadable, element.place());
        }
    }
}

void write_external_references(Inventory& inventory, const RecordWriter<S>& row, const JsonValue& value) {
    if (!inventory.references_asked) return check_pairs(value, reference_keys);
    const auto map = row.map(S::external_references);
    Dictionary& dictionary = row.builder().dictionary();
    std::vector<StringId>& kinds = inventory.reference_kinds;
    kinds.clear();
    for (const JsonValue element : value.elements()) {
        const JsonFields fields = element.fields(reference_keys);
        const StatedText kind = stated(fields[reference_type]);
        const StatedText url = stated(fields[reference_url]);
        if (!kind || !url) continue;
        // The format has some forty kinds; what repeats one of them, or comes after a hundred, is left out.
        const StringId kind_id = inventory.kinds_of_references.id(dictionary, *kind.text);
        if (kinds.size() > 100 || std::find(kinds.begin(), kinds.end(), kind_id) != kinds.end()) continue;
        kinds.push_back(kind_id);
        map.add_id(kind_id, *url.text, url.place(), kind.place());
    }
}

// Occurrences and nested file components say where a package was found, not all that it owns: never complete.
void write_files(const RecordWriter<S>& row, const JsonFields& fields) {
    const JsonFields proof = fields[evidence].fields(evidence_keys);
    const JsonElements occurrences = proof[0].elements();
    const auto files = row.list(S::files);
    bool any = false;
    for (const JsonValue element : occurrences) {
        const JsonFields occurrence = element.fields(occurrence_keys);
        if (const StatedText path = stated(occurrence[0])) {
            files.add(*path.text, path.place());
            any = true;
        }
    }
    for (const JsonValue element : fields[components].elements()) {
        const JsonFields nested = element.fields(file_keys);
        const StatedText kind = stated(nested[0]);
        const StatedText path = stated(nested[1]);
        if (!kind || *kind.text != "file" || !path) continue;
        files.add(*path.text, path.place());
        any = true;
    }
    files.incomplete(any ? CellState::incomplete : CellState::not_stated);
}

void write_author(const RecordWriter<S>& row, const JsonFields& fields) {
    const StatedText own = stated(fields[author]);
    if (own) {
        row.set(S::author, *own.text, own.place());
    }
    bool found = own.text.has_value();
    for (const JsonValue element : fields[authors].elements()) {
        const JsonFields one = element.fields(name_keys);
        const StatedText text = stated(one[0]);
        if (found || !text) continue;
        row.set(S::author, *text.text, text.place());
        found = true;
    }
    if (!found) row.absent(S::author);
}

void write_scope(const RecordWriter<S>& row, const JsonValue& value, const Properties& properties) {
    const StatedText text = stated(value);
    const PlaceId place = text ? text.place() : PlaceId::none;
    if (properties.development) {
        row.set(S::scope, model::Scope::dev, place);
    } else if (!text || *text.text == "required") {
        row.set(S::scope, model::Scope::required, place);
    } else if (*text.text == "optional") {
        row.set(S::scope, model::Scope::optional, place);
    } else if (*text.text == "excluded") {
        row.set(S::scope, model::Scope::excluded, place);
    } else {
        row.unknown(S::scope, CellState::unreadable, place);
    }
}

void write_origin(const Inventory& inventory, const RecordWriter<S>& row) {
    const auto origin = row.open(S::origin);
    origin.set(model::Origin::kind, model::OriginKind::sbom);
    if (inventory.tool.empty()) {
        origin.absent(model::Origin::tool);
    } else {
        origin.set_id(model::Origin::tool, inventory.tool_id, inventory.tool_place);
    }
    origin.set_id(model::Origin::document, inventory.document_id);
}

SourcePackage source_of(const Properties& properties) {
    SourcePackage source;
    if (!properties.source_name) return source;
    source.name = *properties.source_name.text;
    source.name_place = properties.source_name.place();
    if (!properties.source_version) return source;
    source.version_place = properties.source_version.place();
    source.version = *properties.source_version.text;
    if (!properties.source_release.empty()) source.version.append("-").append(properties.source_release);
    if (!properties.source_epoch.empty() && properties.source_epoch != "0") {
        source.version.insert(0, ":").insert(0, properties.source_epoch);
    }
    return source;
}

bool is_package(std::string_view kind, const Properties& properties, bool has_purl) {
    constexpr std::array<std::string_view, 4> others = {"file", "data", "cryptographic-asset", "operating-system"};
    if (std::find(others.begin(), others.end(), kind) != others.end()) return false;
    return has_purl || !properties.scan_target;
}

// `bom-ref`: what the document calls the component.
struct Reference {
    StatedText text;
    StringId id = Dictionary::none;
    DependencyGraph::Node node = no_node;
};

void write_package(Inventory& inventory, const JsonValue& component, const JsonFields& fields, const Properties& properties,
                   const Reference& reference) {
    const RecordWriter<S> row = inventory.sightings.add(component.place());
    PackageText text;
    text.purl = fields[purl];
    text.name_space = fields[group];
    text.name = fields[name];
    text.version = fields[version];
    if (properties.type) {
        const auto known = package_type_of_tool(*properties.type.text);
        text.type = known ? known->type : PackageType::other;
        text.type_name = *properties.type.text;
    }
    const PackageIdentity identity = write_identity(row, text);
    if (reference.text) {
        row.set_id(S::reference, reference.id, reference.text.place());
    } else {
        row.absent(S::reference);
    }
    write_cpes(inventory, row, fields[cpe], properties);
    write_hashes(inventory, row, fields[hashes]);
    inventory.licences.write(row, fields[licenses]);
    const JsonFields supplied_by = fields[supplier].fields(name_keys);
    set_or_absent(row, S::supplier, stated(supplied_by[0]));
    write_author(row, fields);
    write_scope(row, fields[scope], properties);
    write_files(row, fields);
    write_properties(inventory, row, properties);
    write_external_references(inventory, row, fields[external_references]);
    write_origin(inventory, row);
    const RecordWriter<model::Package> package = add_package(inventory.packages, row, identity.type);
    write_source_package(package, identity, source_of(properties));
    if (reference.node != no_node) inventory.graph.set_package(reference.node, identity.id);
    inventory.rows.push_back({reference.node, row.row(), package.row()});
}

void read_component(Inventory& inventory, const JsonValue& component) {
    const JsonFields fields = component.fields(component_keys);
    const StatedText kind = stated(fields[type]);
    const std::string_view kind_text = kind.text.value_or(std::string_view());
    Reference reference;
    reference.text = stated(fields[bom_ref]);
    if (reference.text) {
        reference.id = inventory.sbom.builder().dictionary().intern(*reference.text.text);
        reference.node = inventory.graph.node(reference.id);
        inventory.graph.set_component(reference.node);
    }
    const Properties picked = read_properties(fields[extra]);
    if (kind_text == "file") ++inventory.files;
    if (kind_text == "operating-system" && !inventory.system.exists()) inventory.system = component;
    if (is_package(kind_text, picked, fields[purl].present())) write_package(inventory, component, fields, picked, reference);
    read_components(inventory, fields[components]);
}

}  // namespace

void read_components(Inventory& inventory, const JsonValue& list) {
    for (const JsonValue component : list.elements()) read_component(inventory, component);
}

}  // namespace scantling::cyclonedx
