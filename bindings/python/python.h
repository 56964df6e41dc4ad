// What every file of the module shares: pybind11, texts on their way to Python, and the topics in their order.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scantling/scantling.hpp"
#include <pybind11/pybind11.h>

namespace scantling::python {

namespace py = pybind11;

// Never fails on bytes: what the library hands out is UTF-8, and an error about anything else must not hide the error itself.
[[nodiscard]] inline py::str text(std::string_view from) {
    PyObject* made = PyUnicode_DecodeUTF8(from.data(), static_cast<Py_ssize_t>(from.size()), "replace");
    if (made == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::str>(made);
}
// An empty text of the library is none.
[[nodiscard]] inline std::optional<std::string> some(std::string_view from) {
    if (from.empty()) return std::nullopt;
    return std::string(from);
}

// Runs `work` without the interpreter's lock: `work` touches nothing of Python.
template <typename Work>
auto unlocked(Work work) {
    const py::gil_scoped_release release;
    return work();
}

// What is immutable is its own copy.
template <typename Class>
void never_copied(Class& bound) {
    bound.def("__copy__", [](py::object self) { return self; });
    bound.def("__deepcopy__", [](py::object self, const py::object&) { return self; });
}

// In this order: a class is registered before a signature mentions it.
void bind_words(py::module_& module);
void bind_errors(py::module_& module);
void bind_policies(py::module_& module);
void bind_facts(py::module_& module);
void bind_report(py::module_& module);

}  // namespace scantling::python
