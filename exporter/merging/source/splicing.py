"""Edits into a content file: each written in the way that reads back as wanted, or refused; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exporter.merging.source.drafting import Draft, Draftsman
from exporter.merging.source.edits import Edit, NewNote, Refusal, Spliced
from exporter.merging.source.markdown import NoForm
from exporter.merging.source.proof import PROBLEM, Proof, prove
from exporter.merging.source.sequence import Unplaced
from exporter.model import Release

Read = Callable[[bytes], Release | None]


def splice(data: bytes, release: Release, edits: Sequence[Edit], notes: Sequence[NewNote], read: Read) -> Spliced:
    """The content file `data`, which reads as `release`, with the edits and the new notes that they call.

    `read` gives the release of changed bytes, None when they have an error.
    """
    return _Splicer(data, release, notes, read).splice(edits)


class _Splicer:
    def __init__(self, data: bytes, release: Release, notes: Sequence[NewNote], read: Read) -> None:
        self.data, self.read = data, read
        self.draftsman = Draftsman(data, release, notes)
        self.ways: dict[int, int] = {}  # which way of writing an edit is tried, by its place
        self.refused: dict[int, str] = {}
        self.done: list[int] = []
        self.result, self.proof = data, Proof({}, frozenset())

    def splice(self, edits: Sequence[Edit]) -> Spliced:
        self.edits = edits
        if self._try([]):
            return Spliced(self.data, (), tuple(Refusal(edit, PROBLEM) for edit in edits), {})
        self._accept(list(range(len(edits))))
        refused = tuple(Refusal(edits[place], reason) for place, reason in sorted(self.refused.items()))
        return Spliced(self.result, tuple(edits[place] for place in sorted(self.done)), refused, self.proof.ids)

    def _accept(self, group: list[int]) -> None:
        """Take in a group of edits: all at once, or else its halves, one after the other."""
        reason = self._settle(group) if group else ""
        if not reason:
            self.done += group
            self._try([])
        elif len(group) == 1:
            self.refused[group[0]] = reason
        else:
            for place in group:
                self.ways[place] = 0
            middle = len(group) // 2
            self._accept(group[:middle])
            self._accept(group[middle:])

    def _settle(self, group: list[int]) -> str:
        """Try ways of writing until all hold; why it can't be, or ""."""
        first = ""
        while reason := self._try(group):
            first = first or reason
            failing = [place for place in group if self._is_wrong(place)] or (group if len(group) == 1 else [])
            if not failing:
                return first
            for place in failing:
                self.ways[place] = self.ways.get(place, 0) + 1
                if self.ways[place] >= self.draftsman.ways(self.edits[place]):
                    return reason if reason != PROBLEM else first
        return ""

    def _is_wrong(self, place: int) -> bool:
        return getattr(self.edits[place], "id", None) in self.wrong

    def _try(self, group: list[int]) -> str:
        """Write what is done and a group; why it does not hold, or ""."""
        places = sorted([*self.done, *group])
        self.wrong: frozenset[str] = frozenset()
        try:
            draft: Draft = self.draftsman.draft([(self.edits[place], self.ways.get(place, 0)) for place in places])
        except (NoForm, Unplaced) as found:
            return str(found) or PROBLEM
        release = self.read(draft.data)
        if release is None:
            return PROBLEM
        proof = prove(draft.wanted, release)
        self.wrong = proof.wrong
        if proof.wrong:
            return PROBLEM
        self.result, self.proof = draft.data, proof
        return ""
