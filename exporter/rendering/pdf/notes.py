"""Where the footnotes of a laid out page are: WeasyPrint loses one now and then, or prints it late, or before another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import weasyprint
from weasyprint.formatting_structure.boxes import Box, FootnoteAreaBox, LineBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

from exporter.model import Footnote

ADDED = frozenset("\u00ad\u2010-")  # hyphens may be those of a broken line


class Call(NamedTuple):
    """A call on a page (from 1), whose line ends `above` pixels above the notes of that page."""

    page: int
    above: float


class Misplaced(NamedTuple):
    """A note that is not where it should be, and its call, None when that is on no page."""

    note: Footnote
    call: Call | None


def misplaced_note(document: weasyprint.Document, notes: Sequence[Footnote]) -> Misplaced | None:
    """The first note that is lost, cut, off the paper, out of order, or not on the page that calls it."""
    if not notes:
        return None
    placed, calls = list(_placed_notes(document)), _calls(document)
    for index, note in enumerate(notes):
        call = calls.get(note.id)
        if not call or index >= len(placed) or placed[index] != (note.id, call.page, True):
            return Misplaced(note, call)
    return None


def _placed_notes(document: weasyprint.Document) -> Iterator[tuple[str, int, bool]]:
    """Each note: its id, its page, and whether all its words are there, inside of the paper."""
    for number, page in enumerate(document.pages, start=1):
        for area in page._page_box.children:
            if isinstance(area, FootnoteAreaBox):
                for box in area.children:
                    on_paper = box.position_y >= 0 and box.position_y + box.margin_height() <= page.height
                    whole = on_paper and _words(box) == _letters(box.element.itertext())
                    yield box.element.get("id", ""), number, whole


def _words(box: Box) -> str:
    """What stands in a box; what the stylesheet adds, as the number before a note, is left out."""
    return _letters(part.text for part in box.descendants() if isinstance(part, TextBox) and "::" not in part.element_tag)


def _letters(texts: Iterator[str]) -> str:
    """A text without white space, hyphens and case, which a stylesheet may change."""
    return "".join(letter for letter in "".join("".join(texts).split()).casefold() if letter not in ADDED)


def _calls(document: weasyprint.Document) -> dict[str, Call]:
    """The first call of each note, by the note's id."""
    calls: dict[str, Call] = {}
    for number, page in enumerate(document.pages, start=1):
        root = page._page_box
        areas = [child for child in root.children if isinstance(child, FootnoteAreaBox) and child.children]
        end = areas[0].position_y if areas else root.content_box_y() + root.height
        for child in root.children:
            if not isinstance(child, FootnoteAreaBox):
                for name, bottom in _called(child, 0):
                    calls.setdefault(name, Call(number, end - bottom))
    return calls


def _called(box: Box, bottom: float) -> Iterator[tuple[str, float]]:
    """The notes that are called inside of a box, each with the lower edge of the line that calls it."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, LineBox):
        bottom = box.position_y + box.height
    if box.element_tag and box.element_tag.endswith("::footnote-call"):
        yield box.element.get("id", ""), bottom
        return
    for child in box.children:
        yield from _called(child, bottom)
