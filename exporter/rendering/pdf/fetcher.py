"""What WeasyPrint may read: the pictures and fonts that it is handed, nothing of the network and nothing of the disk."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from exporter.model import Image

BASE = "https://brief.invalid/"  # RFC 2606: a name that can never be a real host


class Refusal(ValueError):
    """An address outside the release; the message is told to the user."""


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers addresses below `BASE` from memory, or from a font's path; refuses every other one."""

    def __init__(self, images: tuple[Image, ...], fonts: Mapping[str, Path | bytes]) -> None:
        # WeasyPrint's own __init__ makes handlers for HTTP and files; they would never be called.
        self._fail_on_errors = False
        self._images = {image.name: image for image in images}
        self._fonts = fonts

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        name = unquote(url.removeprefix(BASE))
        if name in self._fonts:
            content = self._fonts[name]
            return _Answer(url, content if isinstance(content, bytes) else content.read_bytes(), "font/ttf")
        if name in self._images:
            image = self._images[name]
            return _Answer(url, _with_eight_bits(image.data), image.media_type)
        raise Refusal("it is not one of the release's pictures")


def _with_eight_bits(data: bytes) -> bytes:
    """A picture as it is, but a grey PNG of 16 bits (ISO/IEC 15948, 11.2.2) with 8: WeasyPrint takes it for a black one."""
    if not (data.startswith(b"\x89PNG") and data[24:26] == b"\x10\x00"):
        return data
    from PIL import Image as Pillow

    made = BytesIO()
    with Pillow.open(BytesIO(data)) as picture:
        picture.point(lambda level: level / 256).convert("L").save(made, "png")
    return made.getvalue()


class _Answer(URLFetcherResponse):  # type: ignore[misc]  # WeasyPrint has no types
    """A response without the headers of an email message, whose module takes longer to import than a font to load."""

    content_type = ""

    def __init__(self, url: str, data: bytes, content_type: str) -> None:
        self.url, self.status, self.content_type = url, 200, content_type
        self._file_obj = BytesIO(data)
