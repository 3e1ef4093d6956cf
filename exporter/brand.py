"""The brand: what `_brand.yml` says, resolved and checked, in the shape that every template reads.

`reading/brand_file.py` makes it. All colours are six-digit lower-case hex (`#0b3d91`), since email and Word take no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from exporter.model import Boilerplate, Image


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme by their role.

    `muted` is for small labels, `tint` for the ground of boxes, `rule` for lines. `on_primary` is the text set on `primary`.
    """

    background: str
    foreground: str
    primary: str
    secondary: str
    link: str
    muted: str
    tint: str
    rule: str
    on_primary: str


@dataclass(frozen=True, slots=True)
class FontFile:
    """One static TrueType face on disk."""

    path: Path
    weight: int = 400
    style: Literal["normal", "italic"] = "normal"


@dataclass(frozen=True, slots=True)
class FontFamily:
    """A family by its own name, its faces, and its kind (`sans`, `serif` or `mono`).

    Where the family can't be had, the faces are those of another of its kind.
    """

    name: str
    files: tuple[FontFile, ...] = ()
    generic: Literal["sans", "serif", "mono"] = "sans"


@dataclass(frozen=True, slots=True)
class Typography:
    base: FontFamily
    headings: FontFamily
    monospace: FontFamily


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo for a light and, where the brand has one, for a dark ground."""

    light: Image
    dark: Image | None
    alt: str


@dataclass(frozen=True, slots=True)
class Institution:
    """Who speaks: name, one line about it, web address and the lines of the postal address."""

    name: str = ""
    tagline: str = ""
    website: str = ""
    address: tuple[str, ...] = ()
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Brand:
    """`defaults` are checked front-matter values by key, for releases that do not give them."""

    institution: Institution
    light: Palette
    dark: Palette
    typography: Typography
    logo: Logo | None = None
    boilerplates: tuple[tuple[str, Boilerplate], ...] = ()
    word_template: str = ""
    defaults: tuple[tuple[str, object], ...] = field(default=())

    def boilerplate(self, name: str) -> Boilerplate | None:
        """The boilerplate of that name, or None."""
        return dict(self.boilerplates).get(name)
