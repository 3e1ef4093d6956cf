"""Every page of every sample on contact sheets in build/look/, to be looked at: `make look`.

The PDF as poppler draws it, the Word copy as LibreOffice prints it, the message as Chromium shows it: in three widths,
light and dark. For each sample `SAMPLE.png` and its single pictures in `SAMPLE/`; `all.png` shows the sheets side by side,
and `index.html` all pictures in full size.
"""

from __future__ import annotations

import argparse
import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from PIL import Image

from tools.sheet import GAP, Row, Shot, rows, scaled, sheet
from tools.shots import ProgramMissing, message_shots, pdf_pages, word_as_pdf

LOOK = Path("build/look")
DPI = 82
WIDTHS = (320, 600, 1200)  # px: a phone, a reading pane, a wide window
WIDEST = 2 * sum(WIDTHS) + 5 * GAP  # px: the message in all widths, light and dark
THUMBNAIL = 1400  # px, a sheet's width on the sheet of all


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the samples and draw their sheets; 1 when a sample does not build or a program is missing."""
    parser = argparse.ArgumentParser(prog="python -m tools.look", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="content files (default: all of content/)")
    parser.add_argument("--out", type=Path, default=LOOK, help="the folder for the sheets (default: build/look)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        built = Path(name) / "built"
        if subprocess.run([sys.executable, "-m", "exporter", "build", "--out", built, *options.paths]).returncode:
            return 1
        try:
            draw_sheets(sorted(folder for folder in built.iterdir() if folder.is_dir()), options.out)
        except ProgramMissing as missing:
            print(f"look: {missing}", file=sys.stderr)
            return 1
    return 0


def draw_sheets(releases: Sequence[Path], out: Path) -> None:
    """A sheet for each release's folder, one of all, and the page that shows them."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    printed = print_word(releases, out)
    sheets: list[Shot] = []
    pictures: dict[str, list[Path]] = {}
    for release in releases:
        lines = look_at(release, printed[release])
        drawn = sheet(lines)
        drawn.save(out / f"{release.name}.png")
        print(out / f"{release.name}.png", flush=True)
        sheets.append(Shot(release.name, scaled(drawn, THUMBNAIL)))
        pictures[release.name] = save_pictures(lines, out / release.name)
    sheet([Row(tuple(sheets))]).save(out / "all.png")
    (out / "index.html").write_text(overview(pictures, out), encoding="utf-8")
    print(out / "all.png", out / "index.html", sep="\n")


def print_word(releases: Sequence[Path], out: Path) -> dict[Path, Path]:
    """Release's folder → its Word copy as a PDF (kept in `out/word`)."""
    folder = out / "word"
    folder.mkdir()
    return dict(zip(releases, word_as_pdf([story(release, ".docx") for release in releases], folder), strict=True))


def look_at(release: Path, word: Path) -> list[Row]:
    """All pictures of one release: rows of pages, and one of messages."""
    message = story(release, ".eml")
    paper = [*pages("PDF", pdf_pages(story(release, ".pdf"), DPI)), *pages("Word", pdf_pages(word, DPI))]
    light = messages("light", message_shots(message, WIDTHS, dark=False))
    dark = messages("dark", message_shots(message, WIDTHS, dark=True))
    return [*rows(release.name, paper, WIDEST), Row((*light, *dark))]


def story(release: Path, suffix: str) -> Path:
    """The file of that kind in a release's folder."""
    return release / f"{release.name}{suffix}"


def pages(channel: str, pictures: Sequence[Image.Image]) -> list[Shot]:
    return [Shot(f"{channel}, page {number} of {len(pictures)}", picture) for number, picture in enumerate(pictures, 1)]


def messages(mode: str, pictures: Sequence[Image.Image]) -> list[Shot]:
    return [Shot(f"Email, {picture.width} px, {mode}", picture) for picture in pictures]


def save_pictures(lines: Sequence[Row], folder: Path) -> list[Path]:
    """Each picture in a file of its own, named by its caption."""
    folder.mkdir()
    saved: list[Path] = []
    for shot in (shot for row in lines for shot in row.shots):
        path = folder / f"{shot.caption.lower().replace(',', '').replace(' ', '-')}.png"
        shot.picture.save(path)
        saved.append(path)
    return saved


def overview(pictures: Mapping[str, Sequence[Path]], out: Path) -> str:
    """The HTML page of all pictures, in full size."""
    parts = ['<!doctype html><meta charset="utf-8"><title>Look</title>']
    parts += [
        "<style>body { font: 16px sans-serif; background: #e9ecf0; } figure { display: inline-block; margin: 1em; }</style>"
    ]
    for name, paths in pictures.items():
        parts.append(f"<h1>{html.escape(name)}</h1>")
        for path in paths:
            source = html.escape(path.relative_to(out).as_posix())
            parts.append(f'<figure><figcaption>{html.escape(path.stem)}</figcaption><img src="{source}" alt=""></figure>')
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
