"""Which style of a template plays which role, and which of ours must be added for that (ISO/IEC 29500-1, 17.7.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from msgspec import Struct

from exporter.rendering.word.markup import Element, W
from exporter.rendering.word.roles import CHARACTER_ROLES, ROLES, TABLE_ROLES

OWN = "Pressroom"  # what a name of ours ends with when a style of another kind has it already
REFERENCES = ("basedOn", "next", "link")
AFTER_SPACING = [W + name for name in ("ind", "contextualSpacing", "mirrorIndents", "jc", "textDirection", "outlineLvl")]
THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme", "themeColor", "themeTint", "themeShade", "themeFill")


class Names(Struct, frozen=True):
    """`names` are names of styles by role, `added` our ids → those that the added styles got, `lacking` wishes in vain."""

    names: Mapping[str, str]
    added: Mapping[str, str]
    added_roles: tuple[str, ...]
    lacking: tuple[tuple[str, str], ...]


def kind_of(role: str) -> str:
    """The type of style that a role needs (17.18.83)."""
    return "character" if role in CHARACTER_ROLES else "table" if role in TABLE_ROLES else "paragraph"


def names_of(style: Element) -> Iterator[str]:
    """The name of a style and its aliases (17.7.4.1)."""
    for tag in ("name", "aliases"):
        yield from (part.strip() for part in value(style, tag).split(",") if part.strip())


def value(parent: Element, name: str) -> str:
    found = parent.find(W + name)
    return "" if found is None else found.get(W + "val", "")


class Adoption:
    """Finds and adds styles: `theirs` is a template's styles part, which grows, `ours` that of the base."""

    def __init__(self, theirs: Element, ours: Element) -> None:
        self.theirs = theirs
        self.ours = {style.get(W + "styleId", ""): style for style in ours.iterfind(W + "style")}
        self.by_name = {name.casefold(): style for style in self._styles() for name in names_of(style)}
        self.ids = {style.get(W + "styleId", "").casefold() for style in self._styles()}
        self.defaults = {
            style.get(W + "type", ""): style for style in self._styles() if style.get(W + "default") in ("1", "true")
        }
        self.added: dict[str, str] = {}
        self.added_names: dict[str, str] = {}

    def _styles(self) -> list[Element]:
        return list(reversed(list(self.theirs.iterfind(W + "style"))))  # of two with one name, the first holds

    def adopt(self, wishes: Mapping[str, str]) -> Names:
        """Find a style for each role, by the wish for it or by our name; add ours where there is none."""
        names: dict[str, str] = {}
        lacking: list[tuple[str, str]] = []
        for role, name in ROLES.items():
            wish = wishes.get(role, "")
            found = self._find(wish or name, kind_of(role))
            if found is None and wish:
                lacking.append((role, wish))
            elif found is None and role == "plain":
                found = self.defaults.get("paragraph")
            if found is not None:
                names[role] = value(found, "name")
        missing = [role for role in ROLES if role not in names]
        own = {value(style, "name").casefold(): name for name, style in self.ours.items()}
        for role in missing:
            names[role] = self._add(own[ROLES[role].casefold()])
        self._lead()
        return Names(names, self.added, tuple(missing), tuple(lacking))

    def known(self, kind: str) -> list[str]:
        """The names of the template's styles of a kind."""
        return [value(style, "name") for style in self._styles() if style.get(W + "type") == kind]

    def _find(self, name: str, kind: str) -> Element | None:
        style = self.by_name.get(name.casefold())
        return style if style is not None and style.get(W + "type", "paragraph") == kind else None

    def _add(self, own: str) -> str:
        """Add one of our styles, and those that it names; returns the name that it got."""
        if own in self.added:
            return self.added_names[own]
        style = deepcopy(self.ours[own])
        name, kind = value(style, "name"), style.get(W + "type", "")
        if name.casefold() in self.by_name:
            name = f"{name} {OWN}"
            element = style.find(W + "name")
            if element is not None:
                element.set(W + "val", name)
        self.added[own], self.added_names[own] = self._free(own), name
        style.set(W + "styleId", self.added[own])
        if kind in self.defaults:
            style.attrib.pop(W + "default", "")
        plain_values(style)
        self._keep_space(style)
        self.theirs.append(style)
        self.by_name[name.casefold()] = style
        for tag in REFERENCES:
            named = self.ours.get(value(style, tag))
            if named is not None and self._is_missing(named):
                self._add(value(style, tag))
        return name

    def _keep_space(self, style: Element) -> None:
        """What ours takes from our Normal, no space around paragraphs, it can't take from theirs."""
        base = self.ours.get(value(style, "basedOn"))
        properties = style.find(W + "pPr")
        if style.get(W + "type") != "paragraph" or base is None or base.get(W + "default") != "1":
            return
        if properties is None:
            properties = style.makeelement(W + "pPr")
            place = next((child for child in style if child.tag == W + "rPr"), None)
            style.append(properties) if place is None else place.addprevious(properties)
        spacing = properties.find(W + "spacing")
        if spacing is None:
            spacing = properties.makeelement(W + "spacing")
            later = next((child for child in properties if child.tag in AFTER_SPACING), None)
            properties.append(spacing) if later is None else later.addprevious(spacing)
        for side in ("before", "after"):
            spacing.set(W + side, spacing.get(W + side, "0"))

    def _is_missing(self, style: Element) -> bool:
        """Whether neither the style is there nor one that stands in for it, being the default of its kind."""
        kind = style.get(W + "type", "")
        is_default = style.get(W + "default") == "1" and kind in self.defaults
        is_added = style.get(W + "styleId", "") in self.added
        return not is_added and not is_default and self._find(value(style, "name"), kind) is None

    def _free(self, own: str) -> str:
        name, number = own, 1
        while name.casefold() in self.ids:
            name, number = f"{own}{OWN}{number if number > 1 else ''}", number + 1
        self.ids.add(name.casefold())
        return name

    def _lead(self) -> None:
        """Let the added styles lead to styles by the ids that these have here."""
        new = set(self.added.values())
        for style in self.theirs.iterfind(W + "style"):
            if style.get(W + "styleId") in new:
                for tag in REFERENCES:
                    for reference in style.findall(W + tag):
                        reference.set(W + "val", self._id_here(reference.get(W + "val", "")))

    def _id_here(self, own: str) -> str:
        if own in self.added:
            return self.added[own]
        named = self.ours[own]
        found = self._find(value(named, "name"), named.get(W + "type", ""))
        if found is None:
            found = self.defaults[named.get(W + "type", "")]
        return found.get(W + "styleId", "")


def plain_values(root: Element) -> None:
    """Take out what leads to a theme: a template's theme has other colours and fonts than the brand's values beside it."""
    for element in root.iter():
        for name in THEMED:
            element.attrib.pop(W + name, "")
