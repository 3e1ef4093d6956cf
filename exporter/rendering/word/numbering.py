"""Native lists: every ordered list is a `w:num` of its own, so that it starts where it should (17.9)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from exporter.rendering.word.context import Context, Number
from exporter.rendering.word.markup import Element, W, w
from exporter.rendering.word.roles import LIST_LEVELS

DEEPEST = 8  # the last of Word's nine levels, counted from 0
HIGHEST = 32767  # the highest number that Word counts a list to

# The lists of numbering.xml: (ordered, in a box) → its abstract list, and the `w:num` that its styles name.
ABSTRACT = {(False, False): "0", (True, False): "1", (False, True): "2", (True, True): "3"}
OF_STYLES = {(False, False): 1, (True, False): 2, (False, True): 3, (True, True): 4}

CONTINUED = 5  # the `w:num` without marks, for further paragraphs of an item in a box

STEP = 360  # what a level moves in, in twentieths of a point, as numbering.xml has it
BOX_EDGE, BOX_STEP = 300, 260


def indent_of(level: int, *, boxed: bool) -> tuple[int, int]:
    """Left indent and hanging of a level's paragraphs. In a box every level begins at the box's edge."""
    if boxed:
        return BOX_EDGE + BOX_STEP * (level + 1), BOX_STEP * (level + 1)
    return STEP * (level + 1), STEP


class ListOfStyle(Struct, frozen=True):
    """The list that a style of a template brings: the `w:num`, the level in it, and its abstract list."""

    num_id: int
    ilvl: int
    abstract: str


class Numbering:
    """Adds lists to a numbering part.

    `nums` and `abstracts` are what our own ids there are moved by; `theirs` are lists of a template's own styles, by role.
    """

    def __init__(
        self, root: Element, nums: int = 0, abstracts: int = 0, theirs: Mapping[str, ListOfStyle] | None = None
    ) -> None:
        self.root, self._nums, self._abstracts, self._theirs = root, nums, abstracts, theirs or {}
        self._last = max(int(num.get(W + "numId", "0")) for num in root.iterfind(W + "num"))

    def place(self, *, ordered: bool, box: str, level: int, start: int) -> Number:
        """Where the items of a new list stand. Bullets share one list; `level` counts from 0."""
        kind = "number" if ordered else "bullet"
        role = f"{box}_{kind}" if box else f"{kind}_{min(level + 1, LIST_LEVELS)}"
        if (own := self._theirs.get(role)) and (box or level < LIST_LEVELS):
            num_id = self._new(own.abstract, own.ilvl, start) if ordered else own.num_id
            return Number(num_id, level, role, direct=ordered, ilvl=own.ilvl)
        abstract = str(self._abstracts + int(ABSTRACT[True, bool(box)]))
        num_id = self._new(abstract, level, start) if ordered else self._nums + OF_STYLES[False, bool(box)]
        by_style = level == 0 if box else level < LIST_LEVELS
        return Number(num_id, level, role, direct=ordered or not by_style)

    def continued(self, context: Context, role: str) -> Number | None:
        """The place of a further paragraph of an item in a box: a list without marks keeps it at the box's edge."""
        own = f"{context.box}_continued"
        if not context.box or role != own:
            return None
        return Number(self._nums + CONTINUED, context.level, own, direct=context.level > 0)

    def _new(self, abstract: str, level: int, start: int) -> int:
        self._last += 1
        num = w(self.root, "num", numId=str(self._last))
        w(num, "abstractNumId", val=abstract)
        override = w(num, "lvlOverride", ilvl=str(level))
        w(override, "startOverride", val=str(start))
        return self._last
