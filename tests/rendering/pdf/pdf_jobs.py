"""Jobs for the PDF channel, composed by the packaged templates, and what can be asked of the PDF that comes of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
from msgspec.structs import replace

from exporter import model as m
from exporter.brand import Brand
from exporter.composing.compose import compose
from exporter.composing.folders import TemplateFolders
from exporter.diagnostics import Diagnostic
from exporter.rendering.job import Job
from exporter.rendering.pdf import document
from exporter.rendering.pdf.document import render
from tests import samples


def release(*body: m.Block, notes: tuple[m.Footnote, ...] = (), **changes: object) -> m.Release:
    """A release with a body of our own."""
    return replace(samples.everything(**changes), slug="story", file="content/story.md", body=body, footnotes=notes)


def paragraph(number: int, words: str, note: int = 0) -> m.Paragraph:
    """`pNUMBER`, with a first call of a note at its end when `note` is given."""
    calls = (m.FootnoteReference(f"n{note}", note),) if note else ()
    return m.Paragraph(f"p{number}", samples.span(10 + number), (m.Text(words), *calls))


def note(number: int, words: str) -> m.Footnote:
    """`nNUMBER` with the one paragraph `p9NUMBER`."""
    return m.Footnote(f"n{number}", samples.span(90 + number), number, str(number), (paragraph(900 + number, words),))


def job(what: m.Release, brand: Brand | None = None) -> Job:
    """What the packaged templates make of a release."""
    own = brand or samples.brand()
    composed = compose(what, own, "pdf", TemplateFolders.of_project(None))
    assert composed.value is not None, composed.diagnostics
    return Job(what, own, composed.value, samples.MOMENT)


def with_html(original: Job, old: str, new: str) -> Job:
    """The job with a change in its composed page, as a template of a user might have made."""
    html = original.composition.html
    assert old in html
    return replace(original, composition=replace(original.composition, html=html.replace(old, new)))


@dataclass(frozen=True)
class Made:
    """A PDF, and what was said about it."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def file(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.data))

    def page_texts(self) -> list[str]:
        """The text of each page as it stands there, running heads and page numbers included, one space between words."""
        file = pypdfium2.PdfDocument(self.data)
        texts = [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]
        file.close()
        return texts

    def lines_of_first_page(self) -> list[str]:
        """Its lines from top to bottom, as PDFium finds them."""
        document = pypdfium2.PdfDocument(self.data)
        text: str = document[0].get_textpage().get_text_bounded()
        document.close()
        return [line.strip() for line in text.splitlines()]

    def font_names(self) -> set[str]:
        """The names of the embedded fonts, without the six letters of a subset."""
        fonts = (font for page in self.file.pages for font in page["/Resources"]["/Font"].values())
        return {str(font["/BaseFont"]).partition("+")[2] for font in fonts}

    def bookmarks(self) -> list[str]:
        """The bookmarks, a space before each for every level."""
        found: list[str] = []

        def walk(items: list[pikepdf.OutlineItem], depth: int) -> None:
            for item in items:
                found.append(" " * depth + item.title)
                walk(item.children, depth + 1)

        with self.file.open_outline() as outline:
            walk(outline.root, 0)
        return found


def made(what: Job) -> Made:
    """The PDF of a job, which must come; of a printed one, that for the printing house."""
    result = render(what)
    assert result.value is not None, result.diagnostics
    *_, artifact = result.value
    return Made(artifact.data, result.diagnostics)


def unchecked(what: Job) -> bytes:
    """The PDF of a job as it is laid out first, whatever is wrong with it."""
    with TemporaryDirectory() as folder:
        return document._write(document._lay_out(what, folder), what)
