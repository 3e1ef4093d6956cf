"""A chart's fence and its data into the model's chart.

::: {.chart src="data/cargo.csv" type="bar" x="Harbour" y="Tonnes" alt="Alder leads with 410 tonnes."}
Ferries are left out.
:::
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from exporter.chart_data import ChartData, ChartType
from exporter.model import Chart, Inline
from exporter.reading.charts.csv_text import Sheet
from exporter.reading.charts.data_files import DataFile
from exporter.reading.charts.figures import Figures, column_of, take
from exporter.reading.charts.fitness import misfits, misplaced
from exporter.reading.charts.numbers import Numbers
from exporter.reading.markdown.inlines import Desk
from exporter.reading.markdown.nodes import Node, span, spot
from exporter.reading.markdown.places import Places
from exporter.reading.mistakes import suggestion
from exporter.reading.problem import Problem

TYPES: tuple[ChartType, ...] = get_args(ChartType)
NEEDED = {
    "src": 'Name the file of its numbers: src="data/cargo.csv".',
    "type": "It is one of " + ", ".join(f"“{kind}”" for kind in TYPES) + ".",
    "x": "Name the column that says what the numbers are of, as its first line does.",
    "y": "Name the column of the numbers, or several with commas between them.",
    "alt": "Say in a sentence what it shows, for those who can't see it.",
}


def chart_of(desk: Desk, node: Node, caption: tuple[Inline, ...]) -> Chart | None:
    """The chart of a numbered node; None when something is wrong with it, which is told."""
    maker = _Maker(desk, node)
    kind, figures = maker.kind(), maker.figures()
    if kind is None or figures is None or not maker.fits(kind, figures) or not maker.given("alt"):
        return None
    return Chart(
        id=node.id,
        span=span(node, desk.mistakes.source),
        type=kind,
        alt=maker.given("alt"),
        data=ChartData(figures.head, figures.rows, figures.values),
        title=maker.given("title"),
        unit=maker.given("unit"),
        caption=caption,
        credit=maker.given("credit"),
    )


class _Maker:
    """Reads what a fence asks for, and tells what is wrong where it stands."""

    def __init__(self, desk: Desk, node: Node) -> None:
        self.desk, self.node = desk, node
        self.file: DataFile | None = None
        self.numbers = Numbers(desk.lang)
        where = spot(node, desk.mistakes.source)
        self.places = Places(desk.mistakes.source, where.line, node.token.content)
        for key, hint in NEEDED.items():
            if not self.given(key):
                desk.mistakes.error("chart.missing-key", f"this chart has no “{key}”", where, hint)

    def given(self, key: str) -> str:
        """What the fence says under a key, "" when nothing."""
        return (self.node.attributes.get(key) or "").strip()

    def tell(self, key: str, problem: Problem) -> None:
        """Tell a problem at a key of the fence."""
        entry = next(entry for entry in reversed(self.node.attributes.entries) if entry.key == key)
        at = self.places.spot(entry.start, entry.end)
        self.desk.mistakes.error(problem.code, problem.fact, at, problem.hint)

    def kind(self) -> ChartType | None:
        """The chart's type, None when it is missing or unknown."""
        given = self.given("type")
        found = next((known for known in TYPES if known == given), None)
        if given and found is None:
            hint = suggestion(given, TYPES) or NEEDED["type"]
            self.tell("type", Problem("chart.unknown-type", f"“{given}” is no type of chart", hint))
        return found

    def figures(self) -> Figures | None:
        """What the columns hold, None when a column is missing or a number can't be read."""
        sheet = self._sheet()
        x, ys = self._column(sheet, "x"), self._columns(sheet)
        series = self._column(sheet, "series")
        asked = self.given("series")
        if sheet is None or self.file is None or x is None or not ys or (asked and series is None):
            return None
        if asked and len(ys) > 1:
            hint = "With “series” each row holds one number, and “y” names its column."
            self.tell(
                "y", Problem("chart.series-and-columns", "series come from one column or from several, not both", hint)
            )
            return None
        return take(sheet, x, ys, series, self.numbers, self.file.mistakes)

    def _sheet(self) -> Sheet | None:
        if not self.given("src"):
            return None
        loaded = self.desk.data.load(self.given("src"))
        if isinstance(loaded, Problem):
            self.tell("src", loaded)
            return None
        self.file = loaded
        return loaded.sheet

    def _column(self, sheet: Sheet | None, key: str, name: str = "") -> int | None:
        """The place of the column that a key names."""
        name = name or self.given(key)
        if sheet is None or not name:
            return None
        found = column_of(sheet, name)
        if isinstance(found, Problem):
            self.tell(key, found)
            return None
        return found

    def _columns(self, sheet: Sheet | None) -> Sequence[int]:
        """The places of the columns of numbers, none when one of them is missing."""
        whole = self.given("y")
        is_one = sheet is not None and any(cell.text == whole for cell in sheet.head)
        names = [whole] if is_one else [name.strip() for name in whole.split(",") if name.strip()]
        found = [self._column(sheet, "y", name) for name in dict.fromkeys(names)]
        places = [place for place in found if place is not None]
        return places if len(places) == len(found) else ()

    def fits(self, kind: ChartType, figures: Figures) -> bool:
        """Whether this type can show the figures; what it can't show is told here or in the file."""
        problems = list(misfits(kind, figures))
        for problem in problems:
            self.tell("series" if problem.code == "chart.too-many-series" and self.given("series") else "type", problem)
        return not self._tell_misplaced(kind, figures) and figures.sound and not problems

    def _tell_misplaced(self, kind: ChartType, figures: Figures) -> bool:
        told = False
        for values, cells, row in zip(figures.values, figures.cells, figures.rows, strict=True):
            for value, cell, name in zip(values, cells, figures.head[1:], strict=True):
                problem = misplaced(kind, value)
                if problem is None or (value is None and cell and cell.text):  # no number: told already
                    continue
                told = True
                if cell is None:
                    fact = f"“{row[0]}” has no row for “{name}”, and what is added up needs every number"
                    self.tell("type", Problem(problem.code, fact, problem.hint))
                elif self.file is not None:
                    self.file.mistakes.error(problem.code, problem.fact, cell.spot, problem.hint)
        return told
