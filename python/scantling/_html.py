"""What a notebook shows. Every text is escaped, and nothing is hidden: what was not decided stands beside what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

from ._scantling import Facts, Finding, OutcomeKind, Policies, Report, Severity, Verdict

# Rows of a table: a page of a thousand findings is read by nobody, and the last row says how many are left.
_LONGEST = 200

_COLOURS = {
    Verdict.CLEAN: "#1a7f37",
    Verdict.CLOSED: "#cf222e",
    Verdict.UNDECIDED: "#9a6700",
    Severity.CRITICAL: "#a40e26",
    Severity.HIGH: "#cf222e",
    Severity.MEDIUM: "#9a6700",
    Severity.LOW: "#57606a",
    Severity.INFO: "#57606a",
    Severity.UNKNOWN: "#8250df",
    OutcomeKind.FAIL: "#cf222e",
    OutcomeKind.UNKNOWN: "#8250df",
    OutcomeKind.SKIPPED: "#8250df",
    OutcomeKind.PASS: "#1a7f37",
    OutcomeKind.WAIVED: "#57606a",
    OutcomeKind.NOT_APPLICABLE: "#57606a",
}


def _word(word: Verdict | Severity | OutcomeKind) -> str:
    return f'<b style="color:{_COLOURS[word]}">{escape(str(word).replace("_", " "))}</b>'


def _code(text: str | None) -> str:
    return f"<code>{escape(text)}</code>" if text else ""


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], left: int = 0) -> str:
    columns = list(head)
    cell = '<td style="text-align:left;vertical-align:top">'
    lines = ["<table>", "<thead><tr>" + "".join(f'<th style="text-align:left">{escape(c)}</th>' for c in columns) + "</tr></thead>", "<tbody>"]
    lines += ["<tr>" + "".join(f"{cell}{c}</td>" for c in row) + "</tr>" for row in rows]
    if left:
        lines.append(f'<tr><td colspan="{len(columns)}">… and {left} more</td></tr>')
    lines.append("</tbody></table>")
    return "\n".join(lines)


def _row(finding: Finding, with_subject: bool) -> list[str]:
    row = [_word(finding.severity) + (" (waived)" if finding.waived else ""), _code(finding.rule)]
    if with_subject:
        row.append(escape(finding.subject or ""))
    return [*row, escape(finding.message), _code(str(finding.location)), escape(finding.fix or "")]


def finding(self: Finding) -> str:
    return _table(["severity", "rule", "subject", "message", "where", "fix"], [_row(self, True)])


def report(self: Report) -> str:
    counts = Counter(outcome.kind for outcome in self.outcomes)
    order = [OutcomeKind.FAIL, OutcomeKind.UNKNOWN, OutcomeKind.SKIPPED, OutcomeKind.WAIVED, OutcomeKind.PASS, OutcomeKind.NOT_APPLICABLE]
    lines = [
        "<div>",
        f"<p>Verdict: {_word(self.verdict)}. {len(self.findings)} finding{'' if len(self.findings) == 1 else 's'}; rules: "
        + ", ".join(f"{counts[kind]} {_word(kind)}" for kind in order if counts[kind])
        + "</p>",
    ]
    if self.reasons:
        lines.append("<ul>" + "".join(f"<li>{escape(reason)}</li>" for reason in self.reasons) + "</ul>")
    if self.diagnostics:
        lines.append("<ul>" + "".join(f"<li>{escape(str(one))}</li>" for one in self.diagnostics) + "</ul>")
    found = self.findings
    if found:
        several = len({one.subject for one in found}) > 1
        head = ["severity", "rule", *(["subject"] if several else []), "message", "where", "fix"]
        shown = sorted(found, key=lambda one: one.severity, reverse=True)[:_LONGEST]
        lines.append(_table(head, (_row(one, several) for one in shown), len(found) - len(shown)))
    open_ones = [one for one in self.outcomes if one.kind in (OutcomeKind.UNKNOWN, OutcomeKind.SKIPPED)]
    if open_ones:
        rows = (
            [_word(one.kind), _word(one.severity), _code(one.rule), escape(one.subject or ""), "<br>".join(escape(str(c)) for c in one.causes)]
            for one in open_ones[:_LONGEST]
        )
        lines.append(f"<details><summary>{len(open_ones)} not decided</summary>")
        lines.append(_table(["outcome", "would weigh", "rule", "subject", "why"], rows, max(0, len(open_ones) - _LONGEST)))
        lines.append("</details>")
    return "\n".join([*lines, "</div>"])


def policies(self: Policies) -> str:
    rules = list(self.rules.values())
    rows = ([_word(rule.severity), _code(rule.id), escape(rule.title), escape(rule.practice or "")] for rule in rules[:_LONGEST])
    return "\n".join(
        [
            "<div>",
            f"<p>{len(rules)} rule{'' if len(rules) == 1 else 's'}" + (f" of {_code(self.profile)}" if self.profile else "") + "</p>",
            _table(["severity", "rule", "title", "practice"], rows, max(0, len(rules) - _LONGEST)),
            "</div>",
        ]
    )


def facts(self: Facts) -> str:
    text = str(self)
    return "\n".join(
        [
            "<div>",
            f"<p>{len(self.subjects)} subject{'' if len(self.subjects) == 1 else 's'}: {', '.join(map(_code, self.subjects))}</p>",
            *([f"<ul>{''.join(f'<li>{escape(str(one))}</li>' for one in self.diagnostics)}</ul>"] if self.diagnostics else []),
            f"<details><summary>all facts</summary><pre>{escape(text)}</pre></details>",
            "</div>",
        ]
    )
