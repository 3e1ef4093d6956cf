"""Lists that are typed by hand."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import HEADINGS, paragraph, told

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LIST = f'<w:style w:type="paragraph" w:styleId="List"><w:pPr>{NUMBERED}</w:pPr></w:style>'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- Alder", "- Brank"),
        ("• Alder", "• Brank"),
        ("1. Alder", "2. Brank"),
        ("(1) Alder", "(2) Brank"),
        ("a) Alder", "b) Brank"),
    ],
)
def test_two_paragraphs_with_marks_in_a_row_are_told_once(one: str, other: str) -> None:
    assert told(paragraph("Harbours") + paragraph(one) + paragraph(other) + paragraph("Tides")) == [
        f"typed-list: at “{one}”: a list is typed by hand"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. Alder", "3. Brank"),
        ("- Alder", "Brank"),
        ("— Alder?", "— Brank!"),
        ("2026. Alder", "2027. Brank"),
        ("-5 °C", "-6 °C"),
    ],
)
def test_what_only_looks_like_a_list_is_fine(one: str, other: str) -> None:
    assert told(paragraph(one) + paragraph(other)) == []


def test_a_list_of_words_own_is_fine_by_itself_or_by_its_style() -> None:
    assert told(paragraph("a) Alder", own=NUMBERED) + paragraph("b) Brank", own=NUMBERED)) == []
    styled = '<w:pStyle w:val="List"/>'
    assert told(paragraph("- Alder", own=styled) + paragraph("- Brank", own=styled), styles=HEADINGS + LIST) == []


def test_a_list_whose_numbers_were_taken_away_is_typed() -> None:
    none = '<w:pStyle w:val="List"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    typed = paragraph("- Alder", own=none) + paragraph("- Brank", own=none)
    assert told(typed, styles=HEADINGS + LIST) == ["typed-list: at “- Alder”: a list is typed by hand"]
