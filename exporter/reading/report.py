"""What reading collects about one text: spots in it, and the diagnostics made at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from exporter.diagnostics import Diagnostic, Source


class Spot(NamedTuple):
    """Characters on one line of a file: 1-based line and column, and how many."""

    line: int
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """An error whose place only the caller knows."""

    code: str
    fact: str
    hint: str = ""


class Report:
    """Collects the diagnostics of one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []

    def error(self, code: str, fact: str, spot: Spot, hint: str = "") -> None:
        """Add an error at a spot."""
        self.diagnostics.append(
            self.source.error(code, fact, line=spot.line, column=spot.column, length=spot.length, hint=hint)
        )

    def warning(self, code: str, fact: str, spot: Spot, hint: str = "") -> None:
        """Add a warning at a spot."""
        self.diagnostics.append(
            self.source.warning(code, fact, line=spot.line, column=spot.column, length=spot.length, hint=hint)
        )

    def problem(self, problem: Problem, spot: Spot) -> None:
        """Add an error that was found elsewhere, at its spot."""
        self.error(problem.code, problem.fact, spot, problem.hint)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All of them, in the order of the file."""
        return tuple(sorted(self.diagnostics, key=lambda one: (one.place.line, one.place.column)))
