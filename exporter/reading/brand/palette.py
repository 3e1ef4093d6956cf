"""The two schemes that templates read, from the colours that a brand file gives; what it does not give is derived.

A derived colour is legible by construction. Of given colours that are not, a warning names both and proposes one that is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from exporter.brand import Palette
from exporter.reading.brand.colors import TEXT_CONTRAST, contrast, flatten, is_dark, mix, readable
from exporter.reading.brand.named_colors import SCHEMES, BrandColors, Paint, Scheme
from exporter.reading.mistakes import Mistakes
from exporter.reading.yaml.tree import Node

INK, PAPER, BLUE, BRICK = "#1c2430", "#ffffff", "#12436b", "#9a3b26"
NIGHT, MOON = "#14181e", "#e9ecf0"
NIGHT_CONTRAST = 6.0  # of colours of the dark scheme that are made from light ones; they shine less than black prints
TINT, MUTED, RULE = 0.07, 0.45, 0.2  # the largest shares of a mixture

ROLES = ("background", "foreground", "primary", "secondary", "link", "muted", "tint", "rule", "on_primary")
# Text, and the ground that it stands on in some output.
PAIRS = (
    ("foreground", "background"),
    ("primary", "background"),
    ("secondary", "background"),
    ("link", "background"),
    ("muted", "background"),
    ("foreground", "tint"),
    ("primary", "tint"),
    ("link", "tint"),
    ("muted", "tint"),
    ("on_primary", "primary"),
)


def palettes(colors: BrandColors, more: Mapping[str, Node], mistakes: Mistakes) -> tuple[Palette, Palette]:
    """The light and the dark scheme. `more` has values for roles that `color` does not know, or does not give."""
    by_day, by_night = (_given(colors, more, scheme) for scheme in SCHEMES)
    light = _light(_flat(by_day, PAPER))
    dark = _dark(_flat(by_night, NIGHT), light)
    _check_contrast(light, by_day, "", mistakes)
    _check_contrast(dark, by_night, " in the dark scheme", mistakes)
    return light, dark


def _given(colors: BrandColors, more: Mapping[str, Node], scheme: Scheme) -> dict[str, Paint]:
    found = {role: colors.role(role, scheme) for role in ROLES}
    found |= {role: found[role] or colors.paint(node, scheme) for role, node in more.items()}
    return {role: paint for role, paint in found.items() if paint}


def _flat(given: Mapping[str, Paint], ground: str) -> dict[str, str]:
    """The colours as hex: what is translucent, as it looks on its ground."""
    background = flatten(given["background"].color, ground) if "background" in given else ground
    flat = {role: flatten(paint.color, background) for role, paint in given.items()}
    if "on_primary" in given and "primary" in flat:
        flat["on_primary"] = flatten(given["on_primary"].color, flat["primary"])
    return flat


# --- deriving --------------------------------------------------------------------------------------------------------------


def _light(given: Mapping[str, str]) -> Palette:
    primary = given.get("primary", BLUE)
    second = primary if "primary" in given else BRICK
    ink = MOON if is_dark(given.get("background", PAPER)) else INK
    start = {"background": PAPER, "foreground": ink, "primary": BLUE, "secondary": second, "link": primary}
    return _complete(given, start, TEXT_CONTRAST)


def _dark(given: Mapping[str, str], light: Palette) -> Palette:
    """A brand that is dark by day, and says nothing of a dark scheme, keeps its colours."""
    if not given and is_dark(light.background):
        return light
    start = {"background": NIGHT, "foreground": MOON, "primary": light.primary, "secondary": light.secondary}
    return _complete(given, start | {"link": light.link}, NIGHT_CONTRAST)


def _complete(given: Mapping[str, str], start: Mapping[str, str], ratio: float) -> Palette:
    """A palette of given colours, of others that begin with those of `start`, and of the rest."""
    background = given.get("background", start["background"])
    inks = {
        role: given.get(role) or readable(start[role], background, ratio)
        for role in ("foreground", "primary", "secondary", "link")
    }
    tint = given.get("tint") or _tint(background, inks)
    return Palette(
        background=background,
        **inks,
        muted=given.get("muted") or _muted(inks["foreground"], background, tint),
        tint=tint,
        rule=given.get("rule") or mix(background, inks["foreground"], RULE),
        on_primary=given.get("on_primary") or _on(inks["primary"], background),
    )


def _tint(background: str, inks: Mapping[str, str]) -> str:
    """The background with as much of `primary` as leaves every ink legible that is so on the background."""
    legible = [ink for ink in inks.values() if contrast(ink, background) >= TEXT_CONTRAST]
    for step in range(10):
        tint = mix(background, inks["primary"], TINT * (1 - step / 10))
        if all(contrast(ink, tint) >= TEXT_CONTRAST for ink in legible):
            return tint
    return background


def _muted(foreground: str, background: str, tint: str) -> str:
    """The foreground, paler as long as it stays legible on both grounds."""
    for step in range(10):
        muted = mix(foreground, background, MUTED * (1 - step / 10))
        if all(contrast(muted, ground) >= TEXT_CONTRAST for ground in (background, tint)):
            return muted
    return foreground


def _on(primary: str, background: str) -> str:
    """What text on `primary` is set in: the background's colour where that is legible, else white or black."""
    return next(ink for ink in (background, PAPER, "#000000") if contrast(ink, primary) >= TEXT_CONTRAST)


# --- checking --------------------------------------------------------------------------------------------------------------


def _check_contrast(palette: Palette, given: Mapping[str, Paint], where: str, mistakes: Mistakes) -> None:
    """Warn of every pair of colours whose text is not legible, where the text, or a tint, is given."""
    for ink, ground in PAIRS:
        ink_color, ground_color = getattr(palette, ink), getattr(palette, ground)
        ratio = contrast(ink_color, ground_color)
        blamed = given.get(ground) if ground == "tint" else given.get(ink)
        if ratio >= TEXT_CONTRAST or blamed is None:
            continue
        fact = (
            f"“{_shown(ink)}” {ink_color} on “{_shown(ground)}” {ground_color} has a contrast of "
            f"{math.floor(ratio * 100) / 100}:1{where}, and text needs {TEXT_CONTRAST}:1"
        )
        stands = f" “{_shown(ground)}” stands in line {given[ground].spot.line}." if ground in given else ""
        hint = f"{readable(ink_color, ground_color)} would be enough.{stands}"
        mistakes.warning("brand.contrast", fact, blamed.spot, hint)


def _shown(role: str) -> str:
    return role.replace("_", "-")
