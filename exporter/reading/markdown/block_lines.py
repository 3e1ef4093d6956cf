"""The lines of a text as markdown-it's block rules see them: without the quotations and lists that enclose them."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock


def line_of(state: StateBlock, line: int) -> str:
    """A line's text, after what encloses it and its indentation."""
    return state.src[_begin(state, line) : state.eMarks[line]]


def column_of(state: StateBlock, line: int) -> int:
    """The 1-based column where `line_of` begins."""
    begin = _begin(state, line)
    return begin - state.src.rfind("\n", 0, begin)


def _begin(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]
