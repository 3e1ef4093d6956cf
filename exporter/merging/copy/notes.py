"""The footnotes and endnotes of a copy (ISO/IEC 29500-1, 17.11), under the ids that the source knows them by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporter.merging.copy.anchors import Anchors
from exporter.merging.copy.stream import Element, Side, Stream
from exporter.opc import Package
from exporter.rendering.word.markup import W

KINDS = ("footnote", "endnote")


def elements(package: Package) -> dict[str, tuple[str, Element]]:
    """The notes by what calls them ("footnote 3"): their part and their element. Separators are none."""
    found: dict[str, tuple[str, Element]] = {}
    for kind in KINDS:
        part = package.related(package.main, f"{kind}s")
        root = package.xml(part)
        for note in () if root is None else root.iterfind(W + kind):
            if note.get(W + "type", "normal") == "normal":
                found[f"{kind} {note.get(W + 'id', '')}"] = part, note
    return found


def names(stream: Stream, anchors: Anchors) -> dict[str, str]:
    """The ids of the notes that a body calls, in the order of the calls; those without an anchor are `new1`, `new2`, …"""
    found: dict[str, str] = {}
    for place, atom in enumerate(stream.atoms):
        if atom.call and atom.call not in found:
            found[atom.call] = anchors.note(place)
    new = 0
    for call, name in found.items():
        if not name:
            new += 1
            found[call] = f"new{new}"
    return found


def called(stream: Stream, names: Mapping[str, str], side: Side) -> Sequence[str]:
    """The calls of notes that stand in one view, each once, in order."""
    return list(dict.fromkeys(atom.call for atom in stream.atoms if atom.call in names and atom.there(side)))
