// A schema as people and tools read it: what `scantling schema` prints. Of any schema, an organisation's extensions included.
#pragma once

#include <string>

#include "engine/schema/schema.h"

namespace scantling::dsl {

// Scant with its documentation: `facts` blocks first, then records and enums in order. Parses as Scant.
[[nodiscard]] std::string schema_as_scant(const Schema& schema);

// JSON Schema 2020-12 of facts as JSON: an object `{run, subjects}`. A field that is left out is unknown, `null` is absent. Canonical:
// the same schema gives the same bytes.
[[nodiscard]] std::string json_schema(const Schema& schema);

}  // namespace scantling::dsl
