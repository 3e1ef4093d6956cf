"""Lines of text on a grid: every line as tall as the stylesheet says, and blocks of a whole number of lines.

A word in another font makes its line a pixel taller, since WeasyPrint makes room for all fonts of a line; and a table or a
picture is as tall as it is. So the text below would leave the grid. CSS has properties for both: `line-stacking-strategy`
(CSS Line Layout, working draft of 2002) and `block-step` (CSS Rhythmic Sizing, working draft). WeasyPrint knows neither; a
stylesheet says the second as a custom property, `--block-step: 20px`. `baseline_grid` puts itself around two private
functions while a document is laid out; a test fails when they have moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint.layout.block
import weasyprint.layout.inline
from msgspec import Struct
from weasyprint.formatting_structure.boxes import Box, LineBox
from weasyprint.text.line_break import strut

PROPERTY = "__block_step"  # as WeasyPrint names `--block-step`
SLIGHTLY = 1.4  # times the height of a line: what another font adds to it, but no picture


class Step(Struct, frozen=True):
    """`size` in pixels. `nearest`: a height may shrink, into the margin below. `center`: half of what is added is above."""

    size: float
    nearest: bool = False
    center: bool = False


@contextmanager
def baseline_grid() -> Iterator[None]:
    """While this is open, WeasyPrint keeps lines and blocks on the grid. Not for threads: it replaces two functions."""
    lay_out, next_line = weasyprint.layout.block.block_container_layout, weasyprint.layout.inline.get_next_linebox

    def stepped(context: Any, box: Box, bottom_space: float, *rest: Any, **named: Any) -> Any:
        result = lay_out(context, box, bottom_space, *rest, **named)
        made, resume_at = result[:2]
        if made and resume_at is None and (step := _step(box)):
            room = context.page_bottom - bottom_space - made.position_y - made.margin_height()
            _grow(made, min(_missing(made.border_height(), step), max(room, 0)), step)
        return result

    def steady(context: Any, line_box: LineBox, *rest: Any) -> Any:
        line, resume_at = next_line(context, line_box, *rest)
        if line:
            _keep_height(line)
            if line.style["direction"] == "rtl":  # WeasyPrint leaves the room, but at the wrong end
                line.translate(dx=-line_box.text_indent)
        return line, resume_at

    weasyprint.layout.block.block_container_layout, weasyprint.layout.inline.get_next_linebox = stepped, steady
    try:
        yield
    finally:
        weasyprint.layout.block.block_container_layout, weasyprint.layout.inline.get_next_linebox = lay_out, next_line


def _keep_height(line: LineBox) -> None:
    """Give a line the height and the baseline of its stylesheet, unless what stands in it is much taller."""
    height, baseline = strut(line.style)
    if height < line.height <= height * SLIGHTLY:
        top = line.position_y
        line.translate(dy=baseline - line.baseline)
        line.position_y, line.height, line.baseline = top, height, baseline


def _step(box: Box) -> Step | None:
    """The step that a block has of its own: custom properties are inherited, steps are not."""
    style = box.get_wrapped_table().style if box.is_table_wrapper else box.style
    if PROPERTY not in getattr(style, "cascaded", ()):
        return None
    words = {token.value for token in style[PROPERTY] if token.type == "ident"}
    size = sum(token.value for token in style[PROPERTY] if token.type == "dimension")
    return Step(size, "nearest" in words, "center" in words) if size else None


def _missing(height: float, step: Step) -> float:
    """The pixels from a height to a whole number of steps."""
    missing = -height % step.size
    return missing - step.size if step.nearest and missing > step.size / 2 else missing


def _grow(box: Box, pixels: float, step: Step) -> None:
    box.height += pixels
    if step.center:
        for child in box.children:
            child.translate(dy=pixels / 2)
