"""Colours as numbers: reading CSS colours, mixing, and contrast (WCAG 2.2, relative luminance and contrast ratio)."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls
from typing import NamedTuple

TEXT_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3, for text of ordinary size
STEPS = 40  # of lightness, from a colour to white or black

HEX = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
FREQUENT = {"white": "#ffffff", "black": "#000000"}  # names that are known without importing a CSS parser


class Color(NamedTuple):
    """sRGB, each part from 0 to 1; `alpha` 1 is opaque."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def hex(self) -> str:
        """Six digits, in lower case; what shines through is not taken into account."""
        return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in self[:3])


def parse_color(text: str) -> Color | None:
    """A CSS colour (hexadecimal, by function or by name), or None where it is none that stands by itself."""
    written = FREQUENT.get(text.lower(), text)
    if HEX.fullmatch(written):
        return _from_hex(written[1:])
    from tinycss2.color4 import Color as CssColor
    from tinycss2.color4 import parse_color as parse_css

    found = parse_css(text)
    if not isinstance(found, CssColor):
        return None
    try:
        red, green, blue = (float(part or 0) for part in found.to("srgb").coordinates)
    except (NotImplementedError, ValueError):
        return None
    return Color(red, green, blue, float(found.alpha))


def _from_hex(digits: str) -> Color:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    return Color(*(int(digits[index : index + 2], 16) / 255 for index in range(0, len(digits), 2)))


def flatten(color: Color, ground: str) -> str:
    """What a colour that is perhaps translucent looks like on a ground, as hex."""
    return mix(ground, color.hex(), color.alpha)


def mix(one: str, other: str, share: float) -> str:
    """Two hex colours mixed in sRGB, with a `share` from 0 to 1 of the other."""
    pairs = zip(_from_hex(one[1:])[:3], _from_hex(other[1:])[:3], strict=True)
    return Color(*(a + (b - a) * share for a, b in pairs)).hex()


def luminance(color: str) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (_linear(part) for part in _from_hex(color[1:])[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def is_dark(color: str) -> bool:
    """Whether white text stands out more on it than black."""
    return contrast(color, "#ffffff") > contrast(color, "#000000")


def readable(color: str, ground: str, ratio: float = TEXT_CONTRAST) -> str:
    """The colour itself where it has that contrast with the ground, else a lighter or darker one that just has it.

    Hue and saturation (HSL) stay; where no lightness is enough it is white or black.
    """
    hue, lightness, saturation = rgb_to_hls(*_from_hex(color[1:])[:3])
    end = 1.0 if is_dark(ground) else 0.0
    for step in range(STEPS + 1):
        near = lightness + (end - lightness) * step / STEPS
        found = Color(*hls_to_rgb(hue, near, saturation)).hex()
        if contrast(found, ground) >= ratio:
            break
    return found
