"""`pressroom check`: whether Word files can be used by everybody."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from exporter.accessibility.check import check_word
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.streams import has_every_letter
from exporter.terminal import as_json, draw, tally

Found = Mapping[Path, Sequence[Diagnostic]]


def run(options: argparse.Namespace) -> int:
    """Check each file; 1 when one breaks a rule or can't be read."""
    found = {path: _check(path) for path in options.paths}
    show = _as_document if options.format == "json" else _as_text
    show(found)
    return int(any(found.values()))


def _check(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return check_word(str(path), path.read_bytes())
    except OSError as error:
        fact = f"this file can't be read: {(error.strerror or str(error)).lower()}"
        return (Diagnostic(Severity.ERROR, "file.unreadable", fact, Place(str(path))),)


def _as_text(found: Found) -> None:
    for path, diagnostics in found.items():
        for diagnostic in diagnostics:
            print(draw(diagnostic, colour=sys.stderr.isatty()), file=sys.stderr)
        if not diagnostics:
            print(f"{path}: keeps every rule")
    if counts := tally(one for diagnostics in found.values() for one in diagnostics):
        print(counts, file=sys.stderr)


def _as_document(found: Found) -> None:
    files = [
        {"file": str(path), "fine": not diagnostics, "diagnostics": [as_json(one) for one in diagnostics]}
        for path, diagnostics in found.items()
    ]
    print(json.dumps({"files": files}, indent=2, ensure_ascii=not has_every_letter()))
