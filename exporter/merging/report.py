"""What a merge did, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import to_builtins

from exporter.diagnostics import Diagnostic
from exporter.merging.change import Change
from exporter.merging.copy.view import Remark
from exporter.merging.ids import named
from exporter.merging.marking import Marked, marked, shown
from exporter.merging.merge import Merge
from exporter.merging.runs import Runs
from exporter.terminal import as_json

MARKS: Mapping[str, tuple[str, str, str]] = {  # without colours; with them, its code
    "same": ("", "", ""),
    "out": ("[-", "-]", "9;31"),
    "in": ("{+", "+}", "4;32"),
}
STATES: Mapping[str, tuple[str, str]] = {  # what stands before a change, and its colour
    "merged": ("", ""),
    "already": ("already there: ", "2"),
    "conflict": ("CONFLICT: ", "1;31"),
    "refused": ("refused: ", "33"),
}
NAMES: Mapping[str, str] = {
    "merged": "to merge",
    "already": "already there",
    "conflict": "in conflict",
    "refused": "refused",
}
AROUND = 60  # characters of unchanged words that are shown on each side of a change


# --- for people ----------------------------------------------------------------------------------------------------------


def as_text(merge: Merge, edited: Path, *, asked: bool, written: bool, colour: bool) -> str:
    """Every change with its place, its words and what becomes of it; then the comments; then a sum.

    `asked` = writing was asked for, `written` = it was done.
    """
    lines = [f"{merge.file} ← {edited}"]
    for change in merge.changes:
        lines += _change(change, colour)
    for remark in merge.remarks:
        lines += _remark(remark, "")
    return "\n".join([*lines, *_sum(merge, asked, written)])


def _change(change: Change, colour: bool) -> Iterator[str]:
    word, code = STATES[change.state]
    place = f"{change.line}–{change.end_line}" if change.end_line > change.line else str(change.line or "–")
    yield f"  {place}: {_paint(word, code, colour)}{_what(change)}, {_who(change)}"
    if change.before or change.after:
        yield "    " + _told(change.before, change.after, colour)
    if change.reason:
        yield f"    {change.reason}"
    if change.now:
        yield f"    now: {_told(change.before, change.now, colour)}"


def _told(before: Runs, after: Runs, colour: bool) -> str:
    """What became of words, with what stands around it."""
    return "".join(_marked(part, colour) for part in _near(marked(before, after)))


def _what(change: Change) -> str:
    """What was done to what; new paragraphs are told by the one that they follow, which is no help to a person."""
    if change.kind == "inserted":
        return "new text"
    return f"{named(change.id) or 'text of Pressroom'} {change.kind}"


def _who(change: Change) -> str:
    names = dict.fromkeys(_named(one.author, one.date[:16].replace("T", " ")) for one in change.revisions)
    return f"tracked, {'; '.join(names)}" if change.tracked else "; ".join(("not tracked", *names))


def _near(parts: Sequence[Marked]) -> Iterator[Marked]:
    """The parts, long stretches without a change cut to what stands near one."""
    for place, part in enumerate(parts):
        if part.what != "same" or len(part.words) <= 2 * AROUND + 3 or len(parts) == 1:
            yield part
            continue
        before = part.words[:AROUND] if place else ""
        after = part.words[-AROUND:] if place + 1 < len(parts) else ""
        yield Marked("same", f"{before} … {after}")


def _marked(part: Marked, colour: bool) -> str:
    begin, end, code = MARKS[part.what]
    return _paint(part.words, code, True) if colour and code else f"{begin}{part.words}{end}"


def _remark(remark: Remark, indent: str) -> Iterator[str]:
    day = remark.date[:16].replace("T", " ")
    about = f" on “{_short(remark.quoted)}”" if remark.quoted.strip() else ""
    done = " (done)" if remark.done else ""
    yield f"  {indent}comment{about}, {_named(remark.author, day)}{done}: {' '.join(remark.text.split())}"
    for reply in remark.replies:
        yield from _remark(reply, indent + "  ")


def _named(author: str, day: str) -> str:
    return ", ".join(filter(None, (author or "somebody", day)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= AROUND else line[: AROUND - 1] + "…"


def _sum(merge: Merge, asked: bool, written: bool) -> Iterator[str]:
    counts = [(len(merge.of(state)), name) for state, name in NAMES.items()]
    told = ", ".join(f"{count} {name}" for count, name in counts if count)
    if not merge.changes and not merge.remarks:
        yield "nothing was changed in this copy"
        return
    if told:
        yield told
    if merge.of("conflict"):
        yield "nothing is written: settle the conflicts in the content file or in the copy, and merge again"
    elif written:
        yield f"{merge.file} is written"
    elif asked:
        yield "nothing to write"
    elif merge.is_new:
        yield "nothing is written yet: --write puts it into the content file"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour and code and text else text


# --- for machines ----------------------------------------------------------------------------------------------------------


def as_document(merge: Merge | None, written: bool, diagnostics: Sequence[Diagnostic] = ()) -> Mapping[str, object]:
    """A merge as one JSON document; without a merge, why there is none."""
    return {
        "file": merge.file if merge else "",
        "written": written,
        "changes": [_change_document(change) for change in merge.changes] if merge else [],
        "comments": [to_builtins(remark) for remark in merge.remarks] if merge else [],
        "diagnostics": [as_json(diagnostic) for diagnostic in diagnostics],
    }


def _change_document(change: Change) -> Mapping[str, object]:
    return {
        "state": change.state,
        "kind": change.kind,
        "id": change.id,
        "line": change.line,
        "end_line": change.end_line,
        "tracked": change.tracked,
        "revisions": [to_builtins(revision) for revision in change.revisions],
        "before": shown(change.before),
        "after": shown(change.after),
        "words": [[part.what, part.words] for part in marked(change.before, change.after)],
        "reason": change.reason,
        "now": shown(change.now),
    }
