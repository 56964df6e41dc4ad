// Constants against their types. The nesting of a value is that of its type, which is bounded.
#include <algorithm>
#include <tuple>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/program/verify.h"
#include "engine/values/regex.h"
#include "engine/values/version/ecosystem.h"

namespace scantling::verification {

namespace {

bool is_sound_text(const Value& value, TypeKind kind) {
    if (!value.items.empty() || value.text.size() > limits::policy_bytes || first_invalid_utf8(value.text)) return false;
    if (kind == TypeKind::version) return value.number >= -1 && value.number < static_cast<std::int64_t>(ecosystem_count);
    return value.number == 0 && (kind != TypeKind::regex || Regex::compile(value.text).ok());
}

bool is_sound_map(const Value& value, const Type& type, const Schema& schema) {
    if (value.items.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < value.items.size(); i += 2) {
        const Value& key = value.items[i];
        if (!is_sound(key, type.key, schema) || !is_sound(value.items[i + 1], type.element, schema)) return false;
        if (i == 0) continue;
        const Value& before = value.items[i - 2];
        if (std::tie(before.number, before.text) >= std::tie(key.number, key.text)) return false;
    }
    return true;
}

}  // namespace

std::size_t count_values(const Value& value) {
    constexpr std::size_t bytes_each = 64;
    std::size_t count = 1 + value.text.size() / bytes_each;
    for (const Value& item : value.items) count += count_values(item);
    return count;
}

bool is_sound(const Value& value, TypeId type_id, const Schema& schema) {
    if (value.type != type_id || type_id >= schema.types().size()) return false;
    const Type& type = schema.types()[type_id];
    if (type.optional) return false;
    switch (type.kind) {
        case TypeKind::string:
        case TypeKind::regex:
        case TypeKind::glob:
        case TypeKind::version:
            return is_sound_text(value, type.kind);
        case TypeKind::list: {
            const auto fits = [&](const Value& item) { return is_sound(item, type.element, schema); };
            return value.number == 0 && value.text.empty() && std::all_of(value.items.begin(), value.items.end(), fits);
        }
        case TypeKind::map:
            return value.number == 0 && value.text.empty() && is_sound_map(value, type, schema);
        case TypeKind::record:
        case TypeKind::reference:
            return false;  // rows are in facts alone
        default:
            break;
    }
    if (!value.text.empty() || !value.items.empty()) return false;
    if (type.kind == TypeKind::boolean) return value.number == 0 || value.number == 1;
    if (type.kind != TypeKind::enumeration) return true;
    return value.number >= 0 && value.number < static_cast<std::int64_t>(schema.enums()[type.declaration].members.size());
}

}  // namespace scantling::verification
