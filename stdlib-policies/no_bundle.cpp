// In the place of the standard library's bundle where the build cannot make one: it is then compiled at every start.
#include <string_view>

namespace scantling::embedded {

std::string_view standard_bundle();
std::string_view standard_bundle() { return {}; }

}  // namespace scantling::embedded
