"""WeasyPrint's log as diagnostics: it says there, and nowhere else, what it dropped."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from exporter import model, walking
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.rendering.job import Job
from exporter.rendering.pdf.fonts import MARK

LOGGER = "weasyprint"


@contextmanager
def captured_log() -> Iterator[list[logging.LogRecord]]:
    """The records that WeasyPrint logs while this is open, warnings and errors; nothing of them is printed."""
    logger, handler = logging.getLogger(LOGGER), _Collector()
    before = logger.propagate, logger.level
    logger.propagate, logger.level = False, logging.WARNING
    logger.addHandler(handler)
    try:
        yield handler.records
    finally:
        logger.removeHandler(handler)
        logger.propagate, logger.level = before


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def diagnostics_of(records: list[logging.LogRecord], job: Job) -> tuple[Diagnostic, ...]:
    """Each thing that was logged, once, at its place."""
    told = (_tellers(record)(record, job) for record in records)
    return tuple(dict.fromkeys(diagnostic for diagnostic in told if diagnostic))


Teller = Callable[[logging.LogRecord, Job], Diagnostic | None]


def _tellers(record: logging.LogRecord) -> Teller:
    return next((teller for start, teller in TELLERS.items() if str(record.msg).startswith(start)), _css)


def _glyph(record: logging.LogRecord, job: Job) -> None:
    """A missing glyph is told by `missing_glyphs.py`, which knows the font."""


def _image(record: logging.LogRecord, job: Job) -> Diagnostic:
    from exporter.rendering.pdf.fetcher import BASE

    url, *reasons = _arguments(record)
    name = str(url).removeprefix(BASE)
    reason = _reason(reasons[0]) if reasons else "WeasyPrint could not draw it; a part of it may use itself"
    fact = f"the PDF can't show the picture {name}: {reason}"
    for block in walking.blocks(job.release):
        if name in _pictures(block):
            return _at(
                job, Severity.ERROR, "pdf.image", fact, block.span, "Is the file whole? Save it again as PNG or JPEG."
            )
    hint = "A template can name the release's own pictures and the brand's logo, by their `name`."
    return _in_template(job, Severity.ERROR, "pdf.image", fact, hint)


def _pictures(block: model.Block | model.ListItem | model.Footnote) -> set[str]:
    """The names of the pictures that a block itself shows."""
    inline = {one.image.name for one in walking.inlines(block) if isinstance(one, model.InlineImage)}
    return inline | {block.image.name} if isinstance(block, model.Figure) else inline


def _alt(record: logging.LogRecord, job: Job) -> None:
    """A picture without a description is told of when the content file is read."""


def _font(record: logging.LogRecord, job: Job) -> Diagnostic:
    (family,) = _arguments(record)
    fact = f"the font “{str(family).removesuffix(f' {MARK}')}” can't be loaded"
    return _in_template(
        job, Severity.ERROR, "pdf.font", fact, "Fonts come from the brand file; a template can't load others."
    )


def _stylesheet(record: logging.LogRecord, job: Job) -> Diagnostic:
    url, reason = _arguments(record)
    fact = f"the PDF's template names the stylesheet {url}, which can't be had: {_reason(reason)}"
    return _in_template(job, Severity.ERROR, "pdf.stylesheet", fact, "Include the file in the template's <style> instead.")


def _css(record: logging.LogRecord, job: Job) -> Diagnostic:
    from exporter.rendering.pdf.css_places import AT, css_place

    message = record.getMessage().rstrip(".")
    if place := css_place(message, job):
        return Diagnostic(Severity.WARNING, "pdf.css", f"WeasyPrint says: {AT.sub('', message)}", place, "It is left out.")
    hint = "Lines and columns are those of the <style> that holds it."
    return _in_template(job, Severity.WARNING, "pdf.css", f"WeasyPrint says: {message}", hint)


TELLERS: Mapping[str, Teller] = {
    ".notdef glyph": _glyph,
    "Failed to load image": _image,
    "Failed to render SVG image": _image,
    "Image ": _alt,
    "Font-face": _font,
    "Failed to load stylesheet": _stylesheet,
}


def _arguments(record: logging.LogRecord) -> tuple[object, ...]:
    return record.args if isinstance(record.args, tuple) else ()


def _reason(error: object) -> str:
    """What an exception says, without the class that WeasyPrint puts before it."""
    return str(error).removeprefix("Refusal: ").rstrip(".")


def _at(job: Job, severity: Severity, code: str, fact: str, span: model.Span, hint: str) -> Diagnostic:
    return Diagnostic(severity, code, fact, Place(job.release.file, span.line, span.column), hint)


def _in_template(job: Job, severity: Severity, code: str, fact: str, hint: str) -> Diagnostic:
    return Diagnostic(severity, code, fact, Place(f"templates/{job.composition.template}"), hint)
