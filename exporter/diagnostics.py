"""What a person is told about their files: a place, a fact and a hint, and how that is drawn."""

from __future__ import annotations

import enum
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Severity(enum.Enum):
    """Errors end a build with exit status 1; warnings do so only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True):
    """Where a fact stands: a file as the user named it, and 1-based line and column (0 = the file as a whole).

    `length` counts the characters to underline, all on that line.
    """

    file: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column or 1}"


class Diagnostic(Struct, frozen=True):
    """One problem. `code` is stable and dotted (`front-matter.unknown-key`); `fact` is one sentence without a full stop.

    `source_line` is the text of the line that `place` names, where there is one.
    """

    severity: Severity
    code: str
    fact: str
    place: Place
    hint: str = ""
    source_line: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


class Result(Struct, Generic[T], frozen=True):
    """What a stage made, and what it has to say about it. `value` is None exactly when an error prevents one."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


class Source:
    """A text and its name, from which diagnostics are made with their line shown."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = text.split("\n")

    def line(self, number: int) -> str:
        """The text of a 1-based line, or "" outside the file."""
        return self.lines[number - 1].rstrip("\r") if 1 <= number <= len(self.lines) else ""

    def error(self, code: str, fact: str, *, line: int = 0, column: int = 1, length: int = 1, hint: str = "") -> Diagnostic:
        return self._diagnostic(Severity.ERROR, code, fact, line, column, length, hint)

    def warning(
        self, code: str, fact: str, *, line: int = 0, column: int = 1, length: int = 1, hint: str = ""
    ) -> Diagnostic:
        return self._diagnostic(Severity.WARNING, code, fact, line, column, length, hint)

    def _diagnostic(
        self, severity: Severity, code: str, fact: str, line: int, column: int, length: int, hint: str
    ) -> Diagnostic:
        place = Place(self.file, line, column if line else 0, length)
        return Diagnostic(severity, code, fact, place, hint, self.line(line))
