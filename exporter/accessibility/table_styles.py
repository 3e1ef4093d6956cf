"""What a table's style says of each of its cells, by the cell's place (ISO/IEC 29500-1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from exporter.accessibility.vocabulary import CELL, ROW, TABLE, W, children, nearest, val
from exporter.opc import Element

Chain = tuple[Element, ...]
LOOK = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}


class Spot(Struct, frozen=True):
    """Where a cell stands, and what its table wants to be told apart (17.4.56)."""

    row: int
    column: int
    is_last_row: bool
    is_last_column: bool
    look: frozenset[str]

    def conditions(self) -> Iterator[str]:
        """The conditional formats that hold for the cell, the strongest first."""
        top = self.row == 0 and "firstRow" in self.look
        bottom = self.is_last_row and "lastRow" in self.look
        left = self.column == 0 and "firstColumn" in self.look
        right = self.is_last_column and "lastColumn" in self.look
        corners = {"nwCell": top and left, "neCell": top and right, "swCell": bottom and left, "seCell": bottom and right}
        edges = {"firstCol": left, "lastCol": right, "firstRow": top, "lastRow": bottom}
        yield from (name for name, holds in (corners | edges).items() if holds)
        if "noHBand" not in self.look:
            yield f"band{(self.row - ('firstRow' in self.look)) % 2 + 1}Horz"
        if "noVBand" not in self.look:
            yield f"band{(self.column - ('firstColumn' in self.look)) % 2 + 1}Vert"


class TableStyles:
    """Answers for cells; each table is looked through once."""

    def __init__(self, styles_of: Callable[[Element], Chain]) -> None:
        self._styles_of = styles_of
        self._formats: dict[Element, Chain] = {}

    def formats(self, cell: Element | None) -> Chain:
        """The elements that hold a cell's properties by style, the strongest first: conditional formats, then the styles."""
        if cell is None:
            return ()
        if cell not in self._formats:
            table = nearest(cell, TABLE)
            self._formats |= {} if table is None else self._of_table(table)
        return self._formats.get(cell, ())

    def _of_table(self, table: Element) -> dict[Element, Chain]:
        styles, spots = self._styles_of(table), dict(_spots(table))
        chains: dict[tuple[str, ...], Chain] = {}
        for conditions in {tuple(spot.conditions()) for spot in spots.values()}:
            formats = (
                found
                for condition in conditions
                for style in styles
                for found in style.iterfind(W + "tblStylePr")
                if found.get(W + "type") == condition
            )
            chains[conditions] = (*formats, *styles)
        return {cell: chains[tuple(spot.conditions())] for cell, spot in spots.items()}


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of each row, without those of tables within."""
    return [[cell for cell in children(row) if cell.tag == CELL] for row in children(table) if row.tag == ROW]


def look_of(table: Element) -> frozenset[str]:
    """What `w:tblLook` asks for, by its attributes or, of older files, its bits."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int(val(look, "0"), 16)
    except ValueError:
        bits = 0
    return frozenset(
        name for name, bit in LOOK.items() if look.get(W + name, str(int(bool(bits & bit)))) in ("1", "true", "on")
    )


def _spots(table: Element) -> Iterator[tuple[Element, Spot]]:
    rows, look = rows_of(table), look_of(table)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            yield cell, Spot(number, column, number == len(rows) - 1, column == len(row) - 1, look)
