"""The gate: what was merged is built and read again, and must say what was asked for.

Texts are compared as runs, so that `1. Final` or `# x`, typed as words in Word, can't come back as a list or a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.change import Change
from exporter.merging.copy.view import Paragraph, View
from exporter.merging.dividing import divide, words_of
from exporter.merging.ids import block_of, is_cell, is_plain
from exporter.merging.pairing import joined, pair
from exporter.merging.runs import Run, Runs, normal, text_of
from exporter.merging.source.edits import Delete, Fresh, Insert, Move, Replace
from exporter.merging.verdicts import without_extras

HEADING = re.compile(r"heading_\d")
ITEM = re.compile(r"bullet|number")
NOBODY = -1


class Line(Struct, frozen=True):
    """A paragraph's words of the source by piece, "" = new ones; `by` is the place of the change that made it, -1 = none."""

    role: str
    level: int
    pieces: tuple[tuple[str, Runs], ...]
    by: int = NOBODY

    def names(self) -> frozenset[str]:
        """The pieces, and the blocks that they belong to."""
        return frozenset(name for piece, _ in self.pieces for name in (piece, block_of(piece)) if name)


Story = list[Line]


# --- what should be there ------------------------------------------------------------------------------------------------


class Expectation:
    """The lines of the content file's copy, changed as the changes ask for. `notes` are their lines by id."""

    def __init__(self, view: View, changes: Sequence[Change]) -> None:
        self.body = _story(joined(view.body))
        self.notes = {note.id: _story(note.paragraphs) for note in view.notes}
        for by, change in enumerate(changes):
            if change.state == "merged":
                self._carry_out(change, by)

    def _carry_out(self, change: Change, by: int) -> None:
        for note in change.notes:
            self.notes[note.id] = [Line("note", -1, (("", runs),), by) for runs in note.paragraphs]
        for edit in change.edits:
            for story in (self.body, *self.notes.values()):
                if isinstance(edit, Replace):
                    _replace(story, edit, by)
                elif isinstance(edit, Delete):
                    story[:] = [line for line in story if edit.id not in line.names()]
                elif isinstance(edit, Move):
                    _move(story, edit, by)
                elif isinstance(edit, Insert) and (edit.after or edit.before or story is self.body):
                    _insert(story, edit, by)

    def lines(self) -> Iterator[Line]:
        """The body, then the notes in the order of their calls."""
        yield from self.body
        for note in _called(self.body):
            yield from self.notes.get(note, ())


def _story(paragraphs: Sequence[Paragraph]) -> Story:
    return [_line(paragraph) for paragraph in paragraphs if paragraph.ids]


def _line(paragraph: Paragraph) -> Line:
    pieces = divide(paragraph, paragraph).pieces
    return Line(
        paragraph.role, paragraph.level, tuple((piece, without_extras(words)) for piece, words in pieces.items() if words)
    )


def _replace(story: Story, edit: Replace, by: int) -> None:
    for place, line in enumerate(story):
        if edit.id in dict(line.pieces):
            pieces = tuple((name, edit.runs if name == edit.id else words) for name, words in line.pieces)
            story[place] = replace(line, pieces=tuple(piece for piece in pieces if piece[1]), by=by)
            return
    if is_cell(edit.id):
        _fill_cell(story, edit, by)


def _fill_cell(story: Story, edit: Replace, by: int) -> None:
    """Words in a cell that had none stand behind the last cell before it."""
    table, wanted = block_of(edit.id), _numbers(edit.id)
    own = [place for place, line in enumerate(story) if table in line.names() and is_cell(line.pieces[0][0])]
    before = [place for place in own if _numbers(story[place].pieces[0][0]) < wanted]
    if own:
        story.insert(before[-1] + 1 if before else own[0], Line("table_text", -1, ((edit.id, edit.runs),), by))


def _numbers(cell: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", cell)]


def _move(story: Story, edit: Move, by: int) -> None:
    moved = [replace(line, by=by) for name in edit.ids for line in story if name in line.names()]
    if moved:
        story[:] = [line for line in story if not line.names() & set(edit.ids)]
        place = _behind(story, edit.after, edit.before)
        story[place:place] = moved


def _insert(story: Story, edit: Insert, by: int) -> None:
    name = edit.after or edit.before
    if name and not any(name in line.names() for line in story):
        return
    place = _behind(story, edit.after, edit.before)
    story[place:place] = [_new(fresh, by) for fresh in edit.paragraphs]


def _new(fresh: Fresh, by: int) -> Line:
    return Line(fresh.role, fresh.level, (("", without_extras(fresh.runs)),), by)


def _behind(story: Story, after: str, before: str) -> int:
    """The place behind all lines of the block that holds `after` and what is new there, or in front of `before`."""
    if not after:
        first = (place for place, line in enumerate(story) if (before in line.names() if before else _is_body(line)))
        return next(first, len(story))
    block = block_of(after) or after
    places = [place for place, line in enumerate(story) if after in line.names() or block in line.names()]
    place = places[-1] + 1 if places else len(story)
    while place < len(story) and not any(name for name, _ in story[place].pieces):
        place += 1
    return place


def _is_body(line: Line) -> bool:
    return any(block_of(name) for name, _ in line.pieces)


def _called(story: Story) -> list[str]:
    calls = [run.note for line in story for _, runs in line.pieces for run in runs if run.note]
    return list(dict.fromkeys(calls))


# --- whether it is -------------------------------------------------------------------------------------------------------


def first_difference(expected: Iterable[Line], rebuilt: View) -> int | None:
    """The place among the changes of the first one that does not read back as it should, -1 = of none; None = all do."""
    found = [*_story(joined(rebuilt.body)), *(line for note in rebuilt.notes for line in _story(note.paragraphs))]
    lines = [line for line in expected if line.pieces]
    for place, (wanted, read) in enumerate(zip_longest(lines, [line for line in found if line.pieces])):
        if wanted is None or read is None or _said(wanted) != _said(read):
            near = [lines[spot].by for spot in (place, place - 1, place + 1) if 0 <= spot < len(lines)]
            return next((by for by in near if by != NOBODY), NOBODY)
    return None


def _said(line: Line) -> tuple[str, int, tuple[Runs, ...]]:
    """What must be the same: a heading's rank, an item's level, the words of each piece."""
    rank = line.role if HEADING.fullmatch(line.role) else ""
    level = line.level if ITEM.search(line.role) else -1
    return rank, level, tuple(_said_in(piece, runs) for piece, runs in line.pieces)


def _said_in(piece: str, runs: Runs) -> Runs:
    """A piece's words; of one that has no formats, only these."""
    return (Run(text_of(runs)),) if piece and is_plain(piece) else _plain(runs)


def _as_read(paragraph: Paragraph) -> Runs:
    """A paragraph's words; of one of the front matter only these, since the addresses of a mailbox or a telephone follow."""
    words = _plain(without_extras(words_of(paragraph)))
    return (Run(text_of(words)),) if paragraph.ids and all(map(is_plain, paragraph.ids)) else words


def _plain(runs: Runs) -> Runs:
    """Runs without what may change when a paragraph goes: the number of a note, the id where a link within leads."""
    return normal(
        replace(run, note="*" if run.note else "", link="#" if run.link.startswith("#") else run.link, lang="")
        for run in runs
    )


def says_the_same(base: View, edited: View, rebuilt: View) -> bool:
    """Whether the rebuilt copy has the edited one's words, formats and links; words that Pressroom sets alone in a paragraph
    are left out, since they may follow an edit (a list of contents)."""
    for flows in zip(_flows(base), _flows(edited), _flows(rebuilt), strict=False):
        before, after, made = map(joined, flows)
        kept = [p for p, own in zip(after, pair(before, after).owners, strict=True) if not own or before[own[0]].ids]
        wanted = [_as_read(paragraph) for paragraph in kept]
        if wanted != [_as_read(paragraph) for paragraph in made if paragraph.ids]:
            return False
    return True


def _flows(view: View) -> Iterator[Sequence[Paragraph]]:
    yield view.body
    yield from (note.paragraphs for note in view.notes)
