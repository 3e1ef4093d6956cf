"""What a renderer is given: picklable, so that a channel can be rendered on another core."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from exporter.brand import Brand
from exporter.composing.composition import Composition
from exporter.model import Release


@dataclass(frozen=True, slots=True)
class Job:
    """`moment` (aware, whole seconds) is the only time that a renderer may write into a file."""

    release: Release
    brand: Brand
    composition: Composition
    moment: dt.datetime
