"""What a renderer is given: picklable, so that a channel can be rendered on another core."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field

from exporter.brand import Brand
from exporter.composing.composition import Composition
from exporter.composing.folders import TemplateFolders
from exporter.model import Release
from exporter.record import Origin
from exporter.target import Target


class Job(Struct, frozen=True):
    """`moment` (aware, whole seconds) is the only time that a renderer may write into a file.

    `folders` is where templates are, for a renderer that needs more of them than the composed page.

    `target` says what files are made for. `text` is the content file's, for the places of what a renderer finds; `origin` is
    the file itself, for a record of it (None = none is wanted). `sketched` = nobody will look at it, so that drawings
    need not be drawn.
    """

    release: Release
    brand: Brand
    composition: Composition
    moment: dt.datetime
    folders: TemplateFolders = field(default_factory=lambda: TemplateFolders.of_project(None))
    target: Target = Target()
    text: str = ""
    origin: Origin | None = None
    sketched: bool = False
