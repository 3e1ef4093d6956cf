"""Markdown read on its own, as tests of reading need it."""

from __future__ import annotations

from pathlib import Path

from exporter.diagnostics import Source
from exporter.reading.markdown.body import Body, read_markdown
from exporter.reading.mistakes import Mistakes
from exporter.reading.pictures.assets import Pictures
from exporter.terminal import draw

NOWHERE = Path(__file__).parent / "nowhere"


def read_body(text: str, project: Path = NOWHERE) -> tuple[Body, Mistakes]:
    """The body of a Markdown text, and what is wrong with it; pictures are looked for in `project`."""
    mistakes = Mistakes(Source("a.md", text))
    return read_markdown(mistakes, 1, Pictures(project, project)), mistakes


def body(text: str, project: Path = NOWHERE) -> Body:
    """The body of a text that has no mistakes."""
    read, mistakes = read_body(text, project)
    assert [draw(one, colour=False) for one in mistakes.in_order()] == []
    return read


def told(text: str, project: Path = NOWHERE) -> list[str]:
    """What a person is told about a text, each mistake drawn whole."""
    return [draw(one, colour=False) for one in read_body(text, project)[1].in_order()]


def codes(text: str, project: Path = NOWHERE) -> list[str]:
    """The codes of what is told, in the order of the text."""
    return [one.code for one in read_body(text, project)[1].in_order()]
