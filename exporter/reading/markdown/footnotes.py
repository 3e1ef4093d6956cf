"""Pandoc's footnotes, as rules of markdown-it.

    A call.[^method] Another, with its note in place.^[Without ferries.]

    [^method]: The note.

        Its second paragraph, indented by four.

https://pandoc.org/MANUAL.html#footnotes
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

DEFINITION = re.compile(r"\[\^(?P<label>[^\]\[\s^]+)\]:[ \t]*")
CALL = re.compile(r"\[\^(?P<label>[^\]\[\s^]+)\]")
INDENT = 4


def note_definition(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`note_open` … `note_close` with the label in `info`; `env["notes"]` learns the label."""
    if state.is_code_block(startLine):
        return False
    start = state.bMarks[startLine] + state.tShift[startLine]
    match = DEFINITION.match(state.src, start, state.eMarks[startLine])
    if not match:
        return False
    if silent:
        return True
    state.env.setdefault("notes", set()).add(match["label"])
    token = state.push("note_open", "", 1)
    token.info = match["label"]
    _read_content(state, startLine, endLine, match.end())
    token.map = [startLine, state.line]
    state.push("note_close", "", -1)
    return True


def _read_content(state: StateBlock, line: int, end: int, begin: int) -> None:
    """Read the note's blocks: its first line from `begin` on, and the lines below that are indented."""
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType
    state.blkIndent += INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line] = begin, 0, state.blkIndent
    state.parentType = "note"
    state.md.block.tokenize(state, line, end)
    state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType = kept
    state.blkIndent -= INDENT


def note_call(state: StateInline, silent: bool) -> bool:
    """`note_call` for a label that is defined, `note_missing` for one that isn't (unless it begins a link)."""
    match = CALL.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    known = match["label"] in state.env.get("notes", ())
    if not known and state.src[match.end() : match.end() + 1] in ("(", "["):
        return False
    if not silent:
        token = state.push("note_call" if known else "note_missing", "", 0)
        token.info, token.content = match["label"], match[0]
    state.pos = match.end()
    return True


def inline_note(state: StateInline, silent: bool) -> bool:
    """`^[words]`: `inline_note_open` … `inline_note_close`."""
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1)
    if end < 0:
        return False
    if not silent:
        last = state.posMax
        state.push("inline_note_open", "", 1)
        state.pos, state.posMax = state.pos + 2, end
        state.md.inline.tokenize(state)
        state.push("inline_note_close", "", -1)
        state.posMax = last
    state.pos = end + 1
    return True
