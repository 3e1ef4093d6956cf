"""Where in the body something new or moved goes: behind which block of the source, or in front of which."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from exporter.merging.copy.view import Paragraph
from exporter.merging.ids import block_of, is_number_of_chart
from exporter.merging.pairing import Pairs


class Gap(Struct, frozen=True):
    """`after` and `before` are pieces of the base, one of them "". Both are "" where only words of the front matter, or
    words that Pressroom sets, stand around: nothing of the body can be put there."""

    after: str = ""
    before: str = ""


def anchor_of(paragraph: Paragraph) -> str:
    """The piece of the body by which a paragraph can be named; "" for the front matter's and for computed words."""
    return next((name for name in paragraph.ids if block_of(name) and not is_number_of_chart(name)), "")


def gap_before(number: int, base: Sequence[Paragraph], pairs: Pairs) -> Gap:
    """Where the edited paragraph `number` stands, told by neighbours that are still in their places."""
    for step in (-1, 1):
        place = number + step
        while 0 <= place < len(pairs.owners) and (not pairs.owners[place] or place in pairs.moved):
            place += step
        if not 0 <= place < len(pairs.owners):
            continue
        name = anchor_of(base[pairs.owners[place][-1 if step < 0 else 0]])
        if name:
            return Gap(after=name) if step < 0 else Gap(before=name)
    return Gap()
