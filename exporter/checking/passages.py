"""The texts of a release, each in one language, and where their characters stand in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from exporter import model, walking
from exporter.diagnostics import Source
from exporter.model import Inline, Release, Span

GAP = "\ufffc"  # stands for what is not read: code, a picture, an address, words of another language
ADDRESS = re.compile(r"\S+(?:://|@)\S+")


class Passage(Struct, frozen=True):
    """A text in one language, without code and addresses, and the lines of the file that hold it."""

    text: str
    lang: str
    span: Span

    def place(self, source: Source, index: int) -> tuple[int, int]:
        """The 1-based line and column of a character, or where the block begins when it can't be found."""
        before = self.text[:index].rpartition(GAP)[2][-20:]
        after = self.text[index + 1 :].partition(GAP)[0][:20]
        for length in (20, 8, 3, 0):
            pattern = _loosely(before[len(before) - min(length, len(before)) :]), _loosely(after[:length])
            wanted = re.compile(f"{pattern[0]}({re.escape(self.text[index])}){pattern[1]}")
            lines = "\n".join(source.lines[self.span.line - 1 : self.span.end_line])
            if found := wanted.search(lines):
                start = found.start(1)
                row = lines.count("\n", 0, start)
                return self.span.line + row, start - (lines.rfind("\n", 0, start) + 1) + 1
        return self.span.line, self.span.column


def _loosely(text: str) -> str:
    """A pattern for a text whose spaces may be any white space and whose letters may have markup between them."""
    return r"[\s*_\\]*".join(map(re.escape, "".join(text.split())))


def passages(release: Release) -> Iterator[Passage]:
    """All texts: the fields, then block by block, words of other languages apart."""
    lang = release.meta.lang
    for piece in walking.pieces(release):
        if piece.flow == "field":
            yield Passage(ADDRESS.sub(GAP, piece.text), lang, piece.span)
    for block in (*release.body, *release.footnotes):
        yield from _of_block(block, lang)


def _of_block(block: model.Block | model.ListItem | model.Footnote, lang: str) -> Iterator[Passage]:
    if isinstance(block, model.Division) and block.lang:
        lang = block.lang
    for content, span in _contents(block):
        yield from _of_inlines(content, lang, span)
    for child in walking.children(block):
        yield from _of_block(child, lang)


def _contents(block: model.Block | model.ListItem | model.Footnote) -> Iterator[tuple[tuple[Inline, ...], Span]]:
    """The inlines that a block itself holds, one after the other."""
    if isinstance(block, (model.Heading, model.Paragraph)):
        yield block.content, block.span
    elif isinstance(block, model.Figure):
        yield block.caption, block.span
        yield (model.Text(block.credit),), block.span
    elif isinstance(block, (model.Takeaways, model.Callout)):
        yield (model.Text(block.title),), block.span
    elif isinstance(block, model.PullQuote):
        yield (model.Text(block.role),), block.span
    elif isinstance(block, model.Table):
        yield block.caption, block.span
        for cell in (*block.head, *(cell for row in block.rows for cell in row)):
            yield cell.content, cell.span


def _of_inlines(content: tuple[Inline, ...], lang: str, span: Span) -> Iterator[Passage]:
    foreign: list[model.LanguageSpan] = []
    text = ADDRESS.sub(GAP, "".join(_words(content, foreign)))
    if text.strip():
        yield Passage(text, lang, span)
    for passage in foreign:
        yield from _of_inlines(passage.content, passage.lang, span)


def _words(content: tuple[Inline, ...], foreign: list[model.LanguageSpan]) -> Iterator[str]:
    """The words of inlines; those of another language are left to `foreign`."""
    for inline in content:
        if isinstance(inline, (model.Text, model.SoftBreak)):
            yield inline.text
        elif isinstance(inline, model.LineBreak):
            yield " "
        elif isinstance(inline, (model.Emphasis, model.Strong, model.Link)):
            yield from _words(inline.content, foreign)
        elif isinstance(inline, model.LanguageSpan):
            foreign.append(inline)
            yield GAP
        elif not isinstance(inline, model.FootnoteReference):
            yield GAP
