// The shape of the generated tables under generated/, which `./run generate` writes from model/*.scant.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/schema/schema.h"

namespace scantling::generated {

struct TypeRow {
    TypeKind kind;
    bool optional;
    std::uint32_t declaration;
    TypeId key;
    TypeId element;
};

struct EnumRow {
    std::string_view name;
    std::string_view documentation;
    bool ordered;
    std::span<const std::string_view> members;
};

struct FieldRow {
    std::string_view name;
    TypeId type;
    FieldFlags flags;
    std::string_view from;
    std::string_view documentation;
};

struct RecordRow {
    std::string_view name;
    std::string_view documentation;
    std::span<const FieldRow> fields;
};

std::span<const TypeRow> types();
std::span<const EnumRow> enums();
std::span<const RecordRow> records();
std::span<const RecordRow> domains();

}  // namespace scantling::generated
