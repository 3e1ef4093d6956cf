"""Families of fonts that come with Python packages, and which of them stands in for one that can't be had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from exporter.brand import FontFamily, FontFile

Generic = Literal["sans", "serif", "mono"]
STAND_INS: Mapping[Generic, str] = {"sans": "Source Sans 3", "serif": "EB Garamond", "mono": "IBM Plex Mono"}
FACES: tuple[tuple[str, int, Literal["normal", "italic"]], ...] = (
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("Bold", 700, "normal"),
    ("BoldItalic", 700, "italic"),
)

MONO = re.compile(r"mono\b|\bcode\b|courier|consol", re.IGNORECASE)
SERIF = re.compile(
    r"(?<!sans )serif|antiqua|baskerville|bodoni|\bbook\b|caslon|charter|garamond|gentium|georgia|lora|merriweather|mincho"
    r"|minion|palatino|playfair|roman|slab|songti|times",
    re.IGNORECASE,
)


def packaged_family(name: str) -> tuple[FontFile, ...]:
    """The faces of a family in rendercv-fonts, or in an installed package of its own (`fontpkg-…`); () when in neither."""
    if not re.fullmatch(r"\w[\w &'+.-]*", name):
        return ()
    stem = "".join(name.split())
    for folder in _folders(name):
        faces = (FontFile(folder / f"{stem}-{face}.ttf", weight, style) for face, weight, style in FACES)
        if found := tuple(face for face in faces if face.path.is_file()):
            return found
    return ()


def _folders(name: str) -> Iterator[Path]:
    """Where a family may lie. `Noto Sans JP` is in the folder of `Noto Sans`."""
    words = name.split()
    if root := _package("rendercv_fonts"):
        yield from (root / " ".join(words[:count]) for count in range(len(words), 0, -1))
    if root := _package("fontpkg_" + "_".join(words).lower()):
        yield root / "files"


def _package(name: str) -> Path | None:
    """Where a package lies, without importing it."""
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def generic_of(name: str) -> Generic:
    """What kind of family a name sounds like."""
    return "mono" if MONO.search(name) else "serif" if SERIF.search(name) else "sans"


def stand_in(generic: Generic) -> FontFamily:
    """The family that stands in for others of its kind."""
    return FontFamily(STAND_INS[generic], packaged_family(STAND_INS[generic]), generic)
