// Policy text → units, or what is wrong with it: the whole front end.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/program/unit.h"

namespace scantling::dsl {

struct Checked;

// A policy file. `is_std`: it belongs to the library that comes with us, and may say `package std.…`.
struct PolicyText {
    std::string name;
    std::string text;
    bool is_std = false;
};

struct Compiled {
    std::vector<std::shared_ptr<const Unit>> units;  // one a package; empty where a diagnostic is an error
    std::shared_ptr<const Checked> checked;          // the checked trees: for tools, and for the oracle
    Diagnostics diagnostics;                         // in order of file name and place
};

// All packages of a run together: they may use each other.
[[nodiscard]] Compiled compile(const std::vector<PolicyText>& texts);

}  // namespace scantling::dsl
