"""A place in a file that is being read."""

from __future__ import annotations

from msgspec import Struct

from exporter.model import Span


class Spot(Struct, frozen=True):
    """Where something is written: 1-based line and column, the characters to underline there, and its last line."""

    line: int
    column: int = 1
    length: int = 1
    end_line: int = 0

    def span(self) -> Span:
        return Span(self.line, max(self.line, self.end_line), self.column)
