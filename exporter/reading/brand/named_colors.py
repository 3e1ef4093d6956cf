"""The colours that a brand file gives: the palette's names followed, light and dark forms, each with its place.

Forms by brand.yml (`color.palette`, roles that name each other) and by Quarto (`{light: …, dark: …}` for any colour,
`color.link`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from exporter.reading.brand.colors import Color, parse_color
from exporter.reading.brand.sections import warn_unknown
from exporter.reading.mistakes import Mistakes, suggestion
from exporter.reading.spot import Spot
from exporter.reading.yaml.tree import Node, Scalar, YamlMap

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")

ROLES = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
    "link",
)
FORMS = "Write #12436b, rgb(18 67 107), hsl(207 71% 25%), a CSS name, or a name from color.palette."

CIRCLE = "Give one of them a colour of its own."
UNQUOTED = "Put the colour in quotes: after a space, “#” begins a comment."

Step = tuple[str, str]  # `("palette", "blue")` or `("theme", "primary")`: what a name was found in


class Paint(Struct, frozen=True):
    """A colour that the file gives, and where it is given. `is_of_scheme`: it was given for that scheme alone."""

    color: Color
    spot: Spot
    is_of_scheme: bool


class BrandColors:
    """Looks colours up by role; every mistake is told once."""

    def __init__(self, section: YamlMap, mistakes: Mistakes) -> None:
        self.section, self.mistakes = section, mistakes
        self.palette = _entries(section.get("palette"))
        self.theme = {key.text: value for key, value in section.entries if key.text != "palette"}
        self.told: set[Spot] = set()
        self.circles: set[Step] = set()

    def check(self) -> None:
        """Tell the mistakes of all colours, those that nothing uses too."""
        warn_unknown(self.section, ("palette", *ROLES), "color", self.mistakes)
        for scheme in SCHEMES:
            for owner, table in (("palette", self.palette), ("theme", self.theme)):
                for name, node in table.items():
                    self._look(node, scheme, ((owner, name),))

    def role(self, name: str, scheme: Scheme) -> Paint | None:
        """The colour of a role of `color`, or None where the file gives none for this scheme."""
        return self.paint(self.theme[name], scheme, ("theme", name)) if name in self.theme else None

    def paint(self, node: Node, scheme: Scheme, owner: Step = ("", "")) -> Paint | None:
        """The colour that a value means. For the dark scheme only one that was given for it counts."""
        paint = self._look(node, scheme, (owner,))
        return None if paint and scheme == "dark" and not paint.is_of_scheme else paint

    def _look(self, node: Node, scheme: Scheme, chain: tuple[Step, ...]) -> Paint | None:
        if isinstance(node, YamlMap):
            self._check_schemes(node)
            chosen = node.get(scheme)
            found = self._look(chosen, scheme, chain) if chosen else None
            return found and replace(found, is_of_scheme=True)
        if not isinstance(node, Scalar) or node.is_nothing or node.is_boolean:
            hint = UNQUOTED if isinstance(node, Scalar) and node.is_nothing else FORMS
            self._tell("brand.color", "a colour is expected here", node.spot, hint)
            return None
        if target := self._target(node.text, chain[-1]):
            return self._follow(target, node, scheme, chain)
        if color := parse_color(node.text):
            return Paint(color, node.spot, False)
        hint = suggestion(node.text, (*self.palette, *self.theme)) or FORMS
        self._tell("brand.color", f"“{node.text}” is no colour, and no colour of that name is given", node.spot, hint)
        return None

    def _follow(self, target: Step, node: Scalar, scheme: Scheme, chain: tuple[Step, ...]) -> Paint | None:
        """The colour that a name refers to, as if it stood where the name does."""
        table = self.theme if target[0] == "theme" else self.palette
        if target not in chain:
            found = self._look(table[target[1]], scheme, (*chain, target))
            return found and replace(found, spot=node.spot)
        circle = chain[chain.index(target) :]
        if self.circles.isdisjoint(circle):
            way = " → ".join(name for _, name in (*circle, target))
            self._tell("brand.color-cycle", f"these colours name each other in a circle: {way}", node.spot, CIRCLE)
        self.circles.update(circle)
        return None

    def _target(self, name: str, owner: Step) -> Step | None:
        """What a name means: a role before a colour of the palette, never itself. The palette names only its own."""
        if owner[0] != "palette" and name in self.theme and owner != ("theme", name):
            return "theme", name
        if name in self.palette and owner != ("palette", name):
            return "palette", name
        return None

    def _check_schemes(self, node: YamlMap) -> None:
        for key, _ in node.entries:
            if key.text not in SCHEMES:
                self._tell("brand.color", f"a colour has “light” and “dark”, and no “{key.text}”", key.spot)

    def _tell(self, code: str, fact: str, spot: Spot, hint: str = "") -> None:
        if spot not in self.told:
            self.told.add(spot)
            self.mistakes.error(code, fact, spot, hint)


def _entries(node: Node | None) -> Mapping[str, Node]:
    return {key.text: value for key, value in node.entries} if isinstance(node, YamlMap) else {}
