"""An edited .docx as a `Copy`: its record, its paragraphs in both views, its comments, and what has no form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.diagnostics import Result
from exporter.errors import Refused
from exporter.merging.copy import furniture, notes
from exporter.merging.copy.anchors import Anchors
from exporter.merging.copy.numbering import Numbering
from exporter.merging.copy.paragraphs import Reading, Sheets
from exporter.merging.copy.record import Known, record_of
from exporter.merging.copy.remarks import Story, remarks
from exporter.merging.copy.revisions import has_changes
from exporter.merging.copy.stream import Element, Side
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.tables import Tables
from exporter.merging.copy.view import Copy, Note, Oddity, Paragraph, View
from exporter.merging.copy.walking import Walk
from exporter.opc import Package, open_package
from exporter.rendering.word.markup import W


def read_copy(file: str, data: bytes, names: Mapping[str, str] | None = None, known: Known | None = None) -> Result[Copy]:
    """Read the bytes of a copy that the user calls `file`. `names` are a house template's style names by role;
    `known` finds the content file of a copy that lost its record.

    Errors are those of `opc.open_package`, and `merge.no-record` and `merge.broken-record`. A table of contents is left out,
    since Word makes it of the headings; so are numbers of pages. Where tracked changes made several paragraphs one, it has
    the role of the first that still has words. Hidden text is read as words with the format "hidden".
    """
    opened = open_package(file, data)
    if opened.value is None:
        return Result(None, opened.diagnostics)
    try:
        record = record_of(opened.value, known)
    except Refused as refused:
        return Result(None, (*opened.diagnostics, *refused.diagnostics))
    document = Document(opened.value, names or {})
    final = document.view("final")
    original = document.view("original") if any(map(has_changes, opened.value.roots.values())) else final
    stories = (document.body, *document.notes.values())
    found = remarks(opened.value, stories)
    oddities = tuple(oddity for story in stories for oddity in _strange(story))
    return Result(Copy(record, final, original, found, oddities), opened.diagnostics)


class Document:
    """The stories of a package, walked once, to be viewed twice."""

    def __init__(self, package: Package, names: Mapping[str, str]) -> None:
        self.package = package
        self._styles = Styles(package.xml(package.related(package.main, "styles")), names)
        self._numbering = Numbering(package.xml(package.related(package.main, "numbering")), self._styles)
        self._tables = Tables()
        root = package.roots[package.main]
        body = root.find(W + "body")
        self.body = self._story(package.main, root if body is None else body)
        self.names = notes.names(self.body.stream, self.body.anchors)
        found = notes.elements(package)
        self.notes = {call: self._story(*found[call]) for call in self.names if call in found}
        self.furniture = furniture.streams(package, self._styles)

    def view(self, side: Side) -> View:
        sheets = Sheets(self._styles, self._numbering)

        def paragraphs(story: Story) -> tuple[Paragraph, ...]:
            return Reading(story.stream, story.anchors, sheets, self.names, side).paragraphs()

        body = paragraphs(self.body)
        calls = notes.called(self.body.stream, self.names, side)
        found = tuple(Note(self.names[call], paragraphs(self.notes[call])) for call in calls if call in self.notes)
        return View(body, found, furniture.words(self.furniture, side), tuple(getattr(self._tables, side)))

    def _story(self, part: str, root: Element) -> Story:
        stream = Walk(self.package, part, self._styles, self._tables).story(root)
        return Story(stream, Anchors(stream))


def _strange(story: Story) -> Iterator[Oddity]:
    for found in story.stream.strange:
        yield Oddity(story.anchors.near(found.place), found.fact)
