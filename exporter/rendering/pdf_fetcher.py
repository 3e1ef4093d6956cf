"""What WeasyPrint may read: the pictures and fonts that it is handed, nothing of the network and nothing of the disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from exporter.model import Image

BASE = "https://brief.invalid/"  # RFC 2606: a name that can never be a real host


class Refusal(ValueError):
    """An address outside the release; the message is told to the user."""


class Fetcher(URLFetcher):  # type: ignore[misc]
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
            return URLFetcherResponse(url, content if isinstance(content, bytes) else content.read_bytes())
        if name in self._images:
            image = self._images[name]
            return URLFetcherResponse(url, image.data, {"Content-Type": image.media_type})
        raise Refusal("it is not one of the release's pictures")
