"""Where the text goes in a template: in the place of a paragraph that reads `{{ body }}`, else in that of all others."""

from __future__ import annotations

from copy import deepcopy

from msgspec import Struct

from exporter.rendering.word.bookmarks import COMPUTED, PREFIX, TARGET
from exporter.rendering.word.house.filling import text_of_paragraph
from exporter.rendering.word.house.slots import BODY, slot_name
from exporter.rendering.word.markup import Element, W

AROUND = frozenset((W + "sdt", W + "sdtContent"))  # content controls, which give way to the text
OWN_BOOKMARKS = (PREFIX, COMPUTED, TARGET)


class BodyPlace(Struct, frozen=True):
    """`marks` are the paragraphs that ask for the text; `allowed` those that stand where a text can."""

    marks: tuple[Element, ...]
    allowed: tuple[Element, ...]


def find_place(body: Element) -> BodyPlace:
    """The paragraphs of a `w:body` that read `{{ body }}`."""
    marks = tuple(p for p in body.iter(W + "p") if slot_name(text_of_paragraph(p).strip()) == BODY)
    return BodyPlace(marks, tuple(mark for mark in marks if _is_allowed(mark, body)))


def _is_allowed(mark: Element, body: Element) -> bool:
    """Directly in the body, or only in content controls: not in a table or a text box."""
    for around in mark.iterancestors():
        if around is body:
            return True
        if around.tag not in AROUND:
            return False
    return False


def section_of(body: Element, mark: Element | None) -> Element | None:
    """The `w:sectPr` of the section that the text will stand in: the first at or after it (17.6.17)."""
    own = None if mark is None else _outermost(mark, body)
    begun = own is None
    for child in body:
        begun = begun or child is own
        if begun and mark is not None:
            for section in child.iter(W + "sectPr"):
                return section
    return body.find(W + "sectPr")


def put(body: Element, mark: Element | None, written: Element) -> None:
    """Move what is written to its place. Without a mark it replaces all but the last section's properties."""
    if mark is None:
        section = body.find(W + "sectPr")
        if section is not None:
            _inherit(section, list(body.iter(W + "sectPr")))
        for child in list(body):
            if child is not section:
                body.remove(child)
        for block in list(written):
            body.append(block) if section is None else section.addprevious(block)
        return
    while (around := mark.getparent()) is not None and around is not body:
        _unwrap(around)
    for block in list(written):
        mark.addprevious(block)
    section = mark.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        _end_section(mark, section)
    body.remove(mark)


def _inherit(section: Element, sections: list[Element]) -> None:
    """Give the section the heads and feet that it takes from the sections before it, which go (17.10.1)."""
    for tag in ("footerReference", "headerReference"):
        found = {reference.get(W + "type"): reference for one in sections for reference in one.iterfind(W + tag)}
        own = {reference.get(W + "type") for reference in section.iterfind(W + tag)}
        for kind, reference in reversed(found.items()):
            if kind not in own:
                section.insert(0, deepcopy(reference))


def _unwrap(around: Element) -> None:
    """Put what a content control holds in its place."""
    content = around if around.tag == W + "sdt" else around.getparent()
    if content is not None:
        for holder in content.iterfind(W + "sdtContent"):
            for block in list(holder):
                content.addprevious(block)
        _remove(content)


def _end_section(place: Element, section: Element) -> None:
    """Let the paragraph before `place` end the section that the mark ended; a table can't, so a paragraph follows it."""
    last = place.getprevious()
    if last is None or last.tag != W + "p":
        last = place.makeelement(W + "p")
        place.addprevious(last)
    properties = last.find(W + "pPr")
    if properties is None:
        properties = last.makeelement(W + "pPr")
        last.insert(0, properties)
    properties.append(section)


def _outermost(mark: Element, body: Element) -> Element:
    """The child of the body that holds the mark."""
    while (parent := mark.getparent()) is not None and parent is not body:
        mark = parent
    return mark


def forget_bookmarks(body: Element) -> None:
    """Take out bookmarks of ours, which a template has that was made of a copy: they would name other texts."""
    numbers = set()
    for start in list(body.iter(W + "bookmarkStart")):
        if start.get(W + "name", "").startswith(OWN_BOOKMARKS):
            numbers.add(start.get(W + "id"))
            _remove(start)
    for end in list(body.iter(W + "bookmarkEnd")):
        if end.get(W + "id") in numbers:
            _remove(end)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
