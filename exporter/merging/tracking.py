"""Which changes of a copy were tracked: those that are gone when its tracked changes are rejected."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from msgspec.structs import replace

from exporter.merging.change import Change
from exporter.merging.copy.view import Copy, Paragraph, Revision, View
from exporter.merging.differences import differences
from exporter.merging.runs import text_of


def tracked(changes: Sequence[Change], base: View, copy: Copy) -> list[Change]:
    """The changes, marked; a deletion is told by the revisions of the paragraph that is still there in the original view."""
    if copy.original is copy.final:
        return list(changes)
    untracked = {_key(change) for change in differences(base, copy.original)}
    own = _revisions(copy.original)
    told = []
    for change in changes:
        revisions = change.revisions or own.get(change.id, ())
        told.append(replace(change, tracked=_key(change) not in untracked and bool(revisions), revisions=revisions))
    return told


def _key(change: Change) -> Hashable:
    """By what the same change is known in both views: new words by themselves, others by their piece."""
    return (change.kind, text_of(change.after)) if change.kind == "inserted" else change.id


def _revisions(view: View) -> dict[str, tuple[Revision, ...]]:
    paragraphs: list[Paragraph] = [*view.body, *(paragraph for note in view.notes for paragraph in note.paragraphs)]
    return {name: paragraph.revisions for paragraph in paragraphs for name in paragraph.ids}
