"""Colours: the theme's with their tints and shades, shadings, highlights, and how well one stands out from another."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping

from msgspec import Struct

from exporter.accessibility.vocabulary import A, W
from exporter.opc import Element

Colour = tuple[int, int, int]
BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
HIGHLIGHTS: Mapping[str, Colour] = {
    "black": BLACK,
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGray": (128, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "green": (0, 255, 0),
    "lightGray": (192, 192, 192),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "white": WHITE,
    "yellow": (255, 255, 0),
}
THEME_NAMES = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
MAPPED = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}
MAPPING = {"t1": "dark1", "bg1": "light1", "t2": "dark2", "bg2": "light2"}
SHADES = re.compile(r"pct(\d+)")
DARK = 62  # of 255: at this and below automatic text is white


class Theme(Struct, frozen=True):
    """The colours of a theme by the names that text uses: `accent1`, `text2`, `hyperlink`."""

    colours: Mapping[str, Colour]

    def colour(self, element: Element, attribute: str, theme: str) -> Colour | None:
        """The colour that an element gives by its theme attributes or, without them, by value; None is "automatic".

        `attribute` is the one with the value, `theme` the start of the others' names: `w:themeFill`, `w:themeFillTint`.
        """
        name = element.get(f"{W}{theme}Color" if theme == "theme" else W + theme, "")
        found = self.colours.get(name)
        if found is None:
            return parsed(element.get(W + attribute, "auto"))
        tint, shade = element.get(f"{W}{theme}Tint"), element.get(f"{W}{theme}Shade")
        return _lightened(found, _part(tint), _part(shade))

    def shading(self, element: Element | None) -> Colour | None:
        """The ground that a `w:shd` makes (17.3.5); None when one looks through it."""
        if element is None:
            return None
        kind = element.get(W + "val", "clear")
        fill = self.colour(element, "fill", "themeFill")
        ink = self.colour(element, "color", "theme") or BLACK
        if kind == "solid":
            return ink
        share = SHADES.fullmatch(kind)
        return fill if share is None else _mixed(ink, fill or WHITE, int(share[1]) / 100)


def read_theme(root: Element | None, settings: Element | None) -> Theme:
    """The theme's colours under the names that text uses, by the mapping of the settings (17.15.1.20)."""
    own: dict[str, Colour] = {}
    for slot in () if root is None else root.iterfind(f"{A}themeElements/{A}clrScheme/*"):
        for colour in slot:
            found = parsed(colour.get("val" if colour.tag == A + "srgbClr" else "lastClr", ""))
            if found is not None:
                own[str(slot.tag).removeprefix(A)] = found
    named = {name: own[slot] for name, slot in THEME_NAMES.items() if slot in own} | own
    mapping = None if settings is None else settings.find(W + "clrSchemeMapping")
    for name, short in MAPPED.items():
        target = MAPPING[short] if mapping is None else mapping.get(W + short, MAPPING[short])
        if target in named:
            named[name] = named[target]
    return Theme(named)


def parsed(text: str) -> Colour | None:
    """A colour of six hexadecimal digits; None for `auto` and whatever else."""
    digits = text.removeprefix("#")
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def automatic(ground: Colour) -> Colour:
    """What Word takes for text without a colour: black, and white on a dark ground.

    The threshold is published nowhere; it is that of LibreOffice, which was made to give the same pages.
    """
    red, green, blue = ground
    return WHITE if (red * 76 + green * 151 + blue * 29) // 256 <= DARK else BLACK


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def written(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def _luminance(colour: Colour) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _part(text: str | None) -> float:
    """A share of 255 in two hexadecimal digits; 1 where there is none."""
    return int(text, 16) / 255 if text and re.fullmatch(r"[0-9A-Fa-f]{1,2}", text) else 1.0


def _lightened(colour: Colour, tint: float, shade: float) -> Colour:
    """Lighter by a tint, darker by a shade, both in the lightness of HSL (17.3.2.6)."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    red, green, blue = colorsys.hls_to_rgb(hue, (lightness * tint + 1 - tint) * shade, saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


def _mixed(ink: Colour, ground: Colour, share: float) -> Colour:
    red, green, blue = (round(one * share + other * (1 - share)) for one, other in zip(ink, ground, strict=True))
    return red, green, blue
