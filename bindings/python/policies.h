// Policies as Python holds them: with the selection, which a bundle does not say and a pickle has to.
#pragma once

#include <utility>

#include "bindings/python/python.h"

namespace scantling::python {

struct BoundPolicies {
    Policies policies;
    Selection selection;
};

}  // namespace scantling::python
