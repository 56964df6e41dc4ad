// Python objects as JSON. A document that somebody has as a dict is written straight into the text that the readers take; what the json
// module would accept and the readers would not (NaN, keys that are no texts) is refused here, where the mistake is.
#include "bindings/python/json.h"

#include <cmath>
#include <memory>

#include <pybind11/critical_section.h>

#include "bindings/python/arguments.h"

namespace scantling::python {

namespace {

// The readers' own bound, which also ends an object that holds itself.
constexpr int deepest = 1024;

void write_text(std::string_view from, std::string& to) {
    static constexpr char digits[] = "0123456789abcdef";
    to += '"';
    for (const char c : from) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (byte < 0x20) {
            to += "\\u00";
            to += digits[byte >> 4];
            to += digits[byte & 15];
        } else {
            to += c;
        }
    }
    to += '"';
}

class Writer {
  public:
    void write(py::handle object) {
        if (depth_ > deepest) invalid("a document is nested more than " + std::to_string(deepest) + " deep, or holds itself");
        ++depth_;
        PyObject* given = object.ptr();
        if (object.is_none()) {
            out_ += "null";
        } else if (PyBool_Check(given)) {
            out_ += given == Py_True ? "true" : "false";
        } else if (PyUnicode_Check(given)) {
            write_text(read_text(object), out_);
        } else if (PyLong_Check(given)) {
            write_integer(object);
        } else if (PyFloat_Check(given)) {
            write_decimal(PyFloat_AS_DOUBLE(given));
        } else if (PyDict_Check(given)) {
            write_dict(object);
        } else if (PyList_Check(given) || PyTuple_Check(given)) {
            write_list(object);
        } else {
            throw py::type_error("JSON is made of dict, list, tuple, str, int, float, bool and None, not of " +
                                 std::string(Py_TYPE(given)->tp_name));
        }
        --depth_;
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void write_integer(py::handle object) {
        const auto digits = py::reinterpret_steal<py::object>(PyNumber_ToBase(object.ptr(), 10));
        if (!digits) throw py::error_already_set();
        out_ += read_text(digits);
    }

    void write_decimal(double value) {
        if (!std::isfinite(value)) invalid("JSON has no number that is not finite");
        const std::unique_ptr<char, void (*)(void*)> digits(PyOS_double_to_string(value, 'r', 0, Py_DTSF_ADD_DOT_0, nullptr), PyMem_Free);
        if (!digits) throw py::error_already_set();
        out_ += digits.get();
    }

    void write_dict(py::handle object) {
        const py::scoped_critical_section lock(object);
        PyObject* key = nullptr;
        PyObject* value = nullptr;
        Py_ssize_t at = 0;
        bool first = true;
        out_ += '{';
        while (PyDict_Next(object.ptr(), &at, &key, &value) != 0) {
            if (!PyUnicode_Check(key)) throw py::type_error("a key of a JSON object is a str, not " + std::string(Py_TYPE(key)->tp_name));
            if (!first) out_ += ',';
            first = false;
            write_text(read_text(key), out_);
            out_ += ':';
            write(value);
        }
        out_ += '}';
    }

    void write_list(py::handle object) {
        const py::scoped_critical_section lock(object);
        out_ += '[';
        // Asked anew each time: another thread may have shortened it.
        for (Py_ssize_t i = 0; i < PySequence_Fast_GET_SIZE(object.ptr()); ++i) {
            if (i != 0) out_ += ',';
            write(py::reinterpret_borrow<py::object>(PySequence_Fast_GET_ITEM(object.ptr(), i)));
        }
        out_ += ']';
    }

    std::string out_;
    int depth_ = 0;
};

bool is_a(py::handle object, const char* type) { return py::isinstance(object, py::module_::import("datetime").attr(type)); }

std::string time_text(py::handle object) {
    const py::module_ datetime = py::module_::import("datetime");
    if (object.attr("utcoffset")().is_none()) invalid("a time without a time zone is no time: datetime(…, tzinfo=timezone.utc)");
    const py::object utc = object.attr("astimezone")(datetime.attr("timezone").attr("utc")).attr("replace")(py::arg("tzinfo") = py::none());
    return read_text(utc.attr("isoformat")()) + "Z";
}

std::string duration_text(py::handle object) {
    const auto days = object.attr("days").cast<std::int64_t>();
    if (days < 0 || object.attr("microseconds").cast<int>() != 0) invalid("a duration is a number of whole seconds, and not negative");
    return std::to_string(days * 86400 + object.attr("seconds").cast<std::int64_t>()) + "s";
}

}  // namespace

std::string to_json(py::handle object) {
    Writer writer;
    writer.write(object);
    return writer.take();
}

std::string parameter_json(py::handle object) {
    std::string out;
    // A type of the datetime module can only be met where that has been imported: nobody pays for asking.
    PyObject* loaded = PyImport_GetModule(py::str("datetime").ptr());
    if (loaded == nullptr) return to_json(object);
    Py_DECREF(loaded);
    if (is_a(object, "datetime")) {
        write_text(time_text(object), out);
    } else if (is_a(object, "date")) {
        write_text(read_text(object.attr("isoformat")()), out);
    } else if (is_a(object, "timedelta")) {
        write_text(duration_text(object), out);
    } else {
        out = to_json(object);
    }
    return out;
}

py::object from_json(std::string_view from) { return py::module_::import("json").attr("loads")(text(from)); }

}  // namespace scantling::python
