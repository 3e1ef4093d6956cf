"""What charts are drawn with: lines, shapes and words on a sheet that is measured in CSS pixels, its origin at the top left.

The one module that knows Matplotlib. Its plots are not used, its drawing kit is: it shapes text of any script with the font
files that it is given (HarfBuzz, with bidirectional order), writes SVG with the letters as curves, and paints PNG.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Literal

from exporter.drawing.matplotlib_import import import_matplotlib

import_matplotlib()

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontEntry, FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.transforms import Affine2D, Transform
from PIL import Image, ImageColor

Point = tuple[float, float]
Side = Literal["left", "center", "right"]
INCH = 72  # what Matplotlib calls points are our pixels
UNSEEN = re.compile(r"<!--.*?-->\n?|<metadata>.*?</metadata>\n?|\s+(?=/?>)", re.DOTALL)
MARKS = ("o", "s", "D", "^", "v", "P")  # what tells dots apart that look alike in grey


mpl.rcdefaults()  # whatever a file of the machine's, or in the folder, says
mpl.rc("svg", fonttype="path", hashsalt="pressroom")  # letters as curves; ids that are not random
mpl.rc("text", hinting="none", parse_math=False)
mpl.rc("font", enable_last_resort=False)
mpl.rc("path", simplify=False)


class Pen:
    """A sheet of some width, whose height is known when it is cut (`cut`); it is mirrored for pages from right to left.

    `regular` and `bold` are the font files for words, each after the first for the characters that those before it lack.
    """

    def __init__(
        self, width: float, ground: str, regular: Sequence[Path], bold: Sequence[Path], mirrored: bool = False
    ) -> None:
        self.width, self.mirrored, self._ground = width, mirrored, ground
        self._fonts = {False: _font(regular), True: _font(bold)}
        self._figure = Figure(dpi=INCH, facecolor=ground, edgecolor="none")
        self._canvas = FigureCanvasAgg(self._figure)
        self._flip = Affine2D()
        self._marks = 0

    # --- marks -----------------------------------------------------------------------------------------------------------

    def line(self, points: Sequence[Point], colour: str, width: float = 1, dash: Sequence[float] = ()) -> None:
        """A line through points; `dash` is the lengths of strokes and gaps."""
        style: tuple[float, Sequence[float]] | Literal["solid"] = (0, tuple(dash)) if dash else "solid"
        xs, ys = [self._x(x) for x, _ in points], [y for _, y in points]
        cap: Literal["butt", "round"] = "butt" if dash or len(points) == 2 else "round"
        line = Line2D(xs, ys, color=colour, linewidth=width, linestyle=style, solid_capstyle=cap, solid_joinstyle="round")
        self._add(line)

    def shape(self, points: Sequence[Point], colour: str, edge: str = "", width: float = 0.75) -> None:
        """A filled shape, with an edge where one is asked for."""
        corners = [(self._x(x), y) for x, y in points]
        self._add(Polygon(corners, closed=True, facecolor=colour, edgecolor=edge or "none", linewidth=width if edge else 0))

    def box(self, left: float, top: float, right: float, bottom: float, colour: str, edge: str = "") -> None:
        """A filled rectangle."""
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], colour, edge)

    def mark(self, at: Point, number: int, colour: str, ground: str, size: float = 8) -> None:
        """A dot, in the form that the series of that number has, set off from what is below it by a line of the ground."""
        x, y = self._x(at[0]), at[1]
        self._add(
            Line2D(
                [x],
                [y],
                marker=MARKS[number % len(MARKS)],
                color=colour,
                markersize=size,
                markeredgecolor=ground,
                markeredgewidth=1,
            )
        )

    # --- words -----------------------------------------------------------------------------------------------------------

    def words(self, at: Point, text: str, colour: str, size: float, side: Side = "left", bold: bool = False) -> None:
        """One line of words on the base line at a place; `side` is the end of the words that stands there."""
        across: Side = {"left": "right", "right": "left"}.get(side, side) if self.mirrored else side  # type: ignore[assignment]  # the keys are sides
        self._figure.text(
            self._x(at[0]),
            at[1],
            text,
            color=colour,
            size=size,
            ha=across,
            va="baseline",
            fontproperties=self._properties(size, bold),
            transform=self._transform,
            zorder=self._next(),
        )

    def width_of(self, text: str, size: float, bold: bool = False) -> float:
        """How wide a line of words is."""
        renderer = self._canvas.get_renderer()  # type: ignore[no-untyped-call]  # Matplotlib's stubs say nothing
        width, _, _ = renderer.get_text_width_height_descent(text, self._properties(size, bold), False)
        return float(width)

    def _properties(self, size: float, bold: bool) -> FontProperties:
        properties = self._fonts[bold].copy()
        properties.set_size(size)
        return properties

    # --- what comes out --------------------------------------------------------------------------------------------------

    def cut(self, height: float) -> None:
        """Say how high the sheet is."""
        self._figure.set_size_inches(self.width / INCH, height / INCH)
        self._flip.clear().scale(1 / INCH, -1 / INCH).translate(0, height / INCH)

    def svg(self) -> bytes:
        """The sheet as SVG in CSS pixels, its letters as curves."""
        out = BytesIO()
        nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
        FigureCanvasSVG(self._figure).print_svg(out, metadata=nothing)  # type: ignore[no-untyped-call]  # Matplotlib's stubs say nothing
        text = out.getvalue().decode()
        text = UNSEEN.sub("", text[text.index("<svg") :])
        return text.replace('pt"', '"', 2).encode()

    def png(self, density: float) -> bytes:
        """The sheet as PNG with that many dots for each CSS pixel, in at most 128 colours: a quarter of the bytes."""
        self._figure.dpi = INCH * density
        canvas = FigureCanvasAgg(self._figure)
        canvas.draw()  # type: ignore[no-untyped-call]  # Matplotlib's stubs say nothing
        pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]  # Matplotlib's stubs say nothing
        picture = Image.frombytes("RGBA", canvas.get_width_height(), pixels).convert("RGB")
        few = picture.quantize(128, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette, corner = few.getpalette() or [], 3 * few.tobytes()[-1]
        palette[corner : corner + 3] = ImageColor.getrgb(self._ground)  # quantizing gave it the mean of all near it
        few.putpalette(palette)
        out = BytesIO()
        few.save(out, "PNG", optimize=False)
        return out.getvalue()

    def _x(self, x: float) -> float:
        return self.width - x if self.mirrored else x

    @property
    def _transform(self) -> Transform:
        return self._flip + self._figure.dpi_scale_trans

    def _add(self, artist: Line2D | Polygon) -> None:
        artist.set_transform(self._transform)
        artist.set_zorder(self._next())
        self._figure.add_artist(artist)

    def _next(self) -> int:
        """The place of the next mark, above all before it."""
        self._marks += 1
        return self._marks


def _font(files: Sequence[Path]) -> FontProperties:
    """Properties that name font files and nothing else: each file is a family of its own, named by its path."""
    known = {entry.name for entry in font_manager.fontManager.ttflist}
    for file in files:
        if str(file) not in known:
            font_manager.fontManager.ttflist.append(FontEntry(fname=str(file), name=str(file)))
    return FontProperties(family=[str(file) for file in files])
