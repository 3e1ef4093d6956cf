"""The leaf blocks in the order that the edits ask for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from exporter.merging.source.edits import Delete, Edit, Fresh, Insert, Move


class Entry(Struct, eq=False):
    """One leaf block: of the source by its `id`, or `fresh`. `moved`: it stands elsewhere; `gone`: not here any more."""

    id: str = ""
    fresh: Fresh | None = None
    moved: bool = False
    gone: bool = False


class Unplaced(Exception):
    """An edit names a block that is not there; the message is a sentence."""


class Order:
    """One flow of leaf blocks, the body's or a note's; `entries` keep those that are gone, as places."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.entries = [Entry(name) for name in ids]
        self._tails: dict[int, Entry] = {}

    def apply(self, edits: Sequence[Edit]) -> None:
        """Take the edits in; raises Unplaced."""
        for edit in edits:
            if isinstance(edit, Delete):
                self._at(edit.id).gone = True
            elif isinstance(edit, Move):
                entries = [self._at(name) for name in edit.ids]
                for entry in entries:
                    entry.gone = True
                self._put(edit.after, edit.before, [Entry(name, moved=True) for name in edit.ids])
            elif isinstance(edit, Insert):
                self._put(edit.after, edit.before, [Entry(fresh=fresh) for fresh in edit.paragraphs])

    def _at(self, name: str) -> Entry:
        found = [entry for entry in self.entries if entry.id == name]
        if not found:
            raise Unplaced("The paragraph beside which this belongs is not in the content file.")
        return next((entry for entry in found if not entry.gone), found[-1])

    def _put(self, after: str, before: str, made: list[Entry]) -> None:
        if after:
            anchor = self._at(after)
            tail = self._tails.get(id(anchor), anchor)
            place = self.entries.index(tail) + 1
            self._tails[id(anchor)] = made[-1]
        else:
            place = self.entries.index(self._at(before)) if before else 0
            if not before and 0 in self._tails:
                place = self.entries.index(self._tails[0]) + 1
            if not before:
                self._tails[0] = made[-1]
        self.entries[place:place] = made

    @property
    def present(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.gone]
