"""How colours look to people who see no red or no green, and whether they still tell them apart.

Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009: the matrices
of full protanopia and deuteranopia, on linear sRGB.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import dist

from exporter.drawing.colours import Lab, from_linear, lab_of, linear_of, series_colours

BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
APART = 8.0  # CIELAB's distance; 2.3 is the least that people notice side by side


def seen(colour: str, blindness: str) -> Lab:
    """A colour as somebody with that blindness sees it."""
    red, green, blue = linear_of(colour)
    x, y, z = (row[0] * red + row[1] * green + row[2] * blue for row in BLINDNESS[blindness])
    return lab_of(from_linear((x, y, z)))


def colours_for_all(primary: str, secondary: str, ground: str, count: int, contrast: float) -> tuple[str, ...]:
    """Colours for so many series, as colourful as leaves everybody able to tell them apart."""
    choices = (series_colours(primary, secondary, ground, count, contrast, share / 10) for share in range(10, -1, -2))
    return next(filter(are_told_apart, choices), series_colours(primary, secondary, ground, count, contrast, 0))


def are_told_apart(colours: Sequence[str]) -> bool:
    """Whether each two of some colours stay different with any blindness."""
    return all(
        dist(one, other) >= APART
        for blindness in BLINDNESS
        for one, other in combinations([seen(colour, blindness) for colour in colours], 2)
    )
