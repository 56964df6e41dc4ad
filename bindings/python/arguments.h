// What callers give, read with one voice: a wrong type is a TypeError, a wrong value an InvalidArgument, and both name the argument.
#pragma once

#include "bindings/python/python.h"

namespace scantling::python {

[[noreturn]] void invalid(const std::string& message);
// TypeError: `NAME` is EXPECTED, not the type of what was given.
[[noreturn]] void wrong_type(const char* name, const char* expected, py::handle given);

// UTF-8; a lone surrogate becomes bytes that the library refuses and says so.
[[nodiscard]] std::string read_text(py::handle given);
[[nodiscard]] std::string read_text(py::handle given, const char* name);
[[nodiscard]] std::optional<std::string> read_optional_text(py::handle given, const char* name);
[[nodiscard]] bool read_flag(py::handle given, const char* name);
// At least 1; None is 0, the library's default.
[[nodiscard]] std::uint64_t read_count(py::handle given, const char* name);
[[nodiscard]] Format read_format(py::handle given);

[[nodiscard]] bool is_path(py::handle given);  // str or os.PathLike
[[nodiscard]] std::string read_path(py::handle given, const char* otherwise);
[[nodiscard]] bool is_bytes(py::handle given);  // bytes, bytearray, memoryview
[[nodiscard]] std::string read_bytes(py::handle given);

// None is the clock's, NO_TIME none.
[[nodiscard]] std::optional<Time> read_now(py::handle given);
// A timedelta, or seconds; None is 0, no deadline.
[[nodiscard]] std::chrono::microseconds read_deadline(py::handle given);
[[nodiscard]] Selection read_selection(py::handle profile, py::handle parameters);

// The one object of its type.
struct NoTime {};

}  // namespace scantling::python
