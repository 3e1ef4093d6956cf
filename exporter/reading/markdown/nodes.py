"""markdown-it's flat tokens as a tree."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from markdown_it.token import Token
from msgspec import Struct, field

from exporter.diagnostics import Source
from exporter.model import Span
from exporter.reading.markdown.attributes import NONE, Attributes
from exporter.reading.markdown.places import Places, whole_line
from exporter.reading.spot import Spot

DEEPEST_STRESS = 12  # emphasis inside emphasis; what is deeper keeps its words alone


class Node(Struct):
    """A token with what it encloses. `id` and `first` are filled in by numbering."""

    kind: str
    token: Token
    children: list[Node] = field(default_factory=list)
    id: str = ""
    first: bool = True

    @property
    def attributes(self) -> Attributes:
        found: Attributes = self.token.meta.get("attributes", NONE)
        return found

    def descendants(self) -> Iterator[Node]:
        """The node and everything below it, in document order."""
        yield self
        for child in self.children:
            yield from child.descendants()


def nest(tokens: Iterable[Token]) -> list[Node]:
    """The tree of a token stream; an "inline" node holds its inlines, a picture those of its description."""
    root: list[Node] = []
    stack = [root]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        node = Node(token.type.removesuffix("_open"), token)
        if token.children:
            node.children = nest_inlines(token)
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return root


def nest_inlines(parent: Token) -> list[Node]:
    """The tree of a token's children. Emphasis that is nested too deep is left out, and the parent's `meta` says so."""
    tokens = parent.children or []
    mark_soft_breaks(tokens)
    root: list[Node] = []
    stack = [root]
    for token in tokens:
        if token.nesting < 0:
            stack.pop()
            continue
        if token.nesting > 0 and len(stack) > DEEPEST_STRESS and token.type in ("em_open", "strong_open"):
            parent.meta["too_deep"] = True
            stack.append(stack[-1])
            continue
        node = Node(token.type.removesuffix("_open"), token)
        if token.children:
            move(token.children, token.meta["start"] + len("!["))
            node.children = nest_inlines(token)
        stack[-1].append(node)
        if token.nesting > 0:
            stack.append(node.children)
    return root


def move(tokens: Iterable[Token], by: int) -> None:
    """Let positions in the description of a picture be positions in the text that the picture stands in."""
    for token in tokens:
        if "start" in token.meta:
            token.meta["start"] += by
            token.meta["end"] += by
        if attributes := token.meta.get("attributes"):
            token.meta["attributes"] = attributes.moved(by)


def mark_soft_breaks(tokens: Iterable[Token]) -> None:
    """Give each soft break the text that it stands for: nothing where East Asian writing goes on, else a space."""
    before, waiting = "", None
    outside: list[tuple[str, Token | None]] = []  # what a note in place interrupts
    for token in tokens:
        if token.type == "inline_note_open":
            outside.append((before, waiting))
            before, waiting = "", None
        elif token.type == "inline_note_close":
            before, waiting = outside.pop()
        elif token.type == "softbreak":
            token.content, waiting = " ", token
        elif token.type in ("text", "code_inline") and token.content:
            if waiting and closes_up(before, token.content[0]):
                waiting.content = ""
            before, waiting = token.content[-1], None
        elif token.type in ("image", "hardbreak"):
            before, waiting = "", None


def closes_up(before: str, after: str) -> bool:
    """Whether no space stands for a line's end between two characters.

    Both are wide, or one is wide punctuation, which has its space in itself (CSS Text 4, segment break transformation).
    """
    if is_wide(before) and is_wide(after):
        return True
    return any(is_wide(one) and unicodedata.category(one).startswith("P") for one in (before, after))


def is_wide(character: str) -> bool:
    """Whether a line of text may be broken beside it without a space (CSS Text 3, 4.1.3): wide, and not Hangul."""
    if not character or unicodedata.east_asian_width(character) not in "WFH":
        return False
    return not unicodedata.name(character, "").startswith("HANGUL")


# --- places --------------------------------------------------------------------------------------------------------------


def span(node: Node, source: Source) -> Span:
    """The lines of a block, blank ones at its end left out, and the column of its marker or of its first word."""
    begin, end = node.token.map or [0, 1]
    while end > begin + 1 and not source.line(end).strip(" \t>"):
        end -= 1
    column: int = node.token.meta.get("column", 0)
    if not column:
        inline = next((child for child in node.children if child.kind == "inline"), None)
        column = places(inline, source).spot(0).column if inline else whole_line(source, begin + 1).column
    return Span(begin + 1, end, column)


def spot(node: Node, source: Source) -> Spot:
    """The first line of a block, from its column on."""
    first = span(node, source)
    return Spot(first.line, first.column, max(1, len(source.line(first.line).rstrip()) - first.column + 1))


def places(inline: Node, source: Source) -> Places:
    """The places of an "inline" node's text."""
    line = (inline.token.map or [0])[0] + 1
    return Places(source, line, inline.token.content, inline.token.meta.get("column", 0))
