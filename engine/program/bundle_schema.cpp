// Replays what policies declared over the built-in model. A layout is a tree that grows out of records, so before one is made the records
// are measured: how wide rows become, how many cells and parts all tables have, how long all their paths are.
#include "engine/program/bundle_schema.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/base/limits.h"
#include "engine/base/sha256.h"
#include "engine/base/text_hash.h"
#include "engine/base/utf8.h"
#include "engine/program/expression.h"

namespace scantling::bundle {

namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(TypeKind::map) + 1;
// The longest paths of a domain's tables, all together: names may be long, and every table repeats those above it.
constexpr std::size_t path_bytes = 64UL << 20U;
// Parts of declared domains: they are looked for one by one.
constexpr std::size_t declared_parts = 8192;
// Lists of lists of lists: walks over types are recursions.
constexpr std::uint32_t type_nesting = limits::policy_nesting;
// Records in records, likewise.
constexpr std::uint32_t record_nesting = 200;

void write(ByteWriter& out, const Type& type) {
    out.byte(static_cast<std::uint8_t>(type.kind));
    out.boolean(type.optional);
    out.number(type.declaration);
    out.number(type.key);
    out.number(type.element);
}

void write(ByteWriter& out, const Enum& declared) {
    out.text(declared.name);
    out.text(declared.documentation);
    out.boolean(declared.ordered);
    out.number(declared.members.size());
    for (const std::string_view member : declared.members) out.text(member);
}

// `per_run` is told by where the field stands.
std::uint8_t bits_of(const FieldFlags& flags) {
    return static_cast<std::uint8_t>((flags.key ? 1 : 0) | (flags.part ? 2 : 0) | (flags.sensitive ? 4 : 0) | (flags.view ? 8 : 0) |
                                     (flags.derived ? 16 : 0));
}

FieldFlags flags_of(std::uint8_t bits, bool per_run) {
    return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0, (bits & 16U) != 0, per_run};
}

void write(ByteWriter& out, const std::vector<Field>& fields) {
    out.number(fields.size());
    for (const Field& field : fields) {
        out.text(field.name);
        out.text(field.documentation);
        out.number(field.type);
        out.byte(bits_of(field.flags));
        out.text(field.from);
    }
}

void write(ByteWriter& out, const Record& record) {
    out.text(record.name);
    out.text(record.documentation);
    write(out, record.fields);
}

// How the layout grows by a value of some type.
struct Extent {
    std::size_t row = 0;     // cells of one row
    std::size_t tables = 0;  // cells of the tables below
    std::size_t parts = 0;
    std::size_t paths = 0;  // bytes of the names of all cells, each with those above it
};

constexpr std::size_t enough = 1UL << 40U;  // more than any limit, and far from overflow
std::size_t plus(std::size_t a, std::size_t b) { return std::min(a + b, enough); }
std::size_t times(std::size_t a, std::size_t b) { return b != 0 && a > enough / b ? enough : a * b; }

class ModelReader {
  public:
    explicit ModelReader(ByteReader& in) : in_(in), builtin_(*Schema::builtin()) {}

    Model read() {
        has_tables_ = in_.boolean();
        read_types();
        read_enums();
        read_records();
        read_domains();
        read_entries();
        if (in_.ok()) check_types();
        if (in_.ok()) check_fields();
        if (in_.ok()) measure();
        if (!in_.ok()) return {};
        return build();
    }

  private:
    void read_types() {
        const std::size_t builtin = builtin_.types().size();
        types_.reserve(builtin);
        for (TypeId id = 0; id < builtin; ++id) types_.push_back(builtin_.types()[id]);
        const std::size_t more = in_.count(5);
        layout_types_ = builtin + in_.narrow();
        if (more > limits::policy_types * 2) in_.fail("it has too many types");
        for (std::size_t i = 0; i < more && in_.ok(); ++i) {
            Type type;
            type.kind = static_cast<TypeKind>(in_.member(kinds));
            type.optional = in_.boolean();
            type.declaration = in_.narrow();
            type.key = in_.narrow();
            type.element = in_.narrow();
            types_.push_back(type);
        }
        if (layout_types_ > types_.size() || (!has_tables_ && layout_types_ != builtin)) in_.fail("its types do not fit its tables");
    }

    // Of a type that policies declare: none is called like another, nor like one of the model's, which few bundles ask about.
    std::string_view read_type_name() {
        if (names_.empty()) {
            for (const Enum& known : builtin_.enums()) names_.emplace(known.name);
            for (const Record& known : builtin_.records()) names_.emplace(known.name);
        }
        return read_name(names_);
    }

    // A word of the language; `taken` has those that it must differ from.
    std::string_view read_name(std::unordered_set<std::string_view, TextHash>& taken) {
        const std::string_view name = in_.text();
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
        const auto is_sound = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
        if (in_.ok() && (name.empty() || !is_letter(name[0]) || !std::all_of(name.begin(), name.end(), is_sound))) {
            in_.fail("a name is not a word");
        }
        if (in_.ok() && !taken.insert(name).second) in_.fail("a name stands twice");
        return name;
    }

    std::string_view read_text() {
        const std::string_view text = in_.text();
        if (first_invalid_utf8(text)) in_.fail("a text is not UTF-8");
        return text;
    }

    void read_enums() {
        const std::size_t count = in_.count(4);
        if (count > limits::declared_types) in_.fail("it declares too many types");
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            Enum declared{read_type_name(), read_text(), in_.boolean(), {}};
            const std::size_t members = in_.count(1);
            if (members > limits::declared_members) in_.fail("an enum has too many members");
            std::unordered_set<std::string_view, TextHash> seen;
            for (std::size_t m = 0; m < members && in_.ok(); ++m) declared.members.push_back(read_name(seen));
            enums_.push_back(std::move(declared));
        }
    }

    std::vector<Field> read_fields(bool per_run) {
        std::vector<Field> fields;
        const std::size_t count = in_.count(5);
        if (count > limits::declared_members) in_.fail("a record has too many fields");
        std::unordered_set<std::string_view, TextHash> seen;
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            Field field;
            field.name = read_name(seen);
            field.documentation = read_text();
            field.type = in_.narrow();
            field.flags = flags_of(in_.member(32), per_run);
            field.from = read_text();
            fields.push_back(field);
        }
        return fields;
    }

    void read_records() {
        const std::size_t count = in_.count(3);
        if (count > limits::declared_types) in_.fail("it declares too many types");
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            Record record{read_type_name(), read_text(), {}};
            record.fields = read_fields(false);
            records_.push_back(std::move(record));
        }
        if (!has_tables_ && !records_.empty()) in_.fail("its records have no tables");
    }

    void read_domains() {
        const std::size_t count = in_.count(3);
        if (count == 0) return;
        std::unordered_set<std::string_view, TextHash> taken{"run", "subject"};
        for (const Domain& known : builtin_.domains()) taken.insert(known.name);
        for (const std::uint32_t root : {builtin_.run_root(), builtin_.subject_root()}) {
            for (const Field& field : builtin_.records()[root].fields) taken.insert(field.name);
        }
        if (count > limits::row_slots) in_.fail("it declares too many facts");
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            Record domain{read_name(taken), read_text(), {}};
            domain.fields = read_fields(true);
            if (domain.fields.empty()) in_.fail("facts have no fields");
            domains_.push_back(std::move(domain));
        }
        if (!has_tables_ && !domains_.empty()) in_.fail("its facts have no tables");
    }

    void read_entries() {
        const std::size_t count = in_.count(4);
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            Record entry{read_text(), read_text(), {}};
            entry.fields.resize(2);
            entry.fields[0].name = "key";
            entry.fields[0].type = in_.narrow();
            entry.fields[1].name = "value";
            entry.fields[1].type = in_.narrow();
            entries_.push_back(std::move(entry));
        }
    }

    [[nodiscard]] std::size_t layout_records() const { return builtin_.records().size() + records_.size() + domains_.size(); }

    // Parts come before what is made of them; one spelling a type. The layout's types speak of the layout's records alone.
    void check_types() {
        const std::size_t enums = builtin_.enums().size() + enums_.size();
        std::vector<std::uint32_t> depths(types_.size(), 1);
        for (TypeId id = 0; id < types_.size(); ++id) {
            const Type& type = types_[id];
            const bool declared = type.kind == TypeKind::enumeration || type.kind == TypeKind::record || type.kind == TypeKind::reference;
            const bool holds = type.kind == TypeKind::list || type.kind == TypeKind::map;
            const std::size_t records = layout_records() + (id < layout_types_ ? 0 : entries_.size());
            bool sound = declared ? type.declaration < (type.kind == TypeKind::enumeration ? enums : records) : type.declaration == 0;
            sound = sound && (holds ? type.element < id && !types_[type.element].optional : type.element == 0);
            sound = sound && (type.kind == TypeKind::map ? type.key < id && is_key(types_[type.key]) : type.key == 0);
            if (holds && sound) depths[id] = depths[type.element] + 1;
            if (!sound || depths[id] > type_nesting) return in_.fail("a type is malformed");
        }
    }

    static bool is_key(const Type& type) { return !type.optional && (type.kind == TypeKind::string || type.kind == TypeKind::enumeration); }

    void check_fields() {
        for (const Record& record : records_) check_fields(record);
        for (const Record& record : domains_) check_fields(record);
        for (const Record& entry : entries_) {
            const TypeId key = entry.fields[0].type;
            const TypeId value = entry.fields[1].type;
            const bool sound = key < types_.size() && value < types_.size() && is_key(types_[key]) && !types_[value].optional;
            if (!sound) return in_.fail("an entry of a map is malformed");
        }
    }

    void check_fields(const Record& record) {
        for (const Field& field : record.fields) {
            if (field.type >= layout_types_) return in_.fail("a field has no type");
            const Type& type = types_[field.type];
            const bool holds = type.kind == TypeKind::list || type.kind == TypeKind::map;
            if (holds && type.optional) return in_.fail("a list may be absent");
            TypeId inner = field.type;
            while (types_[inner].kind == TypeKind::list || types_[inner].kind == TypeKind::map) inner = types_[inner].element;
            if (types_[inner].kind == TypeKind::regex || types_[inner].kind == TypeKind::glob) return in_.fail("a pattern is a fact");
            if (types_[inner].kind == TypeKind::record && types_[inner].declaration == builtin_.run_root()) {
                return in_.fail("a root is a field");
            }
            if (types_[inner].kind == TypeKind::record && types_[inner].declaration == builtin_.subject_root()) {
                return in_.fail("a root is a field");
            }
        }
    }

    [[nodiscard]] const std::vector<Field>& fields_of(std::uint32_t record) const {
        const std::size_t builtin = builtin_.records().size();
        if (record < builtin) return builtin_.records()[record].fields;
        if (record < builtin + records_.size()) return records_[record - builtin].fields;
        return domains_[record - builtin - records_.size()].fields;
    }

    Extent extent_of(TypeId id, std::uint32_t depth) {
        const Type& type = types_[id];
        if (type.kind == TypeKind::record) return extent_of_record(type.declaration, depth + 1);
        if (type.kind != TypeKind::list && type.kind != TypeKind::map) return {1, 0, 0, 0};
        const Extent element = extent_of(type.element, depth);
        return {1, plus(element.row, plus(element.tables, 2)), element.parts, element.paths};
    }

    // A record that holds its own kind has none.
    Extent extent_of_record(std::uint32_t record, std::uint32_t depth) {
        if (const auto found = extents_.find(record); found != extents_.end()) {
            if (!found->second) in_.fail("a record contains a record of its own kind");
            return found->second.value_or(Extent{});
        }
        if (depth > record_nesting) in_.fail("its records nest too deep");
        if (!in_.ok()) return {};
        extents_.emplace(record, std::nullopt);
        Extent out = extent_of_fields(fields_of(record), depth);
        out.row = plus(out.row, 1);
        extents_[record] = out;
        return out;
    }

    Extent extent_of_fields(const std::vector<Field>& fields, std::uint32_t depth) {
        Extent out;
        for (const Field& field : fields) {
            const Type& type = types_[field.type];
            const bool is_view = field.flags.view && type.kind == TypeKind::list && types_[type.element].kind == TypeKind::record;
            const Extent more = is_view ? Extent{1, 0, 0, 0} : extent_of(field.type, depth);
            const std::size_t cells = plus(more.row, more.tables);
            out.row = plus(out.row, more.row);
            out.tables = plus(out.tables, more.tables);
            out.parts = plus(out.parts, plus(more.parts, (field.flags.part ? 1U : 0U) + (field.from.empty() ? 0U : 1U)));
            out.paths = plus(out.paths, plus(more.paths, plus(field.from.size(), times(field.name.size() + 1, plus(cells, 1)))));
        }
        return out;
    }

    // Records that no facts hold are measured for circles alone.
    void measure() {
        for (std::size_t r = 0; r < records_.size(); ++r) {
            static_cast<void>(extent_of_record(static_cast<std::uint32_t>(builtin_.records().size() + r), 0));
        }
        Extent all;
        for (const Record& domain : domains_) {
            const Extent extent = extent_of_fields(domain.fields, 0);
            all.row = plus(all.row, plus(extent.row, 1));
            all.tables = plus(all.tables, extent.tables);
            all.parts = plus(all.parts, plus(extent.parts, 1));
            all.paths = plus(all.paths, plus(extent.paths, times(domain.name.size() + 1, plus(extent.row, extent.tables))));
        }
        const bool fits =
            all.row <= limits::row_slots && all.tables <= limits::domain_slots && all.parts <= declared_parts && all.paths <= path_bytes;
        if (!fits) in_.fail("its facts are too wide");
    }

    // The number that a type was listed by, or the list is not one that an interning table made.
    void intern(Types& types, std::size_t end) {
        for (auto id = static_cast<TypeId>(types.size()); id < end && in_.ok(); ++id) {
            if (types.intern(types_[id]) != id) in_.fail("a type stands twice");
        }
    }

    Model build() {
        Schema base(builtin_);
        intern(base.types(), layout_types_);
        Model out;
        if (has_tables_) {
            add_enums(base);
            for (const Record& record : records_) base.add_record(record);
            for (const Record& domain : domains_) {
                base.add_domain(domain.name, domain.documentation, domain.fields);
                base.finish();
            }
            if (base.types().size() != layout_types_) in_.fail("facts have no type");
            if (!in_.ok()) return {};
            out.layout = std::make_shared<const Layout>(std::make_shared<const Schema>(base));
        } else {
            out.layout = Layout::builtin();
            add_enums(base);
        }
        intern(base.types(), types_.size());
        for (const Record& entry : entries_) base.add_record(entry);
        out.schema = std::make_shared<const Schema>(std::move(base));
        return in_.ok() ? out : Model{};
    }

    void add_enums(Schema& schema) {
        for (const Enum& declared : enums_) schema.add_enum(declared);
    }

    ByteReader& in_;
    const Schema& builtin_;
    std::unordered_set<std::string_view, TextHash> names_;
    bool has_tables_ = false;
    std::vector<Type> types_;  // all, those of the model first
    std::size_t layout_types_ = 0;
    std::vector<Enum> enums_;
    std::vector<Record> records_;
    std::vector<Record> domains_;
    std::vector<Record> entries_;
    std::unordered_map<std::uint32_t, std::optional<Extent>> extents_;  // none: being measured
};

}  // namespace

void write_model(ByteWriter& out, const Model& model) {
    const Schema& builtin = *Schema::builtin();
    const Schema& schema = *model.schema;
    const bool has_tables = model.layout != Layout::builtin();
    const std::size_t layout_types = model.layout->schema().types().size();
    const std::size_t layout_records = model.layout->schema().records().size();
    const std::size_t domains = schema.domains().size() - builtin.domains().size();
    const std::size_t domain_records = layout_records - domains;  // each has a record of its own, behind the declared ones
    out.boolean(has_tables);
    out.number(schema.types().size() - builtin.types().size());
    out.number(layout_types - builtin.types().size());
    for (auto id = static_cast<TypeId>(builtin.types().size()); id < schema.types().size(); ++id) write(out, schema.types()[id]);
    out.number(schema.enums().size() - builtin.enums().size());
    for (std::size_t e = builtin.enums().size(); e < schema.enums().size(); ++e) write(out, schema.enums()[e]);
    out.number(domain_records - builtin.records().size());
    for (std::size_t r = builtin.records().size(); r < domain_records; ++r) write(out, schema.records()[r]);
    out.number(domains);
    for (std::size_t r = domain_records; r < layout_records; ++r) write(out, schema.records()[r]);
    out.number(schema.records().size() - layout_records);
    for (std::size_t r = layout_records; r < schema.records().size(); ++r) {
        const Record& entry = schema.records()[r];
        out.text(entry.name);
        out.text(entry.documentation);
        for (const Field& field : entry.fields) out.number(field.type);
    }
}

Model read_model(ByteReader& in) { return ModelReader(in).read(); }

namespace {

// Documentation is left out: it means nothing to a program.
std::string describe_model() {
    ByteWriter out;
    for (const std::string_view name : operator_names()) out.text(name);
    for (const std::string_view name : builtin_names()) out.text(name);
    out.number(kinds);
    const Schema& schema = *Schema::builtin();
    for (TypeId id = 0; id < schema.types().size(); ++id) write(out, schema.types()[id]);
    for (const Enum& known : schema.enums()) write(out, {known.name, {}, known.ordered, known.members});
    for (const Record& known : schema.records()) {
        Record bare{known.name, {}, known.fields};
        for (Field& field : bare.fields) field.documentation = {};
        write(out, bare);
        for (const Field& field : known.fields) out.boolean(field.flags.per_run);
    }
    for (const Domain& known : schema.domains()) out.text(known.name);
    return out.take();
}

}  // namespace

const std::string& model_digest() {
    static const std::string digest = sha256_hex(describe_model());
    return digest;
}

}  // namespace scantling::bundle
