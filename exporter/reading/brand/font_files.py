"""What a font file is: static TrueType, as the PDF needs it, or not; its weight and its slant.

Only the head of a file and its table OS/2 are read (ISO/IEC 14496-22); a font library would cost more to import than that.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

from exporter.brand import FontFile

SIGNATURES = {
    b"OTTO": "an OpenType font with PostScript outlines",
    b"wOFF": "a web font",
    b"wOF2": "a web font",
    b"ttcf": "a collection of several fonts",
    b"\x80\x01\x00\x00": "a Type 1 font",
    b"%!PS": "a Type 1 font",
}
TRUETYPE = (b"\x00\x01\x00\x00", b"true")


class NotUsable(ValueError):
    """The file is no static TrueType font; says what it is, in words that follow “this is”."""


def read_font_file(path: Path) -> FontFile:
    """A static TrueType face with the weight and style that it has itself. Raises NotUsable, and OSError."""
    with path.open("rb") as stream:
        head = stream.read(12)
        if head[:4] in SIGNATURES:
            raise NotUsable(SIGNATURES[head[:4]])
        if head[:4] not in TRUETYPE or len(head) < 12:
            raise NotUsable("no font")
        try:
            tables = _tables(stream, head)
            if b"fvar" in tables:
                raise NotUsable("a variable font")
            if b"glyf" not in tables:
                raise NotUsable("a font without outlines")
            weight, slanted = _style(stream, tables[b"OS/2"])
        except (struct.error, KeyError):
            raise NotUsable("a damaged font") from None
    return FontFile(path, weight, "italic" if slanted else "normal")


def _tables(stream: BinaryIO, head: bytes) -> dict[bytes, int]:
    """Tag → offset."""
    (count,) = struct.unpack(">4xH6x", head)
    return dict(struct.unpack(">4s4xI4x", stream.read(16)) for _ in range(count))


def _style(stream: BinaryIO, offset: int) -> tuple[int, bool]:
    """usWeightClass, and whether bit 0 (ITALIC) or 9 (OBLIQUE) of fsSelection is set."""
    stream.seek(offset)
    weight, selection = struct.unpack(">4xH56xH", stream.read(64))
    return weight, bool(selection & 0b10_0000_0001)
