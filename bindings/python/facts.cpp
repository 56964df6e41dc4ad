// Facts: documents in, a model out. A dict is written as JSON here, with the lock held; reading then goes on without it.
#include "bindings/python/arguments.h"
#include "bindings/python/errors.h"
#include "bindings/python/json.h"
#include "bindings/python/policies.h"

namespace scantling::python {

namespace {

struct BoundDocument {
    Document document;
};

// What `docker inspect` prints. Any other list is documents that somebody forgot to unpack.
bool is_list_of_dicts(py::handle given) {
    if (!PyList_Check(given.ptr()) || PyList_GET_SIZE(given.ptr()) == 0) return false;
    const auto first = py::reinterpret_borrow<py::object>(PyList_GET_ITEM(given.ptr(), 0));
    return PyDict_Check(first.ptr());
}

Document read_content(py::handle given) {
    if (py::isinstance<BoundDocument>(given)) return given.cast<const BoundDocument&>().document;
    Document out;
    if (is_bytes(given)) {
        out.bytes = read_bytes(given);
    } else if (PyDict_Check(given.ptr()) || is_list_of_dicts(given)) {
        out.bytes = to_json(given);
    } else if (is_path(given)) {
        out.path = read_path(given, "a document's text is given as bytes, text.encode()");
    } else {
        wrong_type("a document", "a path, bytes, a dict (or a list of dicts: JSON) or scantling.document(…)", given);
    }
    return out;
}

BoundDocument make_document(const py::object& content, const py::object& name, const py::object& subject, const py::object& kind,
                            const py::object& ignore) {
    BoundDocument out{read_content(content)};
    if (auto given = read_optional_text(name, "name")) out.document.name = std::move(*given);
    if (auto given = read_optional_text(subject, "subject")) out.document.subject = std::move(*given);
    if (auto given = read_optional_text(kind, "kind")) out.document.kind = std::move(*given);
    if (is_bytes(ignore)) {
        out.document.ignore_bytes = read_bytes(ignore);
    } else if (!ignore.is_none()) {
        wrong_type("ignore", "bytes or None", ignore);
    }
    return out;
}

bool read_note_refused(const py::object& given) {
    const std::string word = read_text(given, "on_refused");
    if (word != "raise" && word != "note") invalid("on_refused is \"raise\" or \"note\", not \"" + word + "\"");
    return word == "note";
}

Facts read(const py::args& given, const py::object& subject, const py::object& policies, const py::object& on_refused,
           const py::object& max_document_bytes) {
    const std::string about = read_optional_text(subject, "subject").value_or("");
    std::vector<Document> documents;
    for (const py::handle one : given) {
        documents.push_back(read_content(one));
        if (documents.back().subject.empty()) documents.back().subject = about;
    }
    Facts::Options options;
    options.note_refused = read_note_refused(on_refused);
    options.max_document_bytes = read_count(max_document_bytes, "max_document_bytes");
    std::optional<Policies> held;
    if (py::isinstance<BoundPolicies>(policies)) {
        held = policies.cast<const BoundPolicies&>().policies;
        options.policies = &*held;
    } else if (!policies.is_none()) {
        wrong_type("policies", "a Policies or None", policies);
    }
    return unlocked([&] { return Facts::read(documents, options); });
}

py::str render(const Facts& self, Format format) {
    return text(unlocked([&] { return self.render(format); }));
}

py::tuple subjects(const Facts& self) {
    const std::vector<std::string> names = self.subjects();
    py::tuple out(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) out[i] = text(names[i]);
    return out;
}

std::string represented(const Facts& self) {
    const std::vector<std::string> names = self.subjects();
    std::string out = "<Facts: " + std::to_string(names.size()) + (names.size() == 1 ? " subject" : " subjects");
    for (std::size_t i = 0; i < names.size() && i < 3; ++i) out += (i == 0 ? ": " : ", ") + names[i];
    return out + (names.size() > 3 ? ", …>" : ">");
}

std::string represented(const BoundDocument& self) {
    const Document& document = self.document;
    std::string out = "<Document";
    if (!document.name.empty()) {
        out += " " + document.name;
    } else if (!document.path.empty()) {
        out += " " + document.path;
    }
    if (document.path.empty()) out += " of " + std::to_string(document.bytes.size()) + " bytes";
    if (!document.kind.empty()) out += ", " + document.kind;
    if (!document.subject.empty()) out += ", about " + document.subject;
    return out + ">";
}

void bind_document(py::module_& module) {
    py::classh<BoundDocument> bound(module, "Document", "A document, and what its caller knows of it: what `scantling.document` gives.",
                                    py::is_final(), py::module_local());
    bound.def("__repr__", [](const BoundDocument& self) { return text(represented(self)); });
    never_copied(bound);
    module.def("document", make_document, py::arg("content"), py::kw_only(), py::arg("name") = py::none(), py::arg("subject") = py::none(),
               py::arg("kind") = py::none(), py::arg("ignore") = py::none(),
               R"(document(content, *, name=None, subject=None, kind=None, ignore=None)
--

A document with what its caller knows of it, for `scantling.facts`. `content` is a path, bytes, or JSON as a dict or list of dicts; `name` is what reports call it;
`subject` what it is about, whatever it says itself; `kind` what it has to be (dockerfile, image-configuration, image-inspect,
container-inspect, cyclonedx, trivy); `ignore` the bytes of a Dockerfile's ignore file, where the Dockerfile is bytes too.

>>> sc.document(b"FROM scratch\n", name="Dockerfile", kind="dockerfile")
<Document Dockerfile of 13 bytes, dockerfile>)");
}

}  // namespace

void bind_facts(py::module_& module) {
    bind_document(module);
    py::classh<Facts> bound(module, "Facts", "What documents say. Immutable: any number of threads may use one.", py::is_final(),
                            py::module_local());
    bound.def_property_readonly("subjects", subjects, "The names of the images, builds and containers that the documents are about.");
    bound.def_property_readonly(
        "diagnostics", [](const Facts& self) { return diagnostics(self.warnings()); },
        "What reading had to say, though it succeeded: a tuple of Diagnostic.");
    bound.def(
        "render", [](const Facts& self, const py::object& format) { return render(self, read_format(format)); }, py::arg("format") = "text",
        R"(render($self, /, format="text")
--

The model, as `scantling facts` prints it, secrets masked: "text" or "json".)");
    bound.def(
        "to_dict", [](const Facts& self) { return from_json(unlocked([&] { return self.render(Format::json); })); },
        R"(to_dict($self, /)
--

The model as Python objects; `scantling.schema("json")` describes them.)");
    bound.def("__str__", [](const Facts& self) { return render(self, Format::text); });
    bound.def("__repr__", [](const Facts& self) { return text(represented(self)); });
    bound.def("_repr_html_", [](const py::object& self) { return py::module_::import("scantling._html").attr("facts")(self); });
    never_copied(bound);
    module.def("facts", read, py::arg("subject") = py::none(), py::arg("policies") = py::none(), py::arg("on_refused") = "raise",
               py::arg("max_document_bytes") = py::none(),
               R"(facts(*documents, subject=None, policies=None, on_refused="raise", max_document_bytes=None)
--

Reads documents, each recognised by its content: a path (str or os.PathLike), bytes, JSON as a dict or list of dicts, or
`scantling.document(…)`.

>>> facts = sc.facts(b"FROM scratch\nUSER 65532\n", subject="registry.example.com/app:1")
>>> facts.subjects
('registry.example.com/app:1',)

`policies` are needed where those declare facts of their own. A document that is refused raises InputError; with `on_refused="note"` it is
taken note of instead, and no verdict is then better than UNDECIDED.)");
}

}  // namespace scantling::python
