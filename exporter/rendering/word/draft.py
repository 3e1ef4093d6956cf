"""A Word document in the making: what all of its stories share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from exporter.rendering.word.bookmarks import Bookmarks, bookmark_name, piece_id
from exporter.rendering.word.context import Context
from exporter.rendering.word.flow import Flow, Format
from exporter.rendering.word.footnotes import Notes
from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.numbering import Numbering
from exporter.rendering.word.page import TextArea
from exporter.rendering.word.pictures import Pictures
from exporter.rendering.word.problems import Problems
from exporter.rendering.word.story import Block, Entry, Inline, Story
from exporter.rendering.word.styles import Styles


class Draft(Struct):
    """`composed` is the page's HTML, `vocabulary` what may stand in it, `base` the context of what stands in nothing."""

    composed: Element
    vocabulary: Mapping[str, Entry]
    base: Context
    styles: Styles
    numbering: Numbering
    pictures: Pictures
    notes: Notes
    problems: Problems
    area: TextArea = TextArea()
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    _links: list[tuple[Element, str]] = field(default_factory=list)

    @property
    def lang(self) -> str:
        return self.base.lang

    @property
    def rtl(self) -> bool:
        return self.base.rtl

    def entry(self, element: Element) -> Entry | None:
        """How an element is written: by its tag and last known class, `p.kicker`; None when Word has no form for it."""
        tag = str(element.tag)
        found: Entry | None = None
        for name in (element.get("class") or "").split():
            entry = self.vocabulary.get(f"{tag}.{name}")
            if entry is None:
                self.problems.unknown_class(tag, name)
            found = entry or found
        found = found or self.vocabulary.get(tag)
        if found is None:
            self.problems.unknown_element(tag)
        return found

    def inline(self, element: Element) -> Callable[[Flow, Element, Format], None] | None:
        """What writes an element among words; None when it can't stand there, which is told."""
        entry = self.entry(element)
        if isinstance(entry, Block):
            self.problems.misplaced(str(element.tag))
        if not isinstance(entry, Inline):
            return None
        return lambda flow, inner, format_: entry.write(flow, inner, format_, entry.role)

    def link_inside(self, hyperlink: Element, target: str) -> None:
        """Let a hyperlink lead to the element of that id; where it stands is known only once everything is written."""
        self._links.append((hyperlink, target))

    def end_with_paragraph(self, story: Story) -> None:
        """A story can't be empty or end with a table: a paragraph must follow."""
        if not len(story.target) or story.target[-1].tag == W + "tbl":
            story.paragraph(self.base, "plain")

    def finish(self) -> None:
        """Settle what had to wait: links within the document, and notes that nothing called."""
        for hyperlink, target in self._links:
            name = self._bookmark_of(target)
            if name:
                hyperlink.set(W + "anchor", name)
            else:
                self.problems.unknown_anchor(target)
                _unwrap(hyperlink)
        for note in self.notes.composed:
            if note not in self.notes.numbers:
                self.problems.lost_note(note)

    def _bookmark_of(self, target: str) -> str:
        """The bookmark of the element with that id, or one around the first piece inside it."""
        if bookmark_name(target) in self.bookmarks.names:
            return bookmark_name(target)
        for element in self.composed.iter():
            if isinstance(element.tag, str) and element.get("id") == target:
                pieces = (piece_id(inner) for inner in element.iter() if isinstance(inner.tag, str))
                piece = next((piece for piece in pieces if bookmark_name(piece) in self.bookmarks.names), "")
                return self.bookmarks.around(piece, target) if piece else ""
        return ""


def _unwrap(hyperlink: Element) -> None:
    """Put what a hyperlink holds in its place."""
    parent = hyperlink.getparent()
    if parent is not None:
        place = parent.index(hyperlink)
        parent[place : place + 1] = list(hyperlink)
