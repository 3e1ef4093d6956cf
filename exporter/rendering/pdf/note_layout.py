"""A release laid out again and again until every note stands on the page that calls it, or all stand at its end.

docs/decisions/pdf-footnotes.md says why, and how often.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from math import ceil
from typing import Protocol

import weasyprint

from exporter import walking
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.model import Footnote, Release
from exporter.rendering.pdf.notes import Misplaced, misplaced_note

FIRST, LEAST, MOST = 28, 12, 240  # pixels that a page may be shorter: at first, at every further time, in all
ATTEMPTS, PATIENCE = 12, 600  # layouts after the first at most, and the notes in all of them together: each takes its time
FEW, LETTERS = 40, 120  # more notes than a few, with fewer letters a note than these, leave no page room for its text


class LayOut(Protocol):
    """Lays out the release's pages, each so many pixels shorter, or with all notes at the end."""

    def __call__(self, *, shorter: Mapping[int, int] = {}, endnotes: bool = False) -> weasyprint.Document: ...


def with_notes(lay_out: LayOut, release: Release) -> tuple[weasyprint.Document, tuple[Diagnostic, ...]]:
    """The pages with every note at the foot of its own; else with all at the end, and a warning that says why."""
    notes = release.footnotes if release.meta.notes == "foot" else ()
    if _crowded(release, len(notes)):
        return lay_out(endnotes=True), (_too_many(release),)
    document = lay_out()
    misplaced = misplaced_note(document, notes)
    shorter: dict[int, int] = {}
    attempts = min(ATTEMPTS, max(1, PATIENCE // max(1, len(notes))))
    while misplaced and attempts and _shorten(shorter, misplaced):
        del document
        gc.collect()  # the pages before, which hold each other, would double what a long release takes
        document = lay_out(shorter=shorter)
        misplaced = misplaced_note(document, notes)
        attempts -= 1
    if misplaced is None:
        return document, ()
    return lay_out(endnotes=True), (_no_room(release, misplaced.note),)


def _crowded(release: Release, count: int) -> bool:
    """Whether there are so many notes that there is no sense in trying: setting a page takes the square of its notes."""
    return count > FEW and sum(len(piece.text) for piece in walking.pieces(release)) < count * LETTERS


def _shorten(shorter: dict[int, int], misplaced: Misplaced) -> bool:
    """Make the page of a note's call shorter, so that its line, or one before it, goes to the next; False when it can't be.

    A little is often enough; if it was not, the line of the call has no room left.
    """
    if misplaced.call is None:
        return False
    page, above = misplaced.call
    enough = max(LEAST, ceil(above) + 1)
    shorter[page] = shorter[page] + enough if page in shorter else min(FIRST, enough)
    return shorter[page] <= MOST


def _no_room(release: Release, note: Footnote) -> Diagnostic:
    fact = f"footnote {note.number} found no room at the foot of its page"
    return _moved(release, note, fact, "Shorten the note or the paragraph around it to have the notes at the foot again.")


def _too_many(release: Release) -> Diagnostic:
    fact = f"there is too little text for {len(release.footnotes)} footnotes at the foot of its pages"
    return _moved(release, release.footnotes[0], fact, "Join notes that belong together to have them at the foot again.")


def _moved(release: Release, note: Footnote, fact: str, hint: str) -> Diagnostic:
    place = Place(release.file, note.span.line, note.span.column)
    return Diagnostic(Severity.WARNING, "pdf.endnotes", f"{fact}, so all notes stand at the end of the PDF", place, hint)
