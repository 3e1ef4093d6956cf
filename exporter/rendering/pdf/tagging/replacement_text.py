"""Text that can't be misread: words given beside glyphs that, looked up one by one, would spell something else.

Source: ISO 32000-1, 14.9.4 (replacement text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import TextBox

from exporter.rendering.pdf.typography.line_breaks import without_marks

SOFT_HYPHEN = "\u00ad"
UNKNOWN = "\ufffd"  # a glyph that has no text of its own: readers guess one
HYPHENS = ("\u2010", "-")

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic and their neighbours
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")


def meanings(document: weasyprint.Document) -> dict[bytes, dict[int, str]]:
    """Font name in the page's content → glyph → the text that the font's ToUnicode map gives for it."""
    found: dict[bytes, dict[int, str]] = {}
    for font in document.fonts.values():
        found.setdefault(font.hash.encode(), {}).update(font.to_unicode)
    return found


def say_what_glyphs_do_not(stream: pydyf.Stream, meanings: Mapping[bytes, Mapping[int, str]]) -> None:
    """Give replacement text to marked text whose glyphs, looked up one by one, would read otherwise.

    A font maps each glyph to one text, so a shared glyph (small capitals, half of an Arabic or Devanagari cluster) reads as
    whatever it was first used for; right-to-left text comes in the order of its glyphs; a hyphen may be the line's, not the
    word's. On a page with right-to-left text everything is given: a reader that finds lines by their looks (PDFium, and so
    Chromium) turns the words of another direction round.
    """
    texts = {tag["mcid"]: box for box, tag in stream._tags.items() if isinstance(box, TextBox)}
    mirrored = any(RIGHT_TO_LEFT.search(box.text) for box in texts.values())
    glyphs: Mapping[int, str] = {}
    marked: pydyf.Dictionary | None = None
    read: list[str] = []
    for item in stream.stream:
        if isinstance(item, pydyf.Dictionary) and "MCID" in item:
            marked, read = item, []
        elif not isinstance(item, bytes):
            continue
        elif item.endswith(b"Tf"):
            if named := _FONT.search(item):
                glyphs = meanings.get(named[1], {})
        elif item.endswith(b"TJ") and marked is not None:
            read += (glyphs.get(glyph) or UNKNOWN for shown in _GLYPHS.findall(item) for glyph in _ids(shown))
        elif item == b"EMC" and marked is not None:
            if box := texts.get(marked["MCID"]):
                _replace(marked, _meant(box), "" if mirrored else "".join(read))
            marked = None


def _ids(shown: bytes) -> Iterator[int]:
    """The glyph ids in a hexadecimal string: two bytes each."""
    return (int(shown[index : index + 4], 16) for index in range(0, len(shown), 4))


def _replace(marked: pydyf.Dictionary, meant: str, read: str) -> None:
    if "".join(meant.split()) != "".join(read.split()):
        marked["ActualText"] = pydyf.String(meant)


def _meant(box: TextBox) -> str:
    """A box's text as the writer has it; the hyphen of a broken word is a soft one."""
    text = without_marks(box.text)
    if text.endswith(HYPHENS) and box.element is not None:
        words = "".join("".join(box.element.itertext()).split())
        if "".join(text.split()) not in words:
            return text[:-1] + SOFT_HYPHEN
    return text
