// Identity of packages: purl first, the document's own fields where it is silent.
//
// A cell points at the text that states it: the component's name where that is the purl's decoded name letter for letter, else the purl.
#include "engine/ingest/shared/package_rows.h"

#include <array>

#include "engine/facts/copy.h"
#include "engine/values/ascii.h"
#include "engine/values/version/version.h"

namespace scantling {

namespace {

using Sighting = RecordWriter<model::Sighting>;

PlaceId place_of_text(std::string_view cell, const StatedText& text, PlaceId otherwise) {
    return text && *text.text == cell ? text.place() : otherwise;
}

// A text and, where it is one of the dictionary's already, its id.
struct Piece {
    std::string_view text;
    StringId id = Dictionary::none;
    PlaceId place = PlaceId::none;

    [[nodiscard]] StringId interned(Dictionary& dictionary) const { return id == Dictionary::none ? dictionary.intern(text) : id; }
};

// What of a package URL other cells hold too.
struct PurlPieces {
    Piece name_space;
    Piece name;
    Piece version;
};

PurlPieces write_purl(const RecordWriter<model::Purl>& row, const PackageUrl& purl, StringId text) {
    PurlPieces out;
    row.set_id(model::Purl::text, text);
    row.set(model::Purl::type, static_cast<model::PackageType>(purl.type));
    Dictionary& dictionary = row.builder().dictionary();
    const auto set = [&](Slot<model::Purl, kind::Text> slot, const std::string& value) {
        const Piece piece{value, dictionary.intern(value), PlaceId::none};
        row.set_id(slot, piece.id);
        return piece;
    };
    const auto optional = [&](Slot<model::Purl, kind::Text> slot, const std::optional<std::string>& value) {
        if (value) return set(slot, *value);
        row.absent(slot);
        return Piece{};
    };
    out.name_space = optional(model::Purl::namespace_, purl.name_space);
    out.name = set(model::Purl::name, purl.name);
    out.version = optional(model::Purl::version, purl.version);
    const auto qualifiers = row.map(model::Purl::qualifiers);
    for (const auto& [key, value] : purl.qualifiers) qualifiers.add(key, std::string_view(value));
    optional(model::Purl::subpath, purl.subpath);
    return out;
}

// What the id and the `version` cell hold. A purl's version counts; the document's own fills its gap, and its epoch an rpm's. `made` holds
// the text where neither states it so.
std::string_view effective_version(const std::optional<PackageUrl>& purl, const StatedText& stated_version, const std::string& whole,
                                   PackageType type, std::string& made) {
    std::string_view own = whole;
    if (own.empty() && stated_version) own = *stated_version.text;
    const auto with_epoch = [&made](std::string_view version, std::string_view epoch) -> std::string_view {
        made = version_with_epoch(version, epoch);
        return made;
    };
    if (!purl || !purl->version) return type == PackageType::rpm && !own.empty() ? with_epoch(own, {}) : own;
    if (type != PackageType::rpm) return *purl->version;
    const std::optional<std::string_view> epoch = purl->qualifier("epoch");
    const std::string_view version = with_epoch(*purl->version, epoch.value_or(std::string_view()));
    const std::size_t colon = own.find(':');
    if (!epoch && colon != std::string_view::npos && own.substr(colon + 1) == version) return with_epoch(own, {});
    return version;
}

void write_type(const Sighting& row, PackageType type, std::string_view type_name, PlaceId place) {
    row.set(model::Sighting::type, static_cast<model::PackageType>(type), place);
    if (type == PackageType::other && !type_name.empty()) {
        row.set(model::Sighting::type_name, type_name, place);
    } else {
        row.absent(model::Sighting::type_name);
    }
}

struct Pieces {
    Piece name_space;
    Piece name;
};

Pieces pieces_of_purl(const PurlPieces& purl, PlaceId purl_place, const StatedText& name_space, const StatedText& name) {
    Pieces out{purl.name_space, purl.name};
    out.name_space.place = place_of_text(out.name_space.text, name_space, purl_place);
    out.name.place = place_of_text(out.name.text, name, purl_place);
    return out;
}

Pieces pieces_of_fields(const PackageText& text, const StatedText& name_space, const StatedText& name) {
    Pieces out;
    if (name) {
        const SplitName split = name_space ? SplitName{{}, *name.text} : split_package_name(text.type, *name.text);
        out.name_space = {split.name_space, Dictionary::none, name.place()};
        out.name = {split.name, Dictionary::none, name.place()};
    }
    if (name_space) {
        out.name_space = {*name_space.text, Dictionary::none, name_space.place()};
    } else if (!text.distribution.empty()) {
        out.name_space = {text.distribution, Dictionary::none, text.distribution_place};
    }
    return out;
}

void write_pieces(const Sighting& row, const Pieces& pieces) {
    Dictionary& dictionary = row.builder().dictionary();
    if (pieces.name_space.text.empty()) {
        row.absent(model::Sighting::namespace_);
    } else {
        row.set_id(model::Sighting::namespace_, pieces.name_space.interned(dictionary), pieces.name_space.place);
    }
    if (pieces.name.text.empty()) {
        row.unknown(model::Sighting::name, CellState::not_stated, pieces.name.place);
    } else {
        row.set_id(model::Sighting::name, pieces.name.interned(dictionary), pieces.name.place);
    }
}

// `of_purl`: the package URL's version, empty where it has none.
void write_version(const Sighting& row, std::string_view version, const Piece& of_purl, PackageType type, const StatedText& stated_version,
                   PlaceId purl_place) {
    Dictionary& dictionary = row.builder().dictionary();
    const bool in_purl = of_purl.id != Dictionary::none;
    Piece text = of_purl;  // of `version_text`
    if (stated_version && (!in_purl || *stated_version.text != of_purl.text)) {
        text = {*stated_version.text, dictionary.intern(*stated_version.text), PlaceId::none};
    }
    if (text.id == Dictionary::none) {
        row.absent(model::Sighting::version_text);
    } else {
        row.set_id(model::Sighting::version_text, text.id, stated_version ? stated_version.place() : purl_place);
    }
    const PlaceId otherwise = in_purl ? purl_place : (stated_version ? stated_version.place() : PlaceId::none);
    const PlaceId place = place_of_text(version, stated_version, otherwise);
    const Ecosystem ecosystem = ecosystem_of(type);
    const CellState state = version_state(version, ecosystem);
    if (state != CellState::present) {
        row.unknown(model::Sighting::version, state, place);
        return;
    }
    const StringId id = text.id != Dictionary::none && version == text.text ? text.id : dictionary.intern(version);
    row.set_version_id(model::Sighting::version, id, static_cast<model::Ecosystem>(ecosystem), place);
}

// Reads the package URL and writes its cells; its pieces are views of `purl`.
PurlPieces write_purl_cells(const Sighting& row, const StatedText& text, std::optional<PackageUrl>& purl) {
    if (!text) {
        row.absent(model::Sighting::purl);
        row.absent(model::Sighting::purl_text);
        return {};
    }
    const StringId as_written = row.builder().dictionary().intern(*text.text);
    row.set_id(model::Sighting::purl_text, as_written, text.place());
    purl = parse_package_url(*text.text);
    if (purl) return write_purl(row.open(model::Sighting::purl, text.place()), *purl, as_written);
    row.unknown(model::Sighting::purl, CellState::unreadable, text.place());
    return {};
}

// `upstream` of a package URL: `name`, `name@version`, or the file name of a source rpm.
void split_upstream(std::string_view upstream, std::string_view& name, std::string_view& version) {
    constexpr std::string_view source_rpm = ".src.rpm";
    if (upstream.size() > source_rpm.size() && upstream.substr(upstream.size() - source_rpm.size()) == source_rpm) {
        upstream.remove_suffix(source_rpm.size());
        const std::size_t release = upstream.rfind('-');
        const std::size_t dash =
            release == std::string_view::npos || release == 0 ? std::string_view::npos : upstream.rfind('-', release - 1);
        if (dash != std::string_view::npos && dash > 0) {
            name = upstream.substr(0, dash);
            version = upstream.substr(dash + 1);
            return;
        }
    }
    const std::size_t at = upstream.rfind('@');
    name = upstream.substr(0, at == 0 ? std::string_view::npos : at);
    version = at == std::string_view::npos || at == 0 ? std::string_view() : upstream.substr(at + 1);
}

}  // namespace

StatedText stated(const JsonValue& value) {
    StatedText out{value.string(), &value};
    if (out.text && out.text->empty()) out.text.reset();
    return out;
}

CellState version_state(std::string_view text, Ecosystem ecosystem) {
    constexpr std::array<std::string_view, 3> declined = {"(devel)", "unknown", "noassertion"};
    if (text.empty()) return CellState::not_stated;
    for (const std::string_view word : declined) {
        if (ascii::equal_folded(text, word)) return CellState::not_stated;
    }
    return is_valid_version(ecosystem, text) ? CellState::present : CellState::unreadable;
}

SplitName split_package_name(PackageType type, std::string_view text) {
    std::size_t cut = std::string_view::npos;
    if (type == PackageType::maven) {
        cut = text.rfind(':');
    } else if (type == PackageType::npm || type == PackageType::composer || type == PackageType::golang || type == PackageType::swift) {
        cut = text.rfind('/');
    }
    if (cut == std::string_view::npos || cut == 0 || cut + 1 == text.size()) return {{}, text};
    return {text.substr(0, cut), text.substr(cut + 1)};
}

PackageIdentity write_identity(const Sighting& row, const PackageText& text) {
    PackageIdentity identity;
    const StatedText purl_text = stated(text.purl);
    const StatedText name_space = stated(text.name_space);
    const StatedText name = stated(text.name);
    const StatedText version = stated(text.version);
    const PurlPieces of_purl = write_purl_cells(row, purl_text, identity.purl);
    const std::optional<PackageUrl>& purl = identity.purl;
    const PlaceId purl_place = identity.purl_place = purl_text ? purl_text.place() : PlaceId::none;
    identity.type = purl ? purl->type : text.type;
    write_type(row, identity.type, purl ? std::string_view(purl->type_name) : text.type_name, purl_place);
    const Pieces pieces = purl ? pieces_of_purl(of_purl, purl_place, name_space, name) : pieces_of_fields(text, name_space, name);
    write_pieces(row, pieces);
    std::string made;
    const std::string_view effective = effective_version(purl, version, text.whole_version, identity.type, made);
    write_version(row, effective, of_purl.version, identity.type, version, purl_place);
    std::string_view type_name = purl ? std::string_view(purl->type_name) : text.type_name;
    if (type_name.empty()) type_name = "other";
    const std::string id = package_id(identity.type, type_name, pieces.name_space.text, pieces.name.text, effective);
    identity.id = row.builder().dictionary().intern(id);
    row.set_id(model::Sighting::id, identity.id, purl_place);
    return identity;
}

RecordWriter<model::Package> add_package(const ListWriter<kind::Embedded<model::Package>>& packages, const Sighting& sighting,
                                         PackageType type) {
    using S = model::Sighting;
    using P = model::Package;
    const RecordWriter<P> package = packages.add(sighting.builder().table(sighting.table()).places[sighting.row()]);
    package.set(P::is_os, is_os_package(type));
    static_cast<void>(package.list(P::origins).add());
    sighting.set(S::package, package.row());
    return package;
}

PackageBatch::PackageBatch(Builder& builder, TableId sightings)
    : builder_(&builder),
      sightings_(sightings),
      packages_(builder.child(subjects_table, model::SubjectRoot::packages.index)),
      first_sighting_(builder.table(sightings).rows),
      first_package_(builder.table(packages_).rows) {}

void PackageBatch::fill() const {
    using S = model::Sighting;
    using P = model::Package;
    constexpr std::array<std::pair<SlotIndex, SlotIndex>, 17> fields = {{{S::id.index, P::id.index},
                                                                         {S::type.index, P::type.index},
                                                                         {S::type_name.index, P::type_name.index},
                                                                         {S::namespace_.index, P::namespace_.index},
                                                                         {S::name.index, P::name.index},
                                                                         {S::version.index, P::version.index},
                                                                         {S::version_text.index, P::version_text.index},
                                                                         {S::purl.index, P::purl.index},
                                                                         {S::licence.index, P::licence.index},
                                                                         {S::licence_texts.index, P::licence_texts.index},
                                                                         {S::supplier.index, P::supplier.index},
                                                                         {S::scope.index, P::scope.index},
                                                                         {S::cpes.index, P::cpes.index},
                                                                         {S::properties.index, P::properties.index},
                                                                         {S::external_references.index, P::external_references.index},
                                                                         {S::files.index, P::files.index},
                                                                         {S::layer.index, P::layer.index}}};
    const Row count = builder_->table(sightings_).rows - first_sighting_;
    if (count == 0) return;
    for (const auto& [from, to] : fields) copy_latest_fields(*builder_, sightings_, first_sighting_, from, packages_, first_package_, to);
    const TableId origins = builder_->child(packages_, P::origins.index);
    const Row first_origin = builder_->table(origins).rows - count;
    for (const SlotIndex slot : {model::Origin::kind.index, model::Origin::tool.index, model::Origin::document.index}) {
        const auto from = static_cast<SlotIndex>(S::origin.index + 1 + slot);
        copy_latest_fields(*builder_, sightings_, first_sighting_, from, origins, first_origin, slot);
    }
}

void write_source_package(const RecordWriter<model::Package>& package, const PackageIdentity& identity,
                          const SourcePackage& stated_source) {
    std::string_view name = stated_source.name;
    std::string_view version = stated_source.version;
    PlaceId name_place = stated_source.name_place;
    PlaceId version_place = stated_source.version_place;
    if (name.empty() && identity.purl) {
        if (const auto upstream = identity.purl->qualifier("upstream")) {
            split_upstream(*upstream, name, version);
            name_place = version_place = identity.purl_place;
        }
    }
    if (name.empty()) {
        package.absent(model::Package::source_name);
        package.absent(model::Package::source_version);
        return;
    }
    package.set(model::Package::source_name, name, name_place);
    if (version.empty()) {
        package.absent(model::Package::source_version);
    } else {
        set_version(package, model::Package::source_version, version, ecosystem_of(identity.type), version_place);
    }
}

}  // namespace scantling
