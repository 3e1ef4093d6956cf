"""Tables: what markdown-it's rule for GitHub's pipe tables leaves out, and Pandoc's captions.

    | Harbour | Tonnes |
    |---------|-------:|
    | Alder   | 410    |

    : Tonnes by harbour {#tonnes}

https://pandoc.org/MANUAL.html#extension-table_captions
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from exporter.reading.markdown.attributes import trailing_attributes
from exporter.reading.markdown.block_lines import column_of, line_of

BlockRule = Callable[[StateBlock, int, int, bool], bool]

CAPTION = re.compile(r"(?:[Tt]able)?:[ \t]+(?=\S)")


def with_cells(rule: BlockRule) -> BlockRule:
    """The rule for a table, whose cells then know the column where to look for them.

    A row with more cells than the header, which the rule would cut, leaves a token `extra_cells` before the table's end.
    """

    def extended(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
        index = len(state.tokens)
        if not rule(state, startLine, endLine, silent):
            return False
        if not silent:
            table = state.tokens[index:]
            columns = sum(token.type == "th_open" for token in table)
            _place_cells(state, table)
            long = [line for line in range(startLine + 2, state.line) if len(cells_of(line_of(state, line))) > columns]
            state.tokens[-1:-1] = [_extra_cells(state, line) for line in long]
        return True

    return extended


def _extra_cells(state: StateBlock, line: int) -> Token:
    return Token("extra_cells", "", 0, map=[line, line + 1], meta={"column": column_of(state, line)})


def cells_of(line: str) -> list[str]:
    """The cells of a row, as markdown-it cuts them."""
    cells = escapedSplit(line.strip(" \t"))
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells


def _place_cells(state: StateBlock, tokens: list[Token]) -> None:
    """Let each cell know the column where its text begins; it is looked for after the cell before it."""
    line, column = -1, 1
    for token in tokens:
        if token.type != "inline" or not token.map:
            continue
        if token.map[0] != line:
            line = token.map[0]
            column = column_of(state, line)
        begin = state.src.rfind("\n", 0, state.eMarks[line]) + 1
        written = token.content.replace("|", "\\|")
        found = state.src.find(written, begin + column - 1, state.eMarks[line])
        token.meta["column"] = found - begin + 1 if found >= 0 else column
        column = token.meta["column"] + len(written)


def caption_line(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
    """End a table at a caption that follows without a blank line; it is a paragraph of its own."""
    return silent and state.parentType == "table" and bool(CAPTION.match(line_of(state, startLine)))


def attach_captions(state: StateCore) -> None:
    """Move each caption's text into its table, between `caption_open` and `caption_close` with its attributes in `meta`.

    A caption is a paragraph that begins with `:` or `Table:`, right before a table or right after it.
    """
    tokens = state.tokens
    if not any(token.type == "table_open" for token in tokens):
        return
    made: list[Token] = []
    index = 0
    while index < len(tokens):
        if tokens[index].type != "table_open":
            made.append(tokens[index])
            index += 1
            continue
        end = next(place for place in range(index, len(tokens)) if tokens[place].type == "table_close")
        before, after = made[-3:], tokens[end + 1 : end + 4]
        if is_caption(before):
            del made[-3:]
            after = []
        else:
            before, after = [], after if is_caption(after) else []
        made += [tokens[index], *caption(before or after), *tokens[index + 1 : end + 1]]
        index = end + 1 + len(after)
    state.tokens = made


def is_caption(tokens: list[Token]) -> bool:
    """Whether these are the three tokens of a paragraph that can be a caption."""
    return len(tokens) == 3 and tokens[0].type == "paragraph_open" and bool(CAPTION.match(tokens[1].content))


def caption(paragraph: list[Token]) -> list[Token]:
    """The tokens of a caption, made of those of its paragraph."""
    if not paragraph:
        return []
    opening, text, closing = paragraph
    opening.type, closing.type = "caption_open", "caption_close"
    text.content = CAPTION.sub("", text.content, count=1)
    opening.meta["whole"] = text.content
    text.content, opening.meta["attributes"] = trailing_attributes(text.content)
    return [opening, text, closing]
