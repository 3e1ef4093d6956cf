"""The numbers that a chart shows, as a table of the file's own words."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

ChartType = Literal["bar", "grouped-bar", "stacked-bar", "line", "area", "dot", "slope"]


class ChartData(Struct, frozen=True):
    """`head` names the columns: what the numbers are of, then each series; `rows` are the words under it, as the file has
    them, and `values` the numbers of each row, None where a cell is empty."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    values: tuple[tuple[float | None, ...], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the numbers of each row are of."""
        return tuple(row[0] for row in self.rows)

    @property
    def series(self) -> tuple[str, ...]:
        """The names of the series."""
        return self.head[1:]

    @property
    def known(self) -> tuple[float, ...]:
        """All numbers, row by row."""
        return tuple(value for row in self.values for value in row if value is not None)
