// What a constant expression is worth.
#pragma once

#include <optional>

#include "dsl/check/checked.h"

namespace scantling::dsl {

// Of a checked expression: its value, where the policy alone decides it. Empty for anything that reads a fact, a binding or a parameter,
// and for arithmetic that overflows. With conversions applied.
[[nodiscard]] std::optional<Value> constant_value(const Checked& checked, std::uint32_t file, NodeId n);

}  // namespace scantling::dsl
