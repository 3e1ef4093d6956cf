"""How wide East Asian text is set: a quarter of an em where `line_breaks.py` left a gap, and marks that lose their space.

A full-width mark carries half an em of space on one side. Where two marks meet, and where an opening one begins a line, the
space goes (JIS X 4051, 4.1; JLREQ 3.1.4; CSS Text 4, `text-spacing-trim`): fonts call it `halt`. WeasyPrint has no property
for either, so `east_asian_widths` puts itself around the private method in which WeasyPrint hands a line to Pango; a test
fails when it has moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

from exporter.language import language_of
from exporter.rendering.pdf.typography.line_breaks import FIRM_GAP, GAP, JOINER

QUARTER = 0.25  # em
_OPENING, _CLOSING = "「『（〈《【〔［｛“‘", "」』）〉》】〕］｝”’、。，．"
LANGUAGES = frozenset(["ja", "zh"])
GAPS = re.compile(f"{GAP}|{FIRM_GAP}")
HALVES = re.compile(f"^[{_OPENING}]|[{_CLOSING}](?={JOINER}?[{_OPENING}{_CLOSING}])|(?<=[{_OPENING}])[{_OPENING}]")


@contextmanager
def east_asian_widths() -> Iterator[None]:
    """While this is open, WeasyPrint lays out gaps and halves marks. Not for threads: it replaces a method."""
    original = line_break.Layout.set_text

    def set_text(self: line_break.Layout, text: str, justify: bool = False) -> None:
        original(self, text, justify)
        _set_widths(self)

    line_break.Layout.set_text = set_text
    try:
        yield
    finally:
        line_break.Layout.set_text = original


def _set_widths(layout: line_break.Layout) -> None:
    text: str = layout.text
    gaps = [found.span() for found in GAPS.finditer(text)]
    halves = []
    if language_of(layout.style["lang"] or "") in LANGUAGES:
        halves = [found.span() for found in HALVES.finditer(text)]
    if not gaps and not halves:
        return
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.NULL:
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for start, end in gaps:
        # Pango gives the space twice, before and after each of the two characters; the last half at a text's end is cut off.
        share = 2 if end < len(text) else 1.5
        spacing = pango.pango_attr_letter_spacing_new(int(QUARTER * layout.style["font_size"] * TO_UNITS / share))
        _insert(attributes, spacing, text, start, end)
    for start, end in halves:
        _insert(attributes, pango.pango_attr_font_features_new(b"halt 1"), text, start, end)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _insert(attributes: Any, attribute: Any, text: str, start: int, end: int) -> None:
    """Add an attribute for some characters; Pango counts bytes of UTF-8."""
    attribute.start_index = len(text[:start].encode())
    attribute.end_index = attribute.start_index + len(text[start:end].encode())
    pango.pango_attr_list_insert(attributes, attribute)
