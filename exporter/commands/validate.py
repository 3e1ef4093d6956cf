"""`pressroom validate`: whether PDFs keep the standards that they promise, by veraPDF."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import UsageError
from exporter.terminal import draw
from exporter.validation.plain_words import plain
from exporter.validation.profiles import NAMES
from exporter.validation.verapdf import Failure, NotAPdf, VeraPdf


def run(options: argparse.Namespace) -> int:
    """Check each file by the standards that it promises, or by those asked for; 1 when one breaks a rule."""
    asked = _standards(options.standard)
    validator = VeraPdf()
    found = [validate(validator, path, asked) for path in options.paths]
    return int(any(found))


def _standards(names: str) -> tuple[str, ...]:
    """Short names of standards, asked for with commas. Raises UsageError for one that veraPDF does not know."""
    asked = tuple(name.strip() for name in names.split(",") if name.strip())
    for name in asked:
        if name not in NAMES:
            raise UsageError(f"--standard: “{name}” is none of {', '.join(NAMES)}")
    return asked


def validate(validator: VeraPdf, path: Path, asked: Sequence[str]) -> bool:
    """Show what a file conforms to, or each rule that it breaks; True when there is something wrong."""
    try:
        data = path.read_bytes()
        standards = asked or validator.promises(data)
        broken = [(name, failure) for name in standards for failure in validator.failures(data, name)]
    except OSError as error:
        return _tell(path, "file.unreadable", f"this file can't be read: {(error.strerror or str(error)).lower()}", "")
    except NotAPdf as error:
        return _tell(
            path, "validate.not-a-pdf", f"veraPDF can't read this file ({error})", "Is it a PDF, whole, and open to all?"
        )
    if not standards:
        hint = f"Name some with --standard: {', '.join(NAMES)}."
        return _tell(path, "validate.no-promise", "this PDF promises no standard", hint)
    for name, failure in broken:
        _tell(path, "validate.broken-rule", f"{NAMES[name]} is broken: {plain(failure, name)}", _rule(failure))
    if not broken:
        print(f"{path}: conforms to {' and '.join(NAMES[name] for name in standards)}")
    return bool(broken)


def _rule(failure: Failure) -> str:
    return f"Clause {failure.clause}, test {failure.test}. veraPDF says: {failure.said.strip()}"


def _tell(path: Path, code: str, fact: str, hint: str) -> bool:
    diagnostic = Diagnostic(Severity.ERROR, code, fact, Place(str(path)), hint)
    print(draw(diagnostic, colour=sys.stderr.isatty()), file=sys.stderr)
    return True
