"""Headings with nothing below them: a part that was forgotten, or a heading that was left over."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from exporter.model import Block, Heading
from exporter.reading.markdown.places import whole_line
from exporter.reading.mistakes import Mistakes


def tell_empty_sections(blocks: Sequence[Block], mistakes: Mistakes) -> None:
    """Warn of each heading that the end of the text follows, or a heading that is not below it."""
    for block, after in pairwise([*blocks, None]):
        if isinstance(block, Heading) and (after is None or (isinstance(after, Heading) and after.level <= block.level)):
            spot = whole_line(mistakes.source, block.span.line)
            hint = "Write the section, or take the heading out; pages would end with it."
            mistakes.warning("markdown.empty-section", "nothing stands below this heading", spot, hint)
