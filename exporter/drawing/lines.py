"""Lines and areas over time or order, each named where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from exporter.drawing.arrangement import spread, wrapped
from exporter.drawing.axes import Frame, number_room, rules_across, written
from exporter.drawing.look import EDGE, GAP, LINE, SIZE, SMALL, WIDTH, Look, widest, write_lines
from exporter.drawing.pen import Pen, Point
from exporter.drawing.positions import places, shown
from exporter.drawing.scales import Scale, range_of, ticks
from exporter.model import Chart

TALL = 240.0
NAMES = 148.0  # the most room for names at the lines' ends
DASHES: tuple[tuple[float, ...], ...] = ((), (), (7, 3), (2, 2.5), (9, 3, 2, 3), (14, 4))
MOVED = 5.0  # pixels beyond which a thin rule leads from a line's end to its name

Series = Sequence[tuple[float, float | None]]  # the places and values of a series, from left to right


def draw_lines(chart: Chart, pen: Pen, look: Look, lang: str) -> float:
    """A chart of the type line; returns its height."""
    values = chart.data.known
    numbers = ticks(*range_of(values, from_zero=False))
    names = _names(chart, pen, look)
    frame = _frame(pen, look, numbers, names)
    across = _across(chart, frame)
    upward = Scale(numbers[0], numbers[-1], frame.bottom, frame.top)
    rules_across(pen, look, upward, numbers, frame)
    ends: list[Point] = []
    for number, series in enumerate(_series(chart)):
        colour, dash = look.lines[number], DASHES[number]
        points = [(across.at(place), upward.at(value)) for place, value in series if value is not None]
        for run in _runs(series):
            pen.line([(across.at(place), upward.at(value)) for place, value in run], colour, 2.25, dash)
        for place, value in _alone(series):
            pen.mark((across.at(place), upward.at(value)), number, colour, look.ground, 6)
        ends.append(points[-1] if points else (frame.right, frame.bottom))
        pen.mark(ends[-1], number, colour, look.ground)
    _name_ends(pen, look.line_names, names, ends, frame)
    return _labels_below(chart, pen, look, lang, frame, across)


def draw_areas(chart: Chart, pen: Pen, look: Look, lang: str) -> float:
    """A chart of the type area: the series on top of each other; returns its height."""
    sums = [(0.0, *accumulate(value or 0.0 for value in row)) for row in chart.data.values]
    numbers = ticks(*range_of([one for row in sums for one in row], from_zero=True))
    names = _names(chart, pen, look)
    frame = _frame(pen, look, numbers, names)
    across = _across(chart, frame)
    upward = Scale(numbers[0], numbers[-1], frame.bottom, frame.top)
    rules_across(pen, look, upward, numbers, frame)
    rows = sorted(zip(places(chart.data.labels), sums, strict=True))
    ends: list[Point] = []
    for number in range(len(chart.data.series)):
        lower = [(across.at(place), upward.at(ends_at[number])) for place, ends_at in rows]
        upper = [(across.at(place), upward.at(ends_at[number + 1])) for place, ends_at in rows]
        pen.shape([*lower, *reversed(upper)], look.fills[number], look.edges[number] or look.ground, 1)
        ends.append((frame.right, (lower[-1][1] + upper[-1][1]) / 2))
    pen.line([(frame.left, upward.at(0)), (frame.right, upward.at(0))], look.ink)
    _name_ends(pen, look.fill_names, names, ends, frame)
    return _labels_below(chart, pen, look, lang, frame, across)


# --- what both have ------------------------------------------------------------------------------------------------------


def _series(chart: Chart) -> Iterator[Series]:
    rows = sorted(zip(places(chart.data.labels), chart.data.values, strict=True), key=lambda row: row[0])
    for number in range(len(chart.data.series)):
        yield [(place, values[number]) for place, values in rows]


def _runs(series: Series) -> Iterator[list[Point]]:
    """The stretches of a series without a gap, of two points or more."""
    for is_gap, run in groupby(series, key=lambda one: one[1] is None):
        points = [(place, value) for place, value in run if value is not None]
        if not is_gap and len(points) > 1:
            yield points


def _alone(series: Series) -> Iterator[Point]:
    """The points of a series with a gap on both sides."""
    for is_gap, run in groupby(series, key=lambda one: one[1] is None):
        points = [(place, value) for place, value in run if value is not None]
        if not is_gap and len(points) == 1:
            yield points[0]


def _names(chart: Chart, pen: Pen, look: Look) -> list[list[str]]:
    """What stands at each line's end: its name, in lines; of a single one the last number."""
    if len(chart.data.series) > 1:
        return [wrapped(name, NAMES, lambda text: pen.width_of(text, SIZE, True)) for name in chart.data.series]
    known = [value for _, value in next(_series(chart)) if value is not None]
    values = chart.data.known
    return [[written(look, [known[-1], *values])[0]]]


def _frame(pen: Pen, look: Look, numbers: Sequence[float], names: Sequence[list[str]]) -> Frame:
    beside = max(widest(pen, lines, SIZE, True) for lines in names) + 2 * GAP + EDGE
    return Frame(number_room(pen, look, numbers), LINE / 2 + 2, WIDTH - beside, LINE / 2 + 2 + TALL)


def _across(chart: Chart, frame: Frame) -> Scale:
    found = places(chart.data.labels)
    return Scale(min(found), max(found), frame.left + GAP, frame.right)


def _name_ends(pen: Pen, colours: Sequence[str], names: Sequence[list[str]], ends: Sequence[Point], frame: Frame) -> None:
    """Each line's name right of its end, moved where two would touch."""
    heights = [LINE * len(lines) + 2 for lines in names]
    middles = spread([y for _, y in ends], heights, 0, frame.bottom + LINE)
    for number, (lines, middle, (x, y)) in enumerate(zip(names, middles, ends, strict=True)):
        if abs(middle - y) > MOVED or x < frame.right - MOVED:
            pen.line([(x + 5, y), (frame.right + 2 * GAP - 3, middle)], colours[number], 0.75)
        write_lines(pen, (frame.right + 2 * GAP, middle), lines, colours[number], bold=True)


def _labels_below(chart: Chart, pen: Pen, look: Look, lang: str, frame: Frame, across: Scale) -> float:
    """The rows' names below, those that find room, each with a small tick. Returns the height of the chart."""
    spots = [across.at(place) for place in places(chart.data.labels)]
    base = frame.bottom + GAP + SMALL + 2
    for spot, words in shown(chart.data.labels, spots, lang, lambda text: pen.width_of(text, SMALL)):
        half = pen.width_of(words, SMALL) / 2
        pen.line([(spot, frame.bottom), (spot, frame.bottom + 4)], look.muted, 0.75)
        pen.words((min(max(spot, half), WIDTH - half), base), words, look.muted, SMALL, "center")
    return base + GAP
