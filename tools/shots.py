"""Built releases as pictures, by the programs that readers have: poppler, LibreOffice and Chromium.

Nothing here reaches the network: Chromium resolves no name, and its profile is a new, empty folder each time.
"""

from __future__ import annotations

import email
import html
import os
import re
import shutil
import subprocess
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

import rendercv_fonts
from PIL import Image

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
NO_NETWORK = "--host-resolver-rules=MAP * ~NOTFOUND"
DARK = "--blink-settings=preferredColorScheme=0"
TALLEST = 9000  # px; a message that is longer is cut
GAP = 40  # px between two widths of a message
SENTINEL = (255, 0, 254)  # a colour that no release has, around the messages

# The frames take the width of a client's pane, and grow to their content's height. Headless Chromium has no window
# narrower than 500 px, a frame may be. `color-scheme` here lets the frames see the browser's dark mode.
WALL = """<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<style>html, body {{ margin: 0; background: rgb{colour}; }} body {{ display: flex; align-items: start; gap: {gap}px; }}
iframe {{ border: 0; flex: none; }}</style>
{frames}
<script>addEventListener("load", () => {{ for (const frame of document.querySelectorAll("iframe"))
frame.style.height = frame.contentDocument.documentElement.scrollHeight + "px"; }});</script>"""


class ProgramMissing(Exception):
    """A program that takes pictures is not installed; `make look` installs it on Debian."""


def program(*names: str) -> str:
    """The first of these programs that is installed."""
    for name in names:
        if found := shutil.which(name):
            return found
    raise ProgramMissing(f"{' or '.join(names)} is not installed")


def pdf_pages(pdf: Path, dpi: int) -> list[Image.Image]:
    """Every page of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program("pdftoppm"), "-r", str(dpi), "-png", pdf, f"{folder}/page"], check=True)
        return [_loaded(path) for path in sorted(Path(folder).glob("page*.png"))]


def word_as_pdf(documents: Sequence[Path], folder: Path, fonts: Iterable[Path] = ()) -> list[Path]:
    """Word files as LibreOffice prints them, in `folder`; one start of LibreOffice for all of them."""
    with tempfile.TemporaryDirectory() as profile, font_settings(fonts) as environment:
        command = [program("soffice"), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, *documents], check=True, capture_output=True, env=environment)
    return [folder / f"{document.stem}.pdf" for document in documents]


def message_shots(message: Path, widths: Sequence[int], *, dark: bool, fonts: Iterable[Path] = ()) -> list[Image.Image]:
    """The HTML of an `.eml` at several widths (px), in the browser's light or dark mode, each in its full height."""
    source = html.escape(html_of(message), quote=True)
    frames = "\n".join(f'<iframe width="{width}" srcdoc="{source}"></iframe>' for width in widths)
    wall = WALL.format(colour=SENTINEL, gap=GAP, frames=frames)
    size = (sum(widths) + GAP * len(widths), TALLEST)
    shot = browser_shot(wall, size, dark=dark, fonts=fonts)
    lefts = [sum(widths[:index]) + GAP * index for index in range(len(widths))]
    return [_cut(shot, left, width) for left, width in zip(lefts, widths, strict=True)]


def browser_shot(page: str, size: tuple[int, int], *, dark: bool, fonts: Iterable[Path]) -> Image.Image:
    """A page of HTML in headless Chromium's window of that size (px)."""
    with tempfile.TemporaryDirectory() as name, font_settings(fonts) as environment:
        folder = Path(name)
        (folder / "page.html").write_text(page, encoding="utf-8")
        command = [program(*BROWSERS), *QUIET, NO_NETWORK, f"--user-data-dir={folder / 'profile'}"]
        command += [DARK] if dark else []
        command += [f"--window-size={size[0]},{size[1]}", f"--screenshot={folder / 'shot.png'}"]
        subprocess.run([*command, f"file://{folder / 'page.html'}"], check=True, capture_output=True, env=environment)
        return _loaded(folder / "shot.png")


def html_of(message: Path) -> str:
    """The HTML part of an `.eml`, its `cid:` pictures put in."""
    parts = list(email.message_from_bytes(message.read_bytes()).walk())
    text = next(_body(part).decode("utf-8") for part in parts if part.get_content_type() == "text/html")
    for part in parts:
        if name := part.get("Content-ID", "").strip("<> "):
            data = f"data:{part.get_content_type()};base64,{b64encode(_body(part)).decode()}"
            text = re.sub(rf"cid:{re.escape(name)}", data, text)
    return text


@contextmanager
def font_settings(fonts: Iterable[Path]) -> Iterator[dict[str, str]]:
    """An environment in which programs see these folders of fonts, those of rendercv-fonts and the system's."""
    folders = [*fonts, Path(rendercv_fonts.__file__).parent]
    with tempfile.TemporaryDirectory() as cache:
        settings = Path(cache) / "fonts.conf"
        lines = "".join(f"<dir>{html.escape(str(folder.resolve()))}</dir>" for folder in folders)
        include = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        settings.write_text(f"<fontconfig>{include}{lines}<cachedir>{cache}</cachedir></fontconfig>", encoding="utf-8")
        yield {**os.environ, "FONTCONFIG_FILE": str(settings)}


def _cut(shot: Image.Image, left: int, width: int) -> Image.Image:
    """One message out of the wall: down to where the wall shows again."""
    strip = shot.crop((left, 0, left + width, shot.height))
    column = strip.crop((0, 0, 1, strip.height))
    pixels = [column.getpixel((0, y)) for y in range(column.height)]
    height = pixels.index(SENTINEL) if SENTINEL in pixels else strip.height
    return strip.crop((0, 0, width, max(height, 1)))


def _body(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _loaded(path: Path) -> Image.Image:
    """A picture that no longer needs its file."""
    with Image.open(path) as picture:
        return picture.convert("RGB")
