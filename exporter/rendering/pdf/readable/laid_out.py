"""What stands where on a laid out page: every line of text, picture and table, and the room that it should keep to.

The only module that reads WeasyPrint's boxes for this. All lengths are CSS pixels from the paper's upper left corner.

Source: CSS 2.2, 8 (box model), 9.9 and appendix E (order of painting).
"""

from __future__ import annotations

from math import inf
from typing import Any, Literal, NamedTuple
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace
from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.matrix import Matrix

from exporter.rendering.pdf.typography.line_breaks import without_marks

BELOW, IN_FLOW, STEP = -1, 0, 1_000_000  # layers: what is painted later hides what is below it
ASCENT, X_HEIGHT, DESCENT = 0.75, 0.45, 0.25  # of the font size; the boxes of some scripts are far taller than their letters


class Extent(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


class Thing(Struct, frozen=True):
    """Something that people look at.

    `owner` is the nearest id of the source (`p3`, `title`), "" for what the template adds. `room` is where it should be, its
    column down to the end of the page's text; `seen` is where it can be seen: on the paper, or, if not `whole_paper`, inside
    of a box that cuts off what runs over. `core` is what must stay free: for text, the small letters. Texts of one line
    share `line`. What is painted later has a higher `layer`; in the same layer it comes later. `placed` is what stands where
    a stylesheet wants it (`position: absolute`). A "ground" is the background of something that is painted over others; what
    stands in it ends before index `last`.
    """

    kind: Literal["text", "picture", "table", "ground"]
    owner: str
    text: str
    extent: Extent
    core: Extent
    room: Extent
    seen: Extent
    layer: int
    line: int
    placed: bool = False
    whole_paper: bool = True
    last: int = 0

    @classmethod
    def missing(cls, owner: str, text: str) -> Thing:
        """A text that stands on no page."""
        nowhere = Extent(0, 0, 0, 0)
        return cls("text", owner, text, nowhere, nowhere, nowhere, nowhere, 0, 0)


class _Context(Struct, frozen=True):
    """What a box hands on to those inside of it."""

    owner: str
    element: Element | None
    left: float
    right: float
    foot: float
    seen: Extent
    layer: int
    placed: bool = False
    line: int = 0
    matrix: Matrix | None = None
    cut: bool = False


def things_on(page: Page) -> list[Thing]:
    """All that stands on a page, in the order of its boxes."""
    root = page._page_box
    bottom = root.content_box_y() + root.height
    paper = Extent(0, 0, page.width, page.height)
    reader = _Reader(bottom)
    for child in root.children:
        in_margin = isinstance(child, boxes.MarginBox)
        reader.read(
            child, _Context("", None, -inf, inf, inf if in_margin else bottom, paper, STEP if in_margin else IN_FLOW)
        )
    return reader.things


class _Reader:
    """Walks through the boxes of a page whose text ends at `bottom`."""

    def __init__(self, bottom: float) -> None:
        self.bottom = bottom
        self.lines = self.contexts = 0
        self.things: list[Thing] = []

    def read(self, box: Box, context: _Context) -> None:
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.TextBox):
            self._text(box, context)
        elif isinstance(box, boxes.LineBox):
            self.lines += 1
            hanging = min(box.style["text_indent"].value, 0)
            self._children(
                box, replace(context, line=self.lines, left=context.left + hanging, right=context.right - hanging)
            )
        elif isinstance(box, boxes.InlineBox):
            self._children(box, self._inside_inline(box, context))
        elif isinstance(box, (boxes.TableRowBox, boxes.TableRowGroupBox)):
            self._children(box, context)
        else:
            self._block(box, context)

    def _children(self, box: Box, context: _Context) -> None:
        for child in box.children:
            self.read(child, context)

    def _block(self, box: Box, context: _Context) -> None:
        inside = self._inside(box, context)
        if isinstance(box, boxes.ReplacedBox):
            self._add("picture", box, inside)
            return
        if isinstance(box, boxes.TableBox):
            self._add("table", box, context)
        ground = len(self.things)
        covers = inside.layer > IN_FLOW and box.style["background_color"].alpha > 0
        if covers:
            self._add("ground", box, inside)
        self._children(box, inside)
        if covers:
            self.things[ground] = replace(self.things[ground], last=len(self.things))

    def _text(self, box: Box, context: _Context) -> None:
        text = without_marks(box.text).strip() or box.text.strip()
        if not text or not box.width or box.style["visibility"] != "visible":
            return
        size, baseline = box.style["font_size"], box.position_y + box.baseline
        width = box.width * len(box.text.rstrip()) / len(box.text) if box.text[-1].isspace() else box.width
        extent = Extent(box.position_x, baseline - ASCENT * size, box.position_x + width, baseline + DESCENT * size)
        core = extent._replace(top=baseline - X_HEIGHT * size, bottom=baseline)
        self.things.append(_thing("text", text, extent, core, context))

    def _add(self, kind: Literal["picture", "table", "ground"], box: Box, context: _Context) -> None:
        extent = _border_box(box)
        self.things.append(_thing(kind, "", extent, extent, context))

    def _inside(self, box: Box, context: _Context) -> _Context:
        """What a block, or what stands in a line like one, hands on."""
        style, (left, top, right, _) = box.style, _border_box(box)
        absolute = box.is_absolutely_positioned()
        foot = (self.bottom if top < self.bottom else inf) if absolute else context.foot
        if absolute and isinstance(box, boxes.ReplacedBox):
            foot = inf
        if not absolute and _grows_with_content(box):
            left, right = context.left, context.right
        cut = style["overflow"] != "visible"
        seen = _common(context.seen, _border_box(box)) if cut else context.seen
        matrix = context.matrix
        if style["transform"] and box.transformation_matrix:
            matrix = box.transformation_matrix @ matrix if matrix else box.transformation_matrix
        return _Context(
            owner=_owner(box.element, context),
            element=box.element,
            left=left,
            right=right,
            foot=foot,
            seen=seen,
            layer=self._layer(style, context.layer),
            placed=absolute or context.placed,
            line=context.line,
            matrix=matrix,
            cut=cut or context.cut,
        )

    def _inside_inline(self, box: Box, context: _Context) -> _Context:
        """What a box in a line hands on; a stylesheet may let it hang out by a negative margin."""
        left, right = min(box.margin_left, 0), max(-box.margin_right, 0)
        layer, owner = self._layer(box.style, context.layer), _owner(box.element, context)
        if (owner, layer, left, right) == (context.owner, context.layer, 0, 0):
            return context
        return replace(
            context, owner=owner, element=box.element, left=context.left + left, right=context.right + right, layer=layer
        )

    def _layer(self, style: Any, layer: int) -> int:
        """When the content of a box is painted, if its parent's is painted in `layer`: positioned ones after all others."""
        if style["position"] == "static":
            return layer
        order = 0 if style["z_index"] == "auto" else style["z_index"]
        if order < 0:
            return BELOW
        self.contexts += 1
        return max(layer // STEP, order) * STEP + self.contexts


def _grows_with_content(box: Box) -> bool:
    """Whether a box may be wider than there is room because of what is inside; a stylesheet may also pull it out itself."""
    pulled = box.margin_left < 0 or box.margin_right < 0
    atomic = isinstance(box, (boxes.InlineBlockBox, boxes.ReplacedBox, boxes.TableBox)) or box.is_table_wrapper
    return not pulled and bool(atomic or (box.is_floated() and box.style["width"] == "auto"))


def _owner(element: Element | None, context: _Context) -> str:
    if element is None or element is context.element:
        return context.owner
    return element.get("data-block") or element.get("data-field") or context.owner


def _border_box(box: Box) -> Extent:
    left, top = box.border_box_x(), box.border_box_y()
    return Extent(left, top, left + box.border_width(), top + box.border_height())


def _common(one: Extent, other: Extent) -> Extent:
    """What lies in both."""
    return Extent(
        max(one.left, other.left), max(one.top, other.top), min(one.right, other.right), min(one.bottom, other.bottom)
    )


def _thing(
    kind: Literal["text", "picture", "table", "ground"], text: str, extent: Extent, core: Extent, at: _Context
) -> Thing:
    room = Extent(at.left, -inf, at.right, at.foot)
    if at.matrix:
        extent, core, room = _turned(extent, at.matrix), _turned(core, at.matrix), Extent(-inf, -inf, inf, inf)
    return Thing(kind, at.owner, text, extent, core, room, at.seen, at.layer, at.line, at.placed, not at.cut)


def _turned(extent: Extent, matrix: Matrix) -> Extent:
    """The upright extent of one that a `transform` turned."""
    corners = [matrix.transform_point(x, y) for x in extent[::2] for y in extent[1::2]]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return Extent(min(across), min(down), max(across), max(down))
