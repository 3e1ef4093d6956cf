"""A table of contents that is filled (17.16.5.68): a field with its entries as its result, so that Word asks nothing.

Page numbers would be guesses, so there are none: each entry leads to its heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.rendering.word.context import Context
from exporter.rendering.word.markup import Element, W, w, w_text
from exporter.rendering.word.story import Story, set_space

HEADING = "listed"  # the class of the paragraph above the entries
LEVELS = "2-3"  # of the headings that a brief lists; level 1 is its headline
AFTER_THE_CONTENTS = 280  # twentieths of a point
INSTRUCTION = f' TOC \\o "{LEVELS}" \\n \\h \\z '  # these levels, no page numbers, links, for web layout too


def contents(story: Story, element: Element, context: Context, role: str) -> None:
    """`nav.contents`: what Word shows as a table of contents that can be brought up to date."""
    control = w(story.target, "sdt")
    part = w(w(control, "sdtPr"), "docPartObj")
    w(part, "docPartGallery", val="Table of Contents")
    w(part, "docPartUnique")
    target = w(control, "sdtContent")
    inner = story.inside(target)
    entries: list[Element] = []
    for child in element.iterchildren("p"):
        before = len(target)
        inner.block(child, context)
        if HEADING not in (child.get("class") or "").split():
            entries += list(target)[before:]
    if entries:
        _make_field(entries)
        set_space(entries[-1], after=AFTER_THE_CONTENTS)


def _make_field(entries: Sequence[Element]) -> None:
    """Begin the field before the words of the first entry and end it after those of the last."""
    holder = entries[0].makeelement(W + "p")
    w(w(holder, "r"), "fldChar", fldCharType="begin")
    w_text(w(holder, "r"), INSTRUCTION, "instrText")
    w(w(holder, "r"), "fldChar", fldCharType="separate")
    for place, run in enumerate(list(holder), start=1):  # after w:pPr
        entries[0].insert(place, run)
    w(w(entries[-1], "r"), "fldChar", fldCharType="end")
