"""check.py [--now SECONDS] [--policy PATH]… FILE…: the standard library, and policies of one's own, over documents.

Prints what `scantling check --format json` prints, and ends with the verdict as its exit code: 0 clean, 1 the gate is closed, 3 undecided; 2 where
there is no report.
"""

import argparse
import sys
from datetime import datetime, timezone

import scantling as sc


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--now", type=lambda seconds: datetime.fromtimestamp(int(seconds), timezone.utc))
    parser.add_argument("--policy", action="append", default=[])
    parser.add_argument("documents", nargs="+")
    words = parser.parse_args()
    try:
        policies = sc.compile(*words.policy)
        # As on the command line, an unreadable document makes the report undecided.
        facts = sc.facts(*words.documents, on_refused="note")
        report = policies.check(facts, now=words.now)
    except sc.ScantlingError as error:
        print(error, file=sys.stderr)
        return 2
    for diagnostic in facts.diagnostics:
        print(diagnostic, file=sys.stderr)
    sys.stdout.write(report.render("json"))
    return report.verdict.value


if __name__ == "__main__":
    sys.exit(main())
