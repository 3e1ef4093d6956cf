"""Bars, upright or lying: one series with its numbers beside it, several side by side, or several added up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from exporter.drawing.arrangement import is_whole, wrapped
from exporter.drawing.axes import Frame, key, number_room, rule_of, rules_across, rules_upright, written
from exporter.drawing.look import EDGE, GAP, LINE, MIDDLE, SIZE, SMALL, WIDTH, Look, widest, write_lines
from exporter.drawing.pen import Pen
from exporter.drawing.positions import is_time, shown
from exporter.drawing.scales import Scale, range_of, ticks
from exporter.model import Chart

TALL = 224.0  # the room for upright bars
MOST_UPRIGHT = 14  # bars of other things than time; more of them lie
WIDEST_BAR, SHARE = 64.0, 0.7  # of an upright bar, and the share of its place that it fills
THICK, THIN = 18.0, 13.0  # lying bars, alone and in groups
LABELS = 200.0  # the most room for labels at the side
LINES = 2  # of a label below an upright bar


class Bar(Struct, frozen=True):
    """A bar from one number to another, in its row: the share of the row's thickness where it begins and ends."""

    row: int
    series: int
    low: float
    high: float
    begin: float = 0.0
    end: float = 1.0

    @property
    def end_value(self) -> float:
        """The number that the bar ends at; it begins at zero or at another bar."""
        return self.high if self.high > 0 else self.low


def draw_bars(chart: Chart, pen: Pen, look: Look, lang: str) -> float:
    """A chart of the type bar, grouped-bar or stacked-bar; returns its height."""
    bars = list(BARS[chart.type](chart))
    top = key(pen, look, chart.data.series) if len(chart.data.series) > 1 else 0.0
    draw = _upright if _stands(chart, pen) else _lying
    return draw(chart, pen, look, lang, bars, top)


def _side_by_side(chart: Chart) -> Iterator[Bar]:
    count = len(chart.data.series)
    for row, values in enumerate(chart.data.values):
        for series, value in enumerate(values):
            if value is not None:
                yield Bar(row, series, min(value, 0.0), max(value, 0.0), series / count, (series + 1) / count)


def _added_up(chart: Chart) -> Iterator[Bar]:
    for row, values in enumerate(chart.data.values):
        ends = [0.0, *accumulate(value or 0.0 for value in values)]
        for series, value in enumerate(values):
            if value:
                yield Bar(row, series, ends[series], ends[series + 1])


BARS: dict[str, Callable[[Chart], Iterator[Bar]]] = {
    "bar": _side_by_side,
    "grouped-bar": _side_by_side,
    "stacked-bar": _added_up,
}


def _stands(chart: Chart, pen: Pen) -> bool:
    """Whether the bars stand: in time always, else where their labels find room below them."""
    if is_time(chart.data.labels):
        return True
    room = (WIDTH - 48) / len(chart.data.rows) - 6
    narrow = [one for one in chart.data.labels if is_whole(one, room, lambda text: pen.width_of(text, SIZE))]
    lines = [wrapped(one, room, lambda text: pen.width_of(text, SIZE)) for one in narrow]
    fits = len(narrow) == len(chart.data.rows) and all(len(one) <= LINES for one in lines)
    return fits and len(chart.data.rows) * (len(chart.data.series) if chart.type == "grouped-bar" else 1) <= MOST_UPRIGHT


# --- upright -------------------------------------------------------------------------------------------------------------


def _upright(chart: Chart, pen: Pen, look: Look, lang: str, bars: Sequence[Bar], top: float) -> float:
    low, high = range_of([0.0, *(end for bar in bars for end in (bar.low, bar.high))], from_zero=True)
    numbers = ticks(low, high)
    said = _numbers_fit(chart, pen, look)
    left = 0.0 if said else number_room(pen, look, numbers)
    frame = Frame(left, top + LINE, WIDTH, top + LINE + TALL)
    if said:
        below = LINE if low < 0 else 0.0
        scale = Scale(low, high, frame.bottom - below, frame.top + LINE)
    else:
        scale = Scale(numbers[0], numbers[-1], frame.bottom, frame.top)
        rules_across(pen, look, scale, numbers, frame)
    place = (frame.right - frame.left) / len(chart.data.rows)
    share = SHARE if len(chart.data.series) == 1 or chart.type == "stacked-bar" else 0.8
    width = min(place * share, WIDEST_BAR * (len(chart.data.series) if chart.type == "grouped-bar" else 1))
    for bar in bars:
        middle = frame.left + place * (bar.row + 0.5)
        begin, end = middle - width / 2 + width * bar.begin, middle - width / 2 + width * bar.end
        _paint(pen, look, bar, (begin, scale.at(bar.high), end, scale.at(bar.low)))
    pen.line([(frame.left, scale.at(0)), (frame.right, scale.at(0))], *rule_of(look, 0))
    if said:
        _say_above(chart, pen, look, bars, scale, frame)
    return _labels_below(chart, pen, look, lang, frame)


def _numbers_fit(chart: Chart, pen: Pen, look: Look) -> bool:
    """Whether each bar has room for its number."""
    if len(chart.data.series) > 1:
        return False
    values = chart.data.known
    return widest(pen, written(look, values)) + 6 <= WIDTH / len(chart.data.rows)


def _say_above(chart: Chart, pen: Pen, look: Look, bars: Sequence[Bar], scale: Scale, frame: Frame) -> None:
    place = (frame.right - frame.left) / len(chart.data.rows)
    for bar, words in zip(bars, written(look, [bar.end_value for bar in bars]), strict=True):
        beyond = -6.0 if bar.end_value >= 0 else 4.0 + SIZE * 0.75
        at = frame.left + place * (bar.row + 0.5), scale.at(bar.end_value) + beyond
        pen.words(at, words, look.ink, SIZE, "center")


def _labels_below(chart: Chart, pen: Pen, look: Look, lang: str, frame: Frame) -> float:
    """The rows' names under their bars; of a long row of years, those that find room. Returns the height of the chart."""
    place = (frame.right - frame.left) / len(chart.data.rows)
    middles = [frame.left + place * (row + 0.5) for row in range(len(chart.data.rows))]
    first = frame.bottom + GAP + SIZE
    if is_time(chart.data.labels):
        for middle, words in shown(chart.data.labels, middles, lang, lambda text: pen.width_of(text, SMALL)):
            half = pen.width_of(words, SMALL) / 2
            pen.words((min(middle, WIDTH - half - EDGE), first), words, look.muted, SMALL, "center")
        return first + GAP
    lines = [wrapped(one, place - 6, lambda text: pen.width_of(text, SIZE)) for one in chart.data.labels]
    for middle, label in zip(middles, lines, strict=True):
        for number, words in enumerate(label):
            pen.words((middle, first + LINE * number), words, look.ink, SIZE, "center")
    return first + LINE * (max(map(len, lines)) - 1) + GAP


# --- lying ---------------------------------------------------------------------------------------------------------------


def _lying(chart: Chart, pen: Pen, look: Look, lang: str, bars: Sequence[Bar], top: float) -> float:
    labels = [wrapped(one, LABELS, lambda text: pen.width_of(text, SIZE)) for one in chart.data.labels]
    left = max(widest(pen, lines) for lines in labels) + GAP + 2
    low, high = range_of([0.0, *(end for bar in bars for end in (bar.low, bar.high))], from_zero=True)
    said = len(chart.data.series) == 1
    numbers = ticks(low, high)
    top += 0.0 if said else LINE
    count = len(chart.data.series) if chart.type == "grouped-bar" else 1
    thick = THICK if count == 1 else THIN * count
    heights = [max(thick + 10.0, LINE * len(lines) + 6.0) for lines in labels]
    frame = Frame(left, top, WIDTH, top + sum(heights))
    if said:
        words = dict(zip((bar.row for bar in bars), written(look, [bar.end_value for bar in bars]), strict=True))
        room = widest(pen, list(words.values())) + 6 + EDGE
        scale = Scale(low, high, left + (room if low < 0 else 0.0), WIDTH - (room if high > 0 else 0.0))
    else:
        scale = Scale(numbers[0], numbers[-1], left + 2, WIDTH - 12)
        rules_upright(pen, look, scale, numbers, frame)
    middles = [frame.top + sum(heights[:row]) + heights[row] / 2 for row in range(len(heights))]
    for middle, lines in zip(middles, labels, strict=True):
        write_lines(pen, (0, middle), lines, look.ink)
    for bar in bars:
        begin = middles[bar.row] - thick / 2
        _paint(pen, look, bar, (scale.at(bar.low), begin + thick * bar.begin, scale.at(bar.high), begin + thick * bar.end))
        if said:
            rises = bar.end_value >= 0
            at = scale.at(bar.end_value) + (6.0 if rises else -6.0), middles[bar.row] + MIDDLE * SIZE
            pen.words(at, words[bar.row], look.ink, SIZE, "left" if rises else "right")
    pen.line([(scale.at(0), frame.top), (scale.at(0), frame.bottom)], *rule_of(look, 0))
    return frame.bottom + 4


def _paint(pen: Pen, look: Look, bar: Bar, box: tuple[float, float, float, float]) -> None:
    """A bar; a line of the ground keeps it apart from its neighbour."""
    edge = look.edges[bar.series] or (look.ground if len(look.fills) > 1 else "")
    pen.box(*box, look.fills[bar.series], edge)
