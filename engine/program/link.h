// Linking: units, one profile and parameter values become a program.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/program/program.h"

namespace scantling {

struct LinkOptions {
    // Full name of a profile. Empty: `std.baseline` if there is one, and all rules of the packages that are not `std`.
    std::string profile;
    std::vector<std::pair<std::string, Value>> parameters;  // `package.param`; checked against the parameter's type and range
    // Which passes run; all by default. For tests: the result of an evaluation is the same whatever is left out.
    bool passes = true;
    std::vector<std::string> only_passes;  // when not empty: just these, by name
};

struct Linked {
    std::shared_ptr<const Program> program;  // null where diagnostics hold an error
    Diagnostics diagnostics;
};

[[nodiscard]] Linked link(const std::vector<std::shared_ptr<const Unit>>& units, const LinkOptions& options);

}  // namespace scantling
