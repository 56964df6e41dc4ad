// Checking: every declaration of every file, against the facts model and each other. The stage between names and lowering.
#pragma once

#include "dsl/check/checked.h"
#include "dsl/resolve/report.h"

namespace scantling::dsl {

// Fills the side tables, the rules and the settings of profiles. Everything independent that is wrong is reported, once.
void check(Checked& checked, Reporter& reporter);

}  // namespace scantling::dsl
