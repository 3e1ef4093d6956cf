from __future__ import annotations

import random
import weakref
from collections.abc import Mapping
from pathlib import Path

import pytest
import weasyprint

from exporter import model as m
from exporter.artifact import Artifact
from exporter.diagnostics import Result, Source
from exporter.parity.check import check_channel
from exporter.parity.pdf_reader import read
from exporter.rendering.job import Job
from exporter.rendering.pdf import document as pdf
from exporter.rendering.pdf.document import render
from exporter.rendering.pdf.note_layout import with_notes
from exporter.rendering.pdf.notes import misplaced_note
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, note, paragraph, release, with_html

TooLong = tuple[Job, Result[tuple[Artifact, ...]]]

WORDS = (
    *(
        "harbour",
        "crane",
        "tonne",
        "survey",
        "ministry",
        "coast",
        "quay",
        "ledger",
        "skipper",
        "lorry",
        "dredging",
        "siding",
    ),
    *(
        "threshold",
        "vessel",
        "table",
        "figure",
        "official",
        "small",
        "western",
        "annual",
        "reporting",
        "electronic",
        "count",
    ),
    *("follow", "autumn", "volume"),
)


def sentence(dice: random.Random, length: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(length)).capitalize() + ". "


def crowded(seed: int, count: int, paragraphs: int) -> m.Release:
    """A release of invented words with `count` notes of 4 to 40 words."""
    dice = random.Random(seed)
    notes: list[m.Footnote] = []
    body: list[m.Block] = []
    for number in range(1, paragraphs + 1):
        content: list[m.Inline] = []
        for _ in range(count // paragraphs + 1):
            content.append(m.Text(sentence(dice, dice.randint(8, 30))))
            if len(notes) < count:
                notes.append(note(len(notes) + 1, sentence(dice, dice.randint(4, 40))))
                content.append(m.FootnoteReference(notes[-1].id, len(notes)))
        body.append(m.Paragraph(f"p{number}", samples.span(10 + number), tuple(content)))
    return release(*body, notes=tuple(notes))


def differences(what: Job, result: Result[tuple[Artifact, ...]]) -> list[str]:
    assert result.value is not None
    return [said.fact for said in check_channel(what, Source("content/story.md", ""), result.value).diagnostics]


def test_forty_notes_on_a_few_pages_are_all_there_and_in_order() -> None:
    what = job(crowded(seed=1, count=40, paragraphs=14))
    assert differences(what, render(what)) == []


def test_a_page_on_which_two_notes_change_places_is_laid_out_again_a_little_shorter(tmp_path: Path) -> None:
    what = job(crowded(seed=1, count=12, paragraphs=4))
    assert misplaced_note(pdf._lay_out(what, str(tmp_path)), what.release.footnotes) is not None
    result = render(what)
    assert (result.diagnostics, differences(what, result)) == ((), [])


def test_the_pages_of_an_attempt_are_let_go_before_the_next(tmp_path: Path) -> None:
    what = job(crowded(seed=1, count=12, paragraphs=4))
    attempts: list[weakref.ref[weasyprint.Document]] = []

    def lay_out(*, shorter: Mapping[int, int] = {}, endnotes: bool = False) -> weasyprint.Document:
        assert [attempt() for attempt in attempts] == [None] * len(attempts)
        document = pdf._lay_out(what, str(tmp_path), shorter=shorter, endnotes=endnotes)
        attempts.append(weakref.ref(document))
        return document

    with_notes(lay_out, what.release)
    assert len(attempts) > 1


@pytest.fixture(scope="module")
def too_long() -> TooLong:
    """A note that is longer than a page, of which WeasyPrint sets the beginning above the paper; and what became of it."""
    long = sentence(random.Random(1), 1300)
    notes = (note(1, "Short."), note(2, long))
    what = job(release(paragraph(1, "The lead.", note=1), paragraph(2, "The end.", note=2), notes=notes))
    return what, render(what)


def test_a_note_that_no_page_can_hold_moves_all_notes_to_the_end_with_a_warning(too_long: TooLong) -> None:
    (warning,) = too_long[1].diagnostics
    assert (str(warning.place), warning.code, warning.severity.value) == ("content/story.md:92:1", "pdf.endnotes", "warning")
    assert warning.fact == "footnote 2 found no room at the foot of its page, so all notes stand at the end of the PDF"


def test_notes_at_the_end_are_all_there_and_called_by_number(too_long: TooLong) -> None:
    what, result = too_long
    assert result.value is not None
    assert differences(what, result) == []
    text = Made(result.value[0].data, ()).page_texts()[0]
    assert text.index("The lead.1") < text.index("The end.2") < text.index("1 Short.")


def test_notes_at_the_end_are_still_notes_to_a_reader_of_the_tags(too_long: TooLong) -> None:
    assert too_long[1].value is not None
    back = read(too_long[1].value[0].data)
    assert back.notes.split()[0] == "Short."
    assert "The lead.1" in " ".join(back.flow.split())
    assert "Short." not in back.flow


def test_a_note_that_the_stylesheet_hides_is_missed(tmp_path: Path) -> None:
    what = job(release(paragraph(1, "The lead.", note=1), notes=(note(1, "Short."),)))
    assert misplaced_note(pdf._lay_out(what, str(tmp_path)), what.release.footnotes) is None
    hidden = with_html(what, "</style>", "#p901 { display: none } </style>")
    misplaced = misplaced_note(pdf._lay_out(hidden, str(tmp_path)), what.release.footnotes)
    assert misplaced is not None
    assert misplaced.note == what.release.footnotes[0]


def test_every_block_can_stand_in_a_note() -> None:
    span = samples.span(91)
    cell = tuple(m.Cell(f"t2.r{row}.c0", span, samples.text(words)) for row, words in enumerate(("Head", "Cell")))
    items = (m.ListItem("i9", span, (paragraph(21, "An item."),)),)
    blocks: tuple[m.Block, ...] = (
        paragraph(20, "A note."),
        m.List("l9", span, ordered=True, start=1, tight=True, items=items),
        m.BlockQuote("b9", span, (paragraph(22, "A quotation."),)),
        m.PullQuote("q9", span, (paragraph(23, "A pull quote."),), "Ada Munk", "Editor"),
        m.Takeaways("k9", span, (paragraph(24, "A takeaway."),)),
        m.Callout("c9", span, (paragraph(25, "A callout."),), "A title"),
        m.Table("t2", span, cell[:1], (cell[1:],), samples.text("A caption")),
        m.Figure("f9", span, samples.picture("dot.png", "#8a1c2b", 20, 20), "A dot", samples.text("Its caption"), "J. Orme"),
        m.Heading("h9", span, 2, samples.text("A heading")),
        m.CodeBlock("x9", span, "code"),
        m.ThematicBreak("r9", span),
        m.Division("d9", span, (paragraph(26, "Une division."),), "fr"),
    )
    what = job(release(paragraph(1, "The lead.", note=1), notes=(m.Footnote("n1", span, 1, "a", blocks),)))
    result = render(what)
    assert (result.diagnostics, differences(what, result)) == ((), [])


def test_a_note_may_be_called_from_a_heading_a_cell_a_caption_and_a_list() -> None:
    span = samples.span(11)

    def called(words: str, number: int) -> tuple[m.Inline, ...]:
        return (m.Text(words), m.FootnoteReference(f"n{number}", number))

    body: tuple[m.Block, ...] = (
        m.Heading("h1", span, 1, called("A heading", 1)),
        m.Table(
            "t1", span, (m.Cell("t1.r0.c0", span, called("Head", 2)),), ((m.Cell("t1.r1.c0", span, called("Cell", 3)),),)
        ),
        m.Figure("f1", span, samples.picture("quay.png", "#7aa6c2"), "A quay", called("A caption", 4)),
        m.List("l1", span, False, 1, True, (m.ListItem("i1", span, (m.Paragraph("p1", span, called("An item", 5)),)),)),
    )
    what = job(release(*body, notes=tuple(note(number, f"Note {number} here.") for number in range(1, 6))))
    result = render(what)
    assert (result.diagnostics, differences(what, result)) == ((), [])
