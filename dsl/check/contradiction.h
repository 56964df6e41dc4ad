// Conditions that contradict themselves, as far as their text shows it: `x and not x`, `a == 1 and a == 2`, `n < 3 and n > 5`.
//
// A policy that says such a thing passes, or fails, whatever the facts are: an error, not a style.
#pragma once

#include <optional>
#include <utility>

#include "dsl/resolve/report.h"
#include "dsl/syntax/tree.h"

namespace scantling::dsl {

// Of `a and b` (or `a or b`): an operand on the left and one on the right that cannot both be true (both be false).
[[nodiscard]] std::optional<std::pair<NodeId, NodeId>> find_clash(const Tree& tree, NodeId chain);
void report_clash(Reporter& reporter, const Tree& tree, NodeKind chain, const std::pair<NodeId, NodeId>& clash);

}  // namespace scantling::dsl
