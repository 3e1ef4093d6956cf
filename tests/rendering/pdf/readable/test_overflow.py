"""Each fault is made by a stylesheet or a text, laid out for real, and told in whole."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.rendering.job import Job
from exporter.rendering.pdf.document import render
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, paragraph, release, with_html

SENTENCE = "Forty harbours were counted by observers on every quay between April and October. "


def styled(css: str, *body: m.Block, **changes: object) -> Job:
    """A release under a stylesheet that adds `css`."""
    what = release(*(body or (paragraph(1, SENTENCE * 2),)), notes=(), **changes)
    return with_html(job(what), "</style>", f"{css} </style>")


def told(what: Job) -> list[tuple[str, str, str, str]]:
    """Severity, code, place and fact of all that is said."""
    return [(said.severity.value, said.code, str(said.place), said.fact) for said in render(what).diagnostics]


def table(columns: int, words: str) -> m.Table:
    rows = [
        tuple(m.Cell(f"t1.r{row}.c{column}", samples.span(20 + row), samples.text(words)) for column in range(columns))
        for row in range(3)
    ]
    return m.Table("t1", samples.span(20), rows[0], tuple(rows[1:]))


# --- what is fine ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("changes", [{}, {"lang": "ar", "dir": "rtl"}, {"lang": "ja"}])
def test_a_page_on_which_all_has_room_has_nothing_to_be_told(changes: dict[str, object]) -> None:
    assert told(job(samples.everything(**changes))) == []


@pytest.mark.parametrize(
    "css",
    [
        ".masthead { margin-left: -200px; margin-right: -40px }",
        "#p1 { text-indent: -8px }",
        "figure img { position: absolute; top: -200px; left: -300px; width: 900px }",
        ".sidebar { background: #eeeeee; z-index: -1 }",
        "#f1 { float: left; margin-left: -150px; width: 120px }",
    ],
)
def test_what_a_stylesheet_places_on_purpose_is_left_alone(css: str) -> None:
    figure = m.Figure("f1", samples.span(46), samples.picture("quay.png", "#7aa6c2"), "A quay")
    assert told(styled(css, paragraph(1, SENTENCE), figure)) == []


def test_spaces_that_hang_over_the_end_of_a_line_of_code_are_no_overflow() -> None:
    code = m.CodeBlock("x1", samples.span(50), "count" + " " * 200 + "\nend")
    assert told(styled("pre { white-space: pre }", code)) == []


# --- off the paper --------------------------------------------------------------------------------------------------------


def test_a_line_that_does_not_break_runs_off_the_paper() -> None:
    assert told(styled("#p1 { white-space: nowrap }")) == [
        (
            "error",
            "pdf.off-paper",
            "content/story.md:11:1",
            "“Forty harbours were counted by observer…” runs 188 mm off the paper at the right, on page 1 of the PDF",
        )
    ]


def test_nothing_is_written_when_text_is_off_the_paper() -> None:
    assert render(styled("#p1 { white-space: nowrap }")).value is None


def test_on_a_mirrored_page_a_line_runs_off_to_the_left() -> None:
    arabic = paragraph(1, "أحصى المراقبون أربعين ميناء على كل رصيف بين أبريل وأكتوبر. " * 4)
    ((_, code, _, fact),) = told(styled("#p1 { white-space: nowrap }", arabic, lang="ar", dir="rtl"))
    assert (code, " off the paper at the left, on page 1 of the PDF" in fact) == ("pdf.off-paper", True)


def test_text_that_a_transform_turns_off_the_paper_is_found() -> None:
    ((_, code, place, _),) = told(styled("#p1 { transform: translate(0, -900px) }", dateline=""))
    assert (code, place) == ("pdf.off-paper", "content/story.md:11:1")


def test_text_that_a_box_cuts_off_is_told_as_such() -> None:
    ((_, code, _, fact),) = told(styled("#p1 { height: 30px; overflow: hidden }"))
    assert (code, " off its frame at the bottom" in fact) == ("pdf.off-paper", True)


# --- out of the column ----------------------------------------------------------------------------------------------------


def test_a_line_of_code_that_is_a_little_too_long_leaves_its_column() -> None:
    code = m.CodeBlock("x1", samples.span(50), "0123456789" * 7)
    ((severity, code_, place, fact),) = told(styled("pre { white-space: pre }", code))
    assert (severity, code_, place) == ("warning", "pdf.overflow", "content/story.md:50:1")
    assert fact.endswith(" out of its column at the right, on page 1 of the PDF")


def test_a_table_wider_than_the_text_is_told_once_with_all_of_its_cells() -> None:
    what = styled("table { width: 478px }", table(4, "1,234"))
    assert told(what) == [
        (
            "warning",
            "pdf.overflow",
            "content/story.md:20:1",
            "this table reaches 10 mm out of its column at the right, on page 1 of the PDF",
        )
    ]
    (said,) = render(what).diagnostics
    assert said.hint == "Leave columns out, make two tables of it, or shorten its longest words."


def test_a_picture_wider_than_the_text_is_told() -> None:
    figure = m.Figure("f1", samples.span(46), samples.picture("quay.png", "#7aa6c2"), "A quay")
    assert told(styled("figure img { width: 490px; max-width: none }", figure)) == [
        (
            "warning",
            "pdf.overflow",
            "content/story.md:46:1",
            "this picture reaches 13 mm out of its column at the right, on page 1 of the PDF",
        )
    ]


def test_a_picture_taller_than_the_page_reaches_below_the_text() -> None:
    figure = m.Figure("f1", samples.span(46), samples.picture("quay.png", "#7aa6c2"), "A quay")
    ((severity, code, place, fact),) = told(styled("figure img { width: 400px; height: 980px; max-height: none }", figure))
    assert (severity, code, place) == ("warning", "pdf.overflow", "content/story.md:46:1")
    assert fact == "this picture reaches 10 mm below the end of the page’s text, on page 2 of the PDF"


def test_a_running_head_that_is_too_wide_is_told_at_the_field_that_it_repeats() -> None:
    body = tuple(paragraph(number, SENTENCE * 12) for number in range(1, 7))
    what = release(*body, title="Small ports carry the coast", embargo=None)
    what = replace(what, fields=(("title", m.Span(2, 2, 8)),))
    said = told(with_html(job(what), "</style>", ".running p { white-space: nowrap; width: 90px } </style>"))
    assert [(code, place) for _, code, place, _ in said] == [("pdf.overflow", "content/story.md:2:8")]


# --- covered --------------------------------------------------------------------------------------------------------------


def test_two_texts_on_each_other_are_an_error() -> None:
    ((severity, code, place, fact),) = told(
        styled("#p2 { margin-top: -25px }", paragraph(1, SENTENCE), paragraph(2, SENTENCE))
    )
    assert (severity, code, place) == ("error", "pdf.covered", "content/story.md:12:1")
    assert fact.endswith(" stand on each other, on page 1 of the PDF")


def test_a_sidebar_that_stands_on_the_text_is_an_error() -> None:
    said = told(styled(".sidebar { left: 0 }", author=(), subtitle="", kicker=""))
    assert {code for _, code, _, _ in said} == {"pdf.covered"}


def test_a_picture_that_is_painted_over_words_covers_them() -> None:
    figure = m.Figure("f1", samples.span(46), samples.picture("quay.png", "#7aa6c2"), "A quay")
    css = "main { position: relative } #f1 img { position: absolute; top: 0; height: 60px }"
    ((_, code, place, fact),) = told(styled(css, figure, paragraph(1, SENTENCE), dateline=""))
    assert (code, place) == ("pdf.covered", "content/story.md:11:1")
    assert fact.endswith(" is covered by a picture, on page 1 of the PDF")


def test_a_coloured_box_covers_what_is_below_it_but_not_its_own_words() -> None:
    css = "main { position: relative } #d1 { position: absolute; top: 0; height: 40px; background: #ffffff }"
    box = m.Division("d1", samples.span(30), (paragraph(2, "Box"),))
    ((_, code, place, fact),) = told(styled(css, paragraph(1, SENTENCE), box, dateline=""))
    assert (code, place) == ("pdf.covered", "content/story.md:11:1")
    assert fact.endswith(" is covered by a coloured box, on page 1 of the PDF")


# --- broken, or missing ---------------------------------------------------------------------------------------------------


def test_a_word_longer_than_the_line_is_told() -> None:
    assert told(job(release(paragraph(1, "The " + "1234567890" * 8 + " answered.")))) == [
        (
            "warning",
            "pdf.broken-word",
            "content/story.md:11:1",
            "“123456789012345678901234567890123456789…” is broken in the middle, since its column is too narrow for it, "
            "on page 1 of the PDF",
        )
    ]


def test_numbers_that_are_broken_in_a_table_of_too_many_columns_are_told_once() -> None:
    what = job(release(table(16, "1,234,567")))
    (said,) = render(what).diagnostics
    assert (said.code, str(said.place)) == ("pdf.broken-word", "content/story.md:20:1")
    assert said.hint == "Leave columns out, make two tables of it, or shorten its longest words."


@pytest.mark.parametrize(
    "words",
    [
        "https://harbour.example/" + "counted" * 30,
        "小さな港は表が示すよりも多くを運ぶ。" * 9,
        "ท่าเรือเล็กขนส่งสินค้ามากกว่าที่ตารางแสดง" * 5,
        "Hafen\u00adgesell\u00adschaft" * 6,
        "Hafen\u200bgesellschaft" * 8,
    ],
)
def test_addresses_scripts_without_spaces_and_words_with_places_to_break_are_left_alone(words: str) -> None:
    assert [code for _, code, _, _ in told(job(release(paragraph(1, f"See {words}")))) if code != "pdf.missing-glyph"] == []


def test_a_text_that_is_on_no_page_is_told_at_its_place() -> None:
    assert told(styled("#p2 { display: none }", paragraph(1, "The lead."), paragraph(2, "The second."))) == [
        ("error", "pdf.no-room", "content/story.md:12:1", "“The second.” found no room, so it is missing in the PDF")
    ]


def test_contacts_longer_than_the_page_are_told_at_the_first_that_is_missing() -> None:
    contacts = tuple(m.Contact(f"Person {number}", SENTENCE * 14) for number in range(3))
    assert [(code, place) for _, code, place, _ in told(styled("", contact=contacts))] == [
        ("pdf.no-room", "content/story.md:1:1")
    ]
