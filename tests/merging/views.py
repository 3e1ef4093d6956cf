"""Views of a Word copy written by hand, in few words: `view(p("p1", "Ships sail."), h("h1", "Ports"))`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exporter.merging.copy.view import Cell, Note, Paragraph, Segment, View
from exporter.merging.runs import Run, Runs, normal

FORMAT = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)|\^(\w+)")


def runs(text: str) -> Runs:
    """`**bold**`, `*italic*`, `[words](address)` and `^n1`, the call of a note."""
    found, at = [], 0
    for match in FORMAT.finditer(text):
        found.append(Run(text[at : match.start()]))
        bold, italic, words, address, note = match.groups()
        if note:
            found.append(Run("", note=note))
        else:
            found.append(Run(bold or italic or words, bold=bool(bold), italic=bool(italic), link=address or ""))
        at = match.end()
    return normal([*found, Run(text[at:])])


def p(piece: str, text: str, role: str = "body", **more: object) -> Paragraph:
    """A paragraph that is one piece; "" = a new or a computed one."""
    ids = (piece,) if piece else ()
    return Paragraph(ids, role, role, (Segment(piece, runs(text)),), **more)  # type: ignore[arg-type]  # a test's own words


def h(piece: str, text: str, rank: int = 2) -> Paragraph:
    return p(piece, text, f"heading_{rank}")


def item(piece: str, text: str, level: int = 0) -> Paragraph:
    return p(piece, text, f"bullet_{level + 1}", level=level, sequence="1")


def cell(piece: str, text: str, row: int, column: int, table: int = 0) -> Paragraph:
    return p(piece, text, "table_text", cell=Cell(table, row, column))


def parts(*segments: tuple[str, str], role: str = "body") -> Paragraph:
    """A paragraph of several pieces, ("", words) between them."""
    ids = tuple(dict.fromkeys(piece for piece, _ in segments if piece))
    return Paragraph(ids, role, role, tuple(Segment(piece, tuple(_raw(text))) for piece, text in segments))


def _raw(text: str) -> Iterable[Run]:
    yield Run(text)


def view(*body: Paragraph, notes: Iterable[Note] = (), **more: object) -> View:
    return View(tuple(body), tuple(notes), **more)  # type: ignore[arg-type]  # a test's own words


def note(name: str, *paragraphs: Paragraph) -> Note:
    return Note(name, paragraphs)
