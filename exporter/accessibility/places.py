"""Where something stands, in words by which a person finds it in Word."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.accessibility.document import Story
from exporter.accessibility.vocabulary import PARAGRAPH, TABLE, TEXT_BOX, nearest, words
from exporter.opc import Element

LONGEST = 48  # characters that are quoted


def place(story: Story | None, element: Element | None) -> str:
    """Such as `in the header, in the table that begins “Harbour”, at “Read more”`; "" for a file as a whole."""
    if story is None or element is None:
        return ""
    return ", ".join(_steps(story, element))


def _steps(story: Story, element: Element) -> Iterator[str]:
    if story.name:
        yield story.name
    if nearest(element, TEXT_BOX) is not None:
        yield "in a text box"
    table = nearest(element, TABLE)
    begins = "" if table is None else begin(table)
    if table is not None:
        yield f"in the table that begins “{begins}”" if begins else "in an empty table"
    if table is not element or not begins:
        at = _at(story, element)
        if at != f"at “{begins}”":
            yield at


def _at(story: Story, element: Element) -> str:
    """By its own words, its paragraph's, or those before it."""
    paragraph = nearest(element, PARAGRAPH)
    for found in (element, paragraph):
        if found is not None and found.tag != TABLE and (text := begin(found)):
            return f"at “{text}”"
    before = _before(story, element if paragraph is None else paragraph)
    return f"after “{before}”" if before else "at the beginning"


def _before(story: Story, element: Element) -> str:
    """The last words before an element."""
    last = ""
    for found in story.root.iter():
        if found is element:
            break
        if found.tag == PARAGRAPH:
            last = begin(found) or last
    return last


def begin(element: Element) -> str:
    """The first words of an element, on one line; of a table, those of its first cell that has some."""
    paragraphs = element.iter(PARAGRAPH) if element.tag == TABLE else (element,)
    text = next((said for one in paragraphs if (said := " ".join(words(one).split()))), "")
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    return (cut.rpartition(" ")[0] if " " in cut[LONGEST // 2 :] else cut).rstrip(",;:–—- ") + "…"
