"""`python -m tools.bench`: every comparison, printed as it is made."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from exporter.project import Project
from tools.bench import __doc__ as about
from tools.bench import formats, growth, pdf, word
from tools.bench.comparisons import HEADING, Comparison, compare, report
from tools.bench.processes import Cost
from tools.bench.same_page import write_page

SAMPLE = Path("content/japan-us-alliance.md")
LIBRARIES = ("pypandoc_binary", "typst", "weasyprint", "docxtpl")
OF_LONG = 3  # runs of the longest release at most: each takes ten seconds


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every comparison, or those of one part."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=about)
    parser.add_argument("--runs", type=int, default=7, help="runs of each side (default: 7)")
    parser.add_argument("--only", choices=tuple(PARTS), help="one part")
    options = parser.parse_args(arguments)
    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    print(f"{SAMPLE}, medians of {options.runs} runs; {versions}")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} (above 0.5, other work takes part in the wall times)\n")
    for name, part in PARTS.items():
        if options.only in (None, name):
            part(options.runs)
    return 0


def _formats(runs: int) -> None:
    """Everything that a build makes, beside pandoc."""
    _show(formats.comparisons(SAMPLE), runs)


def _pdf(runs: int) -> None:
    """The PDF alone."""
    with tempfile.TemporaryDirectory() as folder:
        _show(pdf.comparisons(SAMPLE, Project(Path()), Path(folder)), runs)


def _word(runs: int) -> None:
    """The Word copy alone, and a merge."""
    with tempfile.TemporaryDirectory() as folder:
        project = growth.project(Path(folder), Project(Path()))
        _show(word.comparisons(project, Path(folder)), runs)


def _growth(runs: int) -> None:
    """Releases of more and more pages."""
    grown: list[growth.Grown] = []
    with tempfile.TemporaryDirectory() as folder:
        project = growth.project(Path(folder), Project(Path()))
        for chapters in growth.CHAPTERS:
            story = growth.write_story(project, chapters)
            page = write_page(story, project, Path(folder) / story.stem)
            pages = growth.count_pages(story, project)
            (cost,) = _show(
                [pdf.against_weasyprint(story, page)],
                min(runs, OF_LONG) if pages > 50 else runs,
                f"{pages} page{'s' * (pages > 1)}",
            )
            grown.append(growth.Grown(pages, cost))
    print("\n".join(growth.linearity(grown)))


PARTS = {"formats": _formats, "pdf": _pdf, "word": _word, "growth": _growth}


def _show(comparisons: Iterable[Comparison], runs: int, title: str = "") -> list[Cost]:
    """Make and print comparisons; what ours took in each."""
    print(f"{title:44}{HEADING}", flush=True)
    found: list[Cost] = []
    for comparison in comparisons:
        ours, theirs = compare(comparison, runs)
        print(report(comparison, ours, theirs), flush=True)
        found.append(ours)
    return found


if __name__ == "__main__":
    sys.exit(main())
