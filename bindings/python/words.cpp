// Words: the enumerations, NO_TIME, and the pages that the library has about itself.
#include <pybind11/native_enum.h>

#include "bindings/python/arguments.h"

namespace scantling::python {

namespace {

void bind_enumerations(py::module_& module) {
    py::native_enum<Verdict>(module, "Verdict", "scantling._words.VerdictWord",
                             "What a pipeline acts on. The values are the exit codes of the command line.")
        .value("CLEAN", Verdict::clean, "Everything that the gate weighs was decided, and nothing was found.")
        .value("CLOSED", Verdict::closed, "A finding at or above the severity of the profile's gate.")
        .value("UNDECIDED", Verdict::undecided, "Something that the gate weighs could not be decided: not a pass.")
        .finalize();
    py::native_enum<Severity>(
        module, "Severity", "scantling._words.OrderedWord",
        "INFO < LOW < MEDIUM < HIGH < CRITICAL < UNKNOWN: a severity that depends on missing facts weighs as the worst.")
        .value("INFO", Severity::info)
        .value("LOW", Severity::low)
        .value("MEDIUM", Severity::medium)
        .value("HIGH", Severity::high)
        .value("CRITICAL", Severity::critical)
        .value("UNKNOWN", Severity::unknown, "It depends on facts that are missing; or does not apply.")
        .finalize();
    py::native_enum<OutcomeKind>(module, "OutcomeKind", "scantling._words.Word", "What became of a rule on a subject.")
        .value("UNKNOWN", OutcomeKind::unknown, "Facts are missing: neither pass nor fail.")
        .value("PASS", OutcomeKind::pass)
        .value("FAIL", OutcomeKind::fail)
        .value("SKIPPED", OutcomeKind::skipped, "No document of a part that the rule reads was supplied.")
        .value("WAIVED", OutcomeKind::waived)
        .value("NOT_APPLICABLE", OutcomeKind::not_applicable)
        .finalize();
}

void bind_no_time(py::module_& module) {
    py::classh<NoTime> bound(module, "NoTime", "The type of NO_TIME.", py::is_final(), py::module_local());
    bound.def("__repr__", [](const NoTime&) { return "scantling.NO_TIME"; });
    bound.def("__reduce__", [](const NoTime&) { return "NO_TIME"; });
    never_copied(bound);
    module.attr("NO_TIME") = py::cast(NoTime());
}

}  // namespace

void bind_words(py::module_& module) {
    bind_enumerations(module);
    bind_no_time(module);
    module.attr("__version__") = text(version());
    module.def(
        "explain", [](const py::object& code) { return text(explain(read_text(code, "code"))); }, py::arg("code"), R"(explain(code)
--

The page of a diagnostic's code: what is wrong, and what to do.

>>> print(sc.explain("E0203").splitlines()[0])
E0203: a field that the record does not have

Raises InvalidArgument where there is no such code.)");
    module.def(
        "schema", [](const py::object& format) { return text(schema(read_format(format))); }, py::arg("format") = "text",
        R"(schema(format="text")
--

The facts model that rules read: "text" is Scant with its documentation, "json" the JSON Schema of `Facts.to_dict()`.

>>> "record ImageConfig" in sc.schema()
True)");
}

}  // namespace scantling::python
