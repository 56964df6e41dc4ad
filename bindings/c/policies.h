// What compiling, selecting and loading have in common.
#pragma once

#include <memory>

#include "bindings/c/call.h"

namespace scantling::c {

// Fails as SCANTLING_POLICY_ERROR where there is no program.
[[nodiscard]] std::unique_ptr<scantling_policies> make_policies(Policies policies);

[[nodiscard]] constexpr scantling_severity severity(Severity ours) { return static_cast<scantling_severity>(static_cast<int>(ours) + 1); }
static_assert(severity(Severity::info) == SCANTLING_INFO && severity(Severity::critical) == SCANTLING_CRITICAL);

}  // namespace scantling::c
