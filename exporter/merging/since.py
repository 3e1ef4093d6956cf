"""What became of the content file after a copy was made of it: its base and itself, each as a fresh copy reads."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.copy.view import Note, Paragraph, View
from exporter.merging.dividing import divide, shown, words_of
from exporter.merging.pairing import joined
from exporter.merging.runs import Runs, same, text_of
from exporter.merging.surroundings import anchor_of

LIKE = 0.5  # of a text: from here on it is the same paragraph, written anew


class Since(Struct, frozen=True):
    """`ids` are today's ids by those of the base; what is gone is not in it. `touched` are today's words by the base's id,
    where they are other ones. `added` are the words of today's new paragraphs, by the piece of the base that they follow
    ("" = the beginning of the body)."""

    ids: Mapping[str, str]
    touched: Mapping[str, Runs]
    added: Mapping[str, tuple[Runs, ...]]

    def today(self, runs: Runs) -> Runs:
        """Words of the base with the calls of notes as the content file names them today."""
        return tuple(replace(run, note=self.ids.get(run.note, run.note)) for run in runs)


def since(base: View, now: View) -> Since:
    """Compare the body, note by note, and the front matter's words by their names."""
    notes = list(_notes(base.notes, now.notes))
    ids = {one.id: two.id for one, two in notes}
    history = _History(Since(ids, {}, {}))
    history.follow(joined(base.body), joined(now.body))
    for one, two in notes:
        history.follow(one.paragraphs, two.paragraphs)
    return Since(ids | history.ids, history.touched, history.added)


class _History:
    """Collects what became of the pieces, story by story."""

    def __init__(self, notes: Since) -> None:
        self.notes = notes
        self.ids: dict[str, str] = {}
        self.touched: dict[str, Runs] = {}
        self.added: dict[str, tuple[Runs, ...]] = {}

    def follow(self, base: Sequence[Paragraph], now: Sequence[Paragraph]) -> None:
        last = ""
        for one, two in _rows(base, now):
            if one is None and two is not None:
                self.added[last] = (*self.added.get(last, ()), words_of(two))
            elif one is not None:
                last = anchor_of(one) or last
                if two is not None:
                    self._compare(one, two)

    def _compare(self, one: Paragraph, two: Paragraph) -> None:
        """The pieces of two paragraphs that are the same one."""
        mine, theirs = divide(one, one).pieces, divide(two, two).pieces
        for before, after in _pieces(list(mine), list(theirs)):
            self.ids[before] = after
            if not same(self.notes.today(mine[before]), theirs[after]):
                self.touched[before] = theirs[after]
        if anchor_of(one) and anchor_of(two):
            self.ids.setdefault(anchor_of(one), anchor_of(two))


def _pieces(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pieces that are the same one: in order where there are as many, else those of the same part."""
    if len(mine) == len(theirs):
        yield from zip(mine, theirs, strict=True)
        return
    parts = {name.partition(".")[2]: name for name in theirs}
    yield from ((name, parts[name.partition(".")[2]]) for name in mine if name.partition(".")[2] in parts)


def _rows(base: Sequence[Paragraph], now: Sequence[Paragraph]) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """Both stories side by side; None where one has nothing. Words that Pressroom sets are left out."""
    one, two = [p for p in base if p.ids], [p for p in now if p.ids]
    matcher = SequenceMatcher(None, list(map(_key, one)), list(map(_key, two)), autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(one[i1:i2], two[j1:j2], strict=True)
        else:
            yield from _unequal(one[i1:i2], two[j1:j2])


def _key(paragraph: Paragraph) -> Hashable:
    """By what a paragraph is known: a field's by its name, another by its kind and words."""
    name = anchor_of(paragraph)
    return (name[0], paragraph.level, paragraph.cell is None, shown(paragraph)) if name else paragraph.ids


def _unequal(one: Sequence[Paragraph], two: Sequence[Paragraph]) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """A stretch where the stories part: paragraphs that are alike go together, in order."""
    start = 0
    for paragraph in one:
        match = next((place for place in range(start, len(two)) if _are_one(paragraph, two[place])), None)
        if match is None:
            yield paragraph, None
            continue
        yield from ((None, added) for added in two[start:match])
        yield paragraph, two[match]
        start = match + 1
    yield from ((None, added) for added in two[start:])


def _are_one(one: Paragraph, two: Paragraph) -> bool:
    if anchor_of(one)[:1] != anchor_of(two)[:1] or (one.cell is None) != (two.cell is None):
        return False
    if one.cell and two.cell:
        return (one.cell.row, one.cell.column) == (two.cell.row, two.cell.column)
    return SequenceMatcher(None, shown(one), shown(two), autojunk=False).ratio() >= LIKE


def _notes(base: Sequence[Note], now: Sequence[Note]) -> Iterator[tuple[Note, Note]]:
    """Notes that are the same one: of the same words, else in their order between two that are."""
    one, two = ([text_of(run for p in note.paragraphs for run in words_of(p)) for note in notes] for notes in (base, now))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag in ("equal", "replace"):
            yield from zip(base[i1:i2], now[j1:j2], strict=False)
