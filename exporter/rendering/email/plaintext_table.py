"""A table in plain text: columns where they fit, else a record for each row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from exporter.model import Alignment
from exporter.rendering.email.wrapping import BLANK, END, Line, Run, width_of, wrap

GAP = 2  # columns between two columns
Cell = list[Run]


def table_lines(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], align: Sequence[Alignment], width: int) -> list[Line]:
    """The lines of a table of at most `width` columns; each cell is given as its runs."""
    flat = [[_flat(cell) for cell in row] for row in (head, *rows)]
    widths = [max(map(_width, column)) for column in zip_longest(*flat, fillvalue=Cell())]
    if sum(widths) + GAP * (len(widths) - 1) > width:
        return _records(head, rows, width)
    lines = [_aligned(row, widths, align) for row in flat]
    return [lines[0], (Run("", (" " * GAP).join("-" * column for column in widths)), END), *lines[1:]]


def _flat(cell: Cell) -> Cell:
    """A cell as one line."""
    lines = wrap([run if run.kind != "break" else Run(run.id, " ") for run in cell], 10**6)
    return [run for line in lines for run in line if run.text != "\n"]


def _width(cell: Cell) -> int:
    return sum(width_of(run.text) for run in cell)


def _aligned(row: Sequence[Cell], widths: Sequence[int], align: Sequence[Alignment]) -> Line:
    """One row, each cell at its place; nothing after the last word."""
    line: list[Run] = []
    pad = 0
    for index, room in enumerate(widths):
        cell = row[index] if index < len(row) else []
        free = room - _width(cell)
        side = align[index] if index < len(align) else ""
        before = free if side == "right" else free // 2 if side == "center" else 0
        if cell:
            line += [Run("", " " * (pad + before)), *cell]
            pad = free - before + GAP
        else:
            pad += free + GAP
    return (*line, END)


def _records(head: Sequence[Cell], rows: Sequence[Sequence[Cell]], width: int) -> list[Line]:
    """The names of the columns, then each row as lines of “name: value” where it has a value."""
    names = [run for cell in head if cell for run in (Run("", " | "), *cell)][1:]
    lines = wrap(names, width)
    for row in rows:
        lines.append(BLANK)
        for name, value in zip_longest(head, row, fillvalue=Cell()):
            lines += _field(name, value, width) if value else []
    return lines


def _field(name: Cell, value: Cell, width: int) -> list[Line]:
    """One value behind the name of its column, which is the source's only once, at the top."""
    label = [*(Run("", run.text, run.kind) for run in name), Run("", ": ")] if name else []
    lines = wrap([*label, *value], width - 2)
    return [(Run("", "  "), *line) if index else line for index, line in enumerate(lines)]
