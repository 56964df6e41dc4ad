// Policies as bytes and back: what an engine without front end is fed with.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/api/policies.h"
#include "engine/base/result.h"

namespace scantling {

// All units, not the selection. Of policies that were compiled together, as one call of load_policies makes them, or that were loaded.
[[nodiscard]] std::string save_bundle(const Policies& policies);

// To be selected from (select.h). Failures are of kind `damaged`, `incompatible` or `too_large`. Hostile bytes are safe.
[[nodiscard]] Result<std::vector<std::shared_ptr<const Unit>>> load_units(std::string_view bytes);

}  // namespace scantling
