// Policies as bytes and back: what an engine without front end is fed with.
#pragma once

#include <string>
#include <string_view>

#include "bindings/api/select.h"
#include "engine/base/result.h"

namespace scantling {

// All units, not the selection. Of policies that were compiled together, as one call of load_policies or load_bundle makes them.
[[nodiscard]] std::string save_bundle(const Policies& policies);

// Failures are of kind `damaged`, `incompatible` or `too_large`; what is wrong with the selection is among the policies' diagnostics.
// `literals`: as for `select`. Hostile bytes are safe.
[[nodiscard]] Result<Policies> load_bundle(std::string_view bytes, const PolicySelection& selection, Literals literals = {});

// The units alone: for who selects afterwards.
[[nodiscard]] Result<std::vector<std::shared_ptr<const Unit>>> load_units(std::string_view bytes);

}  // namespace scantling
