"""What somebody did to one story of a Word copy, as it was made and as it came back, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from exporter.merging.borrowing import all_given_back
from exporter.merging.change import Change, Kind
from exporter.merging.copy.view import Paragraph, Revision
from exporter.merging.dividing import divide, words_of
from exporter.merging.ids import block_of, is_plain, is_whole_block
from exporter.merging.pairing import Pairs, joined, pair
from exporter.merging.runs import Run, Runs, normal, same, text_of
from exporter.merging.source.edits import Delete, Edit, Fresh, Insert, Move, NewNote, Replace
from exporter.merging.surroundings import anchor_of, gap_before
from exporter.merging.verdicts import (
    NO_PLACE,
    PICTURE,
    STYLE,
    TABLE_SHAPE,
    lost_style,
    plainly,
    set_by_us,
    without_extras,
    wrong_format,
    wrong_piece,
    wrong_style,
)
from exporter.rendering.word.roles import LIST_LEVELS

ITEM = re.compile(r"(bullet|number)_\d")


class Flow:
    """One story's paragraphs, before and after."""

    def __init__(self, base: Sequence[Paragraph], edited: Sequence[Paragraph], notes: Mapping[str, NewNote]) -> None:
        self.base, self.notes = joined(base), notes
        came = joined(edited)
        self.pairs: Pairs = pair(self.base, came)
        self.edited = all_given_back(self.base, came, self.pairs.owners)

    def changes(self) -> Iterator[Change]:
        """In the order of the edited copy, what is deleted last."""
        number = 0
        while number < len(self.edited):
            places = self.pairs.owners[number]
            end = number + 1
            if not places:
                while end < len(self.edited) and not self.pairs.owners[end] and self._goes_on(number, end):
                    end += 1
                yield self._inserted(number, end)
            else:
                while end < len(self.edited) and self.pairs.owners[end] == places[-1:]:
                    end += 1
                yield from self._kept(number, end, places)
            number = end
        yield from self._moved()
        for index in self.pairs.lost:
            yield from self._deleted(index)

    def tables(self) -> dict[int, str]:
        """The block of each table before, by its place."""
        cells = (paragraph for paragraph in self.base if paragraph.cell and anchor_of(paragraph))
        return {paragraph.cell.table: block_of(anchor_of(paragraph)) for paragraph in cells if paragraph.cell}

    def words_of_table(self, table: str) -> Runs:
        return _as_one([paragraph for paragraph in self.base if block_of(anchor_of(paragraph)) == table])

    # --- what is new ---------------------------------------------------------------------------------------------------

    def _goes_on(self, number: int, end: int) -> bool:
        """Whether a new paragraph belongs to the same addition; cells are told one by one."""
        return self.edited[number].cell is None and self.edited[end].cell is None

    def _inserted(self, number: int, end: int) -> Change:
        new = self.edited[number:end]
        gap = gap_before(number, self.base, self.pairs)
        words = _as_one(new)
        change = Change("inserted", gap.after, after=words, revisions=_revisions(new))
        if new[0].cell:
            return self._filled(new[0], change)
        if any(paragraph.picture for paragraph in new):
            return replace(change, state="refused", reason=PICTURE)
        if not gap.after and not gap.before:
            return replace(change, state="refused", reason=NO_PLACE)
        if reason := next(filter(None, map(wrong_style, new)), "") or wrong_format(words):
            return replace(change, state="refused", reason=reason)
        edits = (Insert(gap.after, tuple(map(_fresh, new)), gap.before),)
        return replace(change, edits=edits, notes=self._notes_in(words), reason=lost_style(new))

    def _filled(self, paragraph: Paragraph, change: Change) -> Change:
        """A cell that had no words before; a cell that was not there is refused."""
        cell = paragraph.cell
        table = self.tables().get(self.pairs.tables.get(cell.table, -1), "") if cell else ""
        name = f"{table}.r{cell.row}.c{cell.column}" if cell and table else ""
        if not name or any(name in before.ids for before in self.base):
            return replace(change, state="refused", reason=TABLE_SHAPE)
        if reason := wrong_piece(name, (), change.after) or wrong_format(change.after):
            return replace(change, id=name, state="refused", reason=reason)
        edits = (Replace(name, change.after),)
        return replace(change, kind="changed", id=name, edits=edits, notes=self._notes_in(change.after))

    def _notes_in(self, words: Runs) -> tuple[NewNote, ...]:
        return tuple(self.notes[run.note] for run in words if run.note in self.notes)

    # --- what is still there -------------------------------------------------------------------------------------------

    def _kept(self, number: int, end: int, places: tuple[int, ...]) -> Iterator[Change]:
        """One paragraph that was one, or that was several, or several that were one."""
        if len(places) > 1:
            yield self._joined(number, places)
        elif end > number + 1:
            yield self._split(number, end, places[0])
        else:
            yield from self._paragraph(self.base[places[0]], self.edited[number], number)

    def _paragraph(self, before: Paragraph, after: Paragraph, number: int) -> Iterator[Change]:
        revisions = _revisions([after])
        divided = divide(before, after)
        if before.picture != after.picture or before.alt != after.alt:
            name = anchor_of(before)
            yield Change("changed", name, (), (), revisions=revisions, state="refused", reason=PICTURE)
        if divided.computed:
            reason = set_by_us(divided.computed)
            yield self._refused("changed", before, after, reason)
            return
        pieces = divide(before, before).pieces
        for name, words in divided.pieces.items():
            yield from self._piece(name, pieces.get(name, ()), words, revisions)
        restyled = _place_in_style(before) != _place_in_style(after) and not after.has_style_of_deleted
        if restyled and anchor_of(before):
            yield self._restyled(before, after, number)

    def _piece(self, name: str, before: Runs, after: Runs, revisions: tuple[Revision, ...]) -> Iterator[Change]:
        """One piece's words; a format that Markdown has no form for is refused on its own, so that the words come in."""
        plain, bare = without_extras(before), without_extras(after)
        change = Change("changed", name, before, after, revisions=revisions)
        if reason := wrong_piece(name, before, after):
            yield replace(change, state="refused", reason=reason)
            return
        if not same(before, after) and (same(plain, bare) or wrong_format(after, before)):
            yield replace(change, state="refused", reason=wrong_format(after, before) or wrong_format(before, after))
        if not same(plain, bare):
            yield replace(change, after=bare, edits=(_words(name, bare),), notes=self._notes_in(bare))

    def _restyled(self, before: Paragraph, after: Paragraph, number: int) -> Change:
        """A paragraph that became a heading, an item, a quotation, or changed its level."""
        name, words = anchor_of(before), without_extras(words_of(after))
        gap = gap_before(number, self.base, self.pairs)
        edits = (Delete(name), Insert(gap.after, (_fresh(after),), gap.before))
        change = Change("restyled", name, words_of(before), words, edits, revisions=_revisions([after]))
        if not is_whole_block(name) or before.cell or not (gap.after or gap.before) or wrong_style(after):
            return replace(change, edits=(), state="refused", reason=STYLE.format(style=after.style))
        return change

    def _split(self, number: int, end: int, index: int) -> Change:
        """One paragraph that became several: the first keeps the place, the others are new behind it."""
        before, halves = self.base[index], self.edited[number:end]
        name = anchor_of(before)
        change = Change("split", name, words_of(before), _as_one(halves), revisions=_revisions(halves))
        divided = divide(before, halves[0])
        if not is_whole_block(name) or before.cell or divided.computed:
            return replace(change, state="refused", reason=TABLE_SHAPE if before.cell else NO_PLACE)
        if reason := wrong_format(change.after, change.before):
            return replace(change, state="refused", reason=reason)
        edits: list[Edit] = [_words(piece, words) for piece, words in divided.pieces.items()]
        edits.append(Insert(name, tuple(map(_fresh, halves[1:]))))
        return replace(change, edits=tuple(edits), notes=self._notes_in(change.after))

    def _joined(self, number: int, places: tuple[int, ...]) -> Change:
        """Several paragraphs that became one: it takes the place of the one whose style it has."""
        after, parts = self.edited[number], [self.base[index] for index in places]
        words = words_of(after)
        change = Change("joined", anchor_of(parts[0]), _as_one(parts), words, revisions=_revisions([after]))
        kept = next((part for part in parts if _place_in_style(part) == _place_in_style(after)), parts[0])
        whole = all(is_whole_block(anchor_of(part)) and not part.cell for part in parts)
        if not whole or any(divide(part, part).pieces.keys() != {anchor_of(part)} for part in parts):
            divided = self._joined_to_lead(after, parts)
            if divided is None:
                return replace(change, state="refused", reason=NO_PLACE)
            return replace(change, edits=divided)
        if reason := wrong_format(words, change.before):
            return replace(change, state="refused", reason=reason)
        edits: list[Edit] = [Replace(anchor_of(kept), words)]
        edits += [Delete(anchor_of(part)) for part in parts if part is not kept]
        return replace(change, edits=tuple(edits), notes=self._notes_in(words))

    def _joined_to_lead(self, after: Paragraph, parts: Sequence[Paragraph]) -> tuple[Edit, ...] | None:
        """The same where the first has words of the front matter before its own, as a lead has its dateline."""
        first, *others = parts
        if not all(is_whole_block(anchor_of(part)) and not part.cell for part in parts):
            return None
        if any(divide(part, part).pieces.keys() != {anchor_of(part)} for part in others):
            return None
        renamed = {anchor_of(part): anchor_of(first) for part in others}
        segments = tuple(replace(segment, id=renamed.get(segment.id, segment.id)) for segment in after.segments)
        divided = divide(first, replace(after, segments=segments))
        if divided.computed:
            return None
        replaced = tuple(_words(name, words) for name, words in divided.pieces.items())
        return (*replaced, *(Delete(anchor_of(part)) for part in others))

    def _refused(self, kind: Kind, before: Paragraph, after: Paragraph, reason: str) -> Change:
        words = words_of(before), words_of(after)
        name = next(iter(before.ids), "")
        return Change(kind, name, *words, revisions=_revisions([after]), state="refused", reason=reason)

    # --- what stands elsewhere, and what is gone -------------------------------------------------------------------------

    def _moved(self) -> Iterator[Change]:
        """Paragraphs that were moved, neighbours together."""
        groups: list[list[int]] = []
        for number in sorted(self.pairs.moved):
            follows = groups and groups[-1][-1] == number - 1
            if follows and self.pairs.owners[number][0] == self.pairs.owners[number - 1][-1] + 1:
                groups[-1].append(number)
            else:
                groups.append([number])
        for group in groups:
            paragraphs = [self.base[self.pairs.owners[number][0]] for number in group]
            names = tuple(anchor_of(paragraph) for paragraph in paragraphs)
            gap = gap_before(group[0], self.base, self.pairs)
            words = _as_one(paragraphs)
            revisions = _revisions([self.edited[number] for number in group])
            change = Change("moved", names[0], words, words, revisions=revisions)
            if not all(map(is_whole_block, names)) or not (gap.after or gap.before):
                yield replace(change, state="refused", reason=NO_PLACE)
            else:
                yield replace(change, edits=(Move(names, gap.after, gap.before),))

    def _deleted(self, index: int) -> Iterator[Change]:
        """A paragraph that is gone: its block goes, or the pieces that it held become empty."""
        paragraph = self.base[index]
        name, words = anchor_of(paragraph), words_of(paragraph)
        pieces = divide(paragraph, paragraph).pieces
        change = Change("deleted", name or next(iter(paragraph.ids), ""), words)
        if not paragraph.ids:
            yield replace(change, state="refused", reason=set_by_us(text_of(words)))
        elif is_whole_block(name) and set(pieces) <= {name}:
            yield replace(change, edits=(Delete(name),))
        elif reason := next(filter(None, (wrong_piece(piece, pieces[piece], ()) for piece in pieces)), ""):
            yield replace(change, state="refused", reason=reason)
        else:
            yield replace(change, edits=tuple(Replace(piece, ()) for piece in pieces))


def _words(piece: str, words: Runs) -> Replace:
    """Other words for a piece; what the template adds to one that has no formats stays with the template."""
    return Replace(piece, plainly(words) if is_plain(piece) else without_extras(words))


def _fresh(paragraph: Paragraph) -> Fresh:
    """A new paragraph for the source; one that is only numbered by hand is an item too."""
    role, level = paragraph.role, paragraph.level
    if role in ("", "plain"):
        role = "body"
    if level >= 0 and (role == "body" or ITEM.fullmatch(role)):
        role = f"{'number' if paragraph.ordered else 'bullet'}_{min(level + 1, LIST_LEVELS)}"
    return Fresh(role, words_of(paragraph), level, paragraph.ordered)


def _place_in_style(paragraph: Paragraph) -> tuple[str, int]:
    """What decides which kind of block a paragraph is."""
    fresh = _fresh(paragraph)
    return fresh.role, fresh.level


def _as_one(paragraphs: Sequence[Paragraph]) -> Runs:
    """The words of several paragraphs, a blank line between them, for showing."""
    runs: list[Run] = []
    for paragraph in paragraphs:
        runs += ([Run("\n\n")] if runs else []) + list(words_of(paragraph))
    return normal(runs)


def _revisions(paragraphs: Sequence[Paragraph]) -> tuple[Revision, ...]:
    return tuple(dict.fromkeys(revision for paragraph in paragraphs for revision in paragraph.revisions))
