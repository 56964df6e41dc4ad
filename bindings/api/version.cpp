// The version stands in CMakeLists.txt alone; the build hands it to this file and to no other, so that a release rebuilds one object.
#include "bindings/api/version.h"

namespace scantling {

std::string_view version() { return SCANTLING_VERSION; }

}  // namespace scantling
