// JSON of Python objects, and back.
#pragma once

#include "bindings/python/python.h"

namespace scantling::python {

// Of None, bool, int, float, str, list, tuple and dict with str keys, without a detour through the json module. TypeError for anything
// else; InvalidArgument for what JSON cannot say (NaN) and for nesting that no reader takes, which ends cycles too.
[[nodiscard]] std::string to_json(py::handle object);
// A parameter's value: also a date or time, and a duration.
[[nodiscard]] std::string parameter_json(py::handle object);
[[nodiscard]] py::object from_json(std::string_view text);

}  // namespace scantling::python
