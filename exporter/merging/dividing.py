"""The words of an edited paragraph, given to the pieces that it holds.

Between the pieces stand words that Pressroom has set (a date, “Photo:”, a line break), which can't be edited back. Where the
anchors of the pieces survived they decide; where somebody typed the paragraph anew, the computed words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.copy.view import Paragraph, Segment
from exporter.merging.runs import Run, Runs, normal, text_of

MARK = "\ufffc"  # stands for a call or a picture among words (Unicode, OBJECT REPLACEMENT CHARACTER)


class Divided(Struct, frozen=True):
    """`pieces` are words by id. `computed` tells what became of the words between them: "" = nothing."""

    pieces: Mapping[str, Runs]
    computed: str = ""


def divide(like: Paragraph, edited: Paragraph) -> Divided:
    """The pieces of `edited`, which holds what `like` held."""
    wanted, found = _slots(like.segments), _slots(edited.segments)
    if not any(segment.id for segment in wanted):
        return _computed(wanted, found)
    if [segment.id for segment in wanted] == [segment.id for segment in found] and _settings(wanted) == _settings(found):
        return Divided({segment.id: normal(segment.runs) for segment in found if segment.id})
    runs = normal(run for segment in edited.segments for run in segment.runs)
    there = {segment.id for segment in found}
    kept = _without_lost(wanted, there)
    gone = [words for words in _settings(wanted) if words not in _settings(kept)]
    for slots in (wanted, *([] if any(words in flat(runs) for words in gone) else [kept])):
        if pieces := _cut(slots, runs):
            lost = {segment.id: () for segment in wanted if segment.id and segment.id not in pieces}
            return Divided({**pieces, **lost})
    changed = next((words for words in _settings(wanted) if words.strip() and words not in flat(runs)), "")
    return Divided({}, changed.strip() or " · ".join(filter(None, map(str.strip, _settings(wanted)))) or "the line break")


def _computed(wanted: Sequence[Segment], found: Sequence[Segment]) -> Divided:
    """A paragraph without a piece must be as it was."""
    same = "".join(_settings(wanted)) == flat(run for segment in found for run in segment.runs)
    return Divided({}, "" if same else "".join(_settings(wanted)).strip())


def _slots(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, neighbours without an id as one, none empty."""
    slots: list[Segment] = []
    for segment in segments:
        if slots and slots[-1].id == segment.id:
            slots[-1] = Segment(segment.id, slots[-1].runs + segment.runs)
        elif segment.runs:
            slots.append(segment)
    return slots


def _settings(slots: Sequence[Segment]) -> list[str]:
    """The words that Pressroom has set."""
    return [flat(slot.runs) for slot in slots if not slot.id]


def _without_lost(wanted: Sequence[Segment], there: set[str]) -> list[Segment]:
    """The slots without the pieces that are not there, nor the computed words before each, or after the first."""
    kept: list[Segment] = []
    for slot in wanted:
        if slot.id and slot.id not in there:
            if kept and not kept[-1].id:
                kept.pop()
            continue
        kept.append(slot)
    while kept and not kept[0].id and wanted[0].id:
        kept.pop(0)
    return kept


def _cut(slots: Sequence[Segment], runs: Runs) -> dict[str, Runs] | None:
    """The pieces between the computed words, where these are there and only one reading is possible."""
    text, names = flat(runs), [slot.id for slot in slots if slot.id]
    if not names:
        return None
    spans = []
    for some in ("(.*?)", "(.*)"):
        match = re.fullmatch("".join(some if slot.id else re.escape(flat(slot.runs)) for slot in slots), text, re.DOTALL)
        if match is None:
            return None
        spans.append([match.span(number) for number in range(1, len(names) + 1)])
    if spans[0] != spans[1]:
        return None
    return {name: normal(_between(runs, *span)) for name, span in zip(names, spans[0], strict=True)}


def flat(runs: Iterable[Run]) -> str:
    """The words, with a mark for each call and picture."""
    return "".join(run.text if run.is_words else MARK for run in runs)


def _between(runs: Runs, start: int, end: int) -> list[Run]:
    """The runs from one place of their flat text to another."""
    cut: list[Run] = []
    at = 0
    for run in runs:
        length = len(run.text) if run.is_words else 1
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            cut.append(replace(run, text=run.text[first:last]) if run.is_words else run)
        at += length
    return cut


def words_of(paragraph: Paragraph) -> Runs:
    """All words of a paragraph."""
    return normal(run for segment in paragraph.segments for run in segment.runs)


def shown(paragraph: Paragraph) -> str:
    return text_of(words_of(paragraph))
