"""The types are complete, and a program that uses them checks."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

from conftest import ROOT

PYRIGHT = shutil.which("pyright", path=str(pathlib.Path(sys.executable).parent) + os.pathsep + os.environ.get("PATH", ""))
pytestmark = pytest.mark.skipif(PYRIGHT is None, reason="pyright is not installed")


def pyright(*words, cwd=None):
    said = subprocess.run([PYRIGHT, "--outputjson", "--pythonpath", sys.executable, *map(str, words)], cwd=cwd, capture_output=True, text=True)
    return json.loads(said.stdout)


def test_the_types_are_complete(tmp_path):
    said = pyright("--verifytypes", "scantling", "--ignoreexternal", cwd=tmp_path)
    found = [d["message"] for d in said["generalDiagnostics"]]
    for symbol in said["typeCompleteness"]["symbols"]:
        if symbol["isExported"] and not symbol["isTypeKnown"]:
            found += [symbol["name"]] + [d["message"] for d in symbol["diagnostics"]]
    assert said["typeCompleteness"]["completenessScore"] == 1.0, "\n".join(found)


def test_the_examples_check(tmp_path):
    for script in (ROOT / "docs/examples/python").glob("*.py"):
        shutil.copy(script, tmp_path)
    (tmp_path / "uses.py").write_text(USES)
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    said = pyright(".", cwd=tmp_path)
    assert not [f"{d['file']}:{d['range']['start']['line'] + 1}: {d['message']}" for d in said["generalDiagnostics"]]


def test_stubs_say_what_there_is():
    """Names of the stub against names of the module, members included."""
    import ast

    import scantling

    tree = ast.parse((pathlib.Path(scantling.__file__).parent / "_scantling.pyi").read_text())
    module = scantling._scantling
    told = {node.name: node for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    there = {name for name in vars(module) if not name.startswith("_")} - {"NO_TIME"}
    assert set(told) == there
    for name, node in told.items():
        if not isinstance(node, ast.ClassDef):
            continue
        members = {member.name for member in node.body if isinstance(member, ast.FunctionDef) and not member.name.startswith("__")}
        members |= {t.id for member in node.body if isinstance(member, ast.Assign) for t in member.targets}
        public = {member for member in dir(getattr(module, name)) if not member.startswith("_")} | {"_repr_html_"} & set(dir(getattr(module, name)))
        assert members <= public, name
        assert public - members <= {"name", "value", "index", "count", "get", "items", "keys", "values"}, name


USES = '''
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

import scantling as sc

policies: sc.Policies = sc.compile("a", Path("b"), sc.source("c", name="d"), params={"x.y": timedelta(days=1), "x.z": ["a"], "x.m": {"k": 1}})
facts: sc.Facts = sc.facts(Path("a"), b"x", {"a": [1, None]}, [{"Id": 1}], sc.document("d", kind="trivy"), policies=policies, on_refused="note")
report = policies.check(facts, now=datetime.now(timezone.utc), deadline=1.5, cancel=sc.Cancel())
report = policies.check(facts, now=sc.NO_TIME, deadline=timedelta(seconds=1))
worst: sc.Severity = max(f.severity for f in report.findings)
few: sc.Findings = report.findings[1:3]
line: int | None = report.findings[0].location.line
title: str = policies.rules["a.b"].title
reasons: tuple[str, ...] = report.reasons


def code(verdict: sc.Verdict) -> Literal["ok", "no", "open"]:
    if verdict is sc.Verdict.CLEAN:
        return "ok"
    if verdict is sc.Verdict.CLOSED:
        return "no"
    return "open"


try:
    sc.load(b"")
except (sc.PolicyError, sc.IncompatibleError) as error:
    print([d.code for d in error.diagnostics], code(report.verdict), worst, few, line, title, reasons)
'''
