"""`pressroom build`: which files, what to show, which exit status."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from exporter.cache import cache_folder
from exporter.commands.selection import channels, joined, wanted
from exporter.diagnostics import Diagnostic
from exporter.errors import UsageError
from exporter.pipeline import Options, Outcome, World, build
from exporter.project import Project, find_project
from exporter.streams import has_every_letter
from exporter.target import Target
from exporter.terminal import as_json, draw, tally
from exporter.workers import ENDING

LONG = 4  # releases from which on a progress bar is worth its import


def run(options: argparse.Namespace) -> int:
    """Build once, or again and again with `--watch`. A wrong call is told to machines as a document too."""
    with _ending_tidily():
        try:
            return _run(options)
        except UsageError as error:
            if options.format == "json":
                _print({"channels": [], "outcomes": [], "error": str(error)})
            raise


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Meanwhile SIGTERM and SIGHUP unwind this process, as Ctrl-C does, so that no temporary file stays."""

    def end(number: int, frame: object) -> NoReturn:
        sys.exit(128 + number)

    before = {}
    with suppress(ValueError):  # signals are the main thread's alone
        before = {number: signal.signal(number, end) for number in ENDING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _run(options: argparse.Namespace) -> int:
    files = wanted(options.paths)
    project = find_project(files[0] if files else Path())
    target = Target(options.pdf_standard, options.print, options.copy)
    chosen = Options(channels(options.to), options.out, options.strict, target)
    if not options.watch:
        return build_once(project, files, chosen, options.format)
    from exporter.commands.watch import run_watch

    out = options.out or project.build
    return run_watch(project, options.paths, out, lambda changed: build_once(project, changed, chosen, options.format))


def build_once(project: Project, files: Sequence[Path], options: Options, form: str) -> int:
    """Build these files and show what became of each; 1 when one failed."""
    world = World(os.environ, lambda: dt.datetime.now(dt.UTC), cache=cache_folder())
    outcomes = build(project, files, options, world)
    show = _as_documents if form == "json" else _as_text
    return 1 if show(outcomes, len(files), options) else 0


# --- for people --------------------------------------------------------------------------------------------------------


def _as_text(outcomes: Iterable[Outcome], count: int, options: Options) -> bool:
    """Show each outcome as it comes; True when something failed."""
    failed = False
    said: list[Diagnostic] = []
    for outcome in _with_progress(outcomes, count):
        for diagnostic in outcome.diagnostics:
            print(draw(diagnostic, colour=sys.stderr.isatty()), file=sys.stderr)
        said += outcome.diagnostics
        failed |= _show(outcome, options)
    if counts := tally(said):
        print(counts, file=sys.stderr)
    return failed


def _show(outcome: Outcome, options: Options) -> bool:
    """One outcome's paths, or that it failed and what stays; True when it failed."""
    if outcome.fine:
        agree = "agree" if len(options.channels) > 1 else "agrees"
        print(f"{outcome.story}: {joined(options.channels)} {agree} on {outcome.words} words")
        for path in outcome.paths:
            print(f"  {path}")
        return False
    if failed := _has_failed(outcome, options):
        stays = f"; the last good output stays in {outcome.folder}" if (outcome.folder / "manifest.json").exists() else ""
        print(f"{outcome.story}: not built{stays}", file=sys.stderr)
    return failed


def _has_failed(outcome: Outcome, options: Options) -> bool:
    """Whether there are no files and something is to blame; a brand that is only warned about has none either."""
    return not outcome.fine and (options.strict or any(diagnostic.is_error for diagnostic in outcome.diagnostics))


def _with_progress(outcomes: Iterable[Outcome], count: int) -> Iterator[Outcome]:
    """The same outcomes, with a bar on long work when a person is watching."""
    if count < LONG or not sys.stderr.isatty():
        yield from outcomes
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("building"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console, on_terminal = Console(stderr=True), sys.stdout.isatty()
    # No refreshing thread: workers are forked while the bar is there. Paths go past the bar unless they share its terminal.
    with Progress(*columns, console=console, transient=True, auto_refresh=False, redirect_stdout=on_terminal) as bar:
        task = bar.add_task("building", total=count)
        for outcome in outcomes:
            yield outcome
            bar.update(task, advance=1, refresh=True)


# --- for machines ------------------------------------------------------------------------------------------------------


def _as_documents(outcomes: Iterable[Outcome], count: int, options: Options) -> bool:
    """Print one JSON document for the whole build; True when something failed."""
    found = list(outcomes)
    _print({"channels": list(options.channels), "outcomes": [_document(outcome) for outcome in found]})
    return any(_has_failed(outcome, options) for outcome in found)


def _print(document: Mapping[str, object]) -> None:
    import json

    print(json.dumps(document, indent=2, ensure_ascii=not has_every_letter()))


def _document(outcome: Outcome) -> Mapping[str, object]:
    return {
        "file": outcome.story,
        "built": outcome.fine,
        "paths": [str(path) for path in outcome.paths],
        "words": outcome.words,
        "diagnostics": [as_json(diagnostic) for diagnostic in outcome.diagnostics],
    }
