// Conditions that contradict themselves, as far as their text shows it: `x and not x`, `a == 1 and a == 2`, `n < 3 and n > 5`.
//
// A policy that says such a thing passes, or fails, whatever the facts are: an error, not a style.
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "dsl/resolve/report.h"
#include "dsl/syntax/tree.h"
#include "engine/program/value.h"

namespace scantling::dsl {

// The constant that an expression is worth, if it is one whose equality is that of its value.
using LiteralOf = std::function<std::optional<Value>(NodeId)>;

// Of `a and b` (or `a or b`): an operand on the left and one on the right that cannot both be true (both be false).
[[nodiscard]] std::optional<std::pair<NodeId, NodeId>> find_clash(const Tree& tree, NodeId chain, const LiteralOf& literal);
void report_clash(Reporter& reporter, const Tree& tree, NodeKind chain, const std::pair<NodeId, NodeId>& clash);

}  // namespace scantling::dsl
