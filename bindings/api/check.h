// The whole of checking, one line a stage: documents to facts, program over facts to outcomes, outcomes to a verdict, all to a report.
#pragma once

#include "bindings/api/inputs.h"
#include "bindings/api/policies.h"
#include "engine/evaluate/evaluate.h"
#include "engine/report/report.h"

namespace scantling {

// Preconditions: policies.program and inputs.facts are not null, and of one layout. Reads no clock: `options.now` is the caller's.
[[nodiscard]] Report check(const Policies& policies, const Inputs& inputs, const EvaluationOptions& options);

}  // namespace scantling
