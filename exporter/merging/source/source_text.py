"""The text of a content file with its bytes: edits are made in the text, and every other byte stays."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from exporter.reading.encoding import BOM

LINE_END = re.compile("\r\n?")


class Change(Struct, frozen=True):
    """`text[start:end]` becomes `new`; where start is end, `new` is put in."""

    start: int
    end: int
    new: str


class SourceText:
    """A content file's text, its line ends made "\\n" and its byte order mark taken off, as reading sees it."""

    def __init__(self, data: bytes) -> None:
        self._raw = data.decode("utf-8")
        whole = self._raw.removeprefix(BOM)
        self._shift = len(self._raw) - len(whole)
        self.text = LINE_END.sub("\n", whole)
        found = LINE_END.search(whole)
        self._line_end = found[0] if found else "\n"
        self._pairs = self._pair_places(whole)
        self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    @staticmethod
    def _pair_places(whole: str) -> list[int]:
        """The places in the text of line ends that are two characters of the file."""
        return [match.start() - number for number, match in enumerate(re.finditer("\r\n", whole))]

    def line(self, number: int) -> str:
        """A 0-based line, without its end; "" behind the last one."""
        return self.text[self.starts[number] : self.line_end(number)] if number < len(self.starts) else ""

    def line_end(self, number: int) -> int:
        """Where a 0-based line ends, before its line end."""
        return self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)

    def is_blank(self, number: int) -> bool:
        """Whether a line holds nothing but what encloses it."""
        return not self.line(number).strip(" \t>")

    def _raw_place(self, place: int) -> int:
        from bisect import bisect_left

        return place + self._shift + bisect_left(self._pairs, place)

    def changed(self, changes: Iterable[Change]) -> bytes:
        """The bytes of the file with some changes, of which none overlaps another; those at one place stand in order."""
        made: list[str] = []
        last = 0
        for change in sorted(changes, key=lambda change: (change.start, change.end)):
            start, end = self._raw_place(change.start), self._raw_place(change.end)
            if start < last:
                raise ValueError("two changes overlap")
            made += [self._raw[last:start], change.new.replace("\n", self._line_end)]
            last = end
        return "".join([*made, self._raw[last:]]).encode("utf-8")

    def part(self, start: int, end: int, changes: Iterable[Change]) -> str:
        """`text[start:end]` with those of the changes that lie in it."""
        made: list[str] = []
        last = start
        for change in sorted(changes, key=lambda change: (change.start, change.end)):
            if start <= change.start and change.end <= end:
                made += [self.text[last : change.start], change.new]
                last = change.end
        return "".join([*made, self.text[last:end]])
