from __future__ import annotations

import logging
from pathlib import Path

import pytest
from msgspec.structs import replace

from exporter import model as m
from exporter.brand import FontFamily, FontFile
from exporter.diagnostics import Diagnostic, Severity
from exporter.rendering.job import Job
from exporter.rendering.pdf.document import render
from exporter.rendering.pdf.log import captured_log
from tests import samples
from tests.rendering.pdf.pdf_jobs import job, paragraph, release, with_html


def said(what: Job) -> Diagnostic:
    """The one thing that rendering says."""
    (diagnostic,) = render(what).diagnostics
    return diagnostic


def test_a_picture_that_is_none_is_an_error_at_its_figure() -> None:
    broken = replace(samples.picture("quay.png", "#7aa6c2"), data=b"no picture")
    what = job(release(m.Figure("f1", samples.span(17), broken, "A quay")))
    diagnostic = said(what)
    assert (diagnostic.code, str(diagnostic.place), diagnostic.is_error) == ("pdf.image", "content/story.md:17:1", True)
    assert diagnostic.fact.startswith("the PDF can't show the picture quay.png: ")
    assert render(what).value is None


@pytest.mark.parametrize("address", ["https://example.org/a.png", "file:///etc/hostname", "/etc/hostname", "other.png"])
def test_a_picture_from_elsewhere_is_refused(address: str) -> None:
    what = with_html(job(release(paragraph(1, "The lead."))), "<main>", f'<main><p><img src="{address}" alt="x"></p>')
    diagnostic = said(what)
    assert (diagnostic.code, str(diagnostic.place)) == ("pdf.image", "templates/pdf/page.html.j2")
    assert diagnostic.fact.endswith("it is not one of the release's pictures")


def test_a_stylesheet_from_elsewhere_is_refused() -> None:
    link = '<link rel="stylesheet" href="https://example.org/a.css">'
    diagnostic = said(with_html(job(release(paragraph(1, "The lead."))), "</head>", link + "</head>"))
    assert diagnostic.code == "pdf.stylesheet"
    assert diagnostic.fact == (
        "the PDF's template names the stylesheet https://example.org/a.css, which can't be had: "
        "it is not one of the release's pictures"
    )


def test_a_font_from_elsewhere_is_refused() -> None:
    face = '@font-face { font-family: Own; src: url("file:///fonts/own.ttf") } </style>'
    diagnostic = said(with_html(job(release(paragraph(1, "The lead."))), "</style>", face))
    assert (diagnostic.code, diagnostic.fact) == ("pdf.font", "the font “Own” can't be loaded")


def test_a_property_that_does_not_exist_is_told() -> None:
    diagnostic = said(with_html(job(release(paragraph(1, "The lead."))), "</style>", "\np { colour: red } </style>"))
    assert (diagnostic.code, diagnostic.severity) == ("pdf.css", Severity.WARNING)
    assert diagnostic.fact.startswith("WeasyPrint says: Ignored `colour: red ` at ")


def test_the_same_fact_is_told_once() -> None:
    twice = '<main><p><img src="other.png" alt="x"><img src="other.png" alt="x"></p>'
    assert said(with_html(job(release(paragraph(1, "The lead."))), "<main>", twice)).code == "pdf.image"


def test_the_log_is_as_it_was_after_a_capture() -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.propagate, logger.level, list(logger.handlers))
    with captured_log() as records:
        logger.warning("heard")
    assert [record.getMessage() for record in records] == ["heard"]
    assert (logger.propagate, logger.level, list(logger.handlers)) == before


def test_a_page_that_weasyprint_can_not_lay_out_is_told_at_the_template() -> None:
    diagnostic = said(with_html(job(release(paragraph(1, "The lead."))), "</style>", "body { display: grid } </style>"))
    assert (diagnostic.code, str(diagnostic.place)) == ("pdf.layout", "templates/pdf/page.html.j2")
    assert diagnostic.fact.startswith("WeasyPrint can't lay this page out: ")


def test_a_font_file_that_is_gone_is_told(tmp_path: Path) -> None:
    brand = samples.brand()
    lost = replace(brand.typography, base=FontFamily("Lost", (FontFile(tmp_path / "lost.ttf"),)))
    diagnostic = said(job(release(paragraph(1, "The lead.")), replace(brand, typography=lost)))
    assert (diagnostic.code, diagnostic.fact) == ("pdf.font", "the font “Lost” can't be loaded")
