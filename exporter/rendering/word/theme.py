"""The brand as a theme (20.1.6.9), and as the values that stand beside every reference to it.

Word reads the theme; LibreOffice, and Word where a theme is gone, read the values.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from exporter.brand import Brand, FontFamily
from exporter.language import language_of
from exporter.rendering.word.languages import Languages, word_tag
from exporter.rendering.word.markup import A, Element, W

# What Word calls a colour of the theme → the colour's slot in the theme.
SLOTS: Mapping[str, str] = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "hyperlink": "hlink"}

# Families that stand in Word for East Asian and complex scripts, which a brand's own family has no letters of.
EAST_ASIAN: Mapping[str, tuple[str, str]] = {  # language → (sans, serif)
    "ja-JP": ("Yu Gothic", "Yu Mincho"),
    "ko-KR": ("Malgun Gothic", "Batang"),
    "zh-CN": ("Microsoft YaHei", "SimSun"),
    "zh-TW": ("Microsoft JhengHei", "PMingLiU"),
}
COMPLEX: Mapping[str, tuple[str, str]] = {
    "ar": ("Arial", "Times New Roman"),
    "hi": ("Nirmala UI", "Nirmala UI"),
    "th": ("Leelawadee UI", "Leelawadee UI"),
}
MONOSPACE = "monospace"  # how styles.xml names the family that a theme has no place for


class Theme(Struct, frozen=True):
    """`colors` are six hex digits by the theme's slot, `fonts` family names by Word's name for their place."""

    colors: Mapping[str, str]
    fonts: Mapping[str, str]
    monospace: str

    def color(self, name: str) -> str:
        """The value of what Word calls `name`: `accent1`, `text2`."""
        return self.colors[SLOTS.get(name, name)]


def theme_of(brand: Brand, languages: Languages) -> Theme:
    """The brand's light palette and families; the languages choose the families of other scripts."""
    palette, typography = brand.light, brand.typography
    colors = {
        "dk1": palette.foreground,
        "lt1": palette.background,
        "dk2": palette.muted,
        "lt2": palette.tint,
        "accent1": palette.primary,
        "accent2": palette.secondary,
        "accent3": palette.rule,
        "accent4": palette.muted,
        "accent5": palette.link,
        "accent6": palette.on_primary,
        "hlink": palette.link,
        "folHlink": palette.link,
    }
    fonts: dict[str, str] = {}
    for place, family in (("major", typography.headings), ("minor", typography.base)):
        fonts[f"{place}HAnsi"] = family.name
        fonts[f"{place}EastAsia"] = _stand_in(EAST_ASIAN, word_tag(languages.east_asian), "ja-JP", family)
        fonts[f"{place}Bidi"] = _stand_in(COMPLEX, language_of(languages.complex_script), "ar", family)
    values = {slot: color.removeprefix("#").upper() for slot, color in colors.items()}
    return Theme(values, fonts, typography.monospace.name)


def _stand_in(table: Mapping[str, tuple[str, str]], language: str, other: str, family: FontFamily) -> str:
    sans, serif = table.get(language, table[other])
    return serif if family.generic == "serif" else sans


def fill_theme(root: Element, theme: Theme) -> None:
    """Write the colours and fonts into the `a:theme` of the base."""
    for slot, value in theme.colors.items():
        for color in root.iterfind(f".//{A}clrScheme/{A}{slot}/{A}srgbClr"):
            color.set("val", value)
    for place in ("major", "minor"):
        for kind, name in (("latin", "HAnsi"), ("ea", "EastAsia"), ("cs", "Bidi")):
            for font in root.iterfind(f".//{A}{place}Font/{A}{kind}"):
                font.set("typeface", theme.fonts[place + name])


def write_values(root: Element, theme: Theme) -> None:
    """Beside every reference to the theme, write what it comes to; `monospace` becomes the brand's family."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == W + "rFonts":
            _write_fonts(element, theme)
            continue
        if name := element.get(W + "themeColor"):
            element.set(W + ("val" if element.tag == W + "color" else "color"), theme.color(name))
        if name := element.get(W + "themeFill"):
            element.set(W + "fill", theme.color(name))


def _write_fonts(fonts: Element, theme: Theme) -> None:
    for kind, reference in (
        ("ascii", "asciiTheme"),
        ("hAnsi", "hAnsiTheme"),
        ("eastAsia", "eastAsiaTheme"),
        ("cs", "cstheme"),
    ):
        if name := fonts.get(W + reference):
            fonts.set(W + kind, theme.fonts[name])
        elif fonts.get(W + kind) == MONOSPACE:
            fonts.set(W + kind, theme.monospace)
