"""The README's picture, docs/outputs.png: the three outputs of the sample release side by side. `make picture`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from tools.sheet import Row, Shot, scaled, sheet
from tools.shots import message_shots, pdf_pages, word_as_pdf

SAMPLE = Path("content/japan-us-alliance.md")
PICTURE = Path("docs/outputs.png")
WIDTH, HEIGHT = 520, 736  # px of one output: the shape of an A4 page
MESSAGE = 640  # px, the pane in which the message is shown before it is scaled
SHARP = 160  # dots per inch before scaling
MOST = 250_000  # bytes


def main() -> int:
    """Draw the picture; 1 when the sample does not build or the picture is too large for a README."""
    with tempfile.TemporaryDirectory() as name:
        if subprocess.run([sys.executable, "-m", "exporter", "build", "--out", name, SAMPLE]).returncode:
            return 1
        data = smallest(draw(Path(name) / SAMPLE.stem))
    PICTURE.write_bytes(data)
    print(f"{PICTURE}: {len(data)} bytes")
    return 0 if len(data) <= MOST else 1


def draw(release: Path) -> Image.Image:
    """First page, first page, top of the message."""
    brief, copy, message = (release / f"{release.name}{suffix}" for suffix in (".pdf", ".docx", ".eml"))
    printed = release / "printed"
    printed.mkdir()
    (word,) = word_as_pdf([copy], printed)
    pictures = {
        brief.name: pdf_pages(brief, SHARP)[0],
        copy.name: pdf_pages(word, SHARP)[0],
        message.name: message_shots(message, (MESSAGE,), dark=False)[0],
    }
    return sheet([Row(tuple(Shot(caption, top(picture)) for caption, picture in pictures.items()))])


def top(picture: Image.Image) -> Image.Image:
    """A picture's upper part in the shape that all three have."""
    narrow = scaled(picture, WIDTH)
    page = Image.new("RGB", (WIDTH, HEIGHT), "white")
    page.paste(narrow.crop((0, 0, WIDTH, min(HEIGHT, narrow.height))), (0, 0))
    return page


def smallest(picture: Image.Image) -> bytes:
    """A PNG with a palette, which is enough for pages of text."""
    out = BytesIO()
    picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
