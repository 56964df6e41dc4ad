// Every rule of some units, for people and for machines.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/program/unit.h"

namespace scantling {

// One line a rule: name, severity, practice, title; sorted by name.
[[nodiscard]] std::string list_rules(const std::vector<std::shared_ptr<const Unit>>& units);

// {"format": "scantling.rules/1", "rules": [{fix, id, level, practice, refs, severity, title, why}]}: severity is left out where it
// depends on the facts, fix where it holds values.
[[nodiscard]] std::string list_rules_json(const std::vector<std::shared_ptr<const Unit>>& units);

}  // namespace scantling
