"""Whether a laid out page holds every footnote: WeasyPrint loses one now and then, or prints two in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import weasyprint
from weasyprint.formatting_structure.boxes import Box, FootnoteAreaBox, TextBox

from exporter.model import Footnote

ADDED = frozenset("\u00ad\u2010-")  # hyphens may be those of a broken line


def misplaced_note(document: weasyprint.Document, notes: Sequence[Footnote]) -> Footnote | None:
    """The first note that is lost, cut, off the paper, or printed before one that it should follow."""
    placed = list(_placed_notes(document)) if notes else []
    for index, note in enumerate(notes):
        if index >= len(placed) or placed[index] != (note.id, True):
            return note
    return None


def _placed_notes(document: weasyprint.Document) -> Iterator[tuple[str, bool]]:
    """Each note on the pages: its id, and whether all its words are there, inside of the paper."""
    for page in document.pages:
        for area in page._page_box.children:
            if isinstance(area, FootnoteAreaBox):
                for box in area.children:
                    on_paper = box.position_y >= 0 and box.position_y + box.margin_height() <= page.height
                    yield box.element.get("id", ""), on_paper and _words(box) == _letters(box.element.itertext())


def _words(box: Box) -> str:
    """What stands in a box; what the stylesheet adds, as the number before a note, is left out."""
    return _letters(part.text for part in box.descendants() if isinstance(part, TextBox) and "::" not in part.element_tag)


def _letters(texts: Iterator[str]) -> str:
    """A text without white space, hyphens and case, which a stylesheet may change."""
    return "".join(letter for letter in "".join("".join(texts).split()).casefold() if letter not in ADDED)
