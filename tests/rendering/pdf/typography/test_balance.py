from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from exporter import model as m
from tests import samples
from tests.rendering.pdf.layouts import Line, laid_out, lines
from tests.rendering.pdf.pdf_jobs import job, paragraph, release, with_html

TITLE = "Forty small harbours carry more than we know"


def headed(**changes: object) -> m.Release:
    return replace(release(), meta=samples.meta(**({"title": TITLE} | changes)))


def headline(tmp_path: Path, css: str = "", **changes: object) -> list[Line]:
    what = with_html(job(headed(**changes)), "</style>", css + "</style>")
    return [line for line in lines(laid_out(what, tmp_path)) if line.tag == "h1"]


def test_the_lines_of_a_headline_are_about_equally_long(tmp_path: Path) -> None:
    plain, balanced = headline(tmp_path, "h1 { --text-wrap: none }"), headline(tmp_path)
    assert len(balanced) == len(plain) > 1

    def raggedness(found: list[Line]) -> float:
        widths = [line.right - line.left for line in found]
        return max(widths) - min(widths)

    assert raggedness(headline(tmp_path)) < 120 < raggedness(plain)


def test_a_headline_on_a_mirrored_page_stays_at_its_edge(tmp_path: Path) -> None:
    arabic = "الموانئ الصغيرة تنقل أكثر بكثير مما تظهره جميع الجداول الوطنية في البلاد"
    found = headline(tmp_path, title=arabic, lang="ar", dir="rtl")
    assert len(found) > 1
    assert {round(line.right) for line in found} == {522}


def test_a_word_is_not_broken_for_balance(tmp_path: Path) -> None:
    found = headline(tmp_path, title="A Bundeswirtschaftsministerium of one")
    assert any("Bundeswirtschaftsministerium" in line.text for line in found)


@pytest.mark.parametrize("words", ["What was counted in the forty harbours of the whole coast, and by whom it was done"])
def test_a_heading_with_a_note_keeps_its_note(words: str, tmp_path: Path) -> None:
    heading = m.Heading("h1", samples.span(11), 1, (m.Text(words), m.FootnoteReference("n1", 1)))
    notes = (m.Footnote("n1", samples.span(90), 1, "a", (paragraph(900, "In 2025."),)),)
    document = laid_out(job(release(heading, paragraph(1, "The lead."), notes=notes)), tmp_path)
    (area,) = [box for box in document.pages[0]._page_box.children if type(box).__name__ == "FootnoteAreaBox"]
    assert len(area.children) == 1
