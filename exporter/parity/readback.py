"""What a reader of artifacts gives: the words that a person would meet in the file."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


class ReadBack(Struct, frozen=True):
    """The text of an artifact in reading order, without what stands on every page (running heads, page numbers).

    `flow` is the text without its footnotes, `notes` the footnotes in their order; both may hold any white space.
    Each footnote call stands in `flow` as its number; bullets and list numbers are left out, note numbers too.
    """

    flow: str
    notes: str = ""


Reader = Callable[[bytes], ReadBack]
