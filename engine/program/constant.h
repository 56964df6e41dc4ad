// What an expression is worth that reads no facts: for folding, and for the ranges of parameters.
#pragma once

#include <optional>
#include <unordered_map>

#include "engine/program/expression.h"

namespace scantling {

// One operator over constants; empty where its value is unknown or it is none that is folded.
[[nodiscard]] std::optional<Value> fold(Op op, TypeId type, const std::vector<const Value*>& operands, const Types& types);

// Constants by the variable that stands for them.
using Bound = std::unordered_map<std::uint32_t, Value>;
// Takes one of `steps` a node and element; where they are used up the value is unknown.
[[nodiscard]] std::optional<Value> evaluate_constant(const Expressions& expressions, ExpressionId id, Bound& bound, const Types& types,
                                                     std::size_t& steps);

// Whether two constants are the same value.
[[nodiscard]] bool equal_values(const Value& a, const Value& b);

// In Scant's spelling, for messages about parameters.
[[nodiscard]] std::string print(const Value& value, const class Schema& schema);

}  // namespace scantling
