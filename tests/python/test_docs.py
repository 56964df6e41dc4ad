"""What is written runs: docstrings, the notebook."""

import doctest
import inspect
import pathlib
from datetime import timedelta

import pytest

import scantling as sc
from conftest import ROOT, SERVICE
from notebook import executed, read, shown

EXTENSION = [name for name in sc.__all__ if not name.startswith("__")]


def documented():
    yield "scantling", sc
    for name in EXTENSION:
        value = getattr(sc, name)
        yield name, value
        if inspect.isclass(value) and not issubclass(value, Exception):
            yield from ((f"{name}.{member}", inspect.getattr_static(value, member)) for member in dir(value) if not member.startswith("_"))


@pytest.mark.parametrize("name, value", [pytest.param(n, v, id=n) for n, v in documented()])
def test_examples_in_docstrings_run(name, value, monkeypatch):
    monkeypatch.chdir(SERVICE)
    words = {"sc": sc, "timedelta": timedelta}
    test = doctest.DocTestParser().get_doctest(inspect.getdoc(value) or "", words, name, None, None)
    said = []
    failed, tried = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=said.append)
    assert not failed, "".join(said)
    assert tried == len(test.examples)


def test_there_are_examples():
    examples = [name for name, value in documented() if ">>>" in (inspect.getdoc(value) or "")]
    for name in ("scantling", "compile", "load", "source", "document", "facts", "explain", "schema", "Policies.check", "Policies.select"):
        assert name in examples


def test_everything_public_has_a_docstring_and_functions_a_signature():
    for name, value in documented():
        if name.partition(".")[2] in ("value", "name"):
            continue  # of enumerators
        if type(value).__module__ == "scantling" and not inspect.isclass(value):
            continue  # enumerators and NO_TIME
        assert inspect.getdoc(value), name
        if inspect.isroutine(value) and "." not in name:
            inspect.signature(value)


def test_the_notebook_is_what_it_says():
    for path in sorted(pathlib.Path(ROOT, "docs/notebooks").glob("*.ipynb")):
        assert path.stat().st_size < 150_000
        committed = read(path)
        assert shown(executed(path)) == shown(committed), f"{path.name}: run tests/python/notebook.py to write its outputs anew"
        assert any(output for output in shown(committed))
