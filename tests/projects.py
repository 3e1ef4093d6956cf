"""Small projects on disk, and the command run on them, for tests of the whole way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from exporter.pipeline import Options, Outcome, World, build
from exporter.project import Project
from exporter.terminal import draw

STORY = """---
title: Small ports grow
lang: en
date: 2026-05-12
contact: {name: Tomas Reyl, email: press@harbour.example}
---

The lead says that 12 million tonnes passed.[^a]

A second paragraph follows it.

[^a]: Counted in 2025.
"""
DAY = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


def make(folder: Path, files: Mapping[str, str | bytes]) -> Project:
    """A project with these files, each a text or bytes, by path."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Project(folder)


def world(day: dt.datetime = DAY, **environment: str) -> World:
    """An outside world whose clock stands still."""
    return World(environment, lambda: day)


def built(project: Project, options: Options | None = None, outside: World | None = None) -> list[Outcome]:
    """The outcomes of building all of a project."""
    return list(build(project, project.stories(), options or Options(), outside or world()))


def told(outcomes: list[Outcome]) -> list[str]:
    """The first line of each diagnostic."""
    return [draw(diagnostic, colour=False).split("\n")[0] for outcome in outcomes for diagnostic in outcome.diagnostics]
