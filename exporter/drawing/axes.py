"""What stands around the marks: numbers and thin rules across, names below, a key of the series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from exporter.drawing.look import EDGE, GAP, LINE, MIDDLE, SIZE, SMALL, WIDTH, Look, widest
from exporter.drawing.pen import Pen
from exporter.drawing.scales import Scale, decimals

SWATCH = 11.0
KEY_LINE = 20.0


class Frame(NamedTuple):
    """The room for marks."""

    left: float
    top: float
    right: float
    bottom: float


def written(look: Look, numbers: Sequence[float]) -> list[str]:
    """Numbers as the release's language writes them, all with the same decimals."""
    count = decimals(numbers)
    return [look.numerals.write(number, count) for number in numbers]


def number_room(pen: Pen, look: Look, numbers: Sequence[float]) -> float:
    """How wide the numbers of an upright axis are, with the gap beside them."""
    return widest(pen, written(look, numbers), SMALL) + GAP + EDGE


def rules_across(pen: Pen, look: Look, scale: Scale, numbers: Sequence[float], frame: Frame) -> None:
    """A thin rule for each number, which stands left of it; zero's rule is darker."""
    for number, words in zip(numbers, written(look, numbers), strict=True):
        y = scale.at(number)
        pen.words((frame.left - GAP, y + MIDDLE * SMALL), words, look.muted, SMALL, "right")
        pen.line([(frame.left, y), (frame.right, y)], *rule_of(look, number))


def rules_upright(pen: Pen, look: Look, scale: Scale, numbers: Sequence[float], frame: Frame) -> None:
    """A thin rule for each number, which stands above it; a number that would touch the one before it is left out."""
    end = -GAP
    for number, words in zip(numbers, written(look, numbers), strict=True):
        x, half = scale.at(number), pen.width_of(words, SMALL) / 2
        middle = min(max(x, half), WIDTH - half)
        pen.line([(x, frame.top), (x, frame.bottom)], *rule_of(look, number))
        if middle - half >= end + GAP:
            pen.words((middle, frame.top - GAP), words, look.muted, SMALL, "center")
            end = middle + half


def rule_of(look: Look, number: float) -> tuple[str, float]:
    """The colour and width of the rule of a number."""
    return (look.ink, 1.0) if number == 0 else (look.rule, 0.75)


def key(pen: Pen, look: Look, names: Sequence[str], *, dots: bool = False) -> float:
    """The series' names with their colours, from the top left; returns the height that they take."""
    x, y = 0.0, KEY_LINE / 2
    for number, name in enumerate(names):
        width = SWATCH + 6 + pen.width_of(name, SIZE)
        if x and x + width > WIDTH:
            x, y = 0.0, y + KEY_LINE
        if dots:
            pen.mark((x + SWATCH / 2, y), number, look.lines[number], look.ground, 9)
        else:
            edge = look.edges[number]
            pen.box(x, y - SWATCH / 2, x + SWATCH, y + SWATCH / 2, look.fills[number], edge)
        pen.words((x + SWATCH + 6, y + MIDDLE * SIZE), name, look.ink, SIZE)
        x += width + 2 * GAP
    return y + KEY_LINE / 2 + LINE / 2
