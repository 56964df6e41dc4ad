// The value of a parameter from JSON, for callers who have no Scant literal at hand.
#pragma once

#include <optional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/program/unit.h"

namespace scantling {

// bool: true, false; int and decimal: a number; string, version, regex, glob: a string; time (RFC 3339 or a date), duration (`30d`), size
// (`64MiB`) and members of an enum: a string as in Scant, without quotes; lists: an array; maps: an object whose keys are written as
// strings. Whatever does not fit the type is a diagnostic with its place in the JSON text, whose name is `parameter NAME`.
[[nodiscard]] std::optional<Value> parameter_value(const Parameter& parameter, const Schema& schema, const std::string& json,
                                                   Diagnostics& diagnostics);

}  // namespace scantling
