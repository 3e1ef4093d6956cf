"""The mistakes of one file, collected while it is read, so that one run tells them all."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.diagnostics import Diagnostic, Source
from exporter.reading.spot import Spot


class Mistakes:
    """Collects the diagnostics of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def error(self, code: str, fact: str, spot: Spot, hint: str = "") -> Diagnostic:
        """Add an error at a spot."""
        return self._add(self.source.error(code, fact, line=spot.line, column=spot.column, length=spot.length, hint=hint))

    def warning(self, code: str, fact: str, spot: Spot, hint: str = "") -> Diagnostic:
        """Add a warning at a spot."""
        return self._add(self.source.warning(code, fact, line=spot.line, column=spot.column, length=spot.length, hint=hint))

    def _add(self, diagnostic: Diagnostic) -> Diagnostic:
        self.found.append(diagnostic)
        return diagnostic

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All of them in the order of the file; those of other files, such as a chart's data, come after."""
        own = [one for one in self.found if one.place.file == self.source.file]
        others = [one for one in self.found if one.place.file != self.source.file]
        return (*sorted(own, key=lambda one: (one.place.line, one.place.column)), *others)


def suggestion(word: str, known: Iterable[str]) -> str:
    """`Did you mean “title”?` when a word is nearly a known one, else ""."""
    from difflib import get_close_matches

    by_folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.strip().casefold(), by_folded, n=1, cutoff=0.6)
    return f"Did you mean “{by_folded[near[0]]}”?" if near else ""
