// What tools call the kinds of packages (`debian`, `jar`, `go-module`, `node-pkg`), as package types.
#pragma once

#include <optional>
#include <string_view>

#include "engine/values/package_type.h"

namespace scantling {

struct ToolPackageType {
    PackageType type = PackageType::other;
    std::string_view name_space;  // of a distribution's packages, as package URLs have it (`redhat`); empty for others
};

// Of a word of Trivy (`Type` of a result, family of an operating system) or Syft (`type` of an artifact). Empty where neither has it.
[[nodiscard]] std::optional<ToolPackageType> package_type_of_tool(std::string_view word);

}  // namespace scantling
