// What is known of a program's expressions before any fact is: which variables each reads, which may be shared between rules, which are
// worth leaving out for tuples that are already decided.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/program/expression.h"

namespace scantling {

// The subject as a variable: bound outermost, over the rows of the subjects table.
inline constexpr std::uint32_t subject_variable = 0xFFFFFFFFU;

// The variables that expressions read and do not bind themselves.
struct Scopes {
    // Sets of variables, each closed: with a variable, those that its collection reads. Sorted.
    std::vector<std::vector<std::uint32_t>> scopes;
    std::vector<std::uint32_t> scope_of;  // by expression
};

struct Analysis : Scopes {
    std::vector<bool> bounded;  // by scope: the tuples are rows of facts (a chain of owned lists), not a product
    std::vector<bool> lazy;     // by expression: expands a space or calls a function a tuple
    std::vector<bool> stored;   // by variable: runs over a list that the facts or a constant hold
    std::vector<bool> owned;    // by variable: and no other row has that list, as it has where a ref is followed to it
};

[[nodiscard]] Scopes find_scopes(const Expressions& expressions);

[[nodiscard]] Analysis analyse(const Expressions& expressions);

}  // namespace scantling
