"""Empty paragraphs that make space, and those that do not."""

from __future__ import annotations

import pytest

from tests.accessibility.documents import FINE, HEADINGS, header, paragraph, table, told

TOLD = ["empty-paragraph: after “Tides”: an empty paragraph makes space"]
LINE = '<w:style w:type="paragraph" w:styleId="Line"><w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr></w:pPr></w:style>'


@pytest.mark.parametrize(
    "empty",
    [
        "<w:p/>",
        "<w:p><w:r><w:t> </w:t></w:r></w:p>",
        "<w:p><w:r><w:tab/><w:br/></w:r></w:p>",
        '<w:p><w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/></w:p>',
        "<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
    ],
)
def test_an_empty_paragraph_between_others_is_told(empty: str) -> None:
    assert told(FINE + empty + FINE) == TOLD


@pytest.mark.parametrize(
    "needed",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
        '<w:p><w:pPr><w:pStyle w:val="Line"/></w:pPr></w:p>',
        '<w:p><w:fldSimple w:instr=" TOC "/></w:p>',
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>',
    ],
)
def test_a_paragraph_that_breaks_a_page_or_section_draws_a_line_or_is_an_item_is_fine(needed: str) -> None:
    assert told(FINE + needed + FINE, styles=HEADINGS + LINE) == []


def test_a_paragraph_that_word_demands_is_fine() -> None:
    harbours = table(("Harbour", "Ships"), ("Alder", "<w:p/>"))
    assert told(FINE + harbours + "<w:p/>" + harbours + "<w:p/>") == []
    assert told("<w:p/>") == []
    assert told(FINE + harbours + "<w:p/>" + FINE) == ["empty-paragraph: after “Alder”: an empty paragraph makes space"]
    assert told(table(("Harbour",), ("<w:p/><w:p/>",))) == [
        "empty-paragraph: in the table that begins “Harbour”, after “Harbour”: an empty paragraph makes space"
    ]


def test_an_empty_header_is_fine_and_one_with_empty_paragraphs_is_told() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rheader1"/></w:sectPr>'
    assert told(FINE + section, header1=header("<w:p/>")) == []
    assert told(FINE + section, header1=header(paragraph("Alder") + "<w:p/>")) == [
        "empty-paragraph: in the header, after “Alder”: an empty paragraph makes space"
    ]


def test_three_of_a_kind_are_all_named() -> None:
    body = "".join(paragraph(name) + "<w:p/>" for name in ("Alder", "Brank", "Corm"))
    assert told(body) == ["empty-paragraph: after “Alder”; after “Brank”; after “Corm”: an empty paragraph makes space"]


def test_a_place_is_named_by_all_words_of_the_paragraph_before() -> None:
    tides = "<w:p><w:r><w:t xml:space='preserve'>High </w:t></w:r><w:r><w:t>tides</w:t></w:r></w:p>"
    assert told(tides + "<w:p/>" + FINE) == ["empty-paragraph: after “High tides”: an empty paragraph makes space"]


def test_many_of_a_kind_are_told_once_with_the_first_places() -> None:
    body = "".join(paragraph(name) + "<w:p/>" for name in ("Alder", "Brank", "Corm", "Dell", "Esk"))
    assert told(body) == [
        "empty-paragraph: after “Alder”; after “Brank”; after “Corm”; and 2 more: an empty paragraph makes space"
    ]
