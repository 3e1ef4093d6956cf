"""Which piece of the source words belong to, by the bookmarks around them (`exporter.rendering.word.bookmarks`).

Bookmarks drift by the end of a paragraph when programs save, are left on the next paragraph when theirs is deleted, and grow
over what is typed in them; so only words count that a bookmark stands around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from msgspec import Struct

from exporter.merging.copy.stream import Atom, Range, Side, Source, Stream

PIECE, COMPUTED, NOTE, TARGET = "_pr_", "_pc_", "_note_", "_to_"
PREFIXES = (PIECE, COMPUTED, NOTE, TARGET)
DEEPEST = 16  # bookmarks inside each other; a writer of ours nests three
COPIED = re.compile(r"(_Copy_\d+)+$")  # what LibreOffice adds to the bookmarks in notes when it saves


def id_of(name: str) -> str:
    """The piece of a bookmark: `_pr_t1_r0_c2` → `t1.r0.c2`. Ids have neither `_` nor capitals themselves."""
    return COPIED.sub("", name).removeprefix(PIECE).removeprefix(TARGET).replace("_", ".")


def target_of(bookmark: str) -> str:
    """Where a link to a bookmark leads: `#id` of ours, `#name` of others, "" for none."""
    if not bookmark:
        return ""
    return f"#{id_of(bookmark)}" if bookmark.startswith((PIECE, TARGET)) else f"#{bookmark}"


class Owner(Struct, frozen=True):
    """The innermost piece around an atom ("" = computed text, or none) and the outermost."""

    inner: str
    outer: str


NOBODY = Owner("", "")


class Anchors:
    """Whose the atoms of a stream are."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._owners = list(_owners(stream))
        self._calls: dict[int, str] = {}
        self._empty: dict[int, dict[str, None]] = {}
        self._living: dict[Side, set[str]] = {}
        self._leavers: dict[str, Owner] | None = None
        for mark in stream.marks:
            if mark.name.startswith(NOTE):
                self._calls.setdefault(mark.start, COPIED.sub("", mark.name).removeprefix(NOTE))
            elif mark.name.startswith(PIECE) and mark.start == mark.end:
                self._empty.setdefault(mark.paragraph, {})[id_of(mark.name)] = None

    def outermost(self, place: int) -> str:
        """The id of the outermost piece around an atom, "" outside of all."""
        owner = self._owners[place]
        return owner.outer if owner else ""

    def note(self, place: int) -> str:
        """The id of the note that is called there, by the bookmark that begins before the call.

        LibreOffice ends it there too, when the call ends the paragraph.
        """
        return self._calls.get(place, "")

    def near(self, place: int) -> str:
        """The piece at a place between atoms: that of the atom after it, else of the last before it that has one."""
        after = range(place, min(place + 1, len(self._owners)))
        before = range(min(place, len(self._owners)) - 1, -1, -1)
        return next((found for each in chain(after, before) if (found := self.outermost(each))), "")

    def of_empty(self, sources: Sequence[Source]) -> tuple[str, ...]:
        """The pieces whose bookmarks stand around nothing in these paragraphs, for one that has no words, such as a rule."""
        return tuple(dict.fromkeys(name for source in sources for name in self._empty.get(source.number, ())))

    def owners(self, sources: Sequence[Source], side: Side) -> dict[int, Owner]:
        """Whose each atom is that these paragraphs show in a view, by its place.

        What was typed in the place of deleted words belongs to their piece. What was typed beside a bookmark, and is not
        marked as computed, belongs to the piece before it, else after it; where nothing else is left of the paragraph, to
        the piece whose words were deleted in it. White space between two pieces belongs to neither.
        """
        placed = [(place, atom) for source in sources for place, atom in enumerate(source.atoms, start=source.first)]
        owners = self._replacing(placed, side)
        before = list(accumulate(owners.values(), _nearer))
        after = list(accumulate(reversed(owners.values()), _nearer))[::-1]
        rest = NOBODY if any(owners.values()) else self._known_otherwise(sources, placed, side)
        found: dict[int, Owner] = {}
        for (place, own), one, other in zip(owners.items(), before, after, strict=True):
            if own is None and self.stream.atoms[place].is_blank:
                own = one if one == other else NOBODY
            elif own is None:
                own = next((owner for owner in (one, other) if owner and owner.inner), rest)
            found[place] = own or rest
        return found

    def _replacing(self, placed: Sequence[tuple[int, Atom]], side: Side) -> dict[int, Owner | None]:
        """The pieces around the atoms that a view shows; around new ones that follow deleted words, those of the words."""
        found: dict[int, Owner | None] = {}
        replaced: Owner | None = None
        for place, atom in placed:
            own = self._owners[place]
            if not atom.there(side):
                replaced = own
                continue
            if atom.original:
                replaced = None
            is_beside = own is None or (replaced is not None and own.outer == replaced.outer)
            found[place] = replaced if replaced and is_beside else own
        return found

    def _known_otherwise(self, sources: Sequence[Source], placed: Sequence[tuple[int, Atom]], side: Side) -> Owner:
        """Whose words without any bookmark are: of the piece that was deleted beside them or whose bookmark stands there
        around nothing, or of one that was moved here from elsewhere."""
        gone = (self._owners[place] for place, atom in placed if not atom.there(side))
        moved = self._moved().get(_words(sources, final=True)) if side == "final" else None
        empty = (Owner(name, name) for name in self.of_empty(sources))
        owners = (owner for owner in (*gone, *empty, moved) if owner and owner.inner)
        return next((owner for owner in owners if owner.outer not in self._live(side)), NOBODY)

    def _moved(self) -> dict[str, Owner]:
        """The pieces that were moved away as a whole, by their words (17.13.5.21)."""
        if self._leavers is None:
            self._leavers = {}
            for source in self.stream.sources:
                owners = {self._owners[place] for place, _ in enumerate(source.atoms, start=source.first)}
                is_moved = any(revision.kind == "moved" for atom in source.atoms for revision in atom.revisions)
                for owner in owners:
                    if is_moved and owner and owner.inner == owner.outer:
                        self._leavers.setdefault(_words([source], final=False), owner)
        return self._leavers

    def _live(self, side: Side) -> set[str]:
        """The pieces that have words in a view."""
        if side not in self._living:
            atoms = enumerate(self.stream.atoms)
            self._living[side] = {self.outermost(place) for place, atom in atoms if atom.there(side) and not atom.is_blank}
        return self._living[side]


def _owners(stream: Stream) -> Iterator[Owner | None]:
    """The pieces around each atom of a stream, in order."""
    starts: dict[int, list[Range]] = {}
    for mark in sorted(stream.marks, key=lambda mark: -mark.end):
        if mark.name.startswith((PIECE, COMPUTED)):
            starts.setdefault(mark.start, []).append(mark)
    around: list[Range] = []
    owner: Owner | None = None
    for place in range(len(stream.atoms)):
        kept = [mark for mark in around if mark.end > place]
        begun = [mark for mark in starts.get(place, ()) if mark.end > place]
        if begun or len(kept) < len(around):
            around = [*kept, *begun][:DEEPEST]
            owner = _owner([mark.name for mark in around])
        yield owner


def _owner(around: Sequence[str]) -> Owner | None:
    """Whose words are inside these bookmarks, outermost first; None where there are none."""
    if not around:
        return None
    outer = next((id_of(name) for name in around if name.startswith(PIECE)), "")
    return Owner("" if around[-1].startswith(COMPUTED) else id_of(around[-1]), outer)


def _words(sources: Sequence[Source], *, final: bool) -> str:
    """The words of paragraphs that are new in the final text, or gone from it."""
    return "".join(
        atom.text for source in sources for atom in source.atoms if (atom.final, atom.original) == (final, not final)
    )


def _nearer(farther: Owner | None, nearer: Owner | None) -> Owner | None:
    return nearer or farther
