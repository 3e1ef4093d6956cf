"""What we replace in WeasyPrint is private: when a test fails here, look at `pdf_tags` before taking a new version."""

from __future__ import annotations

import inspect
import re

import pikepdf
import pytest
import weasyprint
import weasyprint.pdf
import weasyprint.pdf.tags

from exporter import model as m
from exporter.parity.pdf_reader import read
from exporter.rendering.pdf.tags import mended_tags
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, paragraph, release


@pytest.fixture(scope="module")
def everything() -> Made:
    return made(job(samples.everything()))


def types(data: Made) -> dict[str, int]:
    """How many structure elements there are of each type."""
    found: dict[str, int] = {}

    def walk(element: pikepdf.Object) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                found[str(element["/S"])] = found.get(str(element["/S"]), 0) + 1
            if "/K" in element:
                walk(element["/K"])

    walk(data.file.Root["/StructTreeRoot"]["/K"])
    return found


def contents(data: Made) -> bytes:
    return b"\n".join(page["/Contents"].read_bytes() for page in data.file.pages)


def test_the_functions_that_are_replaced_are_where_they_were() -> None:
    assert weasyprint.VERSION.split(".")[0] == "70"
    assert list(inspect.signature(weasyprint.pdf.add_tags).parameters) == ["pdf", "document", "pdf_version", "page_streams"]
    assert next(iter(inspect.signature(weasyprint.pdf.tags._build_box_tree).parameters)) == "box"


def test_the_functions_are_put_back_even_after_an_error() -> None:
    before = weasyprint.pdf.add_tags, weasyprint.pdf.tags._build_box_tree
    with pytest.raises(ZeroDivisionError), mended_tags():
        raise ZeroDivisionError
    assert (weasyprint.pdf.add_tags, weasyprint.pdf.tags._build_box_tree) == before


def test_notes_their_numbers_and_their_calls_are_tagged_as_such(everything: Made) -> None:
    found = types(everything)
    assert (found["/Note"], found["/Reference"]) == (2, 3)
    assert found["/Lbl"] == 2 + 6  # the numbers of notes, and the list's marks


def test_a_table_on_many_pages_has_one_header() -> None:
    span = samples.span(20)
    head = (m.Cell("t1.r0.c0", span, samples.text("Port")),)
    rows = tuple((m.Cell(f"t1.r{row}.c0", span, samples.text(f"Harbour {row}")),) for row in range(1, 100))
    assert types(made(job(release(m.Table("t1", span, head, rows)))))["/THead"] == 1


def test_plain_words_need_no_replacement_text() -> None:
    quiet = release(paragraph(1, "Forty harbours."), embargo=None, dateline="", boilerplate=None)
    assert b"ActualText" not in contents(made(job(quiet)))


@pytest.mark.parametrize("words", ["कि की क", "كشف مسح"])
def test_words_that_glyphs_alone_would_misspell_have_replacement_text(words: str) -> None:
    expected = b"<feff" + words.encode("utf-16-be").hex().encode() + b">"
    assert expected in contents(made(job(release(paragraph(1, words), dateline="")))).lower()


def test_a_hyphen_that_a_line_added_is_a_soft_one_and_the_words_own_is_not() -> None:
    words = "Hafengesellschaftsvertrag oder " * 40 + "U-Bahn-nah " * 60
    pages = contents(made(job(release(paragraph(1, words), lang="de"))))
    ends = [bytes.fromhex(text.decode()).decode("utf-16") for text in re.findall(rb"/ActualText <([0-9a-f]+)>", pages)]
    assert any(text.endswith("\u00ad") for text in ends)
    assert not any(text.endswith(("U\u00ad", "Bahn\u00ad")) for text in ends)


def test_words_of_another_direction_are_read_in_their_order_on_a_mirrored_page() -> None:
    english = m.LanguageSpan((m.Text("The Institute, 2025"),), "en", "ltr")
    link = m.Link((m.Text("https://harbour.example/"),), "https://harbour.example/")
    line = m.Paragraph(
        "p1", samples.span(11), (m.Text("\u064a\u0642\u0648\u0644 "), english, m.Text(" \u062b\u0645 "), link)
    )
    what = job(release(line, lang="ar", dir="rtl", dateline=""))
    assert ' dir="ltr">https://harbour.example/</a>' in what.composition.html
    text = read(made(what).data).flow
    assert "\u064a\u0642\u0648\u0644 The Institute, 2025 \u062b\u0645 https://harbour.example/" in " ".join(text.split())
