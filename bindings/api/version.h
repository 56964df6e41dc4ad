// Which Scantling this is: the version of the project, as CMakeLists.txt states it.
#pragma once

#include <string_view>

namespace scantling {

[[nodiscard]] std::string_view version();

}  // namespace scantling
