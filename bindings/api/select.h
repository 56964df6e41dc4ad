// Another profile, other parameters, for units that are compiled: linking, without the front end.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/api/policies.h"

namespace scantling {

struct PolicySelection {
    std::string profile;  // as PolicyOptions::profile
    std::vector<JsonParameter> parameters;
};

// A parameter and the unit that declares it; null where there is none of that name.
struct DeclaredParameter {
    const Parameter* parameter = nullptr;
    const Unit* unit = nullptr;
};
[[nodiscard]] DeclaredParameter find_parameter(const std::vector<std::shared_ptr<const Unit>>& units, std::string_view name);

// What a former selection set is not inherited. Diagnostics: of parameters, then of linking.
// `literals`: values that are at hand as Scant has them.
using Literals = std::vector<std::pair<std::string, Value>>;
[[nodiscard]] Policies select(const std::vector<std::shared_ptr<const Unit>>& units, const PolicySelection& selection,
                              Literals literals = {});

}  // namespace scantling
