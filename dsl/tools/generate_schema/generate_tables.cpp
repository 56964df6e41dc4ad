// Writes tables.cpp, from which Schema::builtin is made, and enums.h.
#include <algorithm>
#include <array>

#include "dsl/tools/generate_schema/generate.h"

namespace scantling::dsl {

namespace {

constexpr std::string_view banner = "// Generated from engine/schema/model/ by `./run generate`. Do not edit.\n";

std::string_view kind_text(TypeKind kind) {
    constexpr auto names =
        std::to_array<std::string_view>({"boolean", "integer", "decimal", "string", "time", "duration", "size", "version", "regex", "glob",
                                         "enumeration", "record", "reference", "list", "map"});
    return names[static_cast<std::size_t>(kind)];
}

std::string type_row(const Type& type) {
    return "    {TypeKind::" + std::string(kind_text(type.kind)) + ", " + (type.optional ? "true" : "false") + ", " +
           std::to_string(type.declaration) + ", " + std::to_string(type.key) + ", " + std::to_string(type.element) + "},\n";
}

std::string flags_text(const FieldFlags& flags) {
    std::string out;
    const auto add = [&](bool set, std::string_view name) {
        if (set) out.append(out.empty() ? "" : ", ").append(".").append(name).append(" = true");
    };
    add(flags.key, "key");
    add(flags.part, "part");
    add(flags.sensitive, "sensitive");
    add(flags.view, "view");
    add(flags.derived, "derived");
    add(flags.per_run, "per_run");
    return "{" + out + "}";
}

std::string field_rows(const std::string& name, const std::vector<Field>& fields) {
    std::string out = "constexpr auto " + name + " = std::to_array<FieldRow>({\n";
    for (const Field& field : fields) {
        out += "    {" + cpp_text(field.name) + ", " + std::to_string(field.type) + ", " + flags_text(field.flags) + ", " +
               cpp_text(field.from) + ", " + cpp_text(field.documentation) + "},\n";
    }
    return out + "});\n\n";
}

std::string record_row(std::string_view name, std::string_view documentation, std::string_view prefix) {
    return "    {" + cpp_text(name) + ", " + cpp_text(documentation) + ", " + std::string(prefix) + std::string(name) + "},\n";
}

std::string enum_tables(const Schema& schema) {
    std::string out;
    for (const Enum& e : schema.enums()) {
        out += "constexpr auto enum_" + std::string(e.name) + " = std::to_array<std::string_view>({\n";
        for (const std::string_view member : e.members) out += "    " + cpp_text(member) + ",\n";
        out += "});\n\n";
    }
    out += "constexpr auto enum_rows = std::to_array<EnumRow>({\n";
    for (const Enum& e : schema.enums()) {
        out += "    {" + cpp_text(e.name) + ", " + cpp_text(e.documentation) + ", " + (e.ordered ? "true" : "false") + ", enum_" +
               std::string(e.name) + "},\n";
    }
    return out + "});\n\n";
}

}  // namespace

std::string generate_tables(const Model& model) {
    const Schema& schema = *model.schema;
    std::string out(banner);
    out += "#include \"engine/schema/generated_tables.h\"\n\n#include <array>\n\nnamespace scantling::generated {\n\nnamespace {\n\n";
    out += "constexpr auto type_rows = std::to_array<TypeRow>({\n";
    for (TypeId id = 0; id < model.type_count; ++id) out += type_row(schema.types()[id]);
    out += "});\n\n" + enum_tables(schema);
    for (std::size_t i = 0; i < model.record_count; ++i) {
        out += field_rows("record_" + std::string(schema.records()[i].name), schema.records()[i].fields);
    }
    for (const ModelDomain& domain : model.domains) out += field_rows("domain_" + domain.name, domain.fields);
    out += "constexpr auto record_rows = std::to_array<RecordRow>({\n";
    for (std::size_t i = 0; i < model.record_count; ++i) {
        out += record_row(schema.records()[i].name, schema.records()[i].documentation, "record_");
    }
    out += "});\n\nconstexpr auto domain_rows = std::to_array<RecordRow>({\n";
    for (const ModelDomain& domain : model.domains) out += record_row(domain.name, domain.documentation, "domain_");
    out += "});\n\n}  // namespace\n\n";
    out += "std::span<const TypeRow> types() { return type_rows; }\n";
    out += "std::span<const EnumRow> enums() { return enum_rows; }\n";
    out += "std::span<const RecordRow> records() { return record_rows; }\n";
    out += "std::span<const RecordRow> domains() { return domain_rows; }\n\n";
    return out + "}  // namespace scantling::generated\n";
}

std::string generate_enums(const Schema& schema) {
    std::string out(banner);
    out += "// The enums of the facts model; a member's value is its position in the schema.\n#pragma once\n\n#include <cstdint>\n\n";
    out += "namespace scantling::model {\n\n";
    for (const Enum& e : schema.enums()) {
        if (!e.documentation.empty()) {
            out += "// ";
            for (const char c : e.documentation) out += c == '\n' ? std::string("\n// ") : std::string(1, c);
            out += '\n';
        }
        out += "enum class " + std::string(e.name) + " : std::uint8_t {\n";
        for (const std::string_view member : e.members) out += "    " + cpp_name(member) + ",\n";
        out += "};\n\n";
    }
    return out + "}  // namespace scantling::model\n";
}

}  // namespace scantling::dsl
