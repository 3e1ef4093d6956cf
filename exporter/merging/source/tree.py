"""The blocks of a release as a tree with ways up, for edits of whole blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Union

from msgspec import Struct

from exporter import model, walking
from exporter.model import Block, Footnote, ListItem, Release

AnyBlock = Union[Block, ListItem, Footnote]


class Branch(Struct, frozen=True):
    """A block and those that hold it, the outermost first."""

    block: AnyBlock
    above: tuple[AnyBlock, ...] = ()

    def lists(self) -> list[int]:
        """The places in `above` of the lists around."""
        return [place for place, block in enumerate(self.above) if isinstance(block, model.List)]

    def child_of(self, place: int) -> AnyBlock:
        """What the block at a place of `above` holds of this branch; for -1 the outermost one."""
        line = (*self.above, self.block)
        return line[place + 1]


class Tree:
    """The branches of a release by id; a part (`q1.by`, `t1.r0.c2`) is found by its block."""

    def __init__(self, release: Release) -> None:
        self.roots: tuple[AnyBlock, ...] = (*release.body, *release.footnotes)
        self.branches = {branch.block.id: branch for root in self.roots for branch in _branches(root, ())}

    def find(self, piece: str) -> Branch | None:
        return self.branches.get(piece) or self.branches.get(piece.split(".")[0])


def _branches(block: AnyBlock, above: tuple[AnyBlock, ...]) -> Iterator[Branch]:
    yield Branch(block, above)
    for child in walking.children(block):
        yield from _branches(child, (*above, block))
