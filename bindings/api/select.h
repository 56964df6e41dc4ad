// Another profile, other parameters, for units that are compiled: linking, without the front end.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/api/policies.h"

namespace scantling {

struct PolicySelection {
    std::string profile;  // as PolicyOptions::profile
    std::vector<JsonParameter> parameters;
};

// What a former selection set is not inherited. Diagnostics: of parameters, then of linking.
// `literals`: values that are at hand as Scant has them.
using Literals = std::vector<std::pair<std::string, Value>>;
[[nodiscard]] Policies select(const std::vector<std::shared_ptr<const Unit>>& units, const PolicySelection& selection,
                              Literals literals = {});

}  // namespace scantling
