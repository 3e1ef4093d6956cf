"""What the lines of a block begin with: the signs and the indentation of all that encloses it."""

from __future__ import annotations

from exporter.merging.source.outline import Block, Outline

NOTE_INDENT = "    "


def prefix_of(outline: Outline, block: Block | None) -> str:
    """What a line inside of a container begins with, its first line apart."""
    if block is None or block.kind == "root":
        return ""
    outer = prefix_of(outline, block.parent)
    if block.kind == "blockquote":
        return outer + "> "
    if block.kind == "list_item":
        return outer + " " * item_indent(outline, block)
    if block.kind == "note":
        return outer + NOTE_INDENT
    return outer


def item_indent(outline: Outline, item: Block) -> int:
    """How far an item's text stands behind its marker, with the marker's own indentation in its list."""
    line_start = outline.source.starts[item.first]
    outer = len(prefix_of(outline, item.parent))
    if item.children and item.children[0].first == item.first:
        return item.children[0].start - line_start - outer
    return item.start - line_start - outer + len(marker_of(outline, item)) + 1


def marker_of(outline: Outline, item: Block) -> str:
    """An item's marker as written: `-`, `3.`"""
    return outline.source.text[item.start : item.start + 12].split()[0]
