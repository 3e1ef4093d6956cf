"""What can't be read where it stands: off the paper, out of its column, covered, broken in the middle, or missing.

Looks at where things are and nothing else, so that it holds for any template. What a stylesheet places on purpose is left
alone: margin boxes, what is positioned, what a negative margin pulls out. See docs/decisions/pdf-overflow.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import weasyprint

from exporter import walking
from exporter.diagnostics import Diagnostic
from exporter.rendering.job import Job
from exporter.rendering.pdf.readable.broken_words import broken_words
from exporter.rendering.pdf.readable.covered import covered_texts
from exporter.rendering.pdf.readable.finding import SEVERITIES, Finding, diagnostic_of
from exporter.rendering.pdf.readable.laid_out import Extent, Thing, things_on

TOLERANCE = 2.0  # pixels, half a millimetre


def overflows(document: weasyprint.Document, job: Job) -> tuple[Diagnostic, ...]:
    """The worst finding of each block or field, in the order of the pages: an error where it can't be read, or a warning."""
    pieces = {piece.id: piece.text for piece in walking.pieces(job.release)}
    worst: dict[str, Finding] = {}
    shown: set[str] = set()
    for number, page in enumerate(document.pages, start=1):
        things = things_on(page)
        shown.update(thing.owner for thing in things)
        for finding in _on_page(things, number, pieces):
            key = _told_once(finding.thing)
            if key not in worst or _weight(finding) > _weight(worst[key]):
                worst[key] = finding
    for name in reversed([name for name, text in pieces.items() if name not in shown and _is_visible(text)]):
        thing = Thing.missing(name, pieces[name])
        worst[_told_once(thing)] = Finding("pdf.no-room", thing, len(document.pages))
    return tuple(diagnostic_of(finding, job) for finding in worst.values())


def _is_visible(text: str) -> bool:
    """Whether a text has more than spaces and signs without a width."""
    return any(character.isprintable() and not character.isspace() for character in text)


def _told_once(thing: Thing) -> str:
    """What is told as one: a table with all of its cells, a block, the contacts; each text of the template."""
    return thing.owner.partition(".")[0] or thing.text


def _weight(finding: Finding) -> tuple[int, bool, float]:
    return -list(SEVERITIES).index(finding.code), finding.thing.kind == "table", finding.amount


def _on_page(things: list[Thing], page: int, pieces: Mapping[str, str]) -> Iterator[Finding]:
    for thing in things:
        if thing.kind == "ground":
            continue
        bleeds = thing.kind == "picture" and thing.placed
        if out := None if bleeds else _outside(thing.extent, thing.seen):
            yield Finding("pdf.off-paper", thing, page, *out)
        elif out := _outside(thing.extent, thing.room):
            yield Finding("pdf.overflow", thing, page, *out)
    for thing, other in covered_texts(things):
        yield Finding("pdf.covered", thing, page, other=other)
    for thing, word in broken_words(things, pieces):
        yield Finding("pdf.broken-word", thing, page, word=word)


def _outside(extent: Extent, room: Extent) -> tuple[str, float] | None:
    """The side at which an extent is farthest out of its room, and by how much."""
    beyond = {
        "left": room.left - extent.left,
        "right": extent.right - room.right,
        "top": room.top - extent.top,
        "bottom": extent.bottom - room.bottom,
    }
    side = max(beyond, key=lambda side: beyond[side])
    return (side, beyond[side]) if beyond[side] > TOLERANCE else None
