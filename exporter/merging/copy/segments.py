"""The words of a paragraph, cut where another piece of the source begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from exporter.merging.copy.view import Segment
from exporter.merging.runs import Run, Runs, fused, normal

Owned = tuple[str, Run]  # a run and the piece that it belongs to
SPACE = " \t\r\f\v\n"


def segments(runs: Iterable[Owned]) -> tuple[Segment, ...]:
    """The segments of a paragraph. White space between two pieces belongs to neither, nor does that at its ends."""
    made: list[Segment] = []
    waiting = ""
    for owner, group in groupby(runs, key=lambda owned: owned[0]):
        before, inner, after = _trimmed([run for _, run in group])
        waiting += before
        if not inner:
            continue
        _put_space(made, waiting)
        made.append(Segment(owner, normal(inner)))
        waiting = after
    return tuple(_joined(made))


def _trimmed(runs: list[Run]) -> tuple[str, Runs, str]:
    """Runs without the white space at either end, and that white space."""
    before = after = ""
    while runs and runs[0].is_words:
        kept = runs[0].text.lstrip(SPACE)
        before += runs[0].text[: len(runs[0].text) - len(kept)]
        if kept:
            runs[0] = replace(runs[0], text=kept)
            break
        del runs[0]
    while runs and runs[-1].is_words:
        kept = runs[-1].text.rstrip(SPACE)
        after = runs[-1].text[len(kept) :] + after
        if kept:
            runs[-1] = replace(runs[-1], text=kept)
            break
        del runs[-1]
    return before, tuple(runs), after


def _put_space(made: list[Segment], space: str) -> None:
    """The white space between two segments, as one of no piece."""
    words = "\n" * space.count("\n") or " " * bool(space)
    if words and (made or "\n" in words):
        made.append(Segment("", (Run(words),)))


def _joined(made: list[Segment]) -> Iterator[Segment]:
    """Neighbours of one owner as one segment."""
    for owner, group in groupby(made, key=lambda segment: segment.id):
        found = list(group)
        yield found[0] if len(found) == 1 else Segment(owner, tuple(fused(run for each in found for run in each.runs)))


def verbatim(runs: Iterable[Owned]) -> tuple[Segment, ...]:
    """The segments of a code block, white space as it is."""
    return tuple(
        Segment(owner, tuple(fused(run for _, run in group))) for owner, group in groupby(runs, key=lambda owned: owned[0])
    )
