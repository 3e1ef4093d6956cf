"""Where the characters of an inline text stand in its file."""

from __future__ import annotations

import re
from bisect import bisect_right

from exporter.diagnostics import Source
from exporter.reading.spot import Spot


class Places:
    """The places of an inline text that begins at a line of the source.

    markdown-it gives an inline text its lines without their indentation and markers, and no columns: a line of the text is
    the end of its line in the file. Of a table's cell the `column` is known.
    """

    def __init__(self, source: Source, line: int, text: str, column: int = 0) -> None:
        self.source, self.line, self.text, self.column = source, line, text, column
        self._starts: list[int] = []  # where each line of the text begins
        self._columns: dict[int, int] = {}  # row → column in the file of the first character of `text` in it

    def spot(self, start: int, end: int = 0) -> Spot:
        """The spot of `text[start:end]`, cut at the end of its first line."""
        if not self._starts:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        row = bisect_right(self._starts, start) - 1
        if row not in self._columns:
            self._columns[row] = self._column(row)
        line = self.source.line(self.line + row)
        if not self._columns[row]:
            return whole_line(self.source, self.line + row)
        column = max(1, min(self._columns[row] + start - self._starts[row], len(line)))
        return Spot(self.line + row, column, max(1, min(end - start, len(line) - column + 1)))

    def _column(self, row: int) -> int:
        """The column where a line of the text would begin with its indentation; 0 when it can't be found in the file."""
        if self.column:
            return self.column
        finish = self._starts[row + 1] - 1 if row + 1 < len(self._starts) else len(self.text)
        piece = self.text[self._starts[row] : finish]
        words, line = piece.strip(), self.source.line(self.line + row)
        found = line.rfind(words)
        return max(1, found + 1 - (len(piece) - len(piece.lstrip()))) if found >= 0 else 0


def whole_line(source: Source, number: int) -> Spot:
    """The words of a line, without the white space around them."""
    line = source.line(number)
    return Spot(number, len(line) - len(line.lstrip()) + 1 if line.strip() else 1, max(1, len(line.strip())))
