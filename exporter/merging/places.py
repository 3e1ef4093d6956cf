"""Where a change stands in the content file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from exporter import walking
from exporter.merging.change import Change
from exporter.merging.ids import block_of
from exporter.merging.since import Since
from exporter.model import Release, Span


def placed(change: Change, base: Release, now: Release, history: Since) -> Change:
    """The change with its lines in the content file; of what is gone from it, those that it had."""
    name = history.ids.get(change.id, "")
    span = _spans(now).get(name) or _spans(now).get(block_of(name)) if name else None
    if span is None:
        span = _spans(base).get(change.id) or _spans(base).get(block_of(change.id))
    return replace(change, line=span.line, end_line=span.end_line) if span else change


def _spans(release: Release) -> Mapping[str, Span]:
    """Where the pieces and blocks of a release stand."""
    spans = {block.id: block.span for block in walking.blocks(release)} | dict(release.fields)
    return spans | {piece.id: piece.span for piece in walking.pieces(release)}
