"""The bench says what it measured. What it measured is not tested: times belong to a machine."""

from __future__ import annotations

import sys

import pytest

from tools.bench import Comparison, Cost, Side, median, report, run

SLOW, QUICK = Side("slow", ()), Side("quick", ())


def test_a_ratio_within_its_target_is_reached() -> None:
    text = report(Comparison(SLOW, QUICK, 2), Cost(0.3, 60), Cost(0.2, 50))
    assert text.splitlines()[2] == "  ratio 1.50   target ≤ 2: reached"


def test_a_ratio_over_its_target_is_missed() -> None:
    text = report(Comparison(SLOW, QUICK, 1), Cost(0.3, 60), Cost(0.2, 50))
    assert text.splitlines()[2] == "  ratio 1.50   target ≤ 1: missed"


def test_the_median_is_taken_of_each_figure_by_itself() -> None:
    assert median([Cost(1, 30), Cost(2, 10), Cost(9, 20)]) == Cost(2, 20)


def test_a_command_that_fails_stops_the_bench_with_its_words() -> None:
    side = Side("broken", ((sys.executable, "-c", "raise SystemExit('out of ink')"),))
    with pytest.raises(RuntimeError, match="out of ink"):
        run(side)
