"""The results of fields are words, links or calls; what Word counts by itself is left out."""

from __future__ import annotations

import pytest

from exporter.merging.copy.fields import Meaning, meaning
from exporter.merging.runs import Run
from tests.merging.copy.copies import body, p, piece, r, told


def field(instruction: str, *result: str) -> str:
    """A complex field (17.16.18)."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{mark('begin')}{code}{mark('separate')}{''.join(result)}{mark('end')}"


def runs(*content: str) -> tuple[Run, ...]:
    (paragraph,) = body(p(*content)).final.body
    return tuple(run for segment in paragraph.segments for run in segment.runs)


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        (' HYPERLINK "https://a.example/b" ', Meaning("link", link="https://a.example/b")),
        (' HYPERLINK "https://a.example/" \\l "part" \\o "tip"', Meaning("link", link="https://a.example/#part")),
        (' HYPERLINK \\l "_pr_h2" ', Meaning("link", link="#h2")),
        (" NOTEREF _note_n1 \\h ", Meaning("note", note="n1")),
        (" REF _pr_t1_caption \\h ", Meaning("link", link="#t1.caption")),
        (" REF somewhere ", Meaning("words")),
        (' TOC \\o "1-3" ', Meaning("contents")),
        (" page ", Meaning("counted")),
        (" SEQ Table ", Meaning("words")),
        ("", Meaning("words")),
    ],
)
def test_what_a_field_is(instruction: str, expected: Meaning) -> None:
    assert meaning(instruction) == expected


def test_the_words_of_a_link_are_its_result() -> None:
    assert runs(r("See "), field('HYPERLINK "https://a.example/"', r("here")), r(".")) == (
        Run("See "),
        Run("here", link="https://a.example/"),
        Run("."),
    )


def test_a_repeated_call_of_a_note_is_a_call() -> None:
    assert runs(r("Again."), field("NOTEREF _note_n1 \\h", r("1"))) == (Run("Again."), Run("", note="n1"))


def test_a_field_in_the_instruction_of_another_says_nothing() -> None:
    assert runs(r("It is "), field(f"IF {'</w:instrText></w:r>'}{field('PAGE', r('3'))}<w:r><w:instrText>", r("so"))) == (
        Run("It is so"),
    )


def test_a_simple_field_is_read_like_a_complex_one() -> None:
    simple = '<w:fldSimple w:instr="{}">{}</w:fldSimple>'
    found = runs(r("a"), simple.format(" NOTEREF _note_n2 ", r("2")), simple.format(" SEQ Table ", r("b")))
    assert found == (Run("a"), Run("", note="n2"), Run("b"))
    assert runs(r("a"), simple.format(" PAGE ", r("2"))) == (Run("a"),)


def test_a_table_of_contents_is_left_out() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    contents = p(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("First")), p(r("Second"))
    end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert told(body(p(r("Contents")), *contents, end, p(piece("h1", r("First")))).final) == [": Contents", "h1: First"]


def test_a_content_control_that_is_a_table_of_contents_is_left_out() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p(r('First'))}</w:sdtContent></w:sdt>"
    assert told(body(control, p(r("Text."))).final) == [": Text."]


def test_a_field_that_nothing_ends_takes_no_words_away() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert told(body(p(begin, r("One.")), p(r("Two."))).final) == [": One.", ": Two."]


def test_a_field_in_the_result_of_another_is_read() -> None:
    inner = field('HYPERLINK "https://a.example/"', r("here"))
    assert runs(field("IF 1 = 1", r("See "), inner, r("."))) == (
        Run("See "),
        Run("here", link="https://a.example/"),
        Run("."),
    )


def test_a_simple_field_may_be_a_link() -> None:
    simple = '<w:fldSimple w:instr=" HYPERLINK https://a.example/ ">' + r("here") + "</w:fldSimple>"
    assert runs(simple) == (Run("here", link="https://a.example/"),)
