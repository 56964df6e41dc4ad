// A walk over the JSON value along the parameter's type.
#include "bindings/api/parameter_value.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/base/nearest.h"
#include "engine/facts/builder.h"
#include "engine/ingest/json/json.h"
#include "engine/values/duration.h"
#include "engine/values/regex.h"
#include "engine/values/size.h"
#include "engine/values/time.h"

namespace scantling {

namespace {

constexpr std::string_view wrong_value = "I0111";  // as a value of the wrong JSON type: its place is in the JSON

class Reader {
  public:
    explicit Reader(const Schema& schema) : schema_(schema) {}

    // Empty where it does not fit, which the JSON document's diagnostics then say.
    std::optional<Value> read(const JsonValue& json, TypeId id) {
        const Type& type = schema_.types()[id];
        Value out;
        out.type = id;
        if (!json.present()) {
            json.wrong_type(type_text(schema_, schema_.types(), id));
            return std::nullopt;
        }
        switch (type.kind) {
            case TypeKind::list:
                return read_list(json, type, std::move(out));
            case TypeKind::map:
                return read_map(json, type, std::move(out));
            case TypeKind::boolean:
                return number(json.boolean(), std::move(out));
            case TypeKind::integer:
                return number(json.integer(), std::move(out));
            case TypeKind::decimal:
                return number(json.decimal(), std::move(out));
            default:
                if (const auto text = json.string()) return read_text(json, *text, type, std::move(out));
                return std::nullopt;
        }
    }

  private:
    template <typename Number>
    static std::optional<Value> number(const std::optional<Number>& given, Value out) {
        if (!given) return std::nullopt;
        out.number = static_cast<std::int64_t>(*given);
        return out;
    }

    std::optional<Value> measured(const JsonValue& json, const std::optional<std::int64_t>& given, std::string_view spelling, Value out) {
        if (!given) json.report(wrong_value, "expected " + std::string(spelling));
        return number(given, std::move(out));
    }

    // What is written in Scant without quotes, and every text.
    std::optional<Value> read_text(const JsonValue& json, std::string_view text, const Type& type, Value out) {
        switch (type.kind) {
            case TypeKind::time:
                return measured(json, parse_time_literal(text), "a time such as `2026-11-24` or `2026-11-24T12:30Z`", std::move(out));
            case TypeKind::duration:
                return measured(json, parse_duration(text), "a duration such as `30d`: a number and one of s, m, h, d, w", std::move(out));
            case TypeKind::size:
                return measured(json, parse_size(text), "a size such as `64MiB`: a number and B, kB, MB, GB, TB, KiB, MiB, GiB or TiB",
                                std::move(out));
            case TypeKind::enumeration:
                return read_member(json, text, schema_.enums()[type.declaration], std::move(out));
            case TypeKind::regex: {
                const Result<Regex> compiled = Regex::compile(text);
                if (!compiled) {
                    json.report(wrong_value, "no regular expression: " + compiled.error());
                    return std::nullopt;
                }
                break;
            }
            case TypeKind::version:
                out.number = -1;
                break;
            case TypeKind::string:
            case TypeKind::glob:
                break;
            default:  // a record or a row: no parameter has such a type
                json.report(wrong_value,
                            "a parameter of type `" + type_text(schema_, schema_.types(), out.type) + "` cannot be given as JSON");
                return std::nullopt;
        }
        out.text = text;
        return out;
    }

    std::optional<Value> read_member(const JsonValue& json, std::string_view text, const Enum& declaration, Value out) {
        const auto member = declaration.member(text);
        if (!member) {
            std::string message = "`" + std::string(text) + "` is no member of " + std::string(declaration.name);
            if (const auto nearest = nearest_name(text, declaration.members)) message += "; did you mean `" + std::string(*nearest) + "`?";
            json.report(wrong_value, std::move(message));
            return std::nullopt;
        }
        out.number = *member;
        return out;
    }

    std::optional<Value> read_list(const JsonValue& json, const Type& type, Value out) {
        if (json.kind() != JsonKind::array) {
            json.wrong_type("an array");
            return std::nullopt;
        }
        bool fits = true;
        for (const JsonValue element : json.elements()) {
            auto value = read(element, type.element);
            fits = fits && value.has_value();
            if (value) out.items.push_back(std::move(*value));
        }
        return fits ? std::optional(std::move(out)) : std::nullopt;
    }

    // Entries twice, key and value, ordered by key: the order of numbers or of texts, whichever holds the key.
    std::optional<Value> read_map(const JsonValue& json, const Type& type, Value out) {
        if (json.kind() != JsonKind::object) {
            json.wrong_type("an object");
            return std::nullopt;
        }
        std::vector<std::pair<Value, Value>> entries;
        bool fits = true;
        for (const auto& [key, element] : json.members()) {
            Value name;
            name.type = type.key;
            auto read_key = read_text(element, key, schema_.types()[type.key], std::move(name));
            auto value = read(element, type.element);
            fits = fits && read_key && value;
            if (read_key && value) entries.emplace_back(std::move(*read_key), std::move(*value));
        }
        if (!fits) return std::nullopt;
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
            return a.first.number != b.first.number ? a.first.number < b.first.number : a.first.text < b.first.text;
        });
        for (auto& [key, value] : entries) {
            out.items.push_back(std::move(key));
            out.items.push_back(std::move(value));
        }
        return out;
    }

    const Schema& schema_;
};

}  // namespace

std::optional<Value> parameter_value(const Parameter& parameter, const Schema& schema, const std::string& json, Diagnostics& diagnostics) {
    Builder builder;  // the JSON reader keeps its places in one
    const DocumentId document =
        builder.add_document({std::make_shared<const Source>("parameter " + parameter.name, json), "parameter", true, false});
    const auto parsed = parse_json(builder, document, diagnostics);
    if (parsed == nullptr) return std::nullopt;
    auto value = Reader(schema).read(parsed->root(), parameter.type);
    return parsed->refused() ? std::nullopt : std::move(value);
}

}  // namespace scantling
