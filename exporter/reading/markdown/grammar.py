"""The grammar of content files: CommonMark with Pandoc's tables, footnotes, divs, spans and attributes.

Two tables say which rules of markdown-it and which of ours make it, in the order in which they are tried.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

from markdown_it import MarkdownIt, helpers, rules_block, rules_inline
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import RuleOptionsType, Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, block, inline, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from exporter.reading.markdown.block_lines import column_of
from exporter.reading.markdown.divs import div
from exporter.reading.markdown.footnotes import inline_note, note_call, note_definition
from exporter.reading.markdown.headings import with_trailing_attributes
from exporter.reading.markdown.spans import Inlines, bracket, bracketed_span, link_label_end, located, with_attributes
from exporter.reading.markdown.tables import attach_captions, caption_line, with_cells

BlockRule = Callable[[StateBlock, int, int, bool], bool]

DEEPEST = 20  # levels of blocks inside blocks, a list with its item counting two; what is deeper is refused


def marked(rule: BlockRule) -> BlockRule:
    """The rule, whose first token then knows the column where its block begins."""

    def wrapped(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:
        index = len(state.tokens)
        if not rule(state, startLine, endLine, silent):
            return False
        if not silent:
            state.tokens[index].meta["column"] = column_of(state, startLine)
        return True

    return wrapped


ANYTHING = ["paragraph", "reference", "blockquote", "list"]
TEXT = ["paragraph", "reference", "blockquote"]

# name, rule, what the block may end without a blank line between
BLOCK_RULES: tuple[tuple[str, BlockRule, list[str]], ...] = (
    ("caption_line", caption_line, ["blockquote"]),
    ("table", marked(with_cells(rules_block.table)), ["paragraph", "reference"]),
    ("code", marked(rules_block.code), []),
    ("fence", marked(rules_block.fence), ANYTHING),
    ("div", marked(div), ANYTHING),
    ("blockquote", marked(rules_block.blockquote), ANYTHING),
    ("hr", marked(rules_block.hr), ANYTHING),
    ("list", marked(rules_block.list_block), TEXT),
    ("note_definition", marked(note_definition), ANYTHING),
    ("reference", rules_block.reference, []),
    ("html_block", marked(rules_block.html_block), TEXT),
    ("heading", with_trailing_attributes(rules_block.heading), TEXT),
    ("lheading", with_trailing_attributes(rules_block.lheading), []),
    ("paragraph", rules_block.paragraph, []),
)

INLINE_RULES: tuple[tuple[str, Callable[[StateInline, bool], bool]], ...] = (
    ("text", rules_inline.text),
    ("newline", rules_inline.newline),
    ("escape", rules_inline.escape),
    ("backticks", rules_inline.backtick),
    ("emphasis", rules_inline.emphasis.tokenize),
    ("note_call", bracket(located(note_call))),
    ("inline_note", located(inline_note)),
    ("link", located(with_attributes(rules_inline.link))),
    ("span", bracket(bracketed_span)),
    ("image", located(with_attributes(rules_inline.image))),
    ("autolink", located(rules_inline.autolink)),
    ("html_inline", located(rules_inline.html_inline)),
    ("entity", rules_inline.entity),
)

INLINE_ENDINGS: tuple[tuple[str, Callable[[StateInline], None]], ...] = (
    ("balance_pairs", rules_inline.link_pairs),
    ("emphasis", rules_inline.emphasis.postProcess),
    ("fragments_join", rules_inline.fragments_join),
)

CORE_RULES: tuple[tuple[str, Callable[[StateCore], None]], ...] = (
    ("block", block),
    ("captions", attach_captions),
    ("inline", inline),
    ("text_join", text_join),
)


class Blocks(ParserBlock):
    """markdown-it's block parser with our rules. Where it would drop what is nested too deep, it leaves a token."""

    def __init__(self) -> None:
        self.ruler = Ruler[BlockRule]()
        for name, rule, ended in BLOCK_RULES:
            options: RuleOptionsType = {"alt": ended}
            self.ruler.push(name, rule, options)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:
        first = state.skipEmptyLines(startLine)
        if state.level >= DEEPEST and first < endLine:
            token = state.push("too_deep", "", 0)
            token.map, token.meta = [first, first + 1], {"column": column_of(state, first)}
            state.line = endLine
        else:
            super().tokenize(state, startLine, endLine)


class InlineTexts(ParserInline):
    """markdown-it's inline parser with our rules and state."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = Ruler[Callable[[StateInline, bool], bool]]()
        self.ruler2 = Ruler[Callable[[StateInline], None]]()
        for name, rule in INLINE_RULES:
            self.ruler.push(name, rule)
        for name, ending in INLINE_ENDINGS:
            self.ruler2.push(name, ending)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = Inlines(src, md, env, tokens)
        state.brackets = set()
        self.tokenize(state)
        for ending in self.ruler2.getRules(""):
            ending(state)
        return state.tokens


class Grammar(MarkdownIt):
    """A parser of content files: `Grammar().parse(text, env)` gives the tokens.

    It judges no address and changes none: that is for who builds the link, with its place at hand.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": DEEPEST, "store_labels": True})
        self.block, self.inline = Blocks(), InlineTexts()
        self.helpers = ModuleType("link_helpers")
        vars(self.helpers).update(vars(helpers), parseLinkLabel=link_label_end)
        self.core.ruler = Ruler[Callable[[StateCore], None]]()
        for name, rule in CORE_RULES:
            self.core.ruler.push(name, rule)

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link
