"""Pictures at the size and in the colours that a PDF needs, and no larger.

WeasyPrint knows when it draws a picture how many pixels an inch of paper gets, and cuts the number down by its option `dpi`;
but it writes a cut JPEG at a fixed quality of 75, takes every picture for one in sRGB, and writes 24 bits a pixel where the
file had 8 (docs/decisions/pdf-pictures.md). So it measures, and the picture is made here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pydyf
from msgspec import Struct
from PIL import Image as Pillow
from weasyprint.images import RasterImage

from exporter.rendering.pdf.picture_colors import in_inks, in_srgb, is_plain
from exporter.rendering.pdf.picture_streams import DRAWING, as_jpeg, as_pixels
from exporter.target import Target


class Medium(Struct, frozen=True):
    """What pictures are made for: pixels an inch at most, the quality of a JPEG (Pillow's scale to 95), and whether pictures
    that came without loss stay so even where a JPEG would do."""

    density: int
    quality: int
    lossless: bool


SCREEN = Medium(150, 85, False)
PRINT = Medium(300, 92, True)

PHOTOGRAPH = 4  # how many times smaller a photograph is as JPEG; drawings and screenshots gain less, and lose their edges


def medium_of(target: Target) -> Medium:
    """The medium that a PDF is made for."""
    return PRINT if target.print else SCREEN


@contextmanager
def fitted_pictures(medium: Medium, paper: bytes | None = None) -> Iterator[None]:
    """While this is open, WeasyPrint writes pictures that were made here. Not for threads: it replaces a method.

    `paper` is the profile of a printing condition: pictures in inks keep them.
    """
    before = RasterImage.get_x_object

    def made(image: RasterImage, interpolate: bool, ratio: float) -> pydyf.Stream:
        with Pillow.open(BytesIO(image.image_data.data)) as source:
            if image.format != "JPEG":
                return _from_pixels(source, ratio, medium)
            if paper and source.mode == "CMYK":
                return as_jpeg(in_inks(_resampled(source, ratio), paper), medium.quality)
            if ratio < 1 or not is_plain(source):
                return as_jpeg(in_srgb(_resampled(source, ratio)), medium.quality)
        return before(image, interpolate, ratio)  # the file goes into the PDF as it is

    RasterImage.get_x_object = made
    try:
        yield
    finally:
        RasterImage.get_x_object = before


def _from_pixels(source: Pillow.Image, ratio: float, medium: Medium) -> pydyf.Stream:
    """A picture that was saved without loss, at `ratio` times its width and height."""
    plain = in_srgb(source)
    colors = plain.convert("RGB").getcolors(DRAWING) or ()
    picture = _resampled(plain, ratio)
    pixels = as_pixels(picture, [color for _, color in colors if isinstance(color, tuple)])
    if colors or medium.lossless or picture.mode not in ("L", "RGB"):
        return pixels
    photograph = as_jpeg(picture, medium.quality)
    return photograph if _size(photograph) * PHOTOGRAPH < _size(pixels) else pixels


def _resampled(picture: Pillow.Image, ratio: float) -> Pillow.Image:
    """The picture with fewer pixels. A JPEG is decoded at a half, a quarter or an eighth where that is enough."""
    if ratio < 1:
        size = max(1, round(picture.width * ratio)), max(1, round(picture.height * ratio))
        picture.thumbnail(size, Pillow.Resampling.LANCZOS, reducing_gap=3)
    return picture


def _size(stream: pydyf.Stream) -> int:
    return sum(len(part) for part in stream.stream)
