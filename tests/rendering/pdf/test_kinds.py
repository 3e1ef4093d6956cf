"""What PDFs of the kinds have of their own: cover and contents of a brief, what leads a statement, an advisory's facts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import weasyprint
from msgspec.structs import replace
from weasyprint.formatting_structure.boxes import Box

from exporter import model as m
from exporter.rendering.pdf.document import _lay_out
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, note, paragraph, release

WORDS = "Small harbours carry more than the tables show, and nobody has counted what they carry until now. " * 6
COVER = m.Cover(samples.picture("cover.png", "#7aa6c2", 800, 380), "A quay at low tide", "J. Orme")


def heading(number: int, words: str, level: int = 1) -> m.Heading:
    return m.Heading(f"h{number}", samples.span(200 + number), level, samples.text(words))


def sections(count: int, paragraphs: int = 3) -> tuple[m.Block, ...]:
    """Sections of some paragraphs, every other one with a part of its own."""
    blocks: list[m.Block] = []
    for number in range(1, count + 1):
        blocks.append(heading(number, f"Section number {number}", 1 if number % 2 else 2))
        blocks += [paragraph(number * 100 + part, WORDS) for part in range(paragraphs)]
    return tuple(blocks)


def placed(where: str, what: m.Release) -> m.Release:
    """The release with its notes there."""
    return replace(what, meta=replace(what.meta, notes=where))


def brief(*body: m.Block, notes: tuple[m.Footnote, ...] = (), at: str = "foot", **changes: object) -> Made:
    return made(job(placed(at, release(*body, notes=notes, kind="brief", embargo=None, **changes))))


def entries(made_: Made) -> list[tuple[str, int]]:
    """The lines of the contents: the heading's words and the number behind them, as printed."""
    page = made_.page_texts()[1]
    listed = page.partition("Contents ")[2]
    return [
        (words, int(number))
        for words, number in re.findall(r"((?:Section number \d+|Notes|About the author)) (\d+)", listed)
    ]


def pages_of(made_: Made, words: str) -> list[int]:
    """The numbers of the pages, from 1, that an outline's entry of these words leads to."""
    found: list[int] = []
    with made_.file.open_outline() as outline:
        todo = list(outline.root)
        while todo:
            item = todo.pop(0)
            if item.title == words:
                destination = item.destination
                assert isinstance(destination, pikepdf.Array)
                found.append(made_.file.pages.index(pikepdf.Page(destination[0])) + 1)
            todo += item.children
    return found


def links(made_: Made) -> list[tuple[int, int]]:
    """The pages, from 1, of each link inside the file and of where it leads, in order."""
    names = _names(made_.file)
    found: list[tuple[int, int]] = []
    for number, page in enumerate(made_.file.pages, start=1):
        for annotation in page.get("/Annots", []):
            if "/Dest" in annotation:
                place = names.get(str(annotation.Dest), annotation.Dest)
                found.append((number, made_.file.pages.index(pikepdf.Page(place[0])) + 1))
    return found


def _names(file: pikepdf.Pdf) -> dict[str, Any]:
    leaves: Any = file.Root.Names.Dests.Names if "/Names" in file.Root else ()
    return {str(leaves[index]): leaves[index + 1] for index in range(0, len(leaves), 2)}


def tags(made_: Made, kind: str) -> list[pikepdf.Dictionary]:
    """The structure elements of a type, in order."""
    found: list[pikepdf.Dictionary] = []

    def walk(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(element) if str(element.S) == f"/{kind}" else None
            walk(element.get("/K", pikepdf.Array()))

    walk(made_.file.Root.StructTreeRoot.K)
    return found


def boxes(document: weasyprint.Document, class_name: str) -> list[tuple[int, Box]]:
    """The boxes of elements of a class, with the page's number from 1."""
    return [
        (number, box)
        for number, page in enumerate(document.pages, start=1)
        for box in page._page_box.descendants()
        if box.element is not None and class_name in box.element.get("class", "").split() and "::" not in box.element_tag
    ]


# --- the brief ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "paragraphs"), [(3, 1), (9, 4), (24, 5)])
def test_each_line_of_the_contents_has_the_page_that_its_heading_is_on(count: int, paragraphs: int) -> None:
    made_ = brief(*sections(count, paragraphs), contents=True)
    wanted = [(f"Section number {number}", pages_of(made_, f"Section number {number}")[0]) for number in range(1, count + 1)]
    assert entries(made_) == wanted
    assert [target for source, target in links(made_) if source == 2][:count] == [page for _, page in wanted]


def test_the_contents_list_what_stands_behind_the_text_too() -> None:
    about = (m.Author("Ines Calder", "Director", "Ines Calder studies ports."),)
    cited = (*sections(3), paragraph(999, WORDS, note=1))
    made_ = brief(*cited, notes=(note(1, "Counted."),), contents=True, author=about, at="end")
    last = len(made_.file.pages)
    assert entries(made_)[3:] == [("Notes", pages_of(made_, "Notes")[0]), ("About the author", last)]


def test_a_brief_of_three_sections_has_contents_and_a_shorter_one_has_not() -> None:
    three = tuple(heading(number, f"Section number {number}") for number in (1, 2, 3))
    wanted = [(three, None), (three[:2], None), (three[:2], True), (three, False)]
    assert [len(entries(brief(*body, contents=contents))) for body, contents in wanted] == [3, 0, 2, 0]


def test_contents_are_tagged_as_such_and_their_lines_hold_links() -> None:
    made_ = brief(*sections(3), contents=True)
    assert (len(tags(made_, "TOC")), len(tags(made_, "TOCI"))) == (1, 3)


def test_a_cover_has_no_running_head_and_no_number_and_the_next_page_is_the_second() -> None:
    texts = brief(*sections(6), cover=COVER, series="Harbour Briefs, no. 7").page_texts()
    on_the_cover = (
        "Policy brief Harbour Briefs, no. 7 New report Small ports carry more than they are given credit for A survey of "
        "forty harbours finds 12 million tonnes that no table shows Ines Calder 12 May 2026 Photo: J. Orme"
    )
    assert sorted(texts[0].split()) == sorted(on_the_cover.split())
    running = "Harbour Institute Small ports carry more than they are given credit for"
    assert [running in text for text in texts] == [False, *[True] * (len(texts) - 1)]
    assert [re.findall(r"Page \d+ of \d+", text) for text in texts[1:]] == [
        [f"Page {number} of {len(texts)}"] for number in range(2, len(texts) + 1)
    ]


@pytest.mark.parametrize("cover", [COVER, m.Cover()])
def test_a_cover_of_a_long_title_and_many_authors_is_one_page(cover: m.Cover) -> None:
    authors = tuple(m.Author(f"Author number {number}", "Senior fellow, Harbour Institute") for number in range(6))
    made_ = brief(paragraph(1, WORDS), title=WORDS[:170], subtitle=WORDS[:300], author=authors, cover=cover)
    assert [("Author number 5" in text, "Page 2 of 2" in text) for text in made_.page_texts()] == [
        (True, False),
        (False, True),
    ]


def test_a_brief_without_a_cover_begins_like_a_press_release() -> None:
    (text, *_) = brief(paragraph(1, WORDS), cover=m.Cover(shown=False), series="Harbour Briefs, no. 7").page_texts()
    assert [words in text for words in ("Policy brief Harbour Briefs, no. 7", "Small harbours carry", "Page 1 of 1")] == [
        True
    ] * 3


def test_a_sidebar_stands_half_in_the_margin_beside_the_text_that_follows(tmp_path: Path) -> None:
    box = m.Sidebar("s1", samples.span(300), (paragraph(301, "Beside."),), "In brief")
    what = release(paragraph(1, WORDS), box, paragraph(2, WORDS), kind="brief", cover=m.Cover(shown=False))
    document = _lay_out(job(what), str(tmp_path))
    ((_, aside),) = boxes(document, "aside")
    following = [box for page in document.pages for box in page._page_box.descendants() if box.element is not None]
    beside = next(box for box in following if box.element.get("id") == "p2")
    assert (aside.is_floated(), aside.border_box_x() < beside.content_box_x()) == (True, True)
    assert aside.position_y == pytest.approx(beside.position_y, abs=12)


# --- notes at the end ---------------------------------------------------------------------------------------------------


def test_notes_at_the_end_follow_the_text_and_lead_back_to_their_calls_without_a_warning() -> None:
    body = (paragraph(1, WORDS, note=1), *sections(6, 4), paragraph(2, WORDS, note=2))
    made_ = brief(*body, notes=(note(1, "Counted in 2025."), note(2, "Without ferries.")), at="end", contents=False)
    texts = made_.page_texts()
    last = pages_of(made_, "Notes")[0]
    assert made_.diagnostics == ()
    assert "1 Counted in 2025. 2 Without ferries." in texts[last - 1]
    assert links(made_)[:1] == [(2, last)]  # the first call
    assert [(last, 2), (last, last)] == [pair for pair in links(made_) if pair[0] == last][-2:]
    assert len(tags(made_, "Note")) == 2


def test_notes_of_a_press_release_may_stand_at_the_end_too() -> None:
    made_ = made(job(placed("end", release(paragraph(1, "The lead.", note=1), notes=(note(1, "Counted."),)))))
    (text,) = made_.page_texts()
    assert ("1 Counted." in text, "Notes" in text) == (True, True)


# --- statement and media advisory ---------------------------------------------------------------------------------------


def test_a_quotation_leads_a_statement_then_come_the_speaker_and_the_text_with_its_dateline() -> None:
    quote = m.PullQuote("q1", samples.span(300), (paragraph(301, "“We counted every crane.”"),))
    speaker = (m.Author("Ines Calder", "Director of the Harbour Institute"),)
    what = release(quote, paragraph(1, "The tables are wrong."), kind="statement", author=speaker, embargo=None)
    (text,) = made(job(what)).page_texts()
    assert (
        "“We counted every crane.” Ines Calder Director of the Harbour Institute "
        "PORT ALDER, 12 May 2026 — The tables are wrong."
    ).lower() in text.lower()


def test_the_name_of_who_speaks_is_larger_than_the_text_around(tmp_path: Path) -> None:
    what = release(paragraph(1, "The tables are wrong."), kind="statement", author=(m.Author("Ines Calder", "Director"),))
    document = _lay_out(job(what), str(tmp_path))
    sizes = {name: boxes(document, name)[0][1].style["font_size"] for name in ("name", "role", "standfirst")}
    assert sizes["name"] > sizes["standfirst"] > sizes["role"]


def test_the_facts_of_an_advisory_are_a_table_whose_rows_have_heads() -> None:
    facts = m.Advisory("Ines Calder", "A press conference", "12 May 2026, 9:00", "Port Alder", "Nobody has counted them")
    made_ = made(job(release(paragraph(1, "Please register."), kind="media-advisory", advisory=facts)))
    (table,) = tags(made_, "Table")
    heads = tags(made_, "TH")
    text = made_.page_texts()[0]
    assert "Who Ines Calder What A press conference When 12 May 2026, 9:00 Where Port Alder Why Nobody" in text
    assert (len(heads), len(tags(made_, "TD"))) == (5, 5)
    assert str(table.S) == "/Table"
