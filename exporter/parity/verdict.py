"""The outcome of parity for one channel."""

from __future__ import annotations

from msgspec import Struct

from exporter.diagnostics import Diagnostic


class Parity(Struct, frozen=True):
    """The outcome for one channel: `pieces` and `words` count what the release gives every artifact to say."""

    channel: str
    pieces: int
    words: int
    diagnostics: tuple[Diagnostic, ...]
