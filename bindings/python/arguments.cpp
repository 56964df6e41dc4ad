// Arguments of Python callers. Everything that can be wrong with one is said here, before the library is asked and with the lock still
// held.
#include "bindings/python/arguments.h"

#include <cmath>
#include <limits>

#include "bindings/python/json.h"

namespace scantling::python {

namespace {

std::string type_name(py::handle given) { return Py_TYPE(given.ptr())->tp_name; }

bool is_number(py::handle given) { return !PyBool_Check(given.ptr()) && (PyLong_Check(given.ptr()) || PyFloat_Check(given.ptr())); }

py::object datetime(const char* type) { return py::module_::import("datetime").attr(type); }

}  // namespace

void invalid(const std::string& message) { throw InvalidArgument(SCANTLING_INVALID_ARGUMENT, message, {}); }

void wrong_type(const char* name, const char* expected, py::handle given) {
    throw py::type_error(std::string(name) + " is " + expected + ", not " + type_name(given));
}

std::string read_text(py::handle given) {
    Py_ssize_t size = 0;
    if (const char* data = PyUnicode_AsUTF8AndSize(given.ptr(), &size)) return {data, static_cast<std::size_t>(size)};
    if (PyErr_ExceptionMatches(PyExc_UnicodeEncodeError) == 0) throw py::error_already_set();
    PyErr_Clear();
    const auto bytes = py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(given.ptr(), "utf-8", "surrogatepass"));
    if (!bytes) throw py::error_already_set();
    return std::string(bytes);
}

std::string read_text(py::handle given, const char* name) {
    if (!PyUnicode_Check(given.ptr())) wrong_type(name, "a str", given);
    return read_text(given);
}

std::optional<std::string> read_optional_text(py::handle given, const char* name) {
    if (given.is_none()) return std::nullopt;
    if (!PyUnicode_Check(given.ptr())) wrong_type(name, "a str or None", given);
    std::string out = read_text(given);
    if (out.empty()) invalid(std::string(name) + " is empty: leave it out, or give None");
    return out;
}

bool read_flag(py::handle given, const char* name) {
    if (!PyBool_Check(given.ptr())) wrong_type(name, "True or False", given);
    return given.ptr() == Py_True;
}

std::uint64_t read_count(py::handle given, const char* name) {
    if (given.is_none()) return 0;
    if (!PyLong_Check(given.ptr()) || PyBool_Check(given.ptr())) wrong_type(name, "an int or None", given);
    const std::uint64_t value = PyLong_AsUnsignedLongLong(given.ptr());
    if (PyErr_Occurred() != nullptr) {
        PyErr_Clear();
        invalid(std::string(name) + " is out of range: 1 to 2**64 - 1, or None");
    }
    if (value == 0) invalid(std::string(name) + " is at least 1; None is the default");
    return value;
}

Format read_format(py::handle given) {
    const std::string word = read_text(given, "format");
    if (word == "json") return Format::json;
    if (word == "text") return Format::text;
    invalid("format is \"text\" or \"json\", not \"" + word + "\"");
}

bool is_path(py::handle given) { return PyUnicode_Check(given.ptr()) || (!PyType_Check(given.ptr()) && py::hasattr(given, "__fspath__")); }

std::string read_path(py::handle given, const char* otherwise) {
    if (PyUnicode_Check(given.ptr()) && read_text(given).find('\n') != std::string::npos)
        invalid(std::string("a str is a path, and this one has several lines: ") + otherwise);
    PyObject* encoded = nullptr;
    if (PyUnicode_FSConverter(given.ptr(), &encoded) == 0) {
        if (PyErr_ExceptionMatches(PyExc_ValueError) == 0) throw py::error_already_set();
        const py::error_already_set why;
        invalid("this is no path: " + std::string(py::str(why.value())));
    }
    auto out = std::string(py::reinterpret_steal<py::bytes>(encoded));
    if (out.empty()) invalid("a path is empty");
    return out;
}

bool is_bytes(py::handle given) { return PyBytes_Check(given.ptr()) || PyByteArray_Check(given.ptr()) || PyMemoryView_Check(given.ptr()); }

std::string read_bytes(py::handle given) {
    Py_buffer view;
    if (PyObject_GetBuffer(given.ptr(), &view, PyBUF_SIMPLE) != 0) throw py::error_already_set();
    struct Release {
        Py_buffer* view;
        ~Release() { PyBuffer_Release(view); }
    } const release{&view};
    return {static_cast<const char*>(view.buf), static_cast<std::size_t>(view.len)};
}

std::optional<Time> read_now(py::handle given) {
    if (given.is_none()) return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    if (py::isinstance<NoTime>(given)) return std::nullopt;
    if (!py::isinstance(given, datetime("datetime"))) wrong_type("now", "a datetime, scantling.NO_TIME, or None for the clock's", given);
    if (given.attr("utcoffset")().is_none())
        invalid("now has no time zone, so it is no point in time: datetime.now(timezone.utc), or datetime(…, tzinfo=…)");
    const py::object epoch = datetime("datetime")(1970, 1, 1, py::arg("tzinfo") = datetime("timezone").attr("utc"));
    const py::object microseconds = (given - epoch).attr("__floordiv__")(datetime("timedelta")(0, 0, 1));
    return Time(std::chrono::microseconds(microseconds.cast<std::int64_t>()));
}

std::chrono::microseconds read_deadline(py::handle given) {
    if (given.is_none()) return std::chrono::microseconds(0);
    double seconds = 0;
    if (is_number(given)) {
        seconds = PyFloat_AsDouble(given.ptr());
        if (PyErr_Occurred() != nullptr) {
            PyErr_Clear();
            seconds = std::numeric_limits<double>::infinity();
        }
    } else if (py::isinstance(given, datetime("timedelta"))) {
        seconds = given.attr("total_seconds")().cast<double>();
    } else {
        wrong_type("deadline", "seconds, a timedelta or None", given);
    }
    // A thousand years, in microseconds, are far from the end of the type.
    if (!(seconds > 0 && seconds < 3.2e10)) invalid("deadline is more than no time and less than a thousand years; None is no deadline");
    return std::chrono::microseconds(static_cast<std::int64_t>(std::ceil(seconds * 1e6)));
}

Selection read_selection(py::handle profile, py::handle parameters) {
    Selection out;
    out.profile = read_optional_text(profile, "profile").value_or("");
    if (parameters.is_none()) return out;
    if (!PyDict_Check(parameters.ptr())) wrong_type("params", "a dict or None", parameters);
    for (const auto& [name, value] : py::reinterpret_borrow<py::dict>(parameters))
        out.parameters.emplace_back(read_text(name, "a name in params"), parameter_json(value));
    return out;
}

}  // namespace scantling::python
