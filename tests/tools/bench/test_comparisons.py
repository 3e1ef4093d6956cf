from __future__ import annotations

from tools.bench.comparisons import Comparison, report, verdict
from tools.bench.processes import Cost, Side

SLOW, QUICK = Side("slow", ()), Side("quick", ())


def test_a_ratio_within_its_target_is_reached() -> None:
    assert verdict(1.5, 2) == "1.50 (target ≤ 2: reached)"


def test_a_ratio_over_its_target_is_missed() -> None:
    assert verdict(1.5, 1) == "1.50 (target ≤ 1: missed)"


def test_a_report_has_both_sides_and_the_ratio_of_each_figure() -> None:
    text = report(Comparison(SLOW, QUICK, {"cpu": 1.15}), Cost(0.3, 0.4, 60), Cost(0.2, 0.4, 50))
    assert text.splitlines() == [
        "slow                                           300 ms      400 ms      60 MB",
        "quick                                          200 ms      400 ms      50 MB",
        "  wall 1.50   CPU 1.00 (target ≤ 1.15: reached)   memory 1.20",
    ]
