"""Tracked changes (ISO/IEC 29500-1, 17.13.5): what is there before and after them, who made them, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from exporter.merging.copy.stream import Element, Side
from exporter.merging.copy.view import Revision
from exporter.rendering.word.markup import W

Kind = Literal["inserted", "deleted", "moved", "formatted"]

# Elements that take something in or out: the kind, and whether it is what the final text has.
CHANGES: Mapping[str, tuple[Kind, bool]] = {
    W + "ins": ("inserted", True),
    W + "moveTo": ("moved", True),
    W + "cellIns": ("inserted", True),
    W + "del": ("deleted", False),
    W + "moveFrom": ("moved", False),
    W + "cellDel": ("deleted", False),
}

NOTED = tuple(W + name for name in ("rPrChange", "pPrChange", "numberingChange"))


class Around(Struct, frozen=True):
    """What holds for everything inside an element: in which views it is there, the changes around it, the link."""

    final: bool = True
    original: bool = True
    revisions: tuple[Revision, ...] = ()
    link: str = ""
    muted: bool = False


def has_changes(root: Element) -> bool:
    """Whether anything in a part is tracked, so that its two views may differ."""
    return next(root.iter(*CHANGES, *NOTED), None) is not None


def inside(around: Around, change: Element) -> Around:
    """What holds inside a change, such as `w:ins`."""
    kind, is_new = CHANGES[str(change.tag)]
    return Around(
        around.final and is_new,
        around.original and not is_new,
        (*around.revisions, revision(kind, change)),
        around.link,
        around.muted,
    )


def under(around: Around, properties: Element | None) -> Around:
    """What holds for a paragraph's mark, a row or a cell, whose properties may say that it came or went."""
    for child in () if properties is None else properties:
        if child.tag in CHANGES:
            around = inside(around, child)
    return around


def revision(kind: Kind, change: Element) -> Revision:
    return Revision(kind, change.get(W + "author", ""), change.get(W + "date", ""))


def formatted(properties: Element | None) -> Iterator[Revision]:
    """The changes of properties that are noted in them: `w:rPrChange`, `w:pPrChange`, `w:numPr/w:ins`."""
    if properties is None:
        return
    for name in ("rPrChange", "pPrChange", "numberingChange", "numPr/numberingChange", "numPr/ins"):
        change = properties.find("/".join(W + part for part in name.split("/")))
        if change is not None:
            yield revision("formatted", change)


def properties_of(properties: Element | None, side: Side) -> Element | None:
    """`w:rPr` or `w:pPr` as it is in that view: the old one stands in the change (17.13.5.29, 17.13.5.31)."""
    if properties is None or side == "final":
        return properties
    for name in ("rPr", "pPr"):
        change = properties.find(f"{W}{name}Change")
        if change is not None:
            return change.find(W + name)
    return properties
