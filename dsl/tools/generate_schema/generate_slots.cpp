// Writes slots.h: the typed names by which readers write cells.
#include <cctype>
#include <optional>

#include "dsl/tools/generate_schema/generate.h"
#include "engine/schema/layout.h"

namespace scantling::dsl {

namespace {

std::string capitalised(std::string_view name) {
    std::string out(name);
    out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
}

// A record and the name of its struct. A domain that stands at both levels has two records.
struct NamedRecord {
    std::uint32_t record = 0;
    std::string name;
};

class SlotWriter {
  public:
    explicit SlotWriter(const Model& model) : model_(model), schema_(*model.schema), layout_(model.schema) {
        for (std::uint32_t i = 0; i < model.record_count; ++i) records_.push_back({i, std::string(schema_.records()[i].name)});
        for (const ModelDomain& block : model.domains) {
            const Domain& domain = *schema_.find_domain(block.name);
            if (block.name == "run" || block.name == "subject") continue;  // written bare, in the roots
            const std::string name = capitalised(block.name);
            if (domain.run_record) records_.push_back({*domain.run_record, domain.subject_record ? name + "Run" : name});
            if (domain.subject_record) records_.push_back({*domain.subject_record, name});
        }
        records_.push_back({schema_.run_root(), "RunRoot"});
        records_.push_back({schema_.subject_root(), "SubjectRoot"});
    }

    std::string write() {
        std::string out =
            "// Generated from engine/schema/model/ by `./run generate`. Do not edit.\n"
            "// The slots of every record, relative to the record: see engine/schema/slots.h.\n"
            "#pragma once\n\n#include <string_view>\n\n#include \"engine/schema/generated/enums.h\"\n#include \"engine/schema/slots.h\"\n\n"
            "namespace scantling::model {\n\n";
        for (const NamedRecord& record : records_) out += record_struct(record) + "\n";
        out += "// The parts, by path.\nnamespace part {\n" + parts() + "}  // namespace part\n\n";
        return out + "}  // namespace scantling::model\n";
    }

  private:
    [[nodiscard]] std::string struct_name(std::uint32_t record) const {
        for (const NamedRecord& named : records_) {
            if (named.record == record) return named.name;
        }
        return {};
    }

    [[nodiscard]] std::string kind_text(TypeId id, bool view) const {
        const Type& type = schema_.types()[id];
        switch (type.kind) {
            case TypeKind::boolean:
                return "kind::Boolean";
            case TypeKind::integer:
                return "kind::Integer";
            case TypeKind::decimal:
                return "kind::Decimal";
            case TypeKind::string:
            case TypeKind::regex:
            case TypeKind::glob:
                return "kind::Text";
            case TypeKind::time:
                return "kind::Time";
            case TypeKind::duration:
                return "kind::Duration";
            case TypeKind::size:
                return "kind::Size";
            case TypeKind::version:
                return "kind::Version";
            case TypeKind::enumeration:
                return "kind::Enumeration<" + std::string(schema_.enums()[type.declaration].name) + ">";
            case TypeKind::record:
                return "kind::Embedded<struct " + struct_name(type.declaration) + ">";
            case TypeKind::reference:
                return "kind::Reference<struct " + struct_name(type.declaration) + ">";
            case TypeKind::list:
                if (view) return "kind::View<struct " + struct_name(schema_.types()[type.element].declaration) + ">";
                return "kind::List<" + kind_text(type.element, false) + ">";
            case TypeKind::map:
                return "kind::Map<" + kind_text(type.element, false) + ">";
        }
        return {};
    }

    [[nodiscard]] std::string record_struct(const NamedRecord& named) const {
        std::string out = "struct " + named.name + " {\n";
        const auto& fields = schema_.records()[named.record].fields;
        for (std::uint32_t i = 0; i < fields.size(); ++i) {
            out += "    static constexpr Slot<" + named.name + ", " + kind_text(fields[i].type, fields[i].flags.view) + "> " +
                   cpp_name(fields[i].name) + "{" + std::to_string(layout_.slot_of(named.record, i)) + "};\n";
        }
        return out + "};\n";
    }

    static std::string part_line(const std::string& path) {
        std::string name = path;
        for (char& c : name) c = c == '.' ? '_' : c;
        return "inline constexpr std::string_view " + cpp_name(name) + " = " + cpp_text(path) + ";\n";
    }

    [[nodiscard]] std::string parts() const {
        std::string out;
        for (const ModelDomain& domain : model_.domains) {
            const bool bare = domain.name == "run" || domain.name == "subject";
            if (!bare) out += part_line(domain.name);
            for (const Field& field : domain.fields) {
                if (field.flags.part) out += part_line((bare ? "" : domain.name + ".") + std::string(field.name));
            }
        }
        return out;
    }

    const Model& model_;
    const Schema& schema_;
    Layout layout_;
    std::vector<NamedRecord> records_;
};

}  // namespace

std::string generate_slots(const Model& model) { return SlotWriter(model).write(); }

}  // namespace scantling::dsl
