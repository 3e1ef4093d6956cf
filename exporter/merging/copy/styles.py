"""The styles of a copy (ISO/IEC 29500-1, 17.7): the role that each plays, and how words look in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.merging.copy.properties import properties
from exporter.merging.copy.stream import Element
from exporter.rendering.word.markup import W
from exporter.rendering.word.roles import ROLES

# Styles of Word, LibreOffice and pandoc that say no more than one of ours.
ALIASES: Mapping[str, str] = {
    name: role
    for role, names in {
        "plain": ("normal (web)", "no spacing", "list paragraph", "plain text", "default paragraph style", "list contents"),
        "body": ("text body", "first paragraph", "compact"),
        "heading_2": ("heading 1",),
        "quote": ("quotations", "block text"),
        "code_block": ("preformatted text", "source code"),
        "caption": ("illustration", "figure", "drawing", "table", "table caption", "image caption"),
        "table_text": ("table contents",),
        "thematic_break": ("horizontal line",),
        "note": ("footnote", "endnote", "endnote text"),
        "strong": ("strong emphasis",),
        "emphasis": ("intense emphasis", "subtle emphasis"),
        "code": ("source text", "teletype", "user entry", "verbatim char"),
        "link": ("internet link", "internetlink", "visited internet link", "followedhyperlink"),
        "call": (
            *(f"{kind}{rest}" for kind in ("footnote", "endnote") for rest in ("anchor", " anchor", " characters")),
            "endnote reference",
        ),
    }.items()
    for name in names
}
BASE_OF_ALL = "plain"  # what every style is based on says nothing of one that is


class Styles:
    """A styles part. `names` gives the style names of a house template by role."""

    def __init__(self, root: Element | None, names: Mapping[str, str]) -> None:
        found = [] if root is None else root.findall(W + "style")
        self._by_id = {style.get(W + "styleId", ""): style for style in found}
        self._names = {key: _value(style, "name") for key, style in self._by_id.items()}
        self._roles = {
            **ALIASES,
            **{name.lower(): role for role, name in ROLES.items()},
            **{name.lower(): role for role, name in names.items()},
        }
        self._default = next((key for key, style in self._by_id.items() if _is_default(style)), "")
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.defaults = properties(defaults)
        self._looks: dict[str, dict[str, str]] = {}
        self._role_of: dict[str, str] = {}

    def of_paragraph(self, properties: Element | None) -> str:
        """The id of a paragraph's style; the default one where it names none."""
        named = "" if properties is None else _value(properties, "pStyle")
        return named if named in self._by_id else self._default

    def name(self, style: str) -> str:
        return self._names.get(style, "")

    def role(self, style: str) -> str:
        """The role that a style plays by its name or that of the nearest style it is based on; "" = none of ours."""
        if style not in self._role_of:
            roles = [self._roles.get(self._names[name].lower(), "") for name in self._line(style)]
            first, *others = roles or [""]
            self._role_of[style] = first or next((role for role in others if role and role != BASE_OF_ALL), "")
        return self._role_of[style]

    def looks(self, style: str) -> Mapping[str, str]:
        """The run properties that a style gives, by itself and by those it is based on."""
        if style not in self._looks:
            merged: dict[str, str] = {}
            for name in reversed(list(self._line(style))):
                merged |= properties(self._by_id[name].find(W + "rPr"))
            self._looks[style] = merged
        return self._looks[style]

    def table_looks(self, style: str, kinds: tuple[str, ...]) -> dict[str, str]:
        """The run properties that a table's style gives a cell of these kinds (`firstRow`, `firstCol`), 17.7.6."""
        merged = dict(self.looks(style))
        for name in reversed(list(self._line(style))):
            conditions = {part.get(W + "type"): part for part in self._by_id[name].iterfind(W + "tblStylePr")}
            for kind in kinds:
                if kind in conditions:
                    merged |= properties(conditions[kind].find(W + "rPr"))
        return merged

    def numbering(self, style: str) -> Element | None:
        """The `w:numPr` of a style, or of the nearest that it is based on."""
        for name in self._line(style):
            found = self._by_id[name].find(f"{W}pPr/{W}numPr")
            if found is not None:
                return found
        return None

    def _line(self, style: str) -> Iterator[str]:
        """The style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield style
            style = _value(self._by_id[style], "basedOn")


def _is_default(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def _value(parent: Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")
