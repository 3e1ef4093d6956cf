"""The font files that the words of a chart need: the brand's own, and companions for the characters that it lacks."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from msgspec import Struct

from exporter.brand import FontFamily
from exporter.drawing.positions import spellings
from exporter.language import language_of
from exporter.model import Chart
from exporter.numerals import numerals_of
from exporter.rendering.pdf.scripts import LAST, companions_for
from exporter.rendering.pdf.truetype import NotAFont, codes_in, read_face


class ChartFonts(Struct, frozen=True):
    """Files in the order in which a character is looked for. `missing` are the characters that none of them has."""

    regular: tuple[Path, ...]
    bold: tuple[Path, ...]
    missing: str = ""


def chart_fonts(family: FontFamily, chart: Chart, lang: str) -> ChartFonts:
    """The fonts for a chart's words in a language, in a brand's family."""
    codes = frozenset(ord(sign) for text in texts_of(chart, lang) for sign in text if not _needs_none(sign))
    regular, bold = _upright(family, 400), _upright(family, 700)
    missing = _lacks(regular, codes)
    helpers = []
    for companion in companions_for(language_of(lang), missing):
        asked = codes_in(companion.ranges, missing)
        if asked and (found := asked - _lacks(companion.path("Regular"), asked)):
            helpers.append(companion)
            missing -= found
    return ChartFonts(
        (regular, *(helper.path("Regular") for helper in helpers)),
        (bold, *(helper.path("Bold") for helper in helpers)),
        "".join(map(chr, sorted(missing))),
    )


def texts_of(chart: Chart, lang: str) -> tuple[str, ...]:
    """All words and numbers that may stand in a chart's picture."""
    data = chart.data
    return (*data.labels, *data.series, *spellings(data.labels, lang), numerals_of(lang).write(-1234567890.5, 1))


def _upright(family: FontFamily, weight: int) -> Path:
    """The upright face nearest to a weight."""
    files = [file for file in family.files if file.style == "normal"] or family.files
    if not files:
        return LAST.path("Bold" if weight >= 600 else "Regular")
    return min(files, key=lambda file: abs(file.weight - weight)).path


def _lacks(path: Path, codes: frozenset[int]) -> frozenset[int]:
    try:
        return read_face(path).lacks(codes)
    except (NotAFont, OSError):  # the PDF's renderer tells
        return codes


def _needs_none(sign: str) -> bool:
    """Whether a character has no glyph: controls, spaces, joiners, variation selectors."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp") or "\ufe00" <= sign <= "\ufe0f"
