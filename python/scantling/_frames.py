"""Reports as pandas.DataFrame."""

from __future__ import annotations

from ._errors import InvalidArgument
from ._scantling import Report, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    import pandas


def _of_findings(report: Report) -> dict[str, list[object]]:
    found = list(report.findings)
    return {
        "rule": [f.rule for f in found],
        "severity": [str(f.severity) for f in found],
        "subject": [f.subject for f in found],
        "message": [f.message for f in found],
        "file": [f.location.file for f in found],
        "line": [f.location.line for f in found],
        "column": [f.location.column for f in found],
        "pointer": [f.location.pointer for f in found],
        "fix": [f.fix for f in found],
        "waived": [f.waived for f in found],
        "fingerprint": [f.fingerprint for f in found],
    }


def _of_outcomes(report: Report) -> dict[str, list[object]]:
    became = list(report.outcomes)
    return {
        "rule": [o.rule for o in became],
        "kind": [str(o.kind) for o in became],
        "subject": [o.subject for o in became],
        "severity": [str(o.severity) for o in became],
        "reason": [o.reason for o in became],
        "causes": ["; ".join(str(cause) for cause in o.causes) for o in became],
        "candidates": [o.candidates for o in became],
        "selected": [o.selected for o in became],
        "violating": [o.violating for o in became],
        "undetermined": [o.undetermined for o in became],
        "waived": [o.waived for o in became],
    }


def to_pandas(report: Report, of: str) -> pandas.DataFrame:
    if not isinstance(of, str):
        raise TypeError(f"of is a str, not {type(of).__name__}")
    if of not in ("findings", "outcomes"):
        raise InvalidArgument(f'of is "findings" or "outcomes", not "{of}"')
    import pandas

    frame = pandas.DataFrame(_of_findings(report) if of == "findings" else _of_outcomes(report))
    frame["severity"] = pandas.Categorical(frame["severity"], categories=[str(s) for s in sorted(Severity)], ordered=True)
    for column in ("line", "column"):
        if column in frame:
            frame[column] = frame[column].astype("Int64")
    return frame
