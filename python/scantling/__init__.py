"""Policies that decide whether a container is fit to sail.

>>> import scantling as sc
>>> policies = sc.compile()                                       # the standard library; or your own: sc.compile("policies/")
>>> facts = sc.facts("Dockerfile", "image.json", "bom.cdx.json")
>>> report = policies.check(facts)
>>> report.verdict
<Verdict.CLOSED: 1>
>>> for finding in report.findings[:1]:
...     print(finding.rule, finding.severity, finding.location.line)
std.dockerfile.apt_get_without_recommends low 11

Everything is immutable, and any number of threads may use it: compiling, reading, checking and rendering run without the interpreter's lock.
What could not be decided is UNKNOWN, and never a pass.
"""

from ._errors import (
    IncompatibleError,
    InputError,
    InternalError,
    InvalidArgument,
    IoError,
    LimitError,
    PolicyError,
    ScantlingError,
)
from ._scantling import (
    NO_TIME,
    Cancel,
    Cause,
    Diagnostic,
    Document,
    Facts,
    Finding,
    Findings,
    Location,
    NoTime,
    Outcome,
    OutcomeKind,
    Outcomes,
    Policies,
    Report,
    Rule,
    Rules,
    Severity,
    Source,
    Verdict,
    __version__,
    compile,
    document,
    explain,
    facts,
    load,
    schema,
    source,
)

__all__ = [
    "NO_TIME",
    "Cancel",
    "Cause",
    "Diagnostic",
    "Document",
    "Facts",
    "Finding",
    "Findings",
    "IncompatibleError",
    "InputError",
    "InternalError",
    "InvalidArgument",
    "IoError",
    "LimitError",
    "Location",
    "NoTime",
    "Outcome",
    "OutcomeKind",
    "Outcomes",
    "Policies",
    "PolicyError",
    "Report",
    "Rule",
    "Rules",
    "ScantlingError",
    "Severity",
    "Source",
    "Verdict",
    "__version__",
    "compile",
    "document",
    "explain",
    "facts",
    "load",
    "schema",
    "source",
]
