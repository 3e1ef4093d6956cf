"""Headlines whose lines are about equally long.

`text-wrap: balance` (CSS Text 4, 5.2) is a property that WeasyPrint ignores. A stylesheet says `--text-wrap: balance`, and
`balanced_lines` looks for the narrowest box that needs no more lines than the full width. It puts itself around the private
function that lays a block out; a test fails when that has moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import weasyprint.layout.block
from weasyprint.formatting_structure.boxes import Box, LineBox
from weasyprint.layout.preferred import max_content_width, min_content_width

PROPERTY = "__text_wrap"  # as WeasyPrint names `--text-wrap`
MOST_LINES = 6  # a longer text is not a headline
PRECISION = 10  # pixels


@contextmanager
def balanced_lines() -> Iterator[None]:
    """While this is open, WeasyPrint balances blocks that ask for it. Not for threads: it replaces a function."""
    lay_out = weasyprint.layout.block.block_container_layout
    known: dict[tuple[Any, float], float] = {}  # a block is laid out more than once

    def balanced(context: Any, box: Box, *rest: Any, **named: Any) -> Any:
        if not _asks(box) or max_content_width(context, box, outer=False) <= box.width:
            return lay_out(context, box, *rest, **named)

        def lines(width: float) -> int:
            """How many lines the block has at a width; 0 when it does not fit on the page as a whole."""
            trial = box.deepcopy()
            trial.width = width
            made, resume_at, *_ = lay_out(context, trial, *map(_copied, rest), **named)
            return len(made.children) if made and resume_at is None else 0

        key = box.element, box.width
        if key not in known:
            known[key] = _narrowest(lines, min_content_width(context, box, outer=False), box.width)
        width = known[key]
        if box.style["direction"] == "rtl":
            box.position_x += box.width - width
        box.width = width
        return lay_out(context, box, *rest, **named)

    weasyprint.layout.block.block_container_layout = balanced
    try:
        yield
    finally:
        weasyprint.layout.block.block_container_layout = lay_out


def _asks(box: Box) -> bool:
    """Whether a block's own lines shall be balanced. One with a footnote is left alone: a trial would place the note."""
    if PROPERTY not in getattr(box.style, "cascaded", ()) or [token.value for token in box.style[PROPERTY]] != ["balance"]:
        return False
    return all(isinstance(child, LineBox) for child in box.children) and not any(part.footnote for part in box.descendants())


def _narrowest(lines: Callable[[float], int], least: float, width: float) -> float:
    """The narrowest width, not below `least`, at which a block has as many lines as at `width`."""
    count = lines(width)
    if not 1 < count <= MOST_LINES:
        return width
    too_narrow, enough = max(width * (count - 1) / count, least), width
    while enough - too_narrow > PRECISION:
        middle = (enough + too_narrow) / 2
        if lines(middle) == count:
            enough = middle
        else:
            too_narrow = middle
    return enough


def _copied(argument: Any) -> Any:
    """A list is where a layout leaves what it found: a trial gets one of its own."""
    return list(argument) if isinstance(argument, list) else argument
