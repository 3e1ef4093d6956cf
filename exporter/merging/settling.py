"""Three-way: what a copy changed against what became of the content file since. Both at one place is a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from exporter.merging.change import Change
from exporter.merging.ids import block_of, is_plain
from exporter.merging.runs import Runs, same, text_of
from exporter.merging.since import Since
from exporter.merging.source.edits import Delete, Edit, Insert, Move, NewNote, Replace
from exporter.merging.verdicts import plainly

GONE = "the content file has no such paragraph any more"
BOTH = "the content file was changed here since this copy was made"
BESIDE = "the content file has a new paragraph at this place since this copy was made"
UNKNOWN = "the content file has nothing that these words could go to"


class Answer(Struct, frozen=True):
    """What becomes of one edit: `edit` by today's ids, or None with the reason; `now` are today's words."""

    state: Literal["merged", "already", "conflict"]
    edit: Edit | None = None
    reason: str = ""
    now: Runs = ()


def settle(changes: Iterable[Change], history: Since) -> list[Change]:
    """Each change with its edits by today's ids, or in conflict, or found to be there already."""
    return [_settled(change, history) if change.edits else change for change in changes]


def _settled(change: Change, history: Since) -> Change:
    if _is_moved_already(change, history):
        return replace(change, edits=(), state="already")
    answers = [_ANSWERS[type(edit)](edit, history) for edit in change.edits]
    if conflict := next((answer for answer in answers if answer.state == "conflict"), None):
        return replace(change, edits=(), state="conflict", reason=conflict.reason, now=conflict.now)
    edits = tuple(answer.edit for answer in answers if answer.edit is not None)
    if not edits:
        return replace(change, edits=(), state="already")
    notes = tuple(NewNote(note.id, tuple(map(history.today, note.paragraphs))) for note in change.notes)
    return replace(change, edits=edits, notes=notes)


def _is_moved_already(change: Change, history: Since) -> bool:
    """Whether the content file has the moved words at that place by now."""
    if change.kind != "moved" or any(isinstance(edit, Move) and set(edit.ids) & set(history.ids) for edit in change.edits):
        return False
    added = [words for edit in change.edits if isinstance(edit, Move) for words in history.added.get(edit.after, ())]
    return bool(added) and "\n\n".join(map(text_of, added)) == text_of(change.before)


def _replace(edit: Replace, history: Since) -> Answer:
    wanted = history.today(edit.runs)
    if edit.id not in history.ids:
        return Answer("conflict", reason=GONE)
    if edit.id in history.touched:
        now = history.touched[edit.id]
        there = same(plainly(now), plainly(wanted)) if is_plain(edit.id) else same(now, wanted)
        return Answer("already") if there else Answer("conflict", reason=BOTH, now=now)
    return Answer("merged", Replace(history.ids[edit.id], wanted))


def _delete(edit: Delete, history: Since) -> Answer:
    if edit.id not in history.ids:
        return Answer("already")
    if edit.id in history.touched:
        return Answer("conflict", reason=BOTH, now=history.touched[edit.id])
    return Answer("merged", Delete(history.ids[edit.id]))


def _insert(edit: Insert, history: Since) -> Answer:
    if added := history.added.get(edit.after):
        words = [history.today(fresh.runs) for fresh in edit.paragraphs]
        there = all(any(same(word, old) for old in added) for word in words)
        return Answer("already") if there else Answer("conflict", reason=BESIDE, now=added[0])
    if reason := _lost_neighbour(edit.after, edit.before, history):
        return Answer("conflict", reason=reason)
    paragraphs = tuple(replace(fresh, runs=history.today(fresh.runs)) for fresh in edit.paragraphs)
    return Answer("merged", Insert(history.ids.get(edit.after, ""), paragraphs, history.ids.get(edit.before, "")))


def _move(edit: Move, history: Since) -> Answer:
    if any(name not in history.ids for name in edit.ids):
        return Answer("conflict", reason=GONE)
    if touched := next((name for name in edit.ids if name in history.touched), ""):
        return Answer("conflict", reason=BOTH, now=history.touched[touched])
    if edit.after in history.added or _lost_neighbour(edit.after, edit.before, history):
        return Answer("conflict", reason=BESIDE)
    names, after, before = (history.ids[name] for name in edit.ids), edit.after, edit.before
    return Answer("merged", Move(tuple(names), history.ids.get(after, ""), history.ids.get(before, "")))


def _lost_neighbour(after: str, before: str, history: Since) -> str:
    """Why a place can't be found again."""
    name = after or before
    return UNKNOWN if name and block_of(name) and name not in history.ids else ""


_ANSWERS: Mapping[type[Edit], Callable[[Any, Since], Answer]] = {
    Replace: _replace,
    Delete: _delete,
    Insert: _insert,
    Move: _move,
}
