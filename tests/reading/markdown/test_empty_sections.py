from __future__ import annotations

import pytest

from exporter.diagnostics import Source
from exporter.model import Heading, Paragraph, Span, Text
from exporter.reading.markdown.empty_sections import tell_empty_sections
from exporter.reading.mistakes import Mistakes


def told(levels: list[int]) -> list[tuple[str, int]]:
    """The diagnostics of headings of some levels, one a line; 0 is a paragraph."""
    lines = ["#" * level + " Words" if level else "Words" for level in levels]
    mistakes = Mistakes(Source("content/story.md", "\n".join(lines)))
    blocks = [
        Heading(f"h{number}", Span(number, number), level, (Text("Words"),))
        if level
        else Paragraph(f"p{number}", Span(number, number), (Text("Words"),))
        for number, level in enumerate(levels, start=1)
    ]
    tell_empty_sections(blocks, mistakes)
    return [(said.code, said.place.line) for said in mistakes.found]


@pytest.mark.parametrize(
    ("levels", "lines"),
    [
        ([0, 1, 0], []),
        ([1, 2, 0, 1, 0], []),
        ([1, 1, 0], [1]),
        ([2, 1, 0], [1]),
        ([0, 1], [2]),
        ([1, 2], [2]),
        ([1, 2, 2, 0, 1], [2, 5]),
    ],
)
def test_a_heading_with_nothing_below_it_is_told(levels: list[int], lines: list[int]) -> None:
    assert told(levels) == [("markdown.empty-section", line) for line in lines]
