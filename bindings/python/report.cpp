// Checks and reports. A check runs without the lock; a report's rows become objects one by one, when somebody asks for them.
#include <algorithm>
#include <array>
#include <atomic>

#include "bindings/python/arguments.h"
#include "bindings/python/errors.h"
#include "bindings/python/policies.h"

namespace scantling::python {

namespace {

struct LocationValue {
    std::optional<std::string> file;
    std::optional<std::uint64_t> line;
    std::optional<std::uint64_t> column;
    std::optional<std::string> pointer;
    std::optional<std::uint64_t> offset;
    std::optional<std::uint64_t> length;

    bool operator==(const LocationValue&) const = default;
    static constexpr auto fields = std::make_tuple(
        Field{"file", &LocationValue::file, "The document's name; None where no document states it, and all else is None then."},
        Field{"line", &LocationValue::line, "From 1."}, Field{"column", &LocationValue::column, "From 1, in characters."},
        Field{"pointer", &LocationValue::pointer, "JSON pointer (RFC 6901) in a JSON document."},
        Field{"offset", &LocationValue::offset, "Bytes from the beginning."}, Field{"length", &LocationValue::length, "Bytes."});
};

struct FindingValue {
    std::string rule;
    Severity severity = Severity::unknown;
    std::string message;
    LocationValue location;
    std::optional<std::string> subject;
    std::optional<std::string> fix;
    std::string fingerprint;
    bool waived = false;
    Json bindings;

    bool operator==(const FindingValue&) const = default;
    static constexpr auto fields = std::make_tuple(
        Field{"rule", &FindingValue::rule, "`package.rule`."}, Field{"severity", &FindingValue::severity, "A Severity."},
        Field{"message", &FindingValue::message, "What was found."}, Field{"location", &FindingValue::location, "Where it was found."},
        Field{"subject", &FindingValue::subject, "The subject's name; None: the rule is about the run."},
        Field{"fix", &FindingValue::fix, "What to do; None: the rule gives no advice."},
        Field{"fingerprint", &FindingValue::fingerprint,
              "32 hex digits; the same for the same finding of another run, line, tag or digest."},
        Field{"waived", &FindingValue::waived, "True: it does not count at the gate."},
        Field{"bindings", &FindingValue::bindings, "What the rule's variables stood for, as in a message: {name: text}."});
};

struct CauseValue {
    std::string cause;
    std::optional<std::string> part;
    std::optional<std::string> file;
    std::optional<std::uint64_t> line;
    std::optional<std::string> pointer;

    bool operator==(const CauseValue&) const = default;
    static constexpr auto fields =
        std::make_tuple(Field{"cause", &CauseValue::cause, "Why: not_supplied, unresolved, opaque, …"},
                        Field{"part", &CauseValue::part, "The part of the model that is missing, if it is a whole part."},
                        Field{"file", &CauseValue::file, "The document that leaves it open."}, Field{"line", &CauseValue::line, "From 1."},
                        Field{"pointer", &CauseValue::pointer, "JSON pointer in a JSON document."});
};

struct OutcomeValue {
    std::string rule;
    OutcomeKind kind = OutcomeKind::unknown;
    std::optional<std::string> subject;
    Severity severity = Severity::unknown;
    std::optional<std::string> reason;
    Json causes;
    std::uint64_t more_causes = 0;
    std::uint64_t candidates = 0;
    std::uint64_t selected = 0;
    std::uint64_t violating = 0;
    std::uint64_t undetermined = 0;
    std::uint64_t waived = 0;

    bool operator==(const OutcomeValue&) const = default;
    static constexpr auto fields = std::make_tuple(
        Field{"rule", &OutcomeValue::rule, "`package.rule`."}, Field{"kind", &OutcomeValue::kind, "An OutcomeKind."},
        Field{"subject", &OutcomeValue::subject, "The subject's name; None: the rule is about the run."},
        Field{"severity", &OutcomeValue::severity, "Of a fail the highest of its findings; of an unknown what it would weigh."},
        Field{"reason", &OutcomeValue::reason, "Of not applicable: guard, or nothing to check."},
        Field{"causes", &OutcomeValue::causes, "Why it is unknown or skipped, and where: a tuple of Cause."},
        Field{"more_causes", &OutcomeValue::more_causes, "How many causes are not listed."},
        Field{"candidates", &OutcomeValue::candidates, "Bindings that the rule looked at."},
        Field{"selected", &OutcomeValue::selected, "Of those, to which it applies."},
        Field{"violating", &OutcomeValue::violating, "Of those, that violate."},
        Field{"undetermined", &OutcomeValue::undetermined, "Of those, that could not be decided."},
        Field{"waived", &OutcomeValue::waived, "Of those that violate, waived."});
};

// A flag, and whether it was set, which the library's own cannot be asked.
struct BoundCancel {
    Cancel flag;
    std::atomic<bool> requested{false};
};

using Findings = Rows<Report, FindingValue>;
using Outcomes = Rows<Report, OutcomeValue>;

LocationValue location(const Finding& from) {
    if (from.file.empty()) return {};
    return {std::string(from.file), from.line, from.column, some(from.pointer), from.offset, from.length};
}

FindingValue finding(const Report& report, std::size_t index) {
    const Finding from = report.findings()[index];
    return {std::string(from.rule),        from.severity, std::string(from.message),   location(from), some(from.subject), some(from.fix),
            std::string(from.fingerprint), from.waived,   {std::string(from.bindings)}};
}

OutcomeValue own(const Outcome& from) {
    return {std::string(from.rule), from.kind,       some(from.subject), from.severity,  some(from.reason), {std::string(from.causes)},
            from.more_causes,       from.candidates, from.selected,      from.violating, from.undetermined, from.waived};
}

OutcomeValue outcome(const Report& report, std::size_t index) { return own(report.outcomes()[index]); }

py::tuple causes(const OutcomeValue& self) {
    py::list out;
    for (const py::handle one : from_json(self.causes.text)) {
        const auto at = [&](const char* key) { return py::reinterpret_borrow<py::dict>(one).attr("get")(key); };
        CauseValue cause;
        restore(at("cause"), cause.cause);
        restore(at("part"), cause.part);
        restore(at("file"), cause.file);
        restore(at("line"), cause.line);
        restore(at("pointer"), cause.pointer);
        out.append(py::cast(std::move(cause)));
    }
    return py::tuple(out);
}

// The first question places all findings in their texts, which takes time where there are many.
void place(const Report& report) {
    unlocked([&] {
        if (report.findings().size() != 0) static_cast<void>(report.findings()[0]);
    });
}

Findings findings(const Report& self) {
    place(self);
    return {self, finding, 0, 1, static_cast<Py_ssize_t>(self.findings().size())};
}

Outcomes outcomes(const Report& self) {
    place(self);
    return {self, outcome, 0, 1, static_cast<Py_ssize_t>(self.outcomes().size())};
}

OutcomeValue outcome_of(const Report& self, const py::object& rule, const py::object& subject) {
    const std::string id = read_text(rule, "rule");
    const auto about = read_optional_text(subject, "subject");
    std::optional<OutcomeValue> found;
    std::size_t count = 0;
    for (const Outcome& one : self.outcomes()) {
        if (one.rule != id || (about && one.subject != *about)) continue;
        if (++count == 1) found = own(one);
    }
    if (count > 1 && about) invalid("the outcome of " + id + " on " + *about + " is there more than once");
    if (count > 1) invalid("there are " + std::to_string(count) + " outcomes of " + id + ": say which subject");
    if (found) return std::move(*found);
    PyErr_SetObject(PyExc_KeyError, text("no outcome of " + id + (about ? " on " + *about : "")).ptr());
    throw py::error_already_set();
}

py::str render(const Report& self, Format format) {
    return text(unlocked([&] { return self.render(format); }));
}

std::string word(py::handle enumerator) { return std::string(py::str(enumerator)); }

std::string represented(const Report& self) {
    const std::size_t findings = self.findings().size();
    std::string out = "<Report: " + word(py::cast(self.verdict())) + "; " + std::to_string(findings);
    out += findings == 1 ? " finding" : " findings";
    static constexpr std::array order{OutcomeKind::fail,   OutcomeKind::unknown, OutcomeKind::skipped,
                                      OutcomeKind::waived, OutcomeKind::pass,    OutcomeKind::not_applicable};
    std::array<std::size_t, order.size()> counts{};
    for (const Outcome& one : self.outcomes())
        ++counts[static_cast<std::size_t>(std::find(order.begin(), order.end(), one.kind) - order.begin())];
    const char* between = "; ";
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (counts[i] == 0) continue;
        out += between + std::to_string(counts[i]) + " " + word(py::cast(order[i]));
        between = ", ";
    }
    return out + ">";
}

std::string shown(const LocationValue& self) {
    if (!self.file) return "";
    return *self.file + ":" + std::to_string(*self.line) + ":" + std::to_string(*self.column);
}

std::string shown(const FindingValue& self) {
    const std::string at = shown(self.location);
    return word(py::cast(self.severity)) + " " + self.rule + (at.empty() ? "" : " at " + at) + ": " + self.message;
}

std::string shown(const OutcomeValue& self) {
    return word(py::cast(self.kind)) + " " + self.rule + (self.subject ? " on " + *self.subject : "");
}

std::string shown(const CauseValue& self) {
    std::string out = self.cause;
    if (self.part) out += " " + *self.part;
    if (self.file) out += " at " + *self.file;
    if (self.line) out += ":" + std::to_string(*self.line);
    if (self.pointer) out += " " + *self.pointer;
    return out;
}

template <typename T>
void bind_texts(ValueClass<T>& bound, const char* name) {
    bound.def("__str__", [](const T& self) { return text(shown(self)); });
    bound.def("__repr__", [name](const T& self) { return text("<" + std::string(name) + " " + shown(self) + ">"); });
}

py::object html(const char* what, const py::object& self) { return py::module_::import("scantling._html").attr(what)(self); }

void bind_rows_of_reports(py::module_& module) {
    auto place = bind_value<LocationValue>(module, "Location", "Where in which document something stands.");
    bind_texts(place, "Location");
    auto cause = bind_value<CauseValue>(module, "Cause", "Why something could not be decided.");
    bind_texts(cause, "Cause");
    auto found = bind_value<FindingValue>(module, "Finding", "Something that a rule found.");
    bind_texts(found, "Finding");
    found.def("_repr_html_", [](const py::object& self) { return html("finding", self); });
    auto became = bind_value<OutcomeValue>(module, "Outcome", "What became of one rule on one subject.");
    bind_texts(became, "Outcome");
    became.def_property_readonly("causes", causes, "Why it is unknown or skipped, and where: a tuple of Cause.");
    bind_rows<Report, FindingValue>(module, "Findings", "A sequence of Finding, each made when it is asked for.");
    bind_rows<Report, OutcomeValue>(module, "Outcomes", "A sequence of Outcome, each made when it is asked for.");
}

void bind_cancel(py::module_& module) {
    py::classh<BoundCancel> bound(module, "Cancel", R"(A flag that stops the checks it was given to; it is never taken back.

A check runs without Python's lock, and Python's own signal handlers wait until it returns. To stop a long one with Ctrl-C, run it in
another thread and wait here:

    cancel = scantling.Cancel()
    with ThreadPoolExecutor() as pool:
        check = pool.submit(policies.check, facts, cancel=cancel)
        try:
            report = check.result()
        except KeyboardInterrupt:
            cancel.request()
            raise

What was stopped is not decided: the report says unknown.)",
                                  py::is_final(), py::module_local());
    bound.def(py::init<>());
    bound.def(
        "request",
        [](BoundCancel& self) {
            self.requested = true;
            self.flag.request();
        },
        R"(request($self, /)
--

Stops the checks, from any thread.)");
    bound.def_property_readonly(
        "requested", [](const BoundCancel& self) { return self.requested.load(); }, "Whether it was.");
    bound.def("__repr__", [](const BoundCancel& self) { return self.requested ? "<Cancel: requested>" : "<Cancel>"; });
}

void bind_report_texts(py::classh<Report>& bound) {
    bound.def(
        "render", [](const Report& self, const py::object& format) { return render(self, read_format(format)); },
        py::arg("format") = "text", R"(render($self, /, format="text")
--

The report as the command line prints it: "text", or "json" (scantling.report/1, canonical).)");
    bound.def(
        "to_dict", [](const Report& self) { return from_json(unlocked([&] { return self.render(Format::json); })); },
        R"(to_dict($self, /)
--

The JSON report as Python objects.)");
    bound.def(
        "to_pandas",
        [](const py::object& self, const py::object& of) { return py::module_::import("scantling._frames").attr("to_pandas")(self, of); },
        py::arg("of") = "findings", R"(to_pandas($self, /, of="findings")
--

A pandas.DataFrame with a row for each of "findings" or "outcomes". pandas is imported here, and nowhere before.)");
    bound.def("__str__", [](const Report& self) { return render(self, Format::text); });
    bound.def("__repr__", [](const Report& self) { return text(represented(self)); });
    bound.def("_repr_html_", [](const py::object& self) { return html("report", self); });
    bound.def("__bool__", [](const Report&) -> bool {
        throw py::type_error(
            "a report is neither true nor false, since there are three verdicts: compare report.verdict with scantling.Verdict.CLEAN");
    });
}

Report check(const BoundPolicies& self, const py::object& facts, const py::object& now, const py::object& environment,
             const py::object& deadline, const py::object& max_steps, const py::object& max_bytes, const py::object& max_findings,
             const py::object& cancel) {
    if (!py::isinstance<Facts>(facts)) wrong_type("facts", "what scantling.facts(…) gives", facts);
    CheckOptions options = CheckOptions::without_time();
    options.now = read_now(now);
    options.environment = read_optional_text(environment, "environment");
    options.deadline = read_deadline(deadline);
    options.max_steps = read_count(max_steps, "max_steps");
    options.max_bytes = read_count(max_bytes, "max_bytes");
    options.max_findings = read_count(max_findings, "max_findings");
    if (py::isinstance<BoundCancel>(cancel)) {
        options.cancel = cancel.cast<const BoundCancel&>().flag;
    } else if (!cancel.is_none()) {
        wrong_type("cancel", "a scantling.Cancel or None", cancel);
    }
    const auto& given = facts.cast<const Facts&>();
    return unlocked([&] { return self.policies.check(given, options); });
}

}  // namespace

void bind_report(py::module_& module) {
    bind_rows_of_reports(module);
    bind_cancel(module);
    py::classh<Report> bound(
        module, "Report",
        "What policies say of facts. Immutable: any number of threads may use one.\n\nA report is neither true nor false: "
        "compare `report.verdict` with a Verdict.",
        py::is_final(), py::module_local());
    bound.def_property_readonly("verdict", &Report::verdict, "A Verdict: CLEAN, CLOSED or UNDECIDED.");
    bound.def_property_readonly(
        "reasons",
        [](const Report& self) {
            py::list out;
            for (const std::string& one : self.reasons()) out.append(text(one));
            return py::tuple(out);
        },
        "Why the verdict is not CLEAN, one sentence each, the weightiest first: a tuple of str.");
    bound.def_property_readonly("findings", findings, "What rules found, ordered by rule, subject and input: a sequence of Finding.");
    bound.def_property_readonly("outcomes", outcomes, "What became of each rule on each subject: a sequence of Outcome.");
    bound.def("outcome", outcome_of, py::arg("rule"), py::arg("subject") = py::none(), R"(outcome($self, /, rule, subject=None)
--

What became of a rule; `subject` is needed where there is more than one. KeyError where the rule was not run.)");
    bound.def_property_readonly(
        "diagnostics", [](const Report& self) { return diagnostics(self.diagnostics()); },
        "Of the documents: warnings, and refusals that were noted. A tuple of Diagnostic.");
    bind_report_texts(bound);
    never_copied(bound);
    py::reinterpret_borrow<py::classh<BoundPolicies>>(py::type::of<BoundPolicies>())
        .def(
            "check", check, py::arg("facts"), py::kw_only(), py::arg("now") = py::none(), py::arg("environment") = py::none(),
            py::arg("deadline") = py::none(), py::arg("max_steps") = py::none(), py::arg("max_bytes") = py::none(),
            py::arg("max_findings") = py::none(), py::arg("cancel") = py::none(),
            R"(check($self, /, facts, *, now=None, environment=None, deadline=None, max_steps=None, max_bytes=None, max_findings=None, cancel=None)
--

Evaluates every selected rule on every subject.

>>> report = sc.compile().check(sc.facts(b"FROM scratch\n"))
>>> report.verdict
<Verdict.CLOSED: 1>

`now` is the time that rules see: None is the clock's, `scantling.NO_TIME` is unknown, and so is then what depends on it. `environment` is a word
that rules see, as "production". The limits stop a check; what they stop is not decided, so that the report says unknown: `deadline` is a
timedelta or seconds, `max_steps` counts steps of one rule on one subject, `max_bytes` is scratch memory, `cancel` stops it from elsewhere.
`max_findings` of one rule on one subject are rendered, the others counted.)");
}

}  // namespace scantling::python
