"""A composition as a row of texts, each under the id of its piece: what parity compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Segment:
    """Some text in reading order. `id` is the piece's ("" = computed); `flow` tells a footnote from the rest."""

    id: str
    text: str
    flow: Literal["flow", "note"] = "flow"
