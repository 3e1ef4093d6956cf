"""The section: page, heads and feet (17.6, 17.10). Content comes from the composed `header` and `footer` elements."""

from __future__ import annotations

from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from msgspec.structs import replace

from exporter.rendering.word import page
from exporter.rendering.word.draft import Draft
from exporter.rendering.word.markup import Element, R, w
from exporter.rendering.word.parts import Parts
from exporter.rendering.word.story import Block, Story

KINDS = {  # tag → root element, content type, relation
    "header": ("hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


def write_section(parts: Parts, draft: Draft, body: Element) -> None:
    """Write `w:sectPr`, in the schema's order, and the parts that it names."""
    section = w(body, "sectPr")
    begun = False
    for tag, which, element in _furniture(draft.composed):
        begun = begun or which == "first"
        reference = w(section, f"{tag}Reference", type=which)
        reference.set(R + "id", _write_furniture(parts, draft, tag, element))
    if draft.notes.numbers and draft.notes.kind == "endnote":
        properties = w(section, "endnotePr")
        w(properties, "numFmt", val="decimal")  # Word would count i, ii, iii
    w(section, "pgSz", w=str(page.WIDTH), h=str(page.HEIGHT))
    w(section, "pgMar", **{side: str(length) for side, length in page.MARGINS.items()})
    w(section, "cols", space="720")
    if begun:
        w(section, "titlePg")
    if draft.rtl:
        w(section, "bidi")


def _furniture(composed: Element) -> Iterator[tuple[str, str, Element]]:
    """Heads, then feet: the tag, "default" or "first", and the element.

    Where a first page has a head of its own and no foot, it has the foot of the others.
    """
    found: dict[tuple[str, str], Element] = {}
    for element in composed.iter("header", "footer"):
        classes = (element.get("class") or "").split()
        if "furniture" in classes:
            found.setdefault((str(element.tag), "first" if "first-page" in classes else "default"), element)
    for tag in KINDS:
        default = found.get((tag, "default"))
        first = found.get((tag, "first"), default if any(which == "first" for _, which in found) else None)
        if default is not None:
            yield tag, "default", default
        if first is not None:
            yield tag, "first", first


def _write_furniture(parts: Parts, draft: Draft, tag: str, element: Element) -> str:
    """Write one head or foot into a part of its own; returns the document's relation to it."""
    root, content_type, relation = KINDS[tag]
    number = sum(1 for rel in parts.document.rels.values() if rel.reltype == relation) + 1
    part = parts.story(f"{tag}{number}", root, content_type)
    story = Story(draft, part, part.element)
    entry = draft.entry(element)
    story.contents(element, replace(draft.base, role=entry.role if isinstance(entry, Block) else tag))
    draft.end_with_paragraph(story)
    return parts.document.relate_to(part, relation)
