"""A release of 1, 10 and 100 pages: whether time grows with the pages and no faster, and how much memory it takes."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pypdfium2 import PdfDocument

from exporter.pipeline import Options, World, build
from exporter.project import Project
from tools.bench.comparisons import verdict
from tools.bench.processes import Cost

CHAPTERS = (1, 10, 100)  # each fills a page
VOCABULARY = (
    "harbour quay cargo timber lighthouse survey tonnes winter ferry crane pilot ledger tide berth freight barge "
    "channel dredging custom warehouse season record council report measure weather north coast small public"
)
WORDS = VOCABULARY.split()
HEAD = """---
title: A release of {chapters} chapters
lang: en
date: 2026-05-12
contact: {{name: Tomas Reyl, email: press@harbour.example}}
---
"""


class Grown(NamedTuple):
    """What a release of so many pages took."""

    pages: int
    cost: Cost


def project(folder: Path, like: Project) -> Project:
    """A new project below `folder` with the brand of another."""
    made = Project(folder / "project")
    made.content.mkdir(parents=True)
    if like.brand:
        shutil.copy(like.brand, made.root)
        shutil.copytree(like.content / "images", made.content / "images")
    return made


def write_story(where: Project, chapters: int) -> Path:
    """A content file of so many chapters, the same for the same number."""
    path = where.content / f"chapters-{chapters}.md"
    path.write_text(story(chapters), encoding="utf-8")
    return path


def story(chapters: int) -> str:
    return HEAD.format(chapters=chapters) + "\n".join(_chapter(number) for number in range(1, chapters + 1))


def _chapter(number: int) -> str:
    rows = "\n".join(f"| {_words(number + row, 2)} | {number * 7 + row} | {number * 3 + row} |" for row in range(5))
    items = "\n".join(f"- {_words(number * 5 + item, 9)}" for item in range(4))
    first, second, third = (_sentences(number * 11 + part, 5) for part in range(3))
    return f"""
## {_words(number, 4).capitalize()}

{first}[^{number}]

{second}

| Harbour | Calls | Tonnes |
|:--|--:|--:|
{rows}

{items}

{third}

[^{number}]: {_words(number + 40, 10).capitalize()}.
"""


def _sentences(start: int, count: int) -> str:
    return " ".join(f"{_words(start * 13 + number, 11).capitalize()}." for number in range(count))


def _words(start: int, count: int) -> str:
    return " ".join(WORDS[(start * 17 + number * (start % 7 + 1)) % len(WORDS)] for number in range(count))


def count_pages(path: Path, where: Project) -> int:
    """How many pages we make of a content file. Raises RuntimeError when it can't be built."""
    out = where.root / "build"
    (outcome,) = build(
        where, [path], Options(channels=("pdf",), out=out), World(os.environ, lambda: dt.datetime.now(dt.UTC))
    )
    if not outcome.fine:
        raise RuntimeError(f"{path} can't be built: {outcome.diagnostics}")
    document = PdfDocument(out / path.stem / f"{path.stem}.pdf")
    try:
        return len(document)
    finally:
        document.close()


def linearity(grown: Sequence[Grown]) -> Iterator[str]:
    """Whether time grows no faster than pages, from the longest release but one to the longest."""
    short, long = grown[-2:]
    for figure, name in (("wall", "wall"), ("cpu", "CPU")):
        few, many = (float(getattr(one.cost, figure)) for one in (short, long))
        target = long.pages / short.pages
        judged = verdict(many / few, target)
        each = (many - few) / (long.pages - short.pages) * 1000
        yield f"  {long.pages} pages, {name}: {judged} times that of {short.pages}, {each:.0f} ms a further page"
