"""What goes to a workshop and what comes back; light to import, since the parent only hands it on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from exporter.artifact import Artifact
from exporter.brand import Brand
from exporter.diagnostics import Diagnostic
from exporter.drawing.drawing import Drawings
from exporter.model import Release
from exporter.parity.verdict import Parity
from exporter.record import Origin
from exporter.target import Target


class Order(Struct, frozen=True):
    """What is to be made.

    `text` is the content file's text, for diagnostics; `strict` = stop at a warning; `target` says what it is made for.
    `drawings` are the release's charts, drawn, `origin` is the content file itself.
    """

    channel: str
    release: Release
    text: str
    brand: Brand
    labels: Mapping[str, str]
    moment: dt.datetime
    strict: bool = False
    target: Target = Target()
    drawings: Drawings = field(default_factory=dict)
    origin: Origin | None = None


class Product(Struct, frozen=True):
    """What was made: artifacts and their parity, or () and None with the diagnostics that say why."""

    channel: str
    artifacts: tuple[Artifact, ...] = ()
    parity: Parity | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
