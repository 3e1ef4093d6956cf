"""The page: its text area in twentieths of a point, of ours (A4) and of any section (17.6.11, 17.6.13, 17.6.4)."""

from __future__ import annotations

from msgspec import Struct

from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.measures import twips

WIDTH, HEIGHT = 11906, 16838
MARGINS = {"top": 1701, "right": 1361, "bottom": 1474, "left": 1361, "header": 794, "footer": 680, "gutter": 0}

TEXT_WIDTH = WIDTH - MARGINS["left"] - MARGINS["right"]  # the tab stops at the right in styles.xml stand here
TEXT_HEIGHT = HEIGHT - MARGINS["top"] - MARGINS["bottom"]

LETTER = (12240, 15840)  # what Word takes where a section does not say
MARGIN, BETWEEN_COLUMNS = 1440, 720
NARROWEST = 1440  # what a text area has at least, however odd a section is


class TextArea(Struct, frozen=True):
    """Where text stands on a page: the width of a column, and the height."""

    width: int = TEXT_WIDTH
    height: int = TEXT_HEIGHT


def text_area(section: Element | None) -> TextArea:
    """The text area of a `w:sectPr`, of its narrowest column where it has several."""
    size, margins = _child(section, "pgSz"), _child(section, "pgMar")
    width, height = _measure(size, "w", LETTER[0]), _measure(size, "h", LETTER[1])
    sides = ("left", "right", "gutter")
    width -= sum(_measure(margins, side, 0 if side == "gutter" else MARGIN) for side in sides)
    height -= sum(abs(_measure(margins, side, MARGIN)) for side in ("top", "bottom"))
    return TextArea(max(_column(_child(section, "cols"), width), NARROWEST), max(height, NARROWEST))


def _column(columns: Element | None, width: int) -> int:
    if columns is None:
        return width
    own = [_measure(column, "w", width) for column in columns.iterfind(W + "col")]
    number = len(own) or _measure(columns, "num", 1)
    if number < 2:
        return width
    return min(own) if own else (width - (number - 1) * _measure(columns, "space", BETWEEN_COLUMNS)) // number


def _child(section: Element | None, name: str) -> Element | None:
    return None if section is None else section.find(W + name)


def _measure(element: Element | None, name: str, usual: int) -> int:
    return usual if element is None else twips(element.get(W + name, ""), usual)
