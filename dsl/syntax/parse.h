// Policy text → tree, and what is wrong with it. The entry of the syntax stage: everything else in this folder serves it.
#pragma once

#include <memory>

#include "dsl/syntax/tree.h"
#include "engine/base/diagnostic.h"

namespace scantling::dsl {

struct Parsed {
    Tree tree;                // whole for any bytes: what could not be read is an error node
    Diagnostics diagnostics;  // E00xx and E01xx, in order of place
};

[[nodiscard]] Parsed parse(std::shared_ptr<const Source> source);

}  // namespace scantling::dsl
