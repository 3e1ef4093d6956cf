"""The pictures of an email: found where the HTML shows them, SVG painted, each with the two addresses it can have."""

from __future__ import annotations

import hashlib
import re
from binascii import b2a_base64
from collections.abc import Iterable, Mapping
from html import unescape
from pathlib import PurePath
from typing import NamedTuple

from exporter.model import Image

IMG = re.compile(r'<img(?:\s+[^\s=>/]+(?:="[^"]*")?)+\s*/?>')  # as css-inline writes them: a value may hold > but no "
SRC = re.compile(r'(?<=\s)src="([^"]*)"')
WIDTH = re.compile(r'(?<=\s)width="(\d+)"')
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")  # an address with a scheme (RFC 3986, 3.1)
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
DENSITY = 2  # pixels of a painted SVG for each pixel it is shown in


class Picture(NamedTuple):
    """`name` is what the template calls it, `file` a name in plain ASCII for the message."""

    name: str
    file: str
    media_type: str
    data: bytes

    def data_uri(self) -> str:
        """The whole picture as an address (RFC 2397)."""
        return f"data:{self.media_type};base64,{b2a_base64(self.data, newline=False).decode('ascii')}"


def shown_pictures(html: str, images: Iterable[Image]) -> tuple[tuple[Picture, ...], tuple[str, ...]]:
    """The pictures that finished HTML shows, in order of their first use, and the names of those that it lacks."""
    known = {image.name: image for image in images}
    widths: dict[str, int] = {}
    for tag in IMG.findall(html):
        source, width = SRC.search(tag), WIDTH.search(tag)
        if source and not ELSEWHERE.match(source[1]):
            name = unescape(source[1])
            widths[name] = max(widths.get(name, 0), int(width[1]) if width else 0)
    pictures = tuple(_picture(known[name], width) for name, width in widths.items() if name in known)
    return pictures, tuple(name for name in widths if name not in known)


def _picture(image: Image, width: int) -> Picture:
    if image.media_type != "image/svg+xml":
        return Picture(image.name, _file_name(image.name), image.media_type, image.data)
    from exporter.rendering.rasterise import rasterise

    painted = rasterise(image.data, DENSITY * (width or image.width))
    return Picture(image.name, _file_name(f"{PurePath(image.name).stem}.png"), "image/png", painted)


def _file_name(name: str) -> str:
    """The name, or one derived from it where it is long or not plain ASCII."""
    if PLAIN_NAME.fullmatch(name):
        return name
    return hashlib.sha256(name.encode()).hexdigest()[:16] + PurePath(name).suffix.lower()


def with_sources(html: str, sources: Mapping[str, str]) -> str:
    """The HTML with each picture's name replaced by its address in `sources`."""

    def source(match: re.Match[str]) -> str:
        return f'src="{sources.get(unescape(match[1]), match[1])}"'

    return IMG.sub(lambda tag: SRC.sub(source, tag[0]), html)
