// Lowering: the checked tree becomes units of typed expressions, the last stage of the front end. See engine/program/expression.h.
#pragma once

#include <memory>
#include <vector>

#include "dsl/check/checked.h"
#include "dsl/resolve/report.h"

namespace scantling::dsl {

// One unit a package, in the order of `checked.packages`. Precondition: checking found no error. Reports rules that grow past the limit of
// nodes when functions are inlined.
[[nodiscard]] std::vector<std::shared_ptr<const Unit>> lower(Checked& checked, Reporter& reporter);

}  // namespace scantling::dsl
