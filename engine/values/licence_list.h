// The SPDX License List: identifiers alone.
#pragma once

#include <optional>
#include <string_view>

namespace scantling {

// The identifier in the list's own spelling, found in any case; empty where the list has none.
[[nodiscard]] std::optional<std::string_view> spdx_licence(std::string_view id);
[[nodiscard]] std::optional<std::string_view> spdx_exception(std::string_view id);

}  // namespace scantling
