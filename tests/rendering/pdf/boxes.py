"""Text that is laid out as a PDF's is, and where it stands; sizes are pixels."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import weasyprint
from weasyprint.formatting_structure.boxes import Box, TextBox

from exporter.rendering.pdf.document import _font_configuration
from exporter.rendering.pdf.fetcher import BASE, Fetcher
from exporter.rendering.pdf.fonts import font_sheet
from exporter.rendering.pdf.typography.east_asian import east_asian_widths
from exporter.rendering.pdf.typography.line_breaks import set_line_breaks
from tests import samples

PAGE = "@page {{ size: 900px }} p {{ font: {size}px/24px var(--text); margin: 0 }}"


def laid_out(words: str, lang: str, size: float) -> Iterator[Box]:
    """The boxes of a paragraph."""
    html = weasyprint.HTML(string=f'<html lang="{lang}"><body><p>{words}</p></body></html>', base_url=BASE)
    fonts = font_sheet(samples.brand().typography, {lang: frozenset(map(ord, words))}, lang)
    html.url_fetcher = fetcher = Fetcher((), fonts.files)
    set_line_breaks(html.etree_element)
    with TemporaryDirectory() as folder, east_asian_widths():
        configuration = _font_configuration(str(Path(folder)))
        css = fonts.css + PAGE.format(size=size)
        sheet = weasyprint.CSS(string=css, base_url=BASE, url_fetcher=fetcher, font_config=configuration)
        document = html.render(font_config=configuration, stylesheets=[sheet])
        yield from document.pages[0]._page_box.descendants()


def widths(words: str, lang: str, size: float) -> list[float]:
    """How wide each of its texts is."""
    return [box.width for box in laid_out(words, lang, size) if isinstance(box, TextBox)]
