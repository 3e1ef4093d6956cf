"""What a merge asks of a content file, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Union

from msgspec import Struct

from exporter.merging.runs import Runs


class Replace(Struct, frozen=True):
    """New words for one piece (`p7`, `t1.r1.c0`, `f1.credit`, `contact.0.role`); no words take away what may be absent."""

    id: str
    runs: Runs


class Fresh(Struct, frozen=True):
    """A new paragraph. `role` is one of the Word copy's roles of a paragraph (`body`, `heading_2`, `bullet_1`).

    `level` and `ordered` are those of a list's item, -1 where it is none.
    """

    role: str
    runs: Runs
    level: int = -1
    ordered: bool = False


class Insert(Struct, frozen=True):
    """New paragraphs behind the leaf block `after`; in front of `before` where `after` is "", or at the body's beginning."""

    after: str
    paragraphs: tuple[Fresh, ...]
    before: str = ""


class Delete(Struct, frozen=True):
    """A whole leaf block is taken away, and what becomes empty around it."""

    id: str


class Move(Struct, frozen=True):
    """Leaf blocks, in order, stand behind another one, or in front of `before`; their source travels."""

    ids: tuple[str, ...]
    after: str
    before: str = ""


class NewNote(Struct, frozen=True):
    """A note that the runs of an edit call by `id`, and that the source does not have."""

    id: str
    paragraphs: tuple[Runs, ...]


Edit = Union[Replace, Insert, Delete, Move]


class Refusal(Struct, frozen=True):
    """An edit that could not be put into the source, and why, in a sentence for people."""

    edit: Edit
    reason: str


class Spliced(Struct, frozen=True):
    """The bytes with the edits that were `done`; `ids` are the new ids of the old pieces that are still there."""

    data: bytes
    done: tuple[Edit, ...]
    refused: tuple[Refusal, ...]
    ids: Mapping[str, str]
