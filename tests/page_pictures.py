"""Small grey pictures of a PDF's pages, and how far two of them are from each other.

PDFium draws the outlines that are in the file, so a picture does not depend on the machine. What may differ from one version
of Pango or HarfBuzz to another is a glyph's place by a fraction of a pixel: each tile of a page is compared with the other
picture's at its best within `PLAY` pixels.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

SCALE = 1.0  # of 72 pixels an inch: an A4 page is 595 by 842
LEVELS = 17  # steps between the greys that are kept
PLAY = 1  # pixels that a glyph may be off
TILE = 6  # pixels: less than a character
TOLERANCE = 16  # of 255 that the mean of a tile may be off


def pages_of(data: bytes) -> list[Image.Image]:
    """The pages of a PDF, in sixteen greys."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.render(scale=SCALE, grayscale=True).to_pil().convert("L") for page in document]
    document.close()
    return [page.point(lambda level: level // LEVELS * LEVELS) for page in pages]


def png(page: Image.Image) -> bytes:
    out = BytesIO()
    page.save(out, "PNG", optimize=True)
    return out.getvalue()


def far_tiles(golden: Image.Image, actual: Image.Image) -> list[tuple[int, int, int]]:
    """The tiles that are off by more than the tolerance, worst first: how much, and the middle's place in pixels."""
    if golden.size != actual.size:
        return [(255, 0, 0)]
    first, second = (page.filter(ImageFilter.BoxBlur(1)) for page in (golden, actual))
    best: Image.Image | None = None
    for down in range(-PLAY, PLAY + 1):
        for right in range(-PLAY, PLAY + 1):
            off = ImageChops.difference(first, ImageChops.offset(second, right, down)).reduce(TILE)
            best = off if best is None else ImageChops.darker(best, off)
    assert best is not None
    levels = enumerate(best.tobytes())
    found = [
        (level, place % best.width * TILE + TILE // 2, place // best.width * TILE + TILE // 2) for place, level in levels
    ]
    return sorted((tile for tile in found if tile[0] > TOLERANCE), reverse=True)


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")
