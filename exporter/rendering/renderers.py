"""The table of channels. A renderer's module, and the library behind it, is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from exporter.artifact import Artifact
from exporter.diagnostics import Result
from exporter.rendering.job import Job

Renderer = Callable[[Job], Result[tuple[Artifact, ...]]]

RENDERERS: dict[str, str] = {
    "pdf": "exporter.rendering.pdf",
    "word": "exporter.rendering.word.document",
    "email": "exporter.rendering.email",
}


def renderer(channel: str) -> Renderer:
    """The function `render(job)` of a channel's module."""
    render: Renderer = import_module(RENDERERS[channel]).render
    return render
