"""Which font stands in for the characters that a brand's own fonts lack.

All come from Python packages, as TrueType, so that a page looks the same on a machine without any font.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from exporter.rendering.pdf.truetype import Ranges


class Companion(Struct, frozen=True):
    """A family of a package: the folder and the beginning of its files' names, and the characters it is asked for.

    A variable one has all weights in the one file that is named by `stem`.
    """

    name: str
    package: str
    folder: str
    stem: str
    ranges: Ranges
    styles: tuple[str, ...] = ("Regular", "Bold")
    is_variable: bool = False

    def path(self, style: str) -> Path:
        """The file of a style, `Regular`, `Bold`, `Italic` or `BoldItalic`; an upright one where there is no slanted one."""
        if self.is_variable:
            return _package_folder(self.package) / self.folder / f"{self.stem}.ttf"
        upright = {"Italic": "Regular", "BoldItalic": "Bold"}
        own = style if style in self.styles else upright[style]
        return _package_folder(self.package) / self.folder / f"{self.stem}-{own}.ttf"


def _package_folder(package: str) -> Path:
    """Where a package lies, without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package} is missing; install Pressroom again")
    return Path(spec.submodule_search_locations[0])


EAST_ASIAN: Ranges = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x203B, 0x203B),  # the reference mark ※
    (0x2460, 0x24FF),  # numbers and letters in circles
    (0x25A0, 0x266F),  # squares, circles, stars, notes
    (0x2E80, 0x303F),  # radicals, CJK symbols and punctuation
    (0x3040, 0x9FFF),  # kana, bopomofo, compatibility Jamo, Han
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full-width forms
    (0x1F200, 0x1F2FF),
    (0x20000, 0x3FFFF),
)
ARABIC: Ranges = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
HEBREW: Ranges = ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))
DEVANAGARI: Ranges = ((0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF))
ANY: Ranges = ((0x0000, 0x10FFFF),)

JAPANESE = Companion("Noto Sans JP", "rendercv_fonts", "Noto Sans", "NotoSansJP", EAST_ASIAN)
KOREAN = Companion("Noto Sans KR", "rendercv_fonts", "Noto Sans", "NotoSansKR", EAST_ASIAN)
CHINESE = Companion("Noto Sans SC", "rendercv_fonts", "Noto Sans", "NotoSansSC", EAST_ASIAN)
HINDI = Companion("Mukta", "rendercv_fonts", "Mukta", "Mukta", DEVANAGARI)
AMIRI = Companion("Amiri", "fontpkg_amiri", "files", "Amiri", ARABIC, ("Regular", "Bold", "Italic", "BoldItalic"))
FRANK_RUHL = Companion(
    "Frank Ruhl Libre", "fontpkg_frank_ruhl_libre", "files", "FrankRuhlLibre[wght]", HEBREW, is_variable=True
)
LAST = Companion("Noto Sans", "rendercv_fonts", "Noto Sans", "NotoSans", ANY, ("Regular", "Bold", "Italic", "BoldItalic"))

# The same Han character is drawn differently in Japan, Korea and China: the language says which font comes first.
EAST_ASIAN_ORDER: Mapping[str, tuple[Companion, ...]] = {
    "ja": (JAPANESE, CHINESE, KOREAN),
    "ko": (KOREAN, JAPANESE, CHINESE),
    "zh": (CHINESE, JAPANESE, KOREAN),
}
OTHERS = (HINDI, AMIRI, FRANK_RUHL, LAST)

# Languages whose companions have no serifs: text is set in the brand's font for headings when that has none either.
SANS = frozenset([*EAST_ASIAN_ORDER, "hi", "mr", "ne", "sa"])

# Marks that Japanese and Chinese set on a full square though Latin fonts have them too.
SQUARE_MARKS: Mapping[str, frozenset[int]] = {
    "ja": frozenset(map(ord, "…‥―“”‘’")),
    "zh": frozenset(map(ord, "…—“”‘’·")),
}


def companions_for(language: str, text: frozenset[int]) -> tuple[Companion, ...]:
    """The companions in the order in which a language asks them; text without such a language goes by its own characters."""
    order = EAST_ASIAN_ORDER.get(language)
    if order is None:
        kana = any(0x3040 <= code <= 0x30FF for code in text)
        hangul = any(0xAC00 <= code <= 0xD7FF for code in text)
        order = EAST_ASIAN_ORDER["ja" if kana else "ko" if hangul else "zh"]
    return (*order, *OTHERS)
