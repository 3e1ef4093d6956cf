from __future__ import annotations

import pytest

from exporter.composing.segments import Segment
from exporter.parity import eml_reader, text_reader
from exporter.parity.html_reader import read, segments
from exporter.parity.readback import ReadBack
from tests.rendering.email.letters import composed
from tests.rendering.email.pages import parse, shown_texts
from tests.samples import everything


def flat(html: str, channel: str = "email") -> list[tuple[str, str]]:
    """The segments that have words, as (id, words)."""
    return [(segment.id, segment.text.strip()) for segment in segments(html, channel) if segment.text.strip()]


def said(html: str, channel: str = "email") -> str:
    return " ".join("".join(segment.text for segment in segments(html, channel)).split())


def test_the_innermost_id_names_the_text() -> None:
    html = '<div data-block="q1"><p data-block="p1">We <em>counted</em>.</p><p data-block="q1.by">Ines</p></div>'
    assert flat(html) == [("p1", "We counted."), ("q1.by", "Ines")]


def test_a_field_inside_a_block_has_its_own_id() -> None:
    html = '<p data-block="p1"><b data-field="dateline">Alder</b><i data-computed>, May</i> The lead</p>'
    assert flat(html) == [("dateline", "Alder"), ("", ", May"), ("p1", "The lead")]


def test_an_id_inside_computed_text_counts_again() -> None:
    assert flat('<p data-computed>By <b data-field="author.0.name">Ines</b></p>') == [("", "By"), ("author.0.name", "Ines")]


@pytest.mark.parametrize(
    "html",
    [
        "<head><title>no</title></head>yes",
        "<style>no</style><script>no</script><template>no</template>yes",
        "<!-- no -->yes<!--[if mso]><p>no</p><![endif]-->",
        "<!--[if !mso]><!-->yes<!--<![endif]-->",
        "<p hidden>no</p>yes",
        '<div class="wide furniture"><p>no</p></div>yes',
        '<div style="color: #000000; display:none">no</div>yes',
        '<div hidden><p>no<br>no</p><img src="no" alt="no"></div>yes',
    ],
)
def test_what_no_reader_meets_is_left_out(html: str) -> None:
    assert said(html) == "yes"


def test_blocks_and_breaks_are_set_apart_and_other_elements_are_not() -> None:
    html = "<div>a<p>b</p><p>c<br>d</p></div><table><tr><th>e</th><td>f</td></tr></table>g<b>h</b><span>i</span><hr>j"
    assert said(html) == "a b c d e f ghi j"


def test_a_break_belongs_to_its_piece() -> None:
    assert segments('<b data-block="p1">One<br>two</b>', "email") == (Segment("p1", "One two"),)


def test_end_tags_that_may_be_left_out_are_supplied() -> None:
    html = (
        '<ul><li data-block="i1"><p data-block="p1">a<li data-block="i2">b<ul><li data-block="i3">c</ul>d</ul>e'
        '<table><tr><td data-block="t1.r0.c0">f<td data-block="t1.r0.c1">g<tr><td>h</table>'
        '<p data-block="p4">i<h2>j</h2><p data-block="p5">k<div>l</div>'
    )
    expected = [("p1", "a"), ("i2", "b"), ("i3", "c"), ("i2", "d"), ("", "e"), ("t1.r0.c0", "f"), ("t1.r0.c1", "g")]
    assert flat(html) == [*expected, ("", "h"), ("p4", "i"), ("", "j"), ("p5", "k"), ("", "l")]


def test_an_end_tag_without_a_start_is_passed_over() -> None:
    assert flat('<p data-block="p1">a</b></section>b</p>') == [("p1", "ab")]


def test_references_are_read_as_their_characters() -> None:
    assert said("<p>Brank &amp; Sons&nbsp;&lt;3 &#x201c;ok&#8221;</p>") == "Brank & Sons <3 “ok”"


@pytest.mark.parametrize(
    "html",
    [
        "<P DATA-BLOCK='p1' title='a > \"b\"'>a</P>",
        "<p title=x data-block=p1 data-x>a</p >",
        '<p\n data-block = "p1"\n>a<img alt="<b>"/></p>',
        '<p data-block="p&#49;">a',
        '<style>p > b { content: "</p>" }</style><p data-block="p1">a<wbr></p>',
        '<title>x <b> y</title><script>if (a < b) "<p>"</SCRIPT><p data-block="p1">a</p>',
        '<!doctype html><?xml?><p data-block="p1">a<!-- <p> > --></p>',
    ],
)
def test_tags_are_read_however_they_are_written(html: str) -> None:
    assert flat(html) == [("p1", "a")]


def test_a_sign_that_begins_no_tag_is_a_sign() -> None:
    assert said("<p>1 < 2 <3 & 4 > 3 <</p>") == "1 < 2 <3 & 4 > 3 <"


def test_a_document_is_read_as_a_browser_reads_it() -> None:
    html = composed(everything()).composition.html
    browser = "".join(shown.text for shown in shown_texts(parse(html)[0]))
    assert said(html).replace(" ", "") == browser.replace(" ", "")


NOTE = (
    '<p data-block="p1">Ports<span class="footnote" data-block="n1" data-number="1">'
    '<span data-block="p2">Counted.</span></span>; grow</p>'
)


def test_a_note_of_the_pdf_is_read_apart_and_its_number_stands_at_its_call() -> None:
    found = segments(NOTE, "pdf")
    assert "".join(segment.text for segment in found if segment.flow == "flow").strip() == "Ports1; grow"
    assert [segment for segment in found if segment.text == "1"] == [Segment("", "1")]
    assert "".join(segment.text for segment in found if segment.flow == "note").split() == ["Counted."]


def test_a_list_of_sections_and_the_number_before_a_note_are_not_read_in_the_pdf() -> None:
    html = '<h2>Contents</h2><div class="contents"><div class="entry"><a>A section</a></div></div>'
    note = '<div class="footnote" data-block="n1"><span class="number">1</span><span data-block="p2">Counted.</span></div>'
    assert said(html + note, "pdf") == "Contents Counted."


def test_notes_are_parted_by_a_space() -> None:
    notes = [segment.text for segment in segments(NOTE.replace("</p>", "") + NOTE, "pdf") if segment.flow == "note"]
    assert "".join(notes).split() == ["Counted.", "Counted."]


def test_notes_of_word_are_read_apart_and_those_of_the_email_are_not() -> None:
    call = '<sup class="call" data-computed><a href="#n1">1</a></sup>'
    html = f'<p>a{call}</p><div class="footnote" data-block="n1"><p data-block="p2">b</p></div>'
    assert [(segment.id, segment.flow) for segment in segments(html, "word") if segment.text.strip()] == [
        ("", "flow"),
        ("p2", "note"),
    ]
    assert "note" in {segment.flow for segment in segments(html.replace("footnote", "endnote"), "word")}
    assert {segment.flow for segment in segments(html, "email")} == {"flow"}
    assert said(html) == "a1 b"


def test_a_finished_file_is_read_without_its_preheader() -> None:
    html = '<html><head><title>T</title></head><body><div style="display: none">Pre</div><p>Ports &amp; towns</p>'
    assert read(html.encode()).flow.split() == ["Ports", "&", "towns"]


def test_plain_text_is_read_as_it_is() -> None:
    assert text_reader.read("Häfen\n  wachsen".encode()) == ReadBack("Häfen\n  wachsen")


MESSAGE = b"""Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

H=C3=A4fen wach=
sen
--b
Content-Type: multipart/related; boundary=c

--c
Content-Type: text/html; charset=utf-8
Content-Disposition: attachment

no
--c
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+SMOkZmVuPC9wPg==
--c--
--b--
"""


def test_a_message_is_read_as_its_two_texts() -> None:
    assert {suffix: back.flow.split() for suffix, back in eml_reader.read(MESSAGE).items()} == {
        ".html": ["Häfen"],
        ".txt": ["Häfen", "wachsen"],
    }


def test_a_text_that_a_message_lacks_is_empty() -> None:
    assert eml_reader.read(b"Content-Type: text/plain\n\nPorts\n") == {".html": ReadBack(""), ".txt": ReadBack("Ports\n")}
