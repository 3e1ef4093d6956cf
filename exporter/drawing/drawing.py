"""The pictures of a chart, and the stage that makes them; light to import, since most releases have none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from exporter import walking
from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.model import Chart, Image, Release


class Drawing(Struct, frozen=True):
    """One chart in every form that a channel asks for, all of one width and height in CSS pixels.

    `vector` is SVG with letters as curves, `paper` a PNG for a printed page; `screen` and `dark` are PNGs for the two
    schemes of an email, each on its scheme's ground.
    """

    vector: Image
    paper: Image
    screen: Image
    dark: Image


Drawings = Mapping[str, Drawing]  # by the chart's id


def draw_charts(release: Release, brand: Brand, cache: Path | None = None) -> Result[Drawings]:
    """The drawings of a release's charts; the same bytes for the same release and brand.

    A character that no font has is an error at the chart. What is drawn is kept below `cache`, where there is one.
    """
    charts = walking.charts(release)
    if not charts:
        return Result({})
    from exporter.drawing.fonts import chart_fonts
    from exporter.drawing.kept import Kept

    meta = release.meta
    drawings: dict[str, Drawing] = {}
    told: list[Diagnostic] = []
    for chart in charts:
        fonts = chart_fonts(brand.typography.headings, chart, meta.lang)
        if fonts.missing:
            told.append(_missing(release, brand, chart, fonts.missing))
            continue
        looks = (chart.type, chart.data, brand.light, brand.dark, meta.lang, meta.dir)
        kept = Kept(cache, looks, (*fonts.regular, *fonts.bold))
        drawing = kept.load()
        if drawing is None:
            from exporter.drawing.draw import draw

            drawing = kept.keep(draw(chart, brand, fonts, meta.lang, meta.dir))
        drawings[chart.id] = drawing
    return Result(None if told else drawings, tuple(told))


def _missing(release: Release, brand: Brand, chart: Chart, missing: str) -> Diagnostic:
    signs = ", ".join(f"“{sign}” (U+{ord(sign):04X})" for sign in missing[:3])
    fact = f"this chart's words hold {signs}, which no font has"
    hint = f"“{brand.typography.headings.name}” lacks it, and so do the fonts that stand in; spell it otherwise."
    return Diagnostic(Severity.ERROR, "chart.glyph", fact, Place(release.file, chart.span.line, chart.span.column), hint)
