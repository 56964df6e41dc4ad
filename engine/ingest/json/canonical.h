// Canonical JSON of a parsed value. Private to this folder: only its sources know the parser's types.
#pragma once

#include "engine/base/json_writer.h"

namespace simdjson::dom {
class element;
}

namespace scantling {

void write_canonical(JsonWriter& to, const simdjson::dom::element& value);

}  // namespace scantling
