"""Which piece of the source words belong to, by the bookmarks around them (`exporter.rendering.word.bookmarks`).

Bookmarks drift by the end of a paragraph when programs save, are left on the next paragraph when theirs is deleted, and grow
over what is typed in them; so only words count that a bookmark stands around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.merging.copy.stream import Atom, Source, Stream

PIECE, COMPUTED, NOTE, TARGET = "_pr_", "_pc_", "_note_", "_to_"
PREFIXES = (PIECE, COMPUTED, NOTE, TARGET)
COPIED = re.compile(r"_Copy_\d+$")  # what LibreOffice adds to the bookmarks in notes when it saves


def id_of(name: str) -> str:
    """The piece of a bookmark: `_pr_t1_r0_c2` → `t1.r0.c2`. Ids have neither `_` nor capitals themselves."""
    return COPIED.sub("", name).removeprefix(PIECE).removeprefix(TARGET).replace("_", ".")


def target_of(bookmark: str) -> str:
    """Where a link to a bookmark leads: `#id` of ours, `#name` of others, "" for none."""
    if not bookmark:
        return ""
    return f"#{id_of(bookmark)}" if bookmark.startswith((PIECE, TARGET)) else f"#{bookmark}"


class Anchors:
    """The pieces around each atom of a stream, outermost first."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._around: list[tuple[str, ...]] = [()] * len(stream.atoms)
        self._calls: dict[int, str] = {}
        for mark in sorted(stream.marks, key=lambda mark: (mark.start, -mark.end)):
            if mark.name.startswith(NOTE):
                self._calls.setdefault(mark.start, COPIED.sub("", mark.name).removeprefix(NOTE))
                continue
            for place in range(mark.start, mark.end):
                if mark.name not in self._around[place]:
                    self._around[place] = (*self._around[place], mark.name)

    def outermost(self, place: int) -> str:
        """The id of the outermost piece around an atom, "" outside of all."""
        return next((id_of(name) for name in self._around[place] if name.startswith(PIECE)), "")

    def note(self, place: int) -> str:
        """The id of the note that is called there, by the bookmark that begins before the call.

        LibreOffice ends it there too, when the call ends the paragraph.
        """
        return self._calls.get(place, "")

    def near(self, place: int) -> str:
        """The piece at a place between atoms: that of the atom after it in the same paragraph, else of one before."""
        places = [*range(place, len(self._around))[:1], *range(min(place, len(self._around)) - 1, -1, -1)]
        return next((found for each in places if (found := self.outermost(each))), "")

    def ids(self, sources: Sequence[Source]) -> tuple[str, ...]:
        """The pieces whose bookmarks begin or end in these paragraphs, for one that has no words, such as a rule."""
        numbers = {id(source) for source in sources}
        paragraphs = {number for number, source in enumerate(self.stream.sources) if id(source) in numbers}
        names = [mark.name for mark in self.stream.marks if mark.paragraph in paragraphs and mark.start == mark.end]
        return tuple(dict.fromkeys(id_of(name) for name in names if name.startswith(PIECE)))

    def owners(self, atoms: Sequence[tuple[int, Atom]]) -> list[str]:
        """The innermost piece around each of a paragraph's atoms, "" for computed text.

        What was typed beside a bookmark, and is not marked as computed, belongs to the piece before it, else after it; space
        between two pieces to none.
        """
        owners = [self._innermost(place) for place, _ in atoms]
        known = list(owners)
        for index, (_, atom) in enumerate(atoms):
            if owners[index] is not None:
                continue
            before = next((owner for owner in reversed(known[:index]) if owner is not None), None)
            after = next((owner for owner in known[index + 1 :] if owner is not None), None)
            if atom.is_blank:
                owners[index] = before if before == after else ""
            else:
                owners[index] = before or after or ""
        return [owner or "" for owner in owners]

    def _innermost(self, place: int) -> str | None:
        """The id of the innermost piece, "" in computed text, None where neither is marked."""
        around = [name for name in self._around[place] if name.startswith((PIECE, COMPUTED))]
        if not around:
            return None
        return "" if around[-1].startswith(COMPUTED) else id_of(around[-1])
