"""Laid out pages, and where the lines of the text stand on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import weasyprint
from msgspec import Struct
from weasyprint.formatting_structure.boxes import Box, LineBox, TextBox

from exporter.rendering.job import Job
from exporter.rendering.pdf import document as pdf

OF_THE_BODY = frozenset(("main", "div", "ul", "ol", "li", "p", "blockquote"))


class Line(Struct, frozen=True):
    """A line of text: the block that it is of, its words, and its page's number, edges and baseline in pixels."""

    block: str
    tag: str
    text: str
    page: int
    baseline: float
    left: float
    right: float
    is_body: bool


def laid_out(what: Job, folder: Path) -> weasyprint.Document:
    return pdf._lay_out(what, str(folder))


def lines(document: weasyprint.Document) -> Iterator[Line]:
    """The lines of the page's flow, in order; `is_body` where running text stands: in paragraphs, lists and quotations."""
    for number, page in enumerate(document.pages, start=1):
        root = page._page_box.children[0]
        yield from _lines(root, number, page._page_box.content_box_y(), ())


def _lines(box: Box, page: int, top: float, around: tuple[Element, ...]) -> Iterator[Line]:
    if isinstance(box, LineBox):
        words = "".join(part.text for part in box.descendants() if isinstance(part, TextBox))
        block = around[-1]
        tags = [element.tag for element in around]
        is_body = "main" in tags and set(tags[tags.index("main") :]) <= OF_THE_BODY
        is_body = is_body and not any(element.get("class") == "pull" for element in around)
        right = box.position_x + box.width
        baseline = box.position_y + box.baseline - top
        yield Line(_name(around), block.tag, words, page, baseline, box.position_x, right, is_body)
        return
    if box.element is not None and box.element not in around:
        around = (*around, box.element)
    for child in getattr(box, "children", ()):
        yield from _lines(child, page, top, around)


def _name(around: tuple[Element, ...]) -> str:
    return next((element.get("data-block", "") for element in reversed(around) if element.get("data-block")), "")
