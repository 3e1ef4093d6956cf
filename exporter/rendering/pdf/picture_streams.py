"""A picture as an image in a PDF: compressed pixels, or a JPEG file (ISO 32000-1, 8.9.5)."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from itertools import chain

import pydyf
from PIL import Image as Pillow

Color = tuple[int, ...]

SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
DRAWING = 128  # colours that a drawing has at most; smooth edges may bring as many again
PALETTE = 256
FULL_COLOR = 90  # from this quality on, a JPEG keeps the colour of every pixel


def as_jpeg(picture: Pillow.Image, quality: int) -> pydyf.Stream:
    """An opaque picture (modes L, RGB, CMYK) as JPEG; the same bytes for the same pixels.

    Pillow writes inks upside down, as Adobe's programs do (Adobe Technical Note 5116, 18), so the PDF turns them round.
    """
    file = BytesIO()
    picture.save(file, "jpeg", quality=quality, subsampling=0 if quality >= FULL_COLOR else 2, optimize=True)
    turned: dict[str, object] = {"Decode": pydyf.Array((1, 0) * 4)} if picture.mode == "CMYK" else {}
    return _image(picture, SPACES[picture.mode], file.getvalue(), {"Filter": "/DCTDecode", **turned})


def as_pixels(picture: Pillow.Image, colors: Sequence[Color]) -> pydyf.Stream:
    """A picture (modes L, LA, RGB, RGBA) as compressed pixels, its transparency as a soft mask beside it.

    `colors` are those that a drawing had before it was resampled; it gets a palette that begins with them.
    """
    opaque = picture.convert(picture.mode.removesuffix("A"))
    stream = _indexed(opaque, colors) if colors and opaque.mode == "RGB" else _predicted(opaque)
    if opaque.mode != picture.mode and (alpha := picture.getchannel("A")).getextrema() != (255, 255):
        stream.extra["SMask"] = _predicted(alpha)
    return stream


def _predicted(picture: Pillow.Image) -> pydyf.Stream:
    """Pixels, each row as its difference from its neighbours: what the data of a PNG file holds (ISO/IEC 15948, 9)."""
    rows = pydyf.Dictionary({"Predictor": 15, "Columns": picture.width, "Colors": len(picture.getbands())})
    return _image(picture, SPACES[picture.mode], _png_data(picture), {"Filter": "/FlateDecode", "DecodeParms": rows})


def _indexed(picture: Pillow.Image, colors: Sequence[Color]) -> pydyf.Stream:
    """Pixels as numbers of colours in a palette; without loss when the picture has no more than `colors`."""
    numbers = _quantized(picture, Pillow.Quantize.MEDIANCUT, PALETTE)
    if numbers.convert("RGB").tobytes() != picture.tobytes():
        between = _quantized(picture, Pillow.Quantize.MAXCOVERAGE, PALETTE - len(colors)).getpalette() or []
        palette = Pillow.new("P", (1, 1))
        palette.putpalette([*chain.from_iterable(colors), *between])
        numbers = picture.quantize(palette=palette, dither=Pillow.Dither.NONE)
    known = bytes(numbers.getpalette() or ())
    space = pydyf.Array(("/Indexed", "/DeviceRGB", len(known) // 3 - 1, f"<{known.hex()}>"))
    return _image(picture, space, zlib.compress(numbers.tobytes(), 9), {"Filter": "/FlateDecode"})


def _quantized(picture: Pillow.Image, method: Pillow.Quantize, colors: int) -> Pillow.Image:
    return picture.quantize(colors, method, dither=Pillow.Dither.NONE)


def _image(picture: Pillow.Image, space: object, data: bytes, extra: dict[str, object]) -> pydyf.Stream:
    """Without interpolation, which PDF/A forbids (ISO 19005-3, 6.2.8)."""
    head = {"Type": "/XObject", "Subtype": "/Image", "Width": picture.width, "Height": picture.height}
    return pydyf.Stream([data], pydyf.Dictionary({**head, "ColorSpace": space, "BitsPerComponent": 8, **extra}))


def _png_data(picture: Pillow.Image) -> bytes:
    """The compressed rows in the IDAT chunks of the picture's PNG file."""
    file = BytesIO()
    picture.save(file, "png")
    data, at, rows = file.getvalue(), 8, []
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IDAT":
            rows.append(data[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(rows)
