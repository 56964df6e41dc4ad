"""One tree of errors, whose members are also the built-ins that fit."""

import pickle
import traceback

import pytest

import scantling as sc

TREE = {
    sc.PolicyError: ValueError,
    sc.InputError: ValueError,
    sc.IoError: OSError,
    sc.InvalidArgument: ValueError,
    sc.IncompatibleError: Exception,
    sc.LimitError: Exception,
    sc.InternalError: RuntimeError,
}


@pytest.mark.parametrize("error, also", TREE.items())
def test_the_tree(error, also):
    assert issubclass(error, sc.ScantlingError) and issubclass(error, also)
    assert getattr(sc, error.__name__) is error and error.__module__ == "scantling" and error.__doc__
    made = error("text", [])
    assert str(made) == "text" and made.diagnostics == ()


def caught(call):
    with pytest.raises(sc.ScantlingError) as info:
        call()
    return info.value


def test_an_error_is_its_text_and_its_diagnostics(tmp_path):
    error = caught(lambda: sc.compile(sc.source("package d\nrule r { title \"t\" severity low forbid image.config.lables is present }\n", name="d.scant")))
    assert type(error) is sc.PolicyError
    first = error.diagnostics[0]
    assert (first.code, first.file, first.line, first.column, first.is_error) == ("E0203", "d.scant", 2, 53, True)
    assert first.message and "labels" in first.help and first.offset == 62 and first.length == 6
    assert "".join(traceback.format_exception_only(type(error), error)).startswith("scantling.PolicyError: error[E0203]: ")
    assert repr(first) == f"<Diagnostic error E0203 at d.scant:2:53: {first.message}>"
    assert str(first).splitlines()[:2] == [f"error[E0203]: {first.message}", " --> d.scant:2:53"]
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is sc.PolicyError and str(again) == str(error) and again.diagnostics == error.diagnostics
    match error.diagnostics:
        case (sc.Diagnostic("E0203", message), *_):
            assert message == first.message
        case _:
            pytest.fail("does not match")


def test_each_has_an_occasion(tmp_path):
    assert type(caught(lambda: sc.compile(profile="nothing"))) is sc.PolicyError
    assert type(caught(lambda: sc.facts(b"{"))) is sc.InputError
    assert type(caught(lambda: sc.compile(tmp_path / "nothing.scant"))) is sc.IoError
    assert type(caught(lambda: sc.schema("xml"))) is sc.InvalidArgument
    assert type(caught(lambda: sc.facts(b"FROM scratch", max_document_bytes=1))) is sc.LimitError


def test_a_policy_that_is_no_text():
    error = caught(lambda: sc.compile(sc.source(b"package d\n# \xff\n", name="d.scant")))
    assert type(error) is sc.PolicyError and error.diagnostics[0].line == 2
    assert type(caught(lambda: sc.compile(sc.source("\udcff")))) is sc.PolicyError
