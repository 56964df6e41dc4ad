"""One policies and one facts under eight threads; the lock released while the library works; interpreters beside each other."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import scantling as sc
from conftest import DOCUMENTS, NOW


def test_eight_threads_share_one_policies_and_one_facts(policies, facts, report):
    expected = report.render("json")

    def work(_):
        mine = policies.check(facts, now=NOW)
        assert [f.rule for f in mine.findings] == [f.rule for f in report.findings]
        assert list(report.findings) == list(mine.findings)
        return mine.render("json")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(200))) == {expected}


def test_eight_threads_with_their_own(report):
    expected = report.render("json")

    def work(_):
        policies = sc.compile()
        return policies.select(profile="std.baseline").check(sc.facts(*DOCUMENTS), now=NOW).render("json")

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(16))) == {expected}


def test_a_report_is_read_by_many_at_first(policies, facts):
    for _ in range(20):
        fresh = policies.check(facts, now=NOW)
        barrier = threading.Barrier(8)

        def work():
            barrier.wait()
            return list(fresh.findings), list(fresh.outcomes)

        with ThreadPoolExecutor(8) as pool:
            first, *others = [one.result() for one in [pool.submit(work) for _ in range(8)]]
        assert all(one == first for one in others)


def a_long_dockerfile(runs=300):
    runs = "".join(f"RUN apt-get install -y package{i} && curl -fsSL https://example.com/{i} | sh\n" for i in range(runs))
    return f"FROM debian:12\n{runs}".encode()


@pytest.mark.parametrize("what", ["facts", "check", "render", "facts_render"])
def test_the_lock_is_released(what):
    document = a_long_dockerfile()
    policies = sc.compile(profile="std.everything")
    facts = sc.facts(document)
    report = policies.check(facts, now=NOW)
    work = {
        "facts": lambda: sc.facts(document),
        "check": lambda: policies.check(facts, now=NOW),
        "render": lambda: report.render("json"),
        "facts_render": lambda: facts.render("json"),
    }[what]
    spans = []

    def timed():
        begin = time.perf_counter()
        work()
        spans.append((begin, time.perf_counter()))

    # While another thread is inside one call, this one goes on: with the lock held it would stand still for the whole of it. The interpreter
    # itself takes the lock from nobody in that time.
    before = sys.getswitchinterval()
    sys.setswitchinterval(10)
    try:
        for _ in range(20):
            spans.clear()
            thread = threading.Thread(target=timed)
            ticks = []
            thread.start()
            while thread.is_alive() and len(ticks) < 100_000:
                ticks.append(time.perf_counter())
                time.sleep(0)
            inside = [tick for tick in ticks if spans[0][0] < tick < spans[0][1]]
            if len(inside) > 3:
                return
    finally:
        sys.setswitchinterval(before)
    pytest.fail(f"no other thread ran during {what}, which took {spans[0][1] - spans[0][0]:.4f} s")


def test_a_check_is_cancelled_from_another_thread():
    facts = sc.facts(a_long_dockerfile())
    policies = sc.compile(profile="std.everything")
    cancel = sc.Cancel()
    timer = threading.Timer(0.001, cancel.request)
    timer.start()
    for _ in range(1000):
        report = policies.check(facts, now=NOW, cancel=cancel)
        if cancel.requested:
            break
    timer.join()
    report = policies.check(facts, now=NOW, cancel=cancel)
    assert report.verdict is not sc.Verdict.CLEAN
    assert {"unknown"} <= {str(outcome.kind) for outcome in report.outcomes}
    assert "cancelled" in {cause.cause for outcome in report.outcomes for cause in outcome.causes}


def test_a_check_is_stopped_anywhere():
    facts = sc.facts(a_long_dockerfile(3000))
    policies = sc.compile(profile="std.everything")
    for step in range(1, 100):
        report = policies.check(facts, now=NOW, deadline=step * 2e-5)
        assert report.verdict is not sc.Verdict.CLEAN


@pytest.mark.skipif(sys.version_info < (3, 12), reason="pybind11 supports several interpreters from Python 3.12 on")
def test_interpreters_beside_each_other():
    interpreters = pytest.importorskip("_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters")
    script = (
        "import sys; sys.path[:] = {path!r}\n"
        "import scantling as sc\n"
        "report = sc.compile().check(sc.facts(b'FROM scratch\\n'))\n"
        "assert report.verdict is sc.Verdict.CLOSED and report.findings[0].severity is sc.Severity.LOW, report\n"
        "try: sc.compile(profile='x')\n"
        "except sc.PolicyError as error: assert error.diagnostics\n"
        "else: raise SystemError('no error')\n"
    ).format(path=sys.path)

    def work():
        made = interpreters.create()
        try:
            failed = interpreters.run_string(made, script)
            assert failed is None, failed
        finally:
            interpreters.destroy(made)

    threads = [threading.Thread(target=work) for _ in range(3)]
    work()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sc.compile().check(sc.facts(b"FROM scratch\n")).verdict is sc.Verdict.CLOSED
