"""Where in the source something on a page comes from."""

from __future__ import annotations

from exporter import walking
from exporter.diagnostics import Place
from exporter.model import Span
from exporter.rendering.job import Job


def place_of(owner: str, text: str, job: Job) -> Place:
    """The place of a piece, block or field; of a field that a running head repeats; else the page's template."""
    span = _spans(job).get(owner) or _spans(job).get(owner.partition(".")[0]) if owner else _repeated(text, job)
    if span is None:
        return Place(f"templates/{job.composition.template}")
    return Place(job.release.file, span.line, span.column)


def _spans(job: Job) -> dict[str, Span]:
    spans = {block.id: block.span for block in walking.blocks(job.release)}
    spans.update((piece.id, piece.span) for piece in walking.pieces(job.release))
    return spans


def _repeated(text: str, job: Job) -> Span | None:
    """The field whose words a line of a running head shows."""
    wanted = "".join(text.split())
    fields = (piece for piece in walking.pieces(job.release) if piece.flow == "field")
    return next((field.span for field in fields if wanted and wanted in "".join(field.text.split())), None)
