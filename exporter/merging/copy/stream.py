"""A story of a Word file as one stream: atoms of words under their marks, paragraph by paragraph, nothing decided yet.

A story is the body, or one note. Each atom and each paragraph's end knows whether it is there when tracked changes are
accepted (`final`) and when they are rejected (`original`), so that both views come from one walk.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lxml import etree
from msgspec import Struct, field

from exporter.merging.copy.view import Cell, Revision

Element = etree._Element
Side = Literal["final", "original"]


class Atom(Struct):
    """Words of one run, a call of a note, or a picture.

    `properties` is the run's `w:rPr`. `call` is the called note's element and `w:id`, "footnote 3"; `note` its id where a
    field names it. `picture` is the SHA-256 of the picture's file, `alt` its alternative text; both are "" for words.
    """

    final: bool
    original: bool
    text: str = ""
    properties: Element | None = None
    link: str = ""
    call: str = ""
    note: str = ""
    is_picture: bool = False
    picture: str = ""
    alt: str = ""
    extra: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see but space."""
        return not (self.text.strip() or self.call or self.note or self.is_picture)

    def there(self, side: Side) -> bool:
        return self.final if side == "final" else self.original


class Where(Struct, frozen=True):
    """The cell that a paragraph stands in, in each view, and what the table's style gives its words (bold, …)."""

    final: Cell
    original: Cell
    looks: dict[str, str]


class Source(Struct):
    """One `w:p`: its `w:pPr`, the atoms in it, and whether its end is there. `first` is the place of its first atom,
    `number` its own place among all paragraphs.

    `ends` tells that nothing can follow in the same paragraph, whatever became of its mark: the last of a cell, or one
    before a table. `revisions` are those of its mark, its properties and its row.
    """

    properties: Element | None
    first: int
    final: bool
    original: bool
    where: Where | None
    atoms: list[Atom] = field(default_factory=list)
    revisions: tuple[Revision, ...] = ()
    ends: bool = False
    number: int = 0

    @property
    def is_gone(self) -> bool:
        """Whether it was deleted with tracking, its mark too."""
        return self.original and not self.final and not self.ends and not any(atom.final for atom in self.atoms)

    def there(self, side: Side) -> bool:
        return self.final if side == "final" else self.original


class Range(Struct):
    """What a bookmark or a comment marks: from one place between atoms to another, -1 while it is open."""

    name: str
    start: int
    paragraph: int
    end: int = -1


class Strange(Struct, frozen=True):
    """Something with no form in a content file, before the atom of that place."""

    place: int
    fact: str


class Stream(Struct):
    """All of a story. Places count atoms from 0, through all paragraphs."""

    sources: list[Source] = field(default_factory=list)
    atoms: list[Atom] = field(default_factory=list)
    marks: list[Range] = field(default_factory=list)
    comments: list[Range] = field(default_factory=list)
    strange: list[Strange] = field(default_factory=list)

    def groups(self, side: Side) -> Iterator[list[Source]]:
        """The paragraphs of one view: a `w:p` whose mark is not there goes on in the next (17.13.5.15)."""
        group: list[Source] = []
        for source in self.sources:
            group.append(source)
            if source.ends or source.there(side):
                yield group
                group = []
        if group:
            yield group
