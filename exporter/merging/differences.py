"""What somebody did to a Word copy: the copy as it was made against the copy as it came back."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from exporter.merging.change import Change
from exporter.merging.copy.view import View
from exporter.merging.dividing import words_of
from exporter.merging.flow import Flow
from exporter.merging.ids import block_of, is_cell, is_chart
from exporter.merging.runs import Run, normal
from exporter.merging.source.edits import Delete, NewNote
from exporter.merging.surroundings import anchor_of
from exporter.merging.verdicts import DATA, FURNITURE, TABLE_SHAPE


def differences(base: View, edited: View) -> list[Change]:
    """Every difference of the body, the notes, the shape of tables, and the heads and feet of pages."""
    known = {note.id: note for note in base.notes}
    new = {note.id: NewNote(note.id, tuple(map(words_of, note.paragraphs))) for note in edited.notes if note.id not in known}
    body = Flow(base.body, edited.body, new)
    found = list(_with_tables(body, base, edited))
    for note in edited.notes:
        if note.id in known:
            found += Flow(known[note.id].paragraphs, note.paragraphs, {}).changes()
    there = {note.id for note in edited.notes}
    for note in base.notes:
        if note.id not in there:
            edits = tuple(Delete(anchor_of(paragraph)) for paragraph in note.paragraphs if anchor_of(paragraph))
            words = normal(run for paragraph in note.paragraphs for run in (*words_of(paragraph), Run(" ")))
            found.append(Change("deleted", note.id, before=words, edits=edits))
    for before, after in _furniture(base, edited):
        found.append(Change("changed", "", (Run(before),), (Run(after),), state="refused", reason=FURNITURE))
    return found


def _with_tables(body: Flow, base: View, edited: View) -> Iterator[Change]:
    """The body's changes; a table that is gone is one of them, and so is one of another shape."""
    found = list(body.changes())
    tables = body.tables()
    gone = {table for number, table in tables.items() if number not in body.pairs.tables.values()}
    shapes = {
        tables[mine]
        for theirs, mine in body.pairs.tables.items()
        if mine in tables and base.tables[mine] != edited.tables[theirs]
    }
    for change in found:
        table = block_of(change.id)
        if not (table in gone or (table in shapes and change.kind in ("deleted", "inserted") and is_cell(change.id))):
            yield change
    for table in sorted(gone):
        change = Change("deleted", table, before=body.words_of_table(table), edits=(Delete(table),))
        yield replace(change, edits=(), state="refused", reason=DATA) if is_chart(table) else change
    for table in sorted(shapes):
        yield Change("changed", table, state="refused", reason=TABLE_SHAPE)


def _furniture(base: View, edited: View) -> Iterator[tuple[str, str]]:
    """What is written otherwise at the heads and feet of pages; parts are known by their words, not by their order."""
    lost = [words for words in base.furniture if words not in edited.furniture and words.strip()]
    new = [words for words in edited.furniture if words not in base.furniture and words.strip()]
    if not new and len(edited.furniture) < len(base.furniture):
        return  # a program leaves out the heads of pages that a short text does not come to
    for place in range(max(len(lost), len(new))):
        yield (lost[place] if place < len(lost) else ""), (new[place] if place < len(new) else "")
