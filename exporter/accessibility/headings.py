"""Headings by which one can walk through a document."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.accessibility.document import Document, Finding
from exporter.accessibility.vocabulary import words

LONG = 500  # words from which on a text needs headings
STYLE = "Give it the style Heading 1, 2, 3 … of its level; none may be left out on the way down."


def heading_levels(document: Document) -> Iterator[Finding]:
    """A first heading that is not of level 1, or one that is two or more levels below the one before."""
    above = 0
    for paragraph in document.body.paragraphs():
        level = document.styles.level(paragraph)
        if not level or not words(paragraph).strip():
            continue
        if level > above + 1:
            fact = f"the first heading is of level {level} and not 1"
            if above:
                fact = f"this heading is of level {level}, and the one before of level {above}"
            yield Finding("accessibility.heading-level", fact, STYLE, document.body, paragraph)
        above = level


def no_heading(document: Document) -> Iterator[Finding]:
    """A long text without any heading."""
    if any(document.styles.level(paragraph) for paragraph in document.body.paragraphs()):
        return
    count = sum(len(words(paragraph).split()) for paragraph in document.body.paragraphs())
    if count >= LONG:
        fact = f"there is no heading in {count} words"
        yield Finding("accessibility.no-heading", fact, "Give the titles of its parts the styles Heading 1, 2, 3 ….")
