"""What rendering hands on: a file's name and bytes."""

from __future__ import annotations

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """`name` is the file's name in the release's folder, `story.pdf`."""

    name: str
    data: bytes
