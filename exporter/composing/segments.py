"""A composed text as a sequence of segments, each under the id of its piece: what parity holds against the release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Flow = Literal["flow", "note"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under one piece's id (`p1`, `contact.0.name`; "" = computed). `flow` is "note" where notes are read apart."""

    id: str
    text: str
    flow: Flow = "flow"
