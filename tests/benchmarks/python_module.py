#!/usr/bin/env python3
"""What a check costs through the Python package, beside the same small check through the C interface; and what importing it costs.

    build/python/clean/bin/python tests/benchmarks/python_module.py [MICROSECONDS OF THE C INTERFACE]
"""

import statistics
import subprocess
import sys
import time
from datetime import datetime, timezone

import scantling as sc

# As in interface.cpp.
POLICY = 'package bench\nrule r {\n title "t"\n severity low\n require image.config.user is present\n}\n'
DOCKERFILE = b"FROM scratch\nUSER 1000\n"
BATCHES, CALLS = 201, 200


def microseconds(work):
    begin = time.perf_counter()
    for _ in range(CALLS):
        work()
    return (time.perf_counter() - begin) / CALLS * 1e6


def process(words):
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", words], check=True)
    return (time.perf_counter() - begin) * 1000


def main():
    policies = sc.compile(sc.source(POLICY), bare=True)
    facts = sc.facts(DOCKERFILE)
    now = datetime(2026, 11, 24, tzinfo=timezone.utc)
    clock = statistics.median(microseconds(lambda: policies.check(facts).verdict) for _ in range(BATCHES))
    given = statistics.median(microseconds(lambda: policies.check(facts, now=now).verdict) for _ in range(BATCHES))
    said = f"bench: a small check through Python: {clock:.2f} us, with a time of one's own {given:.2f} us"
    if len(sys.argv) > 1:
        c = float(sys.argv[1])
        said += f": overhead over the C interface {clock - c:.2f} and {given - c:.2f} us (meant to be at most 10)"
    print(said)
    empty, imported = zip(*((process("pass"), process("import scantling")) for _ in range(41)))
    both = statistics.median(imported) - statistics.median(empty)
    print(f"bench: import scantling: {both:.1f} ms beside an empty Python process of {statistics.median(empty):.1f} ms (meant to be at most 50)")


if __name__ == "__main__":
    main()
