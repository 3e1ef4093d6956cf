"""How charts look: measures in CSS pixels on a sheet as wide as an email's column, and the colours of one scheme."""

from __future__ import annotations

from msgspec import Struct

from exporter.brand import Palette
from exporter.drawing.colours import FAR, NEAR, WORDS, at_least, contrast_of
from exporter.drawing.pen import Pen, Point, Side
from exporter.drawing.vision import colours_for_all
from exporter.numerals import Numerals

WIDTH = 536.0
SIZE, SMALL = 13.0, 12.0  # of labels, of the numbers on an axis
LINE = 16.0  # from one line of words to the next
MIDDLE = 0.35  # of a size: how far below its middle a line of figures has its base line
GAP = 8.0
EDGE = 2.0  # free beside words that reach the sheet's edge: letters are a little wider than they measure


class Look(Struct, frozen=True):
    """`fills` are the colours of areas, `edges` of their edges ("" = none), `lines` those of lines and dots.

    `fill_names` and `line_names` are the same, strong enough for the words that name them.
    """

    ground: str
    ink: str
    muted: str
    rule: str
    fills: tuple[str, ...]
    edges: tuple[str, ...]
    lines: tuple[str, ...]
    fill_names: tuple[str, ...]
    line_names: tuple[str, ...]
    numerals: Numerals


def look_of(palette: Palette, series: int, numerals: Numerals) -> Look:
    """The look of a chart with so many series."""
    ground = palette.background
    fills = colours_for_all(palette.primary, palette.secondary, ground, series, FAR)
    lines = colours_for_all(palette.primary, palette.secondary, ground, series, NEAR)
    return Look(
        ground=ground,
        ink=palette.foreground,
        muted=palette.muted,
        rule=palette.rule,
        fills=fills,
        edges=tuple("" if contrast_of(colour, ground) >= NEAR else at_least(colour, ground, NEAR) for colour in fills),
        lines=lines,
        fill_names=tuple(at_least(colour, ground, WORDS) for colour in fills),
        line_names=tuple(at_least(colour, ground, WORDS) for colour in lines),
        numerals=numerals,
    )


def write_lines(
    pen: Pen, at: Point, lines: list[str], colour: str, side: Side = "left", size: float = SIZE, bold: bool = False
) -> None:
    """Lines of words, the middle of all of them at a place."""
    x, y = at
    top = y - LINE * (len(lines) - 1) / 2 + MIDDLE * size
    for number, words in enumerate(lines):
        pen.words((x, top + LINE * number), words, colour, size, side, bold)


def widest(pen: Pen, lines: list[str], size: float = SIZE, bold: bool = False) -> float:
    """The width of the widest line, 0 when there is none."""
    return max((pen.width_of(words, size, bold) for words in lines), default=0.0)
