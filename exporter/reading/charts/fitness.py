"""What a type of chart can show: how many rows and series, which numbers; what it can't is told with a hint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from exporter.chart_data import ChartType
from exporter.reading.charts.figures import Figures
from exporter.reading.problem import Problem


class Limits(Struct, frozen=True):
    """The most rows and series, whether numbers are added up, and the exact number of rows (0 = any)."""

    rows: int
    series: int
    adds_up: bool = False
    exactly: int = 0
    rows_at_least: int = 1


LIMITS: Mapping[ChartType, Limits] = {
    "bar": Limits(40, 1),
    "grouped-bar": Limits(12, 4),
    "stacked-bar": Limits(30, 6, adds_up=True),
    "line": Limits(400, 6, rows_at_least=2),
    "area": Limits(400, 6, adds_up=True, rows_at_least=2),
    "dot": Limits(40, 4),
    "slope": Limits(2, 12, exactly=2),
}


def misfits(kind: ChartType, figures: Figures) -> Iterator[Problem]:
    """Why this type can't show these figures as a whole."""
    limits, rows, series = LIMITS[kind], len(figures.rows), len(figures.head) - 1
    if limits.exactly and rows != limits.exactly:
        hint = f"“{figures.head[0]}” has {rows} values; a line chart shows more, a bar chart one."
        yield Problem("chart.slope", "a slope chart leads from one point in time to another", hint)
    elif rows > limits.rows:
        yield Problem(
            "chart.too-many-rows", f"a chart of the type “{kind}” shows at most {limits.rows} rows, not {rows}", FEWER[kind]
        )
    elif rows < limits.rows_at_least:
        yield Problem(
            "chart.too-few-rows", f"a chart of the type “{kind}” needs {limits.rows_at_least} rows", "A bar chart shows one."
        )
    if series > limits.series:
        yield _too_many_series(kind, limits.series, series)
    if figures.sound and all(value is None for row in figures.values for value in row):
        yield Problem("chart.no-numbers", "the columns of this chart hold no number", "Every cell is empty.")


def _too_many_series(kind: ChartType, most: int, series: int) -> Problem:
    if most == 1:
        hint = "The types “grouped-bar”, “stacked-bar” and “dot” show several."
        return Problem("chart.too-many-series", f"a chart of the type “{kind}” shows one series, not {series}", hint)
    hint = "Leave some out, or sum up the small ones as “Other”."
    fact = f"{series} series can't be told apart in a chart of the type “{kind}”, {most} can"
    return Problem("chart.too-many-series", fact, hint)


FEWER: Mapping[ChartType, str] = {
    "bar": "Show the largest, and sum up the others; a line shows a long row of years.",
    "grouped-bar": "A line or dot chart shows more.",
    "stacked-bar": "An area chart shows a long row of years.",
    "line": "Take means over longer times.",
    "area": "Take means over longer times.",
    "dot": "Show the largest, and sum up the others.",
}


def misplaced(kind: ChartType, value: float | None) -> Problem | None:
    """Why this type can't show one number, or its absence."""
    if not LIMITS[kind].adds_up:
        return None
    if value is None:
        hint = "Write 0 where it is nothing; where nobody knows, a line chart leaves a gap."
        return Problem("chart.empty-cell", "what is added up needs every number", hint)
    if value < 0:
        hint = "The type “grouped-bar” or “line” shows numbers below zero."
        return Problem("chart.negative", "what is added up can't be below zero", hint)
    return None
