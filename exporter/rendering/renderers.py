"""The table of channels. A renderer's module, and the library behind it, is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exporter.artifact import Artifact
    from exporter.diagnostics import Result
    from exporter.rendering.job import Job

RENDERERS: Mapping[str, str] = {
    "pdf": "exporter.rendering.pdf.document",
    "word": "exporter.rendering.word.document",
    "email": "exporter.rendering.email.document",
}
CHANNELS = tuple(RENDERERS)


def warm_up(channel: str) -> None:
    """Import what the channel needs."""
    import_module(RENDERERS[channel])


def render(channel: str, job: Job) -> Result[tuple[Artifact, ...]]:
    """A channel's artifacts, by the function `render` of its module."""
    renderer: Callable[[Job], Result[tuple[Artifact, ...]]] = import_module(RENDERERS[channel]).render
    return renderer(job)
