// Building and asking a schema.
#include "engine/schema/schema.h"

#include <algorithm>

namespace scantling {

namespace {

template <typename Named>
std::optional<std::uint32_t> index_of_name(const std::vector<Named>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - all.begin());
}

}  // namespace

const Field* Record::find(std::string_view field) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name == field; });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<std::uint32_t> Record::index_of(std::string_view field) const { return index_of_name(fields, field); }

std::optional<std::uint32_t> Enum::member(std::string_view member_name) const {
    const auto found = std::find(members.begin(), members.end(), member_name);
    if (found == members.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - members.begin());
}

std::optional<std::uint32_t> Schema::find_enum(std::string_view name) const { return index_of_name(enums_, name); }
std::optional<std::uint32_t> Schema::find_record(std::string_view name) const { return index_of_name(records_, name); }

const Domain* Schema::find_domain(std::string_view name) const {
    const auto at = index_of_name(domains_, name);
    return at ? &domains_[*at] : nullptr;
}

std::string_view Schema::keep(std::string_view text) {
    if (!copies_text_ || text.empty()) return text;
    texts_.push_back(std::make_shared<const std::string>(text));
    return *texts_.back();
}

std::uint32_t Schema::add_enum(Enum declaration) {
    declaration.name = keep(declaration.name);
    declaration.documentation = keep(declaration.documentation);
    for (std::string_view& member : declaration.members) member = keep(member);
    enums_.push_back(std::move(declaration));
    return static_cast<std::uint32_t>(enums_.size() - 1);
}

std::uint32_t Schema::add_record(Record declaration) {
    declaration.name = keep(declaration.name);
    declaration.documentation = keep(declaration.documentation);
    records_.push_back({declaration.name, declaration.documentation, {}});
    const auto index = static_cast<std::uint32_t>(records_.size() - 1);
    set_fields(index, std::move(declaration.fields));
    return index;
}

void Schema::set_fields(std::uint32_t record, std::vector<Field> fields) {
    if (copies_text_) {
        for (Field& field : fields) {
            field.name = keep(field.name);
            field.documentation = keep(field.documentation);
            field.from = keep(field.from);
        }
    }
    records_[record].fields = std::move(fields);
}

void Schema::add_domain(std::string_view name, std::string_view documentation, std::vector<Field> fields) {
    Domain domain{keep(name), keep(documentation), std::nullopt, std::nullopt};
    const bool at_run = name == "run";
    std::vector<Field> run_fields;
    std::vector<Field> subject_fields;
    for (Field& field : fields) (at_run || field.flags.per_run ? run_fields : subject_fields).push_back(field);
    if (!run_fields.empty()) domain.run_record = add_record({domain.name, domain.documentation, std::move(run_fields)});
    if (!subject_fields.empty()) domain.subject_record = add_record({domain.name, domain.documentation, std::move(subject_fields)});
    domains_.push_back(domain);
}

void Schema::finish() {
    if (finished_domains_ == 0) {
        run_root_ = add_record({"run", "The run: what stands above every subject.", {}});
        subject_root_ = add_record({"subject", "A subject: an image, or a build where only its Dockerfile is given.", {}});
    }
    const auto append = [this](std::uint32_t root, const Domain& domain, std::optional<std::uint32_t> record, std::string_view bare) {
        if (!record) return;
        if (domain.name == bare) {
            const std::vector<Field> fields = records_[*record].fields;
            records_[root].fields.insert(records_[root].fields.end(), fields.begin(), fields.end());
        } else {
            const TypeId type = types_.intern({TypeKind::record, false, *record});
            records_[root].fields.push_back({domain.name, domain.documentation, type, {}, {}});
        }
    };
    for (; finished_domains_ < domains_.size(); ++finished_domains_) {
        const Domain domain = domains_[finished_domains_];
        append(run_root_, domain, domain.run_record, "run");
        append(subject_root_, domain, domain.subject_record, "subject");
    }
}

std::string type_text(const Schema& schema, const Types& types, TypeId id) {
    const Type& type = types[id];
    std::string out;
    switch (type.kind) {
        case TypeKind::boolean:
            out = "bool";
            break;
        case TypeKind::integer:
            out = "int";
            break;
        case TypeKind::decimal:
            out = "decimal";
            break;
        case TypeKind::string:
            out = "string";
            break;
        case TypeKind::time:
            out = "time";
            break;
        case TypeKind::duration:
            out = "duration";
            break;
        case TypeKind::size:
            out = "size";
            break;
        case TypeKind::version:
            out = "version";
            break;
        case TypeKind::regex:
            out = "regex";
            break;
        case TypeKind::glob:
            out = "glob";
            break;
        case TypeKind::enumeration:
            out = schema.enums()[type.declaration].name;
            break;
        case TypeKind::record:
            out = schema.records()[type.declaration].name;
            break;
        case TypeKind::reference:
            out = "ref<" + std::string(schema.records()[type.declaration].name) + ">";
            break;
        case TypeKind::list:
            out = "list<" + type_text(schema, types, type.element) + ">";
            break;
        case TypeKind::map:
            out = "map<" + type_text(schema, types, type.key) + ", " + type_text(schema, types, type.element) + ">";
            break;
    }
    if (type.optional) out += '?';
    return out;
}

}  // namespace scantling
