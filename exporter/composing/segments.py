"""A composed text as a sequence of segments, each under the id of its piece: what parity holds against the release."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Flow = Literal["flow", "note"]


class Segment(Struct, frozen=True):
    """Text under one piece's id (`p1`, `contact.0.name`; "" = computed). `flow` is "note" where notes are read apart."""

    id: str
    text: str
    flow: Flow = "flow"
