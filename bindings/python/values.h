// Value classes (Finding, Rule, Diagnostic, …): a struct that owns its texts and a table of its fields. From the table come the properties,
// __match_args__, equality, hash and pickling, so that none of them forgets a field.
#pragma once

#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

#include "bindings/python/json.h"
#include "bindings/python/python.h"

namespace scantling::python {

template <typename Owner, typename Member>
struct Field {
    // Clang 16 deduces no aggregate's arguments.
    constexpr Field(const char* name_, Member Owner::*member_, const char* doc_) : name(name_), member(member_), doc(doc_) {}

    const char* name;
    Member Owner::*member;
    const char* doc;
};

// JSON that becomes an object when somebody looks at it: a new one each time, so that the value stays as it is.
struct Json {
    std::string text;
    bool operator==(const Json&) const = default;
};

inline py::object to_python(const std::string& value) { return text(value); }
inline py::object to_python(bool value) { return py::bool_(value); }
inline py::object to_python(std::uint64_t value) { return py::int_(value); }
inline py::object to_python(Severity value) { return py::cast(value); }
inline py::object to_python(OutcomeKind value) { return py::cast(value); }
inline py::object to_python(const Json& value) { return from_json(value.text); }
template <typename T>
py::object to_python(const std::optional<T>& value) {
    return value ? to_python(*value) : py::object(py::none());
}
// A value class inside another.
template <typename T>
    requires requires { T::fields; }
py::object to_python(const T& value) {
    return py::cast(value);
}

// As pickled: what `restore` takes.
template <typename T>
py::object to_state(const T& value) {
    return to_python(value);
}
inline py::object to_state(const Json& value) { return text(value.text); }

inline void restore(py::handle from, std::string& to) { to = from.cast<std::string>(); }
inline void restore(py::handle from, bool& to) { to = from.cast<bool>(); }
inline void restore(py::handle from, std::uint64_t& to) { to = from.cast<std::uint64_t>(); }
inline void restore(py::handle from, Severity& to) { to = from.cast<Severity>(); }
inline void restore(py::handle from, OutcomeKind& to) { to = from.cast<OutcomeKind>(); }
inline void restore(py::handle from, Json& to) { to.text = from.cast<std::string>(); }
template <typename T>
void restore(py::handle from, std::optional<T>& to) {
    if (!from.is_none()) restore(from, to.emplace());
}
template <typename T>
    requires requires { T::fields; }
void restore(py::handle from, T& to) {
    to = from.cast<T>();
}

template <typename T>
py::tuple state_of(const T& value) {
    return std::apply([&](const auto&... field) { return py::make_tuple(to_state(value.*field.member)...); }, T::fields);
}

template <typename T>
T restored(const py::tuple& state) {
    T out;
    std::apply(
        [&](const auto&... field) {
            if (state.size() != sizeof...(field)) throw py::value_error("this was pickled by another version of scantling");
            std::size_t at = 0;
            (restore(state[at++], out.*field.member), ...);
        },
        T::fields);
    return out;
}

template <typename T>
using ValueClass = py::classh<T>;

template <typename T>
ValueClass<T> bind_value(py::module_& module, const char* name, const char* doc) {
    ValueClass<T> bound(module, name, doc, py::is_final(), py::module_local());
    py::list names;
    const auto property = [&](const auto& field) {
        bound.def_property_readonly(
            field.name, [member = field.member](const T& self) { return to_python(self.*member); }, field.doc);
        names.append(field.name);
    };
    std::apply([&](const auto&... field) { (property(field), ...); }, T::fields);
    bound.attr("__match_args__") = py::tuple(names);
    bound.def("__eq__", [](const T& self, const py::object& other) -> py::object {
        if (!py::isinstance<T>(other)) return py::reinterpret_borrow<py::object>(Py_NotImplemented);
        return py::bool_(self == other.cast<const T&>());
    });
    bound.def("__hash__", [](const T& self) { return py::hash(state_of(self)); });
    bound.def(py::pickle([](const T& self) { return state_of(self); }, [](const py::tuple& state) { return restored<T>(state); }));
    never_copied(bound);
    return bound;
}

// Owned values of one report or policies, as a Python sequence that makes each when it is asked for. Slices are such sequences too.
template <typename Owner, typename T>
struct Rows {
    Owner owner;
    T (*get)(const Owner&, std::size_t);
    Py_ssize_t start = 0;
    Py_ssize_t step = 1;
    Py_ssize_t count = 0;

    [[nodiscard]] T at(Py_ssize_t index) const {
        if (index < 0) index += count;
        if (index < 0 || index >= count) throw py::index_error("there are " + std::to_string(count) + " of them");
        return get(owner, static_cast<std::size_t>(start + index * step));
    }
    [[nodiscard]] Rows slice(const py::slice& given) const {
        Py_ssize_t first = 0;
        Py_ssize_t last = 0;
        Py_ssize_t stride = 0;
        if (PySlice_Unpack(given.ptr(), &first, &last, &stride) < 0) throw py::error_already_set();
        Rows out = *this;
        out.count = PySlice_AdjustIndices(count, &first, &last, stride);
        out.start = start + first * step;
        out.step = step * stride;
        return out;
    }
};

template <typename Owner, typename T>
void bind_rows(py::module_& module, const char* name, const char* doc) {
    using Bound = Rows<Owner, T>;
    py::classh<Bound> bound(module, name, doc, py::is_final(), py::module_local());
    bound.def("__len__", [](const Bound& self) { return self.count; });
    bound.def("__getitem__", [](const Bound& self, const py::object& index) -> py::object {
        if (py::isinstance<py::slice>(index)) return py::cast(self.slice(index));
        const Py_ssize_t at = PyNumber_AsSsize_t(index.ptr(), PyExc_IndexError);
        if (at == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
        return py::cast(self.at(at));
    });
    bound.def("__iter__", [](const py::object& self) { return py::reinterpret_steal<py::object>(PySeqIter_New(self.ptr())); });
    bound.def("__repr__",
              [](const py::object& self) { return py::str("<{} of {}>").format(py::len(self), py::type::of(self).attr("__name__")); });
    never_copied(bound);
    const py::object sequence = py::module_::import("collections.abc").attr("Sequence");
    for (const char* mixed_in : {"index", "count", "__contains__", "__reversed__"}) bound.attr(mixed_in) = sequence.attr(mixed_in);
    sequence.attr("register")(bound);
}

}  // namespace scantling::python
