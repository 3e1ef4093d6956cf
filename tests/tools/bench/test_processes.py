from __future__ import annotations

import sys

import pytest

from tools.bench.processes import PROCESSES, Cost, Side, medians, run, watch

LARGE = "data = bytearray(60_000_000); import time; time.sleep(0.3)"


def python(*codes: str) -> Side:
    """A side that runs these programs one after another."""
    return Side("python", tuple((sys.executable, "-c", code) for code in codes))


def test_the_median_is_taken_of_each_figure_by_itself() -> None:
    assert medians([Cost(1, 5, 30), Cost(2, 4, 10), Cost(9, 6, 20)]) == Cost(2, 5, 20)


def test_a_command_that_fails_stops_the_bench_with_its_words() -> None:
    with pytest.raises(RuntimeError, match="out of ink"):
        run(python("raise SystemExit('out of ink')"))


def test_waiting_is_wall_time_and_no_cpu_time() -> None:
    cost = run(python("import time; time.sleep(0.5)"))
    assert (cost.wall >= 0.5, cost.cpu < 0.5) == (True, True)


@pytest.mark.skipif(not PROCESSES.is_dir(), reason="this system does not tell what its processes have")
def test_memory_is_that_of_all_processes_together() -> None:
    child = f"import subprocess, sys; one = subprocess.Popen([sys.executable, '-c', {LARGE!r}]); {LARGE}; one.wait()"
    assert 120 < watch(python(child)).megabytes < 200
