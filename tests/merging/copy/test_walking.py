"""Whatever holds words in a paragraph is read, in order; what has no form in a content file is told."""

from __future__ import annotations

import pytest

from exporter.merging.copy.view import Oddity
from exporter.merging.runs import Run
from tests.merging.copy.copies import body, change, p, piece, r, told

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def runs(*content: str) -> tuple[Run, ...]:
    (paragraph,) = body(p(*content)).final.body
    return tuple(run for segment in paragraph.segments for run in segment.runs)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:noBreakHyphen/>", "a\u2011b"),
        ("<w:softHyphen/>", "a\u00adb"),
        ("<w:tab/>", "a b"),
        ("<w:br/>", "a\nb"),
        ("<w:cr/>", "a\nb"),
        ('<w:br w:type="textWrapping"/>', "a\nb"),
        ("<w:lastRenderedPageBreak/>", "ab"),
        ('<w:sym w:font="Arial" w:char="2013"/>', "a–b"),
    ],
)
def test_characters_that_are_elements(inner: str, text: str) -> None:
    assert runs(f"<w:r><w:t>a</w:t>{inner}<w:t>b</w:t></w:r>") == (Run(text),)


@pytest.mark.parametrize("code", ["", "FFFFFFFF", "D800", "x"])
def test_a_symbol_that_is_no_character_is_one_that_says_so(code: str) -> None:
    assert runs(f'<w:r><w:sym w:font="Arial" w:char="{code}"/></w:r>') == (Run("\ufffd"),)


def test_a_symbol_of_a_symbol_font_names_the_font() -> None:
    extra = ("a symbol of the font Wingdings",)
    assert runs('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>') == (Run("\uf04a", extra=extra),)


@pytest.mark.parametrize(
    "around",
    [
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:dir>{}</w:dir>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback><w:r><w:t>c</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_what_stands_around_runs_is_seen_through(around: str) -> None:
    assert runs(r("a"), around.format(r("b"))) == (Run("ab"),)


def test_a_content_control_around_paragraphs_is_seen_through() -> None:
    control = f"<w:sdt><w:sdtContent>{p(piece('p1', r('One.')))}</w:sdtContent></w:sdt>"
    assert told(body(control, p(piece("p2", r("Two.")))).final) == ["p1: One.", "p2: Two."]


def test_bookmarks_between_paragraphs_count() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="_pr_boilerplate"/>', '<w:bookmarkEnd w:id="1"/>'
    assert told(body(start, p(r("One.")), p(r("Two.")), end, p(r("Three."))).final) == [
        "boilerplate: One.",
        "boilerplate: Two.",
        ": Three.",
    ]


@pytest.mark.parametrize(
    ("content", "fact"),
    [
        ('<w:r><w:br w:type="page"/></w:r>', "a page break"),
        ('<w:r><w:br w:type="column"/></w:r>', "a column break"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>!</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "a reading above the words: “みなと”",
        ),
    ],
)
def test_what_has_no_form_is_told_at_its_piece(content: str, fact: str) -> None:
    assert body(p(piece("p1", r("One"), content))).oddities == (Oddity("p1", fact),)


def test_what_was_deleted_is_not_odd() -> None:
    assert body(p(piece("p1", r("One"), change("del", '<w:r><w:br w:type="page"/></w:r>')))).oddities == ()


def test_the_words_of_an_equation_are_read_and_told() -> None:
    equation = f"<m:oMath {M}><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    copy = body(p(piece("p1", r("So "), equation)))
    assert copy.final.body[0].segments[0].runs == (Run("So "), Run("a=b", extra=("an equation",)))
    assert copy.oddities == (Oddity("p1", "an equation: “a=b”"),)


def test_the_words_above_others_are_not_read_and_the_others_are() -> None:
    ruby = "<w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby>"
    assert runs(r("小さな"), f"<w:r>{ruby}</w:r>") == (Run("小さな港"),)


def test_a_section_that_ends_in_a_paragraph_is_told() -> None:
    section = p(piece("p1", r("One.")), properties="<w:sectPr/>")
    assert body(section, p(piece("p2", r("Two.")))).oddities == (Oddity("p2", "a section break"),)


def test_a_part_of_another_document_is_told() -> None:
    assert body(p(piece("p1", r("One."))), "<w:altChunk/>").oddities == (Oddity("p1", "a part of another document"),)
