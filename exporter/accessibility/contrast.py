"""Text that stands out from its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.accessibility.colours import HIGHLIGHTS, WHITE, Colour, automatic, contrast, parsed, written
from exporter.accessibility.document import Document, Finding
from exporter.accessibility.vocabulary import (
    CELL,
    PARAGRAPH,
    RUN,
    TABLE,
    TEXT_BOX,
    WPS,
    A,
    V,
    W,
    is_on,
    nearest,
    val,
)
from exporter.opc import Element

LARGE, LARGE_BOLD = 18.0, 14.0  # points from which on text is large (WCAG 2.2, 1.4.3)
HINT = "Select it; Font Color, and choose a darker one; or Shading, and choose a lighter ground."


def weak_contrast(document: Document) -> Iterator[Finding]:
    """Text whose contrast is below 4.5 to 1, or below 3 to 1 where it is large."""
    page = _page(document)
    for story in document.stories:
        for run in story.root.iter(RUN):
            if _is_seen(document, run):
                ground = _ground(document, run) or page
                ink = _ink(document, run, ground)
                ratio, needed = contrast(ink, ground), _needed(document, run)
                if ratio < needed:
                    rounded = int(ratio * 100) / 100
                    colours = f"{written(ink)} on {written(ground)}"
                    fact = f"the text hardly stands out: {colours} is {rounded:g}:1, and {needed:g}:1 is needed"
                    yield Finding("accessibility.contrast", fact, HINT, story, run)


def _is_seen(document: Document, run: Element) -> bool:
    has_words = any(found.text and found.text.strip() for found in run.iterfind(W + "t")) or run.find(W + "sym") is not None
    return has_words and not is_on(next(document.styles.run(run, "vanish"), None))


def _needed(document: Document, run: Element) -> float:
    size = document.styles.size(run)
    is_large = size >= LARGE or (size >= LARGE_BOLD and document.styles.is_bold(run))
    return 3.0 if is_large else 4.5


def _ink(document: Document, run: Element, ground: Colour) -> Colour:
    """The colour of a run's text."""
    element = next(document.styles.run(run, "color"), None)
    found = None if element is None else document.theme.colour(element, "val", "theme")
    return found or automatic(ground)


def _page(document: Document) -> Colour:
    """The ground of the page, which Word shows only where the settings say so (17.2.1, 17.15.1.25)."""
    element = document.body.root.find(W + "background")
    shown = document.settings is not None and is_on(document.settings.find(W + "displayBackgroundShape"))
    if element is None or not shown:
        return WHITE
    return document.theme.colour(element, "color", "theme") or WHITE


def _ground(document: Document, run: Element) -> Colour | None:
    """What lies behind a run: the innermost ground that is not looked through; None for that of the page."""
    styles, theme = document.styles, document.theme
    highlight = HIGHLIGHTS.get(val(next(styles.run(run, "highlight"), None)))
    own = highlight or theme.shading(next(styles.run(run, "shd"), None))
    paragraph = nearest(run, PARAGRAPH)
    if own is not None or paragraph is None:
        return own
    found = theme.shading(next(styles.paragraph(paragraph, "shd"), None))
    around = paragraph.iterancestors(CELL, TABLE, TEXT_BOX)
    while found is None and (box := next(around, None)) is not None:
        found = _box(document, box)
    return found


def _box(document: Document, box: Element) -> Colour | None:
    """The ground that a cell, a table or a text box brings."""
    if box.tag == TEXT_BOX:
        return _fill(document, box)
    find = document.styles.cell if box.tag == CELL else document.styles.table
    return document.theme.shading(next(find(box, "shd"), None))


def _fill(document: Document, box: Element) -> Colour | None:
    """The plain filling of a shape with text."""
    for shape in box.iterancestors(WPS + "wsp"):
        for colour in shape.iterfind(f"{WPS}spPr/{A}solidFill/*"):
            name = colour.get("val", "")
            return document.theme.colours.get(NAMES.get(name, name)) if colour.tag == A + "schemeClr" else parsed(name)
    for shape in box.iterancestors(V + "shape", V + "rect", V + "roundrect"):
        found = re.match(r"#[0-9A-Fa-f]{6}", shape.get("fillcolor", ""))
        return parsed(found[0]) if found else None
    return None


NAMES = {"tx1": "text1", "tx2": "text2", "bg1": "background1", "bg2": "background2"}  # of DrawingML (20.1.10.54)
