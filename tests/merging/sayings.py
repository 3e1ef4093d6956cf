"""What a Word copy says, in a form in which two copies can be compared: not where it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from exporter.merging.copy.view import Paragraph, View
from exporter.merging.runs import Run, Runs, normal

FIELD = re.compile("[a-z_]{2,}")  # `contact.0.phone`; a block's id is a letter and a number
Saying = tuple[str, Runs]  # the place in the outline, "?" = it can't be told, and the words


def sayings(view: View) -> list[Saying]:
    """The words of every paragraph with their formats and links, those of notes where they are called."""
    return [_saying(paragraph) for paragraph in _paragraphs(view)]


def _paragraphs(view: View) -> Iterator[Paragraph]:
    yield from view.body
    for note in view.notes:
        yield from note.paragraphs


def _saying(paragraph: Paragraph) -> Saying:
    words = normal(_plain(run, segment.id) for segment in paragraph.segments for run in segment.runs)
    if paragraph.has_style_of_deleted:
        return "?", words
    return f"{paragraph.role if paragraph.role.startswith('heading') else ''}{paragraph.level}", words


def differing(ones: list[Saying], others: list[Saying]) -> list[tuple[Saying | None, Saying | None]]:
    """What two copies say differently, side by side."""
    pairs = zip_longest(ones, others)
    return [(one, other) for one, other in pairs if one is None or other is None or not _same(one, other)]


def _same(one: Saying, other: Saying) -> bool:
    return one[1] == other[1] and (one[0] == other[0] or "?" in (one[0], other[0]))


def _plain(run: Run, piece: str) -> Run:
    """Without what names a thing rather than says one: the id of a note, the id that a link within leads to; of a field of
    the front matter only the words, since how they look is the template's."""
    if FIELD.match(piece):
        return Run(run.text)
    return replace(run, note="*" if run.note else "", link="#" if run.link.startswith("#") else run.link, extra=(), lang="")
