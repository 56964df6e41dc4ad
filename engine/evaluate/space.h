// A space: a table of tuples, one row number a variable in scope. See docs/explanation/evaluation.md.
//
// Spaces form a tree. The run has one tuple; EXPAND takes a space along a list (the subjects are the first such list), FILTER keeps some
// of its tuples. A tuple is known by its index; `to_parent` leads back. A *full* space has all tuples of its variables and is shared by
// all rules; the others live as long as the operator that made them. Each space keeps the vectors that were computed over it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/evaluate/vector.h"
#include "engine/program/analysis.h"

namespace scantling::evaluation {

using VariableId = std::uint32_t;

// A list over a space, computed over a smaller one: tuple t has the list at rows[t] (of none: at t).
struct ListUse {
    VectorPtr list;
    std::vector<std::uint32_t> rows;
    bool is_identity = true;

    [[nodiscard]] std::uint32_t row(std::uint32_t tuple) const { return is_identity ? tuple : rows[tuple]; }
    [[nodiscard]] std::uint32_t begin(std::uint32_t tuple) const { return list->offsets[row(tuple)]; }
    [[nodiscard]] std::uint32_t length(std::uint32_t tuple) const { return list->offsets[row(tuple) + 1] - list->offsets[row(tuple)]; }
    [[nodiscard]] bool incomplete(std::uint32_t tuple) const { return list->incomplete[row(tuple)]; }
    // False where an interruption came between the binding of an element and the look at it: the list is unknown then, and empty.
    [[nodiscard]] bool holds(std::uint32_t tuple, std::uint32_t ordinal) const {
        return list->elements != nullptr && ordinal < length(tuple);
    }
};

struct Sharing;

struct Space {
    std::vector<VariableId> order;  // outermost first
    std::uint32_t size = 0;
    bool full = false;
    const Space* parent = nullptr;         // none: the run
    std::vector<std::uint32_t> to_parent;  // tuple of the parent that each tuple came from; ascending
    // Of an expansion.
    bool expands = false;
    VariableId variable = 0;
    std::vector<std::uint32_t> offsets;   // the tuples that came from tuple p of the parent; of a sparse expansion: empty
    std::vector<std::uint32_t> ordinals;  // of a sparse expansion (some elements, chosen one by one): which element
    ListUse collection;                   // over the parent

    // Which element of its list the tuple binds.
    [[nodiscard]] std::uint32_t ordinal(std::uint32_t tuple) const {
        return ordinals.empty() ? tuple - offsets[to_parent[tuple]] : ordinals[tuple];
    }

    // Filled while evaluating.
    mutable std::unordered_map<ExpressionId, VectorPtr> vectors;
    mutable std::map<const Space*, std::shared_ptr<const std::vector<std::uint32_t>>> lifts;
    mutable std::vector<std::pair<std::uint32_t, const Space*>> minimal;     // by scope
    mutable std::map<std::uint32_t, std::shared_ptr<const Sharing>> shared;  // by the ref that is followed; null: not worth while
};

// The tuples whose refs name one row: a tuple of each, and for every tuple which of those stands for it.
struct Sharing {
    Space representatives;
    std::vector<std::uint32_t> rows;
};

[[nodiscard]] Space run_space();
[[nodiscard]] Space expand(const Space& parent, VariableId variable, ListUse collection, bool full);
// The tuples whose bit is set.
[[nodiscard]] Space filter(const Space& parent, const Bits& kept);
// The tuples [begin, end).
[[nodiscard]] Space range(const Space& parent, std::uint32_t begin, std::uint32_t end);

// Tuples of the parent by index, in any order and number.
[[nodiscard]] Space pick_tuples(const Space& parent, std::vector<std::uint32_t> tuples);
// One tuple a tuple of the parent: the element with that ordinal.
[[nodiscard]] Space pick_elements(const Space& parent, VariableId variable, ListUse collection, std::vector<std::uint32_t> ordinals);

// For each tuple of `from` the tuple of `to` with the same elements. `to` is full and its variables are a subsequence of those of `from`.
[[nodiscard]] std::shared_ptr<const std::vector<std::uint32_t>> lift_map(const Space& from, const Space& to);
// For each tuple of `from` the tuple of `ancestor` that it descends from.
[[nodiscard]] std::vector<std::uint32_t> ancestor_map(const Space& from, const Space& ancestor);

}  // namespace scantling::evaluation
