"""From numbers to places: round ticks, scales, and how many decimals numbers are written with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor, log10

from msgspec import Struct

ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
MOST_DECIMALS = 6
FIGURES = 4  # that the greatest number is written with, where it has more decimals than two


class Scale(Struct, frozen=True):
    """`low` stands at `start`, `high` at `end`, everything between in proportion."""

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        return self.start + (number - self.low) / ((self.high - self.low) or 1.0) * (self.end - self.start)


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Round numbers with round distances from below `low` to above `high`, at most about `most` of them."""
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** floor(log10(span / most))
    step = next(power * size for size in ROUND if span / (power * size) <= most)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(float(f"{step * number:.12g}") for number in range(first, max(last, first + 1) + 1))


def range_of(numbers: Iterable[float], from_zero: bool) -> tuple[float, float]:
    """The least and the greatest number to show; zero is among them where it must be or is near."""
    found = list(numbers)
    low, high = min(found), max(found)
    if from_zero or (low > 0 and low < high / 2):
        low = min(low, 0.0)
    if from_zero or (high < 0 and high > low / 2):
        high = max(high, 0.0)
    return (low, high) if low < high else (min(low, 0.0), max(high, 0.0) or 1.0)


def decimals(numbers: Sequence[float]) -> int:
    """The decimals that the numbers need; beyond two, no more than give the greatest of them four figures."""
    needed = next(
        (count for count in range(MOST_DECIMALS) if all(round(one, count) == one for one in numbers)), MOST_DECIMALS
    )
    greatest = max(map(abs, numbers), default=0.0) or 1.0
    return min(needed, max(2, FIGURES - 1 - floor(log10(greatest))))
