// Lays the rows of all fragments together as the rows of their subjects: the last step of the builder.
#pragma once

#include <vector>

#include "engine/facts/builder.h"

namespace scantling {

struct FrozenView {
    TableId table;
    SlotIndex slot;
    Row parent;
    Row target;
};

struct FreezeInput {
    const Assignment& assignment;
    const std::vector<std::vector<bool>>& fragment_parts;
    const std::vector<bool>& run_parts;
    std::vector<FrozenView> views;
};

// Sorts every table by parent, merges fragments into subjects, renumbers references. Returns what was supplied: by part, then subject.
//
// Merging: every field of the subject, or of one of its domains, is taken whole from one fragment: the first in rank order that knows it,
// else the first that touched it. Lists in which each document adds its rows (`sboms`, `scans`, `packages`, `runtime.containers` …) are
// united, complete only where each fragment's is.
[[nodiscard]] std::vector<std::vector<bool>> freeze_tables(const Layout& layout, std::vector<Table>& tables, const FreezeInput& input);

}  // namespace scantling
