from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.diagnostics import Source
from exporter.parity.check import check_channel
from exporter.rendering.pdf.document import render
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, paragraph, release, with_html

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def everything() -> Made:
    return made(job(samples.everything()))


def long_release() -> m.Release:
    return release(*(paragraph(number, "Forty harbours were counted. " * 30) for number in range(1, 9)))


def test_the_file_has_the_name_of_the_release() -> None:
    result = render(job(samples.everything()))
    assert result.value is not None
    assert [artifact.name for artifact in result.value] == ["everything.pdf"]


def test_no_temporary_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gc.disable()  # a worker ends before the collector comes by
    try:
        render(job(samples.everything()))
        assert list(tmp_path.iterdir()) == []
    finally:
        gc.enable()


def test_a_release_with_every_block_says_word_for_word_what_was_composed() -> None:
    what = job(samples.everything())
    result = render(what)
    assert result.value is not None
    parity = check_channel(what, Source("content/everything.md", ""), result.value)
    assert (result.diagnostics, parity.diagnostics) == ((), ())


def test_the_first_page_has_what_a_newsroom_looks_for(everything: Made) -> None:
    first = everything.page_texts()[0]
    for words in (
        "Press release",
        "Embargoed until 12 May 2026",
        "New report",
        "Small ports carry more than they are given credit for",
        "A survey of forty harbours finds 12 million tonnes that no table shows",
        "By Ines Calder",
        "12 May 2026 — The lead has stress",
        "Media contacts Tomas Reyl Press officer press@harbour.example",
        "Key takeaways",
        "“We counted every crane.”",
    ):
        assert words in first


def test_without_an_embargo_a_release_is_for_immediate_release() -> None:
    assert "For immediate release" in made(job(samples.everything(embargo=None))).page_texts()[0]


def test_without_a_logo_the_institution_stands_in_the_masthead() -> None:
    plain = made(job(samples.everything(), replace(samples.brand(), logo=None)))
    assert plain.page_texts()[0].startswith("Press release Harbour Institute")


def test_a_running_head_stands_on_every_page_but_the_first(everything: Made) -> None:
    head = "Harbour Institute Small ports carry more than they are given credit for Embargoed until"
    assert [head in text for text in everything.page_texts()] == [False, True]


def test_every_page_has_its_number_and_their_sum() -> None:
    pages = made(job(long_release())).page_texts()
    assert len(pages) > 2
    assert all(f"Page {number} of {len(pages)}" in text for number, text in enumerate(pages, start=1))


def test_notes_stand_at_the_foot_of_the_page_that_calls_them(everything: Made) -> None:
    assert "Counted in 2025, see the method." in everything.page_texts()[0]


def test_bookmarks_are_the_headline_and_the_headings(everything: Made) -> None:
    assert everything.bookmarks() == [
        "Small ports carry more than they are given credit for",
        " What was counted",
        "  How it was counted",
        " About Harbour Institute",
    ]


def test_the_bookmark_of_a_heading_with_a_note_has_no_number() -> None:
    heading = m.Heading("h1", samples.span(11), 1, (m.Text("What was counted"), m.FootnoteReference("n1", 1)))
    notes = (m.Footnote("n1", samples.span(90), 1, "a", (paragraph(900, "In 2025."),)),)
    assert made(job(release(heading, notes=notes))).bookmarks()[1] == " What was counted"


def test_the_metadata_are_those_of_the_front_matter(everything: Made) -> None:
    file = everything.file
    assert {key: str(value) for key, value in file.docinfo.items()} == {
        "/Title": "Small ports carry more than they are given credit for",
        "/Author": "Ines Calder",
        "/Subject": "Forty small harbours were counted for the first time.",
        "/Keywords": "ports, trade",
        "/Creator": "Pressroom",
        "/Producer": "WeasyPrint 70.0",
        "/CreationDate": "D:20260512120000+00'00",
        "/ModDate": "D:20260512120000+00'00",
    }
    assert str(file.Root["/Lang"]) == "en-GB"


def test_the_file_is_tagged(everything: Made) -> None:
    assert everything.file.Root["/MarkInfo"]["/Marked"]
    assert everything.file.Root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_all_fonts_are_embedded_and_ours(everything: Made) -> None:
    assert everything.font_names() == {
        "EB-Garamond-Pressroom",
        "EB-Garamond-Pressroom-Italic",
        "EB-Garamond-Pressroom-Bold",
        "EB-Garamond-Pressroom-Bold-Italic",
        "Source-Sans-3-Pressroom",
        "Source-Sans-3-Pressroom-Italic",
        "Source-Sans-3-Pressroom-Bold",
        "Ubuntu-Pressroom",
        "Noto-Sans-JP-Pressroom",
    }
    for page in everything.file.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]


def test_links_lead_where_the_writer_said(everything: Made) -> None:
    annotations = [note for page in everything.file.pages for note in page.get("/Annots", [])]
    addresses = {str(note["/A"]["/URI"]) for note in annotations if "/A" in note}
    assert {"https://harbour.example/survey?a=1&b=2", "mailto:press@harbour.example", "tel:+15550100"} <= addresses
    assert any(str(note.get("/Dest", "")) == "h1" for note in annotations)


def test_a_right_to_left_page_is_mirrored() -> None:
    def left_edge(what: m.Release) -> float:
        page = pypdfium2.PdfDocument(made(job(what)).data)[0]
        found = page.get_textpage().search("Tomas").get_next()
        assert found is not None
        return float(page.get_textpage().get_charbox(found[0])[0])

    assert left_edge(samples.everything()) < 100
    assert left_edge(samples.everything(lang="ar", dir="rtl")) > 450


def test_addresses_and_numbers_run_from_left_to_right_on_a_mirrored_page() -> None:
    arabic = m.Contact("Ada", "", "ada@harbour.example", "+1 555 0100")
    page = pypdfium2.PdfDocument(made(job(samples.everything(lang="ar", dir="rtl", contact=(arabic,)))).data)[
        0
    ].get_textpage()

    def left(words: str) -> float:
        found = page.search(words).get_next()
        assert found is not None
        return float(page.get_charbox(found[0])[0])

    assert left("ada@") < left("harbour.example")
    assert left("+1") < left("555") < left("0100")


def test_an_ordered_list_begins_with_its_own_number() -> None:
    items = (m.ListItem("i1", samples.span(11), (paragraph(1, "The first."),)),)
    text = made(job(release(m.List("l1", samples.span(11), True, 77, True, items)))).page_texts()[0]
    assert "77." in text
    assert "1." not in text


def test_more_than_three_contacts_stand_at_the_end() -> None:
    contacts = tuple(m.Contact(f"Person {number}", "", f"p{number}@harbour.example") for number in range(4))
    text = made(job(release(paragraph(1, "The lead."), contact=contacts))).page_texts()[0]
    assert text.index("The lead.") < text.index("Person 0") < text.index("Person 3")


def test_two_fresh_processes_make_the_same_bytes(tmp_path: Path) -> None:
    code = """
import hashlib
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, made
print(hashlib.sha256(made(job(samples.everything())).data).hexdigest())
"""
    digests = set()
    for seed, folder in (("1", ROOT), ("2", tmp_path)):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
        digests.add(run.stdout.strip())
    digests.add(hashlib.sha256(made(job(samples.everything())).data).hexdigest())
    assert len(digests) == 1


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    made(with_html(job(samples.everything()), "</style>", "p { colour: red } </style>"))
    assert capfd.readouterr() == ("", "")


def test_the_machines_fonts_are_not_used() -> None:
    """DejaVu Sans, which many machines have, has this character; none of ours does."""
    result = render(job(release(paragraph(1, "A chess queen ♛ moves."))))
    assert [(said.code, said.place.line) for said in result.diagnostics] == [("pdf.missing-glyph", 11)]


def test_a_long_callout_begins_where_the_text_before_it_ends() -> None:
    def callout(count: int) -> m.Callout:
        return m.Callout(
            "c1", samples.span(30), tuple(paragraph(n, "It was counted. " * 12) for n in range(2, count)), "How"
        )

    before = paragraph(1, "Forty harbours were counted. " * 54)
    pages = made(job(release(before, callout(14)))).page_texts()
    assert ["How" in text for text in pages[:2]] == [True, False]
    pages = made(job(release(before, paragraph(50, "Forty harbours were counted. " * 45), callout(7)))).page_texts()
    assert ["How" in text for text in pages[:2]] == [False, True]


def test_an_address_keeps_its_number_in_front_on_a_mirrored_page() -> None:
    what = job(replace(samples.everything(), meta=replace(samples.everything().meta, lang="ar", dir="rtl")))
    assert "\u200e12 Quay Street" in what.composition.html
