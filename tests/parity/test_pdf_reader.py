from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from exporter import model as m
from exporter.artifact import Artifact
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.parity.compare import key
from exporter.parity.pdf_reader import UnreadablePdf, read
from exporter.rendering.job import Job
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, paragraph, release, unchecked, with_html


@pytest.fixture(scope="module")
def everything() -> Made:
    return made(job(samples.everything()))


def flow(*body: m.Block) -> str:
    """The read flow without white space."""
    return "".join(read(made(job(release(*body))).data).flow.split())


def told(what: Job, data: bytes) -> list[str]:
    parity = check_channel(what, Source(what.release.file, ""), (Artifact("story.pdf", data),))
    return [said.fact for said in parity.diagnostics]


def test_the_text_stands_in_the_order_of_the_page(everything: Made) -> None:
    text = read(everything.data).flow
    parts = [
        "Press release",
        "New report",
        "Small ports",
        "By Ines Calder",
        "Media contacts",
        "The lead has",
        "What was counted",
    ]
    parts += [
        "Harbours grew",
        "We counted every crane",
        "Third comes first",
        "A nested item",
        "Fourth",
        "Table 1",
        "410,000",
    ]
    parts += ["Photo: J. Orme", "for quay in harbour", "Tous les ports", "Read the full report", "About Harbour Institute"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_notes_are_read_apart_and_their_calls_stand_in_the_text(everything: Made) -> None:
    back = read(everything.data)
    assert key(back.notes) == key("Counted in 2025, see the method. Without ferries. Nor yachts.")
    assert key("and a note1; the symbol") in key(back.flow)
    assert key("the same note1 and a second2.") in key(back.flow)


def test_running_heads_page_numbers_bullets_and_list_numbers_are_not_read(everything: Made) -> None:
    text = read(everything.data).flow
    assert text.count("Small ports carry more") == 1
    assert "Page 1 of 2" not in text
    assert "3." not in text
    assert "–" not in text


def test_a_paragraph_that_two_pages_share_is_whole() -> None:
    words = "Forty harbours were counted for the first time in a year of work. " * 120
    assert "".join(words.split()) in flow(paragraph(1, words.strip())).replace("\u00ad", "")


def test_letters_are_letters_whatever_their_glyphs() -> None:
    words = "The office’s affluent fjord: fi fl ffi, ½ x² naïve façade, “quotes” — e-mail, 10–12 %."
    assert "".join(words.split()) in flow(paragraph(1, words))


def test_small_capitals_keep_their_case() -> None:
    styled = with_html(
        job(release(paragraph(1, "NATO and Nato."), dateline="")),
        "</style>",
        "main p { font-variant-caps: all-small-caps } </style>",
    )
    assert "NATO and Nato." in read(made(styled).data).flow


def test_a_word_that_a_line_breaks_has_a_soft_hyphen_and_its_own_hyphen_stays() -> None:
    words = "Hafengesellschaftsvertrag oder " * 40 + "U-Bahn-nah " * 60
    text = "".join(read(made(job(release(paragraph(1, words), lang="de"))).data).flow.split())
    assert "\u00ad" in text
    assert text.replace("\u0002", "-").count("U-Bahn-nah") == 60  # PDFium's sign for a hyphen at a line's end
    assert text.replace("\u00ad", "").count("Hafengesellschaftsvertrag") == 40


def test_what_lies_outside_of_the_paper_is_not_read() -> None:
    hidden = with_html(
        job(release(paragraph(1, "Seen."), paragraph(2, "Unseen."))), "</style>", "#p2 { margin-left: 2000px } </style>"
    )
    text = read(unchecked(hidden)).flow
    assert "Seen." in text
    assert "Unseen." not in text


def test_what_the_printing_house_cuts_off_is_not_read() -> None:
    cut = BytesIO()
    with pikepdf.open(BytesIO(made(job(release(paragraph(1, "Seen."), paragraph(2, "Unseen.")))).data)) as file:
        page = file.pages[0]
        page.obj.TrimBox = pikepdf.Array([0, 0, 595, 100])  # the foot of the page alone
        file.save(cut)
    assert read(cut.getvalue()).flow.strip() == ""


def test_a_paragraph_that_the_pdf_loses_is_told() -> None:
    what = job(samples.everything())
    lost = unchecked(with_html(what, "</style>", "#p11 { display: none } </style>"))
    assert told(what, lost) == [
        "story.pdf disagrees with the source at block p11: “A quotation from an old harbour book.” is lost"
    ]


def test_a_digit_that_changes_is_told() -> None:
    what = job(samples.everything())
    (fact,) = told(what, made(with_html(what, "410,000", "419,000")).data)
    assert fact.startswith("story.pdf disagrees with the source at block t1.r1.c1: ")


def test_a_note_that_the_pdf_loses_is_told() -> None:
    what = job(samples.everything())
    (fact,) = told(what, unchecked(with_html(what, "Nor yachts.", "")))
    assert fact == "story.pdf disagrees with the source at block p18: “Nor yachts.” is lost"


def table(*rows: tuple[str, ...]) -> m.Table:
    cells = [
        tuple(m.Cell(f"t1.r{r}.c{c}", samples.span(5 + r), samples.text(words)) for c, words in enumerate(row))
        for r, row in enumerate(rows)
    ]
    return m.Table("t1", samples.span(5), cells[0], tuple(cells[1:]))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_cells_of_a_fraction_a_power_or_a_space_without_width_agree(lang: str) -> None:
    what = job(
        release(table(("½", "10²", "\u200b"), ("⅔", "\u20115", "1")), lang=lang, dir="rtl" if lang == "ar" else "ltr")
    )
    assert told(what, made(what).data) == []


@pytest.mark.parametrize("words", ["Its name is ميناء صغير (small port) here.", "ميناء «Port Alder» of", "م (a b) c"])
def test_latin_words_in_brackets_beside_arabic_ones_agree(words: str) -> None:
    what = job(release(paragraph(1, words)))
    assert told(what, made(what).data) == []


@pytest.mark.parametrize("words", ["Hafen\u00adamt und U-Bahn", "c\u00add", "Amt\u00ad -5", "a\u00adb 1-"])
def test_soft_hyphens_and_written_ones_agree_where_a_font_has_one_glyph_for_both(words: str) -> None:
    heading = m.Heading("h1", samples.span(4), 1, samples.text(words))
    what = job(release(heading, table((words, "1-"), ("-5", words)), paragraph(1, words), lang="de"))
    assert told(what, made(what).data) == []


def test_digits_that_change_their_cell_are_told() -> None:
    one, other = (job(release(table(("A", "B"), row))) for row in (("12", "3"), ("1", "23")))
    assert told(one, made(other).data) == [
        "story.pdf disagrees with the source at block t1.r1.c0: “12” has no end before the next cell"
    ]


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(UnreadablePdf, match="PDFium can't open this file"):
        read(b"no pdf")


def test_a_pdf_without_tags_is_refused() -> None:
    empty, out = pikepdf.new(), BytesIO()
    empty.add_blank_page()
    empty.save(out)
    with pytest.raises(UnreadablePdf, match="this PDF has no tags, so the order of its words is unknown"):
        read(out.getvalue())
