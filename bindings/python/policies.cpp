// Policies: compiling, bundles, selecting, rules. The lock is released around everything that takes time.
#include "bindings/python/policies.h"

#include "bindings/python/arguments.h"
#include "bindings/python/errors.h"

namespace scantling::python {

namespace {

struct BoundSource {
    std::string text;
    std::string name;
};

struct RuleValue {
    std::string id;
    std::string title;
    Severity severity = Severity::unknown;
    std::optional<std::string> practice;
    std::optional<std::string> why;
    std::optional<std::string> fix;
    Json refs;

    bool operator==(const RuleValue&) const = default;
    static constexpr auto fields = std::make_tuple(
        Field{"id", &RuleValue::id, "`package.rule`."}, Field{"title", &RuleValue::title, "One line."},
        Field{"severity", &RuleValue::severity, "UNKNOWN: it depends on what is found."},
        Field{"practice", &RuleValue::practice, "minimal, pipeline, runtime, dependencies, supply_chain; None: the rule names none."},
        Field{"why", &RuleValue::why, "What is at stake."},
        Field{"fix", &RuleValue::fix, "What to do; None: no advice, or one that depends on what is found (see the finding's)."},
        Field{"refs", &RuleValue::refs, "Where else it is written: {\"cis\": [\"4.1\"], …}."});
};

RuleValue own(const Rule& from) {
    return {std::string(from.id), std::string(from.title), from.severity,           some(from.practice),
            some(from.why),       some(from.fix),          {std::string(from.refs)}};
}

// Rules by id. The library sorts them.
struct Rules {
    Policies policies;

    [[nodiscard]] std::optional<RuleValue> find(std::string_view id) const {
        const auto all = policies.rules();
        std::size_t first = 0;
        std::size_t last = all.size();
        while (first < last) {
            const std::size_t middle = first + (last - first) / 2;
            const Rule rule = all[middle];
            if (rule.id == id) return own(rule);
            (rule.id < id ? first : last) = rule.id < id ? middle + 1 : middle;
        }
        return std::nullopt;
    }
};

Source read_source(py::handle given) {
    if (py::isinstance<BoundSource>(given)) {
        const auto& source = given.cast<const BoundSource&>();
        return Source::of(source.text, source.name);
    }
    if (is_path(given)) return {{}, {}, read_path(given, "scantling.source(text) is a policy's text")};
    wrong_type("a policy", "a path or scantling.source(text)", given);
}

BoundPolicies compile(const py::args& given, const py::object& bare, const py::object& profile, const py::object& params) {
    std::vector<Source> sources;
    for (const py::handle one : given) sources.push_back(read_source(one));
    Policies::Options options;
    options.bare = read_flag(bare, "bare");
    options.selection = read_selection(profile, params);
    return unlocked([&] { return BoundPolicies{Policies::compile(sources, options), options.selection}; });
}

BoundPolicies load_bytes(const std::string& bundle, Selection selection) {
    return unlocked([&] { return BoundPolicies{Policies::load(bundle, selection), std::move(selection)}; });
}

BoundPolicies load(const py::object& bundle, const py::object& profile, const py::object& params) {
    Selection selection = read_selection(profile, params);
    if (is_bytes(bundle)) return load_bytes(read_bytes(bundle), std::move(selection));
    if (!is_path(bundle)) wrong_type("a bundle", "bytes or a path", bundle);
    const py::object file = py::module_::import("scantling._files").attr("read")(bundle);
    return load_bytes(read_bytes(file), std::move(selection));
}

BoundPolicies select(const BoundPolicies& self, const py::object& profile, const py::object& params) {
    Selection selection = read_selection(profile, params);
    return unlocked([&] { return BoundPolicies{self.policies.select(selection), selection}; });
}

py::bytes save(const BoundPolicies& self) {
    return py::bytes(unlocked([&] { return self.policies.save(); }));
}

py::tuple pickled(const BoundPolicies& self) {
    py::list parameters;
    for (const auto& [name, value] : self.selection.parameters) parameters.append(py::make_tuple(text(name), text(value)));
    return py::make_tuple(save(self), text(self.selection.profile), py::tuple(parameters));
}

BoundPolicies unpickled(const py::tuple& state) {
    if (state.size() != 3) throw py::value_error("this was pickled by another version of scantling");
    Selection selection;
    selection.profile = state[1].cast<std::string>();
    for (const py::handle one : state[2].cast<py::tuple>()) selection.parameters.push_back(one.cast<std::pair<std::string, std::string>>());
    return load_bytes(read_bytes(state[0]), std::move(selection));
}

std::string represented(const BoundPolicies& self) {
    const std::size_t count = self.policies.rules().size();
    std::string out = "<Policies: " + std::to_string(count) + (count == 1 ? " rule" : " rules");
    if (const std::string profile = self.policies.profile(); !profile.empty()) out += " of " + profile;
    for (const auto& [name, value] : self.selection.parameters) out += ", " + name + " = " + value;
    return out + ">";
}

void bind_source(py::module_& module) {
    py::classh<BoundSource> bound(module, "Source", "A policy's text and name: what `scantling.source` gives.", py::is_final(),
                                  py::module_local());
    bound.def_property_readonly(
        "text", [](const BoundSource& self) { return text(self.text); }, "The policy.");
    bound.def_property_readonly(
        "name", [](const BoundSource& self) { return text(self.name); }, "What diagnostics call it.");
    bound.def("__repr__", [](const BoundSource& self) { return text("<Source " + self.name + ">"); });
    never_copied(bound);
    module.def(
        "source",
        [](const py::object& given, const py::object& name) {
            if (!PyUnicode_Check(given.ptr()) && !is_bytes(given)) wrong_type("a policy's text", "a str or bytes", given);
            return BoundSource{PyUnicode_Check(given.ptr()) ? read_text(given) : read_bytes(given),
                               read_optional_text(name, "name").value_or("policy.scant")};
        },
        py::arg("text"), py::kw_only(), py::arg("name") = py::none(), R"(source(text, *, name=None)
--

A policy as text, where a path is meant otherwise.

>>> sc.source("package demo\n", name="demo.scant")
<Source demo.scant>)");
}

void bind_rules(py::module_& module) {
    auto rule = bind_value<RuleValue>(module, "Rule", "A rule of the selection.");
    rule.def("__str__", [](const RuleValue& self) { return text(self.id); });
    rule.def("__repr__", [](const RuleValue& self) {
        return text("<Rule " + self.id + ", " + std::string(py::str(py::cast(self.severity))) + ": " + self.title + ">");
    });
    py::classh<Rules> rules(module, "Rules", "The rules of a selection: a mapping, by id, in order of ids.", py::is_final(),
                            py::module_local());
    rules.def("__len__", [](const Rules& self) { return self.policies.rules().size(); });
    rules.def("__getitem__", [](const Rules& self, const py::object& id) {
        auto found = PyUnicode_Check(id.ptr()) ? self.find(read_text(id)) : std::nullopt;
        if (found) return std::move(*found);
        PyErr_SetObject(PyExc_KeyError, id.ptr());
        throw py::error_already_set();
    });
    rules.def("__contains__",
              [](const Rules& self, const py::object& id) { return PyUnicode_Check(id.ptr()) && self.find(read_text(id)).has_value(); });
    rules.def("__iter__", [](const Rules& self) {
        py::list ids;
        for (const Rule& one : self.policies.rules()) ids.append(text(one.id));
        return py::iter(ids);
    });
    rules.def("__repr__", [](const Rules& self) { return "<Rules: " + std::to_string(self.policies.rules().size()) + ">"; });
    never_copied(rules);
    const py::object mapping = py::module_::import("collections.abc").attr("Mapping");
    for (const char* mixed_in : {"keys", "values", "items", "get"}) rules.attr(mixed_in) = mapping.attr(mixed_in);
    mapping.attr("register")(rules);
}

void bind_functions(py::module_& module) {
    module.def("compile", compile, py::arg("bare") = false, py::arg("profile") = py::none(), py::arg("params") = py::none(),
               R"(compile(*policies, bare=False, profile=None, params=None)
--

Compiles policies: paths of files or folders, and texts by `scantling.source`, together with the standard library unless `bare`.

>>> policies = sc.compile()
>>> policies.profile
'std.baseline'

`profile` is a profile's full name; `params` gives parameters by full name, as JSON would say them, and dates and timedeltas as such:

>>> sc.compile(params={"std.packages.longest_scan_age": timedelta(days=7)}).profile
'std.baseline'

A mistake in a policy is a PolicyError, with all diagnostics at once:

>>> try:
...     sc.compile(sc.source('package demo rule r { title "r" severity low forbid image.config.lables is present }'))
... except sc.PolicyError as error:
...     print(error.diagnostics[0].code, error.diagnostics[0].line, error.diagnostics[0].help.split("?")[0])
E0203 1 did you mean `labels`)");
    module.def("load", load, py::arg("bundle"), py::kw_only(), py::arg("profile") = py::none(), py::arg("params") = py::none(),
               R"(load(bundle, *, profile=None, params=None)
--

Policies from a bundle, which `Policies.save` or `scantling compile` made: bytes, or the path of a file. Nothing is compiled, and bytes of an enemy
are refused, not trusted.

>>> sc.load(sc.compile().save()).profile
'std.baseline')");
}

}  // namespace

void bind_policies(py::module_& module) {
    bind_source(module);
    bind_rules(module);
    py::classh<BoundPolicies> bound(
        module, "Policies", "Rules, linked under one profile and parameters. Immutable: any number of threads may use one, and it pickles.",
        py::is_final(), py::module_local());
    bound.def_property_readonly(
        "rules", [](const BoundPolicies& self) { return Rules{self.policies}; },
        R"(The rules that the selection runs: a mapping by id.

>>> sc.compile().rules["std.image.runs_as_non_root"].severity
<Severity.HIGH: 4>)");
    bound.def_property_readonly(
        "profile",
        [](const BoundPolicies& self) {
            const std::string name = self.policies.profile();
            return name.empty() ? py::object(py::none()) : py::object(text(name));
        },
        "Full name of the selected profile; None where every rule was taken.");
    bound.def_property_readonly(
        "diagnostics", [](const BoundPolicies& self) { return diagnostics(self.policies.warnings()); },
        "What compiling or selecting had to say, though it succeeded: a tuple of Diagnostic.");
    bound.def("select", select, py::kw_only(), py::arg("profile") = py::none(), py::arg("params") = py::none(),
              R"(select($self, /, *, profile=None, params=None)
--

The same units under another profile or with other parameters: links, and never compiles. What was selected before is not inherited.

>>> sc.compile().select(profile="std.everything").profile
'std.everything')");
    bound.def("save", save, R"(save($self, /)
--

A bundle of all compiled units, as bytes for `scantling.load`; not the selection. Equal units make equal bytes.)");
    bound.def(
        "render",
        [](const BoundPolicies& self, const py::object& format) {
            const Format wanted = read_format(format);
            return text(unlocked([&] { return self.policies.render(wanted); }));
        },
        py::arg("format") = "text", R"(render($self, /, format="text")
--

Every rule, selected or not, as `scantling rules` prints it: "text" or "json".)");
    bound.def("__repr__", [](const BoundPolicies& self) { return text(represented(self)); });
    bound.def("_repr_html_", [](const py::object& self) { return py::module_::import("scantling._html").attr("policies")(self); });
    bound.def(py::pickle(&pickled, &unpickled));
    never_copied(bound);
    bind_functions(module);
}

}  // namespace scantling::python
