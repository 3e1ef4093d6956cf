"""The words of the heads and feet of pages, which nobody can merge, but may have changed."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.merging.copy.stream import Side, Stream
from exporter.merging.copy.styles import Styles
from exporter.merging.copy.tables import Tables
from exporter.merging.copy.walking import Walk
from exporter.opc import Package
from exporter.rendering.word.markup import R, W

PLACES = ("first", "default", "even")


def streams(package: Package, styles: Styles) -> list[Stream]:
    """The heads, then the feet of all sections, each part once; of a section that of its first page comes first."""
    root = package.roots[package.main]
    targets = {kind: package.targets(package.main, kind) for kind in ("header", "footer")}
    parts: dict[str, None] = {}
    for kind, found in targets.items():
        for section in root.iter(W + "sectPr"):
            references = {
                each.get(W + "type", ""): each.get(R + "id", "") for each in section.iterfind(f"{W}{kind}Reference")
            }
            parts |= dict.fromkeys(found[references[place]] for place in PLACES if references.get(place) in found)
    return [
        Walk(package, part, styles, Tables()).story(element) for part in parts if (element := package.xml(part)) is not None
    ]


def words(streams: list[Stream], side: Side) -> tuple[str, ...]:
    """The words of each part that has some, a line a paragraph."""
    return tuple(text for stream in streams if (text := "\n".join(_lines(stream, side))))


def _lines(stream: Stream, side: Side) -> Iterator[str]:
    for group in stream.groups(side):
        line = "".join(atom.text for source in group for atom in source.atoms if atom.there(side))
        if line.strip():
            yield " ".join(line.split())
