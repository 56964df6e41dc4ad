// Whether a regular expression can match anything at all.
#pragma once

#include <string_view>

namespace scantling::dsl {

// True only where it is certain: `a^b`, `$x`. The pattern is one that RE2 takes.
[[nodiscard]] bool never_matches(std::string_view pattern);

}  // namespace scantling::dsl
