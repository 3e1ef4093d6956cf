"""Pictures as bytes, made for tests."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import Image


def picture(
    kind: str = "PNG", width: int = 32, height: int = 20, mode: str = "RGB", options: Mapping[str, Any] | None = None
) -> bytes:
    """A picture of one colour in one of Pillow's formats; `options` are those of its `save`."""
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, kind, **(options or {}))
    return out.getvalue()


def svg(attributes: str = 'width="32" height="20"', content: str = "", before: str = "") -> bytes:
    """An SVG picture."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{content}</svg>'.encode()
