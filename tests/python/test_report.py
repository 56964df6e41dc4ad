"""Reports: verdict, findings, outcomes, what is printed and shown."""

import json
import pickle
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

import pytest

import scantling as sc
from conftest import DOCUMENTS, NOW, ROOT


def test_the_command_line_prints_the_same_bytes(tool, policies):
    names = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
    said = subprocess.run([tool, "check", "--format", "json", "--now", "2026-11-24", *names], cwd=ROOT, capture_output=True)
    assert said.returncode == 1, said.stderr
    script = ROOT / "docs/examples/python/check.py"
    ours = subprocess.run([sys.executable, script, "--now", str(int(NOW.timestamp())), *names], cwd=ROOT, capture_output=True)
    assert ours.returncode == 1, ours.stderr
    assert ours.stdout == said.stdout
    text = subprocess.run([tool, "check", "--now", "2026-11-24", *map(str, DOCUMENTS)], capture_output=True, text=True).stdout
    assert policies.check(sc.facts(*DOCUMENTS), now=NOW).render("text") == text


def test_the_ten_lines(tmp_path):
    (tmp_path / "Dockerfile").write_text("FROM scratch\n")
    script = ROOT / "docs/examples/python/ten_lines.py"
    done = subprocess.run([sys.executable, script], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert "std.image.runs_as_non_root" in done.stdout
    assert script.read_text() in (ROOT / "README.md").read_text()


def test_the_verdict_is_neither_true_nor_false(report):
    assert report.verdict is sc.Verdict.CLOSED and report.verdict.value == 1
    assert str(report.verdict) == "closed" and repr(report.verdict) == "<Verdict.CLOSED: 1>"
    for one in (report, report.verdict):
        with pytest.raises(TypeError, match="Verdict.CLEAN"):
            bool(one)
    assert report.reasons and all(isinstance(reason, str) for reason in report.reasons)


def test_severities_are_ordered():
    s = sc.Severity
    assert s.INFO < s.LOW < s.MEDIUM < s.HIGH < s.CRITICAL < s.UNKNOWN
    assert max(s.LOW, s.CRITICAL) is s.CRITICAL and s.HIGH >= s.HIGH and not s.HIGH > s.HIGH
    with pytest.raises(TypeError):
        s.LOW < 3  # noqa: B015
    assert [str(one) for one in sorted(s)] == ["info", "low", "medium", "high", "critical", "unknown"]
    for word in (s.LOW, sc.Verdict.CLEAN, sc.OutcomeKind.NOT_APPLICABLE):
        assert pickle.loads(pickle.dumps(word)) is word


@pytest.mark.parametrize("which", ["findings", "outcomes"])
def test_rows_are_a_sequence(report, which):
    rows = getattr(report, which)
    assert isinstance(rows, Sequence)
    everything = list(rows)
    assert len(rows) == len(everything) > 5
    assert rows[0] == everything[0] and rows[-1] == everything[-1] and rows[True] == everything[1]
    for cut in (slice(None), slice(2, 5), slice(None, None, -1), slice(-3, None), slice(5, 2), slice(10**30), slice(1, None, 3)):
        assert list(rows[cut]) == everything[cut]
        assert list(rows[cut][::-2]) == everything[cut][::-2]
    assert type(rows[1:2]) is type(rows)
    assert rows.index(everything[3]) == 3 and rows.count(everything[0]) == 1 and everything[1] in rows
    assert list(reversed(rows)) == everything[::-1]
    for wrong in (len(rows), -len(rows) - 1, 10**30):
        with pytest.raises(IndexError):
            rows[wrong]
    for wrong in ("a", 1.0, None):
        with pytest.raises(TypeError):
            rows[wrong]
    match rows:
        case [first, *_]:
            assert first == everything[0]
        case _:
            pytest.fail("not a sequence pattern")
    assert repr(rows) == f"<{len(everything)} of {which.capitalize()}>"


def test_rows_say_what_the_json_says(report):
    told = report.to_dict()
    assert told == json.loads(report.render("json"))
    assert len(told["findings"]) == len(report.findings)
    for ours, theirs in zip(report.findings, told["findings"]):
        assert ours.rule == theirs["rule"] and ours.message == theirs["message"] and ours.fingerprint == theirs["fingerprint"]
        assert str(ours.severity) == theirs["severity"]
        place = theirs["location"]
        assert (ours.location.file, ours.location.line, ours.location.column) == (place["file"], place["line"], place["column"])
        assert ours.location.pointer == place.get("pointer")
        assert all(isinstance(name, str) and isinstance(value, str) for name, value in ours.bindings.items())


def test_a_finding(report):
    finding = next(one for one in report.findings if one.rule == "std.image.runs_as_non_root")
    assert finding.severity >= sc.Severity.HIGH and not finding.waived
    assert finding.location.file == str(DOCUMENTS[0]) or finding.location.file
    match finding:
        case sc.Finding(rule, severity, message, sc.Location(file=file, line=int(line))):
            assert (rule, severity, message, file, line) == (
                finding.rule, finding.severity, finding.message, finding.location.file, finding.location.line,
            )
        case _:
            pytest.fail("does not match")
    assert repr(finding) == f"<Finding {finding}>"
    assert str(finding) == f"{finding.severity} {finding.rule} at {finding.location}: {finding.message}"
    assert finding in set(report.findings)


def test_values_pickle_and_compare(report):
    values = [*report.findings, *report.outcomes, report.findings[0].location]
    values += [cause for outcome in report.outcomes for cause in outcome.causes]
    for value in values:
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value) and again is not value and repr(again) == repr(value)
    assert report.findings[0] != report.findings[1] and report.findings[0] != report.outcomes[0] and report.findings[0] != 1


def test_an_outcome(policies):
    report = policies.check(sc.facts(b"FROM registry.example.com/base:1\n"), now=NOW)
    outcome = report.outcome("std.image.runs_as_non_root")
    assert outcome.kind is sc.OutcomeKind.UNKNOWN and outcome.severity is sc.Severity.HIGH
    assert outcome.causes and outcome.causes[0].cause and isinstance(outcome.causes, tuple)
    assert "unknown std.image.runs_as_non_root" in repr(outcome)
    assert report.outcome("std.image.runs_as_non_root", outcome.subject) == outcome
    skipped = [one for one in report.outcomes if one.kind is sc.OutcomeKind.SKIPPED]
    assert skipped and all(one.causes for one in skipped)
    with pytest.raises(KeyError, match="std.nothing"):
        report.outcome("std.nothing")
    with pytest.raises(KeyError):
        report.outcome("std.image.runs_as_non_root", "another:1")


def test_an_outcome_of_several_subjects(policies):
    report = policies.check(sc.facts(sc.document(b"FROM scratch\n", subject="a:1"), sc.document(b"FROM scratch\n", subject="b:1")), now=NOW)
    with pytest.raises(sc.InvalidArgument, match="subject"):
        report.outcome("std.image.runs_as_non_root")
    assert report.outcome("std.image.runs_as_non_root", subject="docker.io/library/b:1").subject == "docker.io/library/b:1"
    assert "<th" in report._repr_html_() and "subject" in report._repr_html_()


def test_a_report_outlives_what_it_is_of():
    report = sc.compile().check(sc.facts(b"FROM scratch\n"), now=NOW)
    finding, findings = report.findings[0], report.findings
    text = finding.message
    del report
    assert finding.message == text and findings[0] == finding


def test_now(policies, facts):
    at = policies.check(facts, now=NOW).to_dict()["now"]
    assert at == "2026-11-24T00:00:00Z"
    east = datetime(2026, 11, 24, 5, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert policies.check(facts, now=east).to_dict()["now"] == at
    assert policies.check(facts, now=sc.NO_TIME).to_dict().get("now") is None
    before = datetime.now(timezone.utc) - timedelta(seconds=1)
    told = datetime.fromisoformat(policies.check(facts).to_dict()["now"].replace("Z", "+00:00"))
    assert before <= told <= datetime.now(timezone.utc)
    for early in (datetime(1, 1, 1, tzinfo=timezone.utc), datetime(1970, 1, 1, tzinfo=timezone.utc), datetime.max.replace(tzinfo=timezone.utc)):
        policies.check(facts, now=early)
    assert repr(sc.NO_TIME) == "scantling.NO_TIME" and pickle.loads(pickle.dumps(sc.NO_TIME)) is sc.NO_TIME
    with pytest.raises(sc.InvalidArgument, match="time zone"):
        policies.check(facts, now=datetime(2026, 11, 24))


def test_limits_make_unknowns_not_errors(policies, facts, report):
    cancel = sc.Cancel()
    assert not cancel.requested and repr(cancel) == "<Cancel>"
    cancel.request()
    assert cancel.requested and repr(cancel) == "<Cancel: requested>"
    for limits in ({"max_steps": 1}, {"deadline": 1e-9}, {"deadline": timedelta(microseconds=1)}, {"cancel": cancel}):
        stopped = policies.check(facts, now=NOW, **limits)
        assert stopped.verdict is not sc.Verdict.CLEAN
        assert any(o.kind is sc.OutcomeKind.UNKNOWN for o in stopped.outcomes), limits
    generous = policies.check(facts, now=NOW, deadline=3600, max_steps=10**12, max_bytes=2**40, max_findings=10**6, cancel=sc.Cancel())
    assert generous.render("json") == report.render("json")
    fewer = policies.check(facts, now=NOW, max_findings=1)
    assert len(fewer.findings) < len(report.findings)


def test_the_environment_is_seen():
    policy = 'package demo\nrule r { title "t" severity low forbid (environment ?? "") == "production" }\n'
    policies = sc.compile(sc.source(policy), bare=True)
    facts = sc.facts(b"FROM scratch\n")
    kinds = {env: policies.check(facts, environment=env).outcomes[0].kind for env in ("production", "test")}
    assert kinds == {"production": sc.OutcomeKind.FAIL, "test": sc.OutcomeKind.PASS}


def test_representations(report):
    assert repr(report).startswith(f"<Report: closed; {len(report.findings)} findings; ")
    assert str(report) == report.render("text") == report.render()
    html = report._repr_html_()
    assert "Verdict: " in html and "not decided" in html and html.count("<div>") == html.count("</div>") == 1
    for outcome in report.outcomes:
        if outcome.kind in (sc.OutcomeKind.UNKNOWN, sc.OutcomeKind.SKIPPED):
            assert outcome.rule in html
    assert report.findings[0].message.split("`")[0].split("<")[0].split('"')[0].split("'")[0] in html


def test_html_is_escaped(policies):
    script = "<script>alert('x')</script>"
    document = sc.document(
        f'FROM {script}:latest\nENV API_TOKEN="{script}"\nLABEL x="{script}"\nUSER "{script}"\nRUN curl {script} | sh\n'.encode(),
        name=f"{script}.Dockerfile", subject=f"{script}&amp;", kind="dockerfile",
    )
    facts = sc.facts(document, sc.document(f"{{{script}".encode(), name=script), on_refused="note")
    report = policies.check(facts, now=NOW)
    rule = USER_TITLE.format(script)
    pages = [report._repr_html_(), facts._repr_html_(), sc.compile(sc.source(rule), bare=True)._repr_html_()]
    pages += [finding._repr_html_() for finding in report.findings]
    assert len(pages) > 4
    for page in pages:
        assert "<script" not in page
    assert any("&lt;script&gt;" in page for page in pages)


USER_TITLE = 'package demo\nrule r {{ title "{}" severity low forbid (environment ?? "") == "x" }}\n'


def test_to_pandas(report):
    pandas = pytest.importorskip("pandas")
    frame = report.to_pandas()
    assert isinstance(frame, pandas.DataFrame) and len(frame) == len(report.findings)
    assert list(frame["rule"]) == [f.rule for f in report.findings]
    assert frame["severity"].max() == str(max(f.severity for f in report.findings))
    outcomes = report.to_pandas(of="outcomes")
    assert len(outcomes) == len(report.outcomes) and set(outcomes["kind"]) == {str(o.kind) for o in report.outcomes}
    clean = sc.compile(sc.source(USER_TITLE.format("t")), bare=True).check(sc.facts(), now=NOW)
    assert not clean.findings
    assert list(clean.to_pandas().columns) == list(frame.columns)


def test_pages_of_the_library():
    assert sc.explain("E0203").startswith("E0203")
    with pytest.raises(sc.InvalidArgument, match="E9999"):
        sc.explain("E9999")
    assert json.loads(sc.schema("json"))["$schema"]
    assert "record " in sc.schema() and sc.schema() == sc.schema("text")
    assert sc.__version__.count(".") == 2
