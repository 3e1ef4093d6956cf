"""Colours for series, made of the brand's two: ordered by lightness, so that they are told apart in grey and by everybody.

The hues take turns, and each colour is lighter than the one before it (darker on a dark ground). Lightness is CIE L*, 0 to
100 (CIE 15:2018, from sRGB by IEC 61966-2-1); hue and chroma are those of CIELAB, the chroma cut where sRGB ends.
"""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from typing import NamedTuple

WHITE = (0.95047, 1.0, 1.08883)  # D65, 2 degrees
STEP = 24.0  # of L*, between one series and the next where there is room
# The least contrast with the ground (WCAG 2.2, 1.4.3 and 1.4.11): of areas, which get an edge; of lines; of words.
FAR, NEAR, WORDS = 1.8, 3.0, 4.5


class Lab(NamedTuple):
    """A colour of CIELAB."""

    lightness: float
    a: float
    b: float


def series_colours(
    primary: str, secondary: str, ground: str, count: int, contrast: float = FAR, chroma: float = 1.0
) -> tuple[str, ...]:
    """Colours for `count` series; the first is the brand's primary where that can be seen on the ground.

    `contrast` is what the last one, nearest to the ground, keeps (WCAG's ratio); `chroma` the share of the brand's.
    """
    way = 1.0 if _is_light(ground) else -1.0
    last = _edge(ground, contrast, way)
    first = lab_of(primary).lightness
    room = STEP * (count - 1)
    least = last - way * min(room, 9.0 * (count - 1)) if count > 1 else last
    start = min(first, least) if way > 0 else max(first, least)
    step = min(STEP, abs(last - start) / (count - 1)) if count > 1 else 0.0
    hues = [Lab(lab.lightness, lab.a * chroma, lab.b * chroma) for lab in (lab_of(primary), lab_of(secondary))]
    made = [_with_lightness(hues[index % 2], start + way * step * index) for index in range(count)]
    return (primary, *made[1:]) if start == first else tuple(made)


def at_least(colour: str, ground: str, contrast: float) -> str:
    """The colour, or one of its hue that is far enough from the ground."""
    if contrast_of(colour, ground) >= contrast:
        return colour
    return _with_lightness(lab_of(colour), _edge(ground, contrast, 1.0 if _is_light(ground) else -1.0))


def _is_light(ground: str) -> bool:
    """Whether black stands out from a ground more than white does."""
    return luminance(ground) > 0.18


def _edge(ground: str, contrast: float, way: float) -> float:
    """The lightness nearest to the ground that keeps a contrast with it."""
    own = luminance(ground)
    wanted = (own + 0.05) / contrast - 0.05 if way > 0 else (own + 0.05) * contrast - 0.05
    return _lightness(max(wanted, 0.0))


def contrast_of(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, the Y of CIE XYZ)."""
    return _xyz(linear_of(colour))[1]


def lab_of(colour: str) -> Lab:
    """The CIELAB colour of a six-digit hex one."""
    x, y, z = (_root(value / white) for value, white in zip(_xyz(linear_of(colour)), WHITE, strict=True))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def hex_of(lab: Lab) -> str | None:
    """The six-digit hex colour, None where it lies outside of sRGB."""
    y = (lab.lightness + 16) / 116
    x, y, z = (_unroot(value) * white for value, white in zip((y + lab.a / 500, y, y - lab.b / 200), WHITE, strict=True))
    linear = (
        3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
        -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
        0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
    )
    if any(not -0.0005 <= value <= 1.0005 for value in linear):
        return None
    return from_linear(linear)


def from_linear(linear: tuple[float, float, float]) -> str:
    """The six-digit hex colour of linear red, green and blue, each cut to 0 to 1."""
    return "#" + "".join(f"{round(255 * _gamma(min(max(value, 0.0), 1.0))):02x}" for value in linear)


def _with_lightness(lab: Lab, lightness: float) -> str:
    """The hue with another lightness, as colourful as sRGB allows and no more than it was."""
    hue, chroma = atan2(lab.b, lab.a), hypot(lab.a, lab.b)
    lightness = min(max(lightness, 0.0), 100.0)
    for share in range(100, -1, -2):
        part = chroma * share / 100
        if made := hex_of(Lab(lightness, part * cos(hue), part * sin(hue))):
            return made
    raise AssertionError("a grey is always inside sRGB")


def linear_of(colour: str) -> tuple[float, float, float]:
    """Red, green and blue in proportion to light, 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _ungamma(red), _ungamma(green), _ungamma(blue)


def _xyz(linear: tuple[float, float, float]) -> tuple[float, float, float]:
    red, green, blue = linear
    return (
        0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
    )


def _ungamma(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _root(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _unroot(value: float) -> float:
    return value**3 if value**3 > 216 / 24389 else (116 * value - 16) * 27 / 24389


def _lightness(y: float) -> float:
    return 116 * _root(y) - 16
