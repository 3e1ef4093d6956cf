"""Tables (ISO/IEC 29500-1, 17.4): where each cell stands in both views, and what the table's style gives its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from msgspec import Struct, field

from exporter.merging.copy.revisions import Around, under
from exporter.merging.copy.stream import Element, Side, Where
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.view import Cell
from exporter.rendering.word.markup import W

HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,8}")


class Tables(Struct):
    """The tables that were met in each view: how many cells each of their rows has."""

    final: list[tuple[int, ...]] = field(default_factory=list)
    original: list[tuple[int, ...]] = field(default_factory=list)


class Met(Struct, frozen=True):
    """A cell: its element, what holds in it, where it stands; `fact` says what is odd about it."""

    element: Element
    around: Around
    where: Where
    fact: str = ""


class Grid:
    """One `w:tbl`. It counts as a table in the views in which it has a row."""

    def __init__(self, element: Element, around: Around, tables: Tables, styles: Styles) -> None:
        self._rows = [(row, under(around, row.find(W + "trPr"))) for row in _through(element, "tr")]
        self._numbers = (len(tables.final), len(tables.original))
        for side in get_args(Side):
            if shape := tuple(_count(row, of_row, side) for row, of_row in self._rows if getattr(of_row, side)):
                getattr(tables, side).append(shape)
        properties = element.find(W + "tblPr")
        self._styles, self._style = styles, _value(properties, "tblStyle")
        self._look = _look(None if properties is None else properties.find(W + "tblLook"))

    def cells(self) -> Iterator[Met]:
        """All cells in the order of the file, those of deleted rows too."""
        final = original = 0
        for number, (row, around) in enumerate(self._rows):
            yield from self._of_row(row, around, (final, original), number)
            final, original = final + around.final, original + around.original

    def _of_row(self, row: Element, around: Around, rows: tuple[int, int], number: int) -> Iterator[Met]:
        before = _number(row.find(W + "trPr"), "gridBefore", 0)
        final = original = before
        for element in _through(row, "tc"):
            properties = element.find(W + "tcPr")
            of_cell = under(around, properties)
            span = _number(properties, "gridSpan", 1)
            looks = self._styles.table_looks(self._style, self._kinds(number, final)) if self._style else {}
            where = Where(Cell(self._numbers[0], rows[0], final), Cell(self._numbers[1], rows[1], original), looks)
            merged = span > 1 or (properties is not None and properties.find(W + "vMerge") is not None)
            yield Met(element, of_cell, where, "a merged cell" if merged else "")
            final, original = final + span * of_cell.final, original + span * of_cell.original

    def _kinds(self, row: int, column: int) -> tuple[str, ...]:
        """The conditions that a cell meets, the strongest last (17.7.6.5)."""
        places = {"firstColumn": column == 0, "firstRow": row == 0, "lastRow": row == len(self._rows) - 1}
        names = {"firstColumn": "firstCol", "firstRow": "firstRow", "lastRow": "lastRow"}
        return tuple(names[name] for name, met in places.items() if met and self._look.get(name))


def _count(row: Element, around: Around, side: Side) -> int:
    """How many cells a row has in a view."""
    return sum(getattr(under(around, cell.find(W + "tcPr")), side) for cell in _through(row, "tc"))


def _look(element: Element | None) -> dict[str, bool]:
    """Which conditions of its style a table takes, by the attributes or, of older files, the bits of `w:val` (17.4.56)."""
    if element is None:
        return {}
    value = element.get(W + "val", "")
    bits = int(value, 16) if HEXADECIMAL.fullmatch(value) else 0
    masks = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80}
    return {name: element.get(W + name, "1" if bits & mask else "0") in ("1", "true", "on") for name, mask in masks.items()}


def _through(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, content controls and custom XML seen through."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag == W + "sdt":
            for content in child.iterfind(W + "sdtContent"):
                yield from _through(content, name)
        elif child.tag == W + "customXml":
            yield from _through(child, name)


def _number(parent: Element | None, name: str, least: int) -> int:
    value = _value(parent, name)
    return max(int(value), least) if value.isdecimal() else least


def _value(parent: Element | None, name: str) -> str:
    found = None if parent is None else parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")
