"""Editorial rules: what a careful editor would ask about a text that is otherwise in order. One function a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exporter.checking.quotation import check_quotation_marks
from exporter.diagnostics import Diagnostic, Source
from exporter.model import Release

Rule = Callable[[Release, Source], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = (check_quotation_marks,)


def check(release: Release, source: Source) -> tuple[Diagnostic, ...]:
    """What the rules warn of, in the order of the file; `source` is the file's text."""
    found = [diagnostic for rule in RULES for diagnostic in rule(release, source)]
    return tuple(sorted(found, key=lambda one: (one.place.line, one.place.column)))
