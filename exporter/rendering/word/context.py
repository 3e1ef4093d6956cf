"""What a block needs to know about where it stands."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from exporter.rendering.word.languages import language_and_direction
from exporter.rendering.word.markup import Element


class Number(Struct, frozen=True):
    """The place in a list that a paragraph takes: the `w:num`, the level from 0, and the style's role.

    `direct` tells whether the paragraph must say so itself, because its style does not; `ilvl` is the level in the `w:num`
    where that is another one, as in a template with a list of its own for each level.
    """

    num_id: int
    level: int
    role: str
    direct: bool
    ilvl: int | None = None


class Context(Struct, frozen=True):
    """Where a block stands. It is handed down; nothing comes back up.

    `role` is the style of a paragraph that no other rule gives one, `box` the family of styles of the box around ("" outside
    of boxes), `indent` what quotations and lists around add, in twentieths of a point, `level` the list level (-1 outside of
    lists), `number` the place that the next paragraph takes in a list, `keep_next` whether a cell's row stays with the next.
    """

    role: str = "body"
    lang: str = "en"
    rtl: bool = False
    box: str = ""
    indent: int = 0
    level: int = -1
    number: Number | None = None
    keep_next: bool = False

    def in_language_of(self, element: Element) -> Context:
        """This context with the element's own `lang` and `dir`."""
        lang, rtl = language_and_direction(element.get("lang"), element.get("dir"), (self.lang, self.rtl))
        return self if (lang, rtl) == (self.lang, self.rtl) else replace(self, lang=lang, rtl=rtl)

    def after_number(self) -> Context:
        """This context for what follows the paragraph that took the number."""
        return replace(self, number=None) if self.number else self
