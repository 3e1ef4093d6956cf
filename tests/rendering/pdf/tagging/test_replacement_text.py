"""What stands beside glyphs that would spell something else."""

from __future__ import annotations

import re

import pytest

from exporter import model as m
from exporter.parity.pdf_reader import read
from tests import samples
from tests.rendering.pdf.pdf_jobs import Made, job, made, paragraph, release


def contents(data: Made) -> bytes:
    return b"\n".join(page["/Contents"].read_bytes() for page in data.file.pages)


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
