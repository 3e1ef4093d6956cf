"""What kind of picture some bytes are, whether they are whole, and how large it is.

Only structure is read: chunks and their checksums, segments, blocks. That finds what was cut off or damaged on its way,
and costs far less than importing a library that decodes.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from typing import Literal

from exporter.reading.pictures.refusal import Refusal

MediaType = Literal["image/png", "image/jpeg", "image/gif", "image/svg+xml"]

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
SAVE_AS = "Save it as PNG or JPEG, which every output can show."
AGAIN = "Save or download it again."


def measure(data: bytes) -> tuple[MediaType, int, int]:
    """Type, width and height in pixels (SVG: its own units) of a whole picture; raises Refusal for anything else."""
    if data.startswith(PNG):
        return ("image/png", *_checked(png_size, data, "PNG"))
    if data.startswith(JPEG):
        return ("image/jpeg", *_checked(jpeg_size, data, "JPEG"))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ("image/gif", *_checked(gif_size, data, "GIF"))
    if _looks_like_svg(data):
        from exporter.reading.pictures.svg import svg_size

        return ("image/svg+xml", *svg_size(data))
    raise _other(data)


def _checked(size: Callable[[bytes], tuple[int, int]], data: bytes, name: str) -> tuple[int, int]:
    try:
        width, height = size(data)
    except (IndexError, ValueError) as error:
        raise Refusal("image.broken", f"this {name} picture is damaged: {error}", AGAIN) from error
    if not width or not height:
        raise Refusal("image.broken", f"this {name} picture has no size", AGAIN)
    return width, height


def _number(data: bytes, start: int, length: int, order: Literal["big", "little"] = "big") -> int:
    if start + length > len(data):
        raise ValueError("its end is missing")
    return int.from_bytes(data[start : start + length], order)


# --- PNG (ISO/IEC 15948, 5.3) ----------------------------------------------------------------------------------------------


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height; ValueError when a chunk is cut off or damaged, or none has the picture itself."""
    at, kinds = len(PNG), set()
    while b"IEND" not in kinds:
        length = _number(data, at, 4)
        kind = data[at + 4 : at + 8]
        if _number(data, at + 8 + length, 4) != zlib.crc32(data[at + 4 : at + 8 + length]):
            raise ValueError("a part of it has changed")
        kinds.add(kind)
        at += 12 + length
    if data[12:16] != b"IHDR" or b"IDAT" not in kinds:
        raise ValueError("the picture itself is missing")
    return _number(data, 16, 4), _number(data, 20, 4)


# --- JPEG (ISO/IEC 10918-1, annex B) ---------------------------------------------------------------------------------------

FRAMES = {0xC0, 0xC1, 0xC2}  # baseline, extended, progressive
OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
START_OF_SCAN, END = 0xDA, b"\xff\xd9"
UPRIGHT = 1


def jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height; ValueError when a part is missing, Refusal when it lies on its side or is of a rare kind."""
    at, size = 2, (0, 0)
    while True:
        if _number(data, at, 1) != 0xFF:
            raise ValueError("a part of it has changed")
        marker = _number(data, at + 1, 1)
        if marker == 0xFF:
            at += 1
            continue
        if marker == START_OF_SCAN:
            break
        length = _number(data, at + 2, 2)
        segment = data[at + 4 : at + 2 + length]
        if marker in OTHER_FRAMES:
            raise Refusal("image.type", "this is a rare kind of JPEG picture", SAVE_AS)
        if marker in FRAMES:
            size = (_number(segment, 3, 2), _number(segment, 1, 2))
        elif marker == 0xE1 and segment.startswith(b"Exif\0\0"):
            _check_upright(segment[6:])
        at += 2 + length
    if data.rfind(END, at) < 0:
        raise ValueError("its end is missing")
    return size


def _check_upright(exif: bytes) -> None:
    """Refuse a picture that only a hint tells to turn (Exif 2.32, 4.6.4 A, tag 274): Word does not follow it."""
    order: Literal["big", "little"] = "little" if exif.startswith(b"II") else "big"
    try:
        table = _number(exif, 4, 4, order)
        for entry in range(_number(exif, table, 2, order)):
            at = table + 2 + 12 * entry
            if _number(exif, at, 2, order) == 0x0112 and _number(exif, at + 8, 2, order) not in (0, UPRIGHT):
                hint = "Open it in a picture editor and save it upright."
                raise Refusal(
                    "image.turned", "this picture lies on its side, with a note to turn it that Word ignores", hint
                )
    except ValueError:
        return


# --- GIF (GIF89a specification) --------------------------------------------------------------------------------------------


def gif_size(data: bytes) -> tuple[int, int]:
    """Width and height; ValueError when a block is cut off."""
    at = 13 + _color_table(_number(data, 10, 1))
    pictures = 0
    while (block := _number(data, at, 1)) != 0x3B:
        if block == 0x2C:
            pictures += 1
            at += 10 + _color_table(_number(data, at + 9, 1)) + 1
        elif block == 0x21:
            at += 2
        else:
            raise ValueError("a part of it has changed")
        while length := _number(data, at, 1):
            at += 1 + length
        at += 1
    if not pictures:
        raise ValueError("the picture itself is missing")
    return _number(data, 6, 2, "little"), _number(data, 8, 2, "little")


def _color_table(flags: int) -> int:
    """The bytes of the colour table that a packed field announces."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


# --- anything else -------------------------------------------------------------------------------------------------------

SVG = re.compile(
    rb"\s*(?:<\?xml.{0,1000}?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|<\?.{0,1000}?\?>|\s+)*<(?:\w+:)?svg[\s>/]", re.DOTALL
)

OTHERS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WebP picture"),
    (re.compile(rb"BM.{4}\0\0\0\0", re.DOTALL), "a BMP picture"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF picture"),
    (re.compile(rb"....ftyp(?:avif|avis)", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "a HEIC picture"),
    (re.compile(rb"\0\0[\1\2]\0"), "an icon"),
    (re.compile(rb"8BPS"), "a Photoshop file"),
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"%!PS"), "a PostScript file"),
    (re.compile(rb"\x1f\x8b"), "a compressed file"),
    (re.compile(rb"\xff\x0a|\0\0\0\x0cJXL "), "a JPEG XL picture"),
    (re.compile(rb"\0\0\0\x0cjP"), "a JPEG 2000 picture"),
)
LARGE_FILE = b"version https://git-lfs"
WEB_PAGE = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)


def _looks_like_svg(data: bytes) -> bool:
    """Whether this is XML with the root element `svg`; UTF-16 is looked at without its zeros."""
    beginning = data[:200_000].removeprefix(b"\xef\xbb\xbf")
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        beginning = beginning[2:].replace(b"\0", b"")
    return bool(SVG.match(beginning))


def _other(data: bytes) -> Refusal:
    if not data:
        return Refusal("image.broken", "this file is empty", AGAIN)
    for pattern, name in OTHERS:
        if pattern.match(data):
            return Refusal("image.type", f"this is {name}", SAVE_AS)
    if data.startswith(LARGE_FILE):
        return Refusal("image.type", "this only points to a picture in Git's large file storage", "Run “git lfs pull”.")
    if WEB_PAGE.match(data):
        hint = "It was saved in place of the picture; download the picture itself."
        return Refusal("image.type", "this is a web page, not a picture", hint)
    return Refusal("image.type", "this is not a picture", "Pictures are PNG, JPEG, GIF or SVG files.")
