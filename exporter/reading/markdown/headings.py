"""Headings: the attributes that end them, and the names that links can use (Pandoc's `auto_identifiers`)."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.rules_block import StateBlock

from exporter.reading.markdown.attributes import trailing_attributes

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def with_trailing_attributes(rule: BlockRule) -> BlockRule:
    """The rule for a heading, which takes the attributes off its text into the opening token's `meta`."""

    def extended(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
        index = len(state.tokens)
        if not rule(state, startLine, endLine, silent):
            return False
        if not silent:
            opening, text = state.tokens[index : index + 2]
            opening.meta["whole"] = text.content
            text.content, opening.meta["attributes"] = trailing_attributes(text.content)
        return True

    return extended


def heading_name(words: str) -> str:
    """The name of a heading with these words: `What was counted, and how` → `what-was-counted-and-how`.

    https://pandoc.org/MANUAL.html#extension-auto_identifiers
    """
    kept = "".join(character for character in words if character.isalnum() or character.isspace() or character in "_-.")
    name = "-".join(kept.lower().split())
    first = next((index for index, character in enumerate(name) if character.isalpha()), len(name))
    return name[first:] or "section"
