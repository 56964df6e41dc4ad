// The kernels: one function a family of operators, each a plain loop over the tuples of a space.
#pragma once

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

// constants.cpp
[[nodiscard]] Vector constant(Evaluator& evaluator, const Value& value);
// paths.cpp
[[nodiscard]] Vector variable(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector follow(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector narrow(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector coalesce(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector lookup(Evaluator& evaluator, ExpressionId id, const Space& space);
// The tuples of `elements` at `picks`; no_pick is absent, open_pick unknown.
inline constexpr std::uint32_t no_pick = 0xFFFFFFFFU;
inline constexpr std::uint32_t open_pick = 0xFFFFFFFEU;
[[nodiscard]] Vector pick(const VectorPtr& elements, const std::vector<std::uint32_t>& picks, Form form);
[[nodiscard]] std::vector<std::uint32_t> lookup_picks(Evaluator& evaluator, ExpressionId id, const Space& space, const ListUse& list);
// logic.cpp
[[nodiscard]] Vector conjunction(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector disjunction(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector negation(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector is_present(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector is_known(Evaluator& evaluator, ExpressionId id, const Space& space);
// relations.cpp
[[nodiscard]] Vector equal(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector order(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector in_list(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector within(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector same(Evaluator& evaluator, ExpressionId id, const Space& space);
// texts.cpp
[[nodiscard]] Vector text_test(Evaluator& evaluator, ExpressionId id, const Space& space);
// arithmetic.cpp
[[nodiscard]] Vector arithmetic(Evaluator& evaluator, ExpressionId id, const Space& space);
// quantifiers.cpp
[[nodiscard]] Vector any(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector count_if(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector count(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector comprehension(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector list_of(Evaluator& evaluator, ExpressionId id, const Space& space);
// aggregates.cpp, neighbours.cpp, calls.cpp
[[nodiscard]] Vector aggregate(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector neighbour(Evaluator& evaluator, ExpressionId id, const Space& space);
[[nodiscard]] Vector call(Evaluator& evaluator, ExpressionId id, const Space& space);

}  // namespace scantling::evaluation
