// The module scantling._scantling. Immutable objects over an engine without global state: it needs neither the one interpreter's lock nor
// the one interpreter.
#include "bindings/python/python.h"

PYBIND11_MODULE(_scantling, module, pybind11::mod_gil_not_used(), pybind11::multiple_interpreters::per_interpreter_gil()) {
    namespace py = pybind11;
    using namespace scantling::python;
    // Stubs say the types; what a docstring begins with is what inspect.signature reads.
    py::options options;
    options.disable_function_signatures();
    module.doc() = "The extension module of scantling; import scantling instead.";
    bind_words(module);
    bind_errors(module);
    bind_policies(module);
    bind_facts(module);
    bind_report(module);
    const py::dict names = module.attr("__dict__");
    for (const auto& [name, value] : names) {
        if (PyType_Check(value.ptr())) value.attr("__module__") = "scantling";
    }
}
