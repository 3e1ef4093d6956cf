"""One difference between a Word copy as it was made and as it came back, and what becomes of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from exporter.merging.copy.view import Revision
from exporter.merging.runs import Runs
from exporter.merging.source.edits import Edit, NewNote

Kind = Literal["changed", "inserted", "deleted", "moved", "split", "joined", "restyled"]
State = Literal["merged", "already", "conflict", "refused"]


class Change(Struct, frozen=True):
    """A difference. `id` is the piece of the base that it is about; of something new, the one that it follows ("" = none).

    `before` and `after` are the words. `edits` carry it out, by the ids of the base until it is settled, then by those of
    the content file as it is; `notes` are the notes that they call and the source does not have. `now` are the words that a
    conflict found in the content file. `reason` tells why something is in conflict or refused, or what of a merged change
    is not taken over. `line` and `end_line` are where it stands in the content file, 1-based; 0 = nowhere.
    """

    kind: Kind
    id: str
    before: Runs = ()
    after: Runs = ()
    edits: tuple[Edit, ...] = ()
    notes: tuple[NewNote, ...] = ()
    revisions: tuple[Revision, ...] = ()
    tracked: bool = False
    state: State = "merged"
    reason: str = ""
    now: Runs = ()
    line: int = 0
    end_line: int = 0
