// Which rules, parameters, severities and demands one profile asks for.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/program/link.h"

namespace scantling {

struct SelectedRule {
    const Rule* rule = nullptr;
    const Unit* unit = nullptr;
    std::optional<Severity> severity;
    bool allows_unknown = false;
};

struct ProfileSelection {
    std::string profile;
    std::vector<SelectedRule> rules;  // sorted by name
    std::vector<ExcludedRule> excluded;
    std::map<std::string, Value> parameters;  // all of them, by full name
    std::vector<Deviation> deviations;
    std::vector<PartId> demanded;
    std::optional<Severity> gate;
};

[[nodiscard]] ProfileSelection select(const std::vector<std::shared_ptr<const Unit>>& units, const LinkOptions& options,
                                      Diagnostics& diagnostics);

}  // namespace scantling
