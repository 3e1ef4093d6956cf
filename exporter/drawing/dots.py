"""Dots in rows, and slopes from one point in time to another."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.drawing.arrangement import spread, wrapped
from exporter.drawing.axes import Frame, key, rules_upright, written
from exporter.drawing.look import EDGE, GAP, LINE, MIDDLE, SIZE, WIDTH, Look, widest, write_lines
from exporter.drawing.pen import Pen
from exporter.drawing.scales import Scale, range_of, ticks
from exporter.model import Chart

LABELS = 200.0  # the most room for labels at the side of dots
ROW = 26.0
NAMES = 170.0  # the most room for names at the end of slopes
TALL = 300.0


def draw_dots(chart: Chart, pen: Pen, look: Look, lang: str) -> float:
    """A chart of the type dot: a row for each label, a dot for each number; returns its height."""
    labels = [wrapped(one, LABELS, lambda text: pen.width_of(text, SIZE)) for one in chart.data.labels]
    left = max(widest(pen, lines) for lines in labels) + 2 * GAP
    top = (key(pen, look, chart.data.series, dots=True) if len(chart.data.series) > 1 else GAP / 2) + LINE
    values = chart.data.known
    numbers = ticks(*range_of(values, from_zero=False))
    heights = [max(ROW, LINE * len(lines) + 6) for lines in labels]
    frame = Frame(left, top, WIDTH, top + sum(heights))
    room = widest(pen, written(look, values)) if len(chart.data.series) == 1 else 0.0
    scale = Scale(numbers[0], numbers[-1], left + GAP, WIDTH - max(room, GAP) - GAP)
    rules_upright(pen, look, scale, numbers, frame)
    middle = frame.top
    for lines, height, row in zip(labels, heights, chart.data.values, strict=True):
        write_lines(pen, (0, middle + height / 2), lines, look.ink)
        _row_of_dots(pen, look, scale, row, middle + height / 2, values if room else ())
        middle += height
    return frame.bottom + 4


def _row_of_dots(pen: Pen, look: Look, scale: Scale, row: Sequence[float | None], y: float, said: Sequence[float]) -> None:
    """The dots of a row on a line from the least to the greatest; where all numbers are `said`, each beside its dot."""
    known = [value for value in row if value is not None]
    if len(known) > 1:
        pen.line([(scale.at(min(known)), y), (scale.at(max(known)), y)], look.muted, 1.5)
    for number, value in reversed(list(enumerate(row))):
        if value is None:
            continue
        pen.mark((scale.at(value), y), number, look.lines[number], look.ground, 10)
        if said:
            words = written(look, [value, *said])[0]
            pen.words((scale.at(value) + GAP + 2, y + MIDDLE * SIZE), words, look.ink, SIZE)


def draw_slopes(chart: Chart, pen: Pen, look: Look, lang: str) -> float:
    """A chart of the type slope: a line for each series from the first row to the second; returns its height."""
    pairs = list(zip(chart.data.series, *chart.data.values, strict=True))
    values = chart.data.known
    before, after = (
        [written(look, [value, *values])[0] if value is not None else "" for value in row] for row in chart.data.values
    )
    left = max(widest(pen, before), pen.width_of(chart.data.labels[0], SIZE, True) / 2) + GAP + 2 + EDGE
    names = [wrapped(name, NAMES, lambda text: pen.width_of(text, SIZE)) for name in chart.data.series]
    numbers = widest(pen, after, bold=True)
    right = WIDTH - numbers - GAP - max(widest(pen, lines) for lines in names) - GAP - 2 - EDGE
    low, high = min(values), max(values)
    top, bottom = 2.5 * LINE, 2.5 * LINE + max(TALL - 2.5 * LINE, len(pairs) * LINE)
    scale = Scale(low, high if high > low else low + 1, bottom, top)
    for x, label in ((left, chart.data.labels[0]), (right, chart.data.labels[1])):
        pen.line([(x, top - LINE), (x, bottom + LINE / 2)], look.rule, 0.75)
        pen.words((x, SIZE), label, look.muted, SIZE, "center", bold=True)
    starts = _spread(scale, [pair[1] for pair in pairs], [LINE] * len(pairs), top, bottom)
    ends = _spread(scale, [pair[2] for pair in pairs], [LINE * len(lines) for lines in names], top, bottom)
    for number, (_, first, second) in enumerate(pairs):
        colour = look.lines[number % len(look.lines)]
        if first is not None and second is not None:
            pen.line([(left, scale.at(first)), (right, scale.at(second))], colour, 2)
        for x, value in ((left, first), (right, second)):
            if value is not None:
                pen.mark((x, scale.at(value)), 0, colour, look.ground, 8)
        pen.words((left - GAP - 2, starts[number] + MIDDLE * SIZE), before[number], look.ink, SIZE, "right")
        pen.words((right + GAP + 2, ends[number] + MIDDLE * SIZE), after[number], look.ink, SIZE, bold=True)
        write_lines(pen, (right + GAP + 2 + numbers + GAP, ends[number]), names[number], look.ink)
    return bottom + LINE


def _spread(
    scale: Scale, values: Sequence[float | None], heights: Sequence[float], top: float, bottom: float
) -> list[float]:
    """The middles of the labels at one side; a series without a number there goes to the bottom."""
    wanted = [scale.at(scale.low if value is None else value) for value in values]
    return spread(wanted, heights, top - LINE, bottom + LINE)
