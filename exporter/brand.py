"""The brand: what `_brand.yml` says, resolved and checked, in the shape that every template reads.

`reading/brand/file.py` makes it. All colours are six-digit lower-case hex (`#0b3d91`), since email and Word take no other.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from exporter.model import Boilerplate, Image, WordFields


class Palette(Struct, frozen=True):
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


class FontFile(Struct, frozen=True):
    """One static TrueType face on disk."""

    path: Path
    weight: int = 400
    style: Literal["normal", "italic"] = "normal"


class FontFamily(Struct, frozen=True):
    """A family by its own name, its faces, and its kind (`sans`, `serif` or `mono`).

    Where the family can't be had, the faces are those of another of its kind.
    """

    name: str
    files: tuple[FontFile, ...] = ()
    generic: Literal["sans", "serif", "mono"] = "sans"


class Typography(Struct, frozen=True):
    base: FontFamily
    headings: FontFamily
    monospace: FontFamily


Ink = tuple[float, float, float, float]  # cyan, magenta, yellow and black, each from 0 to 1


class Inks(Struct, frozen=True):
    """How the brand is printed: the inks of the light palette's colours by their role, and the printing condition.

    `profile` is its ICC profile; `condition` the name that the ICC registered for it, "" where it has none.
    """

    colors: tuple[tuple[str, Ink], ...] = ()
    profile: Path | None = None
    condition: str = ""


class Logo(Struct, frozen=True):
    """The logo for a light and, where the brand has one, for a dark ground."""

    light: Image
    dark: Image | None
    alt: str


class Institution(Struct, frozen=True):
    """Who speaks: name, one line about it, web address and the lines of the postal address."""

    name: str = ""
    tagline: str = ""
    website: str = ""
    address: tuple[str, ...] = ()
    sender: str = ""


class Brand(Struct, frozen=True):
    """`defaults` are checked front-matter values by key, for releases that do not give them; so is `word`."""

    institution: Institution
    light: Palette
    dark: Palette
    typography: Typography
    logo: Logo | None = None
    inks: Inks | None = None
    boilerplates: tuple[tuple[str, Boilerplate], ...] = ()
    defaults: tuple[tuple[str, object], ...] = ()
    word: WordFields = WordFields()

    def boilerplate(self, name: str) -> Boilerplate | None:
        """The boilerplate of that name, or None."""
        return dict(self.boilerplates).get(name)
