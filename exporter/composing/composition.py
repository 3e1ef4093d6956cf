"""What composing hands to rendering: a channel's HTML and the pictures that it names."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from exporter.model import Image


class Composition(Struct, frozen=True):
    """`html` is a whole document; its `<img src>` are the `name`s of `images`, with nothing before them.

    `template` is the page template's file, for diagnostics about what it composed. `labels` are the words of the release's
    language, for what is composed beside the HTML (the plain text of an email).
    """

    channel: str
    html: str
    images: tuple[Image, ...] = ()
    template: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
