"""What composing hands to rendering: a channel's HTML and the pictures that it names."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.model import Image


@dataclass(frozen=True, slots=True)
class Composition:
    """`html` is a whole document; its `<img src>` are the `name`s of `images`, with nothing before them.

    `template` is the page template's file, for diagnostics about what it composed.
    """

    channel: str
    html: str
    images: tuple[Image, ...] = field(default=(), repr=False)
    template: str = ""
