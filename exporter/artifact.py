"""What rendering hands on: a file's name and bytes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Artifact:
    """`name` is the file's name in the release's folder, `story.pdf`."""

    name: str
    data: bytes = field(repr=False)
