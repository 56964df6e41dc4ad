// Where the value of an expression stands in the inputs: what `at` names.
#pragma once

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

// `none` where no document states it. The place of an absent value is that of the nearest enclosing value that has one.
[[nodiscard]] PlaceId place_of(Evaluator& evaluator, ExpressionId id, const Space& space, std::uint32_t tuple);
// Of the element that the innermost variable of an expansion binds.
[[nodiscard]] PlaceId place_of_element(Evaluator& evaluator, const Space& binder, std::uint32_t tuple);

}  // namespace scantling::evaluation
