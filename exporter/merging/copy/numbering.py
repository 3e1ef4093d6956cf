"""Lists (ISO/IEC 29500-1, 17.9): which list a paragraph is an item of, how deep, and whether it is counted."""

from __future__ import annotations

from msgspec import Struct

from exporter.merging.copy.stream import Element, Side
from exporter.merging.copy.styles import Styles
from exporter.rendering.word.markup import W

BULLETS = "bullets"  # bullets are not told apart: nobody sees where one such list ends and the next begins


class Item(Struct, frozen=True):
    """A place in a list: the level from 0, whether it is counted, the `w:num` and what that is made of.

    `restarts` tells whether the first item of this `w:num` on this level starts anew (17.9.26).
    """

    level: int
    ordered: bool
    num: str = ""
    abstract: str = ""
    restarts: bool = False


class Sequences:
    """Tells the lists of one view apart, by counting them as they come; what programs call them does not show.

    Lists that are made of the same abstract list are counted on, as one, until one of them starts anew.
    """

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}  # of the lists that start anew, by `w:num` and level
        self._current: dict[str, dict[int, str]] = {}  # of each abstract list, by level
        self._last = 0

    def name(self, item: Item) -> str:
        """The name of the list that the next item is one of: "1", "2", …, or that of all bullets."""
        if not item.ordered:
            return BULLETS
        levels = {level: name for level, name in self._current.get(item.abstract, {}).items() if level <= item.level}
        key = item.num, item.level
        if item.restarts:
            name = self._names[key] = self._names.get(key) or self._new()
        else:
            name = levels.get(item.level) or self._new()
        self._current[item.abstract] = {**levels, item.level: name}
        return name

    def _new(self) -> str:
        self._last += 1
        return str(self._last)


class Numbering:
    """A numbering part (None = the file has none), with the styles that name its lists."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self.styles = styles
        nums = [] if root is None else root.findall(W + "num")
        abstracts = [] if root is None else root.findall(W + "abstractNum")
        self._nums = {num.get(W + "numId", ""): num for num in nums}
        self._abstracts = {abstract.get(W + "abstractNumId", ""): abstract for abstract in abstracts}
        self._linked = {
            link.get(W + "val", ""): abstract
            for abstract in abstracts
            if (link := abstract.find(W + "styleLink")) is not None
        }

    def item(self, properties: Element | None, style: str, side: Side) -> Item | None:
        """The place in a list of a paragraph with that `w:pPr` and style; None outside of lists."""
        direct = None if properties is None else properties.find(W + "numPr")
        if direct is not None and side == "original" and direct.find(W + "ins") is not None:  # 17.13.5.19
            direct = None
        inherited = self.styles.numbering(style)
        number = _value(direct, "numId") or _value(inherited, "numId")
        num = self._nums.get(number)
        if num is None:
            return None
        abstract = self._abstract(num)
        level = _value(direct, "ilvl") or self._level_of(abstract, style) or _value(inherited, "ilvl") or "0"
        kind = self._kind(num, abstract, level)
        if kind == "none" or not level.isdecimal():
            return None
        if kind == "bullet":
            return Item(int(level), ordered=False)
        overrides = (own for own in num.iterfind(W + "lvlOverride") if own.get(W + "ilvl") == level)
        restarts = any(own.find(W + "startOverride") is not None for own in overrides)
        return Item(int(level), ordered=True, num=number, abstract=_value(num, "abstractNumId"), restarts=restarts)

    def _abstract(self, num: Element) -> Element | None:
        """The list that a `w:num` is made of, through the style that it may be named by (17.9.21)."""
        abstract = self._abstracts.get(_value(num, "abstractNumId"))
        if abstract is None:
            return None
        link = _value(abstract, "numStyleLink")
        return self._linked.get(link, abstract) if link else abstract

    def _level_of(self, abstract: Element | None, style: str) -> str:
        """The level whose paragraphs have that style by themselves (17.9.23)."""
        for level in () if abstract is None else abstract.iterfind(W + "lvl"):
            if _value(level, "pStyle") == style:
                return level.get(W + "ilvl", "")
        return ""

    def _kind(self, num: Element, abstract: Element | None, level: str) -> str:
        """The format of a level's numbers, `bullet` or `none` among them (17.9.17)."""
        for holder in (*(own for own in num.iterfind(W + "lvlOverride") if own.get(W + "ilvl") == level), abstract):
            for found in () if holder is None else holder.iterfind(W + "lvl"):
                if found.get(W + "ilvl") == level:
                    return _value(found, "numFmt") or "decimal"
        return "decimal"


def _value(parent: Element | None, name: str) -> str:
    found = None if parent is None else parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")
