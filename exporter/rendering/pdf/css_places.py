"""Where in a project's templates a rule of the composed page's stylesheet stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Place
from exporter.rendering.job import Job

AT = re.compile(r" at (\d+):(\d+)")
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def css_place(message: str, job: Job) -> Place | None:
    """The place of the line that WeasyPrint names in a message, which it counts from `<style>`.

    None where it names none, or where not just one line of the templates reads so: Jinja may have made it.
    """
    if not (named := AT.search(message)):
        return None
    number, column = int(named[1]), int(named[2])
    found: set[Place] = set()
    for style in STYLE.findall(job.composition.html):
        lines = style.split("\n")
        if number <= len(lines) and lines[number - 1].strip():
            found.update(_places(lines[number - 1], column, job))
    return found.pop() if len(found) == 1 else None


def _places(line: str, column: int, job: Job) -> Iterator[Place]:
    """Each place in the templates of the channel where a line stands."""
    for name in _templates(job):
        path = job.folders.find(name)
        for number, text in enumerate(path.read_text(encoding="utf-8").split("\n") if path else (), start=1):
            if text.strip() == line.strip():
                yield Place(f"templates/{name}", number, column + text.index(text.strip()) - line.index(line.strip()))


def _templates(job: Job) -> list[str]:
    """The names of the channel's templates; one of the project hides the packaged one of its name."""
    channel = job.composition.channel
    return sorted({f"{channel}/{file.name}" for folder in job.folders.folders for file in (folder / channel).glob("*.*")})
