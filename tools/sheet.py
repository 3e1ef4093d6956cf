"""Contact sheets: pictures in captioned rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import rendercv_fonts
from PIL import Image, ImageDraw, ImageFont

FONTS = Path(rendercv_fonts.__file__).parent / "Source Sans 3"
PAPER, EDGE, INK, FAINT = "#e9ecf0", "#aeb6c0", "#1b1f24", "#57606a"
MARGIN, GAP, CAPTION, TITLE = 40, 40, 34, 76  # px


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture and what it shows."""

    caption: str
    picture: Image.Image = field(repr=False)


@dataclass(frozen=True, slots=True)
class Row:
    """Pictures side by side, under a title where it has one."""

    shots: tuple[Shot, ...]
    title: str = ""

    @property
    def width(self) -> int:
        return sum(shot.picture.width for shot in self.shots) + GAP * (len(self.shots) - 1)

    @property
    def height(self) -> int:
        return (TITLE if self.title else 0) + CAPTION + max(shot.picture.height for shot in self.shots)


def rows(title: str, shots: Sequence[Shot], width: int) -> list[Row]:
    """As many rows as it takes to keep each within `width` px; the title stands over the first."""
    lines: list[list[Shot]] = [[]]
    for shot in shots:
        if lines[-1] and Row((*lines[-1], shot)).width > width:
            lines.append([])
        lines[-1].append(shot)
    return [Row(tuple(line), title if index == 0 else "") for index, line in enumerate(lines) if line]


def sheet(lines: Sequence[Row]) -> Image.Image:
    """The rows under one another."""
    width = max(row.width for row in lines) + 2 * MARGIN
    height = sum(row.height + GAP for row in lines) - GAP + 2 * MARGIN
    paper = Image.new("RGB", (width, height), PAPER)
    top = MARGIN
    for row in lines:
        _place(paper, row, top)
        top += row.height + GAP
    return paper


def scaled(picture: Image.Image, width: int) -> Image.Image:
    """A picture in another width (px), its shape kept."""
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _place(paper: Image.Image, row: Row, top: int) -> None:
    draw = ImageDraw.Draw(paper)
    if row.title:
        draw.text((MARGIN, top), row.title, INK, _font("Bold", 38))
        top += TITLE
    left = MARGIN
    for shot in row.shots:
        draw.text((left, top), shot.caption, FAINT, _font("Regular", 22))
        box = (left - 1, top + CAPTION - 1, left + shot.picture.width, top + CAPTION + shot.picture.height)
        draw.rectangle(box, outline=EDGE)
        paper.paste(shot.picture, (left, top + CAPTION))
        left += shot.picture.width + GAP


def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"SourceSans3-{face}.ttf"), size)
