"""A composed page into a tagged PDF, by WeasyPrint.

The same job gives the same bytes on every machine: fonts come from the brand and from Python packages, never from the
system; pictures from the release; the time from the job.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from xml.etree.ElementTree import Element

from exporter.rendering.pdf.startup import import_weasyprint, no_system_fonts

import_weasyprint()

import weasyprint
from msgspec.structs import replace
from weasyprint.text.fonts import FontConfiguration

from exporter.artifact import Artifact
from exporter.cache import cache_folder
from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.language import language_of
from exporter.rendering.job import Job
from exporter.rendering.pdf.conformance import VERSIONS, finisher_for
from exporter.rendering.pdf.endnotes import move_notes_to_the_end
from exporter.rendering.pdf.fetcher import BASE, Fetcher
from exporter.rendering.pdf.fonts import font_sheet
from exporter.rendering.pdf.log import captured_log, diagnostics_of
from exporter.rendering.pdf.missing_glyphs import missing_glyphs
from exporter.rendering.pdf.note_layout import with_notes
from exporter.rendering.pdf.pictures import fitted_pictures, medium_of
from exporter.rendering.pdf.printing.exchange import VERSION
from exporter.rendering.pdf.printing.press import kept_in_rgb, paper_of, press_finisher
from exporter.rendering.pdf.printing.sheet import PRINT_CSS
from exporter.rendering.pdf.readable.overflow import overflows
from exporter.rendering.pdf.tagging.hook import own_tags
from exporter.rendering.pdf.typography.balance import balanced_lines
from exporter.rendering.pdf.typography.baseline_grid import baseline_grid
from exporter.rendering.pdf.typography.east_asian import east_asian_widths
from exporter.rendering.pdf.typography.hyphenation import hyphenation
from exporter.rendering.pdf.typography.line_breaks import set_line_breaks
from exporter.rendering.pdf.typography.typesetting import typeset


def render(job: Job) -> Result[tuple[Artifact, ...]]:
    """The job's PDF, named after the release, and one for the printing house where the job asks for it.

    What WeasyPrint could not do is told; a lost picture is an error.

    Notes stand at the foot of the pages that call them; where that can't be, all stand at the end, and a warning says so.
    """
    screen = replace(job, target=replace(job.target, print=False))
    try:
        with TemporaryDirectory(prefix="pressroom-") as folder:
            results = [_render(one, folder) for one in ((screen, job) if job.target.print else (job,))]
    except Exception as error:
        if not _is_weasyprints(error):
            raise
        return Result(None, (_broken_off(job, error),))
    said = tuple(dict.fromkeys(diagnostic for result in results for diagnostic in result.diagnostics))
    artifacts = tuple(result.value for result in results if result.value)
    return Result(artifacts if len(artifacts) == len(results) else None, said)


def _render(job: Job, folder: str) -> Result[Artifact]:
    with captured_log() as records, east_asian_widths():

        def lay_out(*, shorter: Mapping[int, int] = {}, endnotes: bool = False) -> weasyprint.Document:
            records.clear()  # what an earlier attempt had to say
            return _lay_out(job, folder, shorter=shorter, endnotes=endnotes)

        document, diagnostics = with_notes(lay_out, job.release)
        diagnostics += (*overflows(document, job), *kept_in_rgb(job))
        data = _write(document, job)
    diagnostics += (*missing_glyphs(document, job), *diagnostics_of(records, job))
    if any(diagnostic.is_error for diagnostic in diagnostics):
        return Result(None, diagnostics)
    name = f"{job.release.slug}-print.pdf" if job.target.print else f"{job.release.slug}.pdf"
    return Result(Artifact(name, data), diagnostics)


def _lay_out(job: Job, folder: str, *, shorter: Mapping[int, int] = {}, endnotes: bool = False) -> weasyprint.Document:
    """The job's pages, some (by number, from 1) that many pixels shorter than the stylesheet says. Fonts lie in `folder`."""
    html = weasyprint.HTML(string=job.composition.html, base_url=BASE, url_fetcher=Fetcher((), {}))
    if endnotes:
        move_notes_to_the_end(html.etree_element)
    whole = typeset(html.etree_element, job.brand.typography.base) | _names(job)
    set_line_breaks(html.etree_element)
    fonts = font_sheet(job.brand.typography, _texts(html.etree_element), job.release.meta.lang)
    html.url_fetcher = fetcher = Fetcher(job.composition.images, fonts.files)
    configuration = _font_configuration(folder)
    rules = [f"@page :nth({page}) {{ padding-bottom: {pixels}px }}" for page, pixels in shorter.items()]
    css = "\n".join([fonts.css, PRINT_CSS if job.target.print else "", *rules])
    sheet = weasyprint.CSS(string=css, base_url=BASE, url_fetcher=fetcher, font_config=configuration)
    with hyphenation(whole, cache_folder()), balanced_lines(), baseline_grid():
        document = html.render(font_config=configuration, stylesheets=[sheet], dpi=medium_of(job.target).density)
    document.metadata.created = document.metadata.modified = job.moment.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    return document


def _names(job: Job) -> frozenset[str]:
    """The words of the names that the front matter and the brand tell, in lower case."""
    meta = job.release.meta
    named = [person.name for group in (meta.author, meta.people, meta.contact) for person in group]
    names = [job.brand.institution.name, *named, *(person.organization for person in meta.people)]
    return frozenset(word.casefold() for name in names for word in name.split())


def _font_configuration(folder: str) -> FontConfiguration:
    """A configuration without fonts of the machine, whose font files lie in a new folder below `folder`.

    WeasyPrint's own folder goes when the garbage collector comes by, and a worker ends before that: it would stay for good.
    """
    with no_system_fonts():
        configuration = FontConfiguration()
    configuration._folder = Path(mkdtemp(dir=folder))
    return configuration


def _write(document: weasyprint.Document, job: Job) -> bytes:
    paper = paper_of(job)
    standard = "ua-1" if paper else job.target.standard  # PDF/X-4 knows no tags of PDF 2.0
    version = VERSION if paper else VERSIONS[standard]
    finisher = press_finisher(job) if job.target.print else finisher_for(job)
    with own_tags(standard), fitted_pictures(medium_of(job.target), paper.read_bytes() if paper else None):
        data: bytes = document.write_pdf(finisher=finisher, pdf_version=version, pdf_identifier=True, pdf_tags=True)
    return data


def _texts(root: Element) -> dict[str, frozenset[int]]:
    """The characters of a page by the language that they are set in."""
    found: dict[str, set[str]] = {}
    for text, lang in _words(root, ""):
        found.setdefault(language_of(lang), set()).update(text)
    return {language: frozenset(map(ord, characters)) for language, characters in found.items()}


def _words(element: Element, lang: str) -> Iterator[tuple[str, str]]:
    lang = element.get("lang", lang)
    yield element.text or "", lang
    for child in element:
        yield from _words(child, lang)
        yield child.tail or "", lang


def _is_weasyprints(error: Exception) -> bool:
    """Whether WeasyPrint's own code raised an exception."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and Path(weasyprint.__file__).parent in Path(trace.tb_frame.f_code.co_filename).parents


def _broken_off(job: Job, error: Exception) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        "pdf.layout",
        f"WeasyPrint can't lay this page out: {error} ({type(error).__name__})",
        Place(f"templates/{job.composition.template}"),
        "Something in the page's stylesheet is beyond it, often grid or flex; take out what was changed last.",
    )
