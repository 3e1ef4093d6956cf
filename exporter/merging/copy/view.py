"""What is read out of a Word copy.

Everything is a paragraph, in the order of the file: of the body, of the cells of tables, of the notes. `View` is one reading
of the copy; there are two, with its tracked changes accepted (`final`) and rejected (`original`).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from exporter.merging.runs import Runs
from exporter.record import Record


class Segment(Struct, frozen=True):
    """A stretch of a paragraph under one id (`p7`, `q1.by`, `contact.0.name`); "" = computed text, or text without any."""

    id: str
    runs: Runs


class Revision(Struct, frozen=True):
    """A tracked change (ISO/IEC 29500-1, 17.13.5): who, and when as the file has it (ISO 8601, "" = not said)."""

    kind: Literal["inserted", "deleted", "moved", "formatted"]
    author: str
    date: str


class Cell(Struct, frozen=True):
    """Where in a table a paragraph stands, from 0: the table in the order of the file, its row, its column."""

    table: int
    row: int
    column: int


class Paragraph(Struct, frozen=True):
    """One `w:p` that has words, a picture or a call, or is a rule; where tracked changes joined several, all of them.

    `ids` are the pieces of the source that it holds words of, the outermost of each first, in order (a merged paragraph has
    two, a new one none). `role` is the style's role (`exporter.rendering.word.styles`), "" = a style of none, whose name is
    `style`. `level` is the list level from 0, -1 outside of lists; `sequence` tells counted lists apart ("" outside of
    lists, "bullets" in those that are not counted): neighbours of one list have the same. `segments` are its words cut at
    the inner pieces' anchors, normal (`runs.normal`) as a whole; () for a figure. `picture` is the SHA-256 of a figure's
    file, "" = none, `alt` its alternative text. `revisions` are the tracked changes that touch it, without doubles.
    `has_style_of_deleted` warns of LibreOffice, which gives a paragraph the style of the one before it when that is deleted
    with tracking: then its role tells nothing.
    """

    ids: tuple[str, ...]
    role: str
    style: str
    segments: tuple[Segment, ...]
    level: int = -1
    ordered: bool = False
    sequence: str = ""
    cell: Cell | None = None
    picture: str = ""
    alt: str = ""
    revisions: tuple[Revision, ...] = ()
    has_style_of_deleted: bool = False


class Note(Struct, frozen=True):
    """A footnote or endnote, in the order of the calls. `id` is `n1` by its anchors; a new one's is `new1`, `new2`, …"""

    id: str
    paragraphs: tuple[Paragraph, ...]


class View(Struct, frozen=True):
    """`furniture` are the words of the heads and feet of pages, part by part, `tables` how many cells each row of each table
    has."""

    body: tuple[Paragraph, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[str, ...] = ()
    tables: tuple[tuple[int, ...], ...] = ()


class Remark(Struct, frozen=True):
    """A comment. `id` is the piece that it hangs on ("" = none known), `quoted` the words that it marks."""

    author: str
    date: str
    text: str
    id: str
    quoted: str = ""
    replies: tuple[Remark, ...] = ()
    done: bool = False


class Oddity(Struct, frozen=True):
    """Something that has no form in a content file: a text box, an equation.

    `id` is the piece in or after which it stands, `fact` says what it is, in words.
    """

    id: str
    fact: str


class Copy(Struct, frozen=True):
    record: Record
    final: View
    original: View
    remarks: tuple[Remark, ...] = ()
    oddities: tuple[Oddity, ...] = ()
