// Rule examples as tests: `good` must end in pass, `bad` in fail, `undecided` in unknown or skipped.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bindings/api/policies.h"

namespace scantling {

struct ExampleFailure {
    std::string rule;
    PolicyPlace place;
    std::string message;  // what was expected, what came, and the causes
};

struct ExampleRun {
    std::size_t examples = 0;
    std::vector<ExampleFailure> failures;
};

// Runs every example of every rule of the program. Precondition: policies.program is not null.
[[nodiscard]] ExampleRun run_examples(const Policies& policies);

}  // namespace scantling
