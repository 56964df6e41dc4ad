// The passes, one file each. A new one is declared here and listed in passes.cpp.
#pragma once

#include "engine/program/graph.h"

namespace scantling::passes {

std::optional<ExpressionId> fold_constants(Graph& graph, Draft& draft);
std::optional<ExpressionId> cancel_negations(Graph& graph, Draft& draft);
std::optional<ExpressionId> merge_memberships(Graph& graph, Draft& draft);
std::optional<ExpressionId> flatten(Graph& graph, Draft& draft);
std::optional<ExpressionId> simplify_patterns(Graph& graph, Draft& draft);
std::optional<ExpressionId> sort_operands(Graph& graph, Draft& draft);

}  // namespace scantling::passes
