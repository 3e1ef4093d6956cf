"""`pressroom build --watch`: build, and build again what a change touches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from exporter.errors import UsageError
from exporter.project import SUFFIX, Project

Build = Callable[[Sequence[Path]], int]
Changes = Iterable[set[Path]]


def run_watch(project: Project, paths: Sequence[Path], out: Path, build: Build, changes: Changes | None = None) -> int:
    """Build what `paths` name, then wait for changes under the project and build what each touches, until Ctrl-C.

    A changed content file is built alone; anything else (brand, template, picture) builds all. `changes` yields sets of
    changed paths; by default they come from the file system.
    """
    from exporter.commands.selection import wanted

    status = build(wanted(paths))
    print("watching for changes; Ctrl-C ends", file=sys.stderr)
    try:
        for changed in changes if changes is not None else _changes_on_disk(project, out):
            if files := touched(changed, _still_wanted(paths)):
                status = build(files)
    except KeyboardInterrupt:
        print(file=sys.stderr)
    return status


def _still_wanted(paths: Sequence[Path]) -> tuple[Path, ...]:
    """What `paths` name now; a file may have gone, or the last one of a folder."""
    from exporter.commands.selection import wanted

    try:
        return wanted(paths)
    except UsageError as error:
        print(f"pressroom: {error}", file=sys.stderr)
        return ()


def touched(changed: set[Path], files: Sequence[Path]) -> tuple[Path, ...]:
    """Of `files`, those that must be built again."""
    absolute = {file.resolve(): file for file in files}
    own = {path.resolve() for path in changed}
    if any(path not in absolute and path.suffix != SUFFIX for path in own):
        return tuple(files)
    return tuple(file for path, file in absolute.items() if path in own)


def _changes_on_disk(project: Project, out: Path) -> Changes:
    """Sets of changed paths under the project, without its outputs and hidden files."""
    from watchfiles import DefaultFilter, watch

    ignored = DefaultFilter(ignore_paths=[out.resolve()])
    for changed in watch(project.root, watch_filter=ignored, raise_interrupt=True):
        yield {Path(path) for _, path in changed}
