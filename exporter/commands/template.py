"""`pressroom template check`: what becomes of a release in a Word template of the house."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.errors import Refused
from exporter.front_matter import WordTemplate
from exporter.project import Project, find_project
from exporter.streams import has_every_letter
from exporter.terminal import as_json, draw, tally

if TYPE_CHECKING:
    from exporter.rendering.word.house.report import Report


def run(options: argparse.Namespace) -> int:
    """Tell what a template lacks and what will happen; 1 when it can't be used, or not by everybody."""
    from exporter.composing.folders import TemplateFolders
    from exporter.rendering.word.house.report import report_on

    project = find_project(options.file)
    brand = _brand(project)
    template = WordTemplate(str(options.file), _read(options.file))
    report = report_on(template, brand.word, brand, TemplateFolders.of_project(project.root))
    (_as_document if options.format == "json" else _as_text)(report)
    return int(not report.fine)


def _brand(project: Project) -> Brand:
    """The brand of the project that the template is in."""
    from exporter.reading.brand.file import read_brand

    brand = read_brand(project.brand, project.root)
    if brand.value is None:
        raise Refused(*brand.diagnostics)
    return brand.value


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        fact = f"this file can't be read: {(error.strerror or str(error)).lower()}"
        raise Refused(Diagnostic(Severity.ERROR, "file.unreadable", fact, Place(str(path)))) from error


def _as_text(report: Report) -> None:
    from exporter.rendering.word.house.report import sentences

    for sentence in sentences(report):
        print(f"{report.file}: {sentence}")
    for diagnostic in report.diagnostics:
        print(draw(diagnostic, colour=sys.stderr.isatty()), file=sys.stderr)
    if counts := tally(report.diagnostics):
        print(counts, file=sys.stderr)


def _as_document(report: Report) -> None:
    document = msgspec.to_builtins(report) | {"diagnostics": [as_json(one) for one in report.diagnostics]}
    print(json.dumps(document, indent=2, ensure_ascii=not has_every_letter()))
