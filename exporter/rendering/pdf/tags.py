"""What WeasyPrint's tags lack: notes that are notes, one header for a table on many pages, and text that can't be misread.

Which element came from which box is known only while WeasyPrint builds the tag tree, in private functions. `mended_tags`
puts itself around them while one document is written; a test fails when they have moved.

Source: ISO 32000-1, 14.7 (structure), 14.8.4 (structure types), 14.9.4 (replacement text).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf
import weasyprint.pdf.tags
from weasyprint.formatting_structure.boxes import Box, TextBox

from exporter.rendering.pdf.line_breaks import without_marks

SOFT_HYPHEN = "\u00ad"
UNKNOWN = "\ufffd"  # a glyph that has no text of its own: readers guess one
HYPHENS = ("\u2010", "-")
TYPES: Mapping[str, str] = {  # by the element's class
    "footnote": "Note",
    "call": "Reference",
    "number": "Lbl",
    "contents": "TOC",
    "entry": "TOCI",
}
PSEUDO_TYPES: Mapping[str, str] = {"footnote-call": "Reference", "footnote-marker": "Lbl"}

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")  # Hebrew, Arabic and their neighbours
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")

TreeBuilder = Callable[..., Iterator[pydyf.Dictionary]]


@contextmanager
def mended_tags() -> Iterator[None]:
    """While this is open, documents that WeasyPrint writes have mended tags. Not for threads: it replaces two functions."""
    add_tags, build_tree = weasyprint.pdf.add_tags, weasyprint.pdf.tags._build_box_tree

    def mended(pdf: pydyf.PDF, document: weasyprint.Document, version: object, streams: Sequence[pydyf.Stream]) -> None:
        for stream in streams:
            _say_what_glyphs_do_not(stream, _meanings(document))
        weasyprint.pdf.tags._build_box_tree = _mending(build_tree)
        add_tags(pdf, document, version, streams)

    weasyprint.pdf.add_tags = mended
    try:
        yield
    finally:
        weasyprint.pdf.add_tags, weasyprint.pdf.tags._build_box_tree = add_tags, build_tree


# --- structure elements ---------------------------------------------------------------------------------------------------


def _mending(build_tree: TreeBuilder) -> TreeBuilder:
    """WeasyPrint's builder, with the types of some elements changed and repeated table headers left out of the tree."""
    headers: set[int] = set()
    notes: dict[int, pydyf.Dictionary] = {}

    def build(box: Box, *rest: Any) -> list[pydyf.Dictionary]:
        elements = list(build_tree(box, *rest))
        if box.element is None or not elements:
            return elements
        if box.element_tag == "thead":
            if id(box.element) in headers:
                return []
            headers.add(id(box.element))
        if changed := _type_of(box):
            elements[-1]["S"] = f"/{changed}"
        if changed == "Note":
            _only_outer_note(elements[-1], box, notes)
        return elements

    return lambda *arguments: iter(build(*arguments))


def _only_outer_note(element: pydyf.Dictionary, box: Box, notes: dict[int, pydyf.Dictionary]) -> None:
    """Name a note, and take the type from the anonymous box inside it, which is built first and has the same element."""
    inner = notes.get(id(box.element))
    if inner and inner["P"] == element.reference:
        inner["S"] = "/NonStruct"
        del inner["ID"]
    element["ID"] = pydyf.String(box.element.get("id", ""))
    notes[id(box.element)] = element


def _type_of(box: Box) -> str:
    """The structure type that a box should have, or "" when WeasyPrint's own is right."""
    if pseudo := box.element_tag.partition("::")[2]:
        return PSEUDO_TYPES.get(pseudo, "")
    return next((TYPES[name] for name in box.element.get("class", "").split() if name in TYPES), "")


# --- replacement text -----------------------------------------------------------------------------------------------------


def _meanings(document: weasyprint.Document) -> dict[bytes, dict[int, str]]:
    """Font name in the page's content → glyph → the text that the font's ToUnicode map gives for it."""
    meanings: dict[bytes, dict[int, str]] = {}
    for font in document.fonts.values():
        meanings.setdefault(font.hash.encode(), {}).update(font.to_unicode)
    return meanings


def _say_what_glyphs_do_not(stream: pydyf.Stream, meanings: Mapping[bytes, Mapping[int, str]]) -> None:
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
