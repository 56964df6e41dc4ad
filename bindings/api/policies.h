// From policy texts to a program: the standard library and what the caller brings, compiled together, linked under one profile.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/program/program.h"

namespace scantling {

struct PolicyText {
    std::string name;  // as diagnostics call it: a path
    std::string text;
};

struct JsonParameter {
    std::string name;   // `package.param`
    std::string value;  // JSON, see parameter_value.h
};

struct PolicyOptions {
    bool standard_library = true;
    std::vector<PolicyText> texts;
    // Full name of a profile. Empty: `std.baseline` (where the library is there) and all rules of the packages in `texts`.
    std::string profile;
    // Parameters: `package.param` and a Scant literal; or the same as JSON (select.h).
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<JsonParameter> parameters;
};

// Immutable once made; any number of threads may check with one.
struct Policies {
    std::vector<std::shared_ptr<const Unit>> units;
    std::shared_ptr<const Program> program;  // null where diagnostics hold an error
    Diagnostics diagnostics;                 // in order of place; warnings too
};

[[nodiscard]] Policies load_policies(const PolicyOptions& options);

// The texts that are built in, in the order in which they are compiled; names as `std/image.scant`.
[[nodiscard]] std::vector<PolicyText> standard_library();

// The same compiled, as the build left it in this program; empty where it did not (a cross build, sanitizers).
[[nodiscard]] std::string_view standard_bundle();

}  // namespace scantling
