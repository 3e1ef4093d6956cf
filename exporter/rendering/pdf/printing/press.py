"""Which kind of file a printing house gets, and how a PDF becomes one."""

from __future__ import annotations

from pathlib import Path

import pydyf
import weasyprint

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.project import BRAND
from exporter.rendering.job import Job
from exporter.rendering.pdf.conformance import Finisher, finisher_for
from exporter.rendering.pdf.printing.exchange import exchange
from exporter.rendering.pdf.printing.plates import separate
from exporter.rendering.pdf.printing.sheet import add_sheet


def paper_of(job: Job) -> Path | None:
    """The profile of the paper that a job's inks are for, when it is printed and PDF/X-4; else None."""
    inks = job.brand.inks
    return inks.profile if job.target.print and inks and inks.colors else None


def press_finisher(job: Job) -> Finisher:
    """What WeasyPrint calls before it writes its objects."""
    paper = paper_of(job)

    def finish(document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        add_sheet(pdf)
        if paper is None:
            finisher_for(job)(document, pdf)
            return
        separate(pdf, job.brand)
        exchange(pdf, document, job, paper)

    return finish


def kept_in_rgb(job: Job) -> tuple[Diagnostic, ...]:
    """That a printed PDF is not PDF/X-4, and what the brand lacks for it; () when it is."""
    if not job.target.print or paper_of(job):
        return ()
    inks = job.brand.inks
    missing = [name for name, value in (("cmyk", inks and inks.colors), ("profile", inks and inks.profile)) if not value]
    fact = f"the PDF for print is in sRGB and not PDF/X-4, since the brand has no {' and no '.join(missing)} for print"
    hint = f"Give it: defaults.pressroom.print.{missing[0]}. Many printing houses take the file as it is."
    return (Diagnostic(Severity.WARNING, "pdf.print-rgb", fact, Place(BRAND), hint),)
