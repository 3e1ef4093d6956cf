"""`pressroom merge`: an edited Word copy back into its content file."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from exporter.cache import cache_folder
from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.errors import Refused
from exporter.merging.copy.view import Copy
from exporter.merging.report import as_document, as_text
from exporter.outputs import write_over
from exporter.project import Project, find_project, shown_path
from exporter.streams import has_every_letter

T = TypeVar("T")


def run(options: argparse.Namespace) -> int:
    """Show what an edited copy changes, and write it; 1 when something is in conflict, refused or wrong."""
    try:
        return _run(options)
    except Refused as refused:
        if options.format == "json":
            _print(as_document(None, False, refused.diagnostics))
            return 1
        raise


def _run(options: argparse.Namespace) -> int:
    from exporter.merging.copy.reading import read_copy
    from exporter.merging.fresh import Press
    from exporter.merging.merge import merge
    from exporter.merging.remarks import with_remarks

    edited = _bytes(options.copy)

    def known(file: str, sha256: str) -> bytes | None:
        """The content file that a copy without a record names, as long as it is still the same."""
        found = (path.read_bytes() for _, path in _places(options.copy, options.source, file))
        return next((data for data in found if hashlib.sha256(data).hexdigest() == sha256), None)

    copy = _value(read_copy(str(options.copy), edited, known=known))
    project, file = _content_file(options.copy, options.source, copy)
    data = _bytes(file)
    press = Press(file, project, cache_folder())
    if names := press.style_names(copy.record.source):
        copy = _value(read_copy(str(options.copy), edited, names, known))
    merged = _value(merge(copy, data, press, options.track_changes))
    if options.comments and not merged.of("conflict"):
        merged = with_remarks(merged, press)
    written = bool(options.write) and merged.data != data
    if written:
        write_over(file, data, merged.data)
    if options.format == "json":
        _print(as_document(merged, written))
    else:
        print(as_text(merged, options.copy, asked=options.write, written=written, colour=sys.stdout.isatty()))
    return 1 if merged.of("conflict") or merged.of("refused") else 0


def _print(document: object) -> None:
    print(json.dumps(document, indent=2, ensure_ascii=not has_every_letter()))


def _value(result: Result[T]) -> T:
    """What a stage made. Raises Refused with what it says when it made nothing."""
    if result.value is None:
        raise Refused(*(diagnostic for diagnostic in result.diagnostics if diagnostic.is_error))
    return result.value


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Does the file exist, and may you read it?"
        fact = f"this file can't be read: {reason}"
        raise Refused(Diagnostic(Severity.ERROR, "file.unreadable", fact, Place(str(file)), hint)) from None


def _content_file(edited: Path, named: Path | None, copy: Copy) -> tuple[Project, Path]:
    """The content file that a copy was made of: the one that the call names, else by the copy's record in the project of
    this folder, else in the copy's own."""
    for project, file in _places(edited, named, copy.record.file):
        return project, file
    fact = f"this copy was made of {copy.record.file}, which is not in this project"
    hint = "Call `pressroom merge` in the project's folder, or name the content file with --source."
    raise Refused(Diagnostic(Severity.ERROR, "merge.no-content-file", fact, Place(str(edited)), hint))


def _places(edited: Path, named: Path | None, file: str) -> Iterator[tuple[Project, Path]]:
    """Where the content file of that path can be: under its name, in the project of this folder, in that of the copy."""
    if named is not None:
        yield find_project(named), named
        return
    for project in (find_project(Path()), find_project(edited)):
        path = project.root / file
        if path.is_file() and path.resolve().is_relative_to(project.root.resolve()):
            yield project, Path(shown_path(path))
