"""Something on a laid out page that can't be read where it stands, and how that is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from exporter.diagnostics import Diagnostic, Severity
from exporter.rendering.job import Job
from exporter.rendering.pdf.readable.laid_out import Thing
from exporter.rendering.pdf.readable.places import place_of

MILLIMETRES = 25.4 / 96  # in a CSS pixel
SHOWN = 40  # characters of a text in a message

Code = Literal["pdf.no-room", "pdf.off-paper", "pdf.covered", "pdf.overflow", "pdf.broken-word"]
SEVERITIES: Mapping[Code, Severity] = {  # the worst comes first
    "pdf.no-room": Severity.ERROR,
    "pdf.off-paper": Severity.ERROR,
    "pdf.covered": Severity.ERROR,
    "pdf.overflow": Severity.WARNING,
    "pdf.broken-word": Severity.WARNING,
}


class Finding(Struct, frozen=True):
    """`thing` on page `page` (from 1) is `amount` pixels too far out at `side`, or covered by `other`, or breaks `word`."""

    code: Code
    thing: Thing
    page: int
    side: str = ""
    amount: float = 0.0
    other: Thing | None = None
    word: str = ""


def diagnostic_of(finding: Finding, job: Job) -> Diagnostic:
    """A finding at its place in the source, or in the template."""
    thing = finding.thing
    page = f", on page {finding.page} of the PDF" if finding.code != "pdf.no-room" else ""
    place = place_of(thing.owner, thing.text, job)
    return Diagnostic(
        SEVERITIES[finding.code], finding.code, FACTS[finding.code](finding) + page, place, HINTS[finding.code](finding)
    )


def _named(thing: Thing) -> str:
    return {"table": "this table", "picture": "this picture"}.get(thing.kind) or f"“{_shown(thing.text)}”"


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def _distance(finding: Finding) -> str:
    millimetres = finding.amount * MILLIMETRES
    return f"{millimetres:.0f} mm" if millimetres >= 2 else f"{millimetres:.1f} mm"


# --- facts ----------------------------------------------------------------------------------------------------------------


def _no_room(finding: Finding) -> str:
    return f"{_named(finding.thing)} found no room, so it is missing in the PDF"


def _off_paper(finding: Finding) -> str:
    edge = "the paper" if finding.thing.whole_paper else "its frame"
    return f"{_named(finding.thing)} runs {_distance(finding)} off {edge} at the {finding.side}"


def _covered(finding: Finding) -> str:
    kind = finding.other.kind if finding.other else ""
    if finding.other and kind == "text":
        return f"{_named(finding.thing)} and {_named(finding.other)} stand on each other"
    return f"{_named(finding.thing)} is covered by a {'picture' if kind == 'picture' else 'coloured box'}"


def _overflow(finding: Finding) -> str:
    if finding.side == "bottom":
        return f"{_named(finding.thing)} reaches {_distance(finding)} below the end of the page’s text"
    return f"{_named(finding.thing)} reaches {_distance(finding)} out of its column at the {finding.side}"


def _broken_word(finding: Finding) -> str:
    return f"“{_shown(finding.word)}” is broken in the middle, since its column is too narrow for it"


FACTS: Mapping[Code, Callable[[Finding], str]] = {
    "pdf.no-room": _no_room,
    "pdf.off-paper": _off_paper,
    "pdf.covered": _covered,
    "pdf.overflow": _overflow,
    "pdf.broken-word": _broken_word,
}


# --- hints ----------------------------------------------------------------------------------------------------------------


def _shorten(finding: Finding) -> str:
    return "Shorten it, or what stands around it."


def _part(finding: Finding) -> str:
    return "Shorten one of them; if a stylesheet of yours places them, look there."


def _fit(finding: Finding) -> str:
    thing = finding.thing
    if thing.kind == "table" or _is_cell(thing):
        return "Leave columns out, make two tables of it, or shorten its longest words."
    if thing.kind == "picture":
        return "Let the stylesheet set it smaller: img { max-width: 100% }."
    if finding.side in ("top", "bottom"):
        return _shorten(finding)
    return "Shorten the long word, or write &shy; where it may have a hyphen."


def _is_cell(thing: Thing) -> bool:
    return thing.owner.startswith("t") and ".r" in thing.owner


HINTS: Mapping[Code, Callable[[Finding], str]] = {
    "pdf.no-room": _shorten,
    "pdf.off-paper": _fit,
    "pdf.covered": _part,
    "pdf.overflow": _fit,
    "pdf.broken-word": _fit,
}
