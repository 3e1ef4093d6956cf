"""Blocks taken out of the lines of a content file, with what becomes empty around them."""

from __future__ import annotations

from collections.abc import Collection

from exporter.merging.source.markdown import NoForm
from exporter.merging.source.outline import Block, Outline
from exporter.merging.source.source_text import Change


def removals(outline: Outline, gone: Collection[str]) -> list[Change]:
    """The changes that take leaf blocks away; raises NoForm where something would lose its beginning."""
    found: list[Change] = []
    for top in (outline.root, *outline.notes):
        whole = {id(block) for block in _all(top) if (own := [*block.leaves()]) and all(leaf.id in gone for leaf in own)}
        found += _below(outline, top, whole)
    return found


def _all(block: Block) -> list[Block]:
    return [block, *(inner for child in block.children for inner in _all(child))]


def _below(outline: Outline, block: Block, whole: set[int]) -> list[Change]:
    """The removals inside of a block. A definition of a note goes when no call of it is left, which is told elsewhere."""
    if block.kind == "note" and id(block) in whole:
        return [] if block.node.token.type != "note_open" or not block.node.token.info else [_lines(outline, block)]
    found: list[Change] = []
    for index, child in enumerate(block.children):
        if id(child) not in whole:
            found += _below(outline, child, whole)
        elif _begins_line(outline, child):
            found.append(_lines(outline, child))
        else:
            found.append(_beginning(outline, block, index, whole))
    return _merged(outline, found)


def _begins_line(outline: Outline, block: Block) -> bool:
    before = outline.source.text[outline.source.starts[block.first] : block.start]
    own = " \t>#|" if block.kind in ("heading", "table") else " \t>"
    return not before.strip(own)


def _lines(outline: Outline, block: Block) -> Change:
    """A block's lines, and the blank ones behind it; at the end of what holds it, those before it."""
    source = outline.source
    first, last = block.first, block.last
    after = last + 1
    while after < len(source.starts) and source.is_blank(after):
        after += 1
    at_end = after >= len(source.starts)
    if not at_end and after > last + 1 and not _closes(outline, block):
        return Change(source.starts[first], source.starts[after], "")
    if not at_end and not _closes(outline, block):
        return Change(source.starts[first], source.starts[last + 1], "")
    before = first
    while before > outline.body and source.is_blank(before - 1):
        before -= 1
    return Change(source.line_end(before - 1), source.line_end(last), "")


def _closes(outline: Outline, block: Block) -> bool:
    """Whether a block is the last in what holds it."""
    return bool(block.parent) and block.parent is not None and block.parent.children[-1] is block


def _beginning(outline: Outline, parent: Block, index: int, whole: set[int]) -> Change:
    """The first block of an item or a note, behind the marker: what follows takes its place."""
    child = parent.children[index]
    after = next((one for one in parent.children[index + 1 :] if id(one) not in whole), None)
    if after is None or after.kind not in ("paragraph",):
        raise NoForm("A list's item can't lose its words and keep what is below them.")
    return Change(child.start, after.start, "")


def _merged(outline: Outline, changes: list[Change]) -> list[Change]:
    """The removals, of which none overlaps another."""
    made: list[Change] = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if made and change.start < made[-1].end:
            made[-1] = Change(made[-1].start, max(made[-1].end, change.end), "")
        else:
            made.append(change)
    return made
