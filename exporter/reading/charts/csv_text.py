"""CSV (RFC 4180) into rows of cells that know their place; the delimiter is a comma, a semicolon or a tab."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.reading.mistakes import Mistakes
from exporter.reading.spot import Spot

DELIMITERS = (",", ";", "\t")
QUOTED = re.compile(r' *"((?:[^"]|"")*)" *')


class Cell(NamedTuple):
    """The words of a cell, and where they stand."""

    text: str
    spot: Spot


Row = tuple[Cell, ...]


class Sheet(NamedTuple):
    """The first row, which names the columns, and the others, each as long as it."""

    head: Row
    rows: tuple[Row, ...]


def read_sheet(mistakes: Mistakes) -> Sheet | None:
    """The rows of the source of `mistakes`, or None where there are none or one can't be read; all is told."""
    rows = [row for row in _rows(mistakes) if any(cell.text for cell in row)]
    if mistakes.has_errors:
        return None
    if not rows:
        hint = "Its first line names the columns; each line after it has their values."
        mistakes.error("chart.no-rows", "this file is empty", Spot(1), hint)
        return None
    head = _without_empty_end(rows[0], 0)
    if len(rows) == 1:
        mistakes.error("chart.no-rows", "below the names of the columns there is no row", head[0].spot)
        return None
    body = tuple(_without_empty_end(row, len(head)) for row in rows[1:])
    for row in body:
        if len(row) != len(head):
            _tell_ragged(row, head, mistakes)
    return None if mistakes.has_errors else Sheet(head, body)


def _without_empty_end(row: Row, width: int) -> Row:
    """A row without the empty cells that programs write beyond the last column."""
    end = len(row)
    while end > max(width, 1) and not row[end - 1].text:
        end -= 1
    return row[:end]


def _tell_ragged(row: Row, head: Row, mistakes: Mistakes) -> None:
    count = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    fact = f"this row has {count}, and the first line names {len(head)} columns"
    hint = "A cell that holds the sign between cells stands between straight quotes."
    spot = row[min(len(row), len(head) + 1) - 1].spot
    mistakes.error("chart.ragged-row", fact, spot, hint)


def delimiter_of(text: str) -> str:
    """The sign between cells: the one that the first line has most of, outside of quotes."""
    first = re.sub(r'"(?:[^"]|"")*"', "", text.lstrip("\n").split("\n", 1)[0])
    return max(DELIMITERS, key=first.count)


def _rows(mistakes: Mistakes) -> Iterator[Row]:
    """The rows of a text whose line ends are `\\n`; a quoted cell may hold some."""
    text = mistakes.source.text
    delimiter = delimiter_of(text)
    bare = re.compile(rf"[^{re.escape(delimiter)}\n]*")
    row: list[Cell] = []
    position, starts = 0, _starts(text)
    while position <= len(text):
        match = QUOTED.match(text, position)
        if match is None:
            match = bare.match(text, position)
            assert match is not None  # it matches nothing, too
        end = match.end()
        cell = _cell(text, position, match, starts)
        if (end < len(text) and text[end] not in (delimiter, "\n")) or (cell.text.startswith('"') and not match.re.groups):
            hint = "Double a quote inside a quoted cell, and close it before the next cell begins."
            mistakes.error("chart.quote", "the quotes of this cell do not match", cell.spot, hint)
            return
        row.append(cell)
        if end == len(text) or text[end] == "\n":
            yield tuple(row)
            row = []
        position = end + 1


def _starts(text: str) -> Sequence[int]:
    """Where each line begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _cell(text: str, position: int, match: re.Match[str], starts: Sequence[int]) -> Cell:
    quoted = match.re is QUOTED
    words = match[1].replace('""', '"') if quoted else match[0]
    begin = position + len(match[0]) - len(match[0].lstrip(" "))
    line = bisect_right(starts, begin)
    length = len(match[0].strip(" ").split("\n", 1)[0])
    return Cell(" ".join(words.split()), Spot(line, begin - starts[line - 1] + 1, max(length, 1)))
