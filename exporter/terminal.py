"""How diagnostics are shown: to a person with the line and a caret, to a machine as JSON."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from exporter.diagnostics import Diagnostic, Severity

COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33"}
WIDEST = 160  # characters of a source line that are shown


def draw(diagnostic: Diagnostic, *, colour: bool) -> str:
    """A diagnostic as `file:line:column: code: fact`, the line, a caret and the hint."""
    severity = "warning: " if diagnostic.severity is Severity.WARNING else ""
    head = (
        f"{diagnostic.place}: {severity}{_paint(diagnostic.code, COLOURS[diagnostic.severity], colour)}: {diagnostic.fact}"
    )
    parts = [head]
    if diagnostic.place.line and diagnostic.source_line.strip():
        parts += _excerpt(diagnostic, colour)
    if diagnostic.hint:
        parts.append(f"  {_paint('hint:', '36', colour)} {diagnostic.hint}")
    return "\n".join(parts)


def _excerpt(diagnostic: Diagnostic, colour: bool) -> list[str]:
    """The source line and a caret line; of a long line, the part around the place."""
    line, column = diagnostic.source_line.replace("\t", " "), diagnostic.place.column or 1
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    shown = "".join(character if character.isprintable() else "\ufffd" for character in line[start : start + WIDEST])
    before, marked = shown[: column - 1 - start], shown[column - 1 - start :][: diagnostic.place.length]
    number = str(diagnostic.place.line)
    carets = "^" * max(1, _columns(marked))
    caret = _paint(carets, COLOURS[diagnostic.severity], colour)
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * _columns(before)}{caret}"]


def _columns(text: str) -> int:
    """How many terminal columns a text takes: East Asian wide characters two, combining marks none (UAX #11)."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def as_json(diagnostic: Diagnostic) -> Mapping[str, object]:
    """A diagnostic for machines."""
    place = diagnostic.place
    return {
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "length": place.length,
        "fact": diagnostic.fact,
        "hint": diagnostic.hint,
    }


def tally(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`, or "" when there is nothing."""
    found = list(diagnostics)
    errors = sum(diagnostic.is_error for diagnostic in found)
    counts = ((errors, "error"), (len(found) - errors, "warning"))
    return ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count)
