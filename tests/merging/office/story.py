"""A story: what somebody did to a Word copy, in a sentence and as it is done."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from tests.merging.office.writer import Text


class Story(Struct, frozen=True):
    """`edit` is what is done, by `author` with tracked changes ("" = untracked) to the copy of `release`.

    `untracked_too` has the same edit made without tracking as well, which must come to the same content file. `by_way_of` is
    the format that the file was saved in before it came back as .docx.
    """

    name: str
    edit: Callable[[Text], object]
    author: str = "Ada Munk"
    release: str = "quays"
    untracked_too: bool = True
    by_way_of: str = ""

    @property
    def file(self) -> str:
        """The name of its golden file."""
        return self.name.replace(" ", "-").replace(",", "").replace("’", "")
