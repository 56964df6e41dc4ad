// Facts that a policy writes out itself (`given` in examples and tests): documents as text, or records as literals.
//
// In a part that is named, a field not listed is unknown (`not_stated`); a part not named was not supplied; `absent` and `unknown` may be
// written;
// `[a, b]` is complete, `[a, b, ...]` is not. Compilation has already checked names and types.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/facts/facts.h"
#include "engine/program/unit.h"

namespace scantling {

struct GivenFacts {
    std::shared_ptr<const Facts> facts;  // null where a given cannot be used; the diagnostics say why
    std::optional<std::int64_t> now;
    std::optional<std::string> environment;
    Diagnostics diagnostics;
};

// One subject, to which everything given belongs.
[[nodiscard]] GivenFacts read_given(const std::shared_ptr<const Layout>& layout, const std::vector<Given>& given);

}  // namespace scantling
