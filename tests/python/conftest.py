"""What the tests of the package share. It is tested as installed: the folder python/ of this repository is not on the path."""

import os
import pathlib
from datetime import datetime, timezone

import pytest

import scantling as sc

ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICE = ROOT / "docs/examples/service"
DOCUMENTS = [SERVICE / name for name in ("Dockerfile", "image.json", "bom.cdx.json", "trivy.json", "container.json")]
NOW = datetime(2026, 11, 24, tzinfo=timezone.utc)

USER_RULE = """package acme.images

rule runs_as_nobody {
    title    "The image runs as nobody"
    why      "Root is root."
    severity high
    practice runtime
    forbid   image.config.user?.is_root ?? true
    at       image.config.user
    message  "The user is {image.config.user?.text ?? "root, since none is set"}."
    fix      "End with USER 65532."
}
"""


@pytest.fixture(scope="session")
def policies() -> sc.Policies:
    return sc.compile()


@pytest.fixture(scope="session")
def facts() -> sc.Facts:
    return sc.facts(*DOCUMENTS)


@pytest.fixture(scope="session")
def report(policies: sc.Policies, facts: sc.Facts) -> sc.Report:
    return policies.check(facts, now=NOW)


@pytest.fixture(scope="session")
def tool() -> str:
    """The command line of the same sources, which SCANTLING_TOOL names."""
    path = os.environ.get("SCANTLING_TOOL", str(ROOT / "build/release/bin/scantling"))
    if not os.access(path, os.X_OK):
        pytest.skip(f"no command line at {path} (SCANTLING_TOOL)")
    return path
