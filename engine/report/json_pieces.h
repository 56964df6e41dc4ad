// Pieces of JSON that the report, the list of rules and the C interface share.
#pragma once

#include "engine/base/json_writer.h"
#include "engine/facts/locator.h"
#include "engine/findings/outcome.h"

namespace scantling::report {

// {"cis": ["4.1"], …}
void write_refs(JsonWriter& json, const Rule& rule);
// {"cause", "file", "line", "part", "pointer"}: what does not apply is left out.
void write_cause(JsonWriter& json, const LocatedCause& cause, const Facts& facts, Locator& locator);

}  // namespace scantling::report
