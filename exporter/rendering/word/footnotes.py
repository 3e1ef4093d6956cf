"""Native footnotes or endnotes (17.11): their part, their calls, and references to a note that was called before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from docx.parts.story import StoryPart
from msgspec.structs import replace

from exporter.rendering.word import fields
from exporter.rendering.word.bookmarks import NOTE
from exporter.rendering.word.flow import Flow, Format
from exporter.rendering.word.markup import Element, W, text_of, w, w_text
from exporter.rendering.word.story import Story

if TYPE_CHECKING:
    from exporter.rendering.word.draft import Draft

KINDS = ("footnote", "endnote")  # the classes that name them in a page, and the elements of WordprocessingML
SEPARATORS = {"separator": "-1", "continuationSeparator": "0"}  # their ids; settings.xml lists them


class Notes:
    """The notes of a document. `composed` are their elements by id, `part` where they go, `kind` is one of `KINDS`."""

    def __init__(self, part: StoryPart, composed: Mapping[str, Element], kind: str, last: int = 0) -> None:
        """`last` is the highest id of the notes that are there already; an empty part gets its separators."""
        self.part, self.composed, self.kind = part, composed, kind
        self.numbers: dict[str, int] = {}
        self._last = last
        for name, number in SEPARATORS.items() if not len(self.root) else ():
            paragraph = w(w(self.root, kind, type=name, id=number), "p")
            w(w(paragraph, "pPr"), "spacing", before="0", after="0", line="240", lineRule="auto")
            w(w(paragraph, "r"), name)

    @property
    def root(self) -> Element:
        return cast(Element, self.part.element)

    def write(self, draft: Draft, note: str) -> int:
        """Write a note that is called for the first time; returns its `w:id`."""
        number = self.numbers[note] = self._last + len(self.numbers) + 1
        target = w(self.root, self.kind, id=str(number))
        story = Story(draft, self.part, target)
        story.contents(self.composed[note], replace(draft.base, role="note"))
        draft.end_with_paragraph(story)
        self._put_number(draft, target)
        return number

    def _put_number(self, draft: Draft, note: Element) -> None:
        """The note's own number and a space, before the words of its first paragraph."""
        paragraph = note[0] if note[0].tag == W + "p" else note.makeelement(W + "p")
        if paragraph is not note[0]:
            note.insert(0, paragraph)
            w(w(paragraph, "pPr"), "pStyle", val=draft.styles.id("note"))
        holder = note.makeelement(W + "p")
        run = w(holder, "r")
        w(w(run, "rPr"), "rStyle", val=draft.styles.id("call"))
        w(run, f"{self.kind}Ref")
        w_text(w(holder, "r"), " ")
        for place, made in enumerate(list(holder), start=1):
            paragraph.insert(place, made)


def call(flow: Flow, element: Element, format_: Format, role: str) -> None:
    """`sup.call`: the note's own call where it comes first in the body, else a field that repeats its number.

    Word has no notes inside notes, so that only such a field can stand in one.
    """
    draft, notes = flow.draft, flow.draft.notes
    note = next((link.get("href", "").removeprefix("#") for link in element.iter("a")), "")
    if note not in notes.composed:
        draft.problems.unknown_note(note)
        return
    format_ = replace(format_.styled(role), underline=False)
    if note in notes.numbers:
        fields.field(flow, f"NOTEREF {bookmark_of(note)} \\h", text_of(element).strip(), format_)
        return
    if flow.story.part is notes.part:
        draft.problems.note_in_note(note)
    mark = draft.bookmarks.start_named(flow.parent, bookmark_of(note))
    number = notes.write(draft, note)
    w(flow.run(format_), f"{notes.kind}Reference", id=str(number))
    draft.bookmarks.end(flow.parent, mark)


def bookmark_of(note: str) -> str:
    """The bookmark around a note's call, which a NOTEREF field names (17.16.5.39)."""
    return NOTE + note
