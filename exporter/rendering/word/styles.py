"""The named styles of the Word copy: a role of ours → the name of the style that plays it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.rendering.word.languages import Languages
from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.measures import twips
from exporter.rendering.word.roles import PARAGRAPH_ROLES, ROLES

LEVELS: Mapping[str, str] = {"title": "0"} | {f"heading_{level}": str(level - 1) for level in range(2, 7)}  # from 0


class Styles:
    """A styles part, asked by role. `names` are its styles' names, compared without regard to case, as Word does."""

    def __init__(self, root: Element, names: Mapping[str, str] = ROLES) -> None:
        self.root = root
        self.asked: set[str] = set()
        self._by_id = {style.get(W + "styleId", ""): style for style in root.iterfind(W + "style")}
        by_name = {_value(style, "name").lower(): name for name, style in self._by_id.items()}
        self._ids = {role: by_name[name.lower()] for role, name in names.items() if name.lower() in by_name}
        self._bold = {role for role in PARAGRAPH_ROLES if role in self._ids and self._is_bold(role)}

    def id(self, role: str) -> str:
        """The style's id. Raises KeyError when the part has no such style."""
        self.asked.add(role)
        return self._ids[role]

    def is_bold(self, role: str) -> bool:
        """Whether a paragraph style is bold, so that the style Strong in it would be undone (17.7.3, toggle properties)."""
        return role in self._bold

    def indent(self, role: str, side: str = "left") -> int:
        """The indent that a paragraph style sets, in twentieths of a point."""
        return self._length(role, "ind", side)

    def space_before(self, role: str) -> int:
        """The space before a paragraph of a style, in twentieths of a point."""
        return self._length(role, "spacing", "before")

    def _length(self, role: str, name: str, attribute: str) -> int:
        for style in self._line(role):
            found = style.find(f"{W}pPr/{W}{name}")
            if found is not None and found.get(W + attribute):
                return twips(found.get(W + attribute, ""))
        return 0

    def ground(self, role: str) -> Iterator[Element]:
        """The borders and the shading of a paragraph style, in this order."""
        for name in ("pBdr", "shd"):
            for style in self._line(role):
                found = style.find(f"{W}pPr/{W}{name}")
                if found is not None:
                    yield found
                    break

    def used(self) -> list[Element]:
        """Every style that plays a role, and those that they are based on."""
        return list({style: None for role in self._ids for style in self._line(role)})

    def is_rtl(self, role: str) -> bool:
        """Whether a paragraph style runs from right to left."""
        found = next((bidi for style in self._line(role) for bidi in style.iterfind(f"{W}pPr/{W}bidi")), None)
        return found is not None and found.get(W + "val") not in ("0", "false")

    def missing_level(self, role: str) -> str:
        """The outline level from 0 that a heading has and its style lacks; "" where nothing is missing."""
        level = LEVELS.get(role, "")
        lacks = level and not any(style.find(f"{W}pPr/{W}outlineLvl") is not None for style in self._line(role))
        return level if lacks else ""

    def _is_bold(self, role: str) -> bool:
        for style in self._line(role):
            bold = style.find(f"{W}rPr/{W}b")
            if bold is not None:
                return bold.get(W + "val") not in ("0", "false")
        return False

    def _line(self, role: str) -> Iterator[Element]:
        """The style and those that it is based on, nearest first; a circle of somebody's template is gone round once."""
        style, seen = self._by_id.get(self._ids[role]), set[Element]()
        while style is not None and style not in seen:
            yield style
            seen.add(style)
            style = self._by_id.get(_value(style, "basedOn"))


def _value(parent: Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")


def set_language(root: Element, languages: Languages) -> None:
    """Write the language of a text without any of its own into `w:docDefaults`."""
    for element in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
        for name, value in languages.attributes().items():
            element.set(W + name, value)


def turn_around(root: Element) -> None:
    """Make the styles those of a right-to-left document: direction, mirrored borders, no spacing between joined letters."""
    for style in root.iterfind(f"{W}style[@{W}default='1'][@{W}type='paragraph']"):
        properties = style.find(W + "pPr")
        if properties is not None:
            widow = properties.find(W + "widowControl")
            bidi = properties.makeelement(W + "bidi")
            properties.insert(0 if widow is None else 1, bidi)
    for borders in root.iter(W + "pBdr"):
        for border in borders:
            border.tag = {W + "left": W + "right", W + "right": W + "left"}.get(border.tag, border.tag)
        borders[:] = sorted(borders, key=lambda border: BORDERS.index(border.tag))
    for properties in root.iter(W + "rPr"):
        for spacing in properties.findall(W + "spacing"):
            properties.remove(spacing)


BORDERS = [W + name for name in ("top", "left", "bottom", "right", "between")]
