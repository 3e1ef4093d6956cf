"""Pandoc's fenced divs, as a block rule of markdown-it.

    ::: {.quote by="Ines Calder"}
    “We counted every crane.”
    :::

A fence with a word or attributes opens a div, a fence of colons alone closes the one opened last, however many colons each
has. Attributes in braces may go on over the next lines. https://pandoc.org/MANUAL.html#extension-fenced_divs
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from exporter.reading.markdown.attributes import Attribute, Attributes, read_attributes
from exporter.reading.markdown.block_lines import line_of

FENCE = re.compile(r":{3,}")
WORD = re.compile(r":{3,}[ \t]*(?P<word>[^\s{}:]+)[ \t]*:*[ \t]*")
TAIL = re.compile(r"[ \t]*:*[ \t]*")
CODE = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<info>.*)")


def div(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """`div_open` … `div_close`; `meta` holds the attributes (None when they can't be read) and whether it is closed.

    A closing fence that closes nothing becomes a token `stray_fence`.
    """
    if state.is_code_block(startLine):
        return False
    text = line_of(state, startLine)
    fence = FENCE.match(text)
    if not fence:
        return False
    if silent:
        return True
    if is_closing(text):
        state.push("stray_fence", "", 0).map = [startLine, startLine + 1]
        state.line = startLine + 1
        return True
    text, last = opening(state, startLine, endLine)
    closing = closing_line(state, last, endLine)
    token = state.push("div_open", "div", 1)
    token.content = text
    token.meta = {"attributes": fence_attributes(text), "closed": closing is not None}
    _read_content(state, last + 1, endLine if closing is None else closing)
    if closing is not None:
        state.line = closing + 1
    token.map = [startLine, state.line]
    state.push("div_close", "div", -1)
    return True


def opening(state: StateBlock, start: int, end: int) -> tuple[str, int]:
    """An opening fence and the last of its lines; it has several where its braces are closed on a later one."""
    text = first = line_of(state, start)
    for line in range(start, end):
        if line > start:
            text += "\n" + line_of(state, line)
        if fence_attributes(text):
            return text, line
        if "{" not in first or not line_of(state, line).strip():
            break
    return first, start


def _read_content(state: StateBlock, start: int, end: int) -> None:
    parent, last = state.parentType, state.lineMax
    state.parentType, state.lineMax = "div", end
    state.line = start
    state.md.block.tokenize(state, start, end)
    state.parentType, state.lineMax = parent, last


def is_closing(text: str) -> bool:
    """Whether a fence is colons alone."""
    return not text.strip(": \t")


def fence_attributes(text: str) -> Attributes | None:
    """What stands on an opening fence: attributes in braces or one word, the class; None when it is neither."""
    if word := WORD.fullmatch(text):
        return Attributes((Attribute(".", word["word"], *word.span("word")),), len(text))
    brace = text.find("{")
    if brace < 0 or not is_closing(text[:brace]):
        return None
    attributes = read_attributes(text, brace, len(text))
    return attributes if attributes and TAIL.fullmatch(text, attributes.end) else None


def closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """The line of the fence that closes the div opened at `start`, or None. Code and comments are passed over."""
    depth, until = 1, ""
    for line in range(start + 1, end):
        text = line_of(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return None
        if until:
            until = "" if ends(text, until) else until
        elif FENCE.match(text):
            depth += -1 if is_closing(text) else 1
            if not depth:
                return line
        else:
            until = begins(text)
    return None


def begins(text: str) -> str:
    """What ends the code or comment that begins on this line, "" when none begins or it ends here."""
    if text.startswith("<!--"):
        return "" if "-->" in text else "-->"
    code = CODE.match(text)
    return code["mark"] if code and not (code["mark"][0] == "`" and "`" in code["info"]) else ""


def ends(text: str, until: str) -> bool:
    """Whether the code or comment that `until` ends is over with this line."""
    if until == "-->":
        return until in text
    return text.startswith(until) and not text.strip(until[0] + " \t")
