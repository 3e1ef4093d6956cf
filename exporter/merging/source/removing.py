"""Whole blocks taken out of a content file, with what encloses them and becomes empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from exporter import model, walking
from exporter.merging.source.pieces import prefix_below
from exporter.merging.source.sheet import Patch, Sheet
from exporter.merging.source.tree import AnyBlock, Tree

BLANK = re.compile(r"[ \t>]*")


def removals(tree: Tree, sheet: Sheet, gone: Set[str]) -> Iterator[Patch]:
    """The patches that take out the blocks of these ids."""
    for root in tree.roots:
        yield from _removals(root, sheet, gone)


def _removals(block: AnyBlock, sheet: Sheet, gone: Set[str]) -> Iterator[Patch]:
    if is_gone(block, gone):
        if not (isinstance(block, model.Footnote) and not block.label):  # a note in place goes with its call
            yield _lines(block.span.line, block.span.end_line, sheet)
        return
    children = walking.children(block)
    if isinstance(block, (model.ListItem, model.Footnote)) and children and is_gone(children[0], gone):
        kept = next(child for child in children if not is_gone(child, gone))
        yield _marker_moved(block, kept, sheet)
        children = children[children.index(kept) :]
    for child in children:
        yield from _removals(child, sheet, gone)


def is_gone(block: AnyBlock, gone: Set[str]) -> bool:
    """Whether a block goes: by its own id, or because everything in it does."""
    children = walking.children(block)
    return block.id in gone or bool(children and all(is_gone(child, gone) for child in children))


def _lines(first: int, last: int, sheet: Sheet) -> Patch:
    """Take out lines, and the blank ones that would stand double or at the end of what is around."""
    above, below = _is_blank(first - 1, sheet), last
    while below < len(sheet.lines) and _is_blank(below + 1, sheet) and below + 1 <= len(sheet.lines):
        below += 1
    if above and below > last:
        return Patch(sheet.at(first), sheet.at(below + 1) if below < len(sheet.lines) else len(sheet.text), "")
    if above and _closes(last + 1, sheet):
        while first > 1 and _is_blank(first - 1, sheet):
            first -= 1
    return Patch(sheet.at(first), sheet.at(last + 1) if last < len(sheet.lines) else len(sheet.text), "")


def _closes(line: int, sheet: Sheet) -> bool:
    """Whether a line ends a div, before which no blank line is wanted."""
    return bool(re.fullmatch(r"[ \t>]*:{3,}[ \t]*", sheet.line(line)))


def _is_blank(line: int, sheet: Sheet) -> bool:
    return 1 <= line <= len(sheet.lines) and not sheet.line(line).strip(" \t>")


def _marker_moved(block: AnyBlock, kept: AnyBlock, sheet: Sheet) -> Patch:
    """Give the marker of an item, or the label of a note, to the block that comes first now."""
    first = walking.children(block)[0]
    start = sheet.at(first.span.line, first.span.column)
    if isinstance(first, model.Heading):
        start = sheet.at(first.span.line) + len(sheet.line(first.span.line)[: first.span.column - 1].rstrip("# "))
    own = sheet.line(kept.span.line)
    skip = len(prefix_below(first.span, sheet)) if kept.span.line != first.span.line else 0
    blank = BLANK.match(own)
    return Patch(start, sheet.at(kept.span.line) + min(skip, blank.end() if blank else 0), "")
