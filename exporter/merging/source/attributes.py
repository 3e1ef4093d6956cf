"""Words that stand as attributes: who said a quotation, the title of a box, the credit of a picture."""

from __future__ import annotations

from exporter.merging.source.escaping import quoted
from exporter.merging.source.outline import Block, Outline
from exporter.merging.source.source_text import Change


def attribute_change(outline: Outline, block: Block, key: str, text: str) -> Change | None:
    """The change that gives a block's attribute another value, "" takes it away; None when it is not in the source."""
    node = block.node
    if block.kind == "figure":
        inline = node.children[0]
        places = outline.places_of(inline)
        attributes = inline.children[0].attributes
    else:
        places = outline.fence_places(block)
        attributes = node.attributes
    entry = next((entry for entry in reversed(attributes.entries) if entry.key == key), None)
    if entry is None or places is None:
        return None
    start, end = places[entry.start], places[entry.end]
    if text:
        return Change(start, end, f"{key}={quoted(text)}")
    before = outline.source.text[:start]
    return Change(len(before.rstrip(" ")) if not before.endswith("{") else start, end, "")
