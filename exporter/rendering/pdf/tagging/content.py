"""What is drawn on the pages, in the order of the source: each marked box with its page and its element.

WeasyPrint marks the text and pictures that it draws with a number and remembers their boxes; a box still knows its element.
Running heads, page numbers and what is repeated or only adorns the page are artifacts (ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pydyf
import weasyprint
from weasyprint.formatting_structure.boxes import Box, MarginBox, PageBox
from weasyprint.layout.absolute import AbsolutePlaceholder

PAGINATION, LAYOUT = "Pagination", "Layout"
FURNITURE = "furniture"  # the class of what stands on every page


@dataclass(frozen=True)
class Seen:
    """A box on a page, 0-based. `mark` is the number of what it draws, None = nothing by itself.

    `artifact` is "" for content, else why it is none: `PAGINATION` or `LAYOUT`. `within_link` = a box around it is a link.
    """

    page: int
    box: Box
    mark: int | None
    artifact: str = ""
    within_link: bool = False

    @property
    def element(self) -> Element | None:
        element: Element | None = self.box.element
        return element

    @property
    def pseudo(self) -> str:
        """The pseudo-element, such as `footnote-call`, or ""."""
        name: str = self.box.element_tag or ""
        return name.partition("::")[2]

    @property
    def link(self) -> pydyf.Dictionary | None:
        """The link annotation that WeasyPrint made of the box; it makes one more for each box within, which are none."""
        return None if self.within_link or self.artifact else self.box.link_annotation

    @property
    def superfluous_link(self) -> pydyf.Dictionary | None:
        """The annotation of a box that is no link of its own."""
        return self.box.link_annotation if self.within_link or self.artifact else None


def boxes_of(document: weasyprint.Document, streams: Sequence[pydyf.Stream]) -> Iterator[Seen]:
    """Every box of a document, parents before children, pages in order."""
    return _Walk(document, streams).run()


class _Walk:
    def __init__(self, document: weasyprint.Document, streams: Sequence[pydyf.Stream]) -> None:
        self.document, self.streams = document, streams
        self.headers: dict[Element, int] = {}  # a table's header → the page where it was first

    def run(self) -> Iterator[Seen]:
        for number, (page, stream) in enumerate(zip(self.document.pages, self.streams, strict=True)):
            marks = {box: tag["mcid"] for box, tag in stream._tags.items()}
            yield from self._walk(page._page_box, number, marks, "")
            assert not marks, marks  # else something drawn is neither content nor artifact

    def _walk(self, box: Box, page: int, marks: dict[Box, int], artifact: str, linked: bool = False) -> Iterator[Seen]:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        artifact = artifact or self._why_artifact(box, page)
        yield Seen(page, box, marks.pop(box, None), artifact, linked)
        linked = linked or box.link_annotation is not None
        for child in _in_order(box):
            yield from self._walk(child, page, marks, artifact, linked)

    def _why_artifact(self, box: Box, page: int) -> str:
        if isinstance(box, MarginBox):
            return PAGINATION
        if box.element is None:
            return ""
        if box.element_tag == "thead":
            return "" if self.headers.setdefault(box.element, page) == page else PAGINATION
        return LAYOUT if FURNITURE in box.element.get("class", "").split() or _says_nothing(box.element) else ""


def _in_order(box: Box) -> Sequence[Box]:
    """A box's children; those of a page with its footnotes after its text, its margins last."""
    children: Sequence[Box] = box.children
    return sorted(children, key=lambda child: isinstance(child, MarginBox)) if isinstance(box, PageBox) else children


def _says_nothing(element: Element) -> bool:
    """Whether an element is a picture that the writer gave no description: it only adorns the page."""
    return element.tag == "img" and not element.get("alt", "").strip()


def turn_into_artifacts(stream: pydyf.Stream, artifacts: Mapping[int, str]) -> None:
    """Change the marks of a page's content that are artifacts: number → why."""
    items = stream.stream
    for index, item in enumerate(items):
        if isinstance(item, pydyf.Dictionary) and (why := artifacts.get(item.get("MCID", -1))):
            items[index - 1] = "/Artifact"
            items[index] = pydyf.Dictionary({"Type": f"/{why}"})
