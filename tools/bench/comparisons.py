"""Two sides run in turn, and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tools.bench.processes import Cost, Side, medians, run, watch

FIGURES: Mapping[str, str] = {"wall": "wall", "cpu": "CPU", "megabytes": "memory"}  # of a Cost, and what it is called
HEADING = f"{'wall':>9}{'CPU':>12}{'memory':>11}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ours against theirs. `targets`: the ratio of a figure (a name of FIGURES) that ours wants to stay within."""

    ours: Side
    theirs: Side
    targets: Mapping[str, float] = field(default_factory=dict)


def compare(comparison: Comparison, runs: int) -> tuple[Cost, Cost]:
    """Both sides, run in turn after a warm-up: the medians of times, and the memory of a run that was watched."""
    sides = (comparison.ours, comparison.theirs)
    for side in sides:
        run(side)
    watched = [watch(side) for side in sides]
    pairs = [tuple(run(side) for side in sides) for _ in range(runs)]
    ours, theirs = (
        Cost(found.wall, found.cpu, seen.megabytes)
        for found, seen in zip(map(medians, zip(*pairs, strict=True)), watched, strict=True)
    )
    return ours, theirs


def report(comparison: Comparison, ours: Cost, theirs: Cost) -> str:
    """Three lines: a side each, then the ratios and the targets."""
    ratios = "   ".join(
        f"{name} {verdict(getattr(ours, figure) / getattr(theirs, figure), comparison.targets.get(figure))}"
        for figure, name in FIGURES.items()
    )
    return "\n".join((line(comparison.ours.name, ours), line(comparison.theirs.name, theirs), f"  {ratios}\n"))


def verdict(ratio: float, target: float | None) -> str:
    """`0.71 (target ≤ 1.15: reached)`."""
    if target is None:
        return f"{ratio:.2f}"
    return f"{ratio:.2f} (target ≤ {target:g}: {'reached' if ratio <= target else 'missed'})"


def line(name: str, cost: Cost) -> str:
    return f"{name:44}{cost.wall * 1000:6.0f} ms{cost.cpu * 1000:9.0f} ms{cost.megabytes:8.0f} MB"
