// A schema as Scant text and as JSON Schema. Both are written piece by piece into one string, without a document in between: their
// order is that of the schema, and a reader of the text should find a record where its neighbours are.
#include "dsl/tools/generate_schema/schema_text.h"

#include <algorithm>
#include <vector>

#include "dsl/syntax/token.h"

namespace scantling::dsl {

namespace {

std::string documented(std::string_view documentation, std::string_view indent) {
    std::string out;
    while (!documentation.empty()) {
        const std::size_t end = std::min(documentation.find('\n'), documentation.size());
        out.append(indent).append("## ").append(documentation.substr(0, end)).append("\n");
        documentation.remove_prefix(std::min(end + 1, documentation.size()));
    }
    return out;
}

std::string field_line(const Schema& schema, const Field& field) {
    std::string out = documented(field.documentation, "    ") + "    ";
    if (field.flags.key) out += "key ";
    if (field.flags.per_run) out += "per_run ";
    if (field.flags.part) out += "part ";
    if (field.flags.sensitive) out += "sensitive ";
    if (field.flags.view) out += "view ";
    if (field.flags.derived) out += "derived ";
    out += std::string(field.name) + ": " + type_text(schema, schema.types(), field.type);
    if (!field.from.empty()) out += " from " + std::string(field.from);
    return out + "\n";
}

std::string block(const Schema& schema, std::string_view word, std::string_view name, std::string_view documentation,
                  const std::vector<const Record*>& records) {
    std::string out = documented(documentation, "") + std::string(word) + " " + std::string(name) + " {\n";
    for (const Record* record : records) {
        for (const Field& field : record->fields) out += field_line(schema, field);
    }
    return out + "}\n\n";
}

std::vector<const Record*> records_of(const Schema& schema, const Domain& domain) {
    std::vector<const Record*> out;
    if (domain.run_record) out.push_back(&schema.records()[*domain.run_record]);
    if (domain.subject_record) out.push_back(&schema.records()[*domain.subject_record]);
    return out;
}

// Records that stand behind domains and roots have no declaration of their own.
std::vector<bool> declared_records(const Schema& schema) {
    std::vector<bool> declared(schema.records().size(), true);
    declared[schema.run_root()] = false;
    declared[schema.subject_root()] = false;
    for (const Domain& domain : schema.domains()) {
        if (domain.run_record) declared[*domain.run_record] = false;
        if (domain.subject_record) declared[*domain.subject_record] = false;
    }
    return declared;
}

std::string json_text(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += std::string("\\u00") + digits[byte >> 4U] + digits[byte & 0xFU];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

// Writes `"key": value` pairs of one object, a line each.
class JsonObject {
  public:
    explicit JsonObject(std::string indent) : indent_(std::move(indent)) {}

    void add(std::string_view key, const std::string& value) {
        body_ += (body_.empty() ? "\n" : ",\n") + indent_ + "  " + json_text(key) + ": " + value;
    }
    [[nodiscard]] std::string text() const { return body_.empty() ? "{}" : "{" + body_ + "\n" + indent_ + "}"; }

  private:
    std::string indent_;
    std::string body_;
};

std::string reference_to(std::string_view name) { return "{\"$ref\": " + json_text("#/$defs/" + std::string(name)) + "}"; }

class JsonSchemaWriter {
  public:
    explicit JsonSchemaWriter(const Schema& schema) : schema_(schema) {
        for (std::uint32_t i = 0; i < schema.records().size(); ++i) names_.emplace_back(schema.records()[i].name);
        for (const Domain& domain : schema.domains()) {  // a domain at both levels has two records of one name
            if (domain.run_record && domain.subject_record) names_[*domain.run_record] += ".run";
            // The bare fields of the roots stand in the roots themselves.
            if (domain.name == "run" && domain.run_record) names_[*domain.run_record].clear();
            if (domain.name == "subject" && domain.subject_record) names_[*domain.subject_record].clear();
        }
    }

    std::string write() {
        JsonObject properties("  ");
        properties.add("run", reference_to("run"));
        properties.add("subjects", "{\"type\": \"array\", \"items\": " + reference_to("subject") + "}");
        JsonObject out("");
        out.add("$schema", "\"https://json-schema.org/draft/2020-12/schema\"");
        out.add("title", "\"Facts of Scantling\"");
        out.add("description",
                "\"A field that is left out is unknown; null is absent; a list is complete unless `$incomplete` names its field.\"");
        out.add("type", "\"object\"");
        out.add("additionalProperties", "false");
        out.add("properties", properties.text());
        out.add("$defs", definitions());
        return out.text() + "\n";
    }

  private:
    std::string definitions() {
        JsonObject out("  ");
        for (const Enum& e : schema_.enums()) out.add(e.name, enumeration(e));
        for (std::uint32_t i = 0; i < schema_.records().size(); ++i) {
            if (!names_[i].empty()) out.add(names_[i], record(schema_.records()[i]));
        }
        return out.text();
    }

    static std::string enumeration(const Enum& e) {
        std::string members;
        for (const std::string_view member : e.members) members += (members.empty() ? "" : ", ") + json_text(member);
        JsonObject out("    ");
        if (!e.documentation.empty()) out.add("description", json_text(e.documentation));
        out.add("enum", "[" + members + "]");
        return out.text();
    }

    std::string record(const Record& record) {
        JsonObject properties("      ");
        for (const Field& field : record.fields) properties.add(field.name, property(field));
        properties.add("$incomplete", R"({"type": "array", "items": {"type": "string"}})");
        JsonObject out("    ");
        if (!record.documentation.empty()) out.add("description", json_text(record.documentation));
        out.add("type", "\"object\"");
        out.add("additionalProperties", "false");
        out.add("properties", properties.text());
        return out.text();
    }

    std::string property(const Field& field) {
        std::string out = "{";
        if (!field.documentation.empty()) out += "\"description\": " + json_text(field.documentation) + ", ";
        out += "\"x-scant\": " + json_text(annotation(field)) + ", ";
        return out + type_members(field.type) + "}";
    }

    // The field's own words: what JSON Schema cannot say.
    [[nodiscard]] std::string annotation(const Field& field) const {
        std::string line = field_line(schema_, {field.name, {}, field.type, field.flags, field.from});
        return line.substr(4, line.size() - 5);
    }

    [[nodiscard]] std::string type_value(TypeId type) const { return "{" + type_members(type) + "}"; }

    // The members of the object that describes a type.
    [[nodiscard]] std::string type_members(TypeId id) const {
        const Type& type = schema_.types()[id];
        if (!type.optional) return plain_members(type);
        return "\"anyOf\": [{" + plain_members(type) + "}, {\"type\": \"null\"}]";
    }

    [[nodiscard]] std::string plain_members(const Type& type) const {
        switch (type.kind) {
            case TypeKind::boolean:
                return "\"type\": \"boolean\"";
            case TypeKind::integer:
                return "\"type\": \"integer\"";
            case TypeKind::decimal:
                return "\"type\": \"number\"";
            case TypeKind::time:
                return R"("type": "string", "format": "date-time")";
            case TypeKind::duration:
                return R"("type": "string", "pattern": "^-?[0-9]+(us|ms|s|m|h|d|w)$")";
            case TypeKind::size:
                return R"("type": "string", "pattern": "^[0-9]+(B|kB|MB|GB|TB|KiB|MiB|GiB|TiB)$")";
            case TypeKind::enumeration:
                return "\"$ref\": " + json_text("#/$defs/" + std::string(schema_.enums()[type.declaration].name));
            case TypeKind::record:
                return "\"$ref\": " + json_text("#/$defs/" + names_[type.declaration]);
            case TypeKind::reference:
                return key_members(schema_.records()[type.declaration]);
            case TypeKind::list:
                return "\"type\": \"array\", \"items\": " + type_value(type.element);
            case TypeKind::map:
                return "\"type\": \"object\", \"additionalProperties\": " + type_value(type.element);
            case TypeKind::string:
            case TypeKind::version:
            case TypeKind::regex:
            case TypeKind::glob:
                break;
        }
        return "\"type\": \"string\"";
    }

    // A row of another table is named by its key fields.
    static std::string key_members(const Record& record) {
        std::string keys;
        for (const Field& field : record.fields) {
            if (field.flags.key) keys += (keys.empty() ? "" : ", ") + json_text(field.name);
        }
        return "\"type\": \"object\", \"required\": [" + keys + "]";
    }

    const Schema& schema_;
    std::vector<std::string> names_;
};

}  // namespace

std::string schema_as_scant(const Schema& schema) {
    std::string out = "package engine.model\n\n";
    for (const Domain& domain : schema.domains()) {
        out += block(schema, "facts", domain.name, domain.documentation, records_of(schema, domain));
    }
    const std::vector<bool> declared = declared_records(schema);
    for (std::size_t i = 0; i < declared.size(); ++i) {
        const Record& record = schema.records()[i];
        if (declared[i]) out += block(schema, "record", record.name, record.documentation, {&record});
    }
    for (const Enum& e : schema.enums()) {
        std::string members;
        for (const std::string_view member : e.members) members.append(members.empty() ? "" : ", ").append(member);
        out += documented(e.documentation, "") + "enum " + std::string(e.name) + (e.ordered ? " ordered" : "") + " { " + members + " }\n\n";
    }
    out.pop_back();
    return out;
}

std::string json_schema(const Schema& schema) { return JsonSchemaWriter(schema).write(); }

}  // namespace scantling::dsl
