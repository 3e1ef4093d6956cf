"""Headings: by the outline level that their styles give, from level 1, without skips."""

from __future__ import annotations

from exporter.accessibility.headings import LONG
from tests.accessibility.documents import FINE, HEADINGS, paragraph, told


def heading(level: int, text: str) -> str:
    return paragraph(text, own=f'<w:pStyle w:val="H{level}"/>')


def test_headings_that_go_down_step_by_step_are_fine() -> None:
    assert told("".join(heading(level, "Tides") for level in (1, 2, 3, 2, 3, 1, 2))) == []


def test_a_first_heading_below_level_one_is_told() -> None:
    assert told(heading(2, "Tides")) == ["heading-level: at “Tides”: the first heading is of level 2 and not 1"]


def test_a_level_that_is_left_out_is_told() -> None:
    assert told(heading(1, "Tides") + FINE + heading(3, "Moons")) == [
        "heading-level: at “Moons”: this heading is of level 3, and the one before of level 1"
    ]


def test_a_level_counts_that_a_paragraph_or_the_base_of_its_style_gives() -> None:
    based = '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H3"/></w:style>'
    own = paragraph("Tides", own='<w:outlineLvl w:val="0"/>')
    assert told(own + paragraph("Moons", own='<w:pStyle w:val="Own"/>'), styles=HEADINGS + based) == [
        "heading-level: at “Moons”: this heading is of level 3, and the one before of level 1"
    ]
    assert told(paragraph("Tides", own='<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/>')) == []


def test_a_long_text_needs_headings() -> None:
    assert told(paragraph("tide " * (LONG - 1))) == []
    assert told(paragraph("tide " * LONG)) == ["no-heading: there is no heading in 500 words"]
    assert told(heading(1, "Tides") + paragraph("tide " * LONG)) == []
