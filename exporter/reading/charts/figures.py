"""The columns that a chart asks for, as a table with a column a series, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from exporter.reading.charts.csv_text import Cell, Row, Sheet
from exporter.reading.charts.numbers import Numbers
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.problem import Problem

Number = float | None


class Figures(NamedTuple):
    """`head` and `rows` are words as the file has them, the first of each row what its numbers are of; `cells` have the
    place of each number, `values` the numbers. Not `sound`: a row stands twice or a cell holds no number, which is told."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[tuple[Number, ...], ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    sound: bool = True


def column_of(sheet: Sheet, name: str) -> int | Problem:
    """The place of a column by its name, exact or, where only one is, without regard to case."""
    names = [cell.text for cell in sheet.head]
    found = [place for place, known in enumerate(names) if known == name]
    found = found or [place for place, known in enumerate(names) if known.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        return Problem("chart.column-twice", f"two columns of the file are named “{name}”", "Rename one of them.")
    listed = "The file has " + ", ".join(f"“{known}”" for known in names if known) + "."
    return Problem("chart.missing-column", f"there is no column “{name}”", f"{suggestion(name, names)} {listed}".strip())


def take(sheet: Sheet, x: int, ys: Sequence[int], series: int | None, numbers: Numbers, mistakes: Mistakes) -> Figures:
    """The figures of a sheet: a series is a column of `ys`, or where `series` names a column each of its values.

    What is wrong is told in the file of `mistakes`.
    """
    before = len(mistakes.found)
    labelled = [row for row in sheet.rows if _is_labelled(row[x], sheet.head[x], mistakes)]
    made = (
        _spread(sheet, labelled, x, ys[0], series, mistakes)
        if series is not None
        else _side_by_side(labelled, x, ys, mistakes)
    )
    names = tuple(made.names if series is not None else [sheet.head[y].text for y in ys])
    values = tuple(tuple(_number(cell, numbers, mistakes) for cell in cells) for cells in made.cells)
    rows = tuple(
        (label, *(cell.text if cell else "" for cell in cells)) for label, cells in zip(made.labels, made.cells, strict=True)
    )
    return Figures((sheet.head[x].text, *names), rows, values, made.cells, len(mistakes.found) == before)


class _Table(NamedTuple):
    labels: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[tuple[Cell | None, ...], ...]


def _is_labelled(cell: Cell, head: Cell, mistakes: Mistakes) -> bool:
    if not cell.text:
        fact = f"this row says nothing under “{head.text}”"
        mistakes.error("chart.no-label", fact, cell.spot, "Name what its numbers are of, or take the row out.")
    return bool(cell.text)


def _side_by_side(rows: Sequence[Row], x: int, ys: Sequence[int], mistakes: Mistakes) -> _Table:
    """A series a column: each row has its own label."""
    first: dict[str, Cell] = {}
    for row in rows:
        if row[x].text in first:
            _tell_twice(row[x], first[row[x].text], row[x].text, mistakes)
        first.setdefault(row[x].text, row[x])
    return _Table(tuple(row[x].text for row in rows), (), tuple(tuple(row[y] for y in ys) for row in rows))


def _spread(sheet: Sheet, rows: Sequence[Row], x: int, y: int, series: int, mistakes: Mistakes) -> _Table:
    """A series for each value of a column: rows of one label become one."""
    labels, names, found = dict.fromkeys(row[x].text for row in rows), dict[str, None](), dict[tuple[str, str], Cell]()
    for row in rows:
        if not _is_labelled(row[series], sheet.head[series], mistakes):
            continue
        key = row[x].text, row[series].text
        names.setdefault(row[series].text)
        if key in found:
            _tell_twice(row[x], found[key], " · ".join(key), mistakes)
        found.setdefault(key, row[y])
    return _Table(tuple(labels), tuple(names), tuple(tuple(found.get((label, name)) for name in names) for label in labels))


def _tell_twice(cell: Cell, first: Cell, label: str, mistakes: Mistakes) -> None:
    hint = f"The first one is in line {first.spot.line}."
    mistakes.error("chart.row-twice", f"“{label}” stands here a second time", cell.spot, hint)


def _number(cell: Cell | None, numbers: Numbers, mistakes: Mistakes) -> Number:
    read = numbers.read(cell.text) if cell else None
    if isinstance(read, Problem) and cell:
        mistakes.error(read.code, read.fact, cell.spot, read.hint)
    return None if isinstance(read, Problem) else read
