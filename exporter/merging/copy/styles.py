"""The styles of a copy (ISO/IEC 29500-1, 17.7): the role that each plays, and how words look in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.merging.copy.properties import TOGGLES, properties
from exporter.merging.copy.stream import Element
from exporter.rendering.word.markup import W
from exporter.rendering.word.styles import ROLES

# Styles of Word that say no more than one of ours.
ALIASES: Mapping[str, str] = {
    "normal (web)": "plain",
    "no spacing": "plain",
    "list paragraph": "plain",
    "text body": "body",
    "plain text": "plain",
    "heading 1": "heading_2",
    "endnote text": "note",
    "footnote": "note",
    "endnote": "note",
    "internet link": "link",
    "internetlink": "link",
    "visited internet link": "link",
    "followedhyperlink": "link",
    "footnoteanchor": "call",
    "footnote anchor": "call",
    "endnoteanchor": "call",
    "endnote anchor": "call",
    "endnote reference": "call",
    "footnote characters": "call",
    "endnote characters": "call",
    "intense emphasis": "emphasis",
    "subtle emphasis": "emphasis",
    "strong emphasis": "strong",
    "source text": "code",
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


def toggled(*looks: Mapping[str, str]) -> dict[str, bool]:
    """Bold and italic by several styles at once: one undoes the other (17.7.3)."""
    return {name: sum(given.get(name) == "1" for given in looks) % 2 == 1 for name in TOGGLES}


def _is_default(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def _value(parent: Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")
