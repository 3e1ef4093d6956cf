"""On every chart of the gallery, words stand inside the sheet and touch no other words."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import pytest

from exporter import model as m
from exporter.drawing import draw
from exporter.drawing.fonts import chart_fonts
from exporter.drawing.pen import Pen, Point, Side
from tests import samples
from tests.charts import GALLERY, chart


class Word(NamedTuple):
    """Words and the box that they fill, without the descenders."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Recorder(Pen):
    """A pen that knows what it has written, and where."""

    def words(self, at: Point, text: str, colour: str, size: float, side: Side = "left", bold: bool = False) -> None:
        super().words(at, text, colour, size, side, bold)
        width = self.width_of(text, size, bold)
        left = at[0] - {"left": 0.0, "center": width / 2, "right": width}[side]
        self.written = [*self.written, Word(text, left, at[1] - 0.7 * size, left + width, at[1])]

    written: list[Word] = []  # noqa: RUF012  # never changed, each pen has its own after its first word


def written(one: m.Chart, monkeypatch: pytest.MonkeyPatch, lang: str = "en") -> tuple[list[Word], int]:
    """The words of a chart, and its height."""
    monkeypatch.setattr(draw, "Pen", Recorder)
    brand = samples.brand()
    fonts = chart_fonts(brand.typography.headings, one, lang)
    pen, height = draw.drawn(one, brand.light, fonts, lang, "ltr")
    assert isinstance(pen, Recorder)
    return [word for word in pen.written if word.text], height


@pytest.mark.parametrize("name", GALLERY)
def test_no_word_leaves_the_sheet_or_touches_another(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words, height = written(GALLERY[name], monkeypatch)
    assert words
    assert [word for word in words if word.left < 0 or word.right > 536 or word.top < 0 or word.bottom > height] == []
    touching = [
        (one.text, other.text)
        for one, other in combinations(words, 2)
        if one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
    ]
    assert touching == []


def texts(one: m.Chart, monkeypatch: pytest.MonkeyPatch, lang: str = "en") -> list[str]:
    return [word.text for word in written(one, monkeypatch, lang)[0]]


def test_years_are_years_and_not_thousands(monkeypatch: pytest.MonkeyPatch) -> None:
    years = [text for text in texts(GALLERY["odd years"], monkeypatch) if len(text) == 4]
    assert years == [str(year) for year in range(2005, 2026, 2)]


def test_a_single_series_of_bars_says_each_number_as_the_language_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    one = chart("bar", ("Hafen", "Tonnen"), ("Alder", 1234.5), ("Brank", -880))
    assert texts(one, monkeypatch, "de") == ["1.234,5", "−880,0", "Alder", "Brank"]


def test_an_axis_has_few_round_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    words = texts(GALLERY["stacks"], monkeypatch)
    assert words[3:9] == ["0", "100", "200", "300", "400", "500"]


def test_months_and_days_are_spelled_in_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "janv. 2024" in texts(GALLERY["months"], monkeypatch, "fr")
    assert "1 mars" in texts(GALLERY["days"], monkeypatch, "fr")


def test_lines_are_named_at_their_ends_from_the_highest_to_the_lowest(monkeypatch: pytest.MonkeyPatch) -> None:
    words, _ = written(GALLERY["lines that end close"], monkeypatch)
    names = sorted((word for word in words if word.text in GALLERY["lines that end close"].data.series), key=lambda w: w.top)
    assert [word.text for word in names] == ["Grain and feed", "Building material", "Timber"]
