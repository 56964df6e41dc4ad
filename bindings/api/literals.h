// Values of parameters in Scant's own spelling, for units that are compiled already: needs the front end.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/api/select.h"

namespace scantling {

// `settings`: `package.param` and a Scant literal. A name that no unit declares is left to `select`, which knows what to say.
[[nodiscard]] Literals read_literals(const std::vector<std::shared_ptr<const Unit>>& units,
                                     const std::vector<std::pair<std::string, std::string>>& settings, Diagnostics& diagnostics);

}  // namespace scantling
