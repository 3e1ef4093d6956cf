"""What a font file is: static TrueType that may be embedded, as the PDF needs it, or not; its weight and its slant.

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


class EmbeddingForbidden(ValueError):
    """The font's maker does not allow it in a PDF; says what is not allowed, in words that follow “its maker does not”."""


def read_font_file(path: Path) -> FontFile:
    """A static TrueType face with the weight and style that it has itself.

    Raises NotUsable, EmbeddingForbidden, and OSError.
    """
    with path.open("rb") as stream:
        head = stream.read(12)
        if head[:4] in SIGNATURES:
            raise NotUsable(SIGNATURES[head[:4]])
        if head[:4] not in TRUETYPE or len(head) < 12:
            raise NotUsable("no font")
        try:
            tables = _tables(stream, head, path.stat().st_size)
            if b"fvar" in tables:
                raise NotUsable("a variable font")
            if b"glyf" not in tables:
                raise NotUsable("a font without outlines")
            weight, slanted, permissions = _style(stream, tables[b"OS/2"])
        except (struct.error, KeyError):
            raise NotUsable("a damaged font") from None
    _check_permissions(permissions)
    return FontFile(path, weight, "italic" if slanted else "normal")


def _tables(stream: BinaryIO, head: bytes, size: int) -> dict[bytes, int]:
    """Tag → offset; KeyError when a table lies behind the end of the file."""
    (count,) = struct.unpack(">4xH6x", head)
    entries = [struct.unpack(">4s4xII", stream.read(16)) for _ in range(count)]
    if any(offset + length > size for _, offset, length in entries):
        raise KeyError("a part of the file is missing")
    return {tag: offset for tag, offset, _ in entries}


def _style(stream: BinaryIO, offset: int) -> tuple[int, bool, int]:
    """usWeightClass, whether bit 0 (ITALIC) or 9 (OBLIQUE) of fsSelection is set, and fsType."""
    stream.seek(offset)
    weight, permissions, selection = struct.unpack(">4xH2xH52xH", stream.read(64))
    return weight, bool(selection & 0b10_0000_0001), permissions


RESTRICTED, NO_SUBSETS, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200  # of fsType


def _check_permissions(permissions: int) -> None:
    """Raise EmbeddingForbidden unless outlines may be embedded, and only the glyphs that are used."""
    if permissions & 0x000F == RESTRICTED:
        raise EmbeddingForbidden("allow it to be embedded")
    if permissions & NO_SUBSETS:
        raise EmbeddingForbidden("allow a part of it to be embedded")
    if permissions & BITMAPS_ONLY:
        raise EmbeddingForbidden("allow its outlines to be embedded")
