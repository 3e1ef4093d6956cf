"""A chart's pictures: drawn with the pen, once for each ground."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Literal

from exporter.brand import Brand, Palette
from exporter.drawing.bars import draw_bars
from exporter.drawing.dots import draw_dots, draw_slopes
from exporter.drawing.drawing import Drawing
from exporter.drawing.fonts import ChartFonts
from exporter.drawing.lines import draw_areas, draw_lines
from exporter.drawing.look import WIDTH, Look, look_of
from exporter.drawing.pen import Pen
from exporter.drawing.positions import is_time
from exporter.model import Chart, Direction, Image
from exporter.numerals import numerals_of

Draw = Callable[[Chart, Pen, Look, str], float]
DRAWS: Mapping[str, Draw] = {
    "bar": draw_bars,
    "grouped-bar": draw_bars,
    "stacked-bar": draw_bars,
    "line": draw_lines,
    "area": draw_areas,
    "dot": draw_dots,
    "slope": draw_slopes,
}


SCREEN, PAPER = 2.0, 3.0  # dots for each CSS pixel: of an email, and of a Word page, where they are 288 an inch


def draw(chart: Chart, brand: Brand, fonts: ChartFonts, lang: str, direction: Direction) -> Drawing:
    """All pictures of a chart."""
    light, height = drawn(chart, brand.light, fonts, lang, direction)
    dark, _ = drawn(chart, brand.dark, fonts, lang, direction)

    def image(use: str, media_type: Literal["image/svg+xml", "image/png"], data: bytes) -> Image:
        digest = hashlib.sha256(data).hexdigest()[:8]
        name = f"chart-{use}-{digest}.{'svg' if media_type == 'image/svg+xml' else 'png'}"
        return Image(name, PurePosixPath(name), media_type, data, round(WIDTH), height)

    return Drawing(
        vector=image("vector", "image/svg+xml", light.svg()),
        paper=image("paper", "image/png", light.png(PAPER)),
        screen=image("screen", "image/png", light.png(SCREEN)),
        dark=image("dark", "image/png", dark.png(SCREEN)),
    )


def drawn(chart: Chart, palette: Palette, fonts: ChartFonts, lang: str, direction: Direction) -> tuple[Pen, int]:
    """A sheet with the chart on it, and its height in CSS pixels.

    A page from right to left is mirrored; time goes on from left to right there too.
    """
    in_time = chart.type in ("line", "area", "slope") or is_time(chart.data.labels)
    pen = Pen(WIDTH, palette.background, fonts.regular, fonts.bold, direction == "rtl" and not in_time)
    look = look_of(palette, 1 if chart.type == "slope" else len(chart.data.series), numerals_of(lang))
    height = round(DRAWS[chart.type](chart, pen, look, lang))
    pen.cut(height)
    return pen, height
