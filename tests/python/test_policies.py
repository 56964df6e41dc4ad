"""Compiling, selecting, rules, bundles and pickles."""

import copy
import pickle
import textwrap
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

import pytest

import scantling as sc
from conftest import NOW, USER_RULE

DECLARES = """package demo
param word: string = "a"
param long: duration = 1d
param since: time = 2020-01-01
param words: list<string> = []
param number: int = 1
param really: bool = false
rule r {
    title "t"
    severity low
    forbid really and number > 0
}
profile p { include demo }
"""


def test_the_standard_library_is_there_unless_bare(policies):
    assert policies.profile == "std.baseline"
    assert len(policies.rules) > 20
    with pytest.raises(sc.PolicyError):
        sc.compile(sc.source("package demo\nprofile p { include std.image }\n"), bare=True)


def test_sources_are_paths_folders_and_texts(tmp_path):
    path = tmp_path / "acme.scant"
    path.write_text(USER_RULE)
    for given in (path, str(path), tmp_path, sc.source(USER_RULE), sc.source(USER_RULE.encode(), name="x.scant")):
        assert list(sc.compile(given, bare=True).rules) == ["acme.images.runs_as_nobody"]


def test_rules_are_a_mapping(policies):
    rules = policies.rules
    assert isinstance(rules, Mapping)
    assert list(rules) == sorted(rules) == list(rules.keys())
    assert len(rules) == len(list(rules.values())) == len(dict(rules.items()))
    rule = rules["std.image.runs_as_non_root"]
    assert rule.id in rules and "std.image.nothing" not in rules and 3 not in rules
    assert rules.get("nothing") is None
    with pytest.raises(KeyError):
        rules["nothing"]
    assert all(rules[id].id == id for id in rules)
    assert rule.severity is sc.Severity.HIGH and rule.practice == "runtime"
    assert "USER" in rule.fix and rule.title and rule.why
    assert isinstance(rule.refs, dict) and all(isinstance(v, list) for v in rule.refs.values())
    assert "std.image.runs_as_non_root" in repr(rule) and str(rule) == rule.id
    match rule:
        case sc.Rule(id, title, sc.Severity.HIGH):
            assert id == rule.id and title == rule.title
        case _:
            pytest.fail("does not match")


def test_a_selection_is_of_the_same_units(policies):
    everything = policies.select(profile="std.everything")
    assert everything.profile == "std.everything" and len(everything.rules) > len(policies.rules)
    assert policies.profile == "std.baseline"
    with pytest.raises(sc.PolicyError) as caught:
        policies.select(profile="std.basline")
    assert caught.value.diagnostics and "std.baseline" in str(caught.value)


@pytest.mark.parametrize(
    "name, value",
    [
        ("word", "ä\n\"\\\x00\x1f"),
        ("long", "30d"),
        ("long", timedelta(days=2, seconds=3)),
        ("since", date(2026, 1, 2)),
        ("since", NOW),
        ("since", datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))),
        ("words", ["a", "b"]),
        ("words", ("a",)),
        ("number", 2**62),
        ("really", True),
    ],
)
def test_parameters_are_what_json_says(name, value):
    sc.compile(sc.source(DECLARES), bare=True, params={f"demo.{name}": value})


@pytest.mark.parametrize(
    "params, error",
    [
        ({"demo.nothing": 1}, sc.PolicyError),
        ({"demo.word": 1}, sc.PolicyError),
        ({"demo.word": None}, sc.PolicyError),
        ({"demo.number": 2**70}, sc.PolicyError),
        ({"demo.number": float("nan")}, sc.InvalidArgument),
        ({"demo.long": timedelta(microseconds=1)}, sc.InvalidArgument),
        ({"demo.long": timedelta(days=-1)}, sc.InvalidArgument),
        ({"demo.since": datetime(2026, 1, 1)}, sc.InvalidArgument),
        ({"demo.word": object()}, TypeError),
        ({"demo.words": {1: 2}}, TypeError),
        ({1: 2}, TypeError),
        ([("demo.word", "b")], TypeError),
    ],
)
def test_wrong_parameters(params, error):
    with pytest.raises(error):
        sc.compile(sc.source(DECLARES), bare=True, params=params)


def test_a_bundle_gives_the_same_report(policies, facts, report):
    bundle = policies.save()
    assert isinstance(bundle, bytes) and bundle == policies.save()
    for given in (bundle, bytearray(bundle), memoryview(bundle)):
        assert sc.load(given).check(facts, now=NOW).render("json") == report.render("json")
    assert sc.load(bundle, profile="std.everything").profile == "std.everything"


def test_a_bundle_is_also_a_file(policies, tmp_path):
    path = tmp_path / "policies.bundle"
    path.write_bytes(policies.save())
    assert sc.load(path).rules.keys() == sc.load(str(path)).rules.keys() == policies.rules.keys()
    with pytest.raises(sc.IoError, match="nothing.bundle"):
        sc.load(tmp_path / "nothing.bundle")


@pytest.mark.parametrize("bundle", [b"", b"x", b"\x00" * 1000])
def test_what_is_no_bundle_is_refused(bundle):
    with pytest.raises((sc.PolicyError, sc.IncompatibleError)):
        sc.load(bundle)


def test_a_damaged_bundle_is_refused(policies):
    bundle = policies.save()
    for at in range(0, len(bundle), len(bundle) // 50):
        with pytest.raises((sc.PolicyError, sc.IncompatibleError)):
            sc.load(bundle[:at])
        with pytest.raises((sc.PolicyError, sc.IncompatibleError)):
            sc.load(bundle[:at] + bytes([bundle[at] ^ 0x55]) + bundle[at + 1 :])


def test_policies_pickle_with_their_selection(facts):
    source = sc.source(DECLARES)
    for policies in (
        sc.compile(source, bare=True),
        sc.compile(source, profile="demo.p", params={"demo.words": ["x"]}),
        sc.compile().select(profile="std.everything"),
    ):
        again = pickle.loads(pickle.dumps(policies))
        assert again.profile == policies.profile and list(again.rules.values()) == list(policies.rules.values())
        assert again.check(facts, now=NOW).render("json") == policies.check(facts, now=NOW).render("json")
        assert repr(again) == repr(policies)


def test_what_is_immutable_is_its_own_copy(policies, facts, report):
    for one in (policies, facts, report, policies.rules["std.image.runs_as_non_root"], report.findings, report.findings[0], sc.NO_TIME):
        assert copy.copy(one) is one and copy.deepcopy(one) is one
    for one in (facts, report):
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(one)


def test_nothing_can_be_set(policies, facts, report):
    for one in (policies, facts, report, report.findings[0], report.outcomes[0], policies.rules["std.image.runs_as_non_root"]):
        for name in ("rules", "message", "verdict", "anything"):
            with pytest.raises(AttributeError):
                setattr(one, name, 1)
    with pytest.raises(TypeError):
        type("Mine", (sc.Report,), {})
    for cls in (sc.Policies, sc.Facts, sc.Report, sc.Finding, sc.Rule, sc.Diagnostic, sc.Document, sc.Source):
        with pytest.raises(TypeError):
            cls()


def test_representations(policies):
    assert repr(policies) == f"<Policies: {len(policies.rules)} rules of std.baseline>"
    assert repr(policies.rules) == f"<Rules: {len(policies.rules)}>"
    assert "std.image.runs_as_non_root" in policies.render()
    assert policies.render("json").startswith("{")
    html = policies._repr_html_()
    assert "std.image.runs_as_non_root" in html and html.count("<tr>") == min(len(policies.rules), 200) + 1


def test_all_mistakes_are_told_at_once():
    text = textwrap.dedent("""\
        package demo
        rule a { title "a" severity low forbid image.config.lables is present }
        rule b { title "b" severity low forbid image.config.usr is present }
        """)
    with pytest.raises(sc.PolicyError) as caught:
        sc.compile(sc.source(text, name="demo.scant"))
    assert isinstance(caught.value, ValueError)
    found = [(d.code, d.file, d.line) for d in caught.value.diagnostics if d.is_error]
    assert found == [("E0203", "demo.scant", 2), ("E0203", "demo.scant", 3)]
    assert "^^^^^^" in str(caught.value) and not str(caught.value).endswith("\n")
