// The document around the components: metadata, operating system, dependency graph, compositions.
//
// Order matters once: the graph's references become package ids only when all components are known, so `dependencies` is read after them
// whatever their order in the text.
#include "engine/ingest/sbom/cyclonedx.h"

#include <array>

#include "engine/ingest/sbom/component.h"
#include "engine/ingest/sbom/described_image.h"
#include "engine/ingest/sbom/vulnerabilities.h"
#include "engine/values/ascii.h"

namespace scantling {

namespace cyclonedx {
namespace {

using B = model::Sbom;

const JsonKeys document_keys{"bomFormat",  "specVersion",  "serialNumber", "metadata",
                             "components", "dependencies", "compositions", "vulnerabilities"};
enum DocumentKey : std::size_t { bom_format, spec_version, serial, metadata, components, dependencies, compositions, vulnerabilities };
const JsonKeys metadata_keys{"timestamp", "tools", "authors", "component", "supplier"};
enum MetadataKey : std::size_t { timestamp, tools, authors, component, supplier };
const JsonKeys tool_keys{"vendor", "group", "author", "publisher", "provider", "name", "version"};
enum ToolKey : std::size_t { tool_vendor, tool_group, tool_author, tool_publisher, tool_provider, tool_name, tool_version };
const JsonKeys tools_object_keys{"components", "services"};
const JsonKeys contact_keys{"name", "email"};
const JsonKeys dependency_keys{"ref", "dependsOn"};
const JsonKeys composition_keys{"aggregate", "assemblies", "dependencies", "vulnerabilities"};
enum CompositionKey : std::size_t { aggregate, assemblies, composition_dependencies, composition_vulnerabilities };
const JsonKeys system_keys{"name", "version", "description"};
const JsonKeys root_keys{"bom-ref"};

constexpr std::array<std::string_view, 6> known_versions = {"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"};

void write_tool(const ListWriter<kind::Embedded<model::Tool>>& list, const JsonValue& value, Inventory& inventory) {
    const JsonFields fields = value.fields(tool_keys);
    const auto row = list.add(value.place());
    const StatedText name = stated(fields[tool_name]);
    if (name) {
        const std::string lower = ascii::lower(*name.text);
        row.set(model::Tool::name, std::string_view(lower), name.place());
        if (inventory.tool.empty()) {
            Dictionary& dictionary = inventory.sbom.builder().dictionary();
            inventory.tool_id = dictionary.intern(lower);
            inventory.tool = dictionary.text(inventory.tool_id);
            inventory.tool_place = name.place();
        }
    } else {
        row.unknown(model::Tool::name, CellState::not_stated);
    }
    const JsonFields provider = fields[tool_provider].fields(contact_keys);
    const std::array<StatedText, 5> makers = {stated(fields[tool_vendor]), stated(fields[tool_group]), stated(fields[tool_author]),
                                              stated(fields[tool_publisher]), stated(provider[0])};
    row.absent(model::Tool::vendor);
    for (const StatedText& maker : makers) {
        if (!maker) continue;
        row.set(model::Tool::vendor, *maker.text, maker.place());
        break;
    }
    const StatedText version = stated(fields[tool_version]);
    set_or_absent(row, model::Tool::version_text, version);
    if (version) {
        set_version(row, model::Tool::version, *version.text, Ecosystem::generic, version.place());
    } else {
        row.absent(model::Tool::version);
    }
}

// An array of tools to 1.4; from 1.5 also an object of components and services.
void write_tools(Inventory& inventory, const JsonValue& value) {
    const auto list = inventory.sbom.list(B::tools);
    if (value.kind() == JsonKind::object) {
        const JsonFields both = value.fields(tools_object_keys);
        for (const JsonValue tool : both[0].elements()) write_tool(list, tool, inventory);
        for (const JsonValue service : both[1].elements()) write_tool(list, service, inventory);
    } else if (value.kind() == JsonKind::array || !value.present()) {
        for (const JsonValue tool : value.elements()) write_tool(list, tool, inventory);
    } else {
        value.wrong_type("an array or an object");
    }
}

void write_metadata(Inventory& inventory, const JsonFields& fields) {
    const RecordWriter<B>& row = inventory.sbom;
    set_time(row, B::time, stated(fields[timestamp]), CellState::absent);
    const auto list = row.list(B::authors);
    for (const JsonValue author : fields[authors].elements()) {
        const JsonFields contact = author.fields(contact_keys);
        const StatedText name = stated(contact[0]);
        const StatedText email = stated(contact[1]);
        if (name || email) list.add(*(name ? name : email).text, (name ? name : email).place());
    }
    const JsonFields by = fields[supplier].fields(contact_keys);
    set_or_absent(row, B::supplier, stated(by[0]));
    write_tools(inventory, fields[tools]);
}

void write_format(const Inventory& inventory, const JsonFields& fields) {
    const RecordWriter<B>& row = inventory.sbom;
    row.set(B::document, inventory.document_name);
    const StatedText format = stated(fields[bom_format]);
    row.set(B::format, model::SbomFormat::cyclonedx, format ? format.place() : PlaceId::none);
    const StatedText version = stated(fields[spec_version]);
    if (version) {
        row.set(B::format_version, *version.text, version.place());
    } else {
        row.unknown(B::format_version, CellState::not_stated);
    }
    set_or_absent(row, B::serial, stated(fields[serial]));
    row.unknown(B::valid, CellState::not_stated);
    row.unknown(B::errors, CellState::not_stated);
}

void warn_of_version(const JsonValue& value) {
    const StatedText version = stated(value);
    if (!version) return;
    for (const std::string_view known : known_versions) {
        if (*version.text == known) return;
    }
    value.report("I0123", "CycloneDX `" + std::string(*version.text) + "` is not known here: the document is read as 1.7",
                 "versions 1.2 to 1.7 are known");
}

void write_system(const RecordWriter<model::OperatingSystem>& row, const JsonValue& system) {
    using O = model::OperatingSystem;
    const JsonFields fields = system.fields(system_keys);
    const StatedText name = stated(fields[0]);
    const StatedText release = stated(fields[1]);
    if (name) {
        const std::string lower = ascii::lower(*name.text);
        row.set(O::id, std::string_view(lower), name.place());
    } else {
        row.unknown(O::id, CellState::not_stated);
    }
    if (release) {
        row.set(O::release, *release.text, release.place());
    } else {
        row.unknown(O::release, CellState::not_stated);
    }
    set_or_absent(row, O::text, stated(fields[2]));
}

void write_systems(const Inventory& inventory, Builder& builder, Row fragment) {
    if (!inventory.system.exists()) {
        inventory.sbom.absent(B::os);
        return;
    }
    const PlaceId place = inventory.system.place();
    write_system(inventory.sbom.open(B::os, place), inventory.system);
    const auto image = fragment_writer(builder, fragment).open(model::SubjectRoot::image);
    write_system(image.open(model::Image::os, place), inventory.system);
    builder.supply(model::part::image_os, fragment);
}

void read_dependencies(Inventory& inventory, const JsonValue& value) {
    Dictionary& dictionary = inventory.sbom.builder().dictionary();
    for (const JsonValue entry : value.elements()) {
        const JsonFields fields = entry.fields(dependency_keys);
        const StatedText from = stated(fields[0]);
        const JsonElements targets = fields[1].elements();
        if (!from) continue;
        const DependencyGraph::Node node = inventory.graph.node(dictionary.intern(*from.text));
        inventory.graph.declare(node);
        for (const JsonValue target : targets) {
            const StatedText to = stated(target);
            if (to) inventory.graph.add_edge(node, {inventory.graph.node(dictionary.intern(*to.text)), to.place()});
        }
    }
}

// What each package depends on. Without a graph nothing is known of it; of a package that has no entry in the graph likewise.
void write_edges(const Inventory& inventory) {
    using S = model::Sighting;
    Builder& builder = inventory.sbom.builder();
    const TableId table = builder.child(inventory.sbom.table(), B::packages.index);
    const DependencyGraph& graph = inventory.graph;
    for (const PackageRows& rows : inventory.rows) {
        const RecordWriter<S> sighting(builder, table, rows.sighting, 0);
        const auto list = sighting.list(S::depends_on);
        sighting.set(S::in_graph, rows.node != no_node && graph.is_named(rows.node));
        if (rows.node == no_node || graph.is_incomplete(rows.node)) list.incomplete(CellState::not_stated);
        if (rows.node == no_node) continue;
        for (const DependencyGraph::Edge& edge : graph.edges(rows.node)) {
            if (const auto id = graph.package(edge.target)) {
                list.add_id(*id, edge.place);
            } else if (!graph.is_component(edge.target)) {
                list.add_unknown(CellState::unresolved, edge.place);
            }
        }
    }
}

void write_positions(const Inventory& inventory, bool has_root) {
    using S = model::Sighting;
    using P = model::Package;
    Builder& builder = inventory.sbom.builder();
    const TableId sightings = builder.child(inventory.sbom.table(), B::packages.index);
    const TableId packages = builder.child(subjects_table, model::SubjectRoot::packages.index);
    const bool known = has_root && !inventory.graph.empty();
    bool connected = true;
    for (const PackageRows& rows : inventory.rows) {
        const RecordWriter<S> sighting(builder, sightings, rows.sighting, 0);
        const RecordWriter<P> package(builder, packages, rows.package, 0);
        if (!known) {
            sighting.unknown(S::reachable_from_root, CellState::not_stated);
            package.unknown(P::direct, CellState::not_stated);
            package.unknown(P::depth, CellState::not_stated);
            package.unknown(P::reachable, CellState::not_stated);
            continue;
        }
        const std::uint32_t depth = rows.node == no_node ? DependencyGraph::far : inventory.graph.depth(rows.node);
        const bool reached = depth != DependencyGraph::far;
        sighting.set(S::reachable_from_root, reached);
        package.set(P::reachable, reached);
        package.set(P::direct, depth == 1);
        if (reached) {
            package.set(P::depth, std::int64_t{depth});
        } else {
            package.absent(P::depth);
            connected = false;
        }
    }
    inventory.sbom.set(B::has_graph, !inventory.graph.empty());
    if (known) {
        inventory.sbom.set(B::is_connected, connected);
    } else {
        inventory.sbom.unknown(B::is_connected, CellState::not_stated);
    }
}

// `declared_complete`: false where any composition is not complete; true where one speaks for the whole (no list of its own, or the root
// among its assemblies) and none denies it.
void read_compositions(Inventory& inventory, const JsonValue& value, std::optional<std::string_view> root) {
    Dictionary& dictionary = inventory.sbom.builder().dictionary();
    bool partial = false;
    bool whole = false;
    PlaceId place = PlaceId::none;
    for (const JsonValue entry : value.elements()) {
        const JsonFields fields = entry.fields(composition_keys);
        const StatedText word = stated(fields[aggregate]);
        const JsonElements parts = fields[assemblies].elements();
        const JsonElements dependents = fields[composition_dependencies].elements();
        const JsonElements findings = fields[composition_vulnerabilities].elements();
        const bool of_vulnerabilities = parts.size() == 0 && dependents.size() == 0 && findings.size() != 0;
        const bool complete = word && *word.text == "complete";
        bool covers = parts.size() == 0 && dependents.size() == 0 && !of_vulnerabilities;
        for (const JsonValue part : parts) {
            const StatedText text = stated(part);
            covers = covers || (root && text && *text.text == *root);
        }
        for (const JsonValue dependent : dependents) {
            const StatedText text = stated(dependent);
            if (text && !complete) inventory.graph.mark_incomplete(inventory.graph.node(dictionary.intern(*text.text)));
        }
        if (of_vulnerabilities) continue;
        partial = partial || !complete;
        whole = whole || (complete && covers);
        if (word && (place == PlaceId::none || !complete)) place = word.place();
    }
    if (partial) {
        inventory.sightings.incomplete(CellState::incomplete);
        inventory.packages.incomplete(CellState::incomplete);
        inventory.sbom.set(B::declared_complete, false, place);
    } else if (whole) {
        inventory.sbom.set(B::declared_complete, true, place);
    } else {
        inventory.sbom.absent(B::declared_complete);
    }
}

void write_described(const Inventory& inventory, const DescribedImage& image) {
    const auto list = inventory.sbom.list(B::subjects);
    for (const auto& [text, place] : image.named) list.add(std::string_view(text), place);
    inventory.sbom.unknown(B::matches_subject, CellState::not_stated);
}

void read_inventory(Builder& builder, Row fragment, const JsonValue& root, const JsonFields& fields, const JsonFields& head,
                    const DescribedImage& described) {
    const auto subject = fragment_writer(builder, fragment);
    const auto name = builder.document(builder.document_of_fragment(fragment)).source->name();
    Inventory inventory(subject.list(model::SubjectRoot::sboms).add(root.place()), subject, name);
    builder.supply(model::part::sboms, fragment);
    builder.supply(model::part::packages, fragment);
    write_format(inventory, fields);
    write_metadata(inventory, head);
    write_described(inventory, described);
    const JsonFields root_fields = head[component].fields(root_keys);
    const StatedText root_reference = stated(root_fields[0]);
    DependencyGraph::Node root_node = no_node;
    if (root_reference) {
        root_node = inventory.graph.node(builder.dictionary().intern(*root_reference.text));
        inventory.graph.set_component(root_node);
    }
    if (described.is_system) inventory.system = head[component];
    const PackageBatch batch(builder, builder.child(inventory.sbom.table(), B::packages.index));
    read_components(inventory, fields[components]);
    batch.fill();
    write_systems(inventory, builder, fragment);
    read_dependencies(inventory, fields[dependencies]);
    read_compositions(inventory, fields[compositions], root_reference.text);
    if (root_node != no_node) inventory.graph.walk(root_node);
    write_edges(inventory);
    write_positions(inventory, root_node != no_node);
    inventory.sbom.set(B::file_count, inventory.files);
    read_vulnerabilities(builder, fragment, fields[vulnerabilities],
                         {head[timestamp], root_reference.text.value_or(std::string_view()), &inventory});
}

}  // namespace
}  // namespace cyclonedx

std::vector<Fragment> read_cyclonedx(Builder& builder, DocumentId document, const JsonValue& root) {
    using namespace cyclonedx;
    const Row row = builder.add_fragment(document);
    const JsonFields fields = root.fields(document_keys);
    const JsonFields head = fields[metadata].fields(metadata_keys);
    warn_of_version(fields[spec_version]);
    DescribedImage described = read_described_image(head[component]);
    const bool only_vex = !fields[components].present() && fields[vulnerabilities].size() != 0;
    if (only_vex) {
        const JsonFields described_fields = head[component].fields(root_keys);
        const StatedText reference = stated(described_fields[0]);
        read_vulnerabilities(builder, row, fields[vulnerabilities],
                             {head[timestamp], reference.text.value_or(std::string_view()), nullptr});
    } else {
        read_inventory(builder, row, root, fields, head, described);
    }
    return {{row, FragmentKind::sbom, std::move(described.identity)}};
}

}  // namespace scantling
