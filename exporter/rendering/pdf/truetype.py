"""What a page needs to know of a font file before anything is set in it: which characters it has, how tall its letters are.

Reads the few tables of an OpenType file that say so (ISO/IEC 14496-22: `cmap`, `head`, `OS/2`, `GSUB`). A library would read
more, and cost more to import than the whole reading takes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

Ranges = tuple[tuple[int, int], ...]


class NotAFont(ValueError):
    """The bytes are no OpenType font, or a broken one."""


class Face(Struct, frozen=True):
    """`characters` are inclusive ranges of code points; `x_height` is a fraction of the font size, 0 when it isn't told."""

    characters: Ranges
    x_height: float
    has_small_capitals: bool = False

    def lacks(self, codes: frozenset[int]) -> frozenset[int]:
        """The code points that this face has no glyph for."""
        return codes - codes_in(self.characters, codes)


def codes_in(ranges: Ranges, codes: frozenset[int]) -> frozenset[int]:
    """The code points that lie in some ranges."""
    todo = sorted(codes)
    found: list[int] = []
    index = 0
    for first, last in sorted(ranges):
        while index < len(todo) and todo[index] < first:
            index += 1
        while index < len(todo) and todo[index] <= last:
            found.append(todo[index])
            index += 1
    return frozenset(found)


def read_face(path: Path) -> Face:
    """The face in a TTF or OTF file. Raises NotAFont, and OSError when there is no such file."""
    with path.open("rb") as stream:
        try:
            tables = _tables(stream.read(12 + 16 * 64))
            wanted: dict[bytes, bytes] = {}
            for tag in (b"cmap", b"head", b"OS/2", b"GSUB"):
                if tag in tables:
                    start, length = tables[tag]
                    stream.seek(start)
                    wanted[tag] = stream.read(length)
            small = b"smcp" in _features(wanted.get(b"GSUB", b""))
            return Face(tuple(_characters(wanted[b"cmap"])), _x_height(wanted), small)
        except (struct.error, KeyError, IndexError) as error:
            raise NotAFont(f"{path.name} is not a TrueType font that can be read") from error


def _tables(head: bytes) -> dict[bytes, tuple[int, int]]:
    """Tag → (offset, length)."""
    (count,) = struct.unpack_from(">4xH", head)
    entries = (struct.unpack_from(">4s4xII", head, 12 + 16 * index) for index in range(count))
    return {tag: (start, length) for tag, start, length in entries}


def _x_height(tables: dict[bytes, bytes]) -> float:
    """sxHeight, which `OS/2` has from version 2 on, over the units of an em."""
    os2 = tables.get(b"OS/2", b"")
    if len(os2) < 88 or struct.unpack_from(">H", os2)[0] < 2:
        return 0.0
    height: int = struct.unpack_from(">h", os2, 86)[0]
    units: int = struct.unpack_from(">H", tables[b"head"], 18)[0]
    return height / units


def _features(gsub: bytes) -> frozenset[bytes]:
    """The tags of the features that exchange glyphs."""
    if not gsub:
        return frozenset()
    (start,) = struct.unpack_from(">6xH", gsub)
    (count,) = struct.unpack_from(">H", gsub, start)
    return frozenset(struct.unpack_from(">4s", gsub, start + 2 + 6 * index)[0] for index in range(count))


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """The ranges of the fullest Unicode subtable: format 12 before format 4."""
    (count,) = struct.unpack_from(">2xH", cmap)
    offsets = {struct.unpack_from(">HHI", cmap, 4 + 8 * index)[2] for index in range(count)}
    formats = {struct.unpack_from(">H", cmap, offset)[0]: offset for offset in sorted(offsets)}
    if 12 in formats:
        return _format_12(cmap, formats[12])
    return _format_4(cmap, formats[4])


def _format_12(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    (groups,) = struct.unpack_from(">12xI", cmap, start)
    for first, last, _ in struct.iter_unpack(">III", cmap[start + 16 : start + 16 + 12 * groups]):
        yield first, last


def _format_4(cmap: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Segments whose ends, starts and offsets lie in arrays one after another; the last one is an empty sentinel."""
    (double,) = struct.unpack_from(">6xH", cmap, start)
    ends = struct.unpack_from(f">{double // 2}H", cmap, start + 14)
    firsts = struct.unpack_from(f">{double // 2}H", cmap, start + 16 + double)
    for first, last in zip(firsts, ends, strict=True):
        if first <= last and first != 0xFFFF:
            yield first, min(last, 0xFFFE)
