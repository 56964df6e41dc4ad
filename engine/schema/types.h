// The types of facts and of Scant: small descriptions, interned, known by a TypeId.
//
// A schema owns one Types; a compilation copies it and adds the types that policies mention. Two equal types always have
// the same id within one Types, so comparing types is comparing ids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scantling {

enum class TypeKind : std::uint8_t {
    boolean,
    integer,
    decimal,
    string,
    time,
    duration,
    size,
    version,
    regex,
    glob,
    enumeration,  // declaration: index into Schema::enums
    record,       // declaration: index into Schema::records
    reference,    // declaration: the record whose home table it points into
    list,         // element
    map,          // key, element
};

using TypeId = std::uint32_t;

struct Type {
    TypeKind kind = TypeKind::boolean;
    bool optional = false;  // `T?`: the value may be absent
    std::uint32_t declaration = 0;
    TypeId key = 0;
    TypeId element = 0;

    friend bool operator==(const Type&, const Type&) = default;
};

class Types {
  public:
    Types() = default;
    // Of types that are all different, in their order: none is looked for among those before it.
    explicit Types(std::vector<Type> distinct) : types_(std::move(distinct)) {}
    TypeId intern(const Type& type);
    [[nodiscard]] const Type& operator[](TypeId id) const { return types_[id]; }
    [[nodiscard]] std::size_t size() const { return types_.size(); }

    TypeId scalar(TypeKind kind) { return intern({kind}); }
    TypeId list_of(TypeId element) { return intern({TypeKind::list, false, 0, 0, element}); }
    TypeId map_of(TypeId key, TypeId element) { return intern({TypeKind::map, false, 0, key, element}); }
    TypeId optional_of(TypeId id);  // `T?` of T; of `T?` itself
    TypeId required_of(TypeId id);  // T of `T?`

  private:
    std::vector<Type> types_;  // some hundred: a linear search of equal hash buckets is not worth a table
};

// Held as 64-bit integers: numbers, times (µs since the epoch), durations (µs), sizes (bytes), decimals (millionths).
[[nodiscard]] bool is_wide(TypeKind kind);
// Everything that one cell holds: not a record, a list or a map.
[[nodiscard]] bool is_scalar(TypeKind kind);

}  // namespace scantling
