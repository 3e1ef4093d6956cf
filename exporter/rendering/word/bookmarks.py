"""Range bookmarks around the pieces of the source: `_pr_<id>`, with `_` for `.` (17.13.6.2).

An edited copy is led back to its source by them, and links within the document lead to them. They survive an open and a
save in LibreOffice; sdt tags and paragraph ids do not.
"""

from __future__ import annotations

from exporter.rendering.word.markup import Element, w

PREFIX = "_pr_"


def bookmark_name(piece: str) -> str:
    """The bookmark of a piece: `t1.r0.c2` → `_pr_t1_r0_c2`."""
    return PREFIX + piece.replace(".", "_")


def piece_id(element: Element) -> str:
    """The id of the piece that a composed element is, or ""."""
    return element.get("data-block") or element.get("data-field") or ""


class Bookmarks:
    """Gives out the ids of bookmarks; a name is used once, since Word drops the second."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._next = 0

    def start(self, parent: Element, piece: str) -> str | None:
        """Begin the bookmark of a piece at the end of `parent`; returns what `end` needs."""
        return self.start_named(parent, bookmark_name(piece)) if piece else None

    def start_named(self, parent: Element, name: str) -> str | None:
        if name in self.names:
            return None
        self.names.add(name)
        number = str(self._next)
        self._next += 1
        w(parent, "bookmarkStart", id=number, name=name)
        return number

    def end(self, parent: Element, number: str | None) -> None:
        """End a bookmark here."""
        if number is not None:
            w(parent, "bookmarkEnd", id=number)
