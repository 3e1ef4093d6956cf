"""The mistakes of one YAML file, collected while it is read, so that one run tells them all."""

from __future__ import annotations

from collections.abc import Iterable

from exporter.diagnostics import Diagnostic, Source
from exporter.reading.yaml_tree import Scalar, Spot


class Mistakes:
    """Collects diagnostics of one file. `area` is the first part of their codes, unless a code has two parts already."""

    def __init__(self, source: Source, area: str) -> None:
        self.source, self.area = source, area
        self.found: list[Diagnostic] = []

    def error(self, code: str, fact: str, spot: Spot, hint: str = "") -> Diagnostic:
        self.found.append(
            self.source.error(self._code(code), fact, line=spot.line, column=spot.column, length=spot.length, hint=hint)
        )
        return self.found[-1]

    def warning(self, code: str, fact: str, spot: Spot, hint: str = "") -> Diagnostic:
        self.found.append(
            self.source.warning(self._code(code), fact, line=spot.line, column=spot.column, length=spot.length, hint=hint)
        )
        return self.found[-1]

    def _code(self, code: str) -> str:
        return code if "." in code else f"{self.area}.{code}"

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """All, in the order of the file."""
        return tuple(sorted(self.found, key=lambda one: (one.place.line, one.place.column)))


def unknown_key(key: Scalar, known: Iterable[str], where: str = "") -> tuple[str, str]:
    """Fact and hint about a key that nobody reads. `where` names the group that it stands in, "" for the top."""
    inside = f" in `{where}`" if where else ""
    return f"the key `{key.text}` is not known{inside}", suggestion(key.text, known)


def suggestion(word: str, known: Iterable[str]) -> str:
    """`Did you mean …?` for a word that is nearly a known one, else what is known."""
    from difflib import get_close_matches

    names = list(known)
    lower = {name.lower(): name for name in names}
    if near := get_close_matches(word.strip().lower(), lower, n=1, cutoff=0.6):
        return f"Did you mean `{lower[near[0]]}`?"
    listed = ", ".join(f"`{name}`" for name in names)
    return f"Known here: {listed}." if names else ""
