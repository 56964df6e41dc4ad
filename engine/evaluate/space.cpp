// Expanding, filtering, and finding the way from a tuple of a larger space to that of a smaller one.
//
// The trick of lift_map: a tuple of an expansion is its parent's tuple and an ordinal within its list, and a list depends on nothing but
// the variables that its expression reads; so the same ordinal below the smaller space's parent tuple is the same element.
#include "engine/evaluate/space.h"

#include <numeric>

namespace scantling::evaluation {

Space run_space() {
    Space space;
    space.size = 1;
    space.full = true;
    return space;
}

Space expand(const Space& parent, VariableId variable, ListUse collection, bool full) {
    Space out;
    out.order = parent.order;
    out.order.push_back(variable);
    out.parent = &parent;
    out.full = full;
    out.expands = true;
    out.variable = variable;
    out.offsets.reserve(parent.size + 1);
    out.offsets.push_back(0);
    for (std::uint32_t p = 0; p < parent.size; ++p) {
        const std::uint32_t length = collection.length(p);
        out.offsets.push_back(out.offsets.back() + length);
        out.to_parent.insert(out.to_parent.end(), length, p);
    }
    out.size = out.offsets.back();
    out.collection = std::move(collection);
    return out;
}

Space filter(const Space& parent, const Bits& kept) {
    Space out;
    out.order = parent.order;
    out.parent = &parent;
    out.to_parent.reserve(kept.count());
    for (std::uint32_t t = 0; t < parent.size; ++t) {
        if (kept[t]) out.to_parent.push_back(t);
    }
    out.size = static_cast<std::uint32_t>(out.to_parent.size());
    return out;
}

Space range(const Space& parent, std::uint32_t begin, std::uint32_t end) {
    Space out;
    out.order = parent.order;
    out.parent = &parent;
    out.to_parent.resize(end - begin);
    std::iota(out.to_parent.begin(), out.to_parent.end(), begin);
    out.size = end - begin;
    return out;
}

Space pick_tuples(const Space& parent, std::vector<std::uint32_t> tuples) {
    Space out;
    out.order = parent.order;
    out.parent = &parent;
    out.size = static_cast<std::uint32_t>(tuples.size());
    out.to_parent = std::move(tuples);
    return out;
}

Space pick_elements(const Space& parent, VariableId variable, ListUse collection, std::vector<std::uint32_t> ordinals) {
    Space out;
    out.order = parent.order;
    out.order.push_back(variable);
    out.parent = &parent;
    out.expands = true;
    out.variable = variable;
    out.to_parent.resize(ordinals.size());
    std::iota(out.to_parent.begin(), out.to_parent.end(), 0U);
    out.size = static_cast<std::uint32_t>(ordinals.size());
    out.ordinals = std::move(ordinals);
    out.collection = std::move(collection);
    return out;
}

std::shared_ptr<const std::vector<std::uint32_t>> lift_map(const Space& from, const Space& to) {
    if (const auto found = from.lifts.find(&to); found != from.lifts.end()) return found->second;
    std::vector<std::uint32_t> map(from.size, 0);
    if (&from == &to) {
        std::iota(map.begin(), map.end(), 0U);
    } else if (!to.order.empty()) {
        if (from.expands && from.variable == to.variable) {
            const auto above = lift_map(*from.parent, *to.parent);
            for (std::uint32_t t = 0; t < from.size; ++t) {
                const std::uint32_t parent = from.to_parent[t];
                map[t] = to.offsets[(*above)[parent]] + from.ordinal(t);
            }
        } else {
            const auto above = lift_map(*from.parent, to);
            for (std::uint32_t t = 0; t < from.size; ++t) map[t] = (*above)[from.to_parent[t]];
        }
    }
    auto shared = std::make_shared<const std::vector<std::uint32_t>>(std::move(map));
    from.lifts.emplace(&to, shared);
    return shared;
}

std::vector<std::uint32_t> ancestor_map(const Space& from, const Space& ancestor) {
    std::vector<std::uint32_t> map(from.size);
    std::iota(map.begin(), map.end(), 0U);
    for (const Space* at = &from; at != &ancestor; at = at->parent) {
        for (std::uint32_t& tuple : map) tuple = at->to_parent[tuple];
    }
    return map;
}

}  // namespace scantling::evaluation
