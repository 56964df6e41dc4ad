// Interning of types.
#include "engine/schema/types.h"

#include <algorithm>

namespace scantling {

TypeId Types::intern(const Type& type) {
    const auto found = std::find(types_.begin(), types_.end(), type);
    if (found != types_.end()) return static_cast<TypeId>(found - types_.begin());
    types_.push_back(type);
    return static_cast<TypeId>(types_.size() - 1);
}

TypeId Types::optional_of(TypeId id) {
    Type type = types_[id];
    type.optional = true;
    return intern(type);
}

TypeId Types::required_of(TypeId id) {
    Type type = types_[id];
    type.optional = false;
    return intern(type);
}

bool is_wide(TypeKind kind) {
    switch (kind) {
        case TypeKind::integer:
        case TypeKind::decimal:
        case TypeKind::time:
        case TypeKind::duration:
        case TypeKind::size:
            return true;
        default:
            return false;
    }
}

bool is_scalar(TypeKind kind) { return kind != TypeKind::record && kind != TypeKind::list && kind != TypeKind::map; }

}  // namespace scantling
