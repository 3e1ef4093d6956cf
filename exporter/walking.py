"""Walking through a release: its blocks in order, its pieces of text, its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from exporter import model
from exporter.model import Block, Footnote, Image, Inline, ListItem, Release, Span

LISTED = 3  # sections from which on a brief has a list of its contents


class Piece(Struct, frozen=True):
    """Text of the source under one id. `flow` is "field", "body", "note", or "data" for the numbers of charts, which a
    channel may set in a place of their own; calls of footnotes have no words here."""

    id: str
    text: str
    span: Span
    flow: str


def pieces(release: Release) -> Iterator[Piece]:
    """Every piece of text that each channel must carry: fields, the body, the notes, the numbers of charts."""
    places = dict(release.fields)
    for name, text in _fields(release.meta):
        yield Piece(name, text, places.get(name, Span(1, 1)), "field")
    for block in release.body:
        yield from _block(block, "body")
    for note in release.footnotes:
        for block in note.blocks:
            yield from _block(block, "note")
    for chart in charts(release):
        yield from _numbers(chart)


def _fields(meta: model.FrontMatter) -> Iterator[tuple[str, str]]:
    """The fields that are printed in every channel; absent ones are left out."""
    candidates = [("title", meta.title), ("subtitle", meta.subtitle), ("kicker", meta.kicker), ("dateline", meta.dateline)]
    candidates += [("series", meta.series), ("cover.credit", meta.cover.credit)]
    for index, author in enumerate(meta.author):
        candidates += [(f"author.{index}.{key}", getattr(author, key)) for key in ("name", "role", "about")]
    if meta.advisory:
        candidates += [(f"advisory.{key}", getattr(meta.advisory, key)) for key in meta.advisory.__struct_fields__]
    for index, contact in enumerate(meta.contact):
        for key in ("name", "role", "email", "phone"):
            candidates.append((f"contact.{index}.{key}", getattr(contact, key)))
    if meta.link:
        candidates.append(("link.label", meta.link.label))
    if meta.boilerplate and not meta.boilerplate.name:
        candidates += [("boilerplate.title", meta.boilerplate.title), ("boilerplate", meta.boilerplate.text)]
    for name, text in candidates:
        if text:
            yield name, text


def _block(block: Block | ListItem, flow: str) -> Iterator[Piece]:
    for part, text, span in _own_text(block):
        yield Piece(f"{block.id}.{part}" if part else block.id, text, span, flow)
    if isinstance(block, model.Table):
        for cell in (*block.head, *(cell for row in block.rows for cell in row)):
            if model.plain(cell.content).strip():
                yield Piece(cell.id, model.plain(cell.content), cell.span, flow)
    for child in children(block):
        yield from _block(child, flow)


def _numbers(chart: model.Chart) -> Iterator[Piece]:
    for number, row in enumerate((chart.data.head, *chart.data.rows)):
        for column, text in enumerate(row):
            if text:
                yield Piece(f"{chart.id}.r{number}.c{column}", text, chart.span, "data")


def _own_text(block: Block | ListItem) -> Iterator[tuple[str, str, Span]]:
    """The text that a block itself holds, as (part, text, span); parts without words are left out."""
    parts: list[tuple[str, str]] = []
    if isinstance(block, (model.Heading, model.Paragraph)):
        parts = [("", model.plain(block.content))]
    elif isinstance(block, model.CodeBlock):
        parts = [("", block.text)]
    elif isinstance(block, model.PullQuote):
        parts = [("by", block.by), ("role", block.role)]
    elif isinstance(block, (model.Takeaways, model.Callout, model.Sidebar)):
        parts = [("title", block.title)]
    elif isinstance(block, model.Table):
        parts = [("caption", model.plain(block.caption))]
    elif isinstance(block, model.Figure):
        parts = [("caption", model.plain(block.caption)), ("credit", block.credit)]
    elif isinstance(block, model.Chart):
        caption = model.plain(block.caption)
        parts = [("title", block.title), ("unit", block.unit), ("caption", caption), ("credit", block.credit)]
    for part, text in parts:
        if text.strip():
            yield part, text, block.span


def heading_ranks(release: Release) -> Mapping[int, int]:
    """The rank of each heading level that the release uses, from 2, since the headline is 1, and without a gap.

    So a release may begin with `#` or with `##`, and no outline skips a level.
    """
    used = {block.level for block in blocks(release) if isinstance(block, model.Heading)}
    return {level: min(rank, 6) for rank, level in enumerate(sorted(used), start=2)}


def listed_headings(release: Release) -> tuple[model.Heading, ...]:
    """The headings that a brief's list of contents names: those of the two highest levels, boxes aside.

    () where there is to be none: `contents` in the front matter says so, and by itself a brief with three sections has one.
    """
    headings = tuple(block for block in release.body if isinstance(block, model.Heading))
    levels = sorted(heading_ranks(release))[:2]
    sections = [heading for heading in headings if heading.level in levels[:1]]
    is_wanted = len(sections) >= LISTED if release.meta.contents is None else release.meta.contents
    return tuple(heading for heading in headings if heading.level in levels) if is_wanted else ()


def children(block: Block | ListItem | Footnote) -> tuple[Block | ListItem, ...]:
    """The blocks directly inside a block, in order."""
    if isinstance(block, model.List):
        return block.items
    if isinstance(
        block,
        (
            model.ListItem,
            model.BlockQuote,
            model.PullQuote,
            model.Takeaways,
            model.Callout,
            model.Sidebar,
            model.Division,
            model.Footnote,
        ),
    ):
        return block.blocks
    return ()


def blocks(release: Release) -> Iterator[Block | ListItem | Footnote]:
    """Every block, items and footnotes included, in document order."""
    todo: list[Block | ListItem | Footnote] = [*reversed(release.footnotes), *reversed(release.body)]
    while todo:
        block = todo.pop()
        yield block
        todo.extend(reversed(children(block)))


def charts(release: Release) -> tuple[model.Chart, ...]:
    """Every chart, in document order."""
    return tuple(block for block in blocks(release) if isinstance(block, model.Chart))


def inlines(block: Block | ListItem | Footnote) -> Iterator[Inline]:
    """Every inline that a block itself holds, nested ones after their parent."""
    todo: list[Inline] = []
    if isinstance(block, (model.Heading, model.Paragraph)):
        todo = list(block.content)
    elif isinstance(block, (model.Figure, model.Chart)):
        todo = list(block.caption)
    elif isinstance(block, model.Table):
        cells = (*block.head, *(cell for row in block.rows for cell in row))
        todo = [*block.caption, *(inline for cell in cells for inline in cell.content)]
    todo.reverse()
    while todo:
        inline = todo.pop()
        yield inline
        if isinstance(inline, (model.Emphasis, model.Strong, model.Link, model.LanguageSpan)):
            todo.extend(reversed(inline.content))


def images(release: Release) -> tuple[Image, ...]:
    """Every picture once, in the order of first use; the cover's first."""
    cover = release.meta.cover.image
    found: dict[str, Image] = {cover.name: cover} if cover else {}
    for block in blocks(release):
        if isinstance(block, model.Figure):
            found.setdefault(block.image.name, block.image)
        for inline in inlines(block):
            if isinstance(inline, model.InlineImage):
                found.setdefault(inline.image.name, inline.image)
    return tuple(found.values())
