"""An edited Word copy back into its content file: the one module of merging that knows every stage.

the copy ─copy/─▶ views ─differences─▶ changes ─settling─▶ edits ─source/─▶ bytes ─gate─▶ proven bytes
the base and the content file, each made anew (fresh) ──▶ views ──since──▲
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from exporter.diagnostics import Diagnostic, Place, Result, Severity
from exporter.merging.change import Change
from exporter.merging.copy.view import Copy, Remark, View
from exporter.merging.differences import differences
from exporter.merging.fresh import Fresh, Press, with_drawings
from exporter.merging.gate import Expectation, first_difference, says_the_same
from exporter.merging.places import placed
from exporter.merging.settling import settle
from exporter.merging.since import Since, since
from exporter.merging.source.splicing import splice
from exporter.merging.tracking import tracked
from exporter.merging.verdicts import COMPUTED

Tracked = Literal["accept", "original"]
COMPUTED_END = COMPUTED.rpartition("}")[2]
OTHERWISE = "Pressroom sets these words; the brand, the labels or the templates were changed since this copy was made"
NOT_PROVEN = "the content file would not say the same after it; please make this change in the content file"


class Merge(Struct, frozen=True):
    """What a copy changes. `data` are the content file's bytes afterwards: those of before where nothing came in.

    A conflict leaves `data` as it was. `changes` stand in the order of the copy. The ids of `remarks` are those of the
    content file afterwards; `is_new` tells whether `data` are other bytes than before.
    """

    file: str
    data: bytes
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    is_new: bool = False

    def of(self, state: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.state == state)


def merge(copy: Copy, data: bytes, press: Press, how: Tracked = "accept") -> Result[Merge]:
    """Merge a copy into the content file's bytes as they are now.

    `how` tells what becomes of tracked changes. The value is None when base or content file can't be built.
    """
    base = _made(press, copy.record.source, "merge.base")
    if base.value is None:
        return Result(None, base.diagnostics)
    now = base if data == copy.record.source else _made(press, data, "")
    if now.value is None:
        return Result(None, now.diagnostics)
    made = with_drawings(base.value.view, copy.record)
    edited = copy.original if how == "original" else copy.final
    changes = tracked(differences(made, edited), made, copy)
    history = since(made, now.value.view)
    changes = [*settle(changes, history), *_oddities(copy)]
    if copy.record.composition not in ("", base.value.composition):
        changes = [_doubted(change) for change in changes]
    work = _Work(press, base.value, now.value, data, changes)
    work.run(edited)
    told = [placed(change, base.value.release, now.value.release, history) for change in work.changes]
    remarks = tuple(_hung(remark, history, work.ids) for remark in copy.remarks)
    return Result(Merge(str(press.file), work.data, tuple(told), remarks, work.data != data))


def _hung(remark: Remark, history: Since, ids: Mapping[str, str]) -> Remark:
    """The remark by the id that its piece has in the end; what is gone hangs on nothing."""
    today = history.ids.get(remark.id, "")
    return replace(remark, id=ids.get(today, today))


def _made(press: Press, data: bytes, code: str) -> Result[Fresh]:
    """A version of the content file, made anew; `code` is of the diagnostic that says what it is when it can't be."""
    made = press.make(data)
    if made.value is not None or not code:
        return made
    fact = "the content file, as it was when this copy was made, can't be built any more"
    hint = "What is said above is about that older text. Are its pictures and data where they were?"
    return Result(None, (*made.diagnostics, Diagnostic(Severity.ERROR, code, fact, Place(str(press.file)), hint)))


def _doubted(change: Change) -> Change:
    """A change of words that Pressroom sets, where Pressroom itself may set other ones by now."""
    doubtful = (change.state == "refused" and not change.id) or change.reason.endswith(COMPUTED_END)
    return replace(change, reason=OTHERWISE) if doubtful else change


def _oddities(copy: Copy) -> Iterable[Change]:
    for oddity in copy.oddities:
        yield Change("changed", oddity.id, state="refused", reason=oddity.fact)


class _Work:
    """Carries the changes out, proves them, and refuses those that can't be proven until the rest can."""

    def __init__(self, press: Press, base: Fresh, now: Fresh, data: bytes, changes: Sequence[Change]) -> None:
        self.press, self.base, self.now, self.old = press, base, now, data
        self.changes = list(changes)
        self.data, self.ids = data, dict[str, str]()

    def run(self, edited: View) -> None:
        """Leave in `data` what is proven, and in `changes` what became of each."""
        if any(change.state == "conflict" for change in self.changes):
            return
        while any(change.state == "merged" for change in self.changes):
            self._splice()
            if (culprit := self._culprit(edited)) is None:
                return
            self._refuse(culprit)
        self.data, self.ids = self.old, {}

    def _splice(self) -> None:
        """Put what is to be merged into the bytes; what can't be written is refused, and the rest put in again."""
        while True:
            merged = [change for change in self.changes if change.state == "merged"]
            edits = [edit for change in merged for edit in change.edits]
            notes = [note for change in merged for note in change.notes]
            spliced = splice(self.old, self.now.release, edits, notes, lambda data: self.press.read(data).value)
            reasons = {id(refusal.edit): refusal.reason for refusal in spliced.refused}
            self.data, self.ids = spliced.data, dict(spliced.ids)
            if not reasons:
                return
            for place, change in enumerate(self.changes):
                reason = next((reasons[id(edit)] for edit in change.edits if id(edit) in reasons), "")
                if change.state == "merged" and reason:
                    self.changes[place] = replace(change, state="refused", reason=reason)

    def _culprit(self, edited: View) -> int | None:
        """The place of a change that does not read back, -1 when that can't be told; None when all is well."""
        if self.data == self.old:
            return None
        rebuilt = self.press.make(self.data)
        if rebuilt.value is None:
            return -1
        view = rebuilt.value.view
        found = first_difference(Expectation(self.now.view, self.changes).lines(), view)
        if found is None and self.now is self.base and not any(c.state == "refused" for c in self.changes):
            return None if says_the_same(self.base.view, edited, view) else -1
        return found

    def _refuse(self, culprit: int) -> None:
        """Refuse one change, or all where it is not known which one it is."""
        for place, change in enumerate(self.changes):
            if change.state == "merged" and culprit in (place, -1):
                self.changes[place] = replace(change, state="refused", reason=NOT_PROVEN)
