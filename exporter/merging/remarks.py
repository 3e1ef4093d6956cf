"""The comments of a Word copy as notes to colleagues in the content file: `<!-- … -->` above the block that they hang on."""

from __future__ import annotations

import re

from msgspec.structs import replace

from exporter import walking
from exporter.merging.copy.view import Remark
from exporter.merging.fresh import Press
from exporter.merging.ids import block_of
from exporter.merging.merge import Merge
from exporter.merging.source.tree import Tree
from exporter.model import Release


def with_remarks(merge: Merge, press: Press) -> Merge:
    """The merge with its comments as notes in the content file; one that would not read any more is left as it was."""
    before = press.read(merge.data).value
    if before is None:
        return merge
    data = _noted(merge.data, before, merge.remarks)
    after = press.read(data).value
    return replace(merge, data=data) if after is not None and same_pieces(before, after) else merge


def same_pieces(one: Release, other: Release) -> bool:
    """Whether both releases say the same."""
    return [(p.id, p.text) for p in walking.pieces(one)] == [(p.id, p.text) for p in walking.pieces(other)]


def _noted(data: bytes, release: Release, remarks: tuple[Remark, ...]) -> bytes:
    """The bytes with a note for each remark that they do not have yet, also as the note that a comment was made of.

    `release` is what they read as.

    A remark on the front matter stands at the beginning of the text.
    """
    lines = data.split(b"\n")
    end = b"\r\n" if lines[0].endswith(b"\r") else b"\n"
    known = {" ".join(comment.text.split()) for comment in release.comments}
    notes: dict[int, list[str]] = {}
    for remark in remarks:
        note = note_of(remark)
        if not {" ".join(note.split()), " ".join(remark.text.split()) if not remark.replies else ""} & known:
            notes.setdefault(_line(release, remark), []).append(note)
    for line in sorted(notes, reverse=True):
        for note in reversed(notes[line]):
            lines[line - 1 : line - 1] = [part.rstrip(b"\n") for part in (f"<!-- {note} -->".encode() + end, end)]
    return b"\n".join(lines)


def note_of(remark: Remark) -> str:
    """A remark and its answers as the text of a note, on one line."""
    day = remark.date[:10]
    about = f" on “{_line_of(remark.quoted)}”" if remark.quoted.strip() else ""
    done = " (done)" if remark.done else ""
    text = f"{_line_of(remark.author) or 'Somebody'}{', ' * bool(day)}{day}{about}{done}: {_line_of(remark.text)}"
    return " / ".join([text, *map(note_of, remark.replies)])


def _line_of(text: str) -> str:
    """A text that can stand in a comment (HTML, 13.1.6): no end of it, on one line."""
    return re.sub(r"-(?=-|>)", "‐", " ".join(text.split())).rstrip("-‐ ")


def _line(release: Release, remark: Remark) -> int:
    """The line of the outermost block that a remark hangs on."""
    block = block_of(remark.id)
    branch = Tree(release).find(block) if block else None
    if branch is not None:
        return branch.child_of(-1).span.line
    return release.body[0].span.line if release.body else 1
