"""The pieces of a release as runs, by id, and its leaf blocks in order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exporter import model
from exporter.merging.runs import Run, Runs, of_inlines
from exporter.model import Block, Footnote, ListItem, Release
from exporter.walking import children, pieces

LEAVES = (model.Paragraph, model.Heading, model.CodeBlock, model.Figure, model.Chart, model.Table, model.ThematicBreak)


class Leaf(Struct, frozen=True):
    """A leaf block, what encloses it from outside in, and the note that it stands in ("" = the body)."""

    block: Block
    around: tuple[Block | ListItem | Footnote, ...]
    note: str = ""


def leaves(release: Release) -> list[Leaf]:
    """The leaf blocks of the body and then of the notes."""
    found = [leaf for block in release.body for leaf in _leaves(block, (), "")]
    return found + [leaf for note in release.footnotes for block in note.blocks for leaf in _leaves(block, (note,), note.id)]


def _leaves(block: Block | ListItem, around: tuple[Block | ListItem | Footnote, ...], note: str) -> Iterator[Leaf]:
    if isinstance(block, LEAVES):
        yield Leaf(block, around, note)
    for child in children(block):
        yield from _leaves(child, (*around, block), note)


def own_runs(leaf: Block) -> dict[str, Runs]:
    """The pieces of one leaf block, by what follows its id (`""`, `.caption`, `.r0.c1`)."""
    if isinstance(leaf, (model.Paragraph, model.Heading)):
        return {"": of_inlines(leaf.content)}
    if isinstance(leaf, model.CodeBlock):
        return {"": (Run(leaf.text),)}
    if isinstance(leaf, model.Figure):
        return {".caption": of_inlines(leaf.caption), ".credit": words(leaf.credit)}
    if isinstance(leaf, model.Chart):
        texts = {f".{key}": words(getattr(leaf, key)) for key in ("title", "unit", "credit")}
        return texts | {".caption": of_inlines(leaf.caption)}
    if isinstance(leaf, model.Table):
        cells = {cell.id[len(leaf.id) :]: of_inlines(cell.content) for row in (leaf.head, *leaf.rows) for cell in row}
        return cells | {".caption": of_inlines(leaf.caption)}
    return {"": ()}


def box_runs(block: Block | ListItem | Footnote) -> dict[str, Runs]:
    """The texts that a container itself has."""
    return {f".{key}": words(getattr(block, key)) for key in ("by", "role", "title") if hasattr(block, key)}


def field_runs(release: Release) -> dict[str, Runs]:
    """The fields of the front matter that are printed."""
    return {piece.id: words(piece.text) for piece in pieces(release) if piece.flow == "field"}


def words(text: str) -> Runs:
    """A text without formats."""
    return (Run(text),) if text else ()
