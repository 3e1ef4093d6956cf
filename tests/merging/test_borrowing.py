"""A paragraph that took the style of a deleted one is what it was."""

from __future__ import annotations

from exporter.merging.borrowing import all_given_back, given_back
from exporter.merging.copy.view import Paragraph, Segment
from exporter.merging.runs import Run

CODE = Paragraph(("x1",), "code_block", "", (Segment("x1", (Run("for q in quays:\n    count(q)"),)),))
HEADING = Paragraph(("h1",), "heading_2", "", (Segment("h1", (Run("Quays"),)),))


def borrowed(paragraph: Paragraph, words: str) -> Paragraph:
    (name,) = paragraph.ids
    return Paragraph((name,), "bullet_1", "", (Segment(name, (Run(words),)),), level=0, has_style_of_deleted=True)


def test_its_style_and_its_place_in_a_list_are_those_of_before() -> None:
    back = given_back(HEADING, borrowed(HEADING, "Quays and piers"))
    assert (back.role, back.level, back.segments) == ("heading_2", -1, (Segment("h1", (Run("Quays and piers"),)),))


def test_code_has_its_white_space_again_where_its_words_are_the_same() -> None:
    assert given_back(CODE, borrowed(CODE, "for q in quays:\ncount(q)")).segments == CODE.segments


def test_code_that_was_changed_keeps_its_change() -> None:
    changed = borrowed(CODE, "for q in piers:\ncount(q)")
    assert given_back(CODE, changed).segments == changed.segments


def test_a_style_that_somebody_gave_stays() -> None:
    restyled = Paragraph(("h1",), "body", "", HEADING.segments)
    assert given_back(HEADING, restyled) == restyled


def test_new_and_merged_paragraphs_have_the_style_that_they_came_with() -> None:
    edited = [borrowed(HEADING, "New."), borrowed(HEADING, "Two in one.")]
    assert all_given_back([HEADING, CODE], edited, [(), (0, 1)]) == edited
