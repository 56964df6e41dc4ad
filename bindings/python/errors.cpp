// Errors: scantling.hpp's exceptions become those of scantling._errors, which are ordinary Python classes, and look for them there each
// time, so that no Python object outlives its interpreter in a static of ours.
#include "bindings/python/errors.h"

namespace scantling::python {

namespace {

DiagnosticValue own(const Diagnostic& from) {
    DiagnosticValue out;
    out.code = some(from.code);
    out.message = from.message;
    out.help = some(from.help);
    out.is_error = from.is_error;
    out.file = some(from.file);
    if (!out.file) return out;
    out.line = from.line;
    out.column = from.column;
    out.offset = from.offset;
    out.length = from.length;
    return out;
}

void raise(const char* name, const Error& error) {
    std::string_view said = error.what();
    if (!said.empty() && said.back() == '\n') said.remove_suffix(1);
    const py::object type = py::module_::import("scantling._errors").attr(name);
    const py::object made = type(text(said), diagnostics(error.diagnostics()));
    PyErr_SetObject(type.ptr(), made.ptr());
}

void translate(std::exception_ptr thrown) {
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const PolicyError& error) {
        raise("PolicyError", error);
    } catch (const InputError& error) {
        raise("InputError", error);
    } catch (const IoError& error) {
        raise("IoError", error);
    } catch (const InvalidArgument& error) {
        raise("InvalidArgument", error);
    } catch (const IncompatibleError& error) {
        raise("IncompatibleError", error);
    } catch (const LimitError& error) {
        raise("LimitError", error);
    } catch (const Error& error) {
        raise("InternalError", error);
    }
}

std::string shown(const DiagnosticValue& self) {
    std::string out = self.is_error ? "error" : "warning";
    if (self.code) out += "[" + *self.code + "]";
    out += ": " + self.message;
    if (self.file) out += "\n --> " + *self.file + ":" + std::to_string(*self.line) + ":" + std::to_string(*self.column);
    if (self.help) out += "\n help: " + *self.help;
    return out;
}

std::string represented(const DiagnosticValue& self) {
    std::string out = self.is_error ? "<Diagnostic error" : "<Diagnostic warning";
    if (self.code) out += " " + *self.code;
    if (self.file) out += " at " + *self.file + ":" + std::to_string(*self.line) + ":" + std::to_string(*self.column);
    return out + ": " + self.message + ">";
}

}  // namespace

py::tuple diagnostics(const std::vector<Diagnostic>& from) {
    py::tuple out(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) out[i] = py::cast(own(from[i]));
    return out;
}

void bind_errors(py::module_& module) {
    auto bound = bind_value<DiagnosticValue>(module, "Diagnostic", "A mistake in a policy or a document, or a warning about one.");
    bound.def("__str__", [](const DiagnosticValue& self) { return text(shown(self)); });
    bound.def("__repr__", [](const DiagnosticValue& self) { return text(represented(self)); });
    py::register_local_exception_translator(translate);
}

}  // namespace scantling::python
