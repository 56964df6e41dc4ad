"""Documents in all their forms."""

import json
import pickle

import pytest

import scantling as sc
from conftest import DOCUMENTS, NOW, SERVICE


def as_json(facts):
    return facts.render("json")


def test_paths_bytes_and_dicts_are_the_same_document():
    path = SERVICE / "image.json"
    forms = [path, str(path), path.read_bytes(), bytearray(path.read_bytes()), memoryview(path.read_bytes()), json.loads(path.read_bytes())]
    first, *others = [sc.facts(sc.document(one, name="image.json")).to_dict() for one in forms[:-1]]
    assert all(one == first for one in others)
    # The identity of a configuration is the hash of its bytes, which a dict does not have.
    of_dict = sc.facts(sc.document(forms[-1], name="image.json")).to_dict()
    assert of_dict["subjects"][0]["image"]["config"] == first["subjects"][0]["image"]["config"]


@pytest.mark.parametrize("name", ["image.json", "bom.cdx.json", "trivy.json", "container.json"])
def test_a_dict_says_what_its_json_says(policies, name):
    content = json.loads((SERVICE / name).read_bytes())
    of_dict = sc.facts(sc.document(content, name=name))
    of_text = sc.facts(sc.document(json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode(), name=name))
    assert as_json(of_dict) == as_json(of_text)
    assert policies.check(of_dict, now=NOW).render("json") == policies.check(of_text, now=NOW).render("json")


def test_values_of_a_dict_are_written_as_json_does():
    label = "ä😀\"\\/\b\f\n\r\t\x00\x1f\x7f\u2028"
    rest = {"numbers": [0, -1, 2**63 - 1, 0.1, -0.0, 1e300, 5e-324, 1.0, True, False, None], "nested": {"": [[], {}, ({}, [1])]}}
    image = {"architecture": "amd64", "os": "linux", "config": {"Labels": {label: label}}, "rootfs": {"type": "layers", "diff_ids": []}}
    told = sc.facts({**image, "rest": rest}).to_dict()
    assert told["subjects"][0]["image"]["config"]["labels"] == {label: label}
    # The identity is the hash of the text: the very text that the json module writes.
    text = json.dumps({**image, "rest": rest}, separators=(",", ":"), ensure_ascii=False)
    for control in ("\b", "\f", "\n", "\r", "\t"):
        text = text.replace(json.dumps(control)[1:-1], f"\\u{ord(control):04x}")
    assert sc.facts({**image, "rest": rest}).subjects == sc.facts(text.encode()).subjects


def test_a_dict_that_json_cannot_say():
    loop: dict = {}
    loop["x"] = loop
    deep: list = []
    for _ in range(5000):
        deep = [deep]
    for wrong, error in [
        ({"x": float("inf")}, sc.InvalidArgument),
        (loop, sc.InvalidArgument),
        ({"x": deep}, sc.InvalidArgument),
        ({1: 2}, TypeError),
        ({"x": {1, 2}}, TypeError),
        ({"x": b"bytes"}, TypeError),
        ({"x": object()}, TypeError),
        ({"\ud800": 1}, sc.InputError),
    ]:
        with pytest.raises(error):
            sc.facts(wrong)


def test_the_service_is_one_subject(facts):
    assert len(facts.subjects) == 1
    assert facts.subjects[0] in repr(facts) and repr(facts).startswith("<Facts: 1 subject: ")
    assert facts.to_dict() == json.loads(facts.render("json"))
    assert str(facts) == facts.render() == facts.render("text")


def test_a_list_of_dicts_is_json_and_any_other_list_a_mistake():
    assert sc.facts(json.loads((SERVICE / "container.json").read_bytes())).subjects
    for wrong in ([], ["Dockerfile"], [DOCUMENTS[0]], (), [b"FROM scratch"]):
        with pytest.raises(TypeError, match="a document is"):
            sc.facts(wrong)


def test_a_subject_may_be_given_for_all_or_for_one():
    one = sc.document(b"FROM scratch\n", name="a", subject="first:1")
    facts = sc.facts(one, b"FROM scratch\n", subject="second:1")
    assert set(facts.subjects) == {"docker.io/library/first:1", "docker.io/library/second:1"}


def test_a_kind_may_be_demanded():
    assert sc.facts(sc.document(b"FROM scratch", kind="dockerfile")).subjects
    with pytest.raises(sc.InputError):
        sc.facts(sc.document(SERVICE / "image.json", kind="trivy"))
    with pytest.raises(sc.InvalidArgument, match="nonsense"):
        sc.facts(sc.document(b"FROM scratch", kind="nonsense"))


def test_an_ignore_file_may_be_given():
    text = b"FROM scratch\nCOPY . /\n"
    without = sc.facts(sc.document(text, name="Dockerfile"))
    with_one = sc.facts(sc.document(text, name="Dockerfile", ignore=b".git\n"))
    assert as_json(without) != as_json(with_one)


def test_a_document_that_is_refused(policies):
    wrong = b"{"
    with pytest.raises(sc.InputError) as caught:
        sc.facts(b"FROM scratch\n", sc.document(wrong, name="bad.json"))
    assert isinstance(caught.value, ValueError)
    assert caught.value.diagnostics[0].file == "bad.json"
    noted = sc.facts(sc.document(wrong, name="bad.json"), on_refused="note")
    assert [d.file for d in noted.diagnostics] == ["bad.json"]
    report = policies.check(noted, now=NOW)
    assert report.verdict is sc.Verdict.UNDECIDED
    assert [d.file for d in report.diagnostics] == ["bad.json"]
    assert "bad.json" in report._repr_html_()


def test_files_that_cannot_be_read(tmp_path):
    with pytest.raises(sc.IoError, match="nothing.json") as caught:
        sc.facts(tmp_path / "nothing.json")
    assert isinstance(caught.value, OSError) and isinstance(caught.value, sc.ScantlingError)
    assert caught.value.diagnostics == () or caught.value.diagnostics[0].message
    with pytest.raises(sc.IoError):
        sc.facts(tmp_path)


def test_a_document_that_is_too_large():
    with pytest.raises(sc.LimitError):
        sc.facts(b"FROM scratch\n" * 100, max_document_bytes=100)


def test_a_text_where_a_path_is_meant():
    with pytest.raises(sc.InvalidArgument, match="bytes"):
        sc.facts("FROM scratch\nUSER 1\n")
    with pytest.raises(sc.InvalidArgument, match="source"):
        sc.compile("package x\nrule y {}")


def test_no_documents_are_no_facts(policies):
    report = policies.check(sc.facts(), now=NOW)
    assert report.verdict is not sc.Verdict.CLEAN
    assert not [o for o in report.outcomes if o.kind is sc.OutcomeKind.PASS]


def test_representations(facts):
    assert repr(sc.document(DOCUMENTS[0])) == f"<Document {DOCUMENTS[0]}>"
    assert repr(sc.document(b"x", name="n", subject="s", kind="trivy")) == "<Document n of 1 bytes, trivy, about s>"
    assert facts.subjects[0] in facts._repr_html_()


def test_facts_of_policies_that_declare_their_own():
    declares = """package demo
record Team { key name: string }
facts org { teams: list<Team> }
rule r { title "t" severity low for t in org.teams forbid t.name == "x" }
"""
    policies = sc.compile(sc.source(declares), bare=True)
    facts = sc.facts(b"FROM scratch", policies=policies)
    for same in (policies, policies.select(), sc.load(policies.save()), pickle.loads(pickle.dumps(policies))):
        assert same.check(facts, now=NOW).outcomes[0].kind is sc.OutcomeKind.SKIPPED
    # Facts of the built-in model have no place for the answer: unknown, which is no pass.
    assert policies.check(sc.facts(b"FROM scratch"), now=NOW).outcomes[0].kind is sc.OutcomeKind.UNKNOWN
