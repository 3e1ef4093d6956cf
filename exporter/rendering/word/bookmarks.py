"""Range bookmarks around the pieces of the source: `_pr_<id>`, with `_` for `.` (17.13.6.2).

An edited copy is led back to its source by them, and links within the document lead to them. They survive an open and a
save in LibreOffice; sdt tags and paragraph ids do not. `_pc_<number>` stands around computed text that shares a paragraph
with pieces, so that what somebody types beside it is theirs; `_to_<id>` around the first piece of a table or a list that a
link leads to; `_note_<id>` around the call of a note.
"""

from __future__ import annotations

from collections.abc import Iterable

from exporter.rendering.word.markup import Element, W, w

PREFIX, COMPUTED, TARGET, NOTE = "_pr_", "_pc_", "_to_", "_note_"


def bookmark_name(piece: str) -> str:
    """The bookmark of a piece: `t1.r0.c2` → `_pr_t1_r0_c2`."""
    return PREFIX + piece.replace(".", "_")


def piece_id(element: Element) -> str:
    """The id of the piece that a composed element is, or ""."""
    return element.get("data-block") or element.get("data-field") or ""


def is_computed(element: Element) -> bool:
    """Whether an element holds computed text; the calls of notes need no bookmark of that kind."""
    return "data-computed" in element.attrib and "call" not in (element.get("class") or "").split()


def holds_pieces(nodes: Iterable[str | Element]) -> bool:
    """Whether there are pieces of the source among some words."""
    elements = (node for node in nodes if not isinstance(node, str))
    return any(isinstance(inner.tag, str) and piece_id(inner) for element in elements for inner in element.iter())


class Bookmarks:
    """Gives out the ids of bookmarks; a name is used once, since Word drops the second."""

    def __init__(self, first: int = 0) -> None:
        """`first` is the first id that is free."""
        self.names: dict[str, None] = {}  # in the order of the text
        self._next = first
        self._computed = 0
        self._starts: dict[str, Element] = {}
        self._ends: dict[str, Element] = {}

    def start(self, parent: Element, piece: str) -> str | None:
        """Begin the bookmark of a piece at the end of `parent`; returns what `end` needs."""
        return self.start_named(parent, bookmark_name(piece)) if piece else None

    def start_computed(self, parent: Element) -> str | None:
        """Begin a bookmark around computed text."""
        self._computed += 1
        return self.start_named(parent, f"{COMPUTED}{self._computed}")

    def start_named(self, parent: Element, name: str) -> str | None:
        if name in self.names:
            return None
        self.names[name] = None
        number = str(self._next)
        self._next += 1
        self._starts[name] = w(parent, "bookmarkStart", id=number, name=name)
        return number

    def end(self, parent: Element, number: str | None) -> None:
        """End a bookmark here."""
        if number is not None:
            self._ends[number] = w(parent, "bookmarkEnd", id=number)

    def range(self, name: str) -> tuple[Element, Element]:
        """The `w:bookmarkStart` and `w:bookmarkEnd` of that name. Raises KeyError when there is none."""
        start = self._starts[name]
        return start, self._ends[start.get(W + "id", "")]

    def around(self, piece: str, target: str) -> str:
        """The name of a bookmark for `target` around that of a piece in it, which is made when it is not there yet."""
        name = TARGET + target.replace(".", "_")
        inner, end = self.range(bookmark_name(piece))
        if name not in self.names:
            start = self.start_named(inner, name)
            self.end(end, start)
            inner.addprevious(self._starts[name])
            end.addnext(self._ends[str(start)])
        return name
