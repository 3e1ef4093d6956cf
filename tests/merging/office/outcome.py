"""What a merge came to, as lines that a person can check: of the content file, and of what was not put into it."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from exporter.merging.change import Change
from exporter.merging.copy.view import Remark
from exporter.merging.marking import marked
from exporter.merging.merge import Merge

MARKS = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}


def told(merged: Merge, before: bytes) -> str:
    """The lines that are gone (`-`) and new (`+`), each change under its line before; then refusals and comments."""
    lines = list(_difference(before.decode().split("\n"), merged.data.decode().split("\n")))
    lines += [_refusal(change) for change in merged.changes if change.state != "merged"]
    lines += [line for remark in merged.remarks for line in _remark(remark, "comment")]
    return "\n".join(lines or ["nothing changes"]) + "\n"


def _difference(before: list[str], after: list[str]) -> Iterator[str]:
    for what, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield f"  {before[start - 1]}" if start else "  (top)"
            yield from (f"- {line}".rstrip() for line in before[start:end])
            yield from (f"+ {line}".rstrip() for line in after[first:last])


def _refusal(change: Change) -> str:
    words = "".join(MARKS[part.what].format(part.words) for part in marked(change.before, change.after))
    return f"{change.state}: {change.kind} {change.id or '–'}: {words or '–'}: {change.reason or '–'}"


def _remark(remark: Remark, kind: str) -> Iterator[str]:
    yield f"{kind}: {remark.author} on “{remark.quoted}” ({remark.id or '–'}): {remark.text}"
    for reply in remark.replies:
        yield from _remark(reply, f"{kind} answered")
