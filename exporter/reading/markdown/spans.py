"""Bracketed spans, attributes after links and pictures, and positions of inline tokens: rules of markdown-it.

[ありがとう]{lang=ja}    [words](https://harbour.example/){lang=fr}    ![caption](quay.png){alt="…"}
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.rules_inline import StateInline

from exporter.reading.markdown.attributes import read_attributes

InlineRule = Callable[[StateInline, bool], bool]


class Inlines(StateInline):
    """The state of one inline text. `brackets` are the positions of brackets that are no links: spans, calls of notes."""

    brackets: set[int]


def bracketed_span(state: StateInline, silent: bool) -> bool:
    """`span_open` … `span_close` with the attributes in `meta`."""
    if not state.src.startswith("[", state.pos):
        return False
    start = state.pos
    end = state.md.helpers.parseLinkLabel(state, start)
    attributes = read_attributes(state.src, end + 1, state.posMax) if end >= 0 else None
    if attributes is None:
        return False
    if not silent:
        last = state.posMax
        state.push("span_open", "span", 1).meta.update(start=start, end=attributes.end, attributes=attributes)
        state.pos, state.posMax = start + 1, end
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = last
    state.pos = attributes.end
    return True


def bracket(rule: InlineRule) -> InlineRule:
    """The rule, which also notes that the bracket at its beginning is no link, so that it may stand inside of one."""

    def noted(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not rule(state, silent):
            return False
        if isinstance(state, Inlines):
            state.brackets.add(start)
        return True

    return noted


def located(rule: InlineRule) -> InlineRule:
    """The rule, whose first token then knows its `start` and `end` in the text."""

    def wrapped(state: StateInline, silent: bool) -> bool:
        start, index = state.pos, len(state.tokens)
        pending = not silent and bool(state.pending)
        if not rule(state, silent):
            return False
        if not silent:
            state.tokens[index + pending].meta.update(start=start, end=state.pos)
        return True

    return wrapped


def with_attributes(rule: InlineRule) -> InlineRule:
    """The rule, which also takes the attributes that follow at once, into `meta` of its first token."""

    def extended(state: StateInline, silent: bool) -> bool:
        index = len(state.tokens)
        pending = not silent and bool(state.pending)
        if not rule(state, silent):
            return False
        if attributes := read_attributes(state.src, state.pos, state.posMax):
            state.pos = attributes.end
            if not silent:
                state.tokens[index + pending].meta["attributes"] = attributes
        return True

    return extended


def link_label_end(state: StateInline, start: int, disableNested: bool = False) -> int:
    """Where the bracket opened at `start` is closed, or -1. With `disableNested`, also -1 when a link stands inside.

    It takes the place of markdown-it's own function, which holds spans and calls of notes to be links.
    """
    before, level, end = state.pos, 1, -1
    brackets = state.brackets if isinstance(state, Inlines) else set()
    state.pos = start + 1
    while state.pos < state.posMax:
        here = state.pos
        character = state.src[here]
        if character == "]":
            level -= 1
            if not level:
                end = here
                break
        state.md.inline.skipToken(state)
        if character == "[":
            if state.pos == here + 1:
                level += 1
            elif disableNested and here not in brackets:
                break
    state.pos = before
    return end
