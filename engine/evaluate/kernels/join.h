// The pairs that an equality leaves: how a quantifier over a list that does not hang on the outer element avoids the whole product.
#pragma once

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

// For `any(x in xs: x.k == s.k and C)`: visits the pairs of which the condition may be other than false, that is, those whose keys are
// equal or one of whose keys is unknown, with the tuple of `space` that each came from. False: no such equality, or the product is small.
[[nodiscard]] bool visit_joined(Evaluator& evaluator, ExpressionId quantifier, const Space& space, const Evaluator::Visit& visit);

}  // namespace scantling::evaluation
