"""Space between paragraphs that is a property of them, and no empty paragraph that is read as “blank”."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.accessibility.document import Document, Finding
from exporter.accessibility.vocabulary import CELL, PARAGRAPH, TABLE, TEXT_BOX, W, children, inside
from exporter.opc import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
HINT = "Delete it; Paragraph, Spacing, Before or After makes space, and Page Break Before a new page."
CONTENT = frozenset(
    {
        M + "oMath",
        *(W + name for name in ("drawing", "pict", "object", "sym", "ptab", "fldSimple", "fldChar", "separator")),
        *(
            W + name
            for name in ("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef", "continuationSeparator")
        ),
    }
)
BREAKS = ("page", "column")
PLACES = [CELL, TEXT_BOX, *(W + name for name in ("body", "hdr", "ftr", "footnote", "endnote"))]


def empty_paragraphs(document: Document) -> Iterator[Finding]:
    """A paragraph with nothing in it that is there for space alone."""
    for story in document.stories:
        for around in story.root.iter(*PLACES):
            blocks = [block for block in children(around) if block.tag in (PARAGRAPH, TABLE)]
            for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
                is_empty = block.tag == PARAGRAPH and not _has_content(block)
                if is_empty and not _is_demanded(before, after) and not _draws(document, block):
                    yield Finding("accessibility.empty-paragraph", "an empty paragraph makes space", HINT, story, block)


def _is_demanded(before: Element | None, after: Element | None) -> bool:
    """Whether Word itself demands a paragraph between these two: alone in its place, after a table, between two."""
    if before is None:
        return after is None
    return before.tag == TABLE and (after is None or after.tag == TABLE)


def _draws(document: Document, paragraph: Element) -> bool:
    """Whether an empty paragraph ends a section, draws a line, or has the mark of a list, whose item it is."""
    ends_section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    has_border = next(document.styles.paragraph(paragraph, "pBdr"), None) is not None
    return ends_section or has_border or document.styles.is_numbered(paragraph)


def _has_content(paragraph: Element) -> bool:
    return any(
        found.tag in CONTENT
        or (found.tag == W + "t" and bool((found.text or "").strip()))
        or (found.tag == W + "br" and found.get(W + "type") in BREAKS)
        for found in inside(paragraph)
    )
