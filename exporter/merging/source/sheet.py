"""A content file's text, on which places are marked and then written over, all at once."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct


class Patch(Struct, frozen=True):
    """`text[start:end]` becomes `words`, whose line ends are "\\n"; patches of one place keep their order."""

    start: int
    end: int
    words: str


class Sheet:
    """The text of some bytes. Lines and columns count from 1; line ends and a byte order mark stay as they are."""

    def __init__(self, data: bytes) -> None:
        self.mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self.text = data[len(self.mark) :].decode("utf-8")
        self.lines = self.text.split("\n")
        self.end = "\r\n" if self.lines[0].endswith("\r") else "\n"
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def line(self, number: int) -> str:
        """A line without its end; "" outside the file."""
        return self.lines[number - 1].rstrip("\r") if 1 <= number <= len(self.lines) else ""

    def at(self, line: int, column: int = 1) -> int:
        """The offset of a place."""
        return min(self._starts[line - 1] + column - 1, len(self.text))

    def end_of(self, line: int) -> int:
        """The offset behind a line's last character."""
        return self.at(line) + len(self.line(line))

    def line_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset)

    def patched(self, patches: Sequence[Patch]) -> bytes:
        """The bytes with all patches in them. Raises ValueError where two of them overlap."""
        made, at = [], 0
        for patch in sorted(patches, key=lambda patch: (patch.start, patch.end)):
            if patch.start < at:
                raise ValueError("two edits overlap")
            made += [self.text[at : patch.start], patch.words.replace("\n", self.end)]
            at = patch.end
        return self.mark + "".join([*made, self.text[at:]]).encode("utf-8")
