"""The notes of a template: their separators stay, and its part goes on with the release's notes (17.11)."""

from __future__ import annotations

from typing import cast

from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml
from docx.parts.story import StoryPart

from exporter.rendering.word.house.settings import count_in_figures, name_separators
from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.parts import NOTE_PARTS, Parts


def calls_notes(body: Element) -> bool:
    """Whether a text calls notes."""
    return next(body.iter(W + "footnoteReference", W + "endnoteReference"), None) is not None


def note_part(parts: Parts, kind: str, settings: Element, *, is_used: bool) -> tuple[StoryPart, int]:
    """The part for notes of a kind, "footnote" or "endnote", and the highest id in it; a new one where there is none."""
    content_type, relation = NOTE_PARTS[kind]
    found = next((rel for rel in parts.document.rels.values() if rel.reltype == relation), None)
    if found is None:
        part = parts.story(f"{kind}s", f"{kind}s", content_type)
        if is_used:
            parts.document.relate_to(part, relation)
            name_separators(settings, kind)
        return part, 0
    part = _as_story(parts, found.rId)
    root = cast(Element, part.element)
    for note in root.findall(W + kind):
        if note.get(W + "type", "normal") == "normal":
            root.remove(note)
    if is_used and kind == "endnote":
        count_in_figures(settings)
    return part, max((int(note.get(W + "id", "0")) for note in root), default=0)


def _as_story(parts: Parts, number: str) -> StoryPart:
    """A part that the document is related to, as one that stories can be written into."""
    relation = parts.document.rels[number]
    old = relation.target_part
    if isinstance(old, StoryPart):
        return old
    root = old.element if isinstance(old, XmlPart) else parse_xml(old.blob)
    part = StoryPart(old.partname, old.content_type, root, parts.package)
    for rel in old.rels.values():
        part.load_rel(rel.reltype, rel.target_ref if rel.is_external else rel.target_part, rel.rId, rel.is_external)
    del parts.document.rels[number]
    parts.document.load_rel(relation.reltype, part, number)
    return part
