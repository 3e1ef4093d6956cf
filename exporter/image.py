"""A picture of a release or of a brand."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Literal

from msgspec import Struct


class Image(Struct, frozen=True):
    """A picture inside the project, read whole. `name` is unique in the release; sizes are pixels (SVG: its own units)."""

    name: str
    path: PurePosixPath
    media_type: Literal["image/png", "image/jpeg", "image/gif", "image/svg+xml"]
    data: bytes
    width: int
    height: int
