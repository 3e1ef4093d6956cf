"""Our PDF, and what other programs make of the same page or of the same words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from exporter.project import Project
from tools.bench.comparisons import Comparison
from tools.bench.formats import BIN, COMPILE, PRESSROOM
from tools.bench.processes import Side
from tools.bench.same_page import write_page
from tools.shots import BROWSERS, NO_NETWORK, QUIET, ProgramMissing, program

OVERHEAD, MEMORY = 1.15, 1.3


def ours(story: Path) -> Side:
    """All of it: reading, composing, tags, both standards, the check of notes, parity, manifest."""
    return Side("pressroom build --to pdf", ((PRESSROOM, "build", str(story), "--to", "pdf", "--out", "{out}"),))


def weasyprint(page: Path) -> Side:
    """WeasyPrint's own command, without tags or a standard."""
    return Side("weasyprint (same HTML, untagged)", ((str(BIN / "weasyprint"), str(page), "{out}/page.pdf"),))


def comparisons(story: Path, project: Project, folder: Path) -> Iterator[Comparison]:
    """Against WeasyPrint on the same page, Chromium on it, and typst on the same words; files for them go to `folder`."""
    page = write_page(story, project, folder)
    yield against_weasyprint(story, page)
    yield Comparison(ours(story), typst(story, folder))
    try:
        yield Comparison(ours(story), chromium(page))
    except ProgramMissing as missing:
        print(f"{missing}, so nothing is compared with it\n")


def against_weasyprint(story: Path, page: Path) -> Comparison:
    return Comparison(ours(story), weasyprint(page), {"wall": OVERHEAD, "cpu": OVERHEAD, "megabytes": MEMORY})


def chromium(page: Path) -> Side:
    """Headless Chromium, which tags its PDF. Raises ProgramMissing."""
    printing = (program(*BROWSERS), *QUIET, NO_NETWORK, "--user-data-dir={out}/profile", "--no-pdf-header-footer")
    return Side("chromium --print-to-pdf (same HTML)", ((*printing, "--print-to-pdf={out}/page.pdf", str(page)),))


def typst(story: Path, folder: Path) -> Side:
    """typst on what pandoc makes of the content file; only typst's part is timed."""
    import pypandoc  # only `make bench` installs it

    source = folder / "story.typ"
    convert = (pypandoc.get_pandoc_path(), "--to=typst", f"--extract-media={folder}", f"--resource-path={story.parent}")
    subprocess.run([*convert, str(story), f"--output={source}"], check=True)
    return Side("typst (same words)", ((sys.executable, "-c", COMPILE, str(source), "{out}/story.pdf"),))
