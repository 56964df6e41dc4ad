"""Every argument of every function is given every kind of wrong thing: what is said is a TypeError or a ScantlingError, and nothing breaks."""

import collections
import datetime
import pathlib

import pytest

import scantling as sc


class Hostile:
    """An object whose every protocol raises."""

    def _no(self, *_, **__):
        raise RuntimeError("hostile")

    __bool__ = __len__ = __iter__ = __index__ = __float__ = __int__ = __fspath__ = __buffer__ = __getitem__ = __call__ = _no
    __str__ = __repr__ = lambda self: "<hostile>"


class Path:
    def __init__(self, given):
        self.given = given

    def __fspath__(self):
        return self.given


THINGS = {
    "None": None,
    "True": True,
    "zero": 0,
    "minus one": -1,
    "one": 1,
    "2**63": 2**63,
    "2**64": 2**64,
    "10**400": 10**400,
    "float": 1.5,
    "nan": float("nan"),
    "inf": float("inf"),
    "minus": -0.5,
    "complex": 1j,
    "empty": "",
    "text": "text",
    "lines": "a\nb",
    "nul": "a\0b",
    "surrogate": "\ud800",
    "long": "x" * 100_000,
    "no bytes": b"",
    "bytes": b"\xff\xfe\x00",
    "strided": memoryview(b"abcdef")[::2],
    "list": [],
    "list of texts": ["text"],
    "tuple": (),
    "dict": {},
    "dict of numbers": {1: 2},
    "set": set(),
    "object": object(),
    "class": pathlib.Path,
    "function": len,
    "ellipsis": ...,
    "path": pathlib.Path("/nonexistent/file"),
    "path of nothing": Path(None),
    "path of bytes": Path(b"\xff/nonexistent"),
    "path of nul": Path("a\0b"),
    "path of numbers": Path(3),
    "naive": datetime.datetime(2026, 1, 1),
    "date": datetime.date(2026, 1, 1),
    "aware": datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    "no time": sc.NO_TIME,
    "no time at all": datetime.timedelta(0),
    "long time": datetime.timedelta.max,
    "back": datetime.timedelta(-1),
    "ordered": collections.OrderedDict(),
    "user dict": collections.UserDict(),
    "hostile": Hostile(),
    "cancel": sc.Cancel(),
}

PATHS = {"path"}
CALLS = {
    # What is called with the thing, and the things that are right there.
    "compile": (lambda x: sc.compile(x), set()),
    "compile bare": (lambda x: sc.compile(OWN, bare=x), {"True"}),
    "compile profile": (lambda x: sc.compile(profile=x), {"None"}),
    "compile params": (lambda x: sc.compile(params=x), {"None", "dict", "ordered"}),
    "compile param": (lambda x: sc.compile(params={"std.packages.allowed_licences": x}), {"list", "list of texts", "tuple"}),
    "load": (lambda x: sc.load(x), set()),
    "load profile": (lambda x: sc.load(BUNDLE, profile=x), {"None"}),
    "load params": (lambda x: sc.load(BUNDLE, params=x), {"None", "dict", "ordered"}),
    "source": (lambda x: sc.source(x), {"empty", "text", "lines", "nul", "surrogate", "long", "no bytes", "bytes"}),
    "source name": (lambda x: sc.source("", name=x), {"None", "text", "lines", "nul", "surrogate", "long"}),
    "document": (lambda x: sc.document(x), {"text", "long", "no bytes", "bytes", "dict", "path", "path of bytes", "ordered"}),
    "document name": (lambda x: sc.facts(sc.document(b"FROM scratch", name=x)), {"None", "text", "lines"}),
    "document subject": (lambda x: sc.facts(sc.document(b"FROM scratch", subject=x)), {"None", "text", "lines"}),
    "document kind": (lambda x: sc.facts(sc.document(b"FROM scratch", kind=x)), {"None"}),
    "document ignore": (lambda x: sc.facts(sc.document(b"FROM scratch", ignore=x)), {"None", "no bytes", "bytes"}),
    "facts": (lambda x: sc.facts(x), set()),
    "facts subject": (lambda x: sc.facts(b"FROM scratch", subject=x), {"None", "text", "lines"}),
    "facts policies": (lambda x: sc.facts(policies=x), {"None"}),
    "facts on_refused": (lambda x: sc.facts(on_refused=x), set()),
    "facts max_document_bytes": (lambda x: sc.facts(max_document_bytes=x), {"None", "one"}),
    "select profile": (lambda x: POLICIES.select(profile=x), {"None"}),
    "select params": (lambda x: POLICIES.select(params=x), {"None", "dict", "ordered"}),
    "check": (lambda x: POLICIES.check(x), set()),
    "check now": (lambda x: POLICIES.check(FACTS, now=x), {"None", "aware", "no time"}),
    "check environment": (lambda x: POLICIES.check(FACTS, environment=x), {"None", "text", "lines"}),
    "check deadline": (lambda x: POLICIES.check(FACTS, deadline=x), {"None", "one", "float"}),
    "check max_steps": (lambda x: POLICIES.check(FACTS, max_steps=x), {"None", "one", "2**63"}),
    "check max_bytes": (lambda x: POLICIES.check(FACTS, max_bytes=x), {"None", "one", "2**63"}),
    "check max_findings": (lambda x: POLICIES.check(FACTS, max_findings=x), {"None", "one", "2**63"}),
    "check cancel": (lambda x: POLICIES.check(FACTS, cancel=x), {"None", "cancel"}),
    "policies render": (lambda x: POLICIES.render(x), {"text"}),
    "facts render": (lambda x: FACTS.render(x), {"text"}),
    "report render": (lambda x: REPORT.render(x), {"text"}),
    "report to_pandas": (lambda x: REPORT.to_pandas(x), set()),
    "report outcome": (lambda x: REPORT.outcome(x), set()),
    "report outcome subject": (lambda x: REPORT.outcome("std.image.runs_as_non_root", x), {"None"}),
    "findings": (lambda x: REPORT.findings[x], {"True", "zero", "minus one", "one"}),
    "outcomes": (lambda x: REPORT.outcomes[x], {"True", "zero", "minus one", "one"}),
    "rules": (lambda x: POLICIES.rules[x], set()),
    "explain": (lambda x: sc.explain(x), set()),
    "schema": (lambda x: sc.schema(x), {"text"}),
}
OWN = sc.source('package demo\nrule r { title "t" severity low forbid (environment ?? "") == "x" }\n')
POLICIES = sc.compile()
BUNDLE = POLICIES.save()
FACTS = sc.facts(b"FROM scratch\n")
REPORT = POLICIES.check(FACTS)

# Protocols of the thing itself may say what they like; nothing of it is swallowed.
EXPECTED = (TypeError, sc.ScantlingError, ValueError, BufferError)


@pytest.mark.parametrize("name", CALLS)
def test_wrong_arguments(name):
    call, right = CALLS[name]
    for word, thing in THINGS.items():
        lookup = (KeyError, IndexError) if name in ("rules", "findings", "outcomes", "report outcome", "report outcome subject") else ()
        try:
            call(thing)
        except EXPECTED + lookup as error:
            assert word not in right, (word, error)
            assert (str(error) or isinstance(error, KeyError)) and not isinstance(error, sc.InternalError), (word, error)
            assert "incompatible function arguments" not in str(error), (word, error)
        except RuntimeError as error:
            assert word == "hostile" and str(error) == "hostile", (word, error)
        else:
            assert word in right, (name, word)


def test_arguments_that_there_are_not():
    for call in (
        lambda: sc.facts(subjects="x"),
        lambda: sc.compile(std=False),
        lambda: POLICIES.check(),
        lambda: POLICIES.check(FACTS, None),
        lambda: sc.source(),
        lambda: sc.source("", "name"),
        lambda: REPORT.render("json", 1),
        lambda: sc.Policies.check(FACTS, FACTS),
    ):
        with pytest.raises(TypeError):
            call()


def test_messages_name_the_argument():
    for call, said in (
        (lambda: sc.compile(bare=1), "bare is True or False, not int"),
        (lambda: sc.compile(3), "a policy is a path or scantling.source(text), not int"),
        (lambda: POLICIES.check(FACTS, max_steps=1.0), "max_steps is an int or None, not float"),
        (lambda: POLICIES.check(3), "facts is what scantling.facts(…) gives, not int"),
        (lambda: POLICIES.check(FACTS, now="2026-11-24"), "now is a datetime, scantling.NO_TIME, or None for the clock's, not str"),
    ):
        with pytest.raises(TypeError) as caught:
            call()
        assert str(caught.value) == said
