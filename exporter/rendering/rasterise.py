"""SVG into PNG, for files whose readers know no SVG (email, older Word): WeasyPrint draws it, PDFium paints it."""

from __future__ import annotations

import re
from base64 import b64encode
from io import BytesIO
from xml.etree import ElementTree

FALLBACK = (300.0, 150.0)  # CSS 2.2, 10.3.2: a replaced element of no size
PIXELS: dict[str, float] = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}
LENGTH = re.compile(r"\s*(\d*\.?\d+)\s*([a-z]*)\s*")


def rasterise(svg: bytes, width: int) -> bytes:
    """A PNG of `width` pixels with a clear ground; the height follows. The same bytes for the same picture.

    What the picture refers to outside itself is not fetched. Raises ValueError when `svg` is no XML.
    """
    from pypdfium2 import PdfDocument

    natural_width, natural_height = natural_size(svg)
    height = max(1, round(width * natural_height / natural_width))
    document = PdfDocument(_as_pdf(svg, width, height))
    try:
        bitmap = document[0].render(scale=96 / 72, fill_color=(0, 0, 0, 0), maybe_alpha=True, rev_byteorder=True)
        out = BytesIO()
        bitmap.to_pil().crop((0, 0, width, height)).save(out, "PNG", optimize=False)
    finally:
        document.close()
    return out.getvalue()


def natural_size(svg: bytes) -> tuple[float, float]:
    """Width and height of an SVG in CSS pixels: its own, else its viewBox's, else 300 by 150."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise ValueError(f"the picture is no SVG: {error}") from error
    width, height = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    box = [float(number) for number in re.findall(r"-?\d*\.?\d+", root.get("viewBox", ""))]
    box_width, box_height = box[2:] if len(box) == 4 and min(box[2:]) > 0 else FALLBACK
    if width and height:
        return width, height
    if width or height:
        scale = width / box_width if width else height / box_height
        return box_width * scale, box_height * scale
    return box_width, box_height


def _pixels(length: str) -> float:
    """An absolute length in pixels, 0 when there is none."""
    match = LENGTH.fullmatch(length)
    return float(match[1]) * PIXELS[match[2]] if match and match[2] in PIXELS else 0


def _as_pdf(svg: bytes, width: int, height: int) -> bytes:
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    source = f"data:image/svg+xml;base64,{b64encode(svg).decode('ascii')}"
    style = (
        f"@page {{ size: {width}px {height}px; margin: 0 }} img {{ display: block; width: {width}px; height: {height}px }}"
    )
    page = f'<style>{style}</style><body style="margin: 0"><img src="{source}" alt="">'
    pdf: bytes = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf()
    return pdf
