// Another profile, other parameters, for units that are compiled: linking, without the front end.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bindings/api/policies.h"

namespace scantling {

struct JsonParameter {
    std::string name;   // `package.param`
    std::string value;  // JSON, see parameter_value.h
};

struct Selection {
    std::string profile;  // as PolicyOptions::profile
    std::vector<JsonParameter> parameters;
};

// What a former selection set is not inherited. Diagnostics: of parameters, then of linking.
[[nodiscard]] Policies select(const std::vector<std::shared_ptr<const Unit>>& units, const Selection& selection);

}  // namespace scantling
